"""What people paste by mistake and others on purpose. Every text that could come alive carries the word zqx."""

from collections.abc import Iterator
from random import Random

# What a template would make of the sum has so many digits that no token and no public id holds them by chance.
FACTORS = (7, 719171917191719)
SUM = "*".join(map(str, FACTORS))
TEXTS = (
    "",
    " \t\r\n ",
    "a" * 300,
    "ä" * 20_001,
    "two\r\nBcc: zqx@example.test\r\n\r\nlines",
    "\x00zqx",
    "zqx\x01\x02\x0b\x1b[31m\x7f\x85",
    "\ud800zqx\udfff",
    "\u202ezqx drow\u2066 \u200f\u200b\ufeff",
    "مرحبا zqx שלום",
    "👩‍❤️‍👨🏽 zqx \U0001f468\u200d\U0001f469",
    "e\u0301" * 50 + "Z̸̨͝a̷l̴g̶o̵" * 10,
    "<script>zqx()</script>",
    "</textarea></title><script src=//zqx.example></script>",
    '"><img src=x onerror=zqx()>',
    "'><svg onload=zqx()>",
    '" autofocus onfocus="zqx()" x="',
    "<zqx>live</zqx><iframe srcdoc='<script>zqx()</script>'>",
    "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */oNcliCk=zqx() )//</stYle/</titLe/</teXtarEa/</scRipt/--!><sVg/<sVg/oNloAd=zqx()//>",
    "javascript:zqx()",
    "//zqx.example/path",
    "https://zqx.example/",
    "&lt;zqx&gt;&#60;script&#62;",
    "<!-- zqx --><![CDATA[zqx]]>",
    f"{{{{{SUM}}}}}zqx{{% include '/etc/passwd' %}}${{{SUM}}}#{{{SUM}}}<%= {SUM} %>",
    "{{ config.SECRET_KEY }}{{ me.password_hash }}zqx",
    "%s%n%(password)s{0.__class__}{password}zqx",
    "' OR 1=1; DROP TABLE people; -- zqx",
    '") UNION SELECT password_hash FROM people --zqx',
    "../../../../etc/passwd\x00.html zqx",
    "99999999999999999999999999",
    "-1",
    "1e309",
    "NaN",
    "0x41",
    "٣٤",
    "²",
    "true",
    "null",
    "[]",
    "2026-02-30",
    "9999-12-31",
    "0000-00-00",
    "1" * 5000,
    "on",
)  # fmt: skip
BYTES = (b"\xff\xfe\xfd", b"\xc0\xaf\xed\xa0\x80", b"\xf8\x88\x80\x80\x80zqx")
# Keys that no form has: whoever sends them should get nothing for it.
EXTRA = {
    "is_coach": "1",
    "is_owner": "1",
    "role": "coach",
    "practice_id": "1",
    "couple_id": "1",
    "coach_id": "1",
    "person_id": "1",
    "homework_id": "1",
    "public_id": "0" * 32,
    "id": "1",
    "state": "reviewed",
    "readers": "both",
    "revealed_at": "2026-01-01",
    "released_at": "2026-01-01",
    "reveals_itself": "y",
    "password_hash": "zqx",
    "joined_at": "2026-01-01",
    "author_id": "1",
    "coach": "1",
    "shared": "1",
    "shared_at": "2026-01-01",
    "agreed_at": "2026-01-01",
    "opened_at": "2026-01-01",
    "signed_at": "2026-01-01",
    "given_at": "2026-01-01",
    "__class__": "zqx",
    "_method": "DELETE",
}


MOST_MISSING = 4  # fields that are left out one by one; beyond them chance does it


def encoded(text: str | bytes) -> bytes:
    """As a browser, or something less kind, would put it on the wire."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


def values(fields: list[tuple[str, str]], dice: Random, number: int) -> Iterator[list[tuple[str, bytes]]]:
    """Submissions whose values are wrong while their fields are right, which is all that rows ever meet: one field, or each."""
    for at in range(number):
        yield _wrong(fields, dice, 1 if at % 3 == 1 else 0)


def variations(fields: list[tuple[str, str]], dice: Random, number: int) -> Iterator[list[tuple[str, bytes]]]:
    """Submissions of a form, each wrong in another way; the token stays right."""
    for missing in _names(fields)[:MOST_MISSING]:
        yield [(name, encoded(value)) for name, value in fields if name != missing]
    for _ in range(number):
        yield _wrong(fields, dice, dice.randrange(6))


def _names(fields: list[tuple[str, str]]) -> list[str]:
    return [name for name, _ in fields if name != "csrf_token"]


def _wrong(fields: list[tuple[str, str]], dice: Random, way: int) -> list[tuple[str, bytes]]:
    names = _names(fields)
    sent = [(name, encoded(value)) for name, value in fields]
    match way:
        case 0:  # one field
            chosen = dice.choice(names or ["none"])
            sent = [(n, v if n != chosen else _text(dice)) for n, v in sent]
        case 1:  # every field
            sent = [(n, v if n == "csrf_token" else _text(dice)) for n, v in sent]
        case 2:  # some are missing
            sent = [(n, v) for n, v in sent if n == "csrf_token" or dice.random() < 0.5]
        case 3:  # some come twice, and differ
            sent += [(n, _text(dice)) for n in names for _ in range(dice.randrange(3))]
        case 4:  # some that are nobody's business
            sent += [(n, encoded(v)) for n, v in EXTRA.items()]
        case 5:  # names that are not quite right
            sent += [(f"{n}{dice.choice(['-0', '-999999999', '-٣-c-x', '[]', '.x', chr(0)])}", _text(dice)) for n in names]
    return sent


def _text(dice: Random) -> bytes:
    return dice.choice(BYTES) if dice.random() < 0.05 else encoded(dice.choice(TEXTS))
