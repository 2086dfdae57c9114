"""Part of `pdf`: the places where LibreOffice may have left out a comma of a Chinese text.

It hangs commas and stops in the margin, and leaves some out of the file. Nothing on the page tells
which (decisions/0017), but of ten in nine files eight stood behind the first line of a paragraph,
and one above a mark alone on its line.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from resolutions.readers.pdf.paragraphs import INDENT, WIDE, margins
from resolutions.readers.pdf.rows import Row

HAN = re.compile(r"[\u3400-\u9fff]")


def lost_commas(rows: Sequence[Row], size: float) -> Iterator[tuple[int, str, str]]:
    """A doubt for each page: its lines behind which a comma may be lost.

    `size`: that of the text. A line is named that is full, is the first of its paragraph or stands
    above a mark alone, and whose last character stands before that of the next line nowhere else in
    the file: 年龄 | 残疾, not 国 | 家.
    """
    text = [row for row in rows if not row.printed.cell]
    if not text:
        return
    margin, _ = margins(text, size)
    common = Counter(round(row.printed.right) for row in text).most_common(1)[0][0]
    pairs = {two for row in rows for two in itertools.pairwise(row.text)}
    places = [
        above
        for before, above, below in zip([None, *text], text, text[1:], strict=False)
        if above.printed.right > common - size and HAN.match(above.text[-1:])
        if (not below.text) or (
            _is_first(before, above, margin, size)
            and HAN.match(below.text)
            and (above.text[-1], below.text[0]) not in pairs
        )
    ]  # fmt: skip
    for _, own in itertools.groupby(places, lambda row: row.printed.page):
        lines = list(own)
        shown = ", ".join(repr(row.text[-8:]) for row in lines)
        yield lines[0].number, "lost-commas", f"a comma may be lost behind {shown}"


def _is_first(before: Row | None, row: Row, margin: float, size: float) -> bool:
    """Whether a line is the first of a paragraph, by its indent or the room above it."""
    line = row.printed
    room = before is not None and before.printed.page == line.page
    above = before.printed.y - line.y if before and room else 0.0
    return line.x - margin > INDENT or above > WIDE * size
