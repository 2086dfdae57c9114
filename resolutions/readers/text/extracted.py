"""Stage: plain text as a tool extracted it -> its documents and an account of its characters.

Takes the place of `sift` and `parse` for texts without a report's header: characters are made
alike (printed/alike), page furniture and notes are parted from the text (furniture, feet), marks
are found by the notes they call (marks), and lines become paragraphs (printed/unwrap).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from resolutions.model.document import Claim, Header, Parsed
from resolutions.model.problems import Report
from resolutions.model.records import Language
from resolutions.readers.akn.inline import Stretch
from resolutions.readers.printed.build import build
from resolutions.readers.printed.forms import forms
from resolutions.readers.printed.hyphens import line_ends, without_hyphen
from resolutions.readers.printed.language import language_of, letters_swapped
from resolutions.readers.printed.normalize import alike
from resolutions.readers.printed.sheet import Para, Sheet
from resolutions.readers.printed.source import source_of
from resolutions.readers.printed.unwrap import JoinedLines, joined
from resolutions.readers.text.decode import decoded
from resolutions.readers.text.dropped import with_hyphens
from resolutions.readers.text.figures import misread
from resolutions.readers.text.firsts import with_openings
from resolutions.readers.text.footnotes import Foot, feet
from resolutions.readers.text.furniture import without_furniture
from resolutions.readers.text.lowered import with_marks
from resolutions.readers.text.marks import mark_claims, marked
from resolutions.readers.text.measures import in_blocks, printed_lines
from resolutions.readers.text.order import (
    Order,
    ends_behind,
    lines_before,
    numbers_before,
    order_of,
)
from resolutions.readers.text.rows import (
    Row,
    pieces_of,
    rows_of,
)
from resolutions.readers.text.sections import with_sections
from resolutions.readers.text.several import other, several
from resolutions.readers.text.sift import BOLD

Told = tuple[int, str, str]  # line, code, message
REFUSED = {  # what cannot be undone, and what to do
    "lines-out-of-order": "extract it with `pdftotext -layout`, or give the PDF itself",
    "swapped-letters": "give the Word file or the XML",
}
RESTORED = "{!r}: its hyphen, at the end of a line, was dropped by the tool, and is put back"
LOWERED = "the mark of note {} stood below its line, and is set where the line has room for it"


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
    blocks = in_blocks(rows)
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
    lines = list(printed_lines(foot.rows, tokens, known))
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
