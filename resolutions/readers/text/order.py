"""Part of `extracted`: whether a tool left the lines of a text in their order.

pdfminer.six cuts a justified line at its wide blanks and may set a piece of it before or behind its
paragraph. Where a piece stands that begins no sentence and ends none, between paragraphs that are
whole, the order is lost; where a line is short in the midst of a sentence, it may be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from resolutions.readers.akn.numbering import item_in
from resolutions.readers.printed.body import ENDED, NUMBER
from resolutions.readers.printed.breaks import STRONG
from resolutions.readers.printed.forms import Forms, shape
from resolutions.readers.printed.head import TITLE_NUMBER
from resolutions.readers.printed.lines import TAB
from resolutions.readers.text.join import is_wide
from resolutions.readers.text.rows import Row, longest, spare, width

SHORT = 0.5  # of the measure
FULL_LINE = 0.75  # of the measure, the tabs of a first line off
LONGEST_END = 4  # characters
NUMBER_ALONE = re.compile(r"\d{1,3}\.")
TITLE_ALONE = re.compile(r"\d{1,4}/\d{1,4} ?[A-Z]?\.")
WORDS = 2  # of an end that stands before its line
ITEM_ALONE = re.compile(r"[(（]?[^\W\d_]{1,3}[)）]")
PIECE = re.compile(r"[a-zà-ÿ]")  # a letter with which no paragraph begins


class Order(NamedTuple):
    """The line of a piece out of its place, and the lines that are short in midst of a sentence."""

    lost: int | None
    short: tuple[int, ...]


def order_of(rows: Sequence[Row], known: Forms) -> Order:
    """What is seen of the order of lines; languages without capitals show nothing."""
    if known.language not in ("en", "fr", "es"):
        return Order(None, ())
    measure = longest(rows)
    begin = next((n for n, row in enumerate(rows) if known.match("enacting", row.run.text)), 0)
    places = range(begin + 1, len(rows))  # a line of a title may end with a comma
    lost = next((rows[n].number for n in places if _is_lost(rows, n, measure)), None)
    short = [row.number for n, row in enumerate(rows) if _is_short(rows, n, measure, known)]
    return Order(lost, tuple(short))


class Numbered(NamedTuple):
    """The lines, each number before its paragraph, and what was moved: (line, message)."""

    rows: list[Row]
    told: tuple[tuple[int, str], ...]


def numbers_before(rows: Sequence[Row]) -> Numbered:
    """Numbers that stand one below the other, each set before its own paragraph.

    pdfminer.six writes the numbers of short paragraphs together, `1.` `2.` `Takes note of the
    report;` `Requests …`: where all paragraphs but the last are one line that ends, there is one
    reading only.
    """
    made: list[Row] = []
    told: list[tuple[int, str]] = []
    place = 0
    while place < len(rows):
        labels = list(takewhile(_is_label, rows[place:]))
        count = len(labels)
        own = rows[place + count : place + 2 * count]
        if count < 2 or len(own) < count or not all(_is_whole(row) for row in own[:-1]):
            made += labels or [rows[place]]
            place += max(count, 1)
            continue
        for label, row in zip(labels, own, strict=True):
            made += [label, row]
        told.append(
            (labels[0].number, "the numbers from here on stood apart from their paragraphs")
        )
        place += 2 * count
    return Numbered(made, tuple(told))


def ends_behind(rows: Sequence[Row]) -> Numbered:
    """Short ends of paragraphs and of titles, each set behind its own line.

    pdftotext writes a short second line before the first, which it takes for another column: a
    number or a paragraph that has ended, right behind it an end of a word or two, a blank line, a
    full line that has none. There is one reading only.
    """
    made = list(rows)
    told: list[tuple[int, str]] = []
    measure = longest(rows)
    for place in range(1, len(made) - 1):
        above, end = made[place - 1 : place + 1]
        label = made[place + 1 : place + 2] if _is_label(made[place + 1]) else []
        line, after = (*made[place + 1 + len(label) : place + 3 + len(label)], None, None)[:2]
        if line and line.gap and not end.gap and _is_end_of(end, line, above, after, measure):
            own = [*label, line, end._replace(gap=False)]
            made[place : place + len(own)] = [own[0]._replace(gap=end.gap), *own[1:]]
            told.append((end.number, "the end of a paragraph stood before its line"))
    return Numbered(made, tuple(told))


def lines_before(rows: Sequence[Row], known: Forms) -> Numbered:
    """The second and last line of a numbered paragraph or a title, set behind its first.

    pdfminer.six takes a short line for one text with the number above it, where their middles are
    one below the other: `1.` `Committee;`, a blank line, `Notes with appreciation the work of the
    Independent Audit Advisory`, and then what follows the paragraph. There is one reading only.
    """
    made = list(rows)
    told: list[tuple[int, str]] = []
    measure = longest(rows)
    for place in range(len(made) - 2):
        label, end, line = made[place : place + 3]
        after = made[place + 3] if place + 3 < len(made) else None
        apart = not end.gap and line.gap and (after is None or after.gap)
        if apart and _is_second(end, line, label, after, known, measure):
            made[place + 1 : place + 3] = [line, end]
            told.append((end.number, "the end of a paragraph stood before its line"))
    return Numbered(made, tuple(told))


def _is_second(
    end: Row, line: Row, label: Row, after: Row | None, known: Forms, measure: float
) -> bool:
    """Whether a line ends what the line below it begins; `after`: what stands below both."""
    if ENDED.search(line.run.text) or width(end.text) > SHORT * measure:
        return False
    below = after.run.text if after else ""
    if TITLE_NUMBER.fullmatch(label.run.text):
        return width(line.text) > width(end.text) and bool(known.match("enacting", below))
    opens = NUMBER.match(f"{below} x") or item_in(f"{below} x") or known.match("meeting", below)
    room = spare(width(line.text) + 2 * TAB, end.text, measure)
    last = end.run.text.rstrip("0123456789")  # Nature;14 has the mark of a note
    return _is_label(label) and room < TAB and bool(ENDED.search(last) and (opens or not below))


def _is_end_of(end: Row, line: Row, above: Row, after: Row | None, measure: float) -> bool:
    """Whether a short line is the end of the full one below it."""
    before, text, full = (row.run.text.rstrip("0123456789") for row in (above, end, line))
    numbered = _is_alone(above)
    if _is_alone(end) or NUMBER.match(text):
        return False
    if TITLE_ALONE.fullmatch(above.run.text):  # 77/53. | nuclear weapons | Consequences of
        parted = after is None or after.gap
        return parted and _is_word(text) and not ENDED.search(text) and not ENDED.search(full)
    if not (ENDED.search(text) and (numbered or ENDED.search(before))):
        return False
    wide = width(line.text) > FULL_LINE * measure
    if is_wide(text[0]):
        return wide and 1 < len(text) <= LONGEST_END and not STRONG.search(full)
    opens = STRONG.search(text) and (numbered or not text[0].isupper())  # no `inter alia,`
    parted = after is None or after.gap
    return wide and parted and bool(opens) and _is_word(text) and not ENDED.search(full)


def _is_alone(row: Row) -> bool:
    """Whether a line is a number or the letter of an item, and nothing else."""
    return bool(NUMBER_ALONE.fullmatch(row.run.text) or ITEM_ALONE.fullmatch(row.run.text))


def _is_word(text: str) -> bool:
    return len(text.split()) <= WORDS


def _is_label(row: Row) -> bool:
    return row.gap and _is_alone(row)


def _is_whole(row: Row) -> bool:
    """Whether a line stands alone and is a paragraph: it begins as one and ends."""
    text = row.run.text.rstrip("0123456789")
    return row.gap and bool(ENDED.search(text)) and not PIECE.match(text)


def _is_lost(rows: Sequence[Row], place: int, measure: float) -> bool:
    """Whether a line alone between blank lines begins and ends in the midst of a sentence, behind
    a paragraph that has ended or a number that opens one, with another paragraph behind it."""
    row = rows[place]
    if not 0 < place < len(rows) - 1 or row.first or not row.gap or not rows[place + 1].gap:
        return False
    text, above, below = (rows[n].run.text for n in (place, place - 1, place + 1))
    if item_in(f"{text} x"):
        return False  # the letter of an item, alone
    if not PIECE.match(text) or ENDED.search(text) or width(text) > SHORT * measure:
        return False
    opens = bool(NUMBER.match(f"{below} x")) or below[:1].isupper()
    return opens and bool(ENDED.search(above) or NUMBER_ALONE.fullmatch(above))


def _is_short(rows: Sequence[Row], place: int, measure: float, known: Forms) -> bool:
    """Whether a line ends in the midst of a sentence long before the measure does."""
    if not 0 < place < len(rows) - 1:
        return False
    above, row, below = rows[place - 1 : place + 2]
    text = row.run.text
    if above.run.text[-1].isdigit():
        return False  # PDFium breaks a line behind the mark of a note
    return (
        below.page == row.page
        and bool(re.fullmatch(r"[a-zà-ÿ][^\d]*[a-zà-ÿ]", text))
        and bool(PIECE.match(below.run.text))
        and not shape("list_joins").fullmatch(text)
        and width(text) + width(below.run.text) < 1.02 * measure
        and width(text) < SHORT * measure
    )
