"""Part of `extracted`: the running heads of printed pages, which repeat the symbol and the title.

A head is the symbol, alone or in a line with a part of the title, and the lines beside it that
are, together, the title or its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from resolutions.readers.printed.forms import Forms
from resolutions.readers.printed.head import SYMBOL, TITLE_NUMBER, symbol_of
from resolutions.readers.text.rows import Row

MOST_LINES = 5  # of a head, above the line with the symbol and below it


def running_heads(rows: Sequence[Row], symbols: Collection[str], known: Forms) -> set[int]:
    """The places of the lines that are running heads; `symbols`: what is known of its own."""
    title = next((n for n, row in enumerate(rows) if TITLE_NUMBER.match(row.run.text)), None)
    if title is None:
        return set()
    whole, own = _title(rows, title, known), {*symbols, *_symbols(rows, title)}
    bare = [_bare(row.run.text, own) for row in rows]
    found: set[int] = set()
    for place in range(title + 2, len(rows)):
        if place not in found and bare[place] != _flat(rows[place].run.text):
            found |= _head(rows, bare, place, whole)
    return found


def _title(rows: Sequence[Row], title: int, known: Forms) -> str:
    """The words of the title without blanks: all that stands above the enacting phrase."""
    below = range(title, len(rows))
    end = next((n for n in below if known.begins("enacting", rows[n].run.text)), title + 3)
    number = TITLE_NUMBER.match(rows[title].run.text)
    words = "".join(row.run.text for row in rows[title:end])
    return _flat(words[number.end() if number else 0 :])


def _symbols(rows: Sequence[Row], title: int) -> set[str]:
    """The symbols at the edges of lines that hold the number above the title."""
    number = TITLE_NUMBER.match(rows[title].run.text)
    matches = (match for row in rows for match in SYMBOL.finditer(row.run.text))
    return {
        symbol_of(match["symbol"])
        for match in matches
        if number and re.search(rf"/{re.escape(number['number'])}(?!\d)", match["symbol"])
    }


def _bare(text: str, symbols: Collection[str]) -> str:
    """A line without blanks, and without a symbol of the text at its beginning or its end."""
    for match in SYMBOL.finditer(text):
        at_edge = not text[: match.start()].strip() or not text[match.end() :].strip()
        if at_edge and symbol_of(match["symbol"]) in symbols:
            return _flat(text[: match.start()] + text[match.end() :])
    return _flat(text)


def _flat(text: str) -> str:
    return re.sub(r"[\s*\-‐]", "", text)  # the title may be cut by lines, its head elsewhere


def _head(rows: Sequence[Row], bare: Sequence[str], place: int, whole: str) -> set[int]:
    """The lines of the head around a line with the symbol: as many as are the title's beginning,
    or, from the top of a page on, a part of it; none where the line itself has other words."""
    best: set[int] = set()
    for start in range(max(place - MOST_LINES, 0), place + 1):
        for end in range(place + 1, min(place + MOST_LINES, len(bare)) + 1):
            words = "".join(bare[start:end])
            same_page = rows[start].page == rows[end - 1].page
            part = whole.startswith(words) or (rows[start].first and words in whole)
            if same_page and part and end - start > len(best) and all(bare[start:place]):
                best = set(range(start, end))
    return best
