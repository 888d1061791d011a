"""What the domain says when a rule forbids an act now."""


class Refused(Exception):
    """An act makes no sense in the present state; the sentence is meant for the person who tried."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
