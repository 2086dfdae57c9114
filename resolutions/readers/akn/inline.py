"""Runs of XML text -> the rich text of a paragraph, with its marks, emphasis and links in place.

As where lines of a text are joined: a line break between two CJK or full-width characters
vanishes, any other blank is one space, the ends are trimmed. A blank beside a note mark that
stands between two such characters vanishes too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from resolutions.model.document import NoteMark, Run
from resolutions.model.keys import note_key
from resolutions.model.records import Key, Span
from resolutions.readers.text.join import is_wide

BLANKS = re.compile(r"\s+")
EXPONENT = re.compile(r"(?:\b[kcm]?m|CO|(?<![\d/])10)$")  # behind it: km², CO₂, 10⁶
RAISED = str.maketrans("0123456789-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")


class Stretch(NamedTuple):
    """A stretch of text, and how it is set."""

    run: Run
    strong: bool = False
    link: str = ""  # the address it leads to


class Call(NamedTuple):
    """A note mark, and the footnote it calls."""

    label: str
    key: Key


def call_of(label: str) -> Call:
    """The mark of the note with this label, where a file has one note a label."""
    return Call(label, note_key(label))


def power(stretch: Stretch, before: str) -> Stretch:
    """A raised figure that is an exponent: behind 10 in raised characters, since 106 is no 10⁶."""
    run = stretch.run
    ten = before.endswith("10") and EXPONENT.search(before)
    text = run.text.translate(RAISED) if ten else run.text
    return stretch._replace(run=run._replace(text=text))


class _Blank(NamedTuple):
    """Blanks between the words of a line, and how they are set."""

    text: str
    strong: bool
    link: str


Token = Stretch | Call
BREAK = Stretch(Run(0, 0, 1, "\n"))  # a line break that is an element and no text


class RichText(NamedTuple):
    """A text, its note marks, and its emphasised and linked stretches."""

    text: str
    notes: tuple[NoteMark, ...] = ()
    emphasis: tuple[Span, ...] = ()
    links: tuple[tuple[Span, str], ...] = ()


def rich_text(tokens: Iterable[Token]) -> RichText:
    """Join tokens into a text; what is set alike without a gap is one span."""
    written: list[str] = []
    notes: list[NoteMark] = []
    strong: list[tuple[Span, str]] = []
    links: list[tuple[Span, str]] = []
    length, called = 0, False
    blanks: list[_Blank] = []  # not yet written
    for token in tokens:
        if isinstance(token, Call):
            notes.append(NoteMark(label=token.label, key=token.key, at=length))
            called = True
            continue
        run, is_strong, link = token
        words = _squeezed(run.text)
        if run.text[:1].isspace():
            leading = run.text[: len(run.text) - len(run.text.lstrip())]
            blanks.append(_Blank(leading, is_strong, link))
        if not words:
            continue
        if blanks and written and not _vanish(blanks, called, written[-1][-1], words[0]):
            written.append(" ")
            length += 1
        span = Span(length, length + len(words))
        if is_strong:
            _extend(strong, span, "strong", all(blank.strong for blank in blanks))
        if link:
            _extend(links, span, link, all(blank.link == link for blank in blanks))
        written.append(words)
        length += len(words)
        blanks, called = [], False
        if run.text[-1].isspace():
            blanks = [_Blank(run.text[len(run.text.rstrip()) :], is_strong, link)]
    return RichText(
        text="".join(written),
        notes=tuple(notes),
        emphasis=tuple(span for span, _ in strong),
        links=tuple(links),
    )


def _squeezed(text: str) -> str:
    """A stretch with its runs of blanks made one, its line breaks joined, its ends trimmed."""
    if "\n" not in text:
        return " ".join(text.split())
    return BLANKS.sub(_blank, text.strip())


def _blank(match: re.Match[str]) -> str:
    left, right = match.string[match.start() - 1], match.string[match.end()]
    return "" if "\n" in match[0] and is_wide(left) and is_wide(right) else " "


def _vanish(blanks: Sequence[_Blank], called: bool, left: str, right: str) -> bool:
    """Whether blanks between two stretches hold a line break or a note mark, and go with it."""
    broken = called or any("\n" in blank.text for blank in blanks)
    return broken and is_wide(left) and is_wide(right)


def _extend(spans: list[tuple[Span, str]], span: Span, kind: str, joined: bool) -> None:
    """Add a stretch; one that goes on from the last of its kind is part of it."""
    gap = span.start - spans[-1][0].end if spans else 2
    if spans and spans[-1][1] == kind and (gap == 0 or (gap == 1 and joined)):
        spans[-1] = (Span(spans[-1][0].start, span.end), kind)
    else:
        spans.append((span, kind))


def plain(tokens: Iterable[Token]) -> str:
    """The characters of tokens as they stand, to be matched."""
    return "".join([token.run.text for token in tokens if isinstance(token, Stretch)])


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


def runs(tokens: Iterable[Token]) -> list[Run]:
    """The runs of text among tokens that hold more than blanks."""
    stretches = [token.run for token in tokens if isinstance(token, Stretch)]
    return [run for run in stretches if run.line and not run.text.isspace()]
