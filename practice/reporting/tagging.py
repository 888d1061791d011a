"""Finishes what WeasyPrint leaves undone in a tagged PDF, before the file is written.

Its structure tree is sound, with four things missing that ISO 14289-1 and ISO 32000-1 ask for: what stands in the margin
of every page is tagged, though it is no part of the text and nobody should hear it on each page; headers have names that
no list of names knows, and no scope; a paragraph in a list item stands beside the item's body; a figure tells its place
in another measure than the page's.
"""

from collections.abc import Iterator
from typing import Any

import pydyf

Node = dict[str, Any]
_POINTS = 0.75  # of a pixel of CSS


def finish(_document: object, pdf: Any) -> None:
    """Mend the tree of a file that is about to be written; given to WeasyPrint as its finisher."""
    root = _held(pdf, pdf.catalog["StructTreeRoot"])
    elements = {each: _held(pdf, each) for each in _walk(pdf, root["K"])}
    for reference, element in list(elements.items()):
        if element["S"] == "/LI":
            _give_body(pdf, reference, element, elements)
    pages = [_held(pdf, each) for each in pdf.page_references]
    heights = {each: page["MediaBox"][3] for each, page in zip(pdf.page_references, pages, strict=True)}
    for element in elements.values():
        if element["S"] == "/Figure":
            element["A"]["BBox"] = _on_page(element["A"]["BBox"], heights[element["Pg"]])
        elif element["S"] == "/TH":
            head = elements[_row_group(elements, element)]["S"] == "/THead"
            element["A"]["Scope"] = "/Column" if head else "/Row"
    _list_names(pdf, root, elements)
    numbers = _held(pdf, root["ParentTree"])["Nums"]
    for page, owners in zip(pages, numbers[1::2], strict=False):
        _leave_margins_out(_held(pdf, page["Contents"]), owners, elements)


def _leave_margins_out(stream: Any, owners: list[Any], elements: dict[bytes, Node]) -> None:
    """Marks whose element is not in the tree are a page's margins: what repeats on each page is an artifact."""
    strays = {number for number, owner in enumerate(owners) if owner not in elements}
    for number in strays:
        owners[number] = "null"
    for place, part in enumerate(stream.stream):
        if isinstance(part, dict) and part.get("MCID") in strays:
            stream.stream[place - 1 : place + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]


def _give_body(pdf: Any, reference: bytes, item: Node, elements: dict[bytes, Node]) -> None:
    """Whatever stands beside the label of an item becomes its one body."""
    loose = [kid for kid in item["K"] if elements.get(kid, {}).get("S") not in ("/Lbl", "/LBody", "/L")]
    if not loose:
        return
    body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(loose), "Pg": item["Pg"], "P": reference})
    pdf.add_object(body)
    elements[body.reference] = body
    for kid in loose:
        elements[kid]["P"] = body.reference
    item["K"][:] = [*(kid for kid in item["K"] if kid not in loose), body.reference]


def _list_names(pdf: Any, root: Node, elements: dict[bytes, Node]) -> None:
    named = sorted((element["ID"].data, each, element["ID"]) for each, element in elements.items() if "ID" in element)
    if named:
        names = pydyf.Dictionary({"Names": pydyf.Array(part for _, each, name in named for part in (name, each))})
        pdf.add_object(names)
        root["IDTree"] = names.reference


def _row_group(elements: dict[bytes, Node], cell: Node) -> bytes:
    row = elements[cell["P"]]
    group: bytes = row["P"]
    return group


def _on_page(box: list[float], height: float) -> Any:
    """A box in pixels from the top as one in points from the bottom."""
    left, top, right, bottom = (each * _POINTS for each in box)
    return pydyf.Array((left, height - bottom, right, height - top))


def _walk(pdf: Any, kids: list[Any]) -> Iterator[bytes]:
    """References of all structure elements below; numbers of marks and references to annotations are passed over."""
    for kid in kids:
        if isinstance(kid, bytes) and (element := _held(pdf, kid)).get("Type") == "/StructElem":
            yield kid
            yield from _walk(pdf, element["K"])


def _held(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
