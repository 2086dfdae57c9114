"""A PDF from anywhere -> its printed lines, page by page, or a problem.

The characters come from PDFium one by one, with their place, size and font (`glyphs`). Blanks that
PDFium makes up for wide letter spacing are left out; a gap without a blank becomes one (`spacing`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from resolutions.model.problems import Report
from resolutions.readers.pdf.glyphs import Drawn, Glyph, glyphs
from resolutions.readers.pdf.lines import Printed, printed_lines
from resolutions.readers.pdf.rules import rules
from resolutions.readers.pdf.shown import Told, are_numbered, halves, set_aside, told, turned_back
from resolutions.readers.pdf.tables import in_tables
from resolutions.readers.printed.head import TITLE_NUMBER

LARGEST = 50_000_000  # bytes
MOST_PAGES = 400
MOST_CHARACTERS = 1_500_000
FEWEST_CHARACTERS = 200  # of a file, or 40 a page: fewer are the stamps on a scan
MOST_LOST = 0.2  # of the characters of a file: letters without a code


NO_PDF = (
    (b"PK\x03\x04", "it is no PDF, but a Word file or a zip", "name it .docx, or unpack it"),
    (b"<", "it is no PDF, but a page of the web", "fetch the PDF itself"),
    (b"", "the file is empty", "fetch the file again"),
)  # how it begins, what is wrong, what to do


class Pages(NamedTuple):
    """The lines of each page from top to bottom, those that are no text last; what is to be told;
    the program that wrote the file, as it says."""

    pages: tuple[tuple[Printed, ...], ...]
    doubts: Sequence[Told] = ()
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
    for start, message, remedy in NO_PDF:
        if content.startswith(start) if start else not content:
            raise Refused("bad-pdf", message, remedy)
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as problem:
        if "assword" in str(problem):
            remedy = "open it with its password, and save or print it to a PDF without one"
            raise Refused("bad-pdf", "it is locked with a password", remedy) from problem
        broken = b"%PDF-" in content[:1024]
        message = "it is damaged or not whole" if broken else "it is no PDF that can be opened"
        raise Refused("bad-pdf", message, "fetch the file again") from problem


def _read(document: pdfium.PdfDocument, shown: str, report: Report) -> Pages:
    pages: list[tuple[Printed, ...]] = []
    doubts: list[Told] = []
    total = lost = 0
    two_up = False
    for number, page, text in _texts(document, shown, report):
        drawn = _drawn(page, text)
        total += len(drawn.text)
        if total > MOST_CHARACTERS:
            message = "it has more text than any resolution"
            raise Refused("pdf-too-large", message, "give the resolution alone")
        lost += drawn.lost + sum(len(words) for look, words in drawn.odd if look == "codeless")
        parts = halves(drawn.text, *page.get_size()) if number == 1 or two_up else None
        two_up = two_up or parts is not None
        aside = set_aside(number, drawn)
        doubts += told(number, drawn, aside)
        for half, part in enumerate(parts or [drawn.text]):
            lines = _lines(number, part, page, half * page.get_width() / 2)
            pages.append((*lines, *aside))
            aside = []
    _check(pages, total, lost, document)
    return Pages(tuple(pages), doubts, document.get_metadata_value("Producer"))


def _drawn(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Drawn:
    """The characters of a page, turned back where they are turned."""
    drawn = glyphs(text, text.count_chars(), page.get_bbox())
    if not drawn.turn:
        return drawn
    turned_back(page, drawn.turn)
    again = page.get_textpage()
    try:
        return glyphs(again, again.count_chars())
    finally:
        again.close()


def _lines(
    number: int, part: Sequence[Glyph], page: pdfium.PdfPage, moved: float
) -> Sequence[Printed]:
    """The lines of a page, or of a half of a sheet, with its tables put together. `moved`: how far
    to the left its characters were moved."""
    lines = printed_lines(number, part)
    if are_numbered(lines):
        message = f"the margin of page {number} counts the lines of the text"
        raise Refused("numbered-lines", message, "give the document without these numbers")
    above = next((line.y for line in lines if TITLE_NUMBER.match(line.text)), 0.0)
    drawn = [
        rule._replace(left=rule.left - moved, right=rule.right - moved)
        for rule in rules(page)
        if number > 1 or rule.top < above  # no masthead's
    ]
    return in_tables(lines, drawn)


def _check(pages: Sequence[object], total: int, lost: int, document: pdfium.PdfDocument) -> None:
    """Refuse a file of which there is too little to be read."""
    if lost > MOST_LOST * total:
        message = "its fonts do not say which letters they draw: its text cannot be read"
        raise Refused("pdf-without-text", message, "take the Word file, or run OCR on it first")
    if total < FEWEST_CHARACTERS and raw.FPDFDoc_GetAttachmentCount(document.raw):
        message = "it is a portfolio: the documents are files inside it"
        raise Refused("pdf-without-text", message, "save them out of it, and give them")
    if total < 40 * len(pages) and total < FEWEST_CHARACTERS:
        message = "its pages are pictures without text: a scan"
        raise Refused("pdf-without-text", message, "run OCR on it first, and give the text")


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
