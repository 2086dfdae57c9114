"""The list of all instruments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from resolutions.model.library import Head, Library, Page
from resolutions.model.records import Language, record
from resolutions.site.pages.parts import by, counted, cut
from resolutions.web import urls
from resolutions.web.scripts import call
from resolutions.web.strings import Strings


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


def resolutions_pages(library: Library, words: Strings) -> Iterator[Page]:
    """The list of all instruments."""
    lines = instrument_lines(library, words, urls.RESOLUTIONS)
    years = by((str(year), line) for year, own in by_year(lines) for line in own)
    for part in cut(urls.RESOLUTIONS, counted(years), library.many):
        shown = [line for year in part.keys for line in years[year]]
        yield Page(
            path=part.path,
            template="resolutions.html.jinja",
            language=words.language,
            title=words("nav.resolutions"),
            description=words("resolutions.lead"),
            content={
                "years": by_year(shown),
                "parts": part.links,
                "count": len(lines),
                "script": f"../../{urls.titles(words.language)}" if library.many else "",
            },
        )


def titles_script(library: Library, words: Strings) -> Iterator[tuple[str, str]]:
    """Of very many: the script by which the list of one year finds texts of every year.

    A row an instrument, as the list has them: slug, label, title, its language, date.
    """
    if library.many:
        lines = instrument_lines(library, words, urls.RESOLUTIONS)
        rows = [
            [line.slug, line.label, line.title, line.title_language, line.date]
            for _, own in by_year(lines)
            for line in own
        ]
        yield urls.titles(words.language), call("edition.titles", rows)


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
