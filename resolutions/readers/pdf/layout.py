"""Part of `pdf`: the printed lines of a file -> its text, its notes, and what is set aside.

Each part does one thing to all lines and says what it took and what it doubts: rows, furniture,
notes, marks, hyphens, paragraphs.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from resolutions.model.document import Claim, Header
from resolutions.readers.pdf.furniture import (
    bare,
    furniture,
    furniture_name,
    page_gap,
    page_twice,
    repeated,
)
from resolutions.readers.pdf.hanging import lost_commas
from resolutions.readers.pdf.hyphens import mended
from resolutions.readers.pdf.marks import marked
from resolutions.readers.pdf.notes import NoteLines, parted
from resolutions.readers.pdf.pages import Pages
from resolutions.readers.pdf.paragraphs import beside, paragraphs, runs_over, table_of
from resolutions.readers.pdf.rows import Row, RowMade, row_of, set_aside, tokens_of
from resolutions.readers.pdf.several import several
from resolutions.readers.printed.forms import Forms, forms
from resolutions.readers.printed.head import TITLE_NUMBER, use_of
from resolutions.readers.printed.language import language_of
from resolutions.readers.printed.sheet import Para, PrintedNote, Sheet

USES = {"aslant": "drawing", "huge": "drawing", "invisible": "hidden", "outside": "hidden"}
EDGE = 4  # lines at the head or foot of a page
HANGS = "LibreOffice"
Doubt = tuple[int, str, str]  # line, code, message


class Layout(NamedTuple):
    """A sheet, the lines of the source it is made of, and the page of each; why it is not of one
    document."""

    sheet: Sheet
    lines: tuple[str, ...]
    numbers: tuple[int, ...]
    several: str | None = None


class _Text(NamedTuple):
    """The lines of the text, the notes, what was set aside, and what is doubtful."""

    rows: list[Row]
    notes: tuple[NoteLines, ...]
    claims: list[Claim]
    doubts: list[Doubt]


def layout_of(pages: Pages, given: Header | None) -> Layout:
    """The sheet of a PDF; with bare lines for paragraphs where its language is not known."""
    numbers = itertools.count(1)
    made = [[row_of(line, next(numbers)) for line in page] for page in pages.pages]
    flat = [each for page in made for each in page]
    seen = [each for each in flat if not each.row.printed.aside]
    sheet = Sheet(paras=tuple(Para(each.row.tokens, each.row.number) for each in seen))
    language = given.language if given else language_of(sheet)
    rows = [[each.row for each in page if not each.row.printed.aside] for page in made]
    if language:
        known = forms(language)
        sheet = _sheet(rows, known, pages, _alike(flat), [*_perhaps(seen)])
        unseen = [each.row for each in flat if each.row.printed.aside]
        aside = [claim for row in unseen for claim in set_aside(row, USES[row.printed.aside])]
        sheet = replace(sheet, aside=(*sheet.aside, *aside))
    lines = tuple(each.line for each in flat)
    numbers_of = tuple(each.row.printed.page for each in flat)
    return Layout(sheet, lines, numbers_of, several(rows, forms(language) if language else None))


def _sheet(
    made: Sequence[Sequence[Row]], known: Forms, pages: Pages, alike: Mapping[str, int],
    doubts: Sequence[Doubt],
) -> Sheet:  # fmt: skip
    size = _body_size(pages)
    text = _text(made, known, size)
    found = marked(text.rows, {note.label for note in text.notes}, size)
    whole = mended([*found.rows, *(row for note in text.notes for row in note.rows)], known)
    rows, below = whole.rows[: len(found.rows)], iter(whole.rows[len(found.rows) :])
    return Sheet(
        paras=tuple(paragraphs(rows, known, size)),
        notes=tuple(_note(note, [next(below) for _ in note.rows]) for note in text.notes),
        aside=(*text.claims, *found.claims, *whole.claims),
        alike=alike,
        doubts=(
            *doubts, *text.doubts, *found.doubts, *whole.doubts,
            *_arabic(known), *_tables(rows, known), *_running_over(rows),
            *_hanging(pages, known, rows, size),
        ),
    )  # fmt: skip


def _note(note: NoteLines, rows: Sequence[Row]) -> PrintedNote:
    """A note of its lines, words cut at their ends made whole."""
    return PrintedNote(note.label, tokens_of(rows), rows[0].number, note.label_run)


def _text(pages: Sequence[Sequence[Row]], known: Forms, size: float) -> _Text:
    """The pages without their furniture, the notes parted from them."""
    title = _title_words([row for page in pages for row in page], known)
    rows: list[Row] = []
    notes: tuple[NoteLines, ...] = ()
    claims: list[Claim] = []
    doubts: list[Doubt] = []
    again = repeated(pages)
    named = {row.number: furniture_name(row, title) or "repeated" for row in again}
    claims += [claim for row in again for claim in set_aside(row, named[row.number])]
    doubts += _stamps([row for row in again if named[row.number] == "repeated"], pages)
    numbers = {row.number for row in again}
    feet = []
    for number, whole in enumerate(pages):
        page = [row for row in whole if row.number not in numbers]
        taken = furniture([row for row in page if not row.printed.cell], number, title)
        feet += [row.text for row, name in taken if name == "page-number"]
        claims += [claim for row, name in taken for claim in set_aside(row, name)]
        gone = {row.number for row, _ in taken}
        own = parted([row for row in page if row.number not in gone], size, notes)
        notes = own.notes
        claims += own.claims
        doubts += own.doubts
        rows += [replace(row, first=number > 0) for row in own.rows[:1]] + own.rows[1:]
    odd = (page_gap(feet), page_twice(pages))
    doubts += [(1, "odd-pages", message) for message in odd if message]
    return _Text(rows, notes, claims, doubts)


def _stamps(again: Sequence[Row], pages: Sequence[Sequence[Row]]) -> Iterator[Doubt]:
    """The lines that stand on most pages and are no page number or running head: each of those
    between lines of the text, and once a file those at the edges of pages."""
    edges = {row.number for page in pages for row in (*page[:EDGE], *page[-EDGE:])}
    at_edges = [row for row in again if row.number in edges]
    for text in sorted({row.text for row in again} - {row.text for row in at_edges}):
        number = next(row.number for row in again if row.text == text)
        message = f"{text[:50]!r} stands on most pages at one place: it is left out"
        yield number, "unseen-text", message
    if at_edges:
        first = min(at_edges, key=lambda row: row.number)
        message = (
            f"{first.text[:50]!r} stands at the edge of most pages at one place: it is left out"
            f" ({len(at_edges)} lines of this kind)"
        )
        yield first.number, "unseen-text", message


def _body_size(pages: Pages) -> float:
    """The size most characters of a file have."""
    sizes: Counter[float] = Counter()
    for page in pages.pages:
        for line in page:
            sizes[line.size] += 0 if line.cell or line.aside else len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _alike(rows: Sequence[RowMade]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for each in rows:
        counts.update(each.alike)
    return dict(counts)


def _perhaps(rows: Sequence[RowMade]) -> list[Doubt]:
    return [
        (row.number, "doubtful-blank", f"two words may run together in {row.printed.text[:50]!r}")
        for row, _, _ in rows
        if row.printed.perhaps
    ]


def _arabic(known: Forms) -> Iterator[Doubt]:
    if known.language == "ar":
        yield 1, "arabic-pdf", "Arabic in a PDF has no sure order of letters and words"


def _tables(rows: Sequence[Row], known: Forms) -> Iterator[Doubt]:
    """The first line of each table, and of each page on which lines stand beside each other."""
    for table, own in itertools.groupby(rows, table_of):
        if table:
            message = f"page {table[0]} has a table: its cells were put together by its rules"
            yield next(own).number, "pdf-table", message
    pages = {
        below.printed.page
        for above, below in itertools.pairwise(row for row in rows if not row.printed.cell)
        if beside(above, below) and not use_of(below.text, known)
    }
    for page in sorted(pages):
        row = next(row for row in rows if row.printed.page == page)
        yield row.number, "pdf-table", f"page {page} has columns: a table comes as lines"


def _running_over(rows: Sequence[Row]) -> Iterator[Doubt]:
    """The headings at the foot of a page that may go on at the head of the next."""
    message = "this line may begin a heading, or go on with the one above"
    for above, below in itertools.pairwise(row for row in rows if not row.printed.cell):
        if runs_over(above, below):
            yield below.number, "doubtful-paragraph", message


def _hanging(pages: Pages, known: Forms, rows: Sequence[Row], size: float) -> Iterator[Doubt]:
    """Of Chinese by a program that hangs commas in the margin, and leaves some out of the file:
    that it does, and where."""
    if known.language == "zh" and HANGS in pages.producer:
        yield 1, "lost-commas", f"{HANGS} leaves commas and stops at the ends of lines out of a PDF"
        yield from lost_commas(rows, size)


def _title_words(rows: Sequence[Row], known: Forms) -> str:
    """The words of the title and the symbol, `bare`: running heads repeat them."""
    start = next((n for n, row in enumerate(rows) if TITLE_NUMBER.match(row.text)), None)
    if start is None:
        return ""
    own = itertools.takewhile(
        lambda row: not known.begins("enacting", row.text), rows[start : start + 14]
    )
    return bare("".join(row.text for row in own))
