"""What was added and dropped between two wordings, word by word.

The longest stretch that both have in common, then the same again before it and behind it
(Ratcliff and Obershelp, as in `difflib`): what a reader takes for unchanged. A sign or a lone
character that stays between two changes is taken into them. `docs/assets/compare/changes.js`
does the same in a browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal, NamedTuple

from resolutions.model.findings import Findings

Kind = Literal["same", "added", "dropped"]
WORD = re.compile(r"[㐀-鿿]|[^\W㐀-鿿]+|\s+|[^\w\s]")  # where a text is not cut into words
SHORT = re.compile(r"[\W_]*\w?[\W_]*")  # too little to stay between two changes


class Change(NamedTuple):
    """A stretch of text, and what became of it."""

    kind: Kind
    text: str


def words(text: str, findings: Findings | None = None) -> list[str]:
    """The words that tile a text: as they were found, else runs of letters, single signs."""
    edges = findings.edges if findings else []
    if edges and edges[-1] == len(text):
        return [text[start:end] for start, end in pairwise(edges)]
    return WORD.findall(text)


def changes(old: Sequence[str], new: Sequence[str]) -> tuple[Change, ...]:
    """The new wording with what it dropped of the old, in one row; neighbours differ in kind."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    told: list[Change] = []
    for _, i, i_end, j, j_end in matcher.get_opcodes():
        if old[i:i_end] == new[j:j_end]:
            told.append(Change("same", "".join(new[j:j_end])))
            continue
        told.append(Change("dropped", "".join(old[i:i_end])))
        told.append(Change("added", "".join(new[j:j_end])))
    return tuple(_joined(_without_islands(told)))


def _without_islands(told: Sequence[Change]) -> Iterable[Change]:
    for at, each in enumerate(told):
        inside = 0 < at < len(told) - 1
        if each.kind == "same" and inside and SHORT.fullmatch(each.text):
            yield Change("dropped", each.text)
            yield Change("added", each.text)
        else:
            yield each


def _joined(told: Iterable[Change]) -> Iterable[Change]:
    """Between two stretches that stay: what is dropped, then what is added."""
    held: dict[Kind, str] = {"dropped": "", "added": ""}
    for each in (*told, Change("same", "")):
        if each.kind != "same":
            held[each.kind] += each.text
            continue
        for kind in ("dropped", "added"):
            if held[kind]:
                yield Change(kind, held[kind])
        held = {"dropped": "", "added": ""}
        if each.text:
            yield each
