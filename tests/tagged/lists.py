"""Lists: items in lists, labels and bodies in items, and nothing else in either."""

from collections.abc import Iterator

from tests.tagged.tree import Element, Tree

HOLDS = {"L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}}
LIES_IN = {"LI": {"L"}, "LBody": {"LI"}}


def faults(tree: Tree) -> Iterator[str]:
    """Faults of nesting, each told once for each place."""
    for each in tree.of("L", "LI"):
        yield from (f"{each.kind} holds {kind}" for kind in dict.fromkeys(each.kinds) if kind not in HOLDS[each.kind])
        if each.marks:
            yield f"{each.kind} holds bare text"
        else:
            yield from _whole(each)
    for each in tree.of("LI", "LBody"):
        if each.parent is None or each.parent.kind not in LIES_IN[each.kind]:
            yield f"{each.kind} lies in {each.parent.kind if each.parent else 'nothing'}"


def _whole(each: Element) -> Iterator[str]:
    if each.kind == "L" and not {"LI", "L"} & set(each.kinds):
        yield "a list has no items"
    if each.kind == "LI" and each.kinds.count("LBody") != 1 and set(each.kinds) <= HOLDS["LI"]:
        yield f"a list item has {each.kinds.count('LBody')} bodies, and one is right"
