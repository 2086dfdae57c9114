"""Part of `extracted`: figures that may be the marks of notes, and how much each looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from resolutions.readers.printed.forms import note_pattern, shape
from resolutions.readers.text.join import HAN, is_wide
from resolutions.readers.text.rows import Row

PLAIN = re.compile(
    r"(?P<before>[^\s\d/.\-–‑(（:：]|[^\d\s]\.|[\)）]|[^\s\d]：(?=\d+$))(?P<blank>\s?)"
    # the figure is not consumed: of (No. 29) 26 the bracket stands before the second
    r"(?=(?P<figure>[(（/]?\d{1,3}[)）/]?)(?=\s|$|[,，、.。;；:：)）”’»]|[㐀-鿿《“（]))"
)
BEHIND_FIGURES = re.compile(  # 20163, 76/391, COP.142, Programme 214: behind a year or a number
    r"(?:(?<=/)|(?<=[^\W\d_]\.)|(?<![\d/.,]))(?P<figure>\d{2,7})(?=\s|$|[,，、.。;；:：)）”’»]|[㐀-鿿《“（])"
)
YEAR = re.compile(r"(?:19|20)\d\d")
LISTED = re.compile(r"(?<![/\d])\d{1,3}[,，] $")  # 9, |11, 16: no mark; Agenda 21, |4 the
GOES_ON = re.compile(r"[,，] \d|,? [^\W\d_]{1,3} \d")  # , 16; and 12
FRACTION = re.compile(r"(?<![/\d])\d{1,3}[,，]$")  # 3,|2 % is a number, Goal 2,|3 has a mark
DECIMALS = re.compile(r"[.,]\d{1,2}(?!\d)")
THOUSANDS = re.compile(r"\s\d{3}(?!\d|[./])")  # 3| 137 200 dollars; no 101. below
SET_APART = re.compile(  # October 2020 36, decision VIII/19 14: a mark set apart from a figure
    r"(?:(?<![\d/.,])(?:19|20)\d\d|/\d{1,3}) (?P<figure>\d{1,3})"
    r"(?=\s|$|[,，、.。;；:：)）”’»]|[㐀-鿿《“（])"
)
INSIDE = re.compile(r"(?P<before>[^\W\d_]+|(?<![\w/.\-–‑]))(?P<figure>\d{1,3})(?=[^\W\d_A-Z])")
ORDINAL = re.compile(r"(?:st|nd|rd|th|er?|[iè]?[eè]me|[èi]?re|nde?|[aoºªd°]|bis|ter|[°%])(?!\w)")
LONGEST_START = 2  # letters of a word that stand before the mark which belongs before them: a21nd
GOAL = re.compile(r"(?:[^\W\d_]|n[o°º]) $")  # Goal 2, and its mark: Goal 22,
COMPOUND = re.compile(r"[^\W\d_]-$")  # COVID-1965: no year
SURE_YEAR = 2  # the score of a mark behind a year
CLOSING = tuple(",.;:)，。；：）")
LEAST = -2  # the score of a figure that is a number everywhere else
DOUBT = 3  # so much less does a figure look like a mark before “and”, “of”
LEADING = re.compile(  # 7 《…》 and 7 2014 年, below a line that ends with a comma
    rf"\s*(\d{{1,3}})\s+(?=[{HAN}《“（]|(?:19|20)\d\d ?\u5e74)"
)


class Candidate(NamedTuple):
    """A figure that may be a mark: its line, where it stands, how much it looks like one."""

    row: int
    start: int
    end: int
    label: str
    score: int
    at: int | None = None  # the place of the mark, where its figure stands elsewhere
    parts: bool = False  # two words, between which no blank is left

    @property
    def place(self) -> int:
        """Where the mark stands in its line."""
        return self.start if self.at is None else self.at


def behind_figures(place: int, row: Row, labels: set[str]) -> Iterator[Candidate]:
    """Marks that stand right behind a figure: behind a year there can be no other meaning."""
    for match in BEHIND_FIGURES.finditer(row.text):
        figure, sign = match["figure"], row.text[: match.start()][-1:]
        slash = sign in ("/", ".")
        span = slash and YEAR.search(row.text[: match.start() - 1][-4:])
        if span and len(figure) < 3:
            continue  # 2025/26 is a span of years, 2020/214 may be one with a mark
        if YEAR.fullmatch(figure) and not slash and not COMPOUND.search(row.text[: match.start()]):
            continue
        behind_year = len(figure) > 4 and YEAR.match(figure)
        if shape("dated").match(row.text[match.end() :]) and sign != "." and not behind_year:
            continue
        long = len(figure) > 4 - slash  # no number of a resolution, and no count
        if not long and note_pattern("no_mark_before").match(row.text[match.end() :]):
            continue
        after = row.text[match.end() :]
        goal = GOAL.search(row.text[: match.start()]) and after[:1] in CLOSING
        for size in [2] if span else range(1 if slash or goal else 2, len(figure)):
            label, year = figure[size:], YEAR.fullmatch(figure[:size])
            if label in labels and (year or size < 4):
                score = SURE_YEAR if year else 1 - _doubt(after)
                score = score if slash or size > 1 else LEAST
                yield Candidate(place, match.start("figure") + size, match.end(), label, score)
    for match in SET_APART.finditer(row.text):
        after = row.text[match.end() :]
        if match["figure"] in labels and not note_pattern("no_mark_before").match(after):
            yield Candidate(place, *match.span("figure"), match["figure"], 1 - _doubt(after))


def _doubt(after: str) -> int:
    """What the words behind a figure take from it: before “and” numbers stand as well as marks."""
    return DOUBT if note_pattern("doubtful_before").match(after) else 0


def plain_figures(place: int, row: Row, below: str) -> list[Candidate]:
    """Plain figures behind a word or a sign; `below`: the next line."""
    made = []
    for match in PLAIN.finditer(row.text):
        figure = re.sub(r"\D", "", match["figure"])
        behind = row.text[: match.start("figure")]
        rest = row.text[match.end("figure") :]
        after = rest if rest.strip() else f" {below.lstrip()}"  # entre el 1 | de julio
        if re.match(r"[.,]\d{3}(?![\d/])", rest):
            continue  # 3.137.600
        part = DECIMALS.match(rest)
        if part and note_pattern("no_mark_before").match(rest[part.end() :]):
            continue  # los 2,5 billones
        if match["figure"].endswith((")", "）")) and re.search(r"[(（][^()（）]*$", behind):
            continue  # (No. 29)
        if LISTED.search(behind) and GOES_ON.match(after):
            continue
        glued = not match["blank"]
        latin = match["before"].isalpha() and not is_wide(match["before"])
        if not (glued and latin) and note_pattern("no_mark_behind").search(behind):
            continue  # Goal 13 is a number, Goals13 has a mark
        score = (3 if latin else 2) if glued else 1
        score += 2 if match["before"] in ",，。、；;”》」’».)）" else 0
        fraction = FRACTION.search(behind)
        counted = note_pattern("no_mark_before").match(after)
        if counted and (score < 3 or fraction or not glued):
            continue
        if not glued and THOUSANDS.match(after):
            continue
        score += 0 if rest.strip() else 1
        score -= _doubt(after) if score < 3 else 0
        made.append(Candidate(place, match.start("figure"), match.end("figure"), figure, score))
    leading = LEADING.match(row.text)
    if leading:  # a mark behind the comma that fills the line above
        made.append(Candidate(place, leading.start(1), leading.end(1), leading[1], 1))
    alone = re.fullmatch(r"\s*(\d{1,3})\s*", row.text)
    if alone:
        made.append(Candidate(place, alone.start(1), alone.end(1), alone[1], 3))
    return made


def inside_words(place: int, row: Row) -> Iterator[Candidate]:
    """Marks with a letter right behind them: a21nd, Protocol15and, 1in; no 1st, no 1er."""
    for match in INSIDE.finditer(row.text):
        before, (start, end) = match["before"], match.span("figure")
        rest = row.text[end:]
        if is_wide(rest[0]) or is_wide(before[-1:] or " "):
            continue
        if not before and ORDINAL.match(rest):
            continue
        early = 0 < len(before) <= LONGEST_START
        yield Candidate(
            row=place,
            start=start,
            end=end,
            label=match["figure"],
            score=1 if before else 0,
            at=match.start() if early else start,
            parts=bool(before) and not early,
        )
