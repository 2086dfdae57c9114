"""The addresses the UN's files link to -> the symbols they stand for.

What a link shows decides where address and print differ (75/244 linked to A/RES/74/252): a joint
symbol stays whole, and the letter printed beside the number belongs to the symbol.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from resolutions.model.records import Span, Target
from resolutions.model.symbols import DOCUMENT, ECOSOC_YEARS, SMALLEST_GA_SESSION
from resolutions.readers.printed.forms import shape, table

ADDRESS = re.compile(  # https://undocs.org/en/A/RES/70/1, https://docs.un.org/A/73/12(PartI)
    r"(?i:https?://(?:www\.)?(?:undocs|docs\.un)\.org/)(?:[a-z]{2}/)?+"
    r"(?P<symbol>[A-Za-z]+/[^?#]*\d[^?#]*)"
)
RESOLUTION = re.compile(  # A/RES/67/234b, A/HRC/RES/35/5, S/RES/1373(2001), A/RES/S-30/1
    r"(?P<organ>[A-Z]+(?:/[A-Z]+)*)/(?P<type>RES|DEC)/"
    r"(?P<number>(?:E?S-)?\d+(?:/\d+)?)(?P<letter>[A-Z])?(?P<joint>-[A-Z])?"
    r"(?P<brackets>\((?:(?:E?S-)?[IVXLC]+|\d{4})\))?"
)
SHOWN_NUMBER = re.compile(r"(?<![\d-])\d{2,4}/\d{1,3}(?!\d)")
SHOWN_LETTER = re.compile(r"\d\s?(?P<letter>[A-Z])(?:\s?\((?:[IVXLC]+|\d{4})\))?")  # 217 A (III)
PART = re.compile(r"\s*\((?:part|supp)[^)]*\)", re.IGNORECASE)  # A/CONF.192/15(supp)
FIRST_OF_1990 = 647  # the Security Council's first resolution of that year


def targets(text: str, links: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, Target]]:
    """What the links of a text cite; an address that is no symbol cites nothing."""
    for span, address in links:
        match = ADDRESS.match(address)
        symbol = re.sub(r"\s", "", PART.sub("", unquote(match["symbol"]))) if match else ""
        resolution = RESOLUTION.fullmatch(symbol.rstrip("/").upper())
        if resolution:
            found = _resolution(text, span, resolution)
            if found:
                yield found
        elif symbol:
            yield span, _document(text[span.start : span.end], symbol)


def _resolution(text: str, span: Span, match: re.Match[str]) -> tuple[Span, Target] | None:
    letter, brackets = match["letter"] or "", match["brackets"] or ""
    joint = match["joint"] or ""  # 74/255A-B
    shown = SHOWN_LETTER.search(text[span.start : span.end])
    following = shape("next_letter").match(text, span.end)
    if shown:
        letter, joint = shown["letter"], ""
    elif following and not brackets:
        found = following["letter"] or following["word"]
        latin = table().letters.get(found, found)
        if joint or not letter or latin == letter:
            letter, joint = latin, ""
            span = Span(span.start, following.end())
    number = _printed(text, span) if "/" in match["number"] else ""
    number = number or match["number"]
    if not _exists(match["organ"], number, brackets[1:-1]):
        return None
    return span, f"{match['organ']}/{match['type']}/{number}{letter}{joint}{brackets}"


def _printed(text: str, span: Span) -> str:
    """The number that a link shows, "" where it shows none or the half of one."""
    shown = SHOWN_NUMBER.search(text, span.start)
    return shown[0] if shown and shown.end() <= span.end else ""


def _exists(organ: str, number: str, year: str) -> bool:
    """Whether an organ can have a resolution of that number.

    The UN's files link the 26/3 of a commission to A/RES/26/3, and a general comment No. 38
    (2020) to S/RES/38(2020).
    """
    first, _, second = number.partition("/")
    if organ in ("A", "E") and first.isdecimal() and second:
        return int(first) in ECOSOC_YEARS if organ == "E" else int(first) >= SMALLEST_GA_SESSION
    late = organ == "S" and number.isdecimal() and year.isdecimal() and int(year) >= 1990
    return not late or int(number) >= FIRST_OF_1990


def _document(shown: str, symbol: str) -> Target:
    """A document symbol as printed where the link shows one, else that of the address."""
    printed = DOCUMENT.match(shown.strip().replace("\N{NON-BREAKING HYPHEN}", "-"))
    return printed[0].rstrip(".") if printed and "/" in printed[0] else symbol
