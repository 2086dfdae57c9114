"""The numbers that Word makes itself: numbering.xml -> the label of each numbered paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from resolutions.model.keys import roman
from resolutions.readers.akn.numbering import ARABIC, CYRILLIC, LETTERS, roman_numeral
from resolutions.readers.akn.xmlfile import Element
from resolutions.readers.docx.package import child, is_on, value

HAN = "〇一二三四五六七八九十"


class Level(NamedTuple):
    """A level of a list: where it starts, how it counts, and what is printed around."""

    start: int
    form: str
    text: str  # "%1.", "(%2)"
    restart: int = 9  # it begins anew behind levels above this one; 0: never
    legal: bool = False  # all its numbers are Arabic
    style: str = ""  # whose paragraphs are of this level


class Numbering:
    """Counts the lists of a document."""

    def __init__(
        self,
        levels: Mapping[tuple[str, int], Level],
        abstract: Mapping[str, str],
        starts: Mapping[tuple[str, int], int] | None = None,
    ) -> None:
        self.levels = levels  # by abstract list, or by "#" and list, and by depth
        self.abstract = abstract  # the abstract list of each list
        self.starts = starts or {}  # where a list begins anew, by list and depth
        self.begun: set[tuple[str, int]] = set()  # those of them that have
        self.counts: dict[tuple[str, int], int] = {}  # by abstract list and depth

    @classmethod
    def of(cls, root: Element | None) -> Numbering:
        """The lists that `word/numbering.xml` defines."""
        parts = tuple(root.children) if root else ()
        abstract = [part for part in parts if part.name == "abstractNum"]
        numbers = [part for part in parts if part.name == "num"]
        levels: dict[tuple[str, int], Level] = {}
        for part in parts:
            levels |= _levels(part) if part.name == "abstractNum" else {}
            levels |= _overridden(part) if part.name == "num" else {}
        named = {
            link: value(part, "abstractNumId")
            for part in abstract
            if (link := _said(part, "styleLink"))
        }
        linked = {
            value(part, "abstractNumId"): named[link]
            for part in abstract
            if (link := _said(part, "numStyleLink")) in named
        }
        lists = {value(part, "numId"): _abstract(part) for part in numbers}
        starts = {start for part in numbers for start in _starts(part)}
        return cls(levels, {id: linked.get(of, of) for id, of in lists.items()}, dict(starts))

    def depth(self, number: str, style: str) -> int | None:
        """The depth at which a list numbers the paragraphs of a style; None where it does not."""
        abstract = self.abstract.get(number, "")
        own = ((n, each) for (of, n), each in self.levels.items() if of == abstract)
        return next((n for n, each in own if style and each.style == style), None)

    def label(self, number: str, depth: int) -> str:
        """The label of the next paragraph of a list; "" where the list prints none."""
        level = self._level(number, depth)
        if number == "0" or level is None or level.form == "none":
            return ""
        self._count(number, depth, level)
        if level.form == "bullet":
            return "–"

        def counted(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            of = self._level(number, place)
            if of is None:
                return ""
            count = self.counts.get((self.abstract.get(number, ""), place), of.start)
            return written(count, "decimal" if level.legal else of.form)

        return re.sub(r"%(\d)", counted, level.text)

    def _level(self, number: str, depth: int) -> Level | None:
        abstract = self.abstract.get(number, "")
        return self.levels.get((f"#{number}", depth)) or self.levels.get((abstract, depth))

    def _count(self, number: str, depth: int, level: Level) -> None:
        """One paragraph more at a depth; the depths below begin anew, as does a list that says so
        where it stands first."""
        abstract = self.abstract.get(number, "")
        place, own = (abstract, depth), (number, depth)
        if own in self.starts and own not in self.begun:
            self.counts[place] = self.starts[own]
        else:
            self.counts[place] = self.counts[place] + 1 if place in self.counts else level.start
        self.begun.add(own)
        for deeper in range(depth + 1, 9):
            below = self._level(number, deeper)
            if below is None or depth < below.restart:
                self.counts.pop((abstract, deeper), None)


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


def _starts(part: Element) -> Iterator[tuple[tuple[str, int], int]]:
    """Where a list begins anew: <w:startOverride> of a level."""
    for over in part.children:
        start = child(over, "startOverride") if over.name == "lvlOverride" else None
        if start is not None:
            yield (value(part, "numId"), int_of(value(over, "ilvl"))), int_of(value(start))


def _said(part: Element, name: str) -> str:
    found = child(part, name)
    return value(found) if found else ""


def _abstract(part: Element) -> str:
    of = child(part, "abstractNumId")
    return value(of) if of else ""


def int_of(text: str) -> int:
    """A number of an attribute; 0 where it is none or too long to be one."""
    return int(text) if text.isdecimal() and len(text) < 6 else 0


def _level(element: Element) -> Level:
    start, restart, text = (_said(element, name) for name in ("start", "lvlRestart", "lvlText"))
    forms = [value(each) for each in element.descendants if each.name == "numFmt"]
    return Level(
        int_of(start) if start else 1,
        next((each for each in forms if each != "custom"), "decimal"),  # of two forms the plain one
        text,
        int_of(restart) if restart else 9,
        is_on(element, "isLgl"),
        _said(element, "pStyle"),
    )


def written(number: int, form: str) -> str:
    """A number as a list of a form prints it: c, iii, 三."""
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
