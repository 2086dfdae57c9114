"""A text too long for one page: where it is cut, the same in every language.

How large a page will be is told from what a text holds, before any page is drawn, for every page
that leads to a paragraph must know where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resolutions.model.document import Document, Footnote, Paragraph
from resolutions.model.findings import Citation, Findings, Reading
from resolutions.model.library import Work
from resolutions.model.records import Key

# Bytes of HTML, as measured on pages of the UN's XML; right within a tenth.
LONGEST, PART = 430_000, 300_000  # a page that is not cut; a page of a text that is
FRAME, UNIT, LETTER, CELL, CITED, TAG, MARK, NOTE = 14_000, 290, 1.1, 15, 340, 290, 150, 300
EARLIEST = 0.5  # of a page, from which it ends before a heading rather than full


def pages_of(work: Work) -> dict[Key, int]:
    """On which page each paragraph and note of a long text stands, from 1; {} of any other.

    A page ends before a heading if it can, else before a paragraph that is no item of a list.
    A note stands with its mark, if it has several with the first.
    """
    sizes = [_sizes(reading) for reading in work.texts.values()]
    if max(FRAME + sum(own.values()) for own in sizes) <= LONGEST:
        return {}
    main = work.reading.document.paragraphs
    starts = _starts(main, [max(own.get(each.key, 0) for own in sizes) for each in main])
    pages: dict[Key, int] = {}
    for reading in (work.reading, *work.texts.values()):
        _place(reading.document, main[0].key, starts, pages)
    return pages


def _sizes(reading: Reading) -> dict[Key, float]:
    """How much of a page each paragraph fills, its notes with it."""
    document = reading.document
    notes = {note.key: _note(note, reading.note_citations) for note in document.footnotes}
    found = reading.findings
    return {
        each.key: _size(each, found.get(each.key, Findings()))
        + sum(notes.get(mark.key, 0) for mark in each.notes)
        for each in document.paragraphs
    }


def _size(paragraph: Paragraph, found: Findings) -> float:
    cells = [cell for row in paragraph.rows for cell in row]
    letters = len(paragraph.text.encode()) + sum(len(cell.encode()) for cell in cells)
    marks = CITED * len(found.citations) + TAG * len(found.tags) + MARK * len(paragraph.notes)
    return UNIT + LETTER * letters + CELL * len(cells) + marks


def _note(note: Footnote, citations: Mapping[Key, Sequence[Citation]]) -> float:
    cited = len(citations.get(note.key, ()))
    return NOTE + LETTER * len((note.text or "").encode()) + CITED * cited


def _starts(paragraphs: Sequence[Paragraph], sizes: Sequence[float]) -> set[Key]:
    """The paragraphs with which the second page and those after it begin."""
    starts: set[Key] = set()
    first = 0
    held = 0.0
    for at, size in enumerate(sizes):
        held += size
        if held > PART - FRAME and at > first:
            first = _cut(paragraphs, sizes, first, at)
            held = sum(sizes[first : at + 1])
            starts.add(paragraphs[first].key)
    return starts


def _cut(paragraphs: Sequence[Paragraph], sizes: Sequence[float], first: int, full: int) -> int:
    """Where the next page begins if the one from `first` is full before `full`."""
    least = EARLIEST * sum(sizes[first:full])
    late = [at for at in range(full, first, -1) if sum(sizes[first:at]) >= least]
    headed = [at for at in late if _is_heading(paragraphs, at)]
    whole = [at for at in late if paragraphs[at].parent is None]
    return next(iter(headed or whole or [full]))


def _is_heading(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a heading stands here, the first of several if there are."""
    return paragraphs[at].kind == "heading" and paragraphs[at - 1].kind != "heading"


def _place(document: Document, first: Key, starts: set[Key], pages: dict[Key, int]) -> None:
    """Enter what a text has that no text before it had, behind what stands before it there."""
    key = first
    for paragraph in document.paragraphs:
        if paragraph.key in starts and paragraph.key not in pages:
            pages[paragraph.key] = pages[key] + 1
        else:
            pages.setdefault(paragraph.key, pages.get(key, 1))
        key = paragraph.key
        for mark in paragraph.notes:
            pages.setdefault(mark.key, pages[key])
    for note in document.footnotes:
        pages.setdefault(note.key, 1)
