"""Part of `printed`: printed lines -> paragraphs.

A line begins a paragraph where its number or letter is the one that must follow, where the layout
says so (a gap, an indent, a short line before it), or where the sentence before has ended and its
own first word opens one. What is left open by all of these is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile
from typing import NamedTuple

from resolutions.readers.akn.inline import plain
from resolutions.readers.akn.numbering import item_in
from resolutions.readers.printed.body import ENDED, LONGEST_HEADING, NUMBER, SECTION
from resolutions.readers.printed.closing import closing_of
from resolutions.readers.printed.forms import Forms, shape
from resolutions.readers.printed.head import (
    LETTER,
    LONGEST_MASTHEAD,
    TITLE_NUMBER,
    is_of_masthead,
    use_of,
)
from resolutions.readers.printed.lines import TAB, PrintedLine, para_of
from resolutions.readers.printed.openings import openings_below, opens
from resolutions.readers.printed.sheet import Para

STRONG = re.compile(r"[.。;；:：؛?？!！؟…][\s”’»)）\]]*$")
COMMA = re.compile(r"[,，،][\s”’»)）]*$")
SURELY = 1.5  # so much room left, in sizes of the type, is no error of reckoning
MISSED = 2  # so many numbers may be printed in another way: `5 Requests`
YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
FIGURE = re.compile(r"\d{3}|\d+[/(]")  # no number of a paragraph
LONE = re.compile(r"[IVXL]+|[A-Z]|[一二三四五六七八九十]+")  # the number of a section, alone
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
        tuple(para_of(group) for group in joiner.groups),
        tuple(joiner.doubtful),
        any(len(group) > 1 for group in joiner.groups),
    )


class _Joiner:
    def __init__(self, forms: Forms, blocks: bool) -> None:
        self.forms, self.blocks = forms, blocks
        self.groups: list[list[PrintedLine]] = []
        self.doubtful: list[int] = []
        self.number = 0  # the last numbered paragraph
        self.counted = False  # whether it stands in this section: else a preamble may
        self.enacted = self.annexed = False
        self.below = ""  # the opening of the next paragraph that is certain

    def read(self, line: PrintedLine, following: Sequence[PrintedLine]) -> None:
        text = line.text
        last = self.groups[-1] if self.groups else None
        above = last is not None and not (text or line.beside)
        if last is None or above or self._begins(last, line, following):
            self.groups.append([line])
            self._note(line, following)
        else:
            last.append(line)

    def _note(self, line: PrintedLine, following: Sequence[PrintedLine]) -> None:
        text = line.text
        number = NUMBER.match(text)
        if self.forms.match("enacting", text):
            # 大会 alone above the session is the organ of the masthead
            below = [each.text for each in following]
            self.enacted, self.number = not is_of_masthead(text, below, self.forms), 0
            self.counted = False
        elif not self.enacted and self._meets(text, following):
            self.enacted = True
        elif self.forms.match("annex", text) and self.enacted:
            self.annexed, self.number, self.counted = True, 0, False
        elif LONE.fullmatch(text) or opens_section(line):
            self.counted = False
        elif number and (
            self._expected(text) or 0 < int(number["value"]) - self.number <= MISSED + 1
        ):
            self.number, self.counted = int(number["value"]), True

    def _expected(self, text: str) -> bool:
        number = NUMBER.match(text)
        if number is None:
            return False
        value = int(number["value"])
        again = bool(number["bis"] or number["ter"])
        return value in (self.number + 1, 1) or (again and value == self.number)

    def _begins(
        self, last: list[PrintedLine], line: PrintedLine, following: Sequence[PrintedLine]
    ) -> bool:
        if not self.enacted:
            return self._begins_above(last, line) or self._meets(line.text, following)
        before, text = " ".join(each.text for each in last[-2:]), line.text
        section = self._is_section(last)
        if line.fits and not section and line.spare <= _set_in(last):
            line = line._replace(fits=False)
        if line.beside or (len(last) == 1 and LABEL.fullmatch(before)):
            return False
        alone = len(last) == 1
        if alone and (self.forms.match("enacting", before) or self._closing(before)):
            return True
        if alone and (self.forms.match("annex", before) or self._numbers_title(before)):
            return True
        labelled = self._expected(text) or item_in(text)
        if line.over is False and not (labelled and STRONG.search(before)):
            return False
        ended = bool(ENDED.search(before))
        apart = bool(ended or line.fits or line.indent or self._heads(last))
        if self.forms.match("enacting", text) or (apart and self._closing(text)):
            return True
        if self.forms.match("annex", text):
            return apart
        if apart and (self._numbers_title(text) or (ended and self.forms.match("proclaims", text))):
            return True
        if SECTION.match(text) and self._heads(last, LONGEST_HEADING):
            return True
        if ended and opens_section(line):
            return True
        if (
            STRONG.search(before)
            and before[-1] not in ":："
            and self._is_title_above_number(line, following)
        ):
            return True
        if self._expected(text) and (apart or line.gap):
            return True
        lower = text[:1].islower() and self.forms.language != "ru"
        if section and (lower or self._goes_on(line, following)):
            return False
        number = NUMBER.match(text)
        if self.enacted and number and 1 < int(number["value"]) == self.number + 1:
            self.doubtful.append(line.number)  # the line above has lost its end
            return True
        if item_in(text) and (ended or line.gap or shape("list_joins").fullmatch(before)):
            return True
        return self._by_layout(last, line, before)

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

    def _meets(self, text: str, following: Sequence[PrintedLine]) -> bool:
        """Whether a decision begins: At its 31st plenary meeting, on … | 2015, the Council"""
        whole = " ".join([text, *(each.text for each in following[:2])])
        return bool(self.forms.begins("meets", whole))

    def _closing(self, text: str) -> bool:
        if len(text) > 60 or not self.enacted:
            return False
        found = closing_of(text, self.forms)
        day = found.is_day and not COMMA.search(text)  # resolution 89/5 of | 15 December 2034,
        return found.is_meeting or day or use_of(text, self.forms) == "issued"

    def _numbers_title(self, text: str) -> bool:
        """Whether a line is the number of a section, chapter or article, set above its title."""
        return bool(
            LONE.fullmatch(text)
            or shape("chapter").fullmatch(text)
            or (self.annexed and self.forms.match("article", text))
        )

    def _is_title_above_number(self, line: PrintedLine, following: Sequence[PrintedLine]) -> bool:
        """Whether a line has no end, and the next the number that must come: the title above it.
        A title may have three lines, whose next begins with a figure: 2021 года по 30 июня."""
        text = line.text
        if ENDED.search(text) or not (
            text[:1].isupper() or not text[:1].isascii() or YEAR.match(text)
        ):
            return False
        rest = dropwhile(
            lambda each: not (ENDED.search(each.text) or self._expected(each.text)), following[:3]
        )
        after = next(rest, None)
        return after is not None and self._expected(after.text)

    def _goes_on(self, line: PrintedLine, following: Sequence[PrintedLine]) -> bool:
        """Whether a line below one of a title belongs to it, for a paragraph begins below it."""
        if self._leads(line.text) or NUMBER.match(line.text) or _stops(line.text):
            return False
        texts = [each.text for each in following]
        rest = dropwhile(lambda each: not (_stops(each) or self._leads(each)), texts)
        return self._leads(next(rest, ""))

    def _is_section(self, last: list[PrintedLine]) -> bool:
        """Whether lines are the title of a section, its number before or above them."""
        above = _text(self.groups[-2]) if len(self.groups) > 1 else ""
        return opens_section(last[0]) or bool(LONE.fullmatch(above))

    def _leads(self, text: str) -> bool:
        return bool(self._expected(text) or self.forms.begins("leads", text))

    def _heads(self, last: list[PrintedLine], longest: int = 100) -> bool:
        """Whether what stands before is a heading: short, without an end."""
        text = " ".join(each.text for each in last)
        leads = not self.counted and self.forms.begins("leads", text)
        if self._is_section(last) and not NUMBER.match(text):
            return not ENDED.search(text)
        if leads or NUMBER.match(text) or item_in(text):
            return bool(SECTION.match(text))
        return len(text) < longest and _closed(text) and not ENDED.search(text)

    def _by_layout(self, last: list[PrintedLine], line: PrintedLine, before: str) -> bool:
        """What indents, blank lines and lengths say, where the words do not decide it."""
        lower = line.text[:1].islower() and self.forms.language != "ru"
        heading = self._heads(last) and line.fits is not False and not lower
        if (
            before.endswith(":")
            and len(self.groups) > 1
            and self._numbers_title(_text(self.groups[-2]))
        ):
            return False  # a title of two lines, the first of which ends with a colon
        if self.forms.language == "zh" and not _closed(_text(last)):
            return False
        if line.indent is not None and not line.first:
            over = self._in_paragraph(before)
            goes_on = line.fits is False and not (line.indent or self.blocks)
            if goes_on and self._tells_no_beginning(before):
                self.doubtful += [line.number] if line.gap else []
                return False
            if not (line.indent or line.gap) and self._closes_list(last, line, before):
                return True
            return bool(line.indent or line.gap) and not over and (heading or _ended(before))
        if self.blocks and not line.gap and not line.first and not line.fits:
            return False
        return self._by_words(last, line, before, heading)

    def _by_words(
        self, last: list[PrintedLine], line: PrintedLine, before: str, heading: bool
    ) -> bool:
        text = line.text
        lower = text[:1].islower() and self.forms.language != "ru"
        if self._closes_list(last, line, before):
            return True
        if line.indent and ENDED.search(before):
            return True
        if COMMA.search(before):
            return self._after_comma(_text(last), line, lower)
        if before.endswith(";") and text[:1].isupper() and text[:1].isascii():
            return True  # items without letters: a sentence goes on in lower case
        if STRONG.search(before):
            if line.fits is None or line.over or (line.fits is False and line.gap):
                return not lower
            return line.fits and not lower
        return heading and bool(line.fits) and not lower

    def _closes_list(self, last: list[PrintedLine], line: PrintedLine, before: str) -> bool:
        """Whether a line goes on below the items of a list: the last of them has ended, short."""
        if (
            not (line.fits and STRONG.search(before))
            or before[-1] in ":："
            or not (self.counted or self.annexed)
        ):
            return False
        self.doubtful += [] if line.gap else [line.number]
        return True

    def _in_paragraph(self, before: str) -> bool:
        """Whether what ends so is a part of a numbered paragraph: these end with a semicolon."""
        return bool(self.counted and not self.annexed and COMMA.search(before))

    def _tells_no_beginning(self, before: str) -> bool:
        """Whether words say nothing behind a comma: Russian and Chinese have no capitals there."""
        return self.forms.language in ("ru", "zh") and bool(COMMA.search(before))

    def _after_comma(self, last: str, line: PrintedLine, lower: bool) -> bool:
        """Only paragraphs of the preamble, and items of lists, end with a comma."""
        if FIGURE.match(line.text):
            return False  # of 6 December 1974, | 3474 (XXX) of 11 December 1975
        leads = bool(self.forms.begins("leads", line.text))
        if self._in_paragraph(",") or (last[:1].islower() and line.text[:1].isupper()):
            return False
        if lower:
            return False
        if line.opens is not None:
            return line.opens
        if line.fits is False and shape("goes_on").match(line.text):
            return False
        if not leads and self.forms.language in ("ru", "zh"):  # which have no capitals to tell
            self.doubtful += [line.number] if line.fits else []
            return bool(line.fits) and line.spare > SURELY
        if line.fits or (line.gap and leads):
            return True
        if leads:
            self.doubtful.append(line.number)
        return leads and opens(line.text, last, self.below, self.forms) is not False


def opens_section(line: PrintedLine) -> bool:
    """Whether the number of a section and a tab stand before its title: II | Meetings."""
    text = plain(line.tokens)
    return bool(SECTION.match(text)) and "\t" in text


def _stops(text: str) -> bool:
    """Whether a line has an end, and not the colon a title may have."""
    return bool(ENDED.search(text)) and text[-1] not in ":："


def _closed(text: str) -> bool:
    """Whether every title and every quotation that a text opens is closed in it."""
    quotes = text.count("“") + text.count("”")  # “…“ is closed too
    return text.count("《") == text.count("》") and quotes % 2 == 0


def _set_in(group: Sequence[PrintedLine]) -> float:
    """How far the last line of a group stands in, in sizes of its type: the first line of a
    paragraph a tab, or two, others not."""
    if not all(each.beside for each in group[1:]):
        return 0.0
    text = group[0].text
    return 2 * TAB - 1 if NUMBER.match(text) or item_in(text) else TAB


def _text(group: Sequence[PrintedLine]) -> str:
    return " ".join(each.text for each in group)


def _ended(text: str) -> bool:
    return bool(ENDED.search(text))
