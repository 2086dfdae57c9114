"""Part of `pdf`: hyphens that a machine put at the ends of lines, taken out where that is sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from resolutions.model.document import Claim
from resolutions.readers.pdf.rows import Row
from resolutions.readers.printed.forms import Forms
from resolutions.readers.printed.hyphens import line_ends, without_hyphen


class Mended(NamedTuple):
    """Rows of which some are cut in a word, what was taken out, and what is doubtful."""

    rows: list[Row]
    claims: list[Claim]
    doubts: list[tuple[int, str, str]]


def mended(rows: Sequence[Row], known: Forms) -> Mended:
    """Take the hyphens out."""
    ends = line_ends([row.text for row in rows], known)
    doubts = [(rows[place].number, "doubtful-hyphen", message) for place, message in ends.doubts]
    made = Mended(list(rows), [], doubts)
    for place in sorted(ends.cut):
        row = rows[place]
        tokens, claim = without_hyphen(row.tokens)
        made.rows[place] = replace(row, tokens=tokens, text=row.text[:-1].rstrip(), cut=True)
        made.claims.append(claim)
    return made
