"""Part of `docx`: raised figures that call a note again, and the labels printed before notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from resolutions.model.document import Claim
from resolutions.readers.akn.inline import (
    BREAK,
    EXPONENT,
    Call,
    Stretch,
    Token,
    call_of,
    calls,
    cut,
    plain,
    power,
    runs,
)
from resolutions.readers.printed.sheet import Para, PrintedNote

BRACKETS = re.compile(r"[()（）\s]+")
RULE = re.compile(r"[_─—–-]{5,}")
TYPED = re.compile(r"\s*(?P<label>\d{1,3})(?![\d.．、/])\s*(?=\S)")
NOTE_LABEL = re.compile(r"\s*(?:\(\s*\d*\s*\)|\*+(?=\s)|\d+(?=\s*\t))\s*")  # ( ), (3), *


class Marked(NamedTuple):
    """A paragraph with its marks, and what of it they are."""

    para: Para
    claims: tuple[Claim, ...]


class Noted(NamedTuple):
    """A note, and what of it is its label."""

    note: PrintedNote
    claims: tuple[Claim, ...]


def marked(para: Para, labels: Collection[str]) -> Marked:
    """Raised figures that name a note call it again; links are none of a Word file's text."""
    tokens: list[Token] = []
    claims: list[Claim] = []
    before = ""
    for place, token in enumerate(para.tokens):
        if not isinstance(token, Stretch):
            tokens.append(token)
            continue
        figures = token.run.text.strip()
        beside = para.tokens[max(place - 1, 0) : place + 2]
        if BRACKETS.fullmatch(figures) and token.link == "raised" and calls(beside):
            claims.append(Claim(token.run, "note-mark"))  # the brackets of (1)
        elif token.link == "raised" and figures in labels and not EXPONENT.search(before):
            claims.append(Claim(token.run, "note-mark"))
            tokens.append(call_of(figures))
        else:
            raised = token.link == "raised" and figures.isdecimal()
            tokens.append((power(token, before) if raised else token)._replace(link=""))
        before = token.run.text
    rows = tuple(tuple(_unlinked(cell) for cell in row) for row in para.rows)
    cells = [marked(each, ()) for each in para.cells]
    claims += [claim for cell in cells for claim in cell.claims]
    made = para._replace(tokens=tuple(tokens), rows=rows, cells=tuple(each.para for each in cells))
    return Marked(made, tuple(claims))


def noted(paras: Sequence[Para], label: str) -> Noted:
    """The paragraphs of a note as one, without the label that is printed before them."""
    paras = [para for para in paras if para.tokens]
    line = paras[0].line if paras else 1
    texts = (token for para in paras for token in (*para.tokens, BREAK))
    tokens = _unlinked([token for token in texts if not isinstance(token, Call)])
    printed = NOTE_LABEL.match(plain(tokens))
    if printed is None or re.sub(r"\D", "", printed[0]) not in ("", label):
        return Noted(PrintedNote(label, tokens, line), ())
    first, rest = cut(tokens, printed.end())
    claims = tuple(Claim(run, "label") for run in runs(first))
    return Noted(PrintedNote(label, tuple(rest), line), claims)


def _unlinked(tokens: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(t._replace(link="") if isinstance(t, Stretch) else t for t in tokens)


class Typed(NamedTuple):
    """Paragraphs without the notes that are typed below them, and these."""

    paras: tuple[Para, ...]
    notes: tuple[PrintedNote, ...]


def typed_notes(paras: Sequence[Para]) -> Typed:
    """Notes that are paragraphs at the end of the text: each opens with a raised figure, or, below
    a rule, with a plain one; they count from the first on."""
    found: list[tuple[int, PrintedNote]] = []
    for place in range(len(paras) - 1, -1, -1):
        para = paras[place]
        if not para.text or RULE.fullmatch(para.text):
            continue
        note = _typed(para, any(RULE.fullmatch(each.text) for each in paras[:place]))
        if note is None:
            break
        found.append((place, note))
    found.reverse()
    numbers = [int(note.label) for _, note in found]
    if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return Typed(tuple(paras), ())
    taken = {place for place, _ in found}
    kept = tuple(para for place, para in enumerate(paras) if place not in taken)
    return Typed(kept, tuple(note for _, note in found))


def _typed(para: Para, ruled: bool) -> PrintedNote | None:
    """A paragraph as a note, where it opens with the figure of one."""
    whole = plain(para.tokens)
    opening = TYPED.match(whole)
    if opening is None or para.label or para.rows:
        return None
    first, rest = cut(para.tokens, opening.end())
    stretches = [each for each in first if isinstance(each, Stretch) and each.run.text.strip()]
    if len(stretches) != 1 or not (ruled or stretches[0].link == "raised"):
        return None
    return PrintedNote(opening["label"], _unlinked(rest), para.line, stretches[0].run)
