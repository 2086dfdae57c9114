"""Part of `printed`: the meeting and the day below a text, in one paragraph or in two."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import numeric

from resolutions.model.keys import han_number
from resolutions.readers.printed.counting import session_number
from resolutions.readers.printed.forms import Forms, shape

STOPS = " .,，。،"
BETWEEN = re.compile(r"[,，،]\s*|\s")  # 1883rd plenary meeting, | 24 October 1970.


class Closing(NamedTuple):
    """What a paragraph says that is nothing but a meeting, a day or both."""

    is_meeting: bool = False
    is_day: bool = False
    meeting: str | None = None
    date: str | None = None


def closing_of(text: str, forms: Forms) -> Closing:
    """What a line below a text says: `55th plenary meeting`, `24 October 1970.`, or both."""
    whole = in_figures(text, forms).strip(STOPS)
    if not whole or len(whole) > 120:
        return Closing()
    cuts = [(whole[: each.start()], whole[each.end() :]) for each in BETWEEN.finditer(whole)]
    for left, right in ((whole, ""), *cuts, *((right, left) for left, right in cuts)):
        meeting = forms.match("meeting", left.strip(STOPS))
        day = forms.match("date", right.strip(STOPS)) if right else None
        if meeting and (day or not right):
            return Closing(True, bool(day), _number(meeting, forms), forms.day(day))
    day = forms.match("date", whole)
    return Closing(False, True, None, forms.day(day)) if day else Closing()


def _number(meeting: re.Match[str], forms: Forms) -> str | None:
    """The number of a meeting; none where words say it that are not known."""
    groups = meeting.groupdict()
    number = groups.get("meeting") or session_number(groups.get("words") or "", forms.language)
    return number if number.isdecimal() else None


def in_figures(text: str, forms: Forms) -> str:
    """A Chinese day or meeting with its numerals as figures: 1970 for its four single ones."""
    if forms.language != "zh":
        return text

    def figures(match: re.Match[str]) -> str:
        if number := han_number(match[0]):
            return str(number)
        return "".join(str(int(numeric(each, 0))) for each in match[0])  # ○ is no number: 0

    return shape("han_figures").sub(figures, text)
