"""The ties between what is shown and the tree: each mark is an element's, and the way back leads to that element."""

from collections.abc import Iterator

import pikepdf

from tests.tagged.content import Page
from tests.tagged.tree import Element, Id, Mark, Tree


def faults(tree: Tree, pages: list[Page]) -> Iterator[str]:
    """Untagged content, marks that nobody holds, elements that hold what is not shown, wrong ways back."""
    held: dict[Mark, list[Element]] = {}
    for each in tree.walk():
        for mark in each.marks:
            held.setdefault(mark, []).append(each)
    for page in pages:
        yield from page.faults
        if page.node.get("/Tabs") != "/S":
            yield f"page {page.number} does not tab in the order of its structure"
        if page.marks and page.node.objgen not in page.owners:
            yield f"page {page.number} does not lead back to the tree"
            continue
        for mark in page.marks:
            yield from _tie(page, mark, held.get(mark, []), tree)
    shown = {mark for page in pages for mark in page.marks}
    yield from (f"{held[mark][0].kind} holds mark {mark.number}, which no page shows" for mark in held if mark not in shown)


def _tie(page: Page, mark: Mark, holders: list[Element], tree: Tree) -> Iterator[str]:
    if not holders:
        yield f"page {page.number} shows mark {mark.number}, which is not in the tree"
    elif len(holders) > 1:
        yield f"mark {mark.number} of page {page.number} is held twice"
    elif _back(page.owners.get(mark.shown_by), mark.number, tree) != holders[0].id:
        yield f"mark {mark.number} of page {page.number} does not lead back to its {holders[0].kind}"


def _back(owner: int | None, number: int, tree: Tree) -> Id | None:
    row = tree.back.get(owner) if owner is not None else None
    if not isinstance(row, pikepdf.Array) or number >= len(row):
        return None
    return row[number].objgen if isinstance(row[number], pikepdf.Dictionary) else None
