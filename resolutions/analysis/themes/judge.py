"""Part of `tag`: whether a paragraph is about a theme (`focus`) or names it (`mention`).

Words are about a theme unless they stand in a weak context: in the title of an instrument, in
what is recalled, in an aside, or in an enumeration of four kinds of crime or four instruments.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from resolutions.analysis.themes.contexts import Contexts
from resolutions.model.records import Span, Strength

NEAR = 30  # characters behind an enumeration that are still about it
CLAUSES = 7  # of a long paragraph: one of them, not the first, that takes up at most
SMALL = 0.2  # of its text says nothing of its point


class Hit(NamedTuple):
    """Words that name a theme, and what their rule says of its strength."""

    span: Span
    strength: Literal["judge", "focus", "mention"]


class Reader:
    """Where things stand in a paragraph: titles, names of bodies, clauses, weak contexts.

    Each is looked for when it is first asked for: many a paragraph has no theme to judge.
    """

    def __init__(self, text: str, contexts: Contexts) -> None:
        self.text = text
        self.contexts = contexts

    @cached_property
    def titles(self) -> list[Span]:
        """Titles of instruments."""
        return _spans(self.contexts.titles, self.text)

    @cached_property
    def closed(self) -> list[Span]:
        """Titles and quotations, in which no clause ends."""
        return [*self.titles, *_spans(self.contexts.quotations, self.text)]

    @cached_property
    def names(self) -> list[Span]:
        """Names of general bodies."""
        return _spans(self.contexts.bodies, self.text)

    @cached_property
    def stops(self) -> list[int]:
        """Where clauses begin, and where the last one ends."""
        stops = self.contexts.stops.finditer(self.text)
        ends = (m.end() for m in stops if not _within(m.start(), self.closed))
        return [0, *ends, len(self.text)]

    @cached_property
    def recalled(self) -> list[Span]:
        """What is only recalled."""
        return [
            each
            for each in _spans(self.contexts.recalled, self.text)
            if self._recalls(self.text[slice(*each)])
            and not self.contexts.renewed.search(self.text, each.end)
        ]

    @cached_property
    def asides(self) -> list[Span]:
        """What is said by the way."""
        return list(self._asides())

    @cached_property
    def firm(self) -> list[Span]:
        """The weak contexts to which no exception applies."""
        return [*self.recalled, *self._lists(), *self._titles()]

    def clause_at(self, offset: int) -> str:
        """The clause, between commas, in which an offset stands."""
        place = min(bisect_right(self.stops, offset), len(self.stops) - 1)
        return self.text[self.stops[place - 1] : self.stops[place]]

    def named(self, span: Span) -> bool:
        """Whether words are part of the name of a general body."""
        return any(_holds(each, span) for each in self.names)

    def recalls(self, span: Span) -> bool:
        """Whether words stand in what is only recalled."""
        return any(_holds(each, span) for each in self.recalled)

    def lone(self, spans: Sequence[Span]) -> bool:
        """Whether words stand in one short clause of a long paragraph, and not in its first.

        A title of which something is asked is no such clause, nor is what the organ opens anew.
        """
        clauses = {self.clause_at(span.start) for span in spans}
        if len(self.stops) <= CLAUSES or len(clauses) != 1 or _within(spans[0].start, self.titles):
            return False
        (clause,) = clauses
        short = len(clause) <= SMALL * len(self.text)
        first = self.text.startswith(clause)
        return short and not first and not self.contexts.opened.match(clause)

    def free(self, spans: Sequence[Span]) -> bool:
        """Whether one of them stands outside weak contexts, or in asides of three clauses."""
        left = [span for span in spans if not any(_meets(each, span) for each in self.firm)]
        aside = [span for span in left if any(self._aside(each, span) for each in self.asides)]
        return len(aside) < len(left) or len({self.clause_at(span.start) for span in aside}) > 2

    def _aside(self, aside: Span, words: Span) -> bool:
        """Whether words stand in an aside, and do not go round it: 赞扬包括…在内的民间社会."""
        round_it = words.start < aside.start and aside.end < words.end
        return _meets(aside, words) and not round_it

    def _recalls(self, words: str) -> bool:
        said = self.contexts.subject.sub("", words)
        return bool(self.contexts.resolved.search(words)) and not self.contexts.substance.search(
            said
        )

    def _asides(self) -> Iterator[Span]:
        for span in _spans(self.contexts.asides, self.text):
            if not _within(span.start, self.closed):
                yield span

    def _lists(self) -> Iterator[Span]:
        """Enumerations of four kinds of crime or more: 贩运人口、偷运移民、腐败和恐怖主义."""
        for run in self._runs():
            kinds = {kind for _, kind in run}
            start, end = run[0][0].start, run[-1][0].end
            if len(kinds) >= 4 and not self._linked(start, end):
                yield Span(start, end)

    def _linked(self, start: int, end: int) -> bool:
        """Whether the links between the crimes of an enumeration are the point."""
        ways = self.contexts
        after = ways.linked.search(self.text[start : end + NEAR])
        return bool(after or ways.linking.search(self.text[:start]))

    def _runs(self) -> Iterator[list[tuple[Span, int]]]:
        """Crimes side by side, with at most two other items between them."""
        run: list[tuple[Span, int]] = []
        others = 0
        for piece in self._pieces():
            crimes = list(self._crimes(piece))
            others = 0 if crimes else others + 1
            if run and (others > 2 or self._opens(piece, len(run))):
                yield run
                run = []
            run += crimes
        if run:
            yield run

    def _opens(self, piece: Span, length: int) -> bool:
        """Whether a new enumeration begins: after a stop, or with "including" after its heading."""
        before, words = self.text[: piece.start], self.text[slice(*piece)]
        if self.contexts.openers.search(before):
            return not self.contexts.goes_on.match(words)
        return bool(self.contexts.headings.search(before)) and length < 2

    def _pieces(self) -> Iterator[Span]:
        start = 0
        for match in self.contexts.separators.finditer(self.text):
            yield Span(start, match.start())
            start = match.end()
        yield Span(start, len(self.text))

    def _crimes(self, piece: Span) -> Iterator[tuple[Span, int]]:
        if not self.contexts.any_crime.search(self.text, piece.start, piece.end):
            return
        for kind, crime in enumerate(self.contexts.crimes):
            match = crime.search(self.text, piece.start, piece.end)
            if match and not _within(match.start(), self.titles):
                yield Span(max(piece.start, match.start() - 4), match.end()), kind

    def _titles(self) -> Iterator[Span]:
        """Titles of instruments of which nothing is asked, or more than three."""
        ways = self.contexts
        named = {self.text[slice(*each)] for each in self.titles}
        untitled = _spans(ways.treaties, self.text)
        many = sum(not ways.shortened.fullmatch(title) for title in named) + len(untitled) > 3
        if many:
            yield from untitled
        for title in self.titles:
            before, after = self.text[: title.start], self.text[title.end :]
            recalled = self.recalled and ways.content.search(before)
            clause = ways.named.sub("", self.clause_at(title.start))
            asked = ways.asks.search(clause) or ways.carried.search(after)
            parties = ways.parties.match(after) and not ways.joining.search(before)
            if many or not asked or recalled or ways.by.search(before) or parties:
                yield title


def judge(hits: Sequence[Hit], reader: Reader, measure: bool = False) -> Strength:
    """Say how strong a theme is from where its words stand.

    `measure`: the theme is something done (training, cooperation), for which one clause is enough.
    """
    if any(hit.strength == "focus" and not reader.recalls(hit.span) for hit in hits):
        return "focus"
    spans = [hit.span for hit in hits if hit.strength == "judge"]
    free = reader.free(spans) and (measure or not reader.lone(spans))
    return "focus" if free else "mention"


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text)]


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _within(offset: int, spans: Sequence[Span]) -> bool:
    return any(each.start <= offset < each.end for each in spans)
