"""Part of `extracted`: whether a text is of one document in one language, and nothing else.

What is found is refused in one sentence: no cut is made by guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resolutions.readers.printed.body import ENDED
from resolutions.readers.printed.forms import Forms
from resolutions.readers.printed.head import (
    LONGEST_MASTHEAD,
    SYMBOL,
    TITLE_NUMBER,
    is_of_masthead,
    use_of,
)
from resolutions.readers.printed.language import languages_in
from resolutions.readers.text.rows import Row

MASTHEAD = ("session", "agenda_item", "adopted", "distribution")
AROUND = 12  # lines: so near each other stand those of a masthead
FEWEST = 2  # of them, of different kinds
NAMED = 5  # documents named in a message
LONGEST_LINK = 30  # characters of a link of a web page: Terms of Use


class Other(NamedTuple):
    """What a text is besides one document: the line that shows it, the code, words, a remedy."""

    line: int
    code: str
    message: str
    remedy: str


def several(rows: Sequence[Row]) -> Other | None:
    """Two languages in one text; None where it has one, or one that is not known."""
    found = languages_in(" ".join(row.run.text for row in rows))
    if len(found) < 2:
        return None
    message = f"it is in several languages ({', '.join(found)}), beside or below each other"
    return Other(rows[0].number, "several-documents", message, "give each in a file of its own")


def other(rows: Sequence[Row], known: Forms) -> Other | None:
    """Several documents in one text, or the links of a web page around it; None of others."""
    begun = list(_documents(rows, known))
    if len(begun) > 1:
        said = ", ".join(f"{name} from line {line}" for line, name in begun[:NAMED])
        message = f"it holds {len(begun)} documents: {said}"
        return Other(begun[1][0], "several-documents", message, "give each in a file of its own")
    for row in rows:
        text = row.run.text
        link = len(text) <= LONGEST_LINK and not ENDED.search(text)
        if link and any(re.fullmatch(each, text) for each in known.written.else_is.get("web", ())):
            message = f"links of a web page stand around it: {text!r}"
            remedy = "give its text alone, from the masthead to the last note"
            return Other(row.number, "no-instrument", message, remedy)
    return None


def _documents(rows: Sequence[Row], known: Forms) -> Iterator[tuple[int, str]]:
    """The first line of the masthead of each document, and its symbol or number."""
    texts = [row.run.text for row in rows]
    uses = [use_of(text, known) if len(text) < 200 else None for text in texts]
    enacting = [
        n
        for n, row in enumerate(rows)
        if known.match("enacting", row.run.text)
        and not is_of_masthead(row.run.text, texts[n + 1 : n + LONGEST_MASTHEAD], known)
    ]
    floor = 0
    for place in enacting:
        near = range(max(floor, place - 2 * AROUND), place)
        own = [n for n in near if uses[n] in MASTHEAD]
        if not floor or (
            own and len({uses[n] for n in range(own[0], place)} & {*MASTHEAD}) >= FEWEST
        ):
            begin = own[0] if own else 0
            yield rows[begin].number, _name(rows[max(begin - AROUND // 2, floor) : place])
        floor = place + 1


def _name(head: Sequence[Row]) -> str:
    texts = [row.run.text for row in head]
    symbols = (SYMBOL.fullmatch(text) for text in texts)
    numbers = (TITLE_NUMBER.match(text) for text in texts)
    symbol = next((match["symbol"] for match in symbols if match), None)
    return symbol or next((match["number"] for match in numbers if match), "one without a symbol")
