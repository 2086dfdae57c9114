"""Two instruments, paragraph by paragraph: which old ones each new one goes on from.

Paragraphs are alike by the pieces they share (`grams`), each counting the more the fewer
paragraphs have it. One goes with one first; what is left over was merged into a paragraph that
has its partner already, or split from one. `docs/assets/compare/align.js` takes the same steps
in a browser, in whole numbers, so that both come to the same.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from resolutions.comparison.grams import Grams
from resolutions.model.records import Key, record
from resolutions.search.fold import fold

Relation = Literal["same", "edited", "new", "merged", "split", "dropped"]
ALIKE = 0.22  # one goes with one: share of the weight of both that both have
RECALLED = 0.33  # in the preamble, its names written out: the Congress that follows the last one
SLOT = 0.06  # the same, where the paragraphs before and behind are partners already
LEFT_OVER = 0.26  # of a paragraph left over, found in what its partner does not explain
LEAST = 0.2  # and of the weight of both
UNIT = 1000  # weights are whole numbers: thousandths of a bit
APART = ("title", "enacting", "heading")  # go with their like alone
PARTS = ("annex", "preamble", "operative")  # from one of which to another a paragraph moves
GROUP = re.compile(
    r"(?P<annex>annex\d*-)|(?:s\d+-)?"
    r"(?:(?P<title>title)|(?P<enacting>enacting)|(?P<heading>h\d)|(?P<preamble>pp)|(?P<operative>op))"
)
WRITTEN_OUT = Grams((), cited=1)  # names as the words they are made of


class KeyedText(NamedTuple):
    """A paragraph as it is compared."""

    key: Key
    text: str

    @property
    def group(self) -> str:
        """What it is, by its key: title, preamble, operative …; whatever stands there, annex."""
        found = GROUP.match(self.key)
        return (found and found.lastgroup) or "other"


@record
class Pair:
    """A new paragraph and the old ones it goes on from; or an old one that is gone."""

    new: Key | None
    old: tuple[Key, ...]
    relation: Relation
    moved: bool = False  # between preamble, operative part and annex


class _Side(NamedTuple):
    units: Sequence[KeyedText]
    grams: list[Counter[str]]
    sums: list[int]


def align(
    older: Sequence[KeyedText], newer: Sequence[KeyedText], grams: Callable[[str], Counter[str]]
) -> tuple[Pair, ...]:
    """Every new paragraph in its order, then the old ones that are gone in theirs."""
    old, new, weights = _weighed(older, newer, grams)
    shared = _shared(old, new, weights)
    one: dict[int, int] = {}
    _one_to_one(old, new, shared, one, ALIKE)
    _slots(old, new, shared, one)
    _recalled(older, newer, one)
    sources = {j: [i] for i, j in one.items()}
    split = _left_over(old, new, shared, one, weights, sources)
    return _pairs(old, new, sources, split)


def _weighed(
    older: Sequence[KeyedText], newer: Sequence[KeyedText], grams: Callable[[str], Counter[str]]
) -> tuple[_Side, _Side, dict[str, int]]:
    counted = [[grams(unit.text) for unit in side] for side in (older, newer)]
    weights = _weights(counted)
    old, new = (
        _Side(units, own, [_sum(each, weights) for each in own])
        for units, own in zip((older, newer), counted, strict=True)
    )
    return old, new, weights


def _weights(counted: Sequence[Sequence[Counter[str]]]) -> dict[str, int]:
    """What each piece counts: the fewer paragraphs have it, the more."""
    spread = Counter(piece for side in counted for each in side for piece in each)
    total = sum(map(len, counted)) + 2
    return {piece: round(UNIT * math.log2(total / n)) for piece, n in spread.items()}


def _sum(grams: Counter[str], weights: dict[str, int]) -> int:
    return sum([weights[piece] * n for piece, n in grams.items()])


def _shared(old: _Side, new: _Side, weights: dict[str, int]) -> dict[tuple[int, int], int]:
    """The weight that two paragraphs share, where they share any and may go together."""
    where: dict[str, list[tuple[int, int]]] = {}
    for i, grams in enumerate(old.grams):
        for piece, n in grams.items():
            where.setdefault(piece, []).append((i, n))
    groups = [_apart(unit) for unit in old.units]
    shared: dict[tuple[int, int], int] = {}
    for j, grams in enumerate(new.grams):
        row = [0] * len(groups)
        for piece, n in grams.items():
            weight = weights[piece]
            for i, m in where.get(piece, ()):
                row[i] += weight * (m if m < n else n)
        group = _apart(new.units[j])
        shared |= {(i, j): w for i, w in enumerate(row) if w and groups[i] == group}
    return shared


def _apart(unit: KeyedText) -> str:
    return unit.group if unit.group in APART else ""


def _alike(old: _Side, new: _Side, shared: dict[tuple[int, int], int], i: int, j: int) -> float:
    both = old.sums[i] + new.sums[j]
    return 2 * shared.get((i, j), 0) / both if both else 0.0


def _one_to_one(
    old: _Side, new: _Side, shared: dict[tuple[int, int], int], one: dict[int, int], least: float
) -> None:
    """Add partners to `one`, the most alike first; of those alike, the nearest in the order."""

    def order(pair: tuple[int, int]) -> tuple[float, int, int, int]:
        i, j = pair
        apart = abs(i * len(new.units) - j * len(old.units))
        return -_alike(old, new, shared, i, j), apart, j, i

    def may(i: int, j: int) -> bool:
        named = new.units[j].group in ("title", "enacting")
        return named or _alike(old, new, shared, i, j) >= least

    taken = set(one.values())
    for i, j in sorted([pair for pair in shared if may(*pair)], key=order):
        if i not in one and j not in taken:
            one[i] = j
            taken.add(j)


def _slots(old: _Side, new: _Side, shared: dict[tuple[int, int], int], one: dict[int, int]) -> None:
    """A paragraph redrafted in its place: the ones before and behind it are partners."""
    taken = set(one.values())
    for i in range(1, len(old.units) - 1):
        j = one.get(i - 1, -2) + 1
        if i in one or j in taken or one.get(i + 1) != j + 1:
            continue
        same = old.units[i].group == new.units[j].group
        if same and _alike(old, new, shared, i, j) >= SLOT:
            one[i] = j
            taken.add(j)


def _recalled(older: Sequence[KeyedText], newer: Sequence[KeyedText], one: dict[int, int]) -> None:
    """Preambular paragraphs without a partner: what they name is what they are about.

    The follow-up to the Thirteenth Congress goes on from that to the Twelfth, whatever its number.
    """
    old, new, weights = _weighed(older, newer, WRITTEN_OUT)
    taken = set(one.values())
    shared = {
        (i, j): weight
        for (i, j), weight in _shared(old, new, weights).items()
        if i not in one and j not in taken
        if older[i].group == newer[j].group == "preamble"
    }
    _one_to_one(old, new, shared, one, RECALLED)


def _left_over(
    old: _Side,
    new: _Side,
    shared: dict[tuple[int, int], int],
    one: dict[int, int],
    weights: dict[str, int],
    sources: dict[int, list[int]],
) -> set[int]:
    """Add old paragraphs merged into others to `sources`, and new ones that were split off.

    What counts is only what the partner does not explain. Returns the new ones that are split.
    """
    back = {j: i for i, j in one.items()}
    merged: dict[int, list[int]] = {}
    split: dict[int, int] = {}

    def rest(whole: Counter[str], explained: Counter[str], part: Counter[str], total: int) -> float:
        common = (whole - explained) & part
        return _sum(common, weights) / total if total else 0.0

    for i, own in enumerate(old.grams):
        found = [
            (rest(new.grams[j], old.grams[back[j]], own, old.sums[i]), -j)
            for j in back
            if i not in one
            and (i, j) in shared
            and _alike(old, new, shared, i, j) >= LEAST
            and new.units[j].group not in APART
        ]
        if found and max(found)[0] >= LEFT_OVER:
            merged.setdefault(-max(found)[1], []).append(i)
    for j, own in enumerate(new.grams):
        found = [
            (rest(old.grams[i], new.grams[one[i]], own, new.sums[j]), -i)
            for i in one
            if j not in back
            and (i, j) in shared
            and _alike(old, new, shared, i, j) >= LEAST
            and old.units[i].group not in APART
        ]
        if found and max(found)[0] >= LEFT_OVER:
            split[j] = -max(found)[1]
    for j, those in merged.items():
        sources[j] = sorted([*sources[j], *those])
    for j, i in split.items():
        sources[j] = [i]
    return {*split, *(one[i] for i in split.values())}


def _pairs(
    old: _Side, new: _Side, sources: dict[int, list[int]], split: set[int]
) -> tuple[Pair, ...]:
    pairs = []
    for j, unit in enumerate(new.units):
        those = sources.get(j, [])
        keys = tuple(old.units[i].key for i in those)
        relation = _relation([old.units[i].text for i in those], unit.text, j in split)
        parts = {old.units[i].group for i in those}
        moved = unit.group in PARTS and bool(parts) and parts.isdisjoint({unit.group, "other"})
        pairs.append(Pair(new=unit.key, old=keys, relation=relation, moved=moved))
    kept = {i for those in sources.values() for i in those}
    gone = [
        Pair(new=None, old=(unit.key,), relation="dropped")
        for i, unit in enumerate(old.units)
        if i not in kept
    ]
    return (*pairs, *gone)


def _relation(texts: Sequence[str], text: str, split: bool) -> Relation:
    if not texts:
        return "new"
    if len(texts) > 1:
        return "merged"
    if split:
        return "split"
    return "same" if fold(texts[0]).replace(" ", "") == fold(text).replace(" ", "") else "edited"
