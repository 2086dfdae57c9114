"""The numbers that Word makes itself: numbering.xml -> the label of each numbered paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
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

    def __init__(
        self, levels: Mapping[tuple[str, int], Level], abstract: Mapping[str, str]
    ) -> None:
        self.levels = levels  # by abstract list, or by "#" and list, and by depth
        self.abstract = abstract  # the abstract list of each list
        self.counts: defaultdict[tuple[str, int], int] = defaultdict(int)

    @classmethod
    def of(cls, root: Element | None) -> Numbering:
        """The lists that `word/numbering.xml` defines."""
        parts = tuple(root.children) if root else ()
        levels: dict[tuple[str, int], Level] = {}
        for part in parts:
            levels |= _levels(part) if part.name == "abstractNum" else {}
            levels |= _overridden(part) if part.name == "num" else {}
        numbers = [part for part in parts if part.name == "num"]
        return cls(levels, {value(part, "numId"): _abstract(part) for part in numbers})

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


def _levels(part: Element) -> dict[tuple[str, int], Level]:
    own = value(part, "abstractNumId")
    return {
        (own, int_of(value(level, "ilvl"))): _level(level)
        for level in part.children
        if level.name == "lvl"
    }


def _overridden(part: Element) -> dict[tuple[str, int], Level]:
    """The levels that a list has otherwise than its abstract list."""
    own = f"#{value(part, 'numId')}"
    return {
        (own, int_of(value(over, "ilvl"))): _level(changed)
        for over in part.children
        if over.name == "lvlOverride" and (changed := child(over, "lvl")) is not None
    }


def _abstract(part: Element) -> str:
    of = child(part, "abstractNumId")
    return value(of) if of else ""


def int_of(text: str) -> int:
    """A number of an attribute; 0 where it is none or too long to be one."""
    return int(text) if text.isdecimal() and len(text) < 6 else 0


def _level(element: Element) -> Level:
    start, form, text = (child(element, name) for name in ("start", "numFmt", "lvlText"))
    return Level(
        int_of(value(start)) if start else 1,
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
