"""Part of `extracted`: the furniture of printed pages, parted from the text.

Rules, page and job numbers, links, and the running heads that repeat a symbol or a title.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from resolutions.model.document import Claim, Header
from resolutions.readers.printed.forms import Forms, shape
from resolutions.readers.printed.head import JOB, SYMBOL, symbol_of
from resolutions.readers.printed.sheet import BLANKS
from resolutions.readers.text.heads import running_heads
from resolutions.readers.text.rows import Row

FURNITURE = (
    ("rule-line", re.compile(r"_{5,}|[─—]{8,}")),
    (
        "job-number",
        re.compile(
            r"(?:\d{1,3}/\d{1,3} ?)?\d{2}[-‑]\d{5}(?: ?\([A-Z]\))?(?: +\d{6})*"
            r"(?: ?\d{1,3}/\d{1,3}| +\d{1,3})?"
            r"|\*\d{7}\*"
        ),
    ),
    ("link", re.compile(r"https?://\S+")),
)
BY_WORDS = (("page-number", "page"), ("recycle", "recycle"))  # by the names of their shapes
ALONE = re.compile(r"\s*[(\[/]?\d{1,3}[)\]/]?\s*")  # the label of a note
EDGE = 4  # lines of a page: a page number stands no farther from its head or foot
OF_PAGES = re.compile(r"(\d{1,3})/(\d{1,3})")  # 2/4; 59/296 is a resolution


def without_furniture(
    rows: Sequence[Row], known: Forms, given: Header | None
) -> tuple[list[Row], list[Claim]]:
    """The rows without page numbers, job numbers and running heads, and these."""
    aside: list[Claim] = []
    symbols = {given.symbol} if given else set()
    symbols |= {symbol_of(row.run.text) for row in rows[:12] if SYMBOL.fullmatch(row.run.text)}
    heads = running_heads(rows, symbols, known)
    kept: list[Row] = []
    first, last = False, None
    for place, row in enumerate(rows):
        text = BLANKS.sub(" ", row.run.text)
        name = _name_of(text)
        if name == "rule-line":
            kept.append(row)  # it says where notes begin
            continue
        if name == "link" and (
            text.endswith(".") or (place and ALONE.fullmatch(rows[place - 1].text))
        ):
            name = None  # the text of a note
        if name is None and _is_of_pages(rows, place, text):
            name = "page-number"
        # 191223 is the day of printing, behind or below 23-24512 (E)
        if name is None and JOB.fullmatch(text) and (len(text) > 6 or last == "job-number"):
            name = "job-number"
        if name is None and place in heads:
            name = "running-head"
        if name is None and re.fullmatch(r"\d{1,3}", text) and _is_page_number(rows, place):
            name = "page-number"
        last = name
        if name:
            aside.append(Claim(row.run, f"artefact:{name}"))
            first = first or row.first or name == "running-head"
        else:
            kept.append(row._replace(first=row.first or first))
            first = False
    return _paged(kept), aside


def _paged(rows: Sequence[Row]) -> list[Row]:
    """The rows with their pages: of a text without form feeds, one behind each running head."""
    if len({row.page for row in rows}) > 1:
        return list(rows)
    pages = itertools.accumulate((int(row.first) for row in rows[1:]), initial=1)
    return [row._replace(page=page) for row, page in zip(rows, pages, strict=bool(rows))]


def _is_of_pages(rows: Sequence[Row], place: int, text: str) -> bool:
    """Whether a line is a page number such as 2/4: of a text with page breaks only near the edge of
    a page, for 31/37 is a resolution, and PDFium cuts lines behind the marks of notes."""
    match = OF_PAGES.fullmatch(text)
    if match is None or not 0 < int(match[1]) <= int(match[2]) < 100:
        return False
    around = rows[max(place - EDGE, 0) : place + EDGE + 1]
    return (
        rows[-1].page == 1
        or len(around) <= EDGE
        or any(each.page != rows[place].page for each in around)
        or place + EDGE >= len(rows)
    )


def _is_page_number(rows: Sequence[Row], place: int) -> bool:
    """Whether a figure on a line of its own is a page number: between blank lines or at an edge."""
    row = rows[place]
    after = rows[place + 1] if place + 1 < len(rows) else None
    alone = row.gap and (after is None or after.gap)
    last = after is None or after.first
    return alone and (last or row.first or int(row.run.text) == row.page or row.page == 1)


def _name_of(text: str) -> str | None:
    """What a line is that is no text; None of any other."""
    named = [*FURNITURE, *((name, shape(words)) for name, words in BY_WORDS)]
    return next((name for name, pattern in named if pattern.fullmatch(text)), None)
