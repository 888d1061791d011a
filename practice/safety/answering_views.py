"""What each is asked alone. Whatever is answered, the pages, the answers to the browser and the work behind them are the same."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice.db import db, public_id
from practice.safety import help_lines
from practice.safety.forms import AloneForm
from practice.safety.models import SafetyScreen
from practice.web import me, on


@on(SafetyScreen, "answer")
def answer(screen: SafetyScreen) -> ResponseReturnValue:
    """The four questions; once they were sent there is nothing here any more."""
    if request.method == "GET":
        return redirect(url_for("home.show"), 303) if screen.answered_at else _page(screen)
    form = AloneForm()
    if form.is_somebody_elses():
        return _page(screen, is_somebody_elses=True), 409
    if not form.is_whole:
        # Sent again from an error page, which gives none of this back.
        return redirect(url_for("safety.answer", public_id=screen.public_id), 303)
    screen.answer(form.answers, save_key=form.own_key)
    db.session.commit()
    flash("Sent. Thank you.")
    return redirect(url_for("home.show"), 303)


def _page(screen: SafetyScreen, *, is_somebody_elses: bool = False) -> str:
    """Always empty: what was chosen is never shown again, not even on a page that could not be sent."""
    form = AloneForm(formdata=None, data={"answering_as": me().public_id, "save_key": public_id(), "alone_whole": "1"})
    return render_template(
        "safety/answer.html", screen=screen, couple=screen.couple, form=form, is_somebody_elses=is_somebody_elses,
        emergency=help_lines.emergency(me().practice),
    )  # fmt: skip
