"""The structure tree as plain elements, with what each holds and what holds it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

Id = tuple[int, int]  # number and generation of an object of the file


@dataclass(frozen=True)
class Mark:
    """A stretch of content, named by where it is shown and its number there."""

    shown_by: Id
    number: int


@dataclass
class Element:
    """One structure element; its kind is what the role map makes of it."""

    kind: str
    node: pikepdf.Dictionary
    parent: "Element | None"
    kids: list["Element"] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    objects: list[Id] = field(default_factory=list)

    @property
    def id(self) -> Id:
        return self.node.objgen

    @property
    def kinds(self) -> list[str]:
        return [kid.kind for kid in self.kids]

    @property
    def is_empty(self) -> bool:
        """Whether nothing shown is in it, however deep."""
        return not any(each.marks or each.objects for each in self.walk())

    def said(self, name: str) -> str:
        return str(self.node.get(name, "")).strip()

    def attribute(self, name: str) -> object:
        """The value of a layout or table attribute, None where it has none."""
        held = self.node.get("/A", pikepdf.Array())
        for each in held if isinstance(held, pikepdf.Array) else [held]:
            if isinstance(each, pikepdf.Dictionary) and name in each:
                return each[name]
        return None

    def walk(self) -> Iterator["Element"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()


class Tree:
    """All elements in the order in which they are read, and the way back from content to them."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self.root: pikepdf.Dictionary = file.Root.StructTreeRoot
        self.roles = {str(name): str(role) for name, role in self.root.get("/RoleMap", {}).items()}
        self.strays: list[str] = []
        self.tops = [self._element(each, None) for each in _many(self.root.get("/K"))]
        self.back = dict(_numbers(self.root.get("/ParentTree", pikepdf.Dictionary())))

    def walk(self) -> Iterator[Element]:
        for top in self.tops:
            yield from top.walk()

    def of(self, *kinds: str) -> list[Element]:
        return [each for each in self.walk() if each.kind in kinds]

    def _element(self, node: pikepdf.Dictionary, parent: Element | None) -> Element:
        kind = str(node.get("/S", "/None"))
        for _ in range(9):
            kind = self.roles.get(kind, kind)
        one = Element(kind[1:], node, parent)
        above = parent.node if parent else self.root
        if "/P" not in node or node.P.objgen != above.objgen:
            self.strays.append(f"{one.kind} names another parent than the one that holds it")
        for kid in _many(node.get("/K")):
            self._hold(one, kid)
        return one

    def _hold(self, one: Element, kid: object) -> None:
        if isinstance(kid, int):
            one.marks.append(Mark(one.node["/Pg"].objgen if "/Pg" in one.node else (0, 0), kid))
        elif kid.get("/Type") == "/MCR":
            one.marks.append(Mark(kid.get("/Stm", kid.get("/Pg", one.node.get("/Pg"))).objgen, int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            one.objects.append(kid.Obj.objgen)
        else:
            one.kids.append(self._element(kid, one))


def _many(held: object) -> list[object]:
    if held is None:
        return []
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def _numbers(node: pikepdf.Dictionary) -> Iterator[tuple[int, pikepdf.Object]]:
    """A number tree, flat."""
    numbers = list(node.get("/Nums", pikepdf.Array()))
    yield from zip((int(each) for each in numbers[::2]), numbers[1::2], strict=True)
    for kid in node.get("/Kids", pikepdf.Array()):
        yield from _numbers(kid)
