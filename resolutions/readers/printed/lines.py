"""Part of `printed`: printed lines -> paragraphs.

A line begins a paragraph where its number or letter is the one that must follow, where the layout
says so (a gap, an indent, a short line before it), or where the sentence before has ended and its
own first word opens one. What is left open by all of these is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from resolutions.readers.akn.inline import BREAK, Stretch, Token, plain
from resolutions.readers.akn.numbering import item_in
from resolutions.readers.printed.body import ENDED, NUMBER, SECTION
from resolutions.readers.printed.forms import Forms
from resolutions.readers.printed.head import LETTER, TITLE_NUMBER, use_of
from resolutions.readers.printed.sheet import Para

STRONG = re.compile(r"[.。;；:：؛?？!！؟…][\s”’»)）\]]*$")
COMMA = re.compile(r"[,，،][\s”’»)）]*$")
HYPHEN = re.compile(r"\w[-‐]$")
CJK = re.compile(r"[㐀-鿿，。；：、《》“”（）]")


class PrintedLine(NamedTuple):
    """A printed line, and what its layout says; None where it says nothing."""

    tokens: tuple[Token, ...]
    number: int  # of the source
    page: int = 1
    gap: bool | None = None  # whether there is more room above it than between lines
    indent: bool | None = None  # whether it begins right of the lines of its paragraph
    short: bool | None = None  # whether it ends well before the right margin
    centred: bool = False
    bold: bool = False
    first: bool = False  # of its page

    @property
    def text(self) -> str:
        """Its characters, blanks made one."""
        return " ".join(plain(self.tokens).split())


class JoinedLines(NamedTuple):
    """Paragraphs, and the lines of which it is not certain whether they begin one."""

    paras: tuple[Para, ...]
    doubtful: tuple[int, ...]


def joined(lines: Sequence[PrintedLine], forms: Forms, blocks: bool) -> JoinedLines:
    """Join lines into paragraphs; `blocks`: whether blank lines part every paragraph."""
    joiner = _Joiner(forms, blocks)
    for place, line in enumerate(lines):
        joiner.read(line, lines[place + 1] if place + 1 < len(lines) else None)
    return JoinedLines(tuple(_para(group) for group in joiner.groups), tuple(joiner.doubtful))


class _Joiner:
    def __init__(self, forms: Forms, blocks: bool) -> None:
        self.forms, self.blocks = forms, blocks
        self.groups: list[list[PrintedLine]] = []
        self.doubtful: list[int] = []
        self.number = 0  # the last numbered paragraph
        self.enacted = self.annexed = self.titled = False

    def read(self, line: PrintedLine, following: PrintedLine | None) -> None:
        text = line.text
        last = self.groups[-1] if self.groups else None
        begins = last is None or not text or self._begins(last, line, following)
        if begins:
            self.groups.append([line])
            self._note(text)
        else:
            assert last is not None
            last.append(line)

    def _note(self, text: str) -> None:
        number = NUMBER.match(text)
        if self.forms.match("enacting", text):
            self.enacted, self.number = True, 0
        elif TITLE_NUMBER.match(text) and not self.enacted:
            self.titled = True
        elif self.forms.match("annex", text):
            self.annexed, self.number = True, 0
        elif number and self._expected(text):
            self.number = int(number["value"])

    def _expected(self, text: str) -> bool:
        number = NUMBER.match(text)
        if number is None:
            return False
        value = int(number["value"])
        again = bool(number["bis"] or number["ter"])
        return value in (self.number + 1, 1) or (again and value == self.number)

    def _begins(
        self, last: list[PrintedLine], line: PrintedLine, following: PrintedLine | None
    ) -> bool:
        before, text = " ".join(each.text for each in last[-2:]), line.text
        if not self.enacted:
            return self._begins_above(last, line)
        ended = bool(ENDED.search(before))
        if self.forms.match("enacting", text) or (self.forms.match("annex", text) and ended):
            return True
        if self._closing(text) or (self._closing(last[-1].text) and len(last) == 1):
            return True
        if self.forms.match("enacting", before) and len(last) == 1:
            return True
        if self._expected(text) and (ended or line.gap or line.indent or self._heads(last)):
            return True
        if item_in(text) and (STRONG.search(before) or COMMA.search(before) or line.gap):
            return True
        return self._by_layout(last, line, before, following)

    def _begins_above(self, last: list[PrintedLine], line: PrintedLine) -> bool:
        """Above the enacting phrase, the lines of a title are one paragraph, others stand alone."""
        text, before = line.text, " ".join(each.text for each in last)
        if self.forms.match("enacting", text) or LETTER.fullmatch(text) or LETTER.fullmatch(before):
            return True
        if re.match(r"\*{1,3}\s?[^\W\d]", text):
            return True
        if TITLE_NUMBER.match(before) and not TITLE_NUMBER.match(text):
            run_in = self.forms.begins("enacting", text)
            return bool(run_in and run_in[0].rstrip()[-1:] in ",，،：:")
        return True

    def _closing(self, text: str) -> bool:
        if len(text) > 60 or not self.enacted:
            return False
        return bool(self.forms.match("meeting", text)) or use_of(text, self.forms) == "issued"

    def _heads(self, last: list[PrintedLine]) -> bool:
        """Whether what stands before is a heading: short, without an end."""
        text = " ".join(each.text for each in last)
        if self.forms.begins("leads", text) or NUMBER.match(text) or item_in(text):
            return bool(SECTION.match(text))
        whole = text.count("《") == text.count("》") and text.count("“") == text.count("”")
        return len(text) < 100 and whole and not ENDED.search(text)

    def _by_layout(
        self, last: list[PrintedLine], line: PrintedLine, before: str, following: PrintedLine | None
    ) -> bool:
        text, previous = line.text, last[-1]
        opens = bool(self.forms.begins("leads", text))
        ended = bool(ENDED.search(before))
        if (
            line.centred != previous.centred
            and not line.first
            and (line.centred or previous.centred)
        ):
            return True
        if (
            line.bold != previous.bold
            and (line.bold or previous.bold)
            and self._heads(last if previous.bold else [line])
        ):
            return True
        if line.first:  # a page break: only what the sentences say
            if not ended:
                return False
            return (
                opens or bool(line.indent) or bool(STRONG.search(before) and not text[:1].islower())
            )
        if line.indent is not None:
            return bool(line.indent) or bool(line.gap)
        if self.blocks or line.gap:
            if line.gap:
                return ended or opens or self._heads(last) or not self.blocks
            return False
        if line.gap is False and self.blocks:
            return False
        return self._by_words(last, line, before, opens)

    def _by_words(
        self, last: list[PrintedLine], line: PrintedLine, before: str, opens: bool
    ) -> bool:
        text, short = line.text, bool(last[-1].short)
        if COMMA.search(before) and self.number == 0:
            if opens and (short or CJK.match(text)):
                return True
            if opens:
                self.doubtful.append(line.number)
            return opens
        if STRONG.search(before):
            lower = text[:1].islower()
            return bool(short and not lower)
        heading = self._heads([line]) and SECTION.match(text) and short
        return bool(heading)


def _para(group: Sequence[PrintedLine]) -> Para:
    """The lines of a paragraph as one; a hyphen at the end of a line keeps its words together."""
    tokens: list[Token] = []
    for line in group:
        if tokens:
            last = plain(tokens).rstrip()
            if HYPHEN.search(last[-2:]) and line.text[:1].isalnum():
                tokens = trimmed(tokens)
            else:
                tokens.append(BREAK)
        tokens += line.tokens
    first = group[0]
    return Para(
        tokens=tuple(tokens),
        line=first.number,
        centred=all(line.centred for line in group),
        bold=all(line.bold for line in group),
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


def texts(lines: Iterable[PrintedLine]) -> list[str]:
    """The text of each line."""
    return [line.text for line in lines]
