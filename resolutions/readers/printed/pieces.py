"""Part of `printed`: the paragraphs of a sheet -> the instruments in it, not yet read.

Above the first title stands the masthead, which all of them share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resolutions.model.records import InstrumentKind
from resolutions.readers.akn.inline import BREAK, Token, cut, plain
from resolutions.readers.printed.forms import Forms
from resolutions.readers.printed.head import (
    DRAFT_NUMBER,
    TITLE_NUMBER,
    Start,
    joined,
    starts,
    use_of,
)
from resolutions.readers.printed.sheet import Para

SENTENCE = re.compile(r"[.,;。，；،؛]$")
LONGEST_LINE = 40  # characters of a title that ends with a stop: Rivers, lakes, etc.
BELOW_TITLE = (
    "adopted",
    "origin",
    "session",
    "agenda_item",
    "distribution",
    "job-number",
    "symbol",
    "issued",
    "meeting",
)


class Piece(NamedTuple):
    """An instrument of a sheet: its paragraphs, by what they are."""

    title: tuple[Para, ...]
    letter: str
    text: tuple[Para, ...]
    kind: InstrumentKind
    lettered: tuple[Para, ...] = ()  # the line with its letter, where that is not in the title
    shared: str = ""  # the title of the first part, whose number is that of all parts
    above: int = 0  # paragraphs of its text above an old enacting phrase


def unfolded(paras: Sequence[Para], known: Forms) -> Iterator[Para]:
    """The paragraphs, tables above the first enacting phrase taken apart: they hold a masthead."""
    enacting = (n for n, each in enumerate(paras) if known.match("enacting", each.text))
    first = next(enacting, len(paras) if len(paras) < 60 else 0)
    for place, para in enumerate(paras):
        if place < first and para.cells:
            yield from para.cells
        else:
            yield para


def pieces(paras: Sequence[Para], known: Forms) -> tuple[Sequence[Para], list[Piece]] | None:
    """What stands above the first title, and the instruments; None where nothing is enacted."""
    found = starts(paras, known)
    if not found:
        return _solemn(paras, known)
    above = paras[: found[0].title]
    made = []
    for start, following in zip(found, [*found[1:], None], strict=False):
        end = following.title if following else len(paras)
        made.append(_piece(paras, start, end, found[0], known))
    return above, made


def moved_below_title(
    found: tuple[Sequence[Para], list[Piece]], known: Forms
) -> tuple[Sequence[Para], list[Piece]]:
    """The lines of a masthead that stand below a title set above it: Adopted by the Council …"""
    above, several = list(found[0]), []
    for piece in found[1]:
        groups = list(joined(piece.title, known)) if len(piece.title) > 1 else []
        moved = [
            each
            for group in groups
            for each in group
            if use_of(" ".join(para.text for para in group), known) in BELOW_TITLE
        ]
        above += moved
        several.append(
            piece._replace(title=tuple(each for each in piece.title if each not in moved))
        )
    return above, several


def prefaced(piece: Piece) -> Piece:
    """A resolution whose title is only what is printed as a heading: running text above an old
    enacting phrase (Whereas …, | Therefore, | The General Assembly) is of its text."""
    running = (n for n, para in enumerate(piece.title) if n and is_sentence(para.text))
    start = next(running, len(piece.title))
    below = piece.title[start:]
    if piece.kind != "resolution" or any(para.set_apart for para in below):
        return piece
    return piece._replace(title=piece.title[:start], text=(*below, *piece.text), above=len(below))


def is_sentence(text: str) -> bool:
    """Whether a line of a title is a sentence, or ends as one does."""
    return len(text) > LONGEST_LINE and bool(SENTENCE.search(text))


def title_of(piece: Piece, known: Forms) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The tokens of the number that a title begins with, and of the title behind it."""
    label: tuple[Token, ...] = ()
    tokens: list[Token] = []
    for place, para in enumerate(piece.title):
        own = (*para.label, *para.tokens)
        text = plain(own)
        lead = len(text) - len(text.lstrip())
        end = _number_end(text.strip(), len(piece.title) > 1, known) if place == 0 else 0
        if end:
            first, rest = cut(own, lead + end)
            label, own = tuple(first), tuple(rest)
        tokens += [BREAK, *own]
    while tokens and tokens[-1] is BREAK:
        tokens.pop()
    return label, tuple(tokens)


def _number_end(text: str, goes_on: bool, known: Forms) -> int:
    """Where the number of a title ends: `90/11. `, `46/… `, `Resolution 65/2` above the title."""
    if match := TITLE_NUMBER.match(text) or DRAFT_NUMBER.match(text):
        return match.end()
    named = known.match("number", text)
    if named is None:
        return 0
    title = named.groupdict().get("title")
    return named.start("title") if title else len(text) if goes_on else 0


def _piece(paras: Sequence[Para], start: Start, end: int, first: Start, known: Forms) -> Piece:
    title = list(paras[start.title : start.enacting])
    letter = ""
    lettered: tuple[Para, ...] = ()
    if start.letter is not None:
        letter = paras[start.letter].text
        own = list(paras[start.letter + 1 : start.enacting])
        common = list(paras[first.title : first.letter]) if first.letter is not None else []
        title = own or common
        if start is first:
            title = [*common, paras[start.letter], *own]
        else:
            lettered = (paras[start.letter],)
    text = tuple(paras[start.enacting : end])
    shared = paras[first.title].text if start is not first and letter else ""
    return Piece(tuple(title), letter, text, "resolution", lettered, shared)


def _solemn(paras: Sequence[Para], known: Forms) -> tuple[Sequence[Para], list[Piece]] | None:
    """A declaration or a treaty: it has no organ that enacts, but those who declare or agree."""
    for kind, form in (("treaty", "treaty"), ("declaration", "declares")):
        for place, para in enumerate(paras[:40]):
            proclaims = any(known.match("proclaims", each.text) for each in paras[place:][:80])
            if para.text and known.match(form, para.text) and proclaims and place:
                masts = [n for n in range(place) if use_of(paras[n].text, known)]
                begin = masts[-1] + 1 if masts else 0
                headed = bool(known.match("preamble", paras[place - 1].text))
                body = place - 1 if headed else place
                if body > begin:
                    piece = Piece(tuple(paras[begin:body]), "", tuple(paras[body:]), kind)  # type: ignore[arg-type]
                    return paras[:begin], [piece]
    return None
