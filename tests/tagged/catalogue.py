"""What a file says of itself: marked, titled, in a language, accessible; and that it does nothing and leads nowhere."""

import re
from collections.abc import Iterator

import pikepdf

DOES = {
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/ResetForm",
    "/Movie",
    "/Sound",
    "/Rendition",
    "/RichMediaExecute",
}
LEADS_AWAY = {"/URI", "/GoToR", "/GoToE", "/Thread"}


def faults(file: pikepdf.Pdf) -> Iterator[str]:
    """Faults of the catalogue, the metadata and every action in the file."""
    root = file.Root
    marks = root.get("/MarkInfo", {})
    if marks.get("/Marked") is not True:
        yield "the file does not say that it is marked"
    if marks.get("/Suspects") is True:
        yield "the file says that its marks are suspect"
    if not re.fullmatch(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*", str(root.get("/Lang", ""))):
        yield "the document has no language"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "a reader is not told to show the title"
    yield from _metadata(file)
    yield from _actions(file)


def _metadata(file: pikepdf.Pdf) -> Iterator[str]:
    if not str(file.docinfo.get("/Title", "")).strip():
        yield "there is no title"
    if "/Metadata" not in file.Root:
        yield "there is no metadata"
        return
    with file.open_metadata() as told:
        if not str(told.get("dc:title", "")).strip():
            yield "the metadata tell no title"
        if str(told.get("pdfuaid:part", "")) != "1":
            yield "the metadata do not say PDF/UA-1"


def _actions(file: pikepdf.Pdf) -> Iterator[str]:
    for each in file.objects:
        for node in _dictionaries(each):
            kind = str(node.get("/S", "")) if isinstance(node.get("/S"), pikepdf.Name) else ""
            if kind in DOES or "/JS" in node or "/JavaScript" in node:
                yield f"the file acts by itself: {kind or '/JavaScript'}"
            elif kind in LEADS_AWAY:
                yield f"the file leads away: {kind}"
            if node.get("/Type") == "/Filespec" and "/EF" not in node:
                yield "the file refers to another file"
            if node.get("/Type") == "/Filespec" and not {"/F", "/UF"} <= set(node.keys()):
                yield "an attachment has no name for every reader"
        if isinstance(each, pikepdf.Stream) and "/F" in each:
            yield "a part of the file lies outside it"


def _dictionaries(node: object) -> Iterator[pikepdf.Dictionary]:
    """This dictionary and those written in place within it; what is only referred to comes by itself."""
    if isinstance(node, pikepdf.Stream):
        return
    if isinstance(node, pikepdf.Array):
        kids = list(node)
    elif isinstance(node, pikepdf.Dictionary):
        yield node
        kids = [node[key] for key in node.keys()]  # noqa: SIM118 - pikepdf iterates over no keys
    else:
        return
    for kid in kids:
        if isinstance(kid, pikepdf.Object) and not kid.is_indirect:
            yield from _dictionaries(kid)
