"""Part of `extracted`: what indents, gaps and lengths say of each line of a text.

A text tells no widths: the room of a line is reckoned from the longest ones, that of a title, set
in larger and bold type, from its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resolutions.readers.akn.inline import Call, Stretch, Token
from resolutions.readers.akn.numbering import item_in
from resolutions.readers.printed.body import COMMA, ENDED, NUMBER, SECTION
from resolutions.readers.printed.breaks import STRONG
from resolutions.readers.printed.forms import Forms, shape
from resolutions.readers.printed.lines import PrintedLine
from resolutions.readers.text.gaps import Gaps, gaps_of
from resolutions.readers.text.join import is_wide
from resolutions.readers.text.rows import Row, indents, longest, spare, width
from resolutions.readers.text.tails import over

BLANK_SHARE = 0.6  # of lines with a blank line behind them: then blank lines part paragraphs
TITLE_WIDTH = 0.85  # of the measure: what is wider is no title
LONGEST_TITLE = 6  # lines
BOLD_SHARE = 0.7  # of the measure: what bold type of 12 points fills of it, reckoned as text
BLANK_LEFT = re.compile(r" \S")  # PDFium leaves the blank behind a mark at the head of a line
MARK_SIGNS = "¹²³⁴⁵⁶⁷⁸⁹⁰0123456789()[] "
CLOSING = tuple(",.;:)]，、；：。）》”’»،؛")


def printed_lines(
    rows: Sequence[Row], tokens: Sequence[tuple[Token, ...]], known: Forms
) -> Iterator[PrintedLine]:
    """The lines with what their indents, gaps and lengths say."""
    measure = longest(rows)
    blanks = gaps_of(rows)
    measures = _measures(rows, known, measure, blanks.torn)
    found = indents(rows)
    set_in: Sequence[bool | None] = [None] * len(rows) if found is None else found
    gaps = sum(row.gap for row in rows) > len(rows) / 12
    before, above, marks, words = 0.0, None, False, ""
    ends = _ends(rows, blanks)
    for row, own, room, indent, end, opens in zip(
        rows, tokens, measures, set_in, ends, blanks.begins, strict=True
    ):
        beside = (
            marks
            and above is not None
            and _goes_on(above, row, before, measure)
            and (bool(BLANK_LEFT.match(row.text)) or not _opens(words, row, known))
        )
        beside = beside or (above is not None and all(isinstance(each, Call) for each in own))
        text = row.run.text
        left = 0.0 if above is None else spare(before, text, room)
        yield PrintedLine(
            tokens=own,
            number=row.number,
            page=row.page,
            gap=row.gap if gaps or indent is not None else None,
            indent=indent,
            fits=None if above is None else left > 0 and not beside,
            spare=left,
            beside=beside,
            over=end,
            opens=opens,
            first=row.first,
        )
        before = width(text) + (before if beside else 0)
        if beside and before > 1.04 * measure:
            before -= measure  # a new printed line
        above, marks = row, bool(own) and isinstance(own[-1], Call)
        words = text if any(isinstance(each, Stretch) for each in own) else words


def in_blocks(rows: Sequence[Row]) -> bool:
    """Whether blank lines part the paragraphs of a text."""
    return bool(rows) and sum(row.gap for row in rows) >= BLANK_SHARE * len(rows)


def _ends(rows: Sequence[Row], blanks: Gaps) -> list[bool | None]:
    """Whether a paragraph ends above each line, by blank lines, else by blanks at line ends."""
    tails = [None, *over(rows)][: len(rows)]
    return [tail if own is None else own for own, tail in zip(blanks.begins, tails, strict=True)]


def _measures(rows: Sequence[Row], known: Forms, measure: float, torn: bool) -> list[float]:
    """The room of each line: that of the text; of a title of several lines, set in larger and
    bold type, that of its own longest line, at least that of such type. `torn`: whether a blank
    line may stand within a title."""
    made = [measure] * len(rows)
    blocks = torn or in_blocks(rows)
    place = 0
    while place < len(rows):
        title = list(_title_at(rows, place, known, measure, blocks))
        annex = place and known.match("annex", rows[place - 1].run.text)
        least = 0.0 if annex else BOLD_SHARE * measure
        for at, _ in enumerate(title[1:], place + 1):
            made[at] = max(least, *(width(each.text) for each in title))
        place += max(len(title), 1)
    return made


def _title_at(
    rows: Sequence[Row], place: int, known: Forms, measure: float, blocks: bool
) -> Iterator[Row]:
    """The lines from a place on that may be one title: short, without an end or a number."""
    for row in rows[place : place + LONGEST_TITLE]:
        opens = row is not rows[place]
        if not _is_title(row, measure) or (opens and SECTION.match(row.run.text)):
            return
        if opens and (row.first or (row.gap and not blocks)):
            return
        yield row
        if known.match("annex", row.run.text):
            return


def _is_title(row: Row, measure: float) -> bool:
    text = row.run.text
    numbered = NUMBER.match(text) or item_in(text)
    return width(text) < TITLE_WIDTH * measure and not numbered and not ENDED.search(text)


def _opens(above: str, row: Row, known: Forms) -> bool:
    """Whether a line opens a paragraph, that of the words above it having ended."""
    text, ended = row.run.text, above.rstrip(MARK_SIGNS)
    if known.language == "zh" and STRONG.search(ended):
        return True
    leads = known.begins("leads", text) and not shape("goes_on").match(text)
    return bool(COMMA.search(ended) and leads)


def _goes_on(above: Row, row: Row, before: float, measure: float) -> bool:
    """Whether a line goes on with the printed line above: PDFium breaks lines behind a mark."""
    text = row.text
    if row.gap or row.page != above.page:
        return False
    if BLANK_LEFT.match(text):
        return True
    if before + width(text) > 1.04 * measure:
        return False
    opens = text[0].isdigit() and not NUMBER.match(text)  # 第 28/16 号、5 | 2017 年 3 月 23 日
    return text.lstrip().startswith(CLOSING) or opens or is_wide(text[0])
