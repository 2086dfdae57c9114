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
from collections.abc import Callable, Mapping, Sequence
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
    one = _one_to_one(old, new, shared, ALIKE)
    one |= _slots(old, new, shared, one)
    one |= _recalled(older, newer, one)
    sources, split = _sources(old, new, shared, one, weights)
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
    old: _Side, new: _Side, shared: dict[tuple[int, int], int], least: float
) -> dict[int, int]:
    """The partner of each old paragraph that has one: the most alike first, else the nearest."""

    def order(pair: tuple[int, int]) -> tuple[float, int, int, int]:
        i, j = pair
        apart = abs(i * len(new.units) - j * len(old.units))
        return -_alike(old, new, shared, i, j), apart, j, i

    def may(i: int, j: int) -> bool:
        named = new.units[j].group in ("title", "enacting")
        return named or _alike(old, new, shared, i, j) >= least

    one: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in sorted([pair for pair in shared if may(*pair)], key=order):
        if i not in one and j not in taken:
            one[i] = j
            taken.add(j)
    return one


def _slots(
    old: _Side, new: _Side, shared: dict[tuple[int, int], int], one: Mapping[int, int]
) -> dict[int, int]:
    """The partners of paragraphs redrafted in their place: those around them are partners."""
    taken = set(one.values())
    found: dict[int, int] = {}
    for i in range(1, len(old.units) - 1):
        j = one.get(i - 1, -2) + 1
        if i in one or j in taken or one.get(i + 1) != j + 1:
            continue
        same = old.units[i].group == new.units[j].group
        if same and _alike(old, new, shared, i, j) >= SLOT:
            found[i] = j
    return found


def _recalled(
    older: Sequence[KeyedText], newer: Sequence[KeyedText], one: Mapping[int, int]
) -> dict[int, int]:
    """Partners in the preamble for what has none: what paragraphs name is what they are about.

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
    return _one_to_one(old, new, shared, RECALLED)


def _sources(
    old: _Side,
    new: _Side,
    shared: dict[tuple[int, int], int],
    one: Mapping[int, int],
    weights: dict[str, int],
) -> tuple[dict[int, list[int]], set[int]]:
    """The old paragraphs that each new one goes on from, and which new ones are parts of one."""
    back = {j: i for i, j in one.items()}
    merged = _left_over(old, new, back, lambda i, j: _alike(old, new, shared, i, j), weights)
    split = _left_over(new, old, one, lambda j, i: _alike(old, new, shared, i, j), weights)
    sources = {j: sorted([i, *(k for k in merged if merged[k] == j)]) for i, j in one.items()}
    sources |= {j: [i] for j, i in split.items()}
    return sources, {*split, *(one[i] for i in split.values())}


def _left_over(
    own: _Side,
    other: _Side,
    partners: Mapping[int, int],
    alike: Callable[[int, int], float],
    weights: dict[str, int],
) -> dict[int, int]:
    """What of a side is left over, each with that on the other side in which most of it stands.

    What counts is only what the partner there does not explain. `partners`: on this side, of those
    on the other.
    """

    def found_in(at: int, place: int) -> float:
        rest = (other.grams[place] - own.grams[partners[place]]) & own.grams[at]
        return _sum(rest, weights) / own.sums[at] if own.sums[at] else 0.0

    found: dict[int, int] = {}
    for at in set(range(len(own.units))).difference(partners.values()):
        share, place = max(
            (
                (found_in(at, place), -place)
                for place in partners
                if alike(at, place) >= LEAST and other.units[place].group not in APART
            ),
            default=(0.0, 0),
        )
        if share >= LEFT_OVER:
            found[at] = -place
    return found


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
