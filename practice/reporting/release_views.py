"""The coach prepares a copy for somebody outside, sees who has consented, has it made, or calls it off."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from practice import clock
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.errors import Refused
from practice.jobs import wake
from practice.reporting import consents
from practice.reporting.asking import ask
from practice.reporting.jobs import make_report
from practice.reporting.listing import copies_of
from practice.reporting.models import Kind
from practice.reporting.release_forms import ReleaseForm
from practice.reporting.releases import Release
from practice.web import me, on


@on(Couple, "release")
def prepare(couple: Couple) -> ResponseReturnValue:
    form = ReleaseForm(couple, clock.today(me().time_zone))
    if form.validate_on_submit():
        try:
            release = consents.prepare(couple, form.terms, by=me(), key=form.key.data or public_id())
        except Refused as refusal:
            form.form_errors.append(refusal.sentence)
        else:
            db.session.commit()
            flash("Prepared. Each who is asked finds it on their own page.")
            return redirect(url_for("reporting.release", public_id=release.public_id), 303)
    return render_template("reporting/release_prepare.html", couple=couple, form=form)


@on(Release, "see")
def show(release: Release) -> ResponseReturnValue:
    told = {"couple": release.couple, "terms": release.terms, "copies": copies_of(release, me())}
    return render_template("reporting/release.html", release=release, **told)


@on(Release, "issue")
def issue(release: Release) -> ResponseReturnValue:
    """Have the copy made. All consents are asked for once more in the act that finishes it."""
    release.hold()
    release.must_stand()
    made = next(iter(copies_of(release, me())), None)
    if made is None:
        days = (release.from_on, release.to_on)
        named = (release.couple, release.audience, *days)
        made = ask(*named, kind=Kind.RELEASE, about=release.public_id, by=me(), key=f"copy-{release.public_id}")
    db.session.commit()
    wake(make_report, made.public_id)
    return redirect(url_for("reporting.show", public_id=made.public_id), 303)


@on(Release, "call_off")
def call_off(release: Release) -> ResponseReturnValue:
    release.call_off(by=me())
    db.session.commit()
    flash("Called off. Nobody is asked any more.")
    return redirect(url_for("reporting.release", public_id=release.public_id), 303)
