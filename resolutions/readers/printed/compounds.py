"""Part of `printed`: words that are written with a hyphen (`data/compounds.yml`), by language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec
import yaml

from resolutions.model.records import Language
from resolutions.readers.printed.forms import FILE


@cache
def _table() -> dict[Language, str]:
    path = FILE.with_name("compounds.yml")
    return msgspec.convert(yaml.safe_load(path.read_text("utf-8")), dict[Language, str])


@cache
def compounds(language: Language) -> frozenset[str]:
    """The words of a language, in lower case; none for a language whose words have no hyphens."""
    return frozenset(_table().get(language, "").split())


def without_one(words: Iterable[str]) -> Mapping[str, int]:
    """Words with one hyphen left out, and where it stood: lowcarbon 3; not those that two
    words come to."""
    found = {
        (word[:at] + word[at + 1 :], at)
        for word in words
        for at, letter in enumerate(word)
        if letter == "-"
    }
    counts = Counter(short for short, _ in found)
    return {short: at for short, at in found if counts[short] == 1}
