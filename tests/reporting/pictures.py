"""Pictures that somebody might bring as a logo: two good ones, and many that are not."""

import io
import struct
import zlib

from PIL import Image

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:ed="urn:editor" viewBox="0 0 300 100" ed:version="1"><title>Harbour</title>'
    '<defs><linearGradient id="sea"><stop offset="0" stop-color="#1E5B53"/>'
    '<stop offset="1" style="stop-color: #75487A; -ed-note: 1"/></linearGradient></defs>'
    '<rect width="300" height="100" fill="url(#sea)"/><ed:notes>secret</ed:notes></svg>'
)


def png(across: int = 800, down: int = 200, mode: str = "RGB", **more: object) -> bytes:
    kept = io.BytesIO()
    Image.new(mode, (across, down)).save(kept, "PNG", **more)
    return kept.getvalue()


def claiming(across: int, down: int) -> bytes:
    """A PNG of a few bytes that says it is so large."""
    pieces = (
        (b"IHDR", struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0" * 999)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held)) for name, held in pieces
    )


def cmyk() -> bytes:
    kept = io.BytesIO()
    Image.new("CMYK", (99, 99)).save(kept, "JPEG")
    return kept.getvalue()


def with_more(within: str) -> bytes:
    return SVG.replace("<title>", f"{within}<title>").encode()


def typed(before: str, held: str = "Harbour") -> bytes:
    return (before + SVG.replace(">Harbour<", f">{held}<")).encode()


BAD = {
    "empty": (b"", "The file is empty"),
    "too large": (b"x" * 2_000_000, "larger than 1 MB"),
    "a page named logo.png": (b"<!doctype html><script>alert(1)</script>", "not a picture"),
    "CMYK": (cmyk(), "a JPEG"),
    "40 megapixels": (claiming(8000, 5000), "8000 × 5000"),
    "a bomb": (claiming(60000, 60000), "60000 × 60000"),
    "1 × 1": (png(1, 1), "too few"),
    "10000 × 1": (png(10000, 1), "too few"),
    "long and thin": (png(2000, 20), "too long and thin"),
    "cut off": (png()[:300], "damaged"),
    "moving": (png(50, 50, save_all=True, append_images=[Image.new("RGB", (50, 50), "red")]), "moves"),
    "a script": (with_more("<script>alert(1)</script>"), "There is a script"),
    "a handler": (SVG.replace("<rect", "<rect onload='alert(1)'").encode(), "There is a script"),
    "entities": (typed('<!DOCTYPE svg [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>', "&b;"), "document type"),
    "another file": (typed('<!DOCTYPE svg SYSTEM "file:///etc/passwd">'), "document type"),
    "a style sheet": (with_more("<style>@import url(http://example.org/)</style>"), "style sheet"),
    "a picture within": (with_more("<image href='http://example.org/a.png'/>"), "picture in this drawing"),
    "a page within": (with_more("<foreignObject/>"), "foreignObject"),
    "moving shapes": (with_more("<animate attributeName='x'/>"), "animate"),
    "text": (with_more("<text>Harbour</text>"), "text in this drawing"),
    "from elsewhere": (with_more("<use href='http://example.org/a.svg#a'/>"), "another file"),
    "painted from elsewhere": (SVG.replace("url(#sea)", "url(http://example.org/a)").encode(), "another file"),
    "styled from elsewhere": (SVG.replace("#75487A", "url(//example.org/a)").encode(), "another file"),
    "too many": (with_more("<g/>" * 600), "too many parts"),
    "too deep": (with_more("<g>" * 60 + "</g>" * 60), "too many parts"),
    "too long": (with_more(f"<path d='{'M0 0L9 9' * 9000}'/>"), "too many parts"),
    "used again and again": (
        with_more("<g id='a'><path d='M0 0'/></g><g id='b'><use href='#a'/></g><use href='#b'/>"),
        "too many parts",
    ),
    "of no size": (b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', "how large it is"),
    "not closed": (SVG[:-9].encode(), "damaged"),
}
