"""Part of `tag`: whether a paragraph is about a theme (`focus`) or names it (`mention`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from resolutions.models import Span, Strength

TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
QUOTATION = re.compile(r"“[^”]*”")


class Hit(NamedTuple):
    """Words that name a theme, and what their rule says of its strength."""

    span: Span
    strength: Literal["judge", "focus", "mention"]


class Reader:
    """Where things stand in a paragraph: titles, quotations, sentences, lists."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.titles = [Span(*match.span()) for match in TITLE.finditer(text)]
        self.quotations = [Span(*match.span()) for match in QUOTATION.finditer(text)]
        self.stops = [0, *(match.end() for match in re.finditer(r"[，；。：]", text)), len(text)]

    def sentence_at(self, offset: int) -> str:
        """The clause, between commas, in which an offset stands."""
        place = bisect_right(self.stops, offset)
        end = self.stops[place] if place < len(self.stops) else len(self.text)
        return self.text[self.stops[place - 1] : end]

    def in_title(self, span: Span) -> bool:
        """Whether words are part of the name of an instrument."""
        return any(each.start <= span.start and span.end <= each.end for each in self.titles)


def judge(hits: Sequence[Hit], reader: Reader) -> Strength:
    """Say how strong a theme is from where its words stand."""
    if any(hit.strength == "focus" for hit in hits):
        return "focus"
    free = [hit for hit in hits if hit.strength == "judge" and not reader.in_title(hit.span)]
    return "focus" if free else "mention"
