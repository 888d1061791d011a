"""Invented questionnaires for the tests: no published item is quoted anywhere."""

from decimal import Decimal

from practice.measures.instruments import Instrument, Item, Status, Subscale

HOUSE_SCALE = Instrument(
    key="house-3", name="House-3", title="An invented scale", citation="Nobody (2026).", licence="Ours.",
    status=Status.NO_NORMS, higher_is_better=True, lowest=Decimal(0), highest=Decimal(12), multiplier=Decimal(2),
    items=(
        Item((0, 1, 2), text="Stand-in one", options=("no", "some", "yes")),
        Item((2, 1, 0), text="Stand-in two", options=("no", "some", "yes"), key="two"),
        Item((0, 1, 2), text="Stand-in three", low="never", high="always"),
    ),
    subscales=(Subscale("calm", "Calm", (1,)), Subscale("talk", "Talk", (2, 3))),
)  # fmt: skip
