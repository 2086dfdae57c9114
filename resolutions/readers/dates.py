"""The day that a line prints, in six languages: `adopted on 31 December 2020`, `2020年12月31日`."""

from __future__ import annotations

from datetime import date

from resolutions.readers.printed.forms import month_names, shape


def day_in(text: str) -> str | None:
    """The first day a text prints, `2020-12-31`; None where it prints none that exists."""
    for match in shape("day_zh").finditer(text):
        if found := _day(match["year"], int(match["month"]), match["day"]):
            return found
    for match in shape("day_worded").finditer(text):
        month = month_names().get(match["month"].lower())
        if month and (found := _day(match["year"], month, match["day"])):
            return found
    return None


def _day(year: str, month: int, day: str) -> str | None:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None
