"""An SVG drawn anew from a short list of shapes and properties: whatever is not on the list does not get through.

What can do nothing (a title, an editor's notes) is left out; what would be missed on paper, or could act, is refused with
its name. No document type, no entity, no style, no script, no address but a place in the drawing itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.parsers import expat

from practice.errors import Refused

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_SHAPES = {
    *("svg", "g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    *("linearGradient", "radialGradient", "stop", "clipPath", "use"),
}
_LEFT_OUT = {"title", "desc", "metadata"}
_PROPERTIES = {
    *("fill", "fill-opacity", "fill-rule", "opacity", "clip-path", "clip-rule", "stop-color", "stop-opacity", "color"),
    *("stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit"),
    *("stroke-dasharray", "stroke-dashoffset"),
}
_PLACES = {
    *("id", "x", "y", "width", "height", "d", "points", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2", "fx", "fy"),
    *("offset", "transform", "viewBox", "preserveAspectRatio"),
    *("gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits"),
}
_VALUE = re.compile(r"[\w\s#%().,+-]*|url\(\s*['\"]?#[\w.-]+['\"]?\s*\)")
_LOCAL = re.compile(r"#[\w.-]+")
_MOST_SHAPES, _MOST_DRAWN, _DEEPEST, _LONGEST = 500, 2000, 24, 60_000
_BROKEN = "This drawing is damaged or not complete. Please save it once more, or choose another."
_TOO_MUCH = "This drawing has too many parts to be a logo. Please choose a simpler one."
_UNSIZED = "This drawing does not say how large it is. Please save it with a width and a height."
_OUT_OF_SHAPE = "This drawing is too long and thin for the top of a page. Please choose one that is less so."


@dataclass
class _Hand:
    """Draws while the file is read; stops at the first thing that may not be."""

    open: list[ElementTree.Element | None] = field(default_factory=list)
    root: ElementTree.Element | None = None
    shapes: int = 0

    def begin(self, tag: str, given: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        self.shapes += 1
        if self.shapes > _MOST_SHAPES or len(self.open) > _DEEPEST:
            raise Refused(_TOO_MUCH)
        if (self.open and self.open[-1] is None) or name in _LEFT_OUT or space != _SVG:
            self.open.append(None)
            return
        if name not in _SHAPES:
            raise Refused(_refusal(name))
        drawn = ElementTree.Element(name, dict(_kept(given)))
        if self.open and (above := self.open[-1]) is not None:
            above.append(drawn)
        elif self.root is None and name == "svg":
            self.root = drawn
        self.open.append(drawn)

    def end(self, _tag: str) -> None:
        self.open.pop()

    def refuse_types(self, *_told: object) -> None:
        raise Refused("This drawing declares things of its own (a document type), which no logo needs. Please save it without.")


def drawn(brought: bytes) -> bytes:
    """The drawing once more, with nothing in it but shapes. Raises: Refused."""
    hand, reader = _Hand(), expat.ParserCreate(namespace_separator=" ")
    reader.StartElementHandler, reader.EndElementHandler = hand.begin, hand.end
    reader.StartDoctypeDeclHandler = reader.EntityDeclHandler = hand.refuse_types
    try:
        reader.Parse(brought, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise Refused(_BROKEN) from None
    if hand.root is None:
        raise Refused(_BROKEN)
    _size(hand.root)
    _must_stay_small(hand.root)
    hand.root.set("xmlns", _SVG)
    return bytes(ElementTree.tostring(hand.root, encoding="utf-8"))


def _kept(given: dict[str, str]) -> Iterator[tuple[str, str]]:
    for tag, value in given.items():
        space, _, name = tag.rpartition(" ")
        if name.lower().startswith("on"):
            raise Refused(_refusal("script"))
        if name == "href" and space in ("", _XLINK):
            if not _LOCAL.fullmatch(value.strip()):
                raise Refused("This drawing leads to another file. Please save it so that everything is within it.")
            yield "href", value.strip()
        elif space:
            continue  # an editor's notes
        elif name == "style":
            yield from _styled(value)
        elif name in _PROPERTIES or name in _PLACES:
            yield from _safe(name, value)


def _styled(rules: str) -> Iterator[tuple[str, str]]:
    """Properties written as a style, as attributes."""
    for rule in rules.split(";"):
        name, _, value = rule.partition(":")
        if name.strip() in _PROPERTIES:
            yield from _safe(name.strip(), value)


def _safe(name: str, value: str) -> Iterator[tuple[str, str]]:
    if len(value) > _LONGEST:
        raise Refused(_TOO_MUCH)
    if not _VALUE.fullmatch(value.strip()) or ("url" in value.lower() and "#" not in value):
        raise Refused("This drawing leads to another file. Please save it so that everything is within it.")
    yield name, value.strip()


def _refusal(name: str) -> str:
    if name == "script":
        return "There is a script in this drawing, and a logo needs none. Please save it without."
    if name in ("text", "tspan", "textPath"):
        return "There is text in this drawing, which would look different elsewhere. Please turn it into outlines first."
    if name == "style":
        return "This drawing is coloured by a style sheet. Please save it with its colours at the shapes (as attributes)."
    if name == "image":
        return "There is a picture in this drawing. Please save the whole as a PNG instead."
    return f"This drawing uses “{name[:30]}”, which cannot be printed here. Please save it as plain shapes, or as a PNG."


def _size(root: ElementTree.Element) -> None:
    """Let the drawing say its size once, as its view box. Raises: Refused."""
    box = re.split(r"[\s,]+", root.get("viewBox", f"0 0 {root.get('width', '')} {root.get('height', '')}").strip())
    try:
        left, top, across, down = (float(re.sub(r"(px|pt|mm)$", "", each)) for each in box)
    except ValueError:
        raise Refused(_UNSIZED) from None
    if not (0 < across < 1e6 and 0 < down < 1e6 and abs(left) < 1e6 and abs(top) < 1e6):
        raise Refused(_UNSIZED)
    if across > 12 * down or down > 12 * across:
        raise Refused(_OUT_OF_SHAPE)
    root.set("viewBox", f"{left:g} {top:g} {across:g} {down:g}")
    height = min(100.0, 500 * down / across)
    root.set("width", f"{height * across / down:g}")
    root.set("height", f"{height:g}")


def _must_stay_small(root: ElementTree.Element) -> None:
    """What is used again counts each time, and may not use anything itself: no drawing grows from a few lines."""
    named = {each.get("id"): each for each in root.iter() if each.get("id")}
    total = 0
    for each in root.iter():
        total += 1
        meant = named.get(each.get("href", "#")[1:]) if each.tag == "use" else None
        if meant is not None:
            if any(inner.tag == "use" for inner in meant.iter()):
                raise Refused(_TOO_MUCH)
            total += sum(1 for _ in meant.iter())
    if total > _MOST_DRAWN:
        raise Refused(_TOO_MUCH)
