"""The check finds nothing in a good file, and in a broken one exactly what is broken."""

from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.tagged import broken
from tests.tagged.broken import element, elements, put, renamed
from tests.tagged.faults import faults


def test_a_good_file_has_no_faults() -> None:
    assert faults(broken.good()) == []


def test_what_is_no_file_is_told() -> None:
    assert len(faults(b"%PDF-1.7 and nothing more")) == 1


def test_a_kind_that_the_role_map_explains_is_known() -> None:
    def explained(file: Pdf) -> None:
        renamed("Part", "Booklet")(file)
        file.Root.StructTreeRoot.RoleMap = Dictionary(Booklet=Name.Part)

    assert broken.told(explained) == []


def metadata_without(name: str) -> Callable[[Pdf], object]:
    def forget(file: Pdf) -> None:
        with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
            del told[name]

    return forget


def opening_with(**action: object) -> Callable[[Pdf], object]:
    return lambda file: setattr(file.Root, "OpenAction", Dictionary(**action))


def beside(file: Pdf, thing: object) -> None:
    file.Root.Beside = file.make_indirect(thing)


OF_ITSELF = {
    "the file does not say that it is marked": lambda file: file.Root.MarkInfo.__delitem__("/Marked"),
    "the file says that its marks are suspect": lambda file: setattr(file.Root.MarkInfo, "Suspects", True),
    "the document has no language": lambda file: file.Root.__delitem__("/Lang"),
    "a reader is not told to show the title": lambda file: file.Root.__delitem__("/ViewerPreferences"),
    "there is no title": lambda file: file.docinfo.__delitem__("/Title"),
    "there is no metadata": lambda file: file.Root.__delitem__("/Metadata"),
    "the metadata tell no title": metadata_without("dc:title"),
    "the metadata do not say PDF/UA-1": metadata_without("pdfuaid:part"),
    "the file acts by itself: /JavaScript": opening_with(S=Name.JavaScript, JS="app.alert(1)"),
    "the file acts by itself: /Launch": opening_with(S=Name.Launch, F="a"),
    "the file leads away: /URI": opening_with(S=Name.URI, URI="https://example.org/"),
    "the file leads away: /GoToR": opening_with(S=Name.GoToR, F="a.pdf"),
    "the file refers to another file": lambda file: beside(file, Dictionary(Type=Name.Filespec, F="a", UF="a")),
    "an attachment has no name for every reader": lambda file: beside(
        file, Dictionary(Type=Name.Filespec, F="a", EF=Dictionary())
    ),
    "a part of the file lies outside it": lambda file: setattr(file.Root, "Beside", file.make_stream(b"", F="elsewhere")),
    "there is no structure tree": lambda file: file.Root.__delitem__("/StructTreeRoot"),
}  # fmt: skip


def moved_out(file: Pdf) -> None:
    heading, other = element(file, "H3"), element(file, "P")
    for kid in heading.K:
        kid.P = other
        other.K.append(kid)
    heading.K = Array()


def first_is_second(file: Pdf) -> None:
    renamed("H1", "H2")(file)
    renamed("H2", "H1", 1)(file)


OUTLINE = {
    "the tree does not begin with one document": renamed("Document", "Part"),
    "H3 names another parent than the one that holds it": lambda file: setattr(element(file, "H3"), "P", element(file, "P")),
    "nobody knows what Booklet is": renamed("Part", "Booklet"),
    "a heading has no level": renamed("H3", "H"),
    "an H3 is empty": moved_out,
    "there are 2 headings of the first level, and one is right": renamed("H2", "H1"),
    "there are 0 headings of the first level, and one is right": renamed("H1", "P"),
    "the first heading is an H2": first_is_second,
    "an H4 follows an H2": renamed("H3", "H4"),
    "a figure has no alternative text": lambda file: element(file, "Figure").__delitem__("/Alt"),
    "a figure does not say where it is": lambda file: element(file, "Figure").__delitem__("/A"),
    "a note has no name": renamed("P", "Note"),
}
LISTS = {
    "L holds P": lambda file: put(file, element(file, "L"), "P"),
    "LI holds P": lambda file: put(file, element(file, "LI"), "P"),
    "L holds bare text": renamed("Span", "L"),
    "LI lies in Part": lambda file: put(file, element(file, "Part"), "LI", "LBody"),
    "LBody lies in Part": lambda file: put(file, element(file, "Part"), "LBody"),
    "a list has no items": lambda file: put(file, element(file, "Part"), "L"),
    "a list item has 0 bodies, and one is right": lambda file: put(file, element(file, "L"), "LI", "Lbl"),
    "a list item has 2 bodies, and one is right": lambda file: put(file, element(file, "LI"), "LBody"),
}


def caption_within(file: Pdf) -> None:
    table = element(file, "Table")
    table.K = Array([table.K[1], table.K[0], *list(table.K)[2:]])


def one_cell(file: Pdf) -> None:
    put(file, put(file, put(file, element(file, "Part"), "Table"), "TR"), "TD")


def nameless(file: Pdf) -> None:
    del element(file, "TH").A["/Scope"]
    del element(file, "TD").A["/Headers"]


TABLES = {
    "Table holds P": lambda file: put(file, element(file, "Table"), "P"),
    "TBody holds P": lambda file: put(file, element(file, "TBody"), "P"),
    "TR holds P": lambda file: put(file, element(file, "TR"), "P"),
    "TR lies in Part": lambda file: put(file, element(file, "Part"), "TR"),
    "TD lies in Part": lambda file: put(file, element(file, "Part"), "TD"),
    "a table has more than one THead": lambda file: put(file, element(file, "Table"), "THead"),
    "a caption stands in the middle of its table": caption_within,
    "a table has rows of 2 and of 3 cells": lambda file: element(file, "TH", 1).A.__delitem__("/ColSpan"),
    "a table has no rows": lambda file: put(file, element(file, "Part"), "Table"),
    "a table has no header": one_cell,
    "a cell has no header to be told by": nameless,
    "a cell names a header nobody that is not there": lambda file: setattr(
        element(file, "TD").A, "Headers", Array([String("nobody")])
    ),
    "elements have names, and no list of them": lambda file: file.Root.StructTreeRoot.__delitem__("/IDTree"),
}  # fmt: skip


@pytest.mark.parametrize(("fault", "break_it"), [case for rule in (OF_ITSELF, OUTLINE, LISTS, TABLES) for case in rule.items()])
def test_a_fault_is_found_and_no_other(fault: str, break_it: Callable[[Pdf], object]) -> None:
    found = broken.told(break_it)
    assert list(dict.fromkeys(found)) == [fault]


def test_two_elements_of_one_name_are_found() -> None:
    def share(file: Pdf) -> None:
        element(file, "P").ID = element(file, "TH").ID

    (only,) = broken.told(share)
    assert only.startswith("two elements share the name")


def test_every_kind_is_in_the_good_file() -> None:
    """The control: a rule about what is not there proves nothing."""

    def look(file: Pdf) -> None:
        for kind in ("H1", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD", "Caption", "Figure", "Link"):
            assert elements(file, kind), kind

    broken.told(look)
