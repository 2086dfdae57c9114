"""The lines of a PDF -> paragraphs, by the room between lines, by indents and by size."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from resolutions.readers.akn.inline import BREAK
from resolutions.readers.akn.numbering import item_in
from resolutions.readers.pdf.glyphs import CJK
from resolutions.readers.pdf.lines import Printed
from resolutions.readers.pdf.rows import Row, tokens_of
from resolutions.readers.printed.body import ENDED, NUMBER
from resolutions.readers.printed.forms import Forms
from resolutions.readers.printed.head import (
    LETTER,
    LOOK_AHEAD,
    TITLE_NUMBER,
    opens_masthead,
    use_of,
)
from resolutions.readers.printed.sheet import Para

NUMERAL = re.compile(r"(?:\w+ ){0,2}(?:[IVXLC]+|\d{1,3}[A-Z]?|[A-Z])\.?")  # II, Rule 3, Section 29A
INDENT = 7.0  # points
WIDE = 1.5  # times the size, from base line to base line
FULL = 1.0  # times the size: a line that lacks no more is full
SHORT = 4.0  # times the size: a line that lacks so much, and the next word, ends a paragraph


def paragraphs(rows: Sequence[Row], known: Forms, size: float) -> list[Para]:
    """The paragraphs of the text; `size` is that of most of its characters."""
    text = [row for row in rows if not row.printed.cell]
    margin, right = margins(text, size)
    leading = _leading(text, margin, right, size)
    groups: list[list[Row]] = []
    enacted = False
    for place, row in enumerate(rows):
        last = groups[-1] if groups else None
        if last is None or row.printed.cell or last[-1].printed.cell:
            begins = last is not None and table_of(row) != table_of(last[-1])
        elif enacted:
            begins = _begins(last, row, known, leading, margin, right)
        else:
            begins = _begins_above(last, row, known)
        if begins or last is None:
            groups.append([row])
        else:
            last.append(row)
        enacted = enacted or (len(groups[-1]) == 1 and _enacts(rows, place, known, size))
    middle = (margin + right) / 2
    return [
        _table(group) if group[0].printed.cell else _para(group, middle, margin, right, size)
        for group in groups
    ]


def table_of(row: Row) -> tuple[int, int] | None:
    """The table a line stands in: its page, its number there; None for a line of text."""
    return (row.printed.page, row.printed.cell.table) if row.printed.cell else None


def beside(above: Row, below: Row) -> bool:
    """Whether a line stands beside the one before it, in a column of its own."""
    return above.printed.page == below.printed.page and abs(above.printed.y - below.printed.y) < 1


def _enacts(rows: Sequence[Row], place: int, known: Forms, size: float) -> bool:
    """Whether a line is the enacting phrase, and not the organ above the lines of a masthead."""
    line, text = rows[place].printed, rows[place].text
    if not known.match("enacting", text) or line.size > size + 1 or line.bold:
        return False
    below = [row.text for row in rows[place + 1 : place + LOOK_AHEAD]]
    numbered = any(TITLE_NUMBER.match(each) for each in below)
    return not (numbered and any(opens_masthead(each, known) for each in below))


def _leading(rows: Sequence[Row], margin: float, right: float, size: float) -> float:
    """From base line to base line. Where every step is as wide as between paragraphs, it is that of
    lines only if a line above one is full: a file may have no paragraph of two lines."""
    steps = [
        (
            round(above.printed.y - below.printed.y, 0),
            above.printed.right > right - FULL * size
            and above.printed.x < margin + 4 * size,  # not the day at the right
        )
        for above, below in itertools.pairwise(rows)
        if above.printed.page == below.printed.page and above.printed.y > below.printed.y
    ]
    common = Counter(step for step, _ in steps).most_common(2)
    least = min((step for step, _ in common if step > 5), default=13.0)
    return least if least < WIDE * size or (least, True) in steps else 1.3 * size


def margins(rows: Sequence[Row], size: float) -> tuple[float, float]:
    """Where most lines of the text begin and end."""
    own = [row.printed for row in rows if abs(row.printed.size - size) < 1]
    left = Counter(round(line.x) for line in own)
    right = sorted(line.right for line in own) or [500.0]
    most, count = left.most_common(1)[0] if left else (72, 0)
    # where paragraphs are short most lines are first ones, and indented
    margin = min(
        (x for x, n in left.items() if most - 40 < x < most and n > 0.3 * count), default=most
    )
    return margin, right[int(len(right) * 0.97)]


def _would_fit(line: Printed, previous: Printed, right: float) -> bool:
    """Whether the first word of a line would have found room on the line before it."""
    word = list(itertools.takewhile(lambda glyph: not glyph.text.isspace(), line.glyphs))
    wide = line.glyphs[0].right if CJK.match(line.text) else word[-1].right if word else line.x
    return previous.right + 0.3 * line.size + wide - line.x < right - 0.5 * line.size


def runs_over(above: Row, below: Row) -> bool:
    """Whether a heading at the foot of a page may go on at the head of the next."""
    one, other = above.printed, below.printed
    bold = one.bold and other.bold and abs(one.size - other.size) < 1
    return bold and one.page != other.page and not ENDED.search(above.text)


def _has_room(line: Printed, previous: Printed, measure: float) -> bool:
    """Whether the first word of a line would have found room on the line before it, which may be
    centred."""
    word = list(itertools.takewhile(lambda glyph: not glyph.text.isspace(), line.glyphs))
    wide = (line.glyphs[0] if CJK.match(line.text) else word[-1]).right - line.x if word else 0
    return previous.right - previous.x + wide + line.size < measure


def _begins_above(last: list[Row], row: Row, known: Forms) -> bool:
    text, before = row.text, " ".join(each.text for each in last)
    if known.match("enacting", text) and not row.printed.bold:
        return True
    if LETTER.fullmatch(text) or LETTER.fullmatch(before):
        return True
    if TITLE_NUMBER.match(before) and not TITLE_NUMBER.match(text):
        same = abs(row.printed.size - last[-1].printed.size) < 1
        return not same and row.printed.bold != last[-1].printed.bold
    return True


def _begins(
    last: list[Row], row: Row, known: Forms, leading: float, margin: float, right: float
) -> bool:
    previous, line = last[-1].printed, row.printed
    if line.is_lettered or not row.text:  # a mark alone on its line
        return line.is_lettered
    before = " ".join(each.text for each in last[-2:])
    if (len(last) == 1 and known.match("annex", before)) or (
        NUMERAL.fullmatch(before) and previous.bold
    ):
        return True
    if len(last) == 1 and (known.match("meeting", before) or known.match("date", before)):
        return True
    if len(last) == 1 and known.match("article", before) and len(before) < 20:
        return True
    indented = line.x - margin > INDENT
    ended = bool(ENDED.search(before))
    if known.match("enacting", before) and len(last) == 1:
        return True
    if row.first or line.page != previous.page:
        label = NUMBER.match(row.text) or item_in(row.text)
        if abs(line.size - previous.size) >= 1 or line.bold != previous.bold:
            return True
        if not ended:
            # a heading at the foot of a page: its line had room, and the next is indented
            starts = len(last) == 1 or line.x - previous.x > INDENT
            fresh = indented and starts and _would_fit(line, previous, right)
            if runs_over(last[-1], row):
                return _has_room(line, previous, right - margin)
            # without indents: its line lacked more than the first word of the next
            short = _would_fit(line, previous, right - SHORT * line.size)
            opens = bool(label or known.begins("leads", row.text))
            return bool(line.bold) or fresh or (short and opens)
        return bool(indented or label or _would_fit(line, previous, right))
    gap = previous.y - line.y
    if gap > 1.25 * leading or gap < -2:
        return True
    if abs(line.size - previous.size) >= 1.5:
        return True
    if gap < 1:  # beside it
        return use_of(row.text, known) is not None
    label = NUMBER.match(row.text) or item_in(row.text)
    if label and not ended and _would_fit(line, previous, right - SHORT * line.size):
        return True  # a heading, and below it, with no more room: 1. The States Members
    fresh = indented and previous.x - margin <= INDENT and ended
    return fresh and bool(label or known.begins("leads", row.text))


def _table(group: Sequence[Row]) -> Para:
    """The lines of a table, which come a cell after the other."""
    cells: dict[tuple[int, int], list[Row]] = {}
    for row in group:
        if row.printed.cell:
            cells.setdefault(row.printed.cell[1:], []).append(row)
    texts = {place: tokens_of(lines) for place, lines in cells.items()}
    columns = max(column for _, column in cells)
    return Para(
        tokens=tuple(token for text in texts.values() for token in (*text, BREAK)),
        line=group[0].number,
        rows=tuple(
            tuple(texts.get((number, column), ()) for column in range(1, columns + 1))
            for number in sorted({row for row, _ in cells})
        ),
        cells=tuple(Para(texts[place], lines[0].number) for place, lines in cells.items()),
        page=group[0].printed.page,
    )


def _para(group: Sequence[Row], middle: float, margin: float, right: float, size: float) -> Para:
    first = group[0].printed
    centred = all(
        abs((row.printed.x + row.printed.right) / 2 - middle) < 6 and row.printed.x - margin > 20
        for row in group
    )
    return Para(
        tokens=tokens_of(group),
        line=group[0].number,
        centred=centred,
        bold=all(row.printed.bold for row in group),
        heading=first.size >= size + 1.5,
        page=first.page,
    )
