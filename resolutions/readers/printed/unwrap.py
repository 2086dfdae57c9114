"""Part of `printed`: printed lines -> paragraphs.

A line begins a paragraph where its number or letter is the one that must follow, where the layout
says so (a gap, an indent, a short line before it), or where the sentence before has ended and its
own first word opens one. What is left open by all of these is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from resolutions.readers.akn.numbering import item_in
from resolutions.readers.printed.body import ENDED, LONGEST_HEADING, NUMBER, SECTION
from resolutions.readers.printed.breaks import STRONG, by_layout
from resolutions.readers.printed.forms import Forms, shape
from resolutions.readers.printed.head import LETTER, LONGEST_MASTHEAD, TITLE_NUMBER
from resolutions.readers.printed.lines import TAB, PrintedLine, para_of
from resolutions.readers.printed.openings import openings_below
from resolutions.readers.printed.place import Place, opens_section
from resolutions.readers.printed.sheet import Para

LABEL = re.compile(  # 1. or (a) on a line of its own: its text is the next line
    r"(?:\d{1,3}|[IVXL]+|[A-Z]) ?[.．、]|[(（]?[^\W\d_]{1,4}[)）]|[–—•]"
)


class JoinedLines(NamedTuple):
    """Paragraphs, and the lines of which it is not certain whether they begin one."""

    paras: tuple[Para, ...]
    doubtful: tuple[int, ...]
    wrapped: bool  # whether a paragraph is made of several lines


def joined(lines: Sequence[PrintedLine], forms: Forms, blocks: bool) -> JoinedLines:
    """Join lines into paragraphs; `blocks`: whether blank lines stand behind most lines."""
    joiner = _Joiner(forms, blocks)
    below = openings_below(lines, forms)
    for place, line in enumerate(lines):
        joiner.below = below[place]
        joiner.read(line, lines[place + 1 : place + LONGEST_MASTHEAD])
    return JoinedLines(
        tuple(para_of(group) for group in joiner.place.groups),
        tuple(joiner.doubtful),
        any(len(group) > 1 for group in joiner.place.groups),
    )


class _Joiner:
    def __init__(self, forms: Forms, blocks: bool) -> None:
        self.place, self.blocks = Place(forms), blocks
        self.doubtful: list[int] = []
        self.below = ""  # the opening of the next paragraph that is certain

    def read(self, line: PrintedLine, following: Sequence[PrintedLine]) -> None:
        groups = self.place.groups
        last = groups[-1] if groups else None
        above = last is not None and not (line.text or line.beside)
        if last is None or above or self._begins(last, line, following):
            groups.append([line])
            self.place.note(line, following)
        else:
            last.append(line)

    def _begins(
        self, last: list[PrintedLine], line: PrintedLine, following: Sequence[PrintedLine]
    ) -> bool:
        place = self.place
        if not place.enacted:
            return self._begins_above(last, line) or place.meets(line.text, following)
        before = " ".join(each.text for each in last[-2:])
        if line.fits and not place.is_section(last) and line.spare <= _set_in(last):
            line = line._replace(fits=False)
        surely = self._by_head(last, line, before)
        if surely is None:
            surely = self._by_number(last, line, before, following)
        if surely is not None:
            return surely
        found = by_layout(place, line, before, self.below, self.blocks)
        self.doubtful += [line.number] if found.doubtful else []
        return found.begins

    def _by_head(self, last: list[PrintedLine], line: PrintedLine, before: str) -> bool | None:
        """What headings, closings and enacting phrases say, above or in the line itself."""
        place, forms, text = self.place, self.place.forms, line.text
        alone = len(last) == 1
        if line.beside or (alone and LABEL.fullmatch(before)):
            return False
        if alone and (forms.match("enacting", before) or place.closes(before)):
            return True
        if alone and (forms.match("annex", before) or place.numbers_title(before)):
            return True
        labelled = place.expected(text) or item_in(text)
        if line.over is False and not (labelled and STRONG.search(before)):
            return False
        ended, apart = bool(ENDED.search(before)), self._apart(last, line, before)
        if forms.match("enacting", text) or (apart and place.closes(text)):
            return True
        if forms.match("annex", text):
            return apart
        if apart and (place.numbers_title(text) or (ended and forms.match("proclaims", text))):
            return True
        if SECTION.match(text) and place.heads(last, LONGEST_HEADING):
            return True
        return True if ended and opens_section(line) else None

    def _by_number(
        self,
        last: list[PrintedLine],
        line: PrintedLine,
        before: str,
        following: Sequence[PrintedLine],
    ) -> bool | None:
        """What the numbers and letters of paragraphs say, at the line or below it."""
        place, text = self.place, line.text
        if (
            STRONG.search(before)
            and before[-1] not in ":："
            and place.is_title_above_number(line, following)
        ):
            return True
        if place.expected(text) and (self._apart(last, line, before) or line.gap):
            return True
        lower = text[:1].islower() and place.forms.language != "ru"
        if place.is_section(last) and (lower or place.goes_on(line, following)):
            return False
        number = NUMBER.match(text)
        if number and 1 < int(number["value"]) == place.number + 1:
            self.doubtful.append(line.number)  # the line above has lost its end
            return True
        listed = ENDED.search(before) or line.gap or shape("list_joins").fullmatch(before)
        return True if item_in(text) and listed else None

    def _apart(self, last: list[PrintedLine], line: PrintedLine, before: str) -> bool:
        """Whether the paragraph above has ended, by its words or its layout."""
        ended = ENDED.search(before)
        return bool(ended or line.fits or line.indent or self.place.heads(last))

    def _begins_above(self, last: list[PrintedLine], line: PrintedLine) -> bool:
        """Above the enacting phrase, the lines of a title are one paragraph, others stand alone."""
        forms, text = self.place.forms, line.text
        before = " ".join(each.text for each in last)
        if forms.match("enacting", text) or LETTER.fullmatch(text) or LETTER.fullmatch(before):
            return True
        if re.match(r"\*{1,3}\s?[^\W\d]", text):
            return True
        if TITLE_NUMBER.match(before) and not TITLE_NUMBER.match(text):
            run_in = forms.begins("enacting", text)
            return bool(run_in and run_in[0].rstrip()[-1:] in ",，،：:")
        return True


def _set_in(group: Sequence[PrintedLine]) -> float:
    """How far the last line of a group stands in, in sizes of its type: the first line of a
    paragraph a tab, or two, others not."""
    if not all(each.beside for each in group[1:]):
        return 0.0
    text = group[0].text
    return 2 * TAB - 1 if NUMBER.match(text) or item_in(text) else TAB
