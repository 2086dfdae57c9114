"""The number with which a heading begins: II, B, Rule 4, Part Two, Section 29C, as a figure."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from resolutions.model.keys import from_roman, han_number
from resolutions.readers.akn.numbering import ORDINALS
from resolutions.readers.printed.forms import shape, table

WORDS = 4  # such a number, among the words before it, is one of so many
# II, B, Rule 4, 29C, 原则4, 第三部分; not the I of Introduction, nor 十 within a word
NUMBER = re.compile(
    r"(?<![A-Za-z\d/.])(?P<figures>\d{1,3})(?P<sub>[^\W\d_])?(?![\w/])[.:]?\s*"
    r"|第\s*(?P<mixed>\d{1,3})(?P<of>[A-Z])?[编章节条款]?\s*"
    r"|(?<!\w)(?:(?P<roman>[IVXL]+)|(?P<letter>[A-Z]))(?![\w/])[.:]?\s*"
    r"|(?:^|第)(?P<han>[一二三四五六七八九十]+)(?:[编章节条款部]分?|(?=\W|$))[.、]?\s*"
)
LETTERS = 1000  # from which letters count: B is no 2, and 29C no 29
END = re.compile(r"\s*[-–—.:]?\s*")  # behind أولا


class Numbered(NamedTuple):
    """A number at the head of a heading, and where the title behind it begins."""

    value: int
    end: int
    figured: bool = False  # in figures: Rule 4, not II or Part Two


def number_at(text: str) -> Numbered | None:
    """The number with which a heading begins, among its first words; None where it has none."""
    return _worded(text) or _figured(text)


def number_in(text: str) -> int | None:
    """The number of a heading, if that begins with one: II, Rule 4, 第三部分."""
    found = number_at(text)
    return found.value if found else None


def is_bare(text: str) -> bool:
    """Whether a heading is but a number."""
    found = number_at(text)
    return found is not None and found.end == len(text)


def _figured(text: str) -> Numbered | None:
    found = NUMBER.search(text)
    if found is None or len(text[: found.start()].split()) >= WORDS:
        return None
    if found["roman"]:
        return Numbered(from_roman(found["roman"]), found.end())
    if found["letter"]:
        return Numbered(LETTERS + ord(found["letter"]), found.end())
    if found["han"]:
        return Numbered(han_number(found["han"]) or 0, found.end())
    letter = found["sub"] or found["of"] or ""
    letter = table().letters.get(letter, letter)
    if letter and not ("A" <= letter <= "Z"):
        return None
    value = int(found["figures"] or found["mixed"])
    return Numbered(value + (LETTERS * ord(letter) if letter else 0), found.end(), True)


def _worded(text: str) -> Numbered | None:
    """Deuxième partie, Chapitre premier, Часть вторая, and in Arabic the bare ordinal."""
    found = _words().match(text)
    if found is None:
        return None
    for name, values in (("after", _ordinals()), ("before", _ordinals()), ("alone", _alone())):
        if found[name]:
            return Numbered(values[found[name].casefold()], found.end())
    return None


@cache
def _ordinals() -> dict[str, int]:
    rows = enumerate(table().ordinals, start=1)
    return {word.casefold(): value for value, words in rows for word in words}


@cache
def _alone() -> dict[str, int]:
    numbers = {words[0]: value for value, words in enumerate(ORDINALS, start=1)}
    letters = {words[1]: LETTERS + ord("A") + n for n, words in enumerate(ORDINALS)}
    return numbers | letters


@cache
def _words() -> re.Pattern[str]:
    name = shape("division").pattern
    ordinal, alone = ("|".join(map(re.escape, each)) for each in (_ordinals(), _alone()))
    return re.compile(
        rf"(?:(?:{name})\s+(?P<after>{ordinal})|(?P<before>{ordinal})\s+(?:{name})"
        rf"|(?P<alone>{alone})\u064b?)(?!\w){END.pattern}",
        re.IGNORECASE,
    )
