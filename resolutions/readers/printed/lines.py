"""Part of `printed`: a printed line with what its layout says; lines set together as a paragraph.

`unwrap` decides which lines are one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from resolutions.readers.akn.inline import BREAK, Stretch, Token, plain
from resolutions.readers.printed.sheet import Para

TAB = 2.4  # 475 twips in type of 10 points, the measures of the UN's Word files
HYPHEN = re.compile(r"\w[-‐]$")


class PrintedLine(NamedTuple):
    """A printed line, and what its layout says; None where it says nothing."""

    tokens: tuple[Token, ...]
    number: int  # of the source
    page: int = 1
    gap: bool | None = None  # whether there is more room above it than between lines
    indent: bool | None = None  # whether it begins right of the lines of its paragraph
    fits: bool | None = None  # whether its first word would have fitted on the line above
    spare: float = 0.0  # the room left there if it had, in sizes of the type
    beside: bool = False  # whether it goes on with the printed line above, cut by a tool
    over: bool | None = None  # whether the blanks behind the line above end a paragraph there
    opens: bool | None = None  # whether blank lines, or the room it fills, say it begins one
    first: bool = False  # of its page
    cut: bool = False  # in its last word, whose hyphen was taken out

    @property
    def text(self) -> str:
        """Its characters, blanks made one."""
        return " ".join(plain(self.tokens).split())


def para_of(group: Sequence[PrintedLine]) -> Para:
    """The lines of a paragraph as one; a hyphen at the end of a line keeps its words together."""
    tokens: list[Token] = []
    cut = False
    for line in group:
        if tokens and not cut:
            last = plain(tokens).rstrip()
            if HYPHEN.search(last[-2:]) and line.text[:1].isalnum():
                tokens = trimmed(tokens)
            else:
                tokens.append(BREAK)
        tokens += line.tokens
        cut = line.cut
    first = group[0]
    return Para(
        tokens=tuple(tokens),
        line=first.number,
        page=first.page,
    )


def trimmed(tokens: list[Token]) -> list[Token]:
    """Tokens without the blanks at their end."""
    made = list(tokens)
    for place in range(len(made) - 1, -1, -1):
        token = made[place]
        if isinstance(token, Stretch):
            text = token.run.text.rstrip()
            made[place] = token._replace(
                run=token.run._replace(text=text, end=token.run.start + len(text))
            )
            if text:
                break
    return made
