"""One's own short questions: what waits, what was sent, and whether both wish to know each other's totals."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from practice.couples import models as couples
from practice.db import db
from practice.measures import models, releases, results, showing
from practice.measures.forms import WordForm
from practice.web import me, partner_only

_YES = "Kept. Totals open once you have both agreed, and close again as soon as either of you takes it back."
_NO = "Taken back. Neither of you finds the other's totals here any more."


@partner_only
def mine() -> str:
    """What is one's own, and what is open to both."""
    couple = couples.of(me())
    series, words, open_to_both = results.of(couple, [me()]), releases.words_of(couple, me()), releases.open_of(couple)
    return render_template(
        "measures/mine.html", couple=couple, waiting=models.open_for(me()) if couple.may_write else [],
        shown=showing.of(series, couple),
        words=words, open_to_both=open_to_both, form=WordForm(formdata=None, answering_as=me().public_id),
    )  # fmt: skip


@partner_only
def agree(slug: str) -> ResponseReturnValue:
    """Agree that both may know the totals."""
    return _say(slug, yes=True)


@partner_only
def take_back(slug: str) -> ResponseReturnValue:
    """Take it back."""
    return _say(slug, yes=False)


def _say(slug: str, *, yes: bool) -> ResponseReturnValue:
    couple = couples.of(me())
    if not any(one.person.id == me().id and one.instrument.key == slug for one in results.of(couple, [me()])):
        abort(404)
    form = WordForm()
    if form.is_somebody_elses():
        flash("Somebody else opened that page, so nothing was changed.", "attention")
        return redirect(url_for("measures.mine"), 303)
    (releases.agree if yes else releases.take_back)(couple, me(), slug)
    db.session.commit()
    flash(_YES if yes else _NO)
    return redirect(url_for("measures.mine"), 303)
