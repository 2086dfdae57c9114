"""The matrix: themes by instruments, and what is crossed with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from resolutions.model.library import Library, Page
from resolutions.model.records import record
from resolutions.model.rules import AddresseeId
from resolutions.site.pages.crosstab import Crossed, crossed, shared
from resolutions.site.pages.parts import by, counted, cut, paged
from resolutions.site.pages.resolutions import InstrumentLine, instrument_lines
from resolutions.site.pages.themes import ThemeCard, theme_cards
from resolutions.web import urls
from resolutions.web.strings import Strings

COLUMNS = 120  # instruments of a matrix of a large corpus


@record
class Cell:
    """A theme in an instrument."""

    focus: int
    mention: int
    href: str
    level: int  # 0 to 4: how dark


def matrix_pages(
    library: Library, words: Strings, asked: Mapping[str, Counter[str]]
) -> Iterator[Page]:
    """Themes by instruments: how many paragraphs, and a way to them.

    `asked`: how many paragraphs of each theme ask each addressee; empty in a large corpus.
    """
    counts: dict[tuple[str, str], list[int]] = {}
    for theme, tagged in library.by_theme.items():
        for place, strength in tagged:
            cell = counts.setdefault((theme, place.slug), [0, 0])
            cell[strength != "focus"] += 1
    lines = instrument_lines(library, words, urls.MATRIX)
    cards = theme_cards(library, words, urls.MATRIX)
    newest = sorted(lines, key=lambda line: -line.year) if library.large else lines
    years = paged(by((str(line.year), line) for line in newest), COLUMNS)
    for part in cut(urls.MATRIX, counted(years), library.large):
        shown = [line for year in part.keys for line in years[year]]
        yield Page(
            path=part.path,
            template="matrix.html.jinja",
            language=words.language,
            title=words("nav.matrix"),
            description=words("matrix.lead"),
            content={
                "rows": [
                    (card, _cells(card.id, shown, counts, library)) for card in cards if card.total
                ],
                "columns": shown,
                "parts": part.links,
                "crossings": _crossings(cards, library, words, asked),
            },
        )


def _crossings(
    cards: Sequence[ThemeCard],
    library: Library,
    words: Strings,
    asked: Mapping[str, Counter[str]],
) -> list[Crossed]:
    themes = [(card.id, card.name, card.href) for card in cards if card.total]
    addressees = [(one, words(f"addressee.{one}"), "") for one in get_args(AddresseeId)]
    tables = [crossed("themes", themes, themes, shared(library))]
    return tables + ([crossed("addressees", themes, addressees, asked)] if asked else [])


def _cells(
    theme: str,
    lines: list[InstrumentLine],
    counts: dict[tuple[str, str], list[int]],
    library: Library,
) -> list[Cell]:
    cells = []
    for line in lines:
        focus, mention = counts.get((theme, line.slug), (0, 0))
        page = urls.theme(theme, library.theme_part(theme, line.slug))
        href = urls.relative(urls.MATRIX, page) + f"#{line.slug}"
        level = _level(focus, mention)
        cells.append(Cell(focus=focus, mention=mention, href=href, level=level))
    return cells


def _level(focus: int, mention: int) -> int:
    if not focus:
        return 1 if mention else 0
    return 2 if focus < 3 else 3 if focus < 8 else 4
