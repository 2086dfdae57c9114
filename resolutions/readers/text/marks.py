"""Part of `extracted`: the marks of notes in running text, found by the notes they call.

A mark may be raised, in brackets, circled, or a plain figure behind a word. Plain figures are marks
only where a note has that number, on the page of the note, in the order of the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resolutions.model.document import Run
from resolutions.readers.akn.inline import Stretch, Token, call_of
from resolutions.readers.printed.forms import note_pattern, shape
from resolutions.readers.printed.head import TITLE_NUMBER
from resolutions.readers.printed.sheet import PrintedNote
from resolutions.readers.text.join import HAN, is_wide
from resolutions.readers.text.labels import CIRCLED, SUPERSCRIPTS
from resolutions.readers.text.rows import Row
from resolutions.readers.text.sift import BOLD

SURE = re.compile(
    rf"(?P<exponent>(?:(?<![\d/])10|(?<![A-Za-z])[kcm]?m)(?P<power>[⁰¹²³⁴⁵⁶⁷⁸⁹]+))"
    rf"|(?P<bold>\*\*(?=\S|$))|[(（]?(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)[)）]?|\[(?P<square>\d{{1,3}})\]|(?P<circled>[{CIRCLED}])"
)
PLAIN = re.compile(
    r"(?P<before>[^\s\d/.\-–‑(（:：]|[^\d\s]\.|[\)）])(?P<blank>\s?)"
    # the figure is not consumed: of (No. 29) 26 the bracket stands before the second
    r"(?=(?P<figure>[(（/]?\d{1,3}[)）/]?)(?=\s|$|[,，、.。;；:：)）”’»]|[㐀-鿿《“（]))"
)
BEHIND_FIGURES = re.compile(  # 20163, 76/391, COP.142, Programme 214: behind a year or a number
    r"(?:(?<=/)|(?<=[^\W\d_]\.)|(?<![\d/.,]))(?P<figure>\d{2,6})(?=\s|$|[,，、.。;；:：)）”’»]|[㐀-鿿《“（])"
)
YEAR = re.compile(r"(?:19|20)\d\d")
LISTED = re.compile(r"(?<![/\d])\d{1,3}[,，] $")  # 9, |11, 16: no mark; Agenda 21, |4 the
GOES_ON = re.compile(r"[,，] \d|,? [^\W\d_]{1,3} \d")  # , 16; and 12
FRACTION = re.compile(r"(?<![/\d])\d{1,3}[,，]$")  # 3,|2 % is a number, Goal 2,|3 has a mark
SET_APART = re.compile(  # October 2020 36, decision VIII/19 14: a mark set apart from a figure
    r"(?:(?<![\d/.,])(?:19|20)\d\d|/\d{1,3}) (?P<figure>\d{1,3})"
    r"(?=\s|$|[,，、.。;；:：)）”’»]|[㐀-鿿《“（])"
)
SURE_YEAR = 2  # the score of a mark behind a year
DOUBT = 3  # so much less does a figure look like a mark before “and”, “of”


class Candidate(NamedTuple):
    """A figure that may be a mark: its line, where it stands, how much it looks like one."""

    row: int
    start: int
    end: int
    label: str
    score: int


def marked(
    rows: Sequence[Row], notes: Sequence[PrintedNote]
) -> tuple[list[tuple[Token, ...]], list[tuple[int, str]]]:
    """The tokens of each row with its marks, and what is doubtful: (line, message)."""
    labels = [note.label for note in notes if note.label.isdecimal()]
    found: dict[int, list[Candidate]] = {}
    sure = [each for n, row in enumerate(rows) for each in _sure(n, row, set(labels))]
    called = {each.label for each in sure}
    wanted = [note for note in notes if note.label.isdecimal() and note.label not in called]
    likely, doubts = _likely(rows, wanted)
    for each in sure + likely:
        found.setdefault(each.row, []).append(each)
    return [
        _tokens(row, sorted(found.get(n, []), key=lambda c: c.start)) for n, row in enumerate(rows)
    ], doubts


def _sure(place: int, row: Row, labels: set[str]) -> list[Candidate]:
    made = []
    for match in SURE.finditer(row.text):
        start, end = match.span()
        if match["exponent"]:
            continue
        if match["bold"]:  # **促请**, as some tools set bold type
            made.append(Candidate(place, start, end, BOLD, 9))
            continue
        if match["circled"]:
            label = str(CIRCLED.index(match["circled"]) + 1)
        elif match["square"]:
            label = match["square"]
        else:
            label = match["raised"].translate(SUPERSCRIPTS)
            start, end = (
                (start, end)
                if row.text[start] in "(（" and row.text[end - 1] in ")）"
                else match.span("raised")
            )
        if label in labels or match["raised"]:
            made.append(Candidate(place, start, end, label, 9))
    return made


def _likely(
    rows: Sequence[Row], notes: Sequence[PrintedNote]
) -> tuple[list[Candidate], list[tuple[int, str]]]:
    """The candidates that stand in the order of their notes and look most like marks together,
    and where others are as good."""
    doubts: list[tuple[int, str]] = []
    if not notes:
        return [], doubts
    paged = len({row.page for row in rows}) > 1
    page_of = {row.number: row.page for row in rows}
    by_label: dict[str, list[Candidate]] = {}
    labels = {note.label for note in notes}
    titles = [n for n, row in enumerate(rows[:40]) if TITLE_NUMBER.match(row.run.text)]
    head = titles[0] + 1 if titles else 0  # its numbers are those of symbols
    for n, row in enumerate(rows):
        behind = _behind_figures(n, row, labels) if n >= head else ()
        below = rows[n + 1].text if n + 1 < len(rows) else ""
        plain = _candidates(n, row, below) if n >= head - 1 else ()
        for each in (*plain, *behind):
            if each.label in labels:
                by_label.setdefault(each.label, []).append(each)
    near: list[list[Candidate]] = []
    for note in notes:
        page = _page(note.line, page_of) if paged else None
        own = by_label.get(note.label, [])
        near.append([c for c in own if page is None or rows[c.row].page == page])
    chosen = _in_order(near)
    for best, own in zip(chosen, near, strict=True):
        if best is None:
            continue
        if sum(c.score == best.score for c in own) > 1:
            message = f"note {best.label} may be called elsewhere on this page"
            doubts.append((rows[best.row].number, message))
        elif best.score < SURE_YEAR:
            message = f"note {best.label} is called at a figure that may be a number"
            doubts.append((rows[best.row].number, message))
    return [each for each in chosen if each], doubts


def _in_order(near: Sequence[Sequence[Candidate]]) -> list[Candidate | None]:
    """One candidate a note, each behind the one before; as many and as likely ones as can be."""
    chains: list[tuple[int, tuple[int, int], tuple[Candidate | None, ...]]] = [(0, (-1, -1), ())]
    for own in near:
        longer = [(score, end, (*chain, None)) for score, end, chain in chains]
        for each in own:
            place = (each.row, each.start)
            fitting = [chain for chain in chains if chain[1] < place]
            score, _, chain = max(fitting, key=lambda known: known[0])
            longer.append((score + each.score + 4, place, (*chain, each)))
        # of those that end at the same place the best alone can be part of the best
        best: dict[tuple[int, int], tuple[int, tuple[int, int], tuple[Candidate | None, ...]]] = {}
        for one in longer:
            if one[1] not in best or one[0] > best[one[1]][0]:
                best[one[1]] = one
        chains = list(best.values())
    return list(max(chains, key=lambda known: known[0])[2])


def _behind_figures(place: int, row: Row, labels: set[str]) -> Iterator[Candidate]:
    """Marks that stand right behind a figure: behind a year there can be no other meaning."""
    for match in BEHIND_FIGURES.finditer(row.text):
        figure, sign = match["figure"], row.text[: match.start()][-1:]
        slash = sign in ("/", ".")
        span = slash and YEAR.search(row.text[: match.start() - 1][-4:])
        if span and len(figure) < 3:
            continue  # 2025/26 is a span of years, 2020/214 may be one with a mark
        if YEAR.fullmatch(figure) and not slash:
            continue
        behind_year = len(figure) > 4 and YEAR.match(figure)
        if shape("dated").match(row.text[match.end() :]) and sign != "." and not behind_year:
            continue
        long = len(figure) > 4 - slash  # no number of a resolution, and no count
        if not long and note_pattern("no_mark_before").match(row.text[match.end() :]):
            continue
        for size in [2] if span else range(1 if slash else 2, len(figure)):
            label, year = figure[size:], YEAR.fullmatch(figure[:size])
            if label in labels and (year or size < 4):
                score = SURE_YEAR if year else 1 - _doubt(row.text[match.end() :])
                yield Candidate(place, match.start("figure") + size, match.end(), label, score)
    for match in SET_APART.finditer(row.text):
        after = row.text[match.end() :]
        if match["figure"] in labels and not note_pattern("no_mark_before").match(after):
            yield Candidate(place, *match.span("figure"), match["figure"], 1 - _doubt(after))


def _doubt(after: str) -> int:
    """What the words behind a figure take from it: before “and” numbers stand as well as marks."""
    return DOUBT if note_pattern("doubtful_before").match(after) else 0


def _page(line: int, page_of: dict[int, int]) -> int:
    """The page a note stands on: that of the last row of the text above it."""
    above = [number for number in page_of if number < line]
    return page_of[max(above)] if above else 1


def _candidates(place: int, row: Row, below: str) -> list[Candidate]:
    made = []
    for match in PLAIN.finditer(row.text):
        figure = re.sub(r"\D", "", match["figure"])
        behind = row.text[: match.start("figure")]
        rest = row.text[match.end("figure") :]
        after = rest if rest.strip() else f" {below.lstrip()}"  # entre el 1 | de julio
        if re.match(r"[.,]\d{3}(?![\d/])", rest):
            continue  # 3.137.600
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
        if note_pattern("no_mark_before").match(after) and (score < 3 or fraction):
            continue
        score += 0 if rest.strip() else 1
        score -= _doubt(after) if score < 3 else 0
        made.append(Candidate(place, match.start("figure"), match.end("figure"), figure, score))
    leading = re.match(rf"\s*(\d{{1,3}})\s+(?=[{HAN}])", row.text)
    if leading:  # a mark behind the comma that fills the line above
        made.append(Candidate(place, leading.start(1), leading.end(1), leading[1], 1))
    alone = re.fullmatch(r"\s*(\d{1,3})\s*", row.text)
    if alone:
        made.append(Candidate(place, alone.start(1), alone.end(1), alone[1], 3))
    return made


def _tokens(row: Row, own: Sequence[Candidate]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    position, end, strong = row.run.start, row.run.end, False
    for each in own:
        if each.start > position:
            run = Run(row.number, position, each.start, row.text[position : each.start])
            tokens.append(Stretch(run, strong))
        if each.label == BOLD:
            strong = not strong
        else:
            tokens.append(call_of(each.label))
        position = each.end
    if position < end:
        tokens.append(Stretch(Run(row.number, position, end, row.text[position:end]), strong))
    return tuple(tokens)


def mark_claims(rows: Sequence[Row], tokens: Sequence[tuple[Token, ...]]) -> list[Run]:
    """The characters of the marks: what of each row no token holds."""
    left = []
    for row, own in zip(rows, tokens, strict=True):
        position = row.run.start
        for token in own:
            if isinstance(token, Stretch):
                if token.run.start > position:
                    left.append(
                        Run(
                            row.number,
                            position,
                            token.run.start,
                            row.text[position : token.run.start],
                        )
                    )
                position = token.run.end
        if position < row.run.end:
            left.append(Run(row.number, position, row.run.end, row.text[position : row.run.end]))
    return [run for run in left if run.text.strip()]
