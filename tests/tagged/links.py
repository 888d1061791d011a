"""Links and whatever else can be acted on: within the tree, told in words, and tied back to their element."""

from collections.abc import Iterator

import pikepdf

from tests.tagged.content import Page
from tests.tagged.tree import Element, Id, Tree

HIDDEN = 2
WITHIN = {"/Link": "Link", "/Widget": "Form"}


def faults(tree: Tree, pages: list[Page]) -> Iterator[str]:
    """Faults of annotations, page by page, and of links without one."""
    held: dict[Id, Element] = {each: one for one in tree.walk() for each in one.objects}
    for page in pages:
        for note in page.node.get("/Annots", pikepdf.Array()):
            if note.get("/Subtype") != "/Popup" and not int(note.get("/F", 0)) & HIDDEN:
                yield from _annotation(page, note, held.get(note.objgen), tree)
    for link in tree.of("Link"):
        if not any(each.objects for each in link.walk()):
            yield "a link leads nowhere"
        if link.is_empty or not any(each.marks for each in link.walk()):
            yield "a link has no content"


def _annotation(page: Page, note: pikepdf.Dictionary, element: Element | None, tree: Tree) -> Iterator[str]:
    kind = str(note.get("/Subtype", "/None"))
    right = WITHIN.get(kind, "Annot")
    if element is None:
        yield f"{kind} of page {page.number} is not in the tree"
    elif element.kind != right:
        yield f"{kind} of page {page.number} lies in {element.kind}"
    else:
        back = tree.back.get(int(note.get("/StructParent", -1)))
        if back is None or back.objgen != element.id:
            yield f"{kind} of page {page.number} does not lead back to its {element.kind}"
    if not str(note.get("/Contents", note.get("/TU", ""))).strip():
        yield f"{kind} of page {page.number} is not told in words"
