"""How a reference names what goes from one paragraph to another: paras. 3–5, para. 9 (a)–(c).

`docs/assets/quote.js` does the same in the browser; tests/browser/test_menu.py compares them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from resolutions.model.records import Key
from resolutions.model.referencing import Stretches

NUMBERED = re.compile(r"((?:annex\d*-|s\d+-)*)(?:op|p)(\d+)")  # op3, annex2-p4
PREAMBULAR = re.compile(r"(pp)(\d+)")
ITEM = re.compile(r"(.+)-([a-z]|\d+)")  # op9-a, op9-a-3
SHOWN = re.compile(r"\(?[^\s()]+\)(?=[^()]*$)")  # the item at the end of a name: (a), a), (iii)
AROUND = re.compile(r"(.*[,，،] ?)[^,，،]*")  # annex, para. 3


class Place(NamedTuple):
    """A paragraph, and what a style calls it."""

    key: Key
    name: str


class Forms(NamedTuple):
    """How a style and its language word a stretch. `preambular`: {n} preambular paragraph."""

    pair: str
    range: str
    preambular: str
    language: Stretches

    def name(self, first: Place, last: Place) -> str:
        """What the paragraphs from one to another are called: two in a row, or more."""
        return (
            self._numbers(first, last)
            or self._preamble(first, last)
            or self._items(first, last)
            or self.language.between.format(first=first.name, last=last.name)
        )

    def _numbers(self, first: Place, last: Place) -> str:
        ends = _ends(NUMBERED, first, last)
        if not ends or not self.range:
            return ""
        around = AROUND.fullmatch(first.name) if first.key.startswith(("annex", "s")) else None
        form = self.pair if self.pair and _next(*ends) else self.range
        return (around[1] if around else "") + form.format(first=ends[0], last=ends[1])

    def _preamble(self, first: Place, last: Place) -> str:
        ends = _ends(PREAMBULAR, first, last)
        if not ends:
            return ""
        before, _, after = self.preambular.partition("{n}")
        ordinals = [each.name.removeprefix(before).removesuffix(after) for each in (first, last)]
        form = self.language.preamble[not _next(*ends)]
        return form.format(first=ordinals[0], last=ordinals[1])

    def _items(self, first: Place, last: Place) -> str:
        ends = _ends(ITEM, first, last)
        shown = SHOWN.search(first.name), SHOWN.search(last.name)
        if not ends or ends[0].isdigit() != ends[1].isdigit() or not shown[0] or not shown[1]:
            return ""
        form = self.language.items[not _next(*ends)]
        both = form.format(first=shown[0][0], last=shown[1][0])
        return first.name[: shown[0].start()] + both + first.name[shown[0].end() :]


def _ends(pattern: re.Pattern[str], first: Place, last: Place) -> tuple[str, str] | None:
    """The numbers or letters of two places of a kind that stand within the same."""
    found = pattern.fullmatch(first.key), pattern.fullmatch(last.key)
    if not found[0] or not found[1] or found[0][1] != found[1][1]:
        return None
    return found[0][2], found[1][2]


def _next(first: str, last: str) -> bool:
    """Whether one follows the other: 3 and 4, a and b."""
    one, other = (int(each) if each.isdigit() else ord(each) for each in (first, last))
    return one + 1 == other
