"""The confidentiality policy: proposed by the coach, read and signed by each partner."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from practice.choosing import to_choose
from practice.couples import receipts
from practice.couples.confidentiality import Confidentiality, Kind
from practice.couples.forms import PolicyForm, SignForm, kinds
from practice.couples.models import Couple
from practice.db import db
from practice.errors import Refused
from practice.web import me, on


@on(Couple, "propose")
def propose(couple: Couple) -> ResponseReturnValue:
    form = PolicyForm()
    form.kind.choices = to_choose(kinds(couple.coach.name, but=couple.confidentialities[-1].kind))
    if form.validate_on_submit():
        couple.propose(Kind(form.kind.data), by=me())
        db.session.commit()
        flash("Proposed. It begins once both have signed; until then the policy they signed last goes on.")
        return redirect(url_for("couples.show", public_id=couple.public_id, _anchor="confidentiality"), 303)
    return render_template("couples/propose.html", couple=couple, form=form)


@on(Confidentiality, "see")
def confidentiality(agreement: Confidentiality) -> ResponseReturnValue:
    return _page(agreement, SignForm(formdata=None))


@on(Confidentiality, "sign")
def sign(agreement: Confidentiality) -> ResponseReturnValue:
    form = SignForm()
    if form.validate_on_submit():
        try:
            agreement.couple.sign(agreement, me(), form.typed_name.data)
        except Refused as refusal:
            form.typed_name.errors = [refusal.sentence]
        else:
            db.session.commit()
            flash("Thank you. You have signed this.")
            return redirect(url_for("home.show"), 303)
    return _page(agreement, form)


def _page(agreement: Confidentiality, form: SignForm) -> str:
    couple, reader = agreement.couple, me()
    return render_template(
        "couples/confidentiality.html",
        agreement=agreement,
        couple=couple,
        other=couple.other(reader),
        is_newest=agreement is couple.confidentialities[-1],
        signatures=agreement.signatures_shown_to(reader),
        receipts=receipts.of(couple),
        form=form,
    )
