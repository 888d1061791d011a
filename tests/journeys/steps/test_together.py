"""Each of the seven steps that two people do together, from the first question to its last fact."""

from playwright.sync_api import expect

from tests.journeys.arriving import press
from tests.journeys.looking import glance
from tests.journeys.walking import Walk, add_line, end, entries, line, say


def test_both_feet_in(walk: Walk) -> None:
    title = "Both feet in"
    walk.give(title)
    walk.write_all(title)
    walk.reveal(title)
    walk.piece(walk.ana, title, "Our commitment")
    ana, ben = walk.ana.page, walk.ben.page
    walk.ana.write(ana.locator("[name=wording]"), "We stay, and we begin again as often as it takes.")
    walk.ana.submit(ana.get_by_role("button", name="Propose", exact=True).last)
    walk.piece(walk.ben, title, "Our commitment")
    walk.ben.submit(ben.get_by_role("button", name="Approve", exact=True))
    expect(ben.locator("main")).to_contain_text("has approved this wording")
    walk.piece(walk.ana, title, "Our commitment")
    walk.ana.submit(ana.get_by_role("button", name="Approve", exact=True))
    expect(ana.locator("main")).to_contain_text("Signed on")
    for hand in walk.both:
        entries(walk, hand, title, "Both feet in", 2)
    walk.is_done(title)


def test_what_i_did(walk: Walk) -> None:
    title = "What I did"
    walk.give(title)
    walk.write_all(title)
    walk.reveal(title)
    walk.is_done(title)
    walk.maya.goto(f"{walk.running.address}/assignments/{walk.given[title]}/causes")
    glance(walk.maya)
    for box in walk.maya.locator("main input[name=rows]").all()[:2]:
        box.check()
    press(walk.maya, "Add")
    expect(walk.maya.get_by_text("On the list")).to_have_count(2)
    walk.piece(walk.ben, title, "What brought us here")


def test_working_at_it(walk: Walk) -> None:
    title = "Working at it every day"
    walk.give(title)
    walk.write_all(title)
    walk.review(title)
    walk.piece(walk.ana, title, "What we learn from together")
    add_line(walk.ana, ["The book your sister lent us"])
    line(walk.ana, "The book your sister lent us")
    end(walk.ana, "The book", "Half of a quarrel is hunger.")
    for hand in walk.both:
        entries(walk, hand, title, "A caring act", 10)
    walk.is_done(title)


def test_what_hurt(walk: Walk) -> None:
    title = "Hearing the hurt"
    walk.give(title)
    for hand in walk.both:
        walk.piece(hand, title, "Are you ready?")
        hand.submit(hand.page.get_by_role("button", name="I am ready", exact=True))
        expect(hand.page.locator("main")).to_contain_text("You have said that you are ready")
    assignment = f"{walk.running.address}/assignments/{walk.given[title]}"
    walk.maya.goto(f"{assignment}/open")
    glance(walk.maya)
    press(walk.maya, "Open")
    walk.maya.goto(f"{assignment}/turns")
    walk.maya.locator("input[name=first]").first.check()
    press(walk.maya, "Begin")
    glance(walk.maya)
    turns = {hand: walk.piece(hand, title, "Taking turns") for hand in walk.both}
    ana, ben = walk.both
    say(ana, turns[ana], "When you left the room I thought you would not come back.")
    say(ben, turns[ben], "You were afraid.")
    say(ana, turns[ana], "", "Not yet")
    say(ben, turns[ben], "You were afraid I would not come back.")
    say(ana, turns[ana], "", "I felt heard")
    say(ben, turns[ben], "When you laughed at the van I felt small.")
    press_pause_and_resume(walk, assignment)
    say(ana, turns[ana], "I laughed, and you felt small.")
    say(ben, turns[ben], "", "I felt heard")
    walk.write_all(title)
    walk.is_done(title)


def press_pause_and_resume(walk: Walk, assignment: str) -> None:
    """Maya lets it rest at once; Ana's page says so, in words that blame nobody."""
    walk.maya.goto(f"{assignment}/turns")
    press(walk.maya, "Pause")
    walk.piece(walk.ana, "Hearing the hurt", "Taking turns")
    expect(walk.ana.page.locator("main")).to_contain_text("rests")
    press(walk.maya, "Resume")


def test_talking(walk: Walk) -> None:
    title = "Talking to be close"
    walk.give(title)
    walk.write_all(title)
    agreements = ("I ring before six", "The phone stays in the hall", "Sunday tea is ours")
    walk.piece(walk.ana, title, "What we have agreed")
    for words in agreements:
        add_line(walk.ana, [words])
    for words in agreements:
        walk.piece(walk.ben, title, "What we have agreed")
        line(walk.ben, words)
        walk.ben.submit(walk.ben.page.get_by_role("button", name="Say yes", exact=True))
    for hand in walk.both:
        for words in agreements:
            walk.piece(hand, title, "What we have agreed")
            line(hand, words)
            hand.submit(hand.page.get_by_role("button", name="Kept", exact=True))
    entries(walk, walk.ana, title, "A talk", 4)
    walk.is_done(title)


def test_acting(walk: Walk) -> None:
    title = "From causes to actions"
    walk.give(title)
    walk.write_all(title)
    walk.piece(walk.ben, title, "What we do about it")
    causes = [
        text for text in walk.ben.page.locator("select[name=about] option").all_inner_texts() if "None of these" not in text
    ]
    assert len(causes) == 2, "the two that Maya has put on the list"
    for number, cause in enumerate(causes):
        walk.piece(walk.ben, title, "What we do about it")
        add_line(walk.ben, [f"A card at the door {number}", "We will both know"], about=cause)
        line(walk.ben, f"A card at the door {number}")
        end(walk.ben, "A card at the door", "It hangs there.")
    walk.maya.goto(f"{walk.couple}/agreements")
    glance(walk.maya)
    walk.is_done(title)


def test_joy(walk: Walk) -> None:
    title = "Small good moments"
    walk.give(title)
    walk.write_all(title)
    walk.piece(walk.ana, title, "Our jar of small moments")
    add_line(walk.ana, ["Soup by candlelight", "An hour"])
    add_line(walk.ana, ["A week by the sea", "A week"], larger=True)
    walk.piece(walk.ben, title, "Our jar of small moments")
    line(walk.ben, "Soup by candlelight")
    walk.ben.submit(walk.ben.page.get_by_role("button", name="Say yes", exact=True))
    walk.piece(walk.ben, title, "Our jar of small moments")
    walk.ben.submit(walk.ben.page.get_by_role("button", name="Draw one", exact=True))
    expect(walk.ben.page.locator("#jar")).to_contain_text("Soup by candlelight")
    for hand in walk.both:
        walk.piece(hand, title, "Your own pace")
        for closeness in range(2):
            hand.tick(hand.page.locator("input[name=far]").nth(closeness))
        hand.choose(hand.page.locator("input[name=fast]").nth(1))
        hand.submit(hand.page.get_by_role("button", name="Set", exact=True))
    walk.maya.goto(f"{walk.running.address}/assignments/{walk.given[title]}/pace")
    glance(walk.maya)
    press(walk.maya, "Open")
    walk.piece(walk.ana, title, "Your own pace")
    expect(walk.ana.page.locator("main")).to_contain_text("What you both accept")
    entries(walk, walk.ben, title, "A moment together", 4)
    walk.is_done(title)
