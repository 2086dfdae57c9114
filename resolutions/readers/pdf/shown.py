"""Part of `pdf`: what a page shows otherwise than as plain text, set right or told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import pypdfium2 as pdfium

from resolutions.readers.pdf.furniture import PAGE
from resolutions.readers.pdf.glyphs import Drawn, Glyph
from resolutions.readers.pdf.lines import Printed, printed_lines
from resolutions.readers.printed.head import JOB, SYMBOL

Told = tuple[int, str, str]  # page, code, message

WIDE = 1.15  # times as wide as high: a sheet that may hold two pages
FEWEST = 200  # characters of each of two pages on a sheet
GUTTER = 0.02  # of the width of a sheet, on either side of its middle: empty between two pages
FEWEST_NUMBERED = 8  # lines of a page whose margin counts them
ASIDE = {
    "aslant": "is printed aslant",
    "huge": "is printed over the page, in huge letters",
    "invisible": "cannot be seen",
    "outside": "lies outside of the page",
}
ODD = {
    "white": "is printed in white",
    "coloured": "is printed in red or pale letters, as a stamp may be",
    "layered": "is of a layer that can be switched off",
    "codeless": "has letters without a code, which may be read wrong",
}


def turned_back(page: pdfium.PdfPage, turn: float) -> None:
    """Turn all that is drawn on a page back, whose text is turned by so many degrees: a page set
    sideways, or a scan that lay askew."""
    matrix = pdfium.PdfMatrix().rotate(turn)  # clockwise
    for drawn in page.get_objects(max_depth=1):
        drawn.transform(matrix)


def halves(glyphs: Sequence[Glyph], width: float, height: float) -> list[list[Glyph]] | None:
    """The two pages on one sheet, as they are printed to save paper, the second moved to where it
    would stand alone; None where it holds one."""
    middle, gutter = width / 2, GUTTER * width
    if width < WIDE * height or any(
        each.x < middle + gutter and each.right > middle - gutter and not each.text.isspace()
        for each in glyphs
    ):
        return None
    left = [each for each in glyphs if each.x < middle]
    right = [
        each._replace(x=each.x - middle, right=each.right - middle)
        for each in glyphs
        if each.x >= middle
    ]
    return [left, right] if min(len(left), len(right)) > FEWEST else None


def are_numbered(lines: Sequence[Printed]) -> bool:
    """Whether the margin of a page counts its lines: 1, 2, 3 … or 5, 10, 15 …, at one place."""
    places: dict[tuple[str, int], list[int]] = {}
    for line in lines:
        words = line.text.split()
        ends = (("left", words[0], line.x), ("right", words[-1], line.right))
        for side, word, x in ends if words and not line.cell else ():
            if re.fullmatch(r"\d{1,4}", word):
                for about in (round(x / 4), round(x / 4 + 0.5) + 10_000):
                    places.setdefault((side, about), []).append(int(word))
    several = [numbers for numbers in places.values() if len(numbers) > 2]
    heights = len({round(line.y) for line in lines}) if several else 0
    for numbers in several:
        steps = Counter(below - above for above, below in pairwise(numbers))
        step, count = steps.most_common(1)[0] if steps else (0, 0)
        wanted = max(FEWEST_NUMBERED, 0.5 * heights) if step == 1 else max(4, 0.1 * heights)
        if step in (1, 5) and count >= wanted - 1 and count >= 0.8 * (len(numbers) - 1):
            return True
    return False


def set_aside(number: int, drawn: Drawn) -> list[Printed]:
    """The lines of page `number` that are no text; what lies aslant is one."""
    made = []
    for why, own in drawn.aside:
        if why == "aslant":
            made.append(Printed(number, tuple(own), aside=why))
        else:
            made += printed_lines(number, own, why)
    return [line for line in made if line.text]


def told(number: int, drawn: Drawn, aside: Sequence[Printed]) -> Iterator[Told]:
    """What is to be told of page `number`; `aside`: its lines that were set aside."""
    if drawn.is_read:
        message = "a machine read the text of this page from its picture (OCR), with its errors"
        yield number, "pdf-ocr", message
    known = (SYMBOL, JOB, PAGE)  # of a head or foot that lies outside: nothing is lost
    for why, lines in groupby(aside, lambda line: line.aside):
        texts = [line.text for line in lines]
        texts = [text for text in texts if not any(each.fullmatch(text) for each in known)]
        if texts:
            message = f"{' '.join(texts)[:60]!r} ({len(texts)} lines) {ASIDE[why]}: it is left out"
            yield number, "unseen-text", message
    for look in sorted({look for look, _ in drawn.odd}):
        words = next(text.strip() for each, text in drawn.odd if each == look)
        yield number, "odd-text", f"{words[:50]!r} {ODD[look]}"
