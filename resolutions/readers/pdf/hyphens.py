"""Part of `pdf`: hyphens that a machine put at the ends of lines, taken out where that is sure.

The UN's English is never hyphenated by the machine: there it stays. In another language a hyphen
goes where the whole word is printed elsewhere and the word with its hyphen is not, and where
the file is seen to be hyphenated so; what is not proved by the words themselves is told.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from resolutions.model.document import Claim
from resolutions.readers.akn.inline import Stretch
from resolutions.readers.pdf.rows import Row

CUT = re.compile(r"(?P<word>[^\W\d_]{2,})[-‐]$")
REST = re.compile(r"[^\W\d_]+")
PROOFS = 3  # so many proved words show that a file is hyphenated by the machine


class Mended(NamedTuple):
    """Rows of which some are cut in a word, what was taken out, and what is doubtful."""

    rows: list[Row]
    claims: list[Claim]
    doubts: list[tuple[int, str, str]]


def mended(rows: Sequence[Row]) -> Mended:
    """Take the hyphens out."""
    cuts = {
        place: (f"{word['word']}{rest[0]}", f"{word['word']}-{rest[0]}")
        for place, (above, below) in enumerate(itertools.pairwise(rows))
        if (word := CUT.search(above.text)) and (rest := REST.match(below.text))
        if rest[0].islower()
    }
    printed = " ".join(row.text for row in rows)
    words = set(re.findall(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*", printed))
    proved = {n for n, (whole, cut) in cuts.items() if whole in words and cut not in words}
    made = Mended(list(rows), [], [])
    for place, (whole, cut) in cuts.items():
        if place in proved or (len(proved) >= PROOFS and cut not in words):
            made.rows[place], claim = _without(rows[place])
            made.claims.append(claim)
        if place not in proved and cut not in words:
            message = f"{cut[:60]!r} at the end of a line may be {whole[:60]!r}"
            made.doubts.append((rows[place].number, "doubtful-hyphen", message))
    return made


def _without(row: Row) -> tuple[Row, Claim]:
    """A row without the hyphen at its end, which is where its word is cut."""
    tokens = list(row.tokens)
    place = max(n for n, t in enumerate(tokens) if isinstance(t, Stretch) and t.run.text.strip())
    token = tokens[place]
    assert isinstance(token, Stretch)
    text = token.run.text.rstrip()
    end = token.run.start + len(text)
    hyphen = token.run._replace(start=end - 1, end=end, text=text[-1])
    tokens[place] = token._replace(run=token.run._replace(end=end - 1, text=text[:-1]))
    cut = replace(row, tokens=tuple(tokens[: place + 1]), text=row.text[:-1], cut=True)
    return cut, Claim(hyphen, "artefact:line-end-hyphen")
