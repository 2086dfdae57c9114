"""Part of `recut`: which paragraphs of one text stand where some of the other do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Pairs = Mapping[int, int]  # places of a text -> places in the hub


class Stretch(NamedTuple):
    """The places of two texts between two pairs."""

    here: range
    there: range

    @property
    def more(self) -> bool:
        """Whether more paragraphs stand here than there."""
        return len(self.here) > len(self.there)


def stretch_of(pairs: Pairs, first: int, last: int, size: int, other: int) -> Stretch:
    """What stands between the nearest pairs before `first` and behind `last`.

    `size` and `other`: how many paragraphs the two texts have. Empty where the pairs cross.
    """
    before = next((at for at in range(first - 1, -1, -1) if at in pairs), -1)
    behind = next((at for at in range(last + 1, size) if at in pairs), size)
    start, end = pairs.get(before, -1), pairs.get(behind, other)
    return Stretch(range(before + 1, behind), range(start + 1, max(start + 1, end)))
