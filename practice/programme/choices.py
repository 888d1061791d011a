"""What an editor offers to choose from, in a coach's words."""

from practice.programme.prompts import ColumnKind, PromptKind, Readers
from practice.programme.ways import Checks, DoneKind, Mechanic

MECHANICS = {
    Mechanic.ANSWER.value: "Questions answered in writing",
    Mechanic.SEALED.value: "Sealed until both have sent",
    Mechanic.READY.value: "Begins when both are ready",
    Mechanic.TURNS.value: "One speaks, the other says back what they heard",
    Mechanic.COSIGNED.value: "One text that both sign",
    Mechanic.DAILY.value: "A short entry a day",
    Mechanic.LEDGER.value: "A list that goes on after the step",
    Mechanic.PACE.value: "Only as far and as fast as both want",
}
AFTER = {"": "From the beginning", **{key: f"After: {label.lower()}" for key, label in MECHANICS.items()}}
READERS = {
    Readers.ONLY_ME.value: "The writer alone; you see that it was answered",
    Readers.COACH.value: "The writer and you",
    Readers.BOTH.value: "Both partners and you, once it is opened",
}
PROMPT_READERS = {"": "As in the rest of the step", **READERS, Readers.SAFETY.value: "You alone; it is never shown again"}
PROMPT_KINDS = {
    PromptKind.LONG.value: "Some lines",
    PromptKind.SHORT.value: "A few words",
    PromptKind.SCALE.value: "A number from 0 to 10",
    PromptKind.CHOICE.value: "One of several answers",
    PromptKind.CHECKLIST.value: "Any of several answers",
    PromptKind.ROWS.value: "A list, line by line",
    PromptKind.YES_NO.value: "Yes or no",
    PromptKind.DATE.value: "A day",
}
COLUMN_KINDS = {
    ColumnKind.SHORT.value: "A few words",
    ColumnKind.LONG.value: "Some lines",
    ColumnKind.DATE.value: "A day",
}
CHECKS = {
    Checks.NONE.value: "Nothing",
    Checks.KEPT.value: "Whether it was kept",
    Checks.HOURS.value: "How many hours it took",
}
COMPANY = {"yes": "Both, together", "no": "Each alone"}
DONE_KINDS = {
    DoneKind.SENT.value: "Everyone has sent",
    DoneKind.REVEALED.value: "What they sent is open to both",
    DoneKind.REVIEWED.value: "You have reviewed what each sent",
    DoneKind.SIGNED.value: "Both have signed a text",
    DoneKind.HEARD.value: "Each has felt heard",
    DoneKind.ROWS.value: "A list has so many lines",
    DoneKind.COLUMN.value: "In every line of a list one part is filled in",
    DoneKind.ANSWERED.value: "A question has an answer",
    DoneKind.DAYS.value: "Entries on so many days, by each",
    DoneKind.SHARED_DAYS.value: "Entries on so many days, by either",
    DoneKind.KINDS.value: "Every kind of an entry was noted",
    DoneKind.LINES.value: "A list that goes on has so many lines",
    DoneKind.CHECKED.value: "So many lines were looked at in so many weeks",
    DoneKind.ENDED.value: "So many lines are done",
    DoneKind.CURED.value: "Every line it answers to has one here that is done",
}
