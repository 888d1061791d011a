"""The access matrix: for every address and method, who may come in.

An entry names the kind of row in the address ("" where there is none) and, by relation to it, what happens:
`open` (the view is reached), 403 (seen but not permitted). Everybody else finds 404; who is not signed in is sent to
sign in. Relations: writer (whose row it is), partner (the other one), coach (theirs), owner (of the practice).
Where no row is named: coach, owner, partner are roles, `everyone` is whoever is signed in, `public` is anybody at all.
"""

from tests.policy.entries import COACH, COACHS_JOINT_STEP, COACHS_STEP, HOUSE, OPEN, OWN, Entry, on, to
from tests.policy.meetings import MEETINGS
from tests.policy.of_each import OF_EACH

__all__ = ["MATRIX", "OPEN", "Entry"]

MATRIX: dict[str, Entry] = {
    # people: at the door
    **{f"GET people.{page}": to("public") for page in ("start", "health", "sign_in", "token", "code", "forgotten", "leave")},
    **{f"POST people.{page}": to("public") for page in ("code", "forgotten")},
    # people: oneself
    **{f"GET people.{page}": to("everyone") for page in ("account", "change_password", "prove", "enrol", "recovery_codes")},
    **{f"POST people.{page}": to("everyone") for page in ("account", "prove", "enrol", "recovery_codes")},
    "POST people.change_password": to("everyone"),
    "GET people.change_email": to("everyone"),
    "POST people.change_email": to("everyone"),
    # A link of somebody else's is not there for anybody.
    "GET people.confirm_email": to(fixed={"token": "nobody-made-this-one"}),
    "POST people.confirm_email": to(fixed={"token": "nobody-made-this-one"}),
    "POST people.end_others": to("everyone"),
    "POST people.sign_out": to("everyone"),
    "POST people.end_sign_in": on("sign-in", writer=OPEN),
    # people: a practice's coaches, and inviting partners
    **{
        f"{method} people.{page}": to("owner")
        for method, page in (("GET", "coaches"), ("GET", "add_coach"), ("POST", "add_coach"))
    },
    **{
        f"POST people.{verb}": on("coach", owner=OPEN, writer=403)
        for verb in ("disable", "enable", "end_sign_ins", "forget_factor")
    },
    "POST people.invite": on("person", coach=OPEN, writer=403),
    "POST people.revoke": on("person", coach=OPEN, writer=403),
    # couples
    "GET couples.list": to("coach"),
    "GET couples.add": to("coach"),
    "POST couples.add": to("coach"),
    "GET couples.show": on("couple", coach=OPEN, owner=OPEN),
    **{
        f"{method} couples.{page}": on("couple", **COACH)
        for method in ("GET", "POST")
        for page in ("edit", "pause", "close", "reopen", "propose")
    },
    "GET couples.hand_over": on("couple", coach=403, owner=OPEN),
    "POST couples.hand_over": on("couple", coach=403, owner=OPEN),
    "GET couples.confidentiality": on("confidentiality", writer=OPEN, partner=OPEN, coach=OPEN),
    "POST couples.sign": on("confidentiality", writer=OPEN, partner=OPEN, coach=403),
    # programme and first pages
    "GET programme.show": to("everyone"),
    "GET programme.step": to("everyone", fixed={"slug": "causes"}),
    # programme: a coach's own
    **{f"GET programme.{page}": to("coach") for page in ("own", "begin", "bring")},
    **{f"POST programme.{page}": to("coach") for page in ("begin", "bring")},
    **{f"GET programme.{page}": on("edition", **HOUSE) for page in ("edition", "edition_file")},
    "GET programme.edition_step": on("edition", fixed={"slug": "fears"}, **HOUSE),
    **{f"GET programme.{page}": on("manuscript", writer=OPEN) for page in ("manuscript", "manuscript_file", "discard", "copy")},
    **{f"{method} programme.part": on("manuscript", fixed={"place": "steps/fears"}, writer=OPEN) for method in ("GET", "POST")},
    **{f"{method} programme.add": on("manuscript", fixed={"place": "steps"}, writer=OPEN) for method in ("GET", "POST")},
    **{
        f"POST programme.{act}": on("manuscript", fixed={"place": "steps/fears"}, writer=OPEN) for act in ("up", "down", "remove")
    },
    "POST programme.undo": on("manuscript", fixed={"revision": "0"}, writer=OPEN),
    **{f"POST programme.{verb}": on("manuscript", writer=OPEN) for verb in ("publish", "copy")},
    "POST programme.discard": on("manuscript to discard", writer=OPEN),
    "GET homework.preview": on("manuscript", fixed={"slug": "fears"}, writer=OPEN),
    "GET homework.preview_group": on("manuscript", fixed={"slug": "fears", "group": "greatest"}, writer=OPEN),
    **{f"{method} programme.move": on("couple", **COACH) for method in ("GET", "POST")},
    "GET desk.show": to("coach"),
    "GET home.show": to("partner"),
    # homework: the coach gives it
    "GET homework.assign": on("couple", **COACH),
    "POST homework.assign": on("couple", **COACH),
    **{
        f"{method} homework.{page}": on("assignment", **COACHS_JOINT_STEP)
        for method in ("GET", "POST")
        for page in ("change", "withdraw")
    },
    # homework: a partner writes
    **{f"GET homework.{page}": on("homework", **OWN) for page in ("show", "versions", "check")},
    "GET homework.part": on("own homework", fixed={"group": "greatest"}, **OWN),
    "POST homework.part": on("own homework", fixed={"group": "greatest"}, **OWN),
    "POST homework.save": on("own homework", **OWN),
    "POST homework.submit": on("own homework", **OWN),
    "POST homework.release": on("reflection", **OWN),
    "GET homework.calm": on("homework", **OWN),
    **{
        f"{method} homework.{page}": on("homework", **OWN)
        for method in ("GET", "POST")
        for page in ("plan", "afterwards", "not_yet")
    },
    **{f"{method} homework.take_back": on("homework", **OWN) for method in ("GET", "POST")},
    # journal
    **{f"GET journal.{page}": to("partner") for page in ("week", "shared")},
    **{f"{method} journal.write": on("daily homework", fixed={"key": "happiness"}, **OWN) for method in ("GET", "POST")},
    **{f"POST journal.{verb}": on("daily homework", fixed={"key": "happiness"}, **OWN) for verb in ("rest", "wake")},
    **{f"{method} journal.{page}": on("entry", **OWN) for method in ("GET", "POST") for page in ("change", "share", "remove")},
    "POST journal.unshare": on("entry", **OWN),
    "GET journal.couple": on("couple", **COACH),
    # review
    "GET review.queue": to("coach"),
    "GET review.read": on("homework", **COACHS_STEP),
    "POST review.feedback": on("homework", **COACHS_STEP),
    "POST review.ask_again": on("homework", **COACHS_STEP),
    "POST review.reviewed": on("homework", **COACHS_STEP),
    "GET review.set_aside": on("homework", **COACHS_STEP),
    "POST review.set_aside": on("homework", **COACHS_STEP),
    "POST review.choose": on("reflection", **COACHS_STEP),
    "GET review.together": on("assignment", **COACHS_JOINT_STEP),
    "POST review.feedback_together": on("assignment", **COACHS_JOINT_STEP),
    "GET review.reveal": on("assignment", **COACHS_JOINT_STEP),
    "POST review.reveal": on("assignment", **COACHS_JOINT_STEP),
    "GET review.session": on("assignment", **COACHS_JOINT_STEP),
    "POST review.rate": on("homework", **COACHS_STEP),
    # the way
    **{f"GET way.{page}": on("couple", **COACH) for page in ("show", "plan")},
    **{f"POST way.{page}": on("couple", **COACH) for page in ("plan", "remove")},
    "GET way.change": on("planned step", coach=OPEN),
    **{f"POST way.{verb}": on("planned step", coach=OPEN) for verb in ("change", "move", "skip", "take_up", "give")},
    # reporting
    "GET reporting.letterhead": to("owner"),
    "GET reporting.logo": to(),  # no practice of this world has one: see tests/reporting/test_letterhead.py
    **{f"POST reporting.{verb}": to("owner") for verb in ("letterhead", "put_on", "take_off")},
    "GET reporting.choose": on("couple", **COACH),
    **{f"{method} reporting.request": on("couple", fixed={"kind": "progress"}, **COACH) for method in ("GET", "POST")},
    **{f"GET reporting.{page}": on("report", coach=OPEN) for page in ("show", "state", "file", "archive", "give")},
    "GET reporting.preview": on("report", fixed={"whom": "1"}, coach=OPEN),
    **{f"POST reporting.{verb}": on("report", coach=OPEN) for verb in ("cancel", "retry", "anew", "give", "undo", "revoke")},
    **{f"{method} reporting.batch_request": to("coach") for method in ("GET", "POST")},
    **{f"GET reporting.{page}": on("batch", writer=OPEN) for page in ("batch", "batch_state")},
    **{f"POST reporting.batch_{verb}": on("batch", writer=OPEN) for verb in ("call_off", "retry")},
    **{f"{method} reporting.release_prepare": on("couple", **COACH) for method in ("GET", "POST")},
    "GET reporting.release": on("release", coach=OPEN),
    **{f"POST reporting.release_{verb}": on("release", coach=OPEN) for verb in ("issue", "call_off")},
    **{f"{method} reporting.consent": on("consent", writer=OPEN) for method in ("GET", "POST")},
    **{f"POST reporting.consent_{verb}": on("consent", writer=OPEN) for verb in ("decline", "withdraw")},
    "GET reporting.documents": to("partner"),
    "GET reporting.document_file": on("document", writer=OPEN),
    # agreements: lines of ledgers
    "GET agreements.ours": to("partner"),
    "GET agreements.couple": on("couple", **COACH),
    **{f"{method} agreements.causes": on("assignment of causes", **COACHS_JOINT_STEP) for method in ("GET", "POST")},
    **{f"{method} agreements.ledger": on("homework with a pace", fixed={"key": "jar"}, **OWN) for method in ("GET", "POST")},
    **{
        f"POST agreements.{verb}": on("homework with a pace", fixed={"key": "jar"}, **OWN) for verb in ("draw", "put_back", "did")
    },
    "GET agreements.line": on("line", writer=OPEN, partner=OPEN, coach=OPEN),
    **{f"GET agreements.{verb}": on("line", writer=OPEN, partner=OPEN, coach=403) for verb in ("change", "end")},
    **{
        f"POST agreements.{verb}": on("line", writer=OPEN, partner=OPEN, coach=403)
        for verb in ("change", "end", "say_yes", "check", "let_go", "reopen")
    },
    "POST agreements.open_larger": on("line", coach=OPEN, writer=403, partner=403),
    # agreements: a text that both sign
    **{f"{method} agreements.text": on("homework with a text", fixed={"key": "commitment"}, **OWN) for method in ("GET", "POST")},
    "GET agreements.wordings": on("homework with a text", fixed={"key": "commitment"}, **OWN),
    **{
        f"POST agreements.{verb}": on("homework with a text", fixed={"key": "commitment"}, **OWN)
        for verb in ("approve", "take_back", "renew")
    },
    **{
        route: on("assignment with a text", fixed={"key": "commitment"}, **COACHS_JOINT_STEP)
        for route in ("GET agreements.text_of", "POST agreements.text_of", "GET agreements.wordings_of")
    },
    # turns
    **{f"{method} turns.ready": on("homework in turns", **OWN) for method in ("GET", "POST")},
    "GET turns.show": on("homework in turns", **OWN),
    **{f"POST turns.{verb}": on("homework in turns", **OWN) for verb in ("say", "hear", "felt_heard", "not_yet", "need_a_break")},
    "GET turns.open": on("assignment in turns", **COACHS_JOINT_STEP),
    "GET turns.session": on("assignment in turns", **COACHS_JOINT_STEP),
    **{
        f"POST turns.{verb}": on("assignment in turns", **COACHS_JOINT_STEP)
        for verb in ("open", "close", "begin", "pause", "resume", "next")
    },
    # pace
    **{f"{method} pace.set": on("homework with a pace", **OWN) for method in ("GET", "POST")},
    "GET pace.together": on("assignment with a pace", **COACHS_JOINT_STEP),
    "POST pace.open": on("assignment with a pace", **COACHS_JOINT_STEP),
    **OF_EACH,
    # reminders
    **{f"{method} reminders.settings": to("everyone") for method in ("GET", "POST")},
    **{f"{method} reminders.stop": to("public", fixed={"token": "nobody-made-this-one"}) for method in ("GET", "POST")},
    "GET reminders.stopped": to("public"),
}
MATRIX |= MEETINGS
# Links in letters: whoever holds one may open the page; an unknown one is told plainly, to everybody alike.
UNKNOWN_LINK = Entry("", {"link": 404}, {"token": "unknown"})
MATRIX |= {f"{method} people.{page}": UNKNOWN_LINK for method in ("GET", "POST") for page in ("join", "reset")}
# The sample practice's letters: in a real practice there is no such page.
MATRIX["GET people.letters"] = Entry("", {"link": 404})
# Once a practice is open, its first page is spent, and whoever types nothing at the door is asked to sign in.
MATRIX |= {f"{method} people.first_run": Entry("", {"link": OPEN}, {"token": "unknown"}) for method in ("GET", "POST")}
MATRIX["POST people.sign_in"] = Entry("", {"link": "sign in"})
