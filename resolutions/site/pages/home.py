"""The first page of a language: the themes, the newest instruments, and how much there is."""

from __future__ import annotations

from resolutions.model.library import Library, Page
from resolutions.site.pages.resolutions import by_year, instrument_lines
from resolutions.site.pages.themes import theme_cards
from resolutions.web import urls
from resolutions.web.strings import Strings

START = "trafficking"  # the theme that the first button names
NEWEST = 40  # instruments of a large corpus on the first page


def home_page(library: Library, words: Strings) -> Page:
    """The first page of a language."""
    lines = instrument_lines(library, words, urls.HOME)
    cards = theme_cards(library, words, urls.HOME)
    return Page(
        path=urls.HOME,
        template="home.html.jinja",
        language=words.language,
        title=words("site.title"),
        description=words("site.description"),
        content={
            "cards": cards,
            "start": [card.href for card in cards if card.total and card.id == START],
            "years": by_year(lines[-NEWEST:] if library.large else lines),
            "numbers": numbers(library, words),
            "first": urls.relative(urls.HOME, urls.RESOLUTIONS),
        },
    )


def numbers(library: Library, words: Strings) -> dict[str, str]:
    """How much the edition holds, of which years: of 2008 to 2016, of 2020."""
    heads = library.heads.values()
    years = [head.document.year for head in heads] or [0]
    first, last = min(years), max(years)
    held = {
        "instruments": len(heads),
        "paragraphs": sum(head.units for head in heads),
        "notes": sum(head.notes for head in heads),
        "cited": len(library.cited_by),
    }
    span = words("years.span" if first < last else "years.alone", first=first, last=last)
    return {name: words.figure(number) for name, number in held.items()} | {"years": span}
