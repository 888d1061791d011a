"""All that is wrong with a tagged PDF, each fault a sentence that says where; none when it is as ISO 14289-1 asks.

from tests.tagged.faults import faults
assert faults(paper) == []
"""

import io

import pikepdf

from tests.tagged import catalogue, headings, links, lists, tables, text, ties
from tests.tagged.content import read_pages
from tests.tagged.tree import Tree


def faults(pdf: bytes) -> list[str]:
    """Every fault, in the order of the file; a file that cannot be opened is one fault."""
    try:
        file = pikepdf.open(io.BytesIO(pdf))
    except pikepdf.PdfError as error:
        return [f"the file cannot be opened: {error}"]
    with file:
        found = list(catalogue.faults(file))
        if "/StructTreeRoot" not in file.Root:
            return [*found, "there is no structure tree"]
        tree, pages = Tree(file), read_pages(file)
        for room in (headings, lists, tables):
            found += room.faults(tree)
        found += ties.faults(tree, pages)
        found += links.faults(tree, pages)
        found += text.faults(pages)
        return found
