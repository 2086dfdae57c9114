"""Part of `footnotes`: where the notes at the foot of a page begin, by the marks above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resolutions.readers.printed.body import NUMBER
from resolutions.readers.printed.forms import note_pattern
from resolutions.readers.text.labels import LABELLED, figure_of, opens_note
from resolutions.readers.text.rows import Row

LONGEST_REST = 8  # lines
LOST = 3  # so many notes of the pages before may have been lost
COUNTED = re.compile(r"(?<!\w)(?:[Nn]os?\.?|n[º°]|núm\.|№)$")  # Supplément no | 10 (A/68/10)


def foot_of(page: Sequence[Row], expected: int) -> int | None:
    """Where the notes of a printed page begin: at the last line with the label that must come
    next, below a line that ends with or holds the mark of that number; None where none is.

    A mark that stands behind a blank looks like a number, and a note before may be lost: then
    the line must read as a note besides.
    """
    strict = _below_mark(page, str(expected), "")
    if strict is not None:
        return strict
    labels = map(str, range(expected, expected + LOST + 1))
    found = (_below_mark(page, label, " ?") for label in labels)
    start = next((n for n in found if n is not None and _is_noted(page, n)), None)
    return None if start is None else _with_earlier(page, start, expected)


def _with_earlier(page: Sequence[Row], start: int, expected: int) -> int:
    """Where the notes begin whose marks were not seen: COP.142, Action 21 2; they stand above."""
    label = int(figure_of(LABELLED.match(page[start].run.text)))
    for earlier in range(label - 1, expected - 1, -1):
        above = range(start - 1, max(start - LONGEST_REST, 0), -1)
        own = next((n for n in above if _is_labelled(page[n].run.text, str(earlier))), None)
        start = start if own is None else own
    return start


def _below_mark(page: Sequence[Row], label: str, blank: str) -> int | None:
    mark = re.compile(
        rf"(?:[^\W\d_]|[^\s\w.\-–‑(（:/]|(?<!\d)(?:19|20)\d\d|/\d{{1,3}}){blank}[(（]?{label}[)）]?"
        r"(?=\s|$|[,，、.。;；:：)）”’»]|[㐀-鿿])"
    )
    called = next((n for n, row in enumerate(page) if mark.search(row.run.text)), None)
    if called is None:
        return None
    places = range(len(page) - 1, called, -1)
    own = [n for n in places if _is_labelled(page[n].run.text, label)]
    sure = [n for n in own if not COUNTED.search(page[n - 1].run.text)]
    return next(iter(sure or own), None)


def _is_noted(page: Sequence[Row], place: int) -> bool:
    """Whether a labelled line reads as a note, and no numbered paragraph stands below it."""
    text = page[place].run.text
    match = LABELLED.match(text)
    below = (row.run.text for row in page[place + 1 :])
    return bool(match and reads_as_note(text[match.end() :])) and not any(
        NUMBER.match(each) for each in below
    )


def _is_labelled(text: str, label: str) -> bool:
    match = LABELLED.match(text)
    if match is None or figure_of(match) != label or (match["sign"] == "/" and text[0] != "/"):
        return False  # 1/CP.21 is the number of a decision
    return opens_note(text, match)


def reads_as_note(text: str) -> bool:
    """Whether a text opens as notes do: See …, Ibid., a symbol, a treaty series."""
    return bool(note_pattern("begins").match(text.lstrip('（(“"')))
