"""Forms of a name that differ in case or number alone are for the search alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from resolutions.model.records import Language

CASED = {"ru"}  # elsewhere likeness misleads: traite is no form of trafic
ENDING = 3  # letters, at most


def told_apart(language: Language, name: str, variants: Iterable[str]) -> tuple[str, ...]:
    """The variants that readers see: more than endings differ from the name and those before."""
    if language not in CASED:
        return tuple(variants)
    shown = [name]
    for variant in variants:
        if not any(_alike(each, variant) for each in shown):
            shown.append(variant)
    return tuple(shown[1:])


def _alike(one: str, other: str) -> bool:
    ours, theirs = (re.split(r"[\s-]+", each.lower()) for each in (one, other))
    return len(ours) == len(theirs) and all(map(_cased, ours, theirs))


def _cased(one: str, other: str) -> bool:
    """Whether two words are one but for the ending: дети, детьми."""
    longer = max(len(one), len(other))
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return same == longer or (same * 2 >= longer and longer - same <= ENDING)
