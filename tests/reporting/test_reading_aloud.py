"""Paper for everybody: PDF/UA, so that a screen reader reads it in order and knows what is what."""

import io
import itertools

import pikepdf
import pytest

from practice.reporting.models import Kind
from tests import extract
from tests.reporting import samples


@pytest.fixture(scope="module")
def printed() -> bytes:
    return samples.made(Kind.PROGRESS, "first")


def test_the_file_says_that_it_is_accessible(printed: bytes) -> None:
    assert 'pdfuaid:part="1"' in extract.metadata(printed)


def test_it_is_tagged_titled_and_knows_its_language(printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as file:
        assert bool(file.Root.MarkInfo.Marked)
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert str(file.Root.Lang) == "en-GB"
        assert str(file.docinfo["/Title"]) == "Progress report"


def test_title_and_outline_name_nobody(printed: bytes) -> None:
    beside = extract.metadata(printed) + "\n".join(extract.outline(printed))
    assert "Ana" not in beside
    assert "Ben" not in beside


def test_headings_come_in_order(printed: bytes) -> None:
    levels = [int(kind[2:]) for kind, _ in extract.structure(printed) if kind in ("/H1", "/H2", "/H3", "/H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_each_figure_has_its_finding_as_alternative_text(printed: bytes) -> None:
    figures = [alt for kind, alt in extract.structure(printed) if kind == "/Figure"]
    facts = samples.facts(Kind.PROGRESS, "first")
    assert figures == [facts.strip_finding, *(one.finding for one in facts.scores)]


def test_the_table_has_headers_that_its_cells_name(printed: bytes) -> None:
    kinds = [kind for kind, _ in extract.structure(printed)]
    scores = samples.facts(Kind.PROGRESS, "first").scores
    assert kinds.count("/Table") == 1 + len(scores)
    assert kinds.count("/TH") == 4 + 16 + sum(1 + len(one.people) + len(one.rows) for one in scores)
    assert kinds.count("/TD") == 3 * 16 + sum(len(row.cells) for one in scores for row in one.rows)
    assert "/Caption" in kinds


def test_every_face_is_embedded(printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as file:
        fonts = [each for each in file.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"]
        assert fonts
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each.keys()) for each in fonts)


def test_the_faces_are_ours(printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as file:
        names = {
            str(each.FontName).split("+")[-1]
            for each in file.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
        }
    assert all(name.startswith(("Source-Serif", "SourceSerif", "Inter")) for name in names), names
