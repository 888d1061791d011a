"""What every column holds: a new one must say so here before the build passes.

private: what people write, sealed · secret: proves who somebody is, hashed or sealed · personal: who they are ·
open: ids, states, times and counts, which say nothing without the rest · published: the programme's own words,
also those that a coach is still writing.
"""

PRIVATE = {
    *("ledger_lines.sealed", "check_ins.sealed", "line_remarks.sealed"),
    *("answers.sealed", "assignments.sealed", "drafts.sealed", "draft_versions.sealed", "feedback.sealed"),
    *("entries.sealed", "planned_steps.sealed", "letters.sealed", "reports.sealed", "releases.sealed"),
    "reports.sealed_facts",
    *("openings.sealed", "moves.sealed"),
    *("text_versions.sealed", "pace_choices.sealed", "pace_openings.sealed"),
    *("appointments.sealed", "pins.sealed", "note_texts.sealed", "process_texts.sealed"),
    *("note_drafts.sealed", "process_drafts.sealed"),
    *("safety_answers.sealed", "safety_dealings.sealed"),
    *("goals.sealed", "goal_ratings.sealed"),
    *("item_answers.sealed", "measure_marks.sealed", "measure_totals.sealed"),
    *("plans.sealed", "ratings.sealed", "not_yets.sealed"),
}
SECRET = {
    *("people.password_hash", "people.totp_sealed", "recovery_codes.code_hash", "sign_ins.handle_hash", "links.sealed"),
    *("digests.token_hash", "links.token_hash", "first_runs.token_hash", "guess_buckets.name_hash", "keys.wrapped"),
}
PERSONAL = {
    *("people.name", "people.email", "people.time_zone", "people.locale", "practices.name", "practices.country"),
    *("letters.to_name", "letters.to_address", "signatures.typed_name", "consents.typed_name", "sign_ins.device"),
}
PICTURES = {"logos.data"}  # bytes that lie open: a practice's own paper is its public face
PERSONAL |= {"letterheads.name", "letterheads.address", "letterheads.footer", "letterheads.accent", *PICTURES}
PUBLISHED = {
    *("editions.slug", "editions.title", "editions.version", "editions.digest", "editions.frame"),
    *("manuscripts.slug", "manuscripts.title", "manuscripts.body", "manuscripts.body_before"),
    *("published_steps.slug", "published_steps.title", "published_steps.body", "published_steps.position"),
    *("published_steps.together", "letters.subject"),
    *("instrument_versions.slug", "instrument_versions.number", "instrument_versions.body", "instrument_versions.digest"),
}
# What a practice keeps for all its coaches to pass on: it speaks of nobody.
PUBLISHED |= {"help_lines.country", "help_lines.name", "help_lines.number", "help_lines.hours", "help_lines.note"}
# Open columns by the word they end in: ids, keys of requests, moments, days, states, counts.
OPEN_ENDINGS = ("id", "_id", "_key", "_at", "_on", "sealed_for")
OPEN = {
    *("letterheads.revision", "logos.digest", "logos.kind"),
    *("reminder_settings.is_on", "reminder_settings.minute", "digests.on", "step_reminders.times", "letters.may_be_stopped"),
    *("safety_screens.round", "safety_dealings.about", "safety_rhythms.at_first", "safety_rhythms.unit", "safety_rhythms.every"),
    *("help_lines.key", "help_lines.revision"),
    *("goals.place", "goals.revision", "goal_ratings.on"),
    "manuscripts.revision",
    *("appointments.with_whom", "appointments.time_zone", "appointments.minutes", "appointments.state", "appointments.revision"),
    *("appointments.called_off_by", "attendances.attended", "pins.kind", "pins.position", "pins.for_both", "pins.revision"),
    *("note_texts.number", "note_texts.is_addition", "note_texts.part", "process_texts.number", "process_texts.is_addition"),
    *(f"{kind}_drafts.{column}" for kind in ("note", "process") for column in ("page", "turn", "revision", "is_late", "seen")),
    "note_drafts.part",
    *("instrument_versions.has_safety", "instrument_switches.slug", "instrument_switches.is_on", "totals_releases.slug"),
    *("askings.rhythm", "askings.every_weeks", "occasions.number", "occasions.point", "occasions.state", "occasions.reminded"),
    "measure_marks.revision",
    *("joint_texts.key", "text_versions.number", "renewals.turn", "pace_choices.revision"),
    *("ledger_lines.owner", "ledger_lines.shared", "ledger_lines.state", "ledger_lines.revision", "ledger_lines.larger"),
    *("ledger_lines.step", "ledger_lines.ledger", "ledger_lines.source_row", "check_ins.kept", "check_ins.hours"),
    *("line_remarks.kind", "line_remarks.revision", "line_remarks.at", "jars.step", "jars.ledger"),
    *("openings.number", "moves.number", "moves.kind", "moves.at"),
    *("answers.readers", "assignments.together", "assignments.reveals", "confidentialities.version"),
    *("confidentialities.kind", "couples.state", "couples.state_before", "drafts.revision", "draft_versions.revision"),
    *("entries.key", "entries.on", "entries.one_a_day", "entries.kind", "entries.minutes", "entries.number"),
    *("entries.readers", "entries.revision", "daily_rests.key"),
    *("events.at", "events.verb", "events.actor", "events.subject", "events.couple", "events.facts"),
    *("guess_buckets.left", "guess_buckets.at", "homework.state", "keys.owner", "keys.wrapped_by", "letters.tries"),
    *("letters.trouble", "links.purpose", "links.wrong_codes", "people.role", "people.is_owner", "people.totp_last_step"),
    *(
        "reflections.attempt",
        "reports.kind",
        "reports.about",
        "reports.audience",
        "reports.state",
        "reports.progress",
        "reports.tries",
        "reports.trouble",
    ),
    *("not_yets.reason", "ratings.amount", "ratings.quality", "ratings.difficulty", "ratings.helpfulness"),
    *("documents.visible_from", "batches.kind", "batches.audience", "consents.answer"),
    *("releases.audience", "releases.attendance", "releases.goals", "releases.totals"),
    *("reports.facts_digest", "reports.pages", "reports.size"),
    *("planned_steps.position", "planned_steps.whom", "planned_steps.opens", "planned_steps.after_days"),
    *("planned_steps.due_after_days", "planned_steps.reveals", "planned_steps.revision", "ways.revision", "ways.moved_days"),
}
