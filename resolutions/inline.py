"""Runs of XML text -> the wording of a paragraph, with its marks, emphasis and links in place.

As where lines of a text are joined: a line break between two CJK or full-width characters
vanishes, any other blank is one space, the ends are trimmed. A blank beside a note mark that
stands between two such characters vanishes too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from resolutions.join import is_wide
from resolutions.models import Key, NoteMark, Run, Span, record


class Stretch(NamedTuple):
    """A stretch of text, and how it is set."""

    run: Run
    strong: bool = False
    link: str = ""  # the address it leads to


class Call(NamedTuple):
    """A note mark, and the footnote it calls."""

    label: str
    key: Key


Token = Stretch | Call
BREAK = Stretch(Run(0, 0, 1, "\n"))  # a line break that is an element and no text


@record
class Wording:
    """A text, its note marks, and its emphasised and linked stretches."""

    text: str
    notes: tuple[NoteMark, ...] = ()
    emphasis: tuple[Span, ...] = ()
    links: tuple[tuple[Span, str], ...] = ()


def wording(tokens: Iterable[Token]) -> Wording:
    """Join tokens into a text; what is set alike without a gap is one span."""
    written: list[str] = []
    notes: list[NoteMark] = []
    strong: list[tuple[Span, str]] = []
    links: list[tuple[Span, str]] = []
    length, called = 0, False
    blanks: list[Stretch] = []  # that end in blanks, or are blank, and wait for what follows
    broken = False  # whether a line ends in them
    for token in tokens:
        if isinstance(token, Call):
            notes.append(NoteMark(label=token.label, key=token.key, at=length))
            called = True
            continue
        text = token.run.text
        words = _single(text)
        if not words:
            blanks += [token] if text else []
            broken = broken or "\n" in text
            continue
        if text[0].isspace():
            blanks.append(token)
            broken = broken or "\n" in text[: -len(text.lstrip())]
        if blanks and written:
            vanishes = (called or broken) and is_wide(written[-1][-1]) and is_wide(words[0])
            if not vanishes:
                written.append(" ")
                length += 1
        span = Span(length, length + len(words))
        if token.strong:
            _extend(strong, span, "strong", all(blank.strong for blank in blanks))
        if token.link:
            _extend(links, span, token.link, all(b.link == token.link for b in blanks))
        written.append(words)
        length += len(words)
        blanks, broken, called = [], False, False
        if text[-1].isspace():
            blanks.append(token)
            broken = "\n" in text[len(text.rstrip()) :]
    return Wording(
        text="".join(written),
        notes=tuple(notes),
        emphasis=tuple(span for span, _ in strong),
        links=tuple(links),
    )


def _single(text: str) -> str:
    """The words of a stretch with single blanks, or none where a line breaks between wide ones."""
    lines = text.split("\n") if "\n" in text else [text]
    words = ""
    for line in lines:
        more = " ".join(line.split())
        gap = words and more and not (is_wide(words[-1]) and is_wide(more[0]))
        words += f" {more}" if gap else more
    return words


def _extend(spans: list[tuple[Span, str]], span: Span, kind: str, joined: bool) -> None:
    """Add a stretch; one that goes on from the last of its kind is part of it."""
    gap = span.start - spans[-1][0].end if spans else 2
    if spans and spans[-1][1] == kind and (gap == 0 or (gap == 1 and joined)):
        spans[-1] = (Span(spans[-1][0].start, span.end), kind)
    else:
        spans.append((span, kind))


def plain(tokens: Iterable[Token]) -> str:
    """The characters of tokens as they stand, to be matched."""
    return "".join(token.run.text for token in tokens if isinstance(token, Stretch))


def cut(tokens: Sequence[Token], at: int) -> tuple[list[Token], list[Token]]:
    """Cut tokens after `at` characters; marks go with the second piece."""
    first: list[Token] = []
    rest: list[Token] = []
    for token in tokens:
        if isinstance(token, Call) or at <= 0:
            rest.append(token)
            continue
        run = token.run
        part = min(at, len(run.text))
        middle = run.start + part
        first.append(token._replace(run=Run(run.line, run.start, middle, run.text[:part])))
        if part < len(run.text):
            rest.append(token._replace(run=Run(run.line, middle, run.end, run.text[part:])))
        at -= part
    return first, rest


def calls(tokens: Iterable[Token]) -> list[Token]:
    """The marks among tokens."""
    return [token for token in tokens if isinstance(token, Call)]
