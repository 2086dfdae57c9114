"""Part of `unwrap`: where in a text a line stands, and what it may be there.

Kept is what was read above: the paragraphs so far, the last number, whether the text is enacted or
an annex. Of it is told whether a line is a heading, the number of one, a closing, or what must
follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from resolutions.readers.akn.inline import plain
from resolutions.readers.akn.numbering import item_in
from resolutions.readers.printed.body import COMMA, ENDED, NUMBER, SECTION
from resolutions.readers.printed.closing import closing_of
from resolutions.readers.printed.forms import Forms, shape
from resolutions.readers.printed.head import is_of_masthead, use_of
from resolutions.readers.printed.lines import PrintedLine

MISSED = 2  # so many numbers may be printed in another way: `5 Requests`
YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
LONE = re.compile(r"[IVXL]+|[A-Z]|[一二三四五六七八九十]+")  # the number of a section, alone


class Place:
    """The paragraphs read so far, and what stands in force below them."""

    def __init__(self, forms: Forms) -> None:
        self.forms = forms
        self.groups: list[list[PrintedLine]] = []
        self.number = 0  # the last numbered paragraph
        self.counted = False  # whether it stands in this section: else a preamble may
        self.enacted = self.annexed = False

    def note(self, line: PrintedLine, following: Sequence[PrintedLine]) -> None:
        """Keep what a line that begins a paragraph changes for those below it."""
        text = line.text
        number = NUMBER.match(text)
        if self.forms.match("enacting", text):
            # 大会 alone above the session is the organ of the masthead
            below = [each.text for each in following]
            self.enacted, self.number = not is_of_masthead(text, below, self.forms), 0
            self.counted = False
        elif not self.enacted and self.meets(text, following):
            self.enacted = True
        elif self.forms.match("annex", text) and self.enacted:
            self.annexed, self.number, self.counted = True, 0, False
        elif LONE.fullmatch(text) or opens_section(line):
            self.counted = False
        elif number and (
            self.expected(text) or 0 < int(number["value"]) - self.number <= MISSED + 1
        ):
            self.number, self.counted = int(number["value"]), True

    def expected(self, text: str) -> bool:
        """Whether a line has the number that must come: 3. below 2., 2 bis., or 1. anew."""
        number = NUMBER.match(text)
        if number is None:
            return False
        value = int(number["value"])
        again = bool(number["bis"] or number["ter"])
        return value in (self.number + 1, 1) or (again and value == self.number)

    def meets(self, text: str, following: Sequence[PrintedLine]) -> bool:
        """Whether a decision begins: At its 31st plenary meeting, on … | 2015, the Council"""
        whole = " ".join([text, *(each.text for each in following[:2])])
        return bool(self.forms.begins("meets", whole))

    def closes(self, text: str) -> bool:
        """Whether a line is of the closing: 55th plenary meeting, or its day."""
        if len(text) > 60 or not self.enacted:
            return False
        found = closing_of(text, self.forms)
        day = found.is_day and not COMMA.search(text)  # resolution 89/5 of | 15 December 2034,
        return found.is_meeting or day or use_of(text, self.forms) == "issued"

    def numbers_title(self, text: str) -> bool:
        """Whether a line is the number of a section, chapter or article, set above its title."""
        return bool(
            LONE.fullmatch(text)
            or shape("chapter").fullmatch(text)
            or (self.annexed and self.forms.match("article", text))
        )

    def is_title_above_number(self, line: PrintedLine, following: Sequence[PrintedLine]) -> bool:
        """Whether a line has no end, and the next the number that must come: the title above it.
        A title may have three lines, whose next begins with a figure: 2021 года по 30 июня."""
        text = line.text
        if ENDED.search(text) or not (
            text[:1].isupper() or not text[:1].isascii() or YEAR.match(text)
        ):
            return False
        rest = dropwhile(
            lambda each: not (ENDED.search(each.text) or self.expected(each.text)), following[:3]
        )
        after = next(rest, None)
        return after is not None and self.expected(after.text)

    def goes_on(self, line: PrintedLine, following: Sequence[PrintedLine]) -> bool:
        """Whether a line below one of a title belongs to it, for a paragraph begins below it."""
        if self._leads(line.text) or NUMBER.match(line.text) or _stops(line.text):
            return False
        texts = [each.text for each in following]
        rest = dropwhile(lambda each: not (_stops(each) or self._leads(each)), texts)
        return self._leads(next(rest, ""))

    def is_section(self, last: list[PrintedLine]) -> bool:
        """Whether lines are the title of a section, its number before or above them."""
        above = text_of(self.groups[-2]) if len(self.groups) > 1 else ""
        return opens_section(last[0]) or bool(LONE.fullmatch(above))

    def _leads(self, text: str) -> bool:
        return bool(self.expected(text) or self.forms.begins("leads", text))

    def heads(self, last: list[PrintedLine], longest: int = 100) -> bool:
        """Whether what stands before is a heading: short, without an end."""
        text = " ".join(each.text for each in last)
        leads = not self.counted and self.forms.begins("leads", text)
        if self.is_section(last) and not NUMBER.match(text):
            return not ENDED.search(text)
        if leads or NUMBER.match(text) or item_in(text):
            return bool(SECTION.match(text))
        return len(text) < longest and closed(text) and not ENDED.search(text)


def opens_section(line: PrintedLine) -> bool:
    """Whether the number of a section and a tab stand before its title: II | Meetings."""
    text = plain(line.tokens)
    return bool(SECTION.match(text)) and "\t" in text


def _stops(text: str) -> bool:
    """Whether a line has an end, and not the colon a title may have."""
    return bool(ENDED.search(text)) and text[-1] not in ":："


def closed(text: str) -> bool:
    """Whether every title and every quotation that a text opens is closed in it."""
    quotes = text.count("“") + text.count("”")  # “…“ is closed too
    return text.count("《") == text.count("》") and quotes % 2 == 0


def text_of(group: Sequence[PrintedLine]) -> str:
    """The lines of a paragraph in one."""
    return " ".join(each.text for each in group)
