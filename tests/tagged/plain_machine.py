"""Prints names on a machine that has no faces but ours: `python -m tests.tagged.plain_machine NAME…`, faults on its output.

A process of its own, for fontconfig reads once which faces a machine has.
"""

import dataclasses
import sys

from tests.reporting import sample
from tests.tagged.faults import faults


def main(names: list[str]) -> None:
    for name in names:
        facts = sample.saying(f"I am {name}. {name}", name=name)
        facts = dataclasses.replace(facts, sheet=dataclasses.replace(facts.sheet, practice=name, audience=f"For {name}"))
        for fault in faults(sample.printed(facts)):
            print(f"{name}: {fault}")


main(sys.argv[1:])
