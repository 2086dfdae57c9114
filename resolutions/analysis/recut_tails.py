"""Part of `recut`: the tail of a paragraph, in a paragraph of its own -> joined to it."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from resolutions.analysis.pieces import joined
from resolutions.analysis.stretches import Pairs, stretch_of
from resolutions.model.document import Document, Paragraph

KEPT = ("title", "heading", "enacting", "table", "preambular")  # what is no tail
ENDED = re.compile(r"[.,;:!?。，；：！？،؛؟][\s”’»)）]*$")
NEARER = 0.1  # of logarithms: by how much the two together must be nearer to their original


def join_tails(document: Document, hub: Document, pairs: Pairs) -> Document:
    """Join what has no partner to the paragraph before it, whose sentence it ends."""
    units = document.paragraphs
    made: list[Paragraph] = []
    for own, paragraph in enumerate(units):
        around = stretch_of(pairs, own, own, len(units), len(hub.paragraphs))
        if own not in pairs and own - 1 in pairs and not around.there:
            main = hub.paragraphs[pairs[own - 1]]
            rest = {place: at for place, at in pairs.items() if place != own - 1}
            length = len(main.text) * _measure(document, hub, rest)
            if _goes_on(units[own - 1], paragraph, length):
                made[-1] = joined(made[-1], paragraph)
                continue
        made.append(paragraph)
    return document if len(made) == len(units) else replace(document, paragraphs=tuple(made))


def _measure(document: Document, hub: Document, pairs: Pairs) -> float:
    """How many characters of a text stand for one of the hub, by what they share."""
    own = sum(len(document.paragraphs[place].text) for place in pairs)
    return own / max(1, sum(len(hub.paragraphs[place].text) for place in pairs.values()))


def _goes_on(first: Paragraph, second: Paragraph, length: float) -> bool:
    """Whether a paragraph ends the sentence of the one before, which is to be `length` long.

    It does where the first has not ended, and the two together are not too long; or where a clause
    without a label and a capital follows it (and demands that …), and they are nearer to `length`.
    """
    if {first.kind, second.kind} & set(KEPT) or second.label or not second.text:
        return False
    apart, together = (
        abs(math.log(max(each, 1) / max(length, 1)))
        for each in (len(first.text), len(first.text) + len(second.text))
    )
    if not ENDED.search(first.text):
        return together < apart + NEARER and not second.text[0].isupper()
    return together + NEARER < apart and second.text[0].islower()
