"""Part of `pdf`: a printed line -> a line of the source and its tokens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from resolutions.model.document import Claim, Run
from resolutions.readers.akn.inline import BREAK, Stretch, Token
from resolutions.readers.pdf.lines import Printed
from resolutions.readers.printed.lines import HYPHEN, trimmed
from resolutions.readers.printed.normalize import alike

MARK_SIZE = 0.8  # of its line's size: what is smaller and raised is a mark
LETTER_SPACE = re.compile(r"(?<=[^\W\d_]) (?=[-‑][^\W\d_])")  # eighty -first
LETTER_LAST = re.compile(r"[^\W\d_] $")
HYPHEN_FIRST = re.compile(r"[-‑][^\W\d_]")


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line with its tokens, and the line of the source it became."""

    printed: Printed
    tokens: tuple[Token, ...]
    text: str
    number: int
    first: bool = False  # of its page
    cut: bool = False  # in its last word, whose hyphen was taken out


class RowMade(NamedTuple):
    """A row, its line of the source, and how many characters of each kind were made alike."""

    row: Row
    line: str
    alike: Counter[str]


class _Setting(NamedTuple):
    """How a stretch of a line is set."""

    strong: bool
    raised: bool


def row_of(line: Printed, number: int) -> RowMade:
    """A printed line as line `number` of the source: a stretch for each setting."""
    stretches = _stretches(line)
    texts, alike_counts = alike([text for text, _ in stretches])
    counts = Counter(alike_counts)
    written = ""
    tokens: list[Token] = []
    for text, (_, setting) in zip(texts, stretches, strict=True):
        spaced = LETTER_SPACE.sub("", text)
        counts["letter-spacing"] += len(text) - len(spaced)
        if HYPHEN_FIRST.match(spaced) and LETTER_LAST.search(written):
            tokens = _without_last_blank(tokens)
            written = written[:-1]
            counts["letter-spacing"] += 1
        run = Run(number, len(written), len(written) + len(spaced), spaced)
        written += spaced
        if spaced:
            tokens.append(Stretch(run, setting.strong, "raised" if setting.raised else ""))
    return RowMade(Row(line, tuple(tokens), " ".join(written.split()), number), written, counts)


def _stretches(line: Printed) -> list[tuple[str, _Setting]]:
    """The characters of a line, those of one setting together; a blank is as what is before it."""
    base, small = line.y + 0.1 * line.size, MARK_SIZE * line.size
    made: list[tuple[str, _Setting]] = []
    texts: list[str] = []
    strong = raised = False
    for glyph in line.glyphs:
        is_raised = glyph.size < small and glyph.y > base
        if is_raised and texts and glyph.text.isspace():
            is_raised = raised
        is_strong = glyph.italic or glyph.bold
        if texts and (is_strong is not strong or is_raised is not raised):
            made.append(("".join(texts), _Setting(strong, raised)))
            texts = []
        strong, raised = is_strong, is_raised
        texts.append(glyph.text)
    return [*made, ("".join(texts), _Setting(strong, raised))] if texts else made


def _without_last_blank(tokens: Sequence[Token]) -> list[Token]:
    """Tokens without the character that the last stretch of them ends with."""
    made = list(tokens)
    for place, token in reversed(list(enumerate(made))):
        if isinstance(token, Stretch):
            run = token.run
            made[place] = token._replace(run=run._replace(end=run.end - 1, text=run.text[:-1]))
            break
    return made


def set_aside(row: Row, name: str) -> Iterator[Claim]:
    """A row that is no text: an artefact of this name."""
    for token in row.tokens:
        if isinstance(token, Stretch) and token.run.text.strip():
            yield Claim(token.run, f"artefact:{name}")


def unlinked(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Tokens without the sign that some are raised: of a note, in which no figure is a mark."""
    return tuple(t._replace(link="") if isinstance(t, Stretch) else t for t in tokens)


def tokens_of(rows: Iterable[Row]) -> tuple[Token, ...]:
    """The tokens of lines that follow each other."""
    tokens: tuple[Token, ...] = ()
    cut = False
    for row in rows:
        tokens = (*tokens, *row.tokens) if cut or not tokens else _joined(tokens, row.tokens)
        cut = row.cut
    return tokens


def _joined(tokens: tuple[Token, ...], more: tuple[Token, ...]) -> tuple[Token, ...]:
    """Tokens with those of the next line: a hyphen at the end keeps its words together."""
    text = "".join(t.run.text for t in tokens if isinstance(t, Stretch)).rstrip()
    following = "".join(t.run.text for t in more if isinstance(t, Stretch)).lstrip()
    if (HYPHEN.search(text[-2:]) and following[:1].isalnum()) or (
        text[-1:] == "/" and "/" in text.rsplit(" ", 1)[-1]
    ):
        return (*trimmed(list(tokens)), *more)
    return (*tokens, BREAK, *more)
