"""The lines of the matrix for what is each one's own: goals, questionnaires, and what each is asked alone."""

from tests.policy.entries import COACH, OPEN, OWN, Entry, on, to

OF_EACH: dict[str, Entry] = {
    # goals
    "GET goals.show": to("partner"),
    **{f"{method} goals.begin": to("partner") for method in ("GET", "POST")},
    **{f"{method} goals.{page}": on("goal", **OWN) for method in ("GET", "POST") for page in ("change", "rate", "share")},
    "POST goals.unshare": on("goal", **OWN),
    **{f"{method} goals.let_go": on("goal to let go", **OWN) for method in ("GET", "POST")},
    # measures
    **{f"GET measures.{page}": to("coach", fixed=fixed) for page, fixed in (("show", {}), ("instrument", {"slug": "csi-4"}))},
    **{f"{method} measures.{page}": to("owner") for method in ("GET", "POST") for page in ("own", "bring")},
    **{f"{method} measures.load": to("owner", fixed={"slug": "csi-4"}) for method in ("GET", "POST")},
    "POST measures.switch": to("owner", fixed={"slug": "csi-4"}),
    **{f"{method} measures.ask": on("couple", **COACH) for method in ("GET", "POST")},
    "GET measures.end": on("asking", coach=OPEN),
    "POST measures.stop": on("asking to end", coach=OPEN),
    **{route: on("occasion", coach=OPEN, writer=403) for route in ("GET measures.read", "POST measures.have_read")},
    "GET measures.mine": to("partner"),
    **{f"{method} measures.answer": on("occasion", **OWN) for method in ("GET", "POST")},
    "POST measures.save": on("occasion", **OWN),
    # Of what one was never asked there is nothing to say.
    **{f"POST measures.{verb}": to(fixed={"slug": "csi-32"}) for verb in ("agree", "take_back")},
    # safety
    **{f"{method} safety.answer": on("questions asked alone", writer=OPEN, coach=403) for method in ("GET", "POST")},
    "GET safety.alone": on("couple", **COACH),
    **{f"POST safety.{verb}": on("couple", **COACH) for verb in ("ask", "rhythm", "hold", "release", "deal")},
    "GET safety.lines": to("coach"),
    **{f"{method} safety.add": to("coach") for method in ("GET", "POST")},
    **{f"{method} safety.line": to("coach", fixed={"key": "gb-england"}) for method in ("GET", "POST")},
    **{
        f"POST safety.{verb}": to("coach", fixed={"key": key})
        for verb, key in (("checked", "ie-samaritans"), ("remove", "gb-wales"))
    },
}
