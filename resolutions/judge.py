"""Part of `tag`: whether a paragraph is about a theme (`focus`) or names it (`mention`).

Words are about a theme unless they stand in a shadow: in the title of an instrument, in what is
recalled, in an aside, or in an enumeration of four kinds of crime or four instruments.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from resolutions.models import Span, Strength

TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
QUOTATION = re.compile(r"“[^”]*”")
STOP = re.compile(r"[，；。：]")
# "，其中大会敦促": the point begins here, whatever was recalled before
POINT = r"，(?:其中|其内容|大会在|理事会在|委员会在|并(?!考虑到)|还|又|此外|强调|在这方面|敦促|鼓励|促请|请)"
RECALLED = (  # "回顾其关于腐败的第 62/202 号决议"
    r"(?:{recalls})(?:其|大会|(?:经济及社会|人权|安全)理事会|[^，；。]{0,12}委员会|关于|《|题为|所有|会员国)"
    r"[^；。]*?(?:决议|决定|宣言|公约|议定书|战略|承诺)[^；。]*?(?=" + POINT + r"|[；。]|，$|$)"
)
BY = re.compile(r"(?:根据|依照|按照|除|酌情包括|例如通过了|载于)[^，；。]{0,12}$")  # 根据《公约》
PARTIES = re.compile(r"\s*(?:的|各)?缔约(?:国|方)(?!会议|大会)")  # 《公约》缔约国
SEPARATOR = re.compile(
    r"[、，；。：]|(?<!饱)和(?!平|谐)|(?<![参])与(?!会)|(?<![涉普危])以?及(?![其时])|并|或"
)


class Hit(NamedTuple):
    """Words that name a theme, and what their rule says of its strength."""

    span: Span
    strength: Literal["judge", "focus", "mention"]


class Bearings(NamedTuple):
    """The words by which a reader finds the way, from `lists.yml`."""

    bodies: re.Pattern[str] | None = None
    side: re.Pattern[str] | None = None
    recalled: re.Pattern[str] | None = None
    asks: re.Pattern[str] | None = None
    crimes: tuple[re.Pattern[str], ...] = ()


class Reader:
    """Where things stand in a paragraph: titles, names of bodies, clauses, shadows."""

    def __init__(self, text: str, bearings: Bearings) -> None:
        self.text = text
        self.bearings = bearings
        self.titles = _spans(TITLE, text)
        self.closed = [*self.titles, *_spans(QUOTATION, text)]
        self.names = _spans(bearings.bodies, text)
        self.stops = [
            0,
            *(m.end() for m in STOP.finditer(text) if not _within(m.start(), self.closed)),
            len(text),
        ]
        self.recalled = _spans(bearings.recalled, text)
        self.shadows = [*self.recalled, *self._asides(), *self._lists(), *self._titles()]

    def clause_at(self, offset: int) -> Span:
        """The clause, between commas, in which an offset stands."""
        place = min(bisect_right(self.stops, offset), len(self.stops) - 1)
        return Span(self.stops[place - 1], self.stops[place])

    def sentence_at(self, offset: int) -> str:
        """The words of the clause in which an offset stands."""
        return self.text[slice(*self.clause_at(offset))]

    def named(self, span: Span) -> bool:
        """Whether words are part of the name of a general body."""
        return any(_holds(each, span) for each in self.names)

    def shadowed(self, span: Span) -> bool:
        """Whether words stand where they only mention."""
        return any(_holds(each, span) for each in self.shadows)

    def _asides(self) -> Iterator[Span]:
        for span in _spans(self.bearings.side, self.text):
            if not _within(span.start, self.closed):
                yield Span(span.start, self.clause_at(span.start).end)

    def _lists(self) -> Iterator[Span]:
        """Enumerations of four kinds of crime or more: 贩运人口、偷运移民、腐败和恐怖主义."""
        run: list[tuple[Span, set[int]]] = []
        for piece in self._pieces():
            kinds = self._kinds(piece)
            if kinds:
                run.append((piece, kinds))
        kinds = set().union(*(each for _, each in run))
        if len(run) >= 4 and len(kinds) >= 4:
            yield Span(run[0][0].start, run[-1][0].end)

    def _pieces(self) -> Iterator[Span]:
        start = 0
        for match in SEPARATOR.finditer(self.text):
            yield Span(start, match.start())
            start = match.end()
        yield Span(start, len(self.text))

    def _kinds(self, piece: Span) -> set[int]:
        words = self.text[slice(*piece)]
        return {n for n, crime in enumerate(self.bearings.crimes) if crime.search(words)}

    def _titles(self) -> Iterator[Span]:
        """Titles of instruments of which nothing is asked, or more than three."""
        many = len({self.text[slice(*each)] for each in self.titles}) > 3
        for title in self.titles:
            before, after = self.text[: title.start], self.text[title.end :]
            asked = self.bearings.asks and self.bearings.asks.search(self.sentence_at(title.start))
            if many or not asked or BY.search(before) or PARTIES.match(after):
                yield title


def judge(hits: Sequence[Hit], reader: Reader) -> Strength:
    """Say how strong a theme is from where its words stand."""
    if any(hit.strength == "focus" for hit in hits):
        return "focus"
    free = [hit for hit in hits if hit.strength == "judge" and not reader.shadowed(hit.span)]
    return "focus" if free else "mention"


def _spans(pattern: re.Pattern[str] | None, text: str) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text)] if pattern else []


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _within(offset: int, spans: Sequence[Span]) -> bool:
    return any(each.start <= offset < each.end for each in spans)
