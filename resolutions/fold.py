"""How a text and a query are made alike before they are compared.

Character by character, so that the same few lines of script do the same in a browser and can
say where in the text a match stands: NFKC, traditional to simplified where the table has one
candidate, lower case, marks above and below letters away, alef and ya of one form. Then blanks
between a Chinese character and a figure vanish; other runs of blanks become one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import opencc

SAME = str.maketrans({"ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "", "’": "'", "‘": "'"})
HAN = "㐀-鿿豈-﫿"
GAPS = re.compile(rf"(?<=[{HAN}]) +(?=[0-9])|(?<=[0-9]) +(?=[{HAN}])")


@cache
def simplified() -> dict[str, str]:
    """Traditional characters with exactly one simplified form, from OpenCC's table."""
    table = Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt"
    pairs = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
    forms = {left: right.split() for left, right in pairs}
    return {left: right[0] for left, right in forms.items() if right != [left] and len(right) == 1}


@cache
def fold_character(character: str) -> str:
    """What one character becomes: nothing, one character or several."""
    normal = unicodedata.normalize("NFKC", character)
    normal = "".join(simplified().get(each, each) for each in normal).lower()
    bare = "".join(
        each for each in unicodedata.normalize("NFD", normal) if not unicodedata.combining(each)
    )
    return " " if bare.isspace() else bare.translate(SAME)


def fold(text: str) -> str:
    """A text as it is compared. Idempotent; empty where nothing is left to compare."""
    folded = "".join(fold_character(character) for character in text)
    return GAPS.sub("", re.sub(" +", " ", folded)).strip()
