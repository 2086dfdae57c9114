"""Part of `extracted`: hyphens that pdftotext drops at the ends of lines.

Without `-layout` it writes the next line right behind a word it was cut in: `a sustainable,
lowcarbon and socially`. Such a line is longer than the page has room; where a word of it that
stands at the end of that room is one of `data/compounds.yml`, or of the text, but for a hyphen, or
two years without one, the line is cut there again. In English, where lines are cut at hyphens only,
two words of the file or of that list will do, if they are the only two there. What a machine may
have cut stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from resolutions.model.records import Language
from resolutions.readers.printed.compounds import compounds, without_one
from resolutions.readers.printed.normalize import LINE_END
from resolutions.readers.text.join import HAN
from resolutions.readers.text.rows import measure_of, width

LETTER = rf"[^\W\d_{HAN}]"  # a word of Latin letters ends where Chinese begins
WORD = re.compile(rf"{LETTER}+(?:-{LETTER}+)*(?:19(?!\d))?|\d{{8}}(?!\d)")  # COVID19, 20212030
HYPHENED = re.compile(rf"{LETTER}+(?:-{LETTER}+)+(?:-19(?!\d))?|{LETTER}+-19(?!\d)")
PAIR = re.compile(r"(?=(?<![\w-])([^\W\d_]+(?:-[^\W\d_]+)*) ([^\W\d_]+(?:-[^\W\d_]+)*))")
SECOND = re.compile(rf"{WORD.pattern}|\d+")
YEARS = re.compile(r"((?:19|20)\d\d)((?:19|20)\d\d)(?!\d)")  # 20212030 for 2021-2030
LATEST = 1.03  # of the room: how far the part before the hyphen may reach, lines being set closer
TWICE = 1.15  # of the room: more than one line, even of notes
DROPS = 1.3  # of the room: of some 640 texts with their hyphens none has so long a line
HYPHEN = 0.34  # its width
LEAST = 3  # letters of a part
EARLIEST = 0.8  # and where, at least, such a word ends, lines being set wider


class WithHyphens(NamedTuple):
    """A text with hyphens put back as line ends, and the words that got one, with their lines."""

    text: str
    words: tuple[tuple[int, str], ...]


def with_hyphens(text: str, language: Language | None) -> WithHyphens:
    """Put dropped hyphens back; the text as it is where no line is too long for its page."""
    if LINE_END in text:
        return WithHyphens(text, ())  # PDFium drops none
    lines = text.split("\n")
    measure = measure_of([width(line) for line in lines if line.strip()])
    if language is None or not any(width(line) > DROPS * measure for line in lines):
        return WithHyphens(text, ())
    finder = _Finder(language, text, measure)
    told: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        rest, made = line, ""
        while width(rest) > measure and (place := finder.place(rest)):
            made, rest = made + rest[:place] + LINE_END, rest[place:].lstrip()
            words = (WORD.search(made[-2::-1]) or [""])[0][::-1], (SECOND.match(rest) or [""])[0]
            told.append((at + 1, "-".join(words)))
        lines[at] = made + rest
    return WithHyphens("\n".join(lines), tuple(told))


class _Finder:
    """Finds where a line was cut, by the words of a language and of a text."""

    def __init__(self, language: Language, text: str, measure: float) -> None:
        self.measure = measure
        self.compounds = compounds("en" if language == "zh" else language)
        own = {word.lower() for word in HYPHENED.findall(text)}
        self.known = without_one(self.compounds | own)
        words = Counter(re.findall(r"[^\W\d_]{3,}", text.lower()))
        self.often = {word for word, count in words.items() if count > 1}
        parts = {part for word in self.compounds for part in word.split("-")}
        self.parts = self.often | parts if language == "en" else set()

    def place(self, line: str) -> int:
        """Where a hyphen was dropped; 0 where no word may have had it, or more than one."""
        found = [*self._places(line, self._listed)]
        if not found and width(line) > TWICE * self.measure:
            found = [*self._apart(line), *self._places(line, self._made_of_two)]
        return found[0] if len(found) == 1 else 0

    def _places(self, line: str, cuts: Callable[[str], list[int]]) -> Iterator[int]:
        for match in WORD.finditer(line):
            if self._is_late(line[: match.end()]):
                ends = (match.start() + at for at in cuts(match[0].lower()))
                yield from (end for end in ends if self._has_room(line[:end]))

    def _apart(self, line: str) -> Iterator[int]:
        """Between two words where Word left a blank behind the hyphen: `decision making`."""
        for match in PAIR.finditer(line):
            if f"{match[1]}-{match[2]}".lower() in self.compounds:
                before = line[: match.end(1)]
                if self._is_late(line[: match.end(2)]) and self._has_room(before):
                    yield match.end(1)

    def _is_late(self, line: str) -> bool:
        return width(line) >= EARLIEST * self.measure

    def _has_room(self, line: str) -> bool:
        return width(line) + HYPHEN <= LATEST * self.measure

    def _listed(self, word: str) -> list[int]:
        years = YEARS.fullmatch(word)
        if years and years[1] < years[2]:
            return [4]
        return [self.known[word]] if word in self.known else []

    def _made_of_two(self, word: str) -> list[int]:
        if word in self.often:
            return []
        cuts = range(LEAST, len(word) - LEAST + 1)
        return [at for at in cuts if self._parts(word[:at], word[at:])]

    def _parts(self, before: str, after: str) -> bool:
        """Whether two words meet where a hyphen is missing: of low-incomegroup income and group."""
        left, right = before.rsplit("-", 1)[-1], after.split("-", 1)[0]
        if min(len(left), len(right)) < LEAST or left + right in self.often:
            return False
        return left in self.parts and right in self.parts
