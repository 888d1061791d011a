"""Everything that can be got out of a PDF, with two extractors that know nothing of each other."""

import io
import shutil
import subprocess
from collections.abc import Iterator

import pikepdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text


def by_pypdf(pdf: bytes) -> str:
    """The text of all pages, read by the first extractor."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def by_another(pdf: bytes) -> str:
    """The text of all pages, read by pdftotext where it is installed, else by pdfminer."""
    if program := shutil.which("pdftotext"):
        done = subprocess.run([program, "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
        return done.stdout.decode()
    return extract_text(io.BytesIO(pdf))


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def lengths(pdf: bytes) -> list[int]:
    """How many characters stand on each page, its head and foot among them; quicker than to read them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().count_chars() for page in document]


def page_sizes(pdf: bytes) -> set[tuple[int, int]]:
    """Width and height of the pages, in points."""
    boxes = [page.mediabox for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    return {(round(box.width), round(box.height)) for box in boxes}


def outline(pdf: bytes) -> list[str]:
    """The bookmarks, in order."""

    def titles(entries: list) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield str(entry.title)

    return list(titles(pypdf.PdfReader(io.BytesIO(pdf)).outline))


def metadata(pdf: bytes) -> str:
    """The information dictionary and the XMP packet."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        packet = file.Root.Metadata.read_bytes().decode() if "/Metadata" in file.Root else ""
        return "\n".join([*(f"{key}: {value}" for key, value in file.docinfo.items()), packet])


def attachments(pdf: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return {name: held.get_file().read_bytes() for name, held in file.attachments.items()}


def links(pdf: bytes) -> list[str]:
    """Where the document's links lead."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            for note in page.get("/Annots", []):
                action = note.get("/A", {})
                found.append(str(action.get("/URI", action.get("/D", note.get("/Dest", "")))))
    return found


def structure(pdf: bytes) -> list[tuple[str, str]]:
    """Every element of the structure tree in order: its kind and its alternative text."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return list(_elements(file.Root.StructTreeRoot.K)) if "/StructTreeRoot" in file.Root else []


def _elements(kids: object) -> Iterator[tuple[str, str]]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S), str(kid.get("/Alt", ""))
            yield from _elements(kid.get("/K", pikepdf.Array()))


def flat(text: str) -> str:
    """Without any white space, so that a line break cannot hide a word."""
    return "".join(text.split())


def everything(pdf: bytes) -> str:
    """All that either extractor or a look beside the text can find, without white space."""
    beside = [metadata(pdf), *outline(pdf), *links(pdf), *(alt for _, alt in structure(pdf))]
    held = [f"{name} {content.decode(errors='replace')}" for name, content in attachments(pdf).items()]
    return flat("\n".join([by_pypdf(pdf), by_another(pdf), *beside, *held]))
