"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.people import (
    account_views,
    address_views,
    code_views,
    factor_views,
    first_run_views,
    invitation_views,
    joining_views,
    sign_in_views,
    staff_views,
)

people = Blueprint("people", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/", sign_in_views.start, _GET),
    ("/health", sign_in_views.health, _GET),
    ("/sign-in", sign_in_views.sign_in, _BOTH),
    ("/sign-in/token", sign_in_views.token, _GET),
    ("/sign-in/code", code_views.code, _BOTH),
    ("/sign-out", sign_in_views.sign_out, _POST),
    ("/leave", sign_in_views.leave, _GET),
    ("/join/<token>", joining_views.join, _BOTH),
    ("/forgotten", joining_views.forgotten, _BOTH),
    ("/reset/<token>", joining_views.reset, _BOTH),
    ("/mailbox", joining_views.letters, _GET),
    ("/first-run/<token>", first_run_views.first_run, _BOTH),
    ("/prove", account_views.prove, _BOTH),
    ("/account", account_views.account, _BOTH),
    ("/account/password", account_views.change_password, _BOTH),
    ("/account/email", address_views.change_email, _BOTH),
    ("/account/email/<token>", address_views.confirm_email, _BOTH),
    ("/account/sign-ins/end-others", account_views.end_others, _POST),
    ("/account/sign-ins/<public_id>/end", account_views.end_sign_in, _POST),
    ("/account/second-factor", factor_views.enrol, _BOTH),
    ("/account/recovery-codes", factor_views.recovery_codes, _BOTH),
    ("/coaches", staff_views.coaches, _GET),
    ("/coaches/new", staff_views.add_coach, _BOTH),
    ("/people/<public_id>/disable", staff_views.disable, _POST),
    ("/people/<public_id>/enable", staff_views.enable, _POST),
    ("/people/<public_id>/end-sign-ins", staff_views.end_sign_ins, _POST),
    ("/people/<public_id>/forget-factor", staff_views.forget_factor, _POST),
    ("/people/<public_id>/invite", invitation_views.invite, _POST),
    ("/people/<public_id>/revoke", invitation_views.revoke, _POST),
):
    people.add_url_rule(address, view_func=view, methods=methods)
