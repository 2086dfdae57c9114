"""Stage: plain text as a tool extracted it -> its documents and an account of its characters.

Takes the place of `sift` and `parse` for texts without a report's header: characters are made
alike (printed/alike), page furniture and notes are parted from the text (furniture, feet), marks
are found by the notes they call (marks), and lines become paragraphs (printed/joiner).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from resolutions.model.document import Claim, Header, Parsed
from resolutions.model.problems import Report
from resolutions.model.records import Language
from resolutions.readers.akn.inline import Call, Stretch, Token
from resolutions.readers.akn.numbering import item_in
from resolutions.readers.printed.body import ENDED, NUMBER, SECTION
from resolutions.readers.printed.build import build
from resolutions.readers.printed.forms import Forms, forms, shape
from resolutions.readers.printed.hyphens import line_ends, without_hyphen
from resolutions.readers.printed.language import language_of, letters_swapped
from resolutions.readers.printed.lines import PrintedLine
from resolutions.readers.printed.normalize import alike
from resolutions.readers.printed.sheet import Para, Sheet
from resolutions.readers.printed.source import source_of
from resolutions.readers.printed.unwrap import COMMA, STRONG, JoinedLines, joined
from resolutions.readers.text.decode import decoded
from resolutions.readers.text.dropped import with_hyphens
from resolutions.readers.text.figures import misread
from resolutions.readers.text.firsts import with_openings
from resolutions.readers.text.footnotes import Foot, feet
from resolutions.readers.text.furniture import without_furniture
from resolutions.readers.text.gaps import Gaps, gaps_of
from resolutions.readers.text.join import is_wide
from resolutions.readers.text.lowered import with_marks
from resolutions.readers.text.marks import mark_claims, marked
from resolutions.readers.text.order import (
    Order,
    ends_behind,
    lines_before,
    numbers_before,
    order_of,
)
from resolutions.readers.text.rows import (
    Row,
    indents,
    longest,
    pieces_of,
    rows_of,
    spare,
    width,
)
from resolutions.readers.text.sections import with_sections
from resolutions.readers.text.several import other, several
from resolutions.readers.text.sift import BOLD
from resolutions.readers.text.tails import over

Told = tuple[int, str, str]  # line, code, message
REFUSED = {  # what cannot be undone, and what to do
    "lines-out-of-order": "extract it with `pdftotext -layout`, or give the PDF itself",
    "swapped-letters": "give the Word file or the XML",
}
RESTORED = "{!r}: its hyphen, at the end of a line, was dropped by the tool, and is put back"
LOWERED = "the mark of note {} stood below its line, and is set where the line has room for it"
TITLE_WIDTH = 0.85  # of the measure: what is wider is no title
LONGEST_TITLE = 6  # lines
BOLD_SHARE = 0.7  # of the measure: what bold type of 12 points fills of it, reckoned as text
BLANK_SHARE = 0.6  # of lines with a blank line behind them: then blank lines part paragraphs
BLANK_LEFT = re.compile(r" \S")  # PDFium leaves the blank behind a mark at the head of a line
MARK_SIGNS = "¹²³⁴⁵⁶⁷⁸⁹⁰0123456789()[] "
CLOSING = tuple(",.;:)]，、；：。）》”’»،؛")


def read_extracted(path: Path, shown: str, given: Header | None, report: Report) -> list[Parsed]:
    """Read a plain text; an empty list, and a problem, where it holds nothing that can be read."""
    content = path.read_bytes()
    text = decoded(content, shown, report)
    if text is None:
        return []
    raised = with_marks(text)
    text = with_sections(raised.text)
    read = _Read.of(text)
    language = given.language if given else language_of(_plain(read.rows))
    rows = read.as_edited()
    odd = several(rows) or (other(rows, forms(language)) if language else None)
    if odd:
        report.error(shown, odd.line, odd.code, odd.message, odd.remedy)
        return []
    whole = with_hyphens(text, language)
    read = _Read.of(whole.text) if whole.words else read
    source = source_of(path, content, shown, given, read.lines, read.numbers, "extract")
    sheet = _sheet(read.rows, language, given, read.counts)
    told = tuple((read.line(at), "restored-hyphen", RESTORED.format(w)) for at, w in whole.words)
    told += tuple((read.line(at), "doubtful-mark", LOWERED.format(n)) for at, n in raised.marks)
    sheet = replace(sheet, doubts=(*sheet.doubts, *told))
    if refused := next((each for each in sheet.doubts if each[1] in REFUSED), None):
        line, code, message = refused
        report.error(shown, source.number(line), code, message, REFUSED[code])
        return []
    parsed = build(sheet, source, given, report)
    return [parsed] if parsed else []


class _Read(NamedTuple):
    """A text cut into lines, characters made alike; the lines that hold something."""

    lines: tuple[str, ...]
    numbers: tuple[int, ...]  # of the lines as an editor counts them, where pieces are more
    rows: list[Row]
    counts: dict[str, int]

    @classmethod
    def of(cls, text: str) -> _Read:
        pieces = pieces_of(text)
        lines, counts = alike(pieces.lines)
        numbers = pieces.numbers if len(lines) > pieces.numbers[-1] else ()
        return cls(lines, numbers, rows_of(pieces, lines), counts)

    def as_edited(self) -> list[Row]:
        """The lines with their numbers as an editor counts them."""
        own = self.numbers or range(1, len(self.lines) + 1)
        return [row._replace(number=own[row.number - 1]) for row in self.rows]

    def line(self, number: int) -> int:
        """The place of the first piece of a line."""
        return self.numbers.index(number) + 1 if self.numbers else number


def _plain(rows: Sequence[Row]) -> Sheet:
    return Sheet(paras=tuple(Para((Stretch(row.run),), row.number) for row in rows))


def _sheet(
    rows: list[Row], language: Language | None, given: Header | None, counts: dict[str, int]
) -> Sheet:
    if not rows or language is None:
        return _plain(rows)
    known = forms(language)
    rows, aside = without_furniture(rows, known, given)
    blocks = bool(rows) and sum(row.gap for row in rows) >= BLANK_SHARE * len(rows)
    foot: Foot = feet(rows, blocks)
    parted = numbers_before(foot.rows)
    behind = ends_behind(parted.rows)
    before = lines_before(behind.rows, known)
    foot = foot._replace(rows=before.rows)
    order = order_of(foot.rows, known)
    aside += foot.aside
    tokens, doubts = marked(foot.rows, foot.notes)
    aside += [
        Claim(run, "artefact:bold-sign" if run.text == BOLD else "note-mark")
        for run in mark_claims(foot.rows, tokens)
    ]
    ends = line_ends([row.run.text for row in foot.rows], known)
    lines = list(_lines(foot.rows, tokens, known))
    for place in ends.cut:
        own, claim = without_hyphen(lines[place].tokens)
        lines[place] = lines[place]._replace(tokens=own, cut=True)
        aside.append(claim)
    made = joined(with_openings(lines, known), known, blocks)
    told = [(line, "doubtful-mark", message) for line, message in doubts]
    told += [
        (foot.rows[place].number, "doubtful-hyphen", message) for place, message in ends.doubts
    ]
    told += [(line, "doubtful-note", message) for line, message in foot.doubts]
    moved = (*parted.told, *behind.told, *before.told)
    told += [(line, "broken-line", message) for line, message in moved]
    told += [(line, "doubtful-figure", message) for line, message in misread(foot.rows)]
    told += _of_paragraphs(made, rows[0].number)
    told += _of_order(order, foot.rows)
    return Sheet(
        authority="extract",
        paras=made.paras,
        notes=foot.notes,
        aside=tuple(aside),
        alike=counts,
        doubts=tuple(told),
    )


def _of_paragraphs(made: JoinedLines, first: int) -> Iterator[Told]:
    """What is open where lines were joined to paragraphs; `first`: the first line."""
    message = "this line may begin a paragraph, or go on with the one above"
    yield from ((line, "doubtful-paragraph", message) for line in made.doubtful)
    if made.wrapped:
        message = (
            "its lines were joined by their sentences; a hyphen that a tool dropped is not seen"
        )
        yield first, "joined-lines", message


def _of_order(order: Order, rows: Sequence[Row]) -> Iterator[Told]:
    """What shows that lines or letters are not in the order of the document."""
    if order.lost is not None:
        message = "this line stands out of its order, as pdfminer.six sets pieces of wide lines"
        yield order.lost, "lines-out-of-order", message
    swapped = letters_swapped([row.text for row in rows])
    if swapped is not None:
        message = "the letters lam and alef are swapped in its words, as in many an Arabic PDF"
        yield rows[swapped].number, "swapped-letters", message
    message = "this line is short in the midst of a sentence: words may be displaced"
    yield from ((line, "broken-line", message) for line in order.short)


def _lines(
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


def _ends(rows: Sequence[Row], blanks: Gaps) -> list[bool | None]:
    """Whether a paragraph ends above each line, by blank lines, else by blanks at line ends."""
    tails = [None, *over(rows)][: len(rows)]
    return [tail if own is None else own for own, tail in zip(blanks.begins, tails, strict=True)]


def _measures(rows: Sequence[Row], known: Forms, measure: float, torn: bool) -> list[float]:
    """The room of each line: that of the text; of a title of several lines, set in larger and
    bold type, that of its own longest line, at least that of such type. `torn`: whether a blank
    line may stand within a title."""
    made = [measure] * len(rows)
    blocks = torn or sum(row.gap for row in rows) >= BLANK_SHARE * len(rows)
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
