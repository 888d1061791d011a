"""The coach asks one person or both, ends it, and reads what was answered."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from practice import clock
from practice.couples.models import Couple
from practice.db import db
from practice.errors import Refused
from practice.measures import alarms, answers, asking, shelf
from practice.measures.forms import AskForm
from practice.measures.models import Asking, Occasion
from practice.measures.questions import sheet_of
from practice.people.models import Person
from practice.web import me, on


@on(Couple, "measure")
def ask(couple: Couple) -> ResponseReturnValue:
    """Choose a questionnaire, whom to ask, and when."""
    ready = shelf.ready(couple.practice)
    form = AskForm(on=clock.today(me().time_zone), start=clock.today(me().time_zone))
    form.offer(couple, [(place.instrument.key, place.instrument.name) for place in ready])
    if form.validate_on_submit():
        try:
            version = shelf.version_to_ask(couple.practice, form.slug.data)
            made = asking.ask(couple, _people(couple, form), version, form.plan(), by=me(), asked_key=form.asked_key.data)
            db.session.commit()
        except Refused as refusal:
            db.session.rollback()
            form.form_errors.append(refusal.sentence)
        except IntegrityError:
            # The other half of a double click was quicker.
            address = url_for("couples.show", public_id=couple.public_id, _anchor="measures")
            db.session.rollback()
            return redirect(address, 303)
        else:
            flash("Asked. Each finds it alone, on their own page." if len(made) > 1 else "Asked. Only you and they know of it.")
            return redirect(url_for("couples.show", public_id=couple.public_id, _anchor="measures"), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("measures/ask.html", couple=couple, form=form, ready=ready), status


@on(Asking, "end")
def end(asked: Asking) -> ResponseReturnValue:
    """What ending means; then end it."""
    return render_template("measures/end.html", asking=asked, couple=asked.couple)


@on(Asking, "end")
def stop(asked: Asking) -> ResponseReturnValue:
    """Ask no more."""
    address = url_for("couples.show", public_id=asked.couple.public_id, _anchor="measures")
    asking.end(asked, by=me())
    db.session.commit()
    flash("Ended. What was answered stays.")
    return redirect(address, 303)


@on(Occasion, "read")
def read(occasion: Occasion) -> ResponseReturnValue:
    """The answers of one occasion, item by item, for the coach alone."""
    sent = answers.of(occasion)
    asked, couple = occasion.asking, occasion.couple
    instrument = asked.version.instrument
    chosen = {number: place for number, place in enumerate(sent.places, start=1) if place is not None} if sent else {}
    return render_template(
        "measures/read.html", occasion=occasion, asking=asked, couple=couple, sent=sent, sheet=sheet_of(instrument, chosen),
        total=answers.totals_of([occasion]).get(occasion.id), alarm=alarms.in_answers(sent) if sent else None,
    )  # fmt: skip


@on(Occasion, "read")
def have_read(occasion: Occasion) -> ResponseReturnValue:
    """The coach says that they have read it."""
    address = url_for("couples.show", public_id=occasion.couple.public_id, _anchor="measures")
    if sent := answers.of(occasion):
        sent.read()
    db.session.commit()
    flash("Noted.")
    return redirect(address, 303)


def _people(couple: Couple, form: AskForm) -> list[Person]:
    return {"both": list(couple.partners), "first": [couple.first], "second": [couple.second]}[form.whom.data]
