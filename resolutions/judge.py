"""Part of `tag`: whether a paragraph is about a theme (`focus`) or names it (`mention`).

Words are about a theme unless they stand in a shadow: in the title of an instrument, in what is
recalled, in an aside, or in an enumeration of four kinds of crime or four instruments.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from resolutions.models import Span, Strength

TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
QUOTATION = re.compile(r"“[^”]*”")
STOP = re.compile(r"[，；。：]")
NAMED = r"“[^”]*”|《[^》]*》"
# 关于改进协调，打击贩运的第61/180号决议
SUBJECT = r"关于(?:《[^》]*》|[^；。《“]){2,120}?号(?:决议|决定)"
RECALLED = (  # "回顾其关于腐败的第 62/202 号决议", up to "，其中大会敦促"
    r"(?:(?:{recalls})(?=其|大会|(?:经济及社会|人权|安全)理事会|[^，；。]{0,12}委员会|关于|《|题为|所有"
    r"|会员国在|\d)|(?<=；)(?:以及)?(?=经济及社会理事会|大会|\s?\d{4}|《))"
    rf"(?:{SUBJECT}|{NAMED}|(?<=决议)：[^；。]*|，(?=以及|和|及|特别是|尤其是|包括|第?\d|题为)|[^，；。：“《])+"
)
RESOLVED = re.compile(r"决议|决定|宣言|公约|议定书|战略|承诺|《")
SUBSTANCE = re.compile(r"重要|最全面|必要|必须|应当|需要|作用|是国际|主要|义务|责任")
BY = re.compile(r"(?:根据|依照|按照|除|酌情包括|例如通过了|载于)[^，；。]{0,12}$")  # 根据《公约》
PARTIES = re.compile(  # 《公约》缔约国, asked for something else
    r"\s*(?:的|各)?缔约(?:国|方)(?!会议|大会|的会员国|[^，；。]{0,8}(?:执行|实施|支持|遵守|利用|运用))"
)
CARRIED = re.compile(  # 作出努力，实施其中所载各项原则
    r"(?:实施|执行|落实)(?:其中|该|这些)|具有[^，；。]{0,6}(?:意义|效用)"
)
RENEWED = re.compile(r"(?:实施|执行|落实)该《")  # 重申《战略》，并重申需要继续执行该《战略》
CONTENT = re.compile(r"其中[^；。]*$")  # 决议，其中大会敦促《公约》缔约国
TREATIES = re.compile(r"(?:、|和|以?及)有关[^，；。《》]{0,16}公约和议定书")
LINKED = re.compile(r"之间[^，；。]*联系")  # the links between crimes are the point
SEPARATOR = re.compile(
    r"[、，；。：]|包括|和(?!平|谐)|(?<!参)与(?!会)|(?<![涉普危])以?及(?![其时])|并|或"
)


class Hit(NamedTuple):
    """Words that name a theme, and what their rule says of its strength."""

    span: Span
    strength: Literal["judge", "focus", "mention"]


class Bearings(NamedTuple):
    """The words by which a reader finds the way, from `lists.yml`."""

    bodies: re.Pattern[str] | None = None
    asides: re.Pattern[str] | None = None
    recalled: re.Pattern[str] | None = None
    asks: re.Pattern[str] | None = None
    crimes: tuple[re.Pattern[str], ...] = ()
    any_crime: re.Pattern[str] | None = None


class Reader:
    """Where things stand in a paragraph: titles, names of bodies, clauses, shadows.

    Each is looked for when it is first asked for: many a paragraph has no theme to judge.
    """

    def __init__(self, text: str, bearings: Bearings) -> None:
        self.text = text
        self.bearings = bearings

    @cached_property
    def titles(self) -> list[Span]:
        """Titles of instruments: 《…》."""
        return _spans(TITLE, self.text)

    @cached_property
    def closed(self) -> list[Span]:
        """Titles and quotations, in which no clause ends."""
        return [*self.titles, *_spans(QUOTATION, self.text)]

    @cached_property
    def names(self) -> list[Span]:
        """Names of general bodies."""
        return _spans(self.bearings.bodies, self.text)

    @cached_property
    def stops(self) -> list[int]:
        """Where clauses begin, and where the last one ends."""
        ends = (m.end() for m in STOP.finditer(self.text) if not _within(m.start(), self.closed))
        return [0, *ends, len(self.text)]

    @cached_property
    def recalled(self) -> list[Span]:
        """What is only recalled."""
        return [
            each
            for each in _spans(self.bearings.recalled, self.text)
            if self._recalls(self.text[slice(*each)]) and not RENEWED.search(self.text, each.end)
        ]

    @cached_property
    def asides(self) -> list[Span]:
        """What is said by the way."""
        return list(self._asides())

    @cached_property
    def firm(self) -> list[Span]:
        """The shadows that nothing lifts."""
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

    def free(self, spans: Sequence[Span]) -> bool:
        """Whether one of them stands outside shadows, or asides of three clauses hold them."""
        left = [span for span in spans if not any(_meets(each, span) for each in self.firm)]
        aside = [span for span in left if any(_meets(each, span) for each in self.asides)]
        return len(aside) < len(left) or len({self.clause_at(span.start) for span in aside}) > 2

    @staticmethod
    def _recalls(words: str) -> bool:
        return bool(RESOLVED.search(words)) and not SUBSTANCE.search(
            re.sub(rf"{SUBJECT}|{NAMED}", "", words)
        )

    def _asides(self) -> Iterator[Span]:
        for span in _spans(self.bearings.asides, self.text):
            if not _within(span.start, self.closed):
                yield span

    def _lists(self) -> Iterator[Span]:
        """Enumerations of four kinds of crime or more: 贩运人口、偷运移民、腐败和恐怖主义."""
        for run in self._runs():
            kinds = {kind for _, kind in run}
            start, end = run[0][0].start, run[-1][0].end
            if len(kinds) >= 4 and not LINKED.search(self.text[start : end + 30]):
                yield Span(start, end)

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
        """Whether a new enumeration begins: after a stop, or with 包括 after its heading."""
        before, words = self.text[: piece.start], self.text[slice(*piece)]
        if re.search(r"[；。，](?:包括|并)?$", before):
            return not re.match(r"以?及|和|特别|$", words)
        return before.endswith("包括") and length < 2

    def _pieces(self) -> Iterator[Span]:
        start = 0
        for match in SEPARATOR.finditer(self.text):
            yield Span(start, match.start())
            start = match.end()
        yield Span(start, len(self.text))

    def _crimes(self, piece: Span) -> Iterator[tuple[Span, int]]:
        any_crime = self.bearings.any_crime
        if any_crime is None or not any_crime.search(self.text, piece.start, piece.end):
            return
        for kind, crime in enumerate(self.bearings.crimes):
            match = crime.search(self.text, piece.start, piece.end)
            if match and not _within(match.start(), self.titles):
                yield Span(max(piece.start, match.start() - 4), match.end()), kind

    def _titles(self) -> Iterator[Span]:
        """Titles of instruments of which nothing is asked, or more than three."""
        many = len({self.text[slice(*each)] for each in self.titles}) > 3
        if many:
            yield from _spans(TREATIES, self.text)
        for title in self.titles:
            before, after = self.text[: title.start], self.text[title.end :]
            recalled = self.recalled and CONTENT.search(before)
            clause = self.clause_at(title.start)
            asked = self.bearings.asks and self.bearings.asks.search(re.sub(NAMED, "", clause))
            asked = asked or CARRIED.search(after)
            if many or not asked or recalled or BY.search(before) or PARTIES.match(after):
                yield title


def judge(hits: Sequence[Hit], reader: Reader) -> Strength:
    """Say how strong a theme is from where its words stand."""
    if any(hit.strength == "focus" and not reader.recalls(hit.span) for hit in hits):
        return "focus"
    free = reader.free([hit.span for hit in hits if hit.strength == "judge"])
    return "focus" if free else "mention"


def _spans(pattern: re.Pattern[str] | None, text: str) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text)] if pattern else []


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _within(offset: int, spans: Sequence[Span]) -> bool:
    return any(each.start <= offset < each.end for each in spans)
