"""A PDF from anywhere -> its printed lines, page by page, or a problem.

The characters come from PDFium one by one, with their place, size and font (`glyphs`). Blanks that
PDFium makes up for wide letter spacing are left out; a gap without a blank becomes one (`spacing`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium

from resolutions.model.problems import Report
from resolutions.readers.pdf.glyphs import glyphs
from resolutions.readers.pdf.lines import Printed, printed_lines
from resolutions.readers.pdf.rules import rules
from resolutions.readers.pdf.tables import in_tables
from resolutions.readers.printed.head import TITLE_NUMBER

LARGEST = 50_000_000  # bytes
MOST_PAGES = 400
MOST_CHARACTERS = 1_500_000
FEWEST_CHARACTERS = 200  # of a file, or 40 a page: fewer are the stamps on a scan


class Pages(NamedTuple):
    """The lines of each page from top to bottom, the width of the widest, in points, and the
    program that wrote the file, as it says."""

    pages: tuple[tuple[Printed, ...], ...]
    width: float
    producer: str = ""


class Refused(Exception):
    """Why a PDF is not read: the code of the problem, what is wrong, what to do."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


def pages_of(path: Path, shown: str, report: Report) -> Pages | None:
    """Read a PDF; None, and a problem, where it is none, is locked, too large or has no text."""
    try:
        return _pages(path, shown, report)
    except Refused as problem:
        report.error(shown, 1, problem.code, problem.message, problem.remedy)
        return None


def _pages(path: Path, shown: str, report: Report) -> Pages:
    document = _opened(_content(path))
    try:
        if len(document) > MOST_PAGES:
            message = f"it has {len(document)} pages, more than any resolution"
            raise Refused("pdf-too-large", message, "give the resolution alone")
        return _read(document, shown, report)
    finally:
        document.close()


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            message = "the file is larger than any resolution"
            raise Refused("pdf-too-large", message, "give the resolution alone")
        return path.read_bytes()
    except OSError as problem:
        message = f"the file cannot be read: {problem.strerror}"
        raise Refused("bad-pdf", message, "fetch the file again") from problem


def _opened(content: bytes) -> pdfium.PdfDocument:
    if content[:4] == b"PK\x03\x04":
        remedy = "name it .docx if it is a Word file, or unpack it"
        raise Refused("bad-pdf", "it is no PDF, but a Word file or a zip", remedy)
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as problem:
        locked = "assword" in str(problem)
        message = "it is locked with a password" if locked else "it is no PDF that can be opened"
        raise Refused("bad-pdf", message, "fetch the file again") from problem


def _read(document: pdfium.PdfDocument, shown: str, report: Report) -> Pages:
    pages: list[tuple[Printed, ...]] = []
    total, width = 0, 0.0
    for number, page, text in _texts(document, shown, report):
        width = max(width, page.get_width())
        count = text.count_chars()
        total += max(count, 0)
        if total > MOST_CHARACTERS:
            message = "it has more text than any resolution"
            raise Refused("pdf-too-large", message, "give the resolution alone")
        lines = printed_lines(number, glyphs(text, count))
        above = next((line.y for line in lines if TITLE_NUMBER.match(line.text)), 0.0)
        drawn = [rule for rule in rules(page) if number > 1 or rule.top < above]  # no masthead's
        pages.append(tuple(in_tables(lines, drawn)))
    if total < 40 * len(document) and total < FEWEST_CHARACTERS:
        message = "its pages are pictures without text: a scan"
        raise Refused("pdf-without-text", message, "run OCR on it first, and give the text")
    return Pages(tuple(pages), width, document.get_metadata_value("Producer"))


def _texts(
    document: pdfium.PdfDocument, shown: str, report: Report
) -> Iterator[tuple[int, pdfium.PdfPage, pdfium.PdfTextPage]]:
    """Each page that can be read, counted from 1, and its text; both are closed behind it."""
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            page.set_rotation(0)  # turned for the screen: its text stands as it was set
            text = page.get_textpage()
        except pdfium.PdfiumError:
            message = f"page {number} cannot be read"
            report.warn(shown, number, "bad-page", message, "fetch the file again")
            continue
        yield number, page, text
        text.close()
        page.close()
