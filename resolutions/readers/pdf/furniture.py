"""The furniture of the pages of a PDF: running heads, page and job numbers at the foot."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from resolutions.readers.pdf.rows import Row
from resolutions.readers.printed.forms import shape
from resolutions.readers.printed.head import JOB, SYMBOL

PAGE = re.compile(r"\d{1,3}\s?/\s?\d{1,3}|\d{1,3}")

ROMAN = re.compile(r"[ivxl]{1,6}")
OF = re.compile(r"(\d+)\D+(\d+)")  # 3/5, Page 3 of 5
MOST = 0.7  # of the pages: a line that stands on more, at one place, is none of the text
APART = 1.6  # times the size, from base line to base line


def repeated(pages: Sequence[Sequence[Row]]) -> list[Row]:
    """The lines that stand at one place of most pages, the number of the page apart: stamps, heads
    and feet that a browser or a printer adds. A line set as its neighbours are is one of them:
    notes of several pages may have the same words."""
    places: dict[tuple[str, int, int], list[Row]] = {}
    for number, page in enumerate(pages, 1):
        for above, row, below in zip([None, *page], page, [*page[1:], None], strict=False):
            if not row.text or row.printed.cell or _is_set_as(row, above) or _is_set_as(row, below):
                continue
            line, texts = row.printed, {row.text}
            if not row.text[0].isdigit():  # 1 Ibid. | 2 Ibid. are notes
                texts.add(re.sub(rf"(?<!\d){number}(?!\d)", "#", row.text))
            for text in texts:
                places.setdefault((text, round(line.x / 20), round(line.y)), []).append(row)
    often = [each for each in places.values() if len(each) >= max(2, MOST * len(pages))]
    again = {row.number: row for rows in often for row in rows}
    few = 3 * len(again) < sum(map(len, pages))  # else whole pages stand twice
    return list(again.values()) if few else []


def _is_set_as(row: Row, other: Row | None) -> bool:
    """Whether a line is set as the one above or below it is: of one size and margin, and near."""
    if other is None:
        return False
    one, two = row.printed, other.printed
    near = one.size < abs(one.y - two.y) < APART * one.size
    return near and abs(one.size - two.size) < 0.5 and abs(one.x - two.x) < 2


def page_twice(pages: Sequence[Sequence[Row]]) -> str | None:
    """Whether one page is another once more."""
    texts = [tuple(row.text for row in page) for page in pages]
    twice = [n for n, each in enumerate(texts, 1) if len(each) > 4 and each in texts[: n - 1]]
    return f"page {twice[0]} is a page above it once more" if twice else None


def page_gap(feet: Sequence[str]) -> str | None:
    """What is odd in the numbers of pages that say of how many they are: 1/4, 2/4, 4/4."""
    found = [match for each in feet if (match := OF.search(each))]
    numbers = [int(each[1]) for each in found]
    if not found or (
        numbers[0] <= 2 and numbers[-1] == int(found[-1][2])
        and all(below == above + 1 for above, below in itertools.pairwise(numbers))
    ):  # fmt: skip
        return None
    said = ", ".join(each[0] for each in found)
    return f"the pages are numbered {said}: one is missing or out of its place"


def furniture(page: Sequence[Row], number: int, title: str) -> list[tuple[Row, str]]:
    """The lines of a page that are no text, each with its name.

    `number`: of the page, from 0: the first has no running head. `title`: its words and the
    symbol, `bare`, which running heads repeat.
    """
    lowest = min((row.printed.y for row in page), default=0)
    named = [(row, _foot(row) if row.printed.y < lowest + 4 else None) for row in page]
    found = [(row, name) for row, name in named if name]
    kept = [row for row, name in named if not name]
    while kept and (name := _foot(kept[-1])):
        found.append((kept.pop(), name))
    for row in kept[:]:
        starred = row.text.startswith("*") and row.text.endswith("*") and len(row.text) > 6
        if JOB.fullmatch(row.text) or starred:  # *1234567*, a bar code
            found.append((row, "job-number"))
            kept.remove(row)
    heads = list(itertools.takewhile(lambda row: _is_running_head(row, title), kept))
    heads += [row for row in kept[len(heads) : len(heads) + 1] if _ends_head(row, heads, title)]
    if number and heads and _is_apart(heads, kept):
        found += [(row, "running-head") for row in heads]
    return found


def furniture_name(row: Row, title: str) -> str | None:
    """What a line that stands on most pages is by its words: a page or job number, a running head
    with the symbol or the title; None for any other. `title`: as for `furniture`."""
    starred = row.text.startswith("*") and row.text.endswith("*") and len(row.text) > 6
    named = _foot(row) or ("job-number" if starred else None)
    return named or ("running-head" if _is_running_head(row, title) else None)


def _is_apart(heads: Sequence[Row], page: Sequence[Row]) -> bool:
    """Whether room or a symbol tells heads from text: a page may begin with words of the title."""
    below = page[len(heads)].printed if len(page) > len(heads) else None
    last = heads[-1].printed
    apart = below is None or last.y - below.y > 1.6 * max(last.size, below.size)
    return apart or any(SYMBOL.search(row.text) for row in heads)


def _foot(row: Row) -> str | None:
    if JOB.fullmatch(row.text):
        return "job-number"
    if PAGE.fullmatch(row.text) or shape("page").fullmatch(row.text) or ROMAN.fullmatch(row.text):
        return "page-number"
    if shape("recycle").fullmatch(row.text):
        return "recycle"
    parts = row.text.split()
    if parts and all(
        JOB.fullmatch(p) or PAGE.fullmatch(p) or re.fullmatch(r"\([A-Z]\)|\d{6}|\*\d+\*", p)
        for p in parts
    ):
        return "job-number"
    return None


def bare(text: str) -> str:
    """Words without blanks, stars and hyphens: facili- | tar of a title is one word in the head."""
    return re.sub(r"[\s*‐-]", "", text)


def _ends_head(row: Row, heads: Sequence[Row], title: str) -> bool:
    """Whether the one or two last characters of a title stand beside the symbol."""
    beside = bool(heads) and abs(heads[-1].printed.y - row.printed.y) < 2
    return beside and title.endswith(bare(row.text))


def _is_running_head(row: Row, title: str) -> bool:
    words = bare(SYMBOL.sub("", row.text))
    return not words or (len(words) > 2 and words in title)
