"""The pages that show the whole: home, the list of instruments, of themes, the matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from resolutions.model.library import Head, Library, Page, Place
from resolutions.model.records import Language, Strength, record
from resolutions.model.rules import AddresseeId, Theme
from resolutions.site.pages.crossed import Crossed, crossed, shared
from resolutions.site.pages.parts import by, counted, cut, paged
from resolutions.web import urls
from resolutions.web.strings import Strings

COLUMNS = 120  # instruments of a matrix of a large corpus
NEWEST = 40  # instruments of a large corpus on the first page


@record
class InstrumentLine:
    """An instrument in a list."""

    slug: str
    label: str
    title: str
    title_language: Language
    official: bool
    source_title: str
    source_language: Language
    href: str
    year: int
    date: str
    body: str
    status: str
    draft: bool
    paragraphs: int
    themes: tuple[tuple[str, str, int], ...]  # the core themes it is about: id, name, count


@record
class ThemeCard:
    """A theme in a list, with its counts."""

    id: str
    group: str
    name: str
    scope: str
    href: str
    focus: int
    total: int
    instruments: int


@record
class Cell:
    """A theme in an instrument."""

    focus: int
    mention: int
    href: str
    level: int  # 0 to 4: how dark


def home_page(library: Library, words: Strings) -> Page:
    """The first page of a language."""
    lines = instrument_lines(library, words, urls.HOME)
    return Page(
        path=urls.HOME,
        template="home.html.jinja",
        language=words.language,
        title=words("site.title"),
        description=words("site.description"),
        content={
            "cards": theme_cards(library, words, urls.HOME),
            "years": by_year(lines[-NEWEST:] if library.large else lines),
            "numbers": numbers(library),
            "first": urls.relative(urls.HOME, urls.RESOLUTIONS),
        },
    )


def numbers(library: Library) -> dict[str, int]:
    """How much the edition holds, of which years."""
    heads = library.heads.values()
    years = [head.document.year for head in heads]
    return {
        "instruments": len(heads),
        "paragraphs": sum(head.units for head in heads),
        "notes": sum(head.notes for head in heads),
        "cited": len(library.cited_by),
        "first": min(years, default=0),
        "last": max(years, default=0),
    }


def resolutions_pages(library: Library, words: Strings) -> Iterator[Page]:
    """The list of all instruments."""
    lines = instrument_lines(library, words, urls.RESOLUTIONS)
    years = by((str(year), line) for year, own in by_year(lines) for line in own)
    for part in cut(urls.RESOLUTIONS, counted(years), library.large):
        shown = [line for year in part.keys for line in years[year]]
        yield Page(
            path=part.path,
            template="resolutions.html.jinja",
            language=words.language,
            title=words("nav.resolutions"),
            description=words("resolutions.lead"),
            content={"years": by_year(shown), "parts": part.links},
        )


def instrument_lines(library: Library, words: Strings, page: str) -> list[InstrumentLine]:
    """All instruments, newest year first, as printed within a year."""
    lines = []
    for slug, head in library.heads.items():
        document = head.document
        title, language, official = words.title(head)
        lines.append(
            InstrumentLine(
                slug=slug,
                label=words.label(document),
                title=title,
                title_language=language,
                official=official,
                source_title=head.titles[head.reference],
                source_language=document.language,
                href=urls.relative(page, urls.resolution(slug)),
                year=document.year,
                date=words.date(document.date) if document.date else str(document.year),
                body=words(f"body.{document.body}"),
                status=words(f"status.{document.status}"),
                draft=document.status == "draft",
                paragraphs=head.units,
                themes=_core_themes(head, words),
            )
        )
    return lines


def _core_themes(head: Head, words: Strings) -> tuple[tuple[str, str, int], ...]:
    focus = Counter(each.theme for each in head.tagged if each.strength == "focus")
    return tuple(
        (theme.id, words.name(theme.names), focus[theme.id])
        for theme in words.catalogue.themes
        if theme.group == "core" and focus[theme.id]
    )


def by_year(lines: Iterable[InstrumentLine]) -> list[tuple[int, list[InstrumentLine]]]:
    """Lines under their years, the newest first."""
    years: dict[int, list[InstrumentLine]] = {}
    for line in lines:
        years.setdefault(line.year, []).append(line)
    return sorted(years.items(), reverse=True)


def theme_cards(library: Library, words: Strings, page: str) -> list[ThemeCard]:
    """All themes with their counts, in the order of the taxonomy."""
    return [
        _card(theme, library.by_theme[theme.id], words, page) for theme in words.catalogue.themes
    ]


def _card(
    theme: Theme, tagged: tuple[tuple[Place, Strength], ...], words: Strings, page: str
) -> ThemeCard:
    return ThemeCard(
        id=theme.id,
        group=theme.group,
        name=words.name(theme.names),
        scope=words.name(theme.scope),
        href=urls.relative(page, urls.theme(theme.id)),
        focus=sum(strength == "focus" for _, strength in tagged),
        total=len(tagged),
        instruments=len({place.slug for place, _ in tagged}),
    )


def themes_page(library: Library, words: Strings) -> Page:
    """The list of all themes with their scope notes."""
    return Page(
        path=urls.THEMES,
        template="themes.html.jinja",
        language=words.language,
        title=words("nav.themes"),
        description=words("themes.lead"),
        content={"cards": theme_cards(library, words, urls.THEMES)},
    )


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
                "rows": [(card, _cells(card.id, shown, counts, library)) for card in cards],
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
