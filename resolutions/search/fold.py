"""How a text and a query are made alike before they are compared.

Character by character, so that the same few lines of script do the same in a browser and can
say where in the text a match stands: NFKC, traditional to simplified, lower case, marks above and
below letters away, alef and ya of one form, Arabic-Indic figures as 0 to 9, ligatures as two
letters, apostrophes and hyphens of one form, characters nobody sees away. Then blanks between a
Chinese character and a figure vanish; other runs of blanks become one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import opencc

SAME = str.maketrans({"ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": ""})
APOSTROPHES = "’‘‛ʼʹ′`´"
HYPHENS = "‐‑‒–−"
LIGATURES = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"}
UNSEEN = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
EMBEDDING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# What is settled before anything else is done to a character.
FIRST = (
    dict.fromkeys(APOSTROPHES, "'")
    | LIGATURES
    | dict.fromkeys(HYPHENS, "-")
    | dict.fromkeys(UNSEEN + EMBEDDING, "")
    | {chr(zero + n): str(n) for zero in (0x660, 0x6F0) for n in range(10)}
)
KEPT = "覆"  # simplified as it is: 覆盖; OpenCC's second candidate, 复, is another word
HAN = "㐀-鿿豈-﫿"
# The blank stands first: the search for a match then leaps from blank to blank.
GAPS = re.compile(rf" (?=[0-9])(?<=[{HAN}] )| (?=[{HAN}])(?<=[0-9] )")
BLANKS = re.compile("  +")


@cache
def simplified() -> dict[str, str]:
    """Traditional characters and the simplified form of each, from OpenCC's table.

    Of several candidates the first, which is the one in common use (戰 战 𢧐); where that is the
    character itself, the next (藉 藉 借): texts and queries are folded alike, 藉 finds both.
    Only characters of the Basic Multilingual Plane: JavaScript holds any other as two code units.
    """
    table = Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt"
    pairs = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
    forms = {left: right.split() for left, right in pairs}
    others = {a: [each for each in b if each != a] for a, b in forms.items() if a not in KEPT}
    single = {a: b[0] for a, b in others.items() if b}
    # 薴 → 苧 → 苎: what is simplified once more would make folding twice another thing.
    final = {a: single.get(b, b) for a, b in single.items()}
    return {a: b for a, b in final.items() if max(a + b) < "\U00010000"}


def fold_character(character: str) -> str:
    """What one character becomes: nothing, one character or several."""
    if character in FIRST:
        return FIRST[character]
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
