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
# The blank stands first: the search for a match then leaps from blank to blank.
GAPS = re.compile(rf" (?=[0-9])(?<=[{HAN}] )| (?=[{HAN}])(?<=[0-9] )")
BLANKS = re.compile("  +")


@cache
def simplified() -> dict[str, str]:
    """Traditional characters with exactly one simplified form, from OpenCC's table.

    Only those a script holds in one unit: it would see the others as two.
    """
    table = Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt"
    pairs = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
    forms = {left: right.split() for left, right in pairs}
    single = {a: b[0] for a, b in forms.items() if b != [a] and len(b) == 1}
    # 薴 → 苧 → 苎: what is simplified once more would make folding twice another thing.
    final = {a: single.get(b, b) for a, b in single.items()}
    return {a: b for a, b in final.items() if max(a + b) < "\U00010000"}


def fold_character(character: str) -> str:
    """What one character becomes: nothing, one character or several."""
    normal = unicodedata.normalize("NFKC", character)
    normal = "".join(simplified().get(each, each) for each in normal).lower()
    bare = "".join(
        each
        for each in unicodedata.normalize("NFD", normal)
        if not unicodedata.category(each).startswith("M")
    )
    return " " if bare.isspace() else bare.translate(SAME)


class _Folded(dict[int, str]):
    """Every character seen so far, by its number, and what it becomes."""

    def __missing__(self, number: int) -> str:
        folded = self[number] = fold_character(chr(number))
        return folded


FOLDED = _Folded()


def fold(text: str) -> str:
    """A text as it is compared. Idempotent; empty where nothing is left to compare."""
    folded = text.translate(FOLDED)
    if "  " in folded:
        folded = BLANKS.sub(" ", folded)
    return GAPS.sub("", folded).strip(" ")
