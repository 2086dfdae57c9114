"""The numbers that Word makes itself: numbering.xml -> the label of each numbered paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from resolutions.model.keys import roman
from resolutions.readers.akn.numbering import ARABIC, CYRILLIC, LETTERS, roman_numeral
from resolutions.readers.akn.xmlfile import Element
from resolutions.readers.docx.package import child, value

HAN = "〇一二三四五六七八九十"


class Level(NamedTuple):
    """A level of a list: where it starts, how it counts, and what is printed around."""

    start: int
    form: str
    text: str  # "%1.", "(%2)"


class Numbering:
    """Counts the lists of a document."""

    def __init__(self, root: Element | None) -> None:
        self.levels: dict[tuple[str, int], Level] = {}
        self.abstract: dict[str, str] = {}
        self.counts: defaultdict[tuple[str, int], int] = defaultdict(int)
        for part in root.children if root else ():
            if part.name == "abstractNum":
                for level in part.children:
                    if level.name == "lvl":
                        self.levels[value(part, "abstractNumId"), _int(value(level, "ilvl"))] = (
                            _level(level)
                        )
            elif part.name == "num":
                of = child(part, "abstractNumId")
                self.abstract[value(part, "numId")] = value(of) if of else ""
                for over in part.children:
                    changed = child(over, "lvl")
                    if over.name == "lvlOverride" and changed is not None:
                        own = value(part, "numId")
                        self.levels[f"#{own}", _int(value(over, "ilvl"))] = _level(changed)

    def label(self, number: str, depth: int) -> str:
        """The label of the next paragraph of a list; "" where the list prints none."""
        abstract = self.abstract.get(number, "")
        level = self.levels.get((f"#{number}", depth)) or self.levels.get((abstract, depth))
        if number == "0" or level is None or level.form == "none":
            return ""
        self.counts[abstract, depth] += 1
        for deeper in range(depth + 1, 9):
            self.counts[abstract, deeper] = 0
        if level.form == "bullet":
            return "–"

        def counted(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            of = self.levels.get((f"#{number}", place)) or self.levels.get((abstract, place))
            if of is None:
                return ""
            return _written(max(self.counts[abstract, place], 1) + of.start - 1, of.form)

        return re.sub(r"%(\d)", counted, level.text)


def _int(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0


def _level(element: Element) -> Level:
    start, form, text = (child(element, name) for name in ("start", "numFmt", "lvlText"))
    return Level(
        _int(value(start)) if start else 1,
        value(form) if form else "decimal",
        value(text) if text else "",
    )


def _written(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter: str = LETTERS[(number - 1) % len(LETTERS)]
        return letter.upper() if form[0] == "u" else letter
    if form == "lowerRoman":
        return roman_numeral(number) if number < 100 else str(number)
    if form == "upperRoman":
        return roman(number)
    if form in ("arabicAlpha", "arabicAbjad"):
        return ARABIC[(number - 1) % len(ARABIC)]
    if form == "russianLower":
        return CYRILLIC[(number - 1) % len(CYRILLIC)]
    if form.startswith(
        ("chineseCounting", "ideographDigital", "japaneseCounting", "taiwaneseCounting")
    ):
        tens, ones = divmod(number, 10)
        if number > 99:
            return str(number)
        return (
            (HAN[tens] if tens > 1 else "") + ("十" if tens else "") + (HAN[ones] if ones else "")
        )
    return str(number)
