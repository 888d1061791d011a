"""Walks what a page shows, and finds for each stroke and each letter which mark it lies within."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from tests.tagged.tree import Id, Mark

PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "INLINE IMAGE"}
DEEPEST = 9  # forms within forms
SHOWS = {"Tj", "TJ", "'", '"'}


@dataclass
class Face:
    """A font, and the codes that were shown in it."""

    font: pikepdf.Dictionary
    codes: bytes = b""


@dataclass
class Page:
    """A page as it is shown."""

    number: int
    node: pikepdf.Dictionary
    owners: dict[Id, int] = field(default_factory=dict)  # what may hold marks, with its place in the parent tree
    marks: list[Mark] = field(default_factory=list)
    faces: dict[Id, Face] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def tell(self, fault: str) -> None:
        said = f"page {self.number} {fault}"
        if said not in self.faults:
            self.faults.append(said)


@dataclass
class _Walk:
    """One stream being walked, within the marks that are open around it."""

    page: Page
    owner: Id
    resources: pikepdf.Dictionary
    within: list[str]
    face: Face | None = None
    depth: int = 0
    kept: list[Face | None] = field(default_factory=list)

    def walk(self, content: object) -> None:
        around = len(self.within)
        for each in pikepdf.parse_content_stream(content):
            word, operands = str(each.operator), list(getattr(each, "operands", []))
            if word in PAINTS:
                self.paints("a drawing")
            elif word in SHOWS:
                self.shows(operands)
            elif word in ("BMC", "BDC"):
                self.begins(operands)
            elif word == "EMC" and len(self.within) > around:
                self.within.pop()
            elif word == "EMC":
                self.page.tell("ends a mark that was not begun")
            elif word == "Do":
                self.does(self.resources.XObject[str(operands[0])])
            else:
                self.sets(word, operands)
        if len(self.within) > around:
            self.page.tell("begins a mark that never ends")
            del self.within[around:]

    def paints(self, what: str) -> None:
        if not {"tag", "artifact"} & set(self.within):
            self.page.tell(f"shows {what} without a tag")

    def shows(self, operands: list[object]) -> None:
        shown = b"".join(_strings(operands))
        if self.face is not None:
            self.face.codes += shown
        if shown:
            self.paints("text")

    def does(self, held: pikepdf.Stream) -> None:
        if held.get("/Subtype") != "/Form":
            self.paints("an image")
        elif self.depth < DEEPEST:
            if "/StructParents" in held:
                self.page.owners[held.objgen] = int(held.StructParents)
            resources = held.get("/Resources", self.resources)
            _Walk(self.page, held.objgen, resources, self.within, self.face, self.depth + 1).walk(held)

    def sets(self, word: str, operands: list[object]) -> None:
        """What a later letter is shown in."""
        if word == "Tf":
            font = self.resources.Font[str(operands[0])]
            self.face = self.page.faces.setdefault(font.objgen, Face(font))
        elif word == "q":
            self.kept.append(self.face)
        elif word == "Q" and self.kept:
            self.face = self.kept.pop()

    def begins(self, operands: list[object]) -> None:
        told = operands[1] if len(operands) > 1 else None
        if isinstance(told, pikepdf.Name):
            told = self.resources.get("/Properties", {}).get(str(told))
        number = told.get("/MCID") if isinstance(told, pikepdf.Dictionary) else None
        kind = "artifact" if str(operands[0]) == "/Artifact" else "" if number is None else "tag"
        if kind == "artifact" and "tag" in self.within:
            self.page.tell("has an artifact within a tag")
        if kind == "tag":
            self.tags(int(number))
        self.within.append(kind)

    def tags(self, number: int) -> None:
        mark = Mark(self.owner, number)
        if "artifact" in self.within:
            self.page.tell("has a tag within an artifact")
        if mark in self.page.marks:
            self.page.tell(f"uses mark {number} twice")
        self.page.marks.append(mark)


def read_pages(file: pikepdf.Pdf) -> list[Page]:
    """Every page of the file, walked."""
    pages = []
    for number, each in enumerate(file.pages, start=1):
        page = Page(number, each.obj)
        if "/StructParents" in each.obj:
            page.owners[each.obj.objgen] = int(each.obj.StructParents)
        _Walk(page, each.obj.objgen, each.obj.get("/Resources", pikepdf.Dictionary()), []).walk(each)
        pages.append(page)
    return pages


def _strings(operands: list[object]) -> Iterator[bytes]:
    for each in operands:
        if isinstance(each, pikepdf.Array):
            yield from _strings(list(each))
        elif isinstance(each, pikepdf.String):
            yield bytes(each)
