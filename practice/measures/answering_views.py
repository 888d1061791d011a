"""Somebody answers a questionnaire, alone: marked as one goes, sent once, and nothing on the way says what the answers mean."""

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from practice import formats
from practice.answering import SOMEBODY_ELSE, sent_as
from practice.db import db, public_id
from practice.errors import Refused
from practice.measures import answers, marks, models
from practice.measures.forms import MarkForm
from practice.measures.instruments import Instrument
from practice.measures.marks import Tapped, standing
from practice.measures.models import Occasion
from practice.measures.questions import Sheet, in_words, sheet_of, tapped_in
from practice.origins import Origin
from practice.web import me, on

_SHAPE = {"revision": int, "save_key": str, "answering_as": str, "answers": dict}
_ELSEWHERE = "Some of this was marked on another page or device meanwhile. Please look at it once more."
_EMPTY = "Nothing is marked yet, so there is nothing to send."


@on(Occasion, "answer")
def answer(occasion: Occasion) -> ResponseReturnValue:
    """One's own questions, and what is marked so far."""
    try:
        occasion.must_be_open()
    except Refused as refused:
        return _closed(refused)
    form = MarkForm() if request.method == "POST" else MarkForm(formdata=None)
    if request.method == "GET":
        chosen, form.revision.data = marks.so_far(occasion)
        return _page(occasion, form, sheet_of(_instrument(occasion), chosen))
    typed = tapped_in(_instrument(occasion), request.form)
    if form.is_somebody_elses():
        return _page(occasion, form, sheet_of(_instrument(occasion), typed)), 409
    try:
        return _keep(occasion, form, typed)
    except Refused as refused:
        db.session.rollback()
        return _closed(refused)
    except IntegrityError:
        # The other half of a double click was quicker: it is sent, and that was the wish.
        address = url_for("measures.mine")
        db.session.rollback()
        return redirect(address, 303)


@on(Occasion, "answer")
def save(occasion: Occasion) -> ResponseReturnValue:
    """Keep what the page's script sends, and say when it was kept."""
    sent = sent_as(_SHAPE)
    if sent["answering_as"] != me().public_id:
        return jsonify(error=SOMEBODY_ELSE), 409
    instrument = _instrument(occasion)
    typed = tapped_in(instrument, {f"q-{number}": place for number, place in sent["answers"].items()})
    try:
        kept, theirs = _kept(occasion, typed, Origin.of(sent["save_key"], sent["revision"]))
    except Refused as refused:
        db.session.rollback()
        return jsonify(error=refused.sentence), 409
    told = {
        "revision": kept.revision,
        "saved_at": formats.clock_time(kept.saved_at, me().time_zone),
        "theirs": {str(number): words for number, words in in_words(instrument, theirs).items()},
    }
    db.session.commit()
    return (jsonify(told | {"error": _ELSEWHERE}), 409) if theirs else (jsonify(told), 200)


def _keep(occasion: Occasion, form: MarkForm, typed: Tapped) -> ResponseReturnValue:
    go, key = request.form.get("go", ""), form.own_key
    if (sent := answers.of(occasion)) and sent.sent_key == key:
        return redirect(url_for("measures.mine"), 303)
    kept, theirs = _kept(occasion, typed, Origin.of(key, form.began_from))
    sheet, form.revision.data = sheet_of(_instrument(occasion), kept.chosen, theirs), kept.revision
    if theirs or (go in ("send", "as_it_is") and kept.chosen != standing(typed)):
        form.form_errors.append(_ELSEWHERE)
        page = _page(occasion, form, sheet)
        db.session.commit()
        return page, 409
    if (go == "as_it_is" and sheet.answered) or (go == "send" and not sheet.missing):
        answers.send(occasion, kept.chosen, sent_key=key)
        return _sent_on(occasion)
    if go == "send":
        form.form_errors.append(sheet.lacking if sheet.answered else _EMPTY)
        page = _page(occasion, form, sheet, is_asked=True)
        db.session.commit()
        return page, 422
    db.session.commit()
    flash("What you marked is kept. Come back whenever you like.")
    return redirect(url_for("home.show"), 303)


def _kept(occasion: Occasion, typed: Tapped, origin: Origin) -> tuple[marks.Marks, Tapped]:
    """Keep these marks: the row, and what stands otherwise on another page. Raises: Refused where it is closed by now."""
    occasion.asking.hold()
    occasion.must_be_open()
    kept = marks.of(occasion)
    return kept, kept.keep(typed, origin)


def _sent_on(occasion: Occasion) -> ResponseReturnValue:
    """On to what waits next, or home; the words are the same whatever was answered."""
    coach, waiting = occasion.couple.coach.name, models.open_for(me())
    db.session.commit()
    flash(f"Thank you. It is with {coach} now.")
    if waiting:
        return redirect(url_for("measures.answer", public_id=waiting[0].public_id), 303)
    return redirect(url_for("home.show"), 303)


def _closed(refused: Refused) -> ResponseReturnValue:
    flash(refused.sentence, "attention")
    return redirect(url_for("measures.mine"), 303)


def _page(occasion: Occasion, form: MarkForm, sheet: Sheet, *, is_asked: bool = False) -> str:
    if not form.is_submitted() or form.form_errors != [SOMEBODY_ELSE]:
        form.answering_as.data = me().public_id
    form.save_key.data = f"{public_id()}.0"
    return render_template("measures/answer.html", occasion=occasion, form=form, sheet=sheet, is_asked=is_asked)


def _instrument(occasion: Occasion) -> Instrument:
    return occasion.asking.version.instrument
