"""Agreed language: paragraphs of different instruments that say the same, or nearly the same.

Two are alike by the pieces they share (`grams`), each counting the more the fewer paragraphs have
it. Those alike, and those like these, are one wording, told from its first use on.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from resolutions.comparison.grams import Grams
from resolutions.model.library import Place

ALIKE = 0.6  # of the weight of both, in both
SHORTEST = 20  # pieces of a paragraph that can be a wording: less is a phrase of every text
WIDEST = 60  # paragraphs with a piece, above which it leads to none
COMMON = 0.25  # of the weight of both: the most that such pieces can add


class Stated(NamedTuple):
    """A paragraph and its text, in the order of first use."""

    place: Place
    text: str


class WordingUse(NamedTuple):
    """A paragraph with a wording, and how like the use before it that it goes on from."""

    place: Place
    before: Place | None
    alike: float


def wordings(stated: Sequence[Stated], grams: Grams) -> list[tuple[WordingUse, ...]]:
    """Each wording that stands in two instruments or more: its uses, the oldest first."""
    counted = [grams(each.text) for each in stated]
    spread = Counter(piece for each in counted for piece in each)
    weights = {piece: math.log2((len(stated) + 2) / n) for piece, n in spread.items()}
    sums = [_sum(each, weights) for each in counted]
    before = dict(_likes(stated, counted, weights, sums, spread))
    groups: dict[int, list[int]] = defaultdict(list)
    first: dict[int, int] = {}
    for at in range(len(stated)):
        first[at] = first[before[at][0]] if at in before else at
        groups[first[at]].append(at)
    return [
        tuple(
            WordingUse(
                stated[at].place,
                stated[before[at][0]].place if at in before else None,
                before[at][1] if at in before else 1.0,
            )
            for at in group
        )
        for group in groups.values()
        if len({stated[at].place.slug for at in group}) > 1
    ]


def _sum(grams: Counter[str], weights: dict[str, float]) -> float:
    return sum(weights[piece] * n for piece, n in grams.items())


def _likes(
    stated: Sequence[Stated],
    counted: Sequence[Counter[str]],
    weights: dict[str, float],
    sums: Sequence[float],
    spread: Counter[str],
) -> Iterable[tuple[int, tuple[int, float]]]:
    """For each paragraph the earlier one of another instrument that it is most like, if it is."""
    where: dict[str, list[int]] = defaultdict(list)
    for at, grams in enumerate(counted):
        if sum(grams.values()) < SHORTEST:
            continue
        rare = [piece for piece in grams if spread[piece] <= WIDEST]
        shared: dict[int, float] = defaultdict(float)
        for piece in rare:
            weight, n = weights[piece], grams[piece]
            for i in where[piece]:
                shared[i] += weight * min(n, counted[i][piece])
            where[piece].append(at)
        found = [
            (2 * _sum(grams & counted[i], weights) / (sums[at] + sums[i]), i)
            for i, weight in shared.items()
            if 2 * weight >= (ALIKE - COMMON) * (sums[at] + sums[i])
            and stated[i].place.slug != stated[at].place.slug
        ]
        if found and max(found)[0] >= ALIKE:
            alike, i = max(found)
            yield at, (i, alike)
