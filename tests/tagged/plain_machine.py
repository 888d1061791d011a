"""Prints names on a machine that has no faces but ours: `python -m tests.tagged.plain_machine NAME…`, faults on its output.

A process of its own, for fontconfig reads once which faces a machine has.
"""

import dataclasses
import sys

from tests.reporting import sample
from tests.tagged.faults import faults


def main(names: list[str]) -> None:
    facts = sample.saying("\n\n".join(f"I am {name}. {name}" for name in names), name=names[0])
    all_of_them = " · ".join(names)
    facts = dataclasses.replace(
        facts, sheet=dataclasses.replace(facts.sheet, practice=all_of_them, audience=f"For {all_of_them}")
    )
    for fault in faults(sample.printed(facts)):
        print(fault)


main(sys.argv[1:])
