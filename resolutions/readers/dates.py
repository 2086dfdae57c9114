"""The day that a line prints, in six languages: `adopted on 31 December 2020`, `2020年12月31日`."""

from __future__ import annotations

import re
from datetime import date

MONTHS: dict[str, tuple[str, ...]] = {
    "en": ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
           "octobre", "novembre", "décembre"),
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
           "octubre", "noviembre", "diciembre"),
    "ru": ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
           "октября", "ноября", "декабря"),
    "ar": ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيه", "يوليه", "أغسطس", "سبتمبر",
           "أكتوبر", "نوفمبر", "ديسمبر"),
}  # fmt: skip
ALSO = {"يونيو": 6, "يوليو": 7, "setiembre": 9}
MONTH = {name: n for names in MONTHS.values() for n, name in enumerate(names, start=1)} | ALSO
CHINESE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
WORDED = (
    re.compile(  # 31 December 2020, 1er mars 2021, 3 de marzo de 2021, 31 كانون الأول/ديسمبر 2020
        r"(?<!\d)(\d{1,2})(?:er|º|°)?\s+(?:de\s+)?(?:[^\W\d]+\s+(?:[^\W\d]+)?/\s*|[^\W\d]+/\s*)?"
        r"([^\W\d]+)\s+(?:de\s+)?(\d{4})(?!\d)"
    )
)


def day_in(text: str) -> str | None:
    """The first day a text prints, `2020-12-31`; None where it prints none that exists."""
    for match in CHINESE.finditer(text):
        found = _day(int(match[1]), int(match[2]), int(match[3]))
        if found:
            return found
    for match in WORDED.finditer(text):
        month = MONTH.get(match[2].lower())
        found = _day(int(match[3]), month, int(match[1])) if month else None
        if found:
            return found
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
