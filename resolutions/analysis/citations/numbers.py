"""Numbers of resolutions and decisions in a text, alone or in lists: 第67/189号和第67/190号决议."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from resolutions.analysis.citations.mention import Mention
from resolutions.analysis.citations.names import Names
from resolutions.analysis.citations.organs import symbol_of
from resolutions.model.records import Body, Span

# of a number: 59/113 A和B, S-20/4 A-E
LETTERS = re.compile(
    r"(?<![A-Za-z–-])[A-Z](?![A-Za-z]|[-–]\d)|(?<=[\d ][A-Z][-–])[A-Z](?![A-Za-z–-])"
)
PLAIN = re.compile(r"((?:E?S-)?\d+)/(\d+)")
LONGEST_RANGE = 40  # resolutions


def numbered(text: str, names: Names, body: Body) -> Iterator[Mention]:
    """A mention for each number, with the section or paragraph that is named after the last."""
    years = {match.start("at"): int(match["year"]) for match in names.patterns.dated.finditer(text)}
    for chain in _chains(text, names):
        after = names.patterns.after.match(text, chain.end())
        before = f"{text[: chain.start()]}{chain.groupdict().get('whose') or ''}"
        behind = "" if chain.groupdict().get("whose") else _rest(text, chain.end(), names)
        numbers = _numbers_of(chain, text, names)
        for place, match in enumerate(numbers):
            if match[0].count("/") > 1:
                continue  # 69/19569/199: the errata say what is meant
            where = after.groupdict() if after and match is numbers[-1] else {}
            before_it = numbers[place - 1] if place else None
            for span, number in (
                *_between(before_it, match, text, names.patterns.until),
                *_lettered(match, names.patterns.through),
            ):
                yield Mention(
                    span,
                    symbol_of(
                        number,
                        chain["word"],
                        before,
                        body,
                        names,
                        years.get(match.start()),
                        behind,
                    ),
                    section=where.get("letter"),
                    paragraph=f"op{where['op']}" if where.get("op") else None,
                )


def _chains(text: str, names: Names) -> list[re.Match[str]]:
    """The lists of numbers: before their word, and those behind it that are in none of these."""
    found = list(names.patterns.chain.finditer(text))
    behind = names.patterns.behind.finditer(text)
    return found + [
        each
        for each in behind
        if all(each.end() <= other.start() or each.start() >= other.end() for other in found)
    ]


def _rest(text: str, at: int, names: Names) -> str:
    """The rest of a clause: 根据第40/20号决议 | 向人权理事会提交的报告."""
    end = names.patterns.clause.search(text, at)
    return text[at : end.start() if end else None]


def _numbers_of(chain: re.Match[str], text: str, names: Names) -> list[re.Match[str]]:
    """The numbers of a list; a figure of a date between them is none."""
    return [
        match
        for match in names.patterns.number.finditer(text, *chain.span("numbers"))
        if not names.patterns.no_number.match(text, match.end())
    ]


def _between(
    first: re.Match[str] | None, last: re.Match[str], text: str, until: re.Pattern[str]
) -> Iterator[tuple[Span, str]]:
    """The numbers between two that a range names: 46/153 of 46/152 to 46/154."""
    if first is None or not until.fullmatch(text, first.end(), last.start()):
        return
    ends = [PLAIN.fullmatch(each[0]) for each in (first, last)]
    if not (ends[0] and ends[1] and ends[0][1] == ends[1][1]):
        return
    low, high = int(ends[0][2]), int(ends[1][2])
    if high - low <= LONGEST_RANGE:
        yield from ((Span(*last.span()), f"{ends[0][1]}/{n}") for n in range(low + 1, high))


def _lettered(match: re.Match[str], through: re.Pattern[str]) -> Iterator[tuple[Span, str]]:
    """A number with its letters, each a resolution: 59/113 A和B; of 51/211 A至E every one; 1721 A
    and B (XVI) are 1721A(XVI) and 1721B(XVI)."""
    number, bracket, session = match[0].partition("(")
    letters = list(LETTERS.finditer(number))
    if len(letters) < 2:
        yield Span(*match.span()), match[0]
        return
    start = match.start()
    stem, tail = number[: letters[0].start()].strip(), f"{bracket}{session}"
    yield Span(start, start + letters[0].end()), f"{stem}{letters[0][0]}{tail}"
    for before, each in pairwise(letters):
        span = Span(start + each.start(), start + each.end())
        ranged = through.search(match[0], before.end(), each.start())
        first = ord(before[0]) + 1 if ranged else ord(each[0])
        for letter in range(first, ord(each[0]) + 1):
            yield span, f"{stem}{chr(letter)}{tail}"
