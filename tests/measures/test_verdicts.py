"""What is said of a change: the words for a client, for a coach, and for when there is nothing to tell."""

import pytest

from practice.measures import verdicts
from practice.measures.instruments import shipped

CSI, PHQ, PULSE = shipped()["csi-16"], shipped()["phq-9"], shipped()["pulse"]
NOTHING = "No change larger than the questionnaire's measurement error."


@pytest.mark.parametrize(
    ("instrument", "earlier", "later", "client", "coach"),
    [
        (CSI, 40, 60, "A reliable rise, and now in the satisfied range.", None),
        (CSI, 30, 40, "A reliable rise.", None),
        (CSI, 40, 46, NOTHING, None),
        (CSI, 40, 30, "A reliable fall.", None),
        (CSI, 60, 40, "A reliable fall.", "A reliable fall, and now outside the satisfied range."),
        (PHQ, 16, 8, "A reliable fall, and now in the range below the cut.", None),
        (PHQ, 4, 14, "A reliable rise.", "A reliable rise, and now outside the range below the cut."),
        (CSI, 40, None, "There is one score so far; a change can be told once there is a second.", None),
        (CSI, None, None, "A change needs two complete scores, an earlier and a later one.", None),
        (PULSE, 4, 40, "Pulse has no norms: it shows a trend and gives no verdict.", None),
    ],
)
def test_a_change_in_words(instrument: object, earlier: int, later: int, client: str, coach: str | None) -> None:
    assert verdicts.told(instrument, earlier, later) == client
    assert verdicts.told(instrument, earlier, later, for_coach=True) == (coach or client)


def test_what_it_takes_is_printed_with_how_firm_it_is() -> None:
    assert verdicts.threshold_in_words(CSI) == "A change counts from 7 points (provisional figures)."
    assert verdicts.threshold_in_words(PHQ) == "A change counts from 6 points (published figures)."
    assert verdicts.threshold_in_words(PULSE) == "A trend, never a verdict (ours, no norms)."
