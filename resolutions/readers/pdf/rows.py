"""A printed line of a PDF with its tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resolutions.readers.akn.inline import BREAK, Stretch, Token
from resolutions.readers.pdf.pages import Printed
from resolutions.readers.printed.lines import HYPHEN, trimmed


@dataclass(slots=True)
class Row:
    """A printed line with its tokens, and the line of the source it became."""

    printed: Printed
    tokens: tuple[Token, ...]
    text: str
    number: int
    first: bool = False  # of its page
    cut: bool = False  # in its last word, whose hyphen was taken out


def unlinked(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Tokens without the sign that some are raised: of a note, in which no figure is a mark."""
    return tuple(t._replace(link="") if isinstance(t, Stretch) else t for t in tokens)


def joined(tokens: tuple[Token, ...], more: tuple[Token, ...]) -> tuple[Token, ...]:
    """Tokens with those of the next line: a hyphen at the end keeps its words together."""
    text = "".join(t.run.text for t in tokens if isinstance(t, Stretch)).rstrip()
    following = "".join(t.run.text for t in more if isinstance(t, Stretch)).lstrip()
    if (HYPHEN.search(text[-2:]) and following[:1].isalnum()) or (
        text[-1:] == "/" and "/" in text.rsplit(" ", 1)[-1]
    ):
        return (*trimmed(list(tokens)), *more)
    return (*tokens, BREAK, *more)
