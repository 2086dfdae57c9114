"""How far two people agree who labelled the same texts, each without seeing the other's labels.

`tests/labels/NAME-second.yml` stands beside `NAME.yml`; its `agreed` settles each difference, with
a word why; a third person's word, `third`, goes before it. A cell is a value of the first and one
of the second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import field
from itertools import accumulate
from typing import NamedTuple

from resolutions.evaluate.score import ActLabel, Label, LabelledAct
from resolutions.model.records import record

NONE = "none"
MARKS = re.compile("[|~]")
GRAIN = {"coarser", "finer"}  # the same words in larger or smaller pieces: no fault


@record
class SecondLabel:
    """A second person's themes of a paragraph; what holds (or none), and why: as one of the two
    settled it (`agreed`) and as a third person did who wrote neither (`third`)."""

    place: str
    themes: dict[str, str]
    agreed: dict[str, tuple[str, str]] = field(default_factory=dict)
    third: dict[str, tuple[str, str]] = field(default_factory=dict)


@record
class SecondActs:
    """The acts as a second person reads them; `agreed`: first or second, and why; `third`: as a
    third person settled them by a convention written later, and why."""

    place: str
    acts: tuple[LabelledAct, ...]
    agreed: tuple[str, str] | None = None
    third: tuple[tuple[LabelledAct, ...], str] | None = None


@record
class Words:
    """A stretch of text in words."""

    place: str
    words: tuple[str, ...]


@record
class SecondWords:
    """The stretch with | where words part and ~ where parting and joining are both right."""

    place: str
    cut: str
    agreed: tuple[str, str] | None = None


class Boundaries(NamedTuple):
    """Where a text is cut, told as the numbers of the characters before; `free`: or is not."""

    cut: set[int]
    free: set[int]


def kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> float:
    """Cohen's kappa of two people's values; 1 where neither varies and both say the same."""
    counts = Counter(pairs)
    total = counts.total()
    alike = sum(n for (one, other), n in counts.items() if one == other)
    first, second = Counter[Hashable](), Counter[Hashable]()
    for (one, other), n in counts.items():
        first[one] += n
        second[other] += n
    chance = sum(n * second[value] for value, n in first.items())
    return (alike * total - chance) / (total**2 - chance) if total**2 > chance else 1.0


def raw(pairs: Iterable[tuple[Hashable, Hashable]]) -> float:
    """The share of pairs whose values are the same."""
    both = list(pairs)
    return sum(one == other for one, other in both) / len(both) if both else 1.0


def disputed(first: Label, second: SecondLabel) -> set[str]:
    """The themes that two people do not give alike."""
    themes = {*first.themes, *second.themes}
    return {each for each in themes if first.themes.get(each) != second.themes.get(each)}


def settled(first: Label, second: SecondLabel) -> dict[str, str]:
    """What holds: what both say, and what was settled, by a third where one did."""
    ruled = {theme: strength for theme, (strength, _) in (second.agreed | second.third).items()}
    themes = {theme: s for theme, s in first.themes.items() if theme not in ruled} | ruled
    return {theme: strength for theme, strength in themes.items() if strength != NONE}


def settled_acts(first: ActLabel, second: SecondActs) -> tuple[LabelledAct, ...]:
    """The acts that hold: the third's; else the first's, or the second's if settled so."""
    if second.third:
        return second.third[0]
    return second.acts if second.agreed and second.agreed[0] == "second" else first.acts


def boundaries(second: SecondWords) -> Boundaries:
    """Where a second person cuts a stretch."""
    found, at = Boundaries(set(), set()), 0
    for each in second.cut:
        if MARKS.match(each):
            (found.cut if each == "|" else found.free).add(at)
        else:
            at += 1
    return found


def ends(words: Iterable[str]) -> set[int]:
    """Where words end, but for the last."""
    return set([*accumulate(map(len, words))][:-1])


def settled_words(first: Words, second: SecondWords) -> Boundaries:
    """What holds of a stretch: the first's cut; what differs only in grain is free."""
    one, other = ends(first.words), boundaries(second)
    apart = (one ^ other.cut) - other.free
    grain = apart if second.agreed and second.agreed[1] in GRAIN else set[int]()
    return Boundaries(one, other.free | grain)
