"""Forms of a name that differ in case or number alone are for the search alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from resolutions.model.records import Language

CASED = {"ru", "ar"}  # elsewhere likeness misleads: traite is no form of trafic
ENDING = 3  # letters of a Russian word, at most
ARTICLE = 2  # letters of the Arabic one, written as part of the word


def told_apart(language: Language, name: str, variants: Iterable[str]) -> tuple[str, ...]:
    """The variants that readers see: more than endings differ from the name and those before."""
    if language not in CASED:
        return tuple(variants)
    shown = [name]
    for variant in variants:
        if not any(_alike(language, each, variant) for each in shown):
            shown.append(variant)
    return tuple(shown[1:])


def _alike(language: Language, one: str, other: str) -> bool:
    ours, theirs = (re.split(r"[\s-]+", each.lower()) for each in (one, other))
    alike = _bare if language == "ar" else _cased
    return len(ours) == len(theirs) and all(map(alike, ours, theirs))


def _bare(one: str, other: str) -> bool:
    """Whether two Arabic words are one but for the article and the vowel of a plural."""
    shorter, longer = sorted((one, other), key=len)
    rest = longer[len(longer) - len(shorter) :]
    same = shorter[:-2] + shorter[-1:] == rest[:-2] + rest[-1:]
    return same and len(longer) - len(shorter) in (0, ARTICLE)


def _cased(one: str, other: str) -> bool:
    """Whether two words are one but for the ending: дети, детьми."""
    longer = max(len(one), len(other))
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return same == longer or (same * 2 >= longer and longer - same <= ENDING)
