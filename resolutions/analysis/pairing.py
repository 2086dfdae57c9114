"""Which paragraphs of two language versions are one: by place, number, level, figures and length.

Texts with equally many paragraphs pair by position, unless numbers or links at some positions
contradict it. Otherwise the order-preserving pairing with the greatest total likeness is sought
(Needleman-Wunsch, in a band); what is left over then pairs where as much of it stands between two
pairs on both sides, and out of order where its number, or what it cites, occurs once on both.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from resolutions.model.document import Document, Paragraph
from resolutions.model.records import Language, ParagraphKind

COUNTED = re.compile(r"(?:.*-)?(?:pp|h|x)\d+(?:_\d+)?")  # by order alone: pp3, annex-x2
NUMBER = re.compile(r"\s*(\d{1,4})(?!\d)")  # the number of a label: 5., 5 bis
FIGURES = re.compile(r"\d{2,}")
LENGTHS = {"zh": 1.0, "en": 3.2, "fr": 3.7, "es": 3.7, "ru": 3.6, "ar": 2.9}  # a Chinese sign
SKIP = -0.6  # what a unit without a partner costs
NEVER = -1e9
BAND = 80  # cells beside the diagonal that are tried, beyond the difference in length
AT_ODDS = 0.02  # share of contradicted positions above which texts are not paired by position
ALIKE = 2.0  # likeness from which units pair out of order
LONG = 60  # Chinese characters: a paragraph as long as this …
NEAR = 0.7  # difference of logarithms of lengths, up to which two may be one …
SHORT = 20  # Chinese characters; of other kinds only where both are longer
TOLD_APART = 3.0  # … is no translation of one so many times shorter


def pair(main: Document, other: Document) -> dict[int, int]:
    """The places in `main` of the units of `other` that have a partner there."""
    ours = [Traits(each, main.language) for each in main.paragraphs]
    theirs = [Traits(each, other.language) for each in other.paragraphs]
    if len(ours) == len(theirs) and _by_position(ours, theirs):
        return {place: place for place in range(len(ours))}
    pairs = _in_order(ours, theirs)
    pairs |= _between(ours, theirs, pairs)
    return pairs | _across(ours, theirs, pairs)


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


class Traits:
    """What two texts of one paragraph share whatever their languages."""

    def __init__(self, paragraph: Paragraph, language: Language) -> None:
        self.key, self.kind = paragraph.key, paragraph.kind
        self.counted = bool(COUNTED.fullmatch(paragraph.key))
        self.name = "" if self.counted else re.sub(r"_\d+$", "", paragraph.key.rsplit("-", 1)[-1])
        number = NUMBER.match(paragraph.label) if paragraph.kind != "title" else None
        self.number = int(number[1]) if number else None
        self.signs = set(FIGURES.findall(paragraph.text))
        self.signs |= {f"note {note.label}" for note in paragraph.notes}
        self.links = {target for _, target in paragraph.links}
        self.size = (1 + len(paragraph.text)) / LENGTHS.get(language, 3.5)
        self.fixed = self.kind in ("title", "enacting", "table")

    @property
    def key_and_kind(self) -> tuple[str, str]:
        """What its own text calls it."""
        return self.key, self.kind

    def contradicts(self, other: Traits, numbered: bool = True) -> bool:
        """Whether two units of one place cannot well be one paragraph."""
        if self.fixed != other.fixed or (self.fixed and self.kind != other.kind):
            return True
        if numbered and None not in (self.number, other.number) and self.number != other.number:
            return True
        if self.links and other.links:
            return not self.links & other.links
        if self.signs and other.signs and not self.signs & other.signs:
            return True
        longer, shorter = max(self.size, other.size), min(self.size, other.size)
        return longer > LONG and longer > TOLD_APART * shorter

    def is_like(self, other: Traits) -> bool:
        """Whether two units can be one paragraph, whatever numbers they bear."""
        near = abs(math.log(self.size / other.size)) < NEAR
        long = min(self.size, other.size) > SHORT
        return near and (long or self.kind == other.kind) and not self.contradicts(other, False)

    def likeness(self, other: Traits) -> float:
        """From about -5 to 6; NEVER where the two cannot be one paragraph."""
        if self.fixed != other.fixed or (self.fixed and self.kind != other.kind):
            return NEVER
        mine, its = self.signs | self.links, other.signs | other.links
        union = mine | its
        shared = len(mine & its) / len(union) if union else 0.4
        value = 3 * shared - (0.0 if shared else 0.5)
        value -= abs(math.log(self.size / other.size))
        value -= 0.0 if self.kind == other.kind else 0.3
        if self.number is not None and other.number is not None:
            value += 2.0 if self.number == other.number else -3.0
        elif (self.number is None) != (other.number is None):
            value -= 0.5
        elif self.name and other.name:
            value += 1.0 if self.name == other.name else -1.0
        return value + (0.5 if self.key == other.key and not self.counted else 0.0)


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
            line[column] = found
        best.append(line)
    pairs: dict[int, int] = {}
    row, column = height, width
    while row or column:
        way = best[row].get(column, (NEVER, "up"))[1]
        if way == "with":
            row, column = row - 1, column - 1
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
