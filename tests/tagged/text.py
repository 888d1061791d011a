"""Text that can be seen and read out: faces embedded, cut to what is used, each letter known, none a box."""

import re
from collections.abc import Iterator

import pikepdf

from tests.tagged.content import Face, Page
from tests.tagged.tree import Id

UNREADABLE = {"", "\x00", "\ufeff", "\ufffe", "\uffff"}


def faults(pages: list[Page]) -> Iterator[str]:
    """Faults of each face that letters are shown in; one that is named and never used is no concern."""
    faces: dict[Id, Face] = {}
    for page in pages:
        for key, face in page.faces.items():
            faces.setdefault(key, Face(face.font)).codes += face.codes
    for face in faces.values():
        if face.codes:
            yield from _face(face)


def _face(face: Face) -> Iterator[str]:
    font = face.font
    name = str(font.get("/BaseFont", "/None"))[1:].split("+")[-1]
    bitmap = font.get("/Subtype") == "/Type3"
    inner = font.DescendantFonts[0] if font.get("/Subtype") == "/Type0" else font
    if not bitmap:
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner.get("/FontDescriptor", pikepdf.Dictionary()).keys()):
            yield f"{name} is not embedded"
        if not re.match(r"/[A-Z]{6}\+", str(font.get("/BaseFont", ""))):
            yield f"{name} is not cut to what is used"
    codes = sorted(set(_codes(face)))
    if "/ToUnicode" not in font:
        yield f"{name} does not say which letters it shows"
    else:
        letters = _letters(font.ToUnicode.read_bytes())
        if any(letters.get(code, "") in UNREADABLE for code in codes):
            yield f"{name} shows letters that cannot be read out"
    if any(not _glyph(font, inner, code) for code in codes):
        yield f"{name} shows boxes in place of letters"


def _codes(face: Face) -> list[int]:
    if face.font.get("/Subtype") != "/Type0":
        return list(face.codes)
    return [int.from_bytes(face.codes[at : at + 2], "big") for at in range(0, len(face.codes), 2)]


def _glyph(font: pikepdf.Dictionary, inner: pikepdf.Dictionary, code: int) -> int:
    """The number of the glyph that a code shows; 0 is the box for whatever a face has not."""
    if font.get("/Subtype") != "/Type0":
        return code + 1
    encoding = font.get("/Encoding")
    cid = code if isinstance(encoding, pikepdf.Name) else _characters(encoding.read_bytes()).get(code, 0)
    places = inner.get("/CIDToGIDMap")
    if isinstance(places, pikepdf.Stream):
        return int.from_bytes(places.read_bytes()[2 * cid : 2 * cid + 2], "big")
    return cid


def _characters(table: bytes) -> dict[int, int]:
    found = {}
    for block in re.findall(rb"begincidchar(.*?)endcidchar", table, re.DOTALL):
        found.update({int(code, 16): int(cid) for code, cid in re.findall(rb"<(\w+)>\s+(\d+)", block)})
    for block in re.findall(rb"begincidrange(.*?)endcidrange", table, re.DOTALL):
        for first, last, cid in re.findall(rb"<(\w+)>\s*<(\w+)>\s+(\d+)", block):
            found.update({code: int(cid) + code - int(first, 16) for code in range(int(first, 16), int(last, 16) + 1)})
    return found


def _letters(table: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found.update({int(code, 16): _text(text) for code, text in re.findall(rb"<(\w+)>\s*<(\w*)>", block)})
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = int(text, 16)
            found.update({code: chr(start + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)})
    return found


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", errors="replace")
