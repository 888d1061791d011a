"""The workbook: one partner's own words and nobody else's, or sheets on which a pen has room."""

import dataclasses
from datetime import timedelta

import pytest

from practice.db import db
from practice.errors import Refused
from practice.homework.models import Homework
from practice.people.models import Person
from practice.programme import library
from practice.programme.library import Prompt, PromptKind, Readers
from practice.programme.models import publish_own
from practice.reporting import paper, pdf
from practice.reporting.blanks import blank, space
from practice.reporting.facts import canonical, facts_digest
from practice.reporting.models import Audience, Kind
from practice.reporting.request import ReportRequest
from practice.reporting.workbook import WorkbookFacts
from practice.reporting.workbook_gathering import ALONE, TOGETHER, gather
from tests import extract
from tests.daily import keep
from tests.reporting import samples, story
from tests.reporting.story import Story

pytestmark = pytest.mark.usefixtures("inside")
on_one_database = pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)  # where the paper is what takes time


def facts(told: Story, about: str = "", audience: Audience = Audience.FIRST) -> WorkbookFacts:
    today = (story.BEGIN + timedelta(days=30)).date()
    return gather(ReportRequest(Kind.WORKBOOK, told.couple, audience, story.BEGIN.date(), today, today, "0" * 32, about))


def words(told: WorkbookFacts) -> str:
    return canonical(told).decode()


def printed(told: WorkbookFacts) -> bytes:
    html = paper.html("workbook", told)
    return pdf.render(html, stylesheets=paper.stylesheets("workbook", told), identifier=facts_digest(told))


@pytest.fixture
def house() -> Story:
    return story.told()


@on_one_database
def test_the_samples_are_set_with_every_kind_of_room() -> None:
    html = " ".join(paper.html("workbook", samples.facts(Kind.WORKBOOK, name)) for name in ("first", "blank"))
    for part in ("Sent again on", "What was good", "circle", "boxes", "part-of-day", "signature", 'class="days"'):
        assert part in html


def test_ana_finds_her_own_words_and_no_other(house: Story) -> None:
    found = words(facts(house))
    for hers in ("AnaSharedFree", "AnaSharedNotFree", "AnaToCoachInJoint", "AnaOwn"):
        assert hers in found
    for never in ("AnaOnlyMe", "AnaSafety", "AnaWorst", *(f"Ben{fate}" for fate in ("Own", "SharedFree", "Sealed", "OnlyMe"))):
        assert never not in found


def test_what_is_left_out_is_said_whether_or_not_there_is_any(house: Story) -> None:
    full = facts(house).notes
    db.session.rollback()
    assert facts(story.begun()).notes == full


def test_both_times_she_sent_stand_there_and_what_was_set_aside_does_not(house: Story) -> None:
    ana = house.couple.first
    part = next(each for each in _parts(ana) if each.assignment.published.slug == "support")
    part.ask_again(by=house.maya)
    house.send(part.assignment, ana, "AnaSecondTime", Readers.COACH, day=20)
    chapter = next(each for each in facts(house).chapters if each.title.text == part.assignment.published.title)
    assert [attempt.when for attempt in chapter.attempts] == ["Sent on 14 September 2026", "Sent again on 21 September 2026"]
    part.set_aside(part.latest, by=house.maya)
    assert "AnaSecondTime" not in words(facts(house))


def test_days_stand_under_their_step_and_those_for_her_alone_do_not(house: Story) -> None:
    ana, ben = house.couple.partners
    for person, given in zip((ana, ben), house.give("gratitude", ana, ben, day=18), strict=True):
        part = given.part_of(person)
        on = story.BEGIN.date() + timedelta(days=19)
        keep(part, "gratitude", f"{person.name}Noticed", on=on, readers=Readers.COACH)
        keep(part, "gratitude", f"{person.name}Quietly", on=on + timedelta(days=1), readers=Readers.ONLY_ME)
    found = words(facts(house))
    assert "AnaNoticed" in found
    assert not [never for never in ("AnaQuietly", "BenNoticed", "BenQuietly") if never in found]


def test_what_ben_does_changes_no_word_of_hers(house: Story) -> None:
    before = words(facts(house))
    ben = house.couple.second
    (given,) = house.give("gratitude", ben, day=18)
    house.send(given, ben, "BenLater", Readers.COACH, day=19)
    assert words(facts(house)) == before


@on_one_database
def test_with_nothing_sent_it_says_what_will_stand_there() -> None:
    told = facts(story.begun())
    assert told.intro == ("There is nothing here yet. What you send and let Maya read will stand here, step by step.",)
    assert len(extract.pages(printed(told))) == 1


def test_a_workbook_is_for_one(house: Story) -> None:
    for audience in (Audience.COUPLE, Audience.COACH):
        with pytest.raises(Refused, match="one person’s own"):
            facts(house, audience=audience)


def test_a_step_that_is_no_longer_there_is_told(house: Story) -> None:
    with pytest.raises(Refused, match="no such step"):
        facts(house, "gone-for-good")


@on_one_database
def test_every_question_of_the_programme_has_room(house: Story) -> None:
    sheets = [*facts(house, TOGETHER).blanks, *facts(house, ALONE).blanks]
    steps = sorted((published.step for published in house.edition.steps), key=lambda step: not step.together)
    assert len(steps) == 16
    for step, sheet in zip(steps, sheets, strict=True):
        asked = [one.ask.text for page in sheet.pages for one in page.asked]
        assert [prompt.ask.strip() for prompt in step.prompts] == asked[: len(step.prompts)]


def test_who_will_read_it_is_said_as_on_the_screen(house: Story) -> None:
    (sheet,) = facts(house, "commit").blanks
    assert "Maya reads this once you send it. Ben reads it when you have both sent and Maya opens it." in [
        reader.sentence for reader in sheet.readers
    ]
    assert {one.readers for page in sheet.pages for one in page.asked} <= {"For Maya", "For Maya and Ben", "For you alone"}


def test_what_is_asked_for_safety_is_on_no_sheet(house: Story) -> None:
    step = next(published.step for published in house.edition.steps if published.slug == "pain")
    first = dataclasses.replace(step.groups[0].prompts[0], ask="AskedForSafety", readers=Readers.SAFETY)
    asked = dataclasses.replace(step.groups[0], prompts=(first, *step.groups[0].prompts[1:]))
    sheet = blank(dataclasses.replace(step, groups=(asked, *step.groups[1:])), 4, house.couple, house.couple.first)
    assert "AskedForSafety" not in canonical(sheet).decode()


@on_one_database
@pytest.mark.parametrize("kind", PromptKind)
def test_each_kind_of_question_has_its_room(kind: PromptKind) -> None:
    rooms = {
        PromptKind.LONG: "lines", PromptKind.SHORT: "line", PromptKind.SCALE: "scale", PromptKind.CHOICE: "boxes",
        PromptKind.CHECKLIST: "boxes", PromptKind.ROWS: "table", PromptKind.YES_NO: "boxes", PromptKind.DATE: "date",
    }  # fmt: skip
    assert space(Prompt("key", kind, "What?", "")).kind == rooms[kind]


@on_one_database
def test_a_coachs_own_step_of_sixty_questions_and_one_of_none_are_printed(house: Story) -> None:
    shipped = library.load(library.SHIPPED)
    odd = "<b>{{ 7 }}</b> @page { size: 1mm }"
    prompts = tuple(Prompt(f"q{n}", list(PromptKind)[n % 8], f"{odd} {n}", "", columns=()) for n in range(60))
    asking = shipped.steps[0].groups[0]
    many = dataclasses.replace(shipped.steps[7], slug="many", title="مرحبا 你好 नमस्ते 🌿", groups=(
        dataclasses.replace(asking, key="g", title="Sixty", prompts=prompts),
    ))  # fmt: skip
    none = dataclasses.replace(shipped.steps[7], slug="none", title="No question", groups=(), ledgers=(), dailies=())
    edition = publish_own(dataclasses.replace(shipped, slug="ours", steps=(many, none)), by=house.maya)
    sheets = tuple(blank(each.step, each.position, house.couple, house.couple.first) for each in edition.steps)
    told = dataclasses.replace(facts(house, "commit"), blanks=sheets)
    assert told.blanks[0].title.direction == "rtl"
    made = printed(told)
    assert extract.everything(made).count(extract.flat(odd)) >= 60
    assert all(len(extract.flat(page)) > 300 for page in extract.pages(made))  # none is empty but for what is on every page


def _parts(person: Person) -> list[Homework]:
    return list(db.session.scalars(db.select(Homework).where(Homework.person_id == person.id)))
