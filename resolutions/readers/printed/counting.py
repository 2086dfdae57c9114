"""Part of `printed`: the number that words say: Forty-sixth, Quarante-sixième, 四十六 are 46."""

from __future__ import annotations

import re
from functools import cache

from resolutions.model.keys import han_number
from resolutions.model.records import Language
from resolutions.readers.printed.forms import table

JOINS = 3  # letters: et, and, y, и; a longer word must be a number


def session_number(words: str, language: Language) -> str:
    """The session a masthead names, as a figure; the words themselves where they say none."""
    if han := han_number(words):
        return str(han)
    if figures := re.match(r"\d+", words):  # 50º período
        return figures[0]
    text = words.lower()
    said = _stems(language)
    rest = re.findall(r"[^\W\d_]+", said.sub(" ", text)) if said else [text]
    found = [] if said is None else [_values(language)[each[1]] for each in said.finditer(text)]
    return str(sum(found)) if found and all(len(each) <= JOINS for each in rest) else words


def _values(language: Language) -> dict[str, int]:
    return dict(table().counting.get(language, {}))


@cache
def _stems(language: Language) -> re.Pattern[str] | None:
    """A stem and the end of its word: `sext|o`, `сорок|`; the longest stem first."""
    stems = sorted(_values(language), key=len, reverse=True)
    return re.compile(f"({'|'.join(stems)})(?:[^\\W\\d_]{{0,4}}(?![^\\W\\d_]))?") if stems else None
