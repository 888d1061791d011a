"""What a page shows is tied to the tree, links are told in words, letters can be seen and read out."""

from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from practice.reporting import pdf
from tests.tagged import broken
from tests.tagged.broken import element, font, put, renamed, replaced, shown
from tests.tagged.faults import faults


def an_image(file: Pdf) -> None:
    image = file.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    image.ColorSpace = Name.DeviceGray
    file.pages[0].Resources.XObject.Bare = image
    shown("/Bare Do")(file)


def a_form(file: Pdf) -> None:
    form = file.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    file.pages[0].Resources.XObject.Bare = form
    shown("/Bare Do")(file)


def bare_letters(file: Pdf) -> None:
    words = file.pages[0].Contents.read_bytes().split()
    face, code = words[words.index(b"Tf") - 2].decode(), words[words.index(b"Tf") + 1][1:7].decode()
    shown(f"BT {face} 9 Tf {code} Tj ET")(file)


def wrong_way_back(file: Pdf) -> None:
    marks = file.Root.StructTreeRoot.ParentTree.Nums[1]
    marks[0] = marks[1]


TIES = {
    "page 1 shows a drawing without a tag": shown("0 0 9 9 re f"),
    "page 1 shows an image without a tag": an_image,
    "page 1 shows text without a tag": bare_letters,
    "page 1 has an artifact within a tag": replaced(b"BDC", b"BDC /Artifact BMC EMC"),
    "page 1 has a tag within an artifact": shown("EMC", "/Artifact BMC"),
    "page 1 uses mark 0 twice": shown("/Span <</MCID 0>> BDC EMC"),
    "page 1 begins a mark that never ends": shown("/Artifact BMC"),
    "page 1 ends a mark that was not begun": shown("EMC"),
    "page 1 shows mark 999, which is not in the tree": shown("/Span <</MCID 999>> BDC EMC"),
    "Span holds mark 998, which no page shows": lambda file: element(file, "Span").K.append(998),
    "mark 0 of page 1 is held twice": lambda file: element(file, "Span", 3).K.append(0),
    "mark 0 of page 1 does not lead back to its Span": wrong_way_back,
    "page 2 does not lead back to the tree": lambda file: file.pages[1].obj.__delitem__("/StructParents"),
    "page 2 does not tab in the order of its structure": lambda file: file.pages[1].obj.__delitem__("/Tabs"),
}


def link(file: Pdf) -> Dictionary:
    return file.pages[0].Annots[0]


def another_link(file: Pdf) -> Dictionary:
    new = file.make_indirect(Dictionary(link(file)))
    file.pages[0].Annots.append(new)
    return new


def an_empty_link(file: Pdf) -> None:
    new, empty = another_link(file), put(file, element(file, "Part"), "Link")
    empty.K.append(file.make_indirect(Dictionary(Type=Name.OBJR, Obj=new, Pg=file.pages[0].obj)))
    new.StructParent = 900
    file.Root.StructTreeRoot.ParentTree.Nums.extend([900, empty])


LINKS = {
    "/Link of page 1 is not told in words": lambda file: link(file).__delitem__("/Contents"),
    "/Link of page 1 is not in the tree": another_link,
    "/Link of page 1 lies in Span": renamed("Link", "Span"),
    "/Link of page 1 does not lead back to its Link": lambda file: setattr(link(file), "StructParent", 0),
    "a link leads nowhere": renamed("P", "Link", -1),
    "a link has no content": an_empty_link,
}


def unreadable(file: Pdf) -> None:
    table = font(file).ToUnicode
    before, word, after = table.read_bytes().partition(b"beginbfchar")
    table.write(before + word + after.replace(b"> <", b"> <>\n<ffff> <", 1))


FACES = {
    "is not embedded": lambda file: font(file).DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2"),
    "is not cut to what is used": lambda file: setattr(font(file), "BaseFont", Name("/Whole")),
    "does not say which letters it shows": lambda file: font(file).__delitem__("/ToUnicode"),
    "shows letters that cannot be read out": unreadable,
}


@pytest.mark.parametrize(("fault", "break_it"), [*TIES.items(), *LINKS.items()])
def test_a_fault_is_found_and_no_other(fault: str, break_it: Callable[[Pdf], object]) -> None:
    assert broken.told(break_it) == [fault]


@pytest.mark.parametrize(("fault", "break_it"), FACES.items())
def test_a_face_that_fails_its_readers_is_found(fault: str, break_it: Callable[[Pdf], object]) -> None:
    (only,) = broken.told(break_it)
    assert only.endswith(fault)


def test_what_lies_in_a_form_needs_a_tag_too() -> None:
    assert broken.told(a_form) == ["page 1 shows a drawing without a tag"]


def test_a_letter_that_no_face_has_is_found() -> None:
    told = "<h1>One</h1><p>A letter of nobody: \U000f1234.</p>"
    page = f"<html lang='en'><head><title>t</title></head><body>{told}</body></html>"
    (only,) = faults(pdf.render(page, stylesheets=("sheet.css",), identifier="0" * 64))
    assert only.endswith("shows boxes in place of letters")
