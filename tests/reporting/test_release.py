"""The release copy: it leaves with every consent or not at all, and one person's copy tells nothing of the other."""

from datetime import date, timedelta

import pytest

from practice import clock
from practice.appointments.models import Attended, Side, WithWhom
from practice.db import db, public_id
from practice.errors import Refused
from practice.goals import models as goals
from practice.goals.words import Words
from practice.measures import releases as totals
from practice.reporting import consents, paper, pdf
from practice.reporting.facts import canonical, facts_digest
from practice.reporting.models import Audience, Kind
from practice.reporting.release import ReleaseFacts
from practice.reporting.release_gathering import gather
from practice.reporting.releases import Holding, Release, Terms
from practice.reporting.request import ReportRequest
from tests import extract
from tests.measuring import answer, ask, open_of
from tests.reporting import samples, story
from tests.reporting.evenings import EVENING, both_came, meet
from tests.reporting.story import Story

pytestmark = [pytest.mark.usefixtures("inside"), pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)]
EVERYTHING = tuple(Holding)
TODAY = date(2026, 10, 1)


def lived() -> Story:
    """Both with a goal kept and one shared, totals open to both, and appointments of every kind."""
    told = story.begun()
    for person in told.couple.partners:
        with clock.at(EVENING):
            for name in ("Kept", "Shared"):
                goal = goals.begin(person, told.couple, Words(f"{person.name}{name}", "<b>seen</b>"), 3, save_key=name)
                db.session.flush()
            goal.share()
            for asked in ask(told.couple, "pulse", person):
                answer(open_of(asked), [5, 5, 5, told.couple.position(person)])
            totals.agree(told.couple, person, "pulse")
        with clock.at(EVENING + timedelta(days=9)):
            goal.rate(6, on=clock.today(person.time_zone))
    both_came(told)
    meet(told, at=EVENING + timedelta(days=1), came=(Attended.DID_NOT_COME, Attended.CAME))
    meet(told, WithWhom.FIRST, at=EVENING + timedelta(days=2), came=(Attended.CAME,))
    meet(told, WithWhom.SECOND, at=EVENING + timedelta(days=3), came=(Attended.CAME,))
    off = meet(told, at=EVENING + timedelta(days=4))
    off.cancel(asked_by=Side.SECOND, revision=off.revision, by=told.maya)
    return told


def prepared(told: Story, audience: Audience, holds: tuple[Holding, ...] = EVERYTHING, recipient: str = "Dr Brandt") -> Release:
    terms = Terms(audience, recipient, "to prepare the first meeting", holds, date(2026, 9, 1), date(2026, 9, 30), TODAY)
    with clock.at(EVENING + timedelta(days=10)):
        release = consents.prepare(told.couple, terms, by=told.maya, key=public_id())
        db.session.flush()
        for consent in release.consents:
            consent.give(consent.person.name)
    return release


def facts(told: Story, release: Release, audience: Audience | None = None) -> ReleaseFacts:
    about, days = release.public_id, (release.from_on, release.to_on)
    with clock.at(EVENING + timedelta(days=20)):
        return gather(ReportRequest(Kind.RELEASE, told.couple, audience or release.audience, *days, TODAY, "0" * 32, about))


def printed(told: ReleaseFacts) -> bytes:
    html = paper.html("release", told)
    return pdf.render(html, stylesheets=paper.stylesheets("release", told), identifier=facts_digest(told))


def test_the_sample_is_printed_with_recipient_and_purpose_on_every_page() -> None:
    told = samples.facts(Kind.RELEASE, "couple")
    pages = extract.pages(samples.made(Kind.RELEASE, "couple"))
    assert len(pages) == 2
    for page in pages:
        assert extract.flat(f"{told.sheet.audience}. {told.sheet.confidentiality}") in extract.flat(page)
    assert "notanopiniononfault,custodyorcredibility" in extract.flat("".join(pages))


def test_what_both_consented_to_stands_there_and_nothing_beyond() -> None:
    told = lived()
    copy = facts(told, prepared(told, Audience.COUPLE))
    assert copy.about == "About Ana and Ben"
    assert [each.words for each in copy.consents] == 2 * [
        "consented on 20 September 2026 to attendance, goals and questionnaire totals"
    ]
    assert [(each.day, each.words) for each in copy.attendance] == [
        ("10 September 2026", "Ana and Ben"), ("11 September 2026", "Ben"),
    ]  # fmt: skip
    assert [each.words[0].text for each in copy.aims] == ["AnaShared", "BenShared"]
    assert copy.aims[0].ratings == "Rated 3 out of 10 on 10 September 2026, and 6 out of 10 on 19 September 2026."
    assert [(each.who.name, [one.total for one in each.totals]) for each in copy.totals] == [("Ana", ["16"]), ("Ben", ["17"])]
    assert "Kept" not in canonical(copy).decode()


def test_the_copy_for_one_tells_nothing_of_the_other() -> None:
    told = lived()
    copy = facts(told, prepared(told, Audience.FIRST))
    assert "Ben" not in canonical(copy).decode()
    assert [each.day for each in copy.attendance] == ["10 September 2026", "12 September 2026"]
    assert {each.words for each in copy.attendance} == {"Ana"}
    assert [each.words[0].text for each in copy.aims] == ["AnaKept", "AnaShared"]
    assert [each.who.name for each in copy.totals] == ["Ana"]
    assert {each.why for each in copy.withheld} == {"leaves only with the consent of both", "never leaves the practice in a copy"}


@pytest.mark.parametrize("audience", [Audience.COUPLE, Audience.FIRST])
def test_what_is_withheld_reads_the_same_whether_or_not_there_is_any(audience: Audience) -> None:
    told = story.begun()
    bare = facts(told, prepared(told, audience))
    assert bare.aims_finding == "There is no goal to tell of from these days."
    db.session.rollback()
    told = lived()
    assert facts(told, prepared(told, audience)).withheld == bare.withheld


def test_what_was_not_asked_for_is_left_out_and_told_so() -> None:
    told = lived()
    for holding in Holding:
        copy = facts(told, prepared(told, Audience.COUPLE, (holding,)))
        held = {Holding.ATTENDANCE: copy.attendance, Holding.GOALS: copy.aims, Holding.TOTALS: copy.totals}
        assert [each for each, found in held.items() if found] == [holding]
        assert [each.why for each in copy.withheld].count("not part of this release") == 2


def test_without_every_consent_there_is_no_copy() -> None:
    told = lived()
    release = prepared(told, Audience.COUPLE)
    assert facts(told, release)
    with clock.at(EVENING + timedelta(days=11)):
        release.consents[1].withdraw()
    with pytest.raises(Refused) as refused:
        facts(told, release)
    assert refused.value.sentence == "A consent to this is missing, or was withdrawn, so no copy leaves."


def test_a_release_is_for_its_own_readers() -> None:
    told = lived()
    release = prepared(told, Audience.FIRST)
    for audience in (Audience.SECOND, Audience.COUPLE):
        with pytest.raises(Refused, match="other readers"):
            facts(told, release, audience)


def test_a_long_recipient_full_of_markup_fits_the_foot_and_stands_whole_on_the_first_page() -> None:
    told = lived()
    odd = "<script>{{ sheet }}</script> " + "家族 " * 120 + "TheEnd"
    copy = facts(told, prepared(told, Audience.SECOND, recipient=odd))
    assert len(copy.sheet.audience) < 120
    assert copy.recipient.text == odd
    assert extract.flat("<script>{{ sheet }}</script>") in extract.everything(printed(copy))
