"""Which paragraphs of two language versions are one: by place and by their traits (`traits`).

Texts with equally many paragraphs pair by position, unless numbers or links at some positions
contradict it. Otherwise the order-preserving pairing with the greatest total likeness is sought
(Needleman-Wunsch, in a band), in which a unit may hold two of the other text; what is left over
then pairs where as much of it stands between two pairs on both sides, and out of order where its
number, or what it cites, occurs once on both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from resolutions.analysis.traits import LONG, NEVER, Traits
from resolutions.model.document import Document
from resolutions.model.records import ParagraphKind

SKIP = -0.6  # what a unit without a partner costs
BAND = 80  # cells beside the diagonal that are tried, beyond the difference in length
AT_ODDS = 0.02  # share of contradicted positions above which texts are not paired by position
ALIKE = 2.0  # likeness from which units pair out of order


def pair(main: Document, other: Document) -> dict[int, int]:
    """The places in `main` of the units of `other` that have a partner there."""
    ours, theirs = _traits(main), _traits(other)
    if len(ours) == len(theirs) and _by_position(ours, theirs):
        return {place: place for place in range(len(ours))}
    pairs = _in_order(ours, theirs)
    pairs |= _between(ours, theirs, pairs)
    return pairs | _across(ours, theirs, pairs)


def _traits(document: Document) -> list[Traits]:
    """The traits of each paragraph; of a long one, whether the text has had its words before."""
    found, said = [], set[str]()
    for each in document.paragraphs:
        found.append(Traits(each, document.language, again=each.text in said))
        if found[-1].size > LONG:
            said.add(each.text)
    return found


def _by_position(ours: Sequence[Traits], theirs: Sequence[Traits]) -> bool:
    """Whether nothing speaks against it that equally many paragraphs pair by position.

    Where all are of one kind at each place, numbers alone do not: one text may count 1, 1, 1, 2.
    A heading that nothing sets apart is of one kind with a heading.
    """
    both = list(zip(ours, theirs, strict=True))
    keyed = all(own.key_and_kind == each.key_and_kind for own, each in both)
    most = 1 if keyed else max(0, int(AT_ODDS * len(ours)))
    alike = all(own.fixed == each.fixed and _alike(own.kind, each.kind) for own, each in both)
    return sum(own.contradicts(each, numbered=not alike) for own, each in both) <= most


def _alike(one: ParagraphKind, other: ParagraphKind) -> bool:
    return one == other or {one, other} == {"heading", "unnumbered"}


def _in_order(ours: Sequence[Traits], theirs: Sequence[Traits]) -> dict[int, int]:
    """The order-preserving pairing of the greatest total likeness, near the diagonal."""
    width, height = len(ours), len(theirs)
    band = BAND + abs(width - height)
    best: list[dict[int, tuple[float, str]]] = [{0: (0.0, "")}]
    for column in range(1, min(width, band) + 1):
        best[0][column] = (SKIP * column, "left")
    for row in range(1, height + 1):
        middle = round(row * width / max(height, 1))
        above, line = best[-1], dict[int, tuple[float, str]]()
        for column in range(max(0, middle - band), min(width, middle + band) + 1):
            found = (NEVER, "up")
            if column in above:
                found = max(found, (above[column][0] + SKIP, "up"))
            if column - 1 in line:
                found = max(found, (line[column - 1][0] + SKIP, "left"))
            if column - 1 in above:
                like = theirs[row - 1].likeness(ours[column - 1])
                found = max(found, (above[column - 1][0] + like, "with"))
            if column - 2 in above:
                like = theirs[row - 1].holds(ours[column - 2], ours[column - 1])
                found = max(found, (above[column - 2][0] + like + SKIP, "both"))
            line[column] = found
        best.append(line)
    pairs: dict[int, int] = {}
    row, column = height, width
    while row or column:
        way = best[row].get(column, (NEVER, "up"))[1]
        if way == "with":
            row, column = row - 1, column - 1
            pairs[row] = column
        elif way == "both":  # it pairs with the first
            row, column = row - 1, column - 2
            pairs[row] = column
        elif way == "left" or row == 0:
            column -= 1
        else:
            row -= 1
    return pairs


def _between(
    ours: Sequence[Traits], theirs: Sequence[Traits], pairs: Mapping[int, int]
) -> dict[int, int]:
    """The pairs of what is left over between two pairs, where it is as much on both sides.

    A printed number that goes wrong, or a paragraph put among others, then parts no translation
    from its original; what is cited or counted in the two does, and a length that is another's.
    """
    found: dict[int, int] = {}
    ends = [(-1, -1), *sorted(pairs.items()), (len(theirs), len(ours))]
    for (place, at), (next_place, next_at) in pairwise(ends):
        gap = list(zip(range(place + 1, next_place), range(at + 1, next_at), strict=False))
        if len(gap) == next_place - place - 1 == next_at - at - 1 and all(
            theirs[one].is_like(ours[other]) for one, other in gap
        ):
            found.update(gap)
    return found


def _across(
    ours: Sequence[Traits], theirs: Sequence[Traits], pairs: Mapping[int, int]
) -> dict[int, int]:
    """The pairs of what is left over on both sides, and stands in another order."""
    found: dict[int, int] = {}
    taken = set(pairs.values())
    free = [place for place in range(len(ours)) if place not in taken]
    for place, own in enumerate(theirs):
        if place in pairs or not free:
            continue
        ranked = sorted(
            ((own.likeness(ours[at]), -abs(at - place), at) for at in free), reverse=True
        )
        if ranked[0][0] >= ALIKE and (len(ranked) == 1 or ranked[1][0] < ranked[0][0]):
            found[place] = ranked[0][2]
            free.remove(ranked[0][2])
    return found
