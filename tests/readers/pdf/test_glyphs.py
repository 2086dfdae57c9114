"""The characters of a page are those that PDFium gives when each is asked for by itself."""

from __future__ import annotations

import ctypes
import gc
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from test_pdf import FIRST, SECOND, pdf, with_mark

from resolutions.model.problems import Report
from resolutions.readers.pdf import reader
from resolutions.readers.pdf.glyphs import glyphs

TURNED = "BT /F1 9 Tf 0 1 -1 0 40 300 Tm (turned by a quarter) Tj ET\n"


def asked(page: pdfium.PdfTextPage, index: int) -> tuple[str, float, float, float, float]:
    """A character by the functions of pypdfium2, which look at their arguments."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    raw.FPDFText_GetCharOrigin(page.raw, index, x, y)
    raw.FPDFText_GetLooseCharBox(page.raw, index, box)
    code = raw.FPDFText_GetUnicode(page.raw, index)
    size = raw.FPDFText_GetFontSize(page.raw, index)
    return "-" if code == 2 else chr(code), x.value, y.value, box.right, size


def test_each_character_is_as_pdfium_says_when_it_is_asked_alone() -> None:
    document = pdfium.PdfDocument(pdf([with_mark(), FIRST, SECOND], drawn_last=TURNED))
    for number in range(len(document)):
        page = document[number].get_textpage()
        count = page.count_chars()
        plain = [n for n in range(count) if not raw.FPDFText_IsGenerated(page.raw, n)]
        found = glyphs(page, count)
        every = [*found.text, *(each for _, own in found.aside for each in own)]
        assert len(every) > 100
        assert [tuple(each)[:5] for each in every] == [asked(page, n) for n in plain]
    ((why, aside),) = found.aside
    assert why == "aslant"
    assert "".join(each.text for each in aside) == "turned by a quarter"


def test_a_hyphen_at_the_end_of_a_line_is_one(tmp_path: Path) -> None:
    lines = [(72.0, 700.0, 10.0, "the well-"), (72.0, 688.0, 10.0, "known rivers")]
    page = pdfium.PdfDocument(pdf([lines]))[0].get_textpage()
    text = "".join(each.text for each in glyphs(page, page.count_chars()).text)
    assert text == "the well-known rivers"


def test_the_garbage_collector_is_as_it_was_behind_a_file(tmp_path: Path) -> None:
    path = tmp_path / "t.pdf"
    path.write_bytes(pdf([with_mark(), SECOND]))
    assert gc.isenabled()
    assert reader.read_pdf(path, "t.pdf", Report())
    assert gc.isenabled()
    gc.disable()
    try:
        reader.read_pdf(path, "t.pdf", Report())
        assert not gc.isenabled()
    finally:
        gc.enable()
