"""Part of `docx`: the stretches of a paragraph -> a line of the source and its tokens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from resolutions.model.document import Claim, Run
from resolutions.readers.akn.inline import Stretch, Token, call_of
from resolutions.readers.docx.runs import InlinePiece
from resolutions.readers.printed.normalize import alike


class Line(NamedTuple):
    """A line of the source, its tokens, what of it is no text, and the characters made alike."""

    text: str
    tokens: tuple[Token, ...]
    claims: tuple[Claim, ...]
    alike: Counter[str]


def line_of(pieces: Sequence[InlinePiece], number: int) -> Line:
    """A paragraph as line `number` of the source."""
    written = ""
    tokens: list[Token] = []
    claims: list[Claim] = []
    counts: Counter[str] = Counter()
    for piece in pieces:
        if piece.mark and piece.use != "note-mark":
            tokens.append(call_of(piece.mark))
            continue
        (text,), made = alike([piece.text])
        counts.update(made)
        run = Run(number, len(written), len(written) + len(text), text)
        written += text
        if piece.use:
            use = piece.use if piece.use == "note-mark" else f"artefact:{piece.use}"
            claims.append(Claim(run, use))
            tokens += [call_of(piece.mark)] if piece.mark else []
        elif text:
            raised = "raised" if piece.raised else ""
            tokens.append(Stretch(run, piece.bold or piece.italic, raised))
    return Line(written, tuple(tokens), tuple(claims), counts)
