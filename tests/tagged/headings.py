"""Headings in order, figures in words, notes with a name of their own, no element that nobody knows."""

import itertools
from collections.abc import Iterator

from tests.tagged.tree import Tree

LEVELS = tuple(f"H{level}" for level in range(1, 7))
KNOWN = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private"),
    *("P", "H", *LEVELS, "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
    *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form"),
}


def faults(tree: Tree) -> Iterator[str]:
    """Faults of the tree as an outline."""
    if [top.kind for top in tree.tops] != ["Document"]:
        yield "the tree does not begin with one document"
    yield from tree.strays
    yield from (f"nobody knows what {kind} is" for kind in sorted({each.kind for each in tree.walk()} - KNOWN))
    yield from _headings(tree)
    for figure in tree.of("Figure", "Formula"):
        if not figure.said("/Alt") and not figure.said("/ActualText"):
            yield "a figure has no alternative text"
        if figure.kind == "Figure" and figure.attribute("/BBox") is None:
            yield "a figure does not say where it is"
    if any(not note.said("/ID") for note in tree.of("Note")):
        yield "a note has no name"


def _headings(tree: Tree) -> Iterator[str]:
    if tree.of("H"):
        yield "a heading has no level"
    headings = tree.of(*LEVELS)
    levels = [int(each.kind[1:]) for each in headings]
    yield from (f"an {each.kind} is empty" for each in headings if each.is_empty)
    if levels.count(1) != 1:
        yield f"there are {levels.count(1)} headings of the first level, and one is right"
    elif levels[0] != 1:
        yield f"the first heading is an H{levels[0]}"
    for earlier, later in itertools.pairwise(levels):
        if later > earlier + 1:
            yield f"an H{later} follows an H{earlier}"
