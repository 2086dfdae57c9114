"""A PDF from anywhere -> its printed lines, page by page, or a problem.

The characters come from PDFium one by one, with their place, size and font. Blanks that PDFium
makes up for wide letter spacing are left out; a gap without a blank becomes one.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from resolutions.model.problems import Report

LARGEST = 50_000_000  # bytes
MOST_PAGES = 400
MOST_CHARACTERS = 1_500_000
COLUMN = 3.0  # a gap of so many times the size parts two columns
WORD = 0.15  # a gap of so much of the size, without a blank, parts two words
PERHAPS = 0.09  # a gap from here to WORD may part two words: told as `doubtful-blank`
CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


class Glyph(NamedTuple):
    """A character where it is printed; y grows upwards."""

    text: str
    x: float
    y: float
    right: float
    size: float
    bold: bool
    italic: bool


class Printed(NamedTuple):
    """A printed line: its characters in order."""

    page: int
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """Its characters, blanks made one."""
        return " ".join("".join(each.text for each in self.glyphs).split())

    @property
    def size(self) -> float:
        """The size most of its characters have."""
        sizes = Counter(round(each.size * 2) / 2 for each in self.glyphs if not each.text.isspace())
        return sizes.most_common(1)[0][0] if sizes else 0

    @property
    def x(self) -> float:
        """Where it begins."""
        return next((each.x for each in self.glyphs if not each.text.isspace()), 0)

    @property
    def right(self) -> float:
        """Where it ends."""
        return next((each.right for each in reversed(self.glyphs) if not each.text.isspace()), 0)

    @property
    def y(self) -> float:
        """Its base line: that of its largest characters."""
        size = self.size
        return next(
            (
                each.y
                for each in self.glyphs
                if abs(each.size - size) < 1 and not each.text.isspace()
            ),
            0,
        )

    @property
    def perhaps(self) -> bool:
        """Whether two letters stand so far apart that a blank may be meant between them."""
        return any(
            left.text.isalpha()
            and right.text.isalpha()
            and not CJK.search(left.text + right.text)
            and PERHAPS < (right.x - left.right) / max(right.size, 1) <= WORD
            for left, right in pairwise(self.glyphs)
        )

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(each.bold for each in self.glyphs if not each.text.isspace())


class Pages(NamedTuple):
    """The lines of each page from top to bottom, and the width of the pages."""

    pages: tuple[tuple[Printed, ...], ...]
    width: float


def pages_of(path: Path, shown: str, report: Report) -> Pages | None:
    """Read a PDF; None, and a problem, where it is none, is locked, too large or has no text."""
    try:
        if path.stat().st_size > LARGEST:
            return _refused(
                shown,
                "pdf-too-large",
                "the file is larger than any resolution",
                "give the resolution alone",
                report,
            )
        content = path.read_bytes()
    except OSError as problem:
        return _refused(
            shown,
            "bad-pdf",
            f"the file cannot be read: {problem.strerror}",
            "fetch the file again",
            report,
        )
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as problem:
        locked = "assword" in str(problem)
        message = "it is locked with a password" if locked else "it is no PDF that can be opened"
        return _refused(shown, "bad-pdf", message, "fetch the file again", report)
    try:
        if len(document) > MOST_PAGES:
            return _refused(
                shown,
                "pdf-too-large",
                f"it has {len(document)} pages, more than any resolution",
                "give the resolution alone",
                report,
            )
        return _read(document, shown, report)
    finally:
        document.close()


def _read(document: pdfium.PdfDocument, shown: str, report: Report) -> Pages | None:
    pages = []
    total, width = 0, 0.0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pdfium.PdfiumError:
            report.warn(
                shown,
                number + 1,
                "bad-page",
                f"page {number + 1} cannot be read",
                "fetch the file again",
            )
            continue
        width = max(width, page.get_width())
        count = text.count_chars()
        total += max(count, 0)
        if total > MOST_CHARACTERS:
            return _refused(
                shown,
                "pdf-too-large",
                "it has more text than any resolution",
                "give the resolution alone",
                report,
            )
        pages.append(tuple(_lines(number + 1, list(_glyphs(text, count)))))
        text.close()
        page.close()
    if total < 40 * len(document) and total < 200:
        return _refused(
            shown,
            "pdf-without-text",
            "its pages are pictures without text: a scan",
            "run OCR on it first, and give the text",
            report,
        )
    return Pages(tuple(pages), width)


def _refused(shown: str, code: str, message: str, remedy: str, report: Report) -> Pages | None:
    report.error(shown, 1, code, message, remedy)
    return None


def _glyphs(page: pdfium.PdfTextPage, count: int) -> Iterator[Glyph]:
    """The characters of a page, but those that PDFium made up."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    fonts: dict[int, tuple[bool, bool]] = {}
    high = ""
    for index in range(count):
        if raw.FPDFText_IsGenerated(page, index):
            continue
        code = raw.FPDFText_GetUnicode(page, index)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        text = (
            (high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            if high
            else chr(code)
        )
        high = ""
        if code in (0, 0xFFFE, 0xFFFF) or (code < 32 and code != 9):
            text = "-" if code == 2 else ""  # the hyphen at the end of a line
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        raw.FPDFText_GetLooseCharBox(page, index, box)
        size = raw.FPDFText_GetFontSize(page, index)
        bold, italic = _font(page, index, fonts)
        if text:
            yield Glyph(text, x.value, y.value, box.right, size, bold, italic)


def _font(
    page: pdfium.PdfTextPage, index: int, fonts: dict[int, tuple[bool, bool]]
) -> tuple[bool, bool]:
    """Whether a character is bold, and italic: its text object says so once for all."""
    drawn = raw.FPDFText_GetTextObject(page, index)
    key = ctypes.cast(drawn, ctypes.c_void_p).value or 0
    if key not in fonts:
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        raw.FPDFText_GetFontInfo(page, index, name, 128, flags)
        words = name.value.decode("utf-8", "replace").lower()
        italic = "italic" in words or "oblique" in words or "kai" in words or bool(flags.value & 64)
        fonts[key] = ("bold" in words or "black" in words or bool(flags.value & (1 << 18)), italic)
    return fonts[key]


def _lines(number: int, glyphs: Sequence[Glyph]) -> list[Printed]:
    """Bring characters of one base line together, columns apart, top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in glyphs:
        row = rows[-1] if rows else None
        if row is not None and _on(glyph, row):
            row.append(glyph)
        else:
            rows.append([glyph])
    merged: list[list[Glyph]] = []
    for row in sorted(rows, key=lambda each: -_base(each)):
        last = merged[-1] if merged else None
        if last is not None and abs(_base(last) - _base(row)) < 1.5 and not _overlap(last, row):
            last += row
        else:
            merged.append(list(row))
    made = []
    for row in merged:
        for part in _columns(row):
            glyphs_of = _spaced(part)
            if any(not each.text.isspace() for each in glyphs_of):
                made.append(Printed(number, tuple(glyphs_of)))
    return _with_raised(made)


def _base(row: Sequence[Glyph]) -> float:
    size = max(each.size for each in row)
    return next(each.y for each in row if each.size == size)


def _on(glyph: Glyph, row: Sequence[Glyph]) -> bool:
    last = row[-1]
    size = max(glyph.size, last.size, 4)
    if glyph.text.isspace() and abs(glyph.y - last.y) < size:
        return True
    near = abs(glyph.y - _base(row)) < 0.6 * min(glyph.size, max(each.size for each in row[-40:]))
    return near and glyph.x > last.x - 3 * size


def _overlap(left: Sequence[Glyph], right: Sequence[Glyph]) -> bool:
    a = min(g.x for g in left), max(g.right for g in left)
    b = min(g.x for g in right), max(g.right for g in right)
    return min(a[1], b[1]) - max(a[0], b[0]) > 8


def _columns(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    part: list[Glyph] = []
    ordered = sorted(row, key=lambda each: each.x) if _is_left_to_right(row) else list(row)
    for glyph in ordered:
        words = [each for each in part if not each.text.isspace()]
        if glyph.text.isspace() and not words:
            continue
        if (
            words
            and not glyph.text.isspace()
            and glyph.x - words[-1].right > COLUMN * max(glyph.size, words[-1].size)
            and not _is_label(words)
        ):
            yield part
            part = []
        part.append(glyph)
    if part:
        yield part


def _is_label(words: Sequence[Glyph]) -> bool:
    """Whether what stands before a gap is a number or a letter with its text behind a tab."""
    text = "".join(each.text for each in words)
    return len(text) <= 12 and bool(
        re.fullmatch(r"\(?[\w/]{1,7}[.)、．]?\)?|[-–—•]|\d+/\d+ ?[A-Z]?\.", text)
        and not re.fullmatch(r"\d+/\d+", text)
    )


def _is_left_to_right(row: Sequence[Glyph]) -> bool:
    return not any(
        "\u0590" <= each.text <= "\u08ff" or "\ufb1d" <= each.text <= "\ufefc" for each in row
    )


def _spaced(row: Sequence[Glyph]) -> list[Glyph]:
    """The characters of a line with a blank where there is room for one and none is printed."""
    made: list[Glyph] = []
    size = max(each.size for each in row)
    for glyph in row:
        last = made[-1] if made else None
        if last and last.text.isspace() and _is_printed_over(last, glyph):
            made.pop()  # printed over: no blank, though the file has one
            last = made[-1] if made else None
        if last and not last.text.isspace() and not glyph.text.isspace():
            gap = glyph.x - last.right
            cjk = CJK.search(last.text) or CJK.search(glyph.text)
            wide = 1.5 if cjk else 0.5 if _are_marks(last, glyph, size) else WORD
            if gap > wide * max(glyph.size, last.size):
                made.append(glyph._replace(text=" ", x=last.right, right=glyph.x))
        made.append(glyph)
    return made


def _is_printed_over(blank: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands in the midst of a blank of the file; from left to right."""
    return blank.x <= glyph.x < blank.right - 0.3 * (blank.right - blank.x)


def _are_marks(last: Glyph, glyph: Glyph, size: float) -> bool:
    """Whether two figures are those of one raised mark: 30, whose figures may stand wide."""
    small = max(last.size, glyph.size) < 0.8 * size
    return small and last.text.isdecimal() and glyph.text.isdecimal()


def _with_raised(lines: Sequence[Printed]) -> list[Printed]:
    """Lines with the marks that stand raised in a line of their own set where they belong."""
    made: list[Printed] = []
    raised: tuple[Glyph, ...] = ()  # of the line below them
    for place, line in enumerate(lines):
        below = lines[place + 1] if place + 1 < len(lines) else None
        figures = re.fullmatch(r"[\d*,() ]{1,8}", line.text)
        if (
            below
            and figures
            and line.size < 0.8 * below.size
            and 0 < line.y - below.y < 0.7 * below.size
            and line.page == below.page
            and line.x >= below.x - 20
        ):
            raised = (*raised, *line.glyphs)
            continue
        if raised:
            merged = sorted((*raised, *line.glyphs), key=lambda each: each.x)
            line, raised = Printed(line.page, tuple(_spaced(merged))), ()
        made.append(line)
    return made
