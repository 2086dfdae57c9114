"""The pages of the themes, as the works of an edition pass by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from resolutions.model.library import Library, Page
from resolutions.model.records import Body, Language, record
from resolutions.model.rules import Theme
from resolutions.site.pages.crosstab import shared
from resolutions.site.pages.parts import Part, by, cut
from resolutions.site.pages.theme.block import Block
from resolutions.site.pages.theme.overview import asked_of, choices, years
from resolutions.site.pages.themes import ThemeCard, theme_cards
from resolutions.web import urls
from resolutions.web.glossary import place_of
from resolutions.web.strings import CitedName, Strings

SHOWN_OTHERS = 8  # the themes most often found in the same paragraphs
SHOWN_CITED = 12  # the instruments most cited in a theme's paragraphs


@record
class TermRow:
    """A key term in the languages we have it in: (language, direction, name, source)."""

    id: str
    href: str  # its page, or its entry in the glossary
    names: tuple[tuple[Language, str, str, str], ...]


@record
class ThemePages:
    """The pages of the themes in one interface language, as the works pass by.

    Very many works pass year by year, so that the paragraphs of one year are held at a time.
    """

    library: Library
    words: Strings
    themes: Mapping[str, Theme]
    cards: Mapping[str, ThemeCard]
    shelves: Sequence[tuple[str, list[str]]]  # the works as they are to pass, by year or at once
    parts: Mapping[str, Mapping[str, Sequence[Part]]]  # of each theme's page, by shelf
    cited: Mapping[str, list[tuple[str, CitedName, int]]]
    shared: Mapping[str, Counter[str]]  # by theme: the others of its paragraphs

    @classmethod
    def of(cls, library: Library, words: Strings) -> ThemePages:
        """What the pages show besides paragraphs, and the order in which these are to come."""
        themes = {theme.id: theme for theme in words.catalogue.themes}
        shelves = _shelves(library)
        return cls(
            library=library,
            words=words,
            themes=themes,
            cards={card.id: card for card in theme_cards(library, words, urls.THEMES)},
            shelves=shelves,
            parts={theme: _parts(theme, shelves[0][0], library) for theme in themes},
            cited={theme: _cited(theme, library, words) for theme in themes},
            shared=shared(library),
        )

    def _shows(self, part: Part, theme_id: str, slug: str) -> bool:
        return not part.keys or self.library.theme_part(theme_id, slug) in part.keys

    def pages(self, theme_id: str, shelf: str, blocks: list[Block]) -> Iterator[Page]:
        """What the pages of a theme show of one shelf; `blocks` in the order of the edition."""
        theme, card, words = self.themes[theme_id], self.cards[theme_id], self.words
        name = words.name(theme.names)
        blocks.sort(key=lambda block: -block.heading.year)
        every = blocks
        for part in self.parts[theme_id].get(shelf, ()):
            blocks = [block for block in every if self._shows(part, theme_id, block.heading.slug)]
            yield Page(
                path=part.path,
                template="theme.html.jinja",
                language=words.language,
                title=name if part.path == urls.theme(theme_id) else f"{name} {part.name}",
                description=words("theme.description", name=name, n=card.total),
                content={
                    "theme": theme,
                    "card": card,
                    "name": name,
                    "scope": words.name(theme.scope),
                    "terms": _terms(theme, self.library, words),
                    "parts": part.links,
                    "large": self.library.large,
                    "blocks": blocks,
                    "choices": choices(blocks),
                    "years": years(blocks, words),
                    "bodies": [
                        (body, words(f"body.{body}"))
                        for body in get_args(Body)
                        if any(block.body_id == body for block in blocks)
                    ],
                    "cited": self.cited[theme_id],
                    "own": part.path.rpartition("/")[2],
                    "asked": [
                        (one, words(f"addressee.{one}"), count)
                        for one, count in asked_of(blocks).most_common(SHOWN_OTHERS)
                    ],
                    "others": [
                        (self.cards[other], count)
                        for other, count in self.shared[theme_id].most_common(SHOWN_OTHERS)
                    ],
                },
            )


def _shelves(library: Library) -> list[tuple[str, list[str]]]:
    """The works in the order they are to pass: all at once or, of very many, by year."""
    if not library.many:
        return [("", list(library.heads))]
    years = by((_year(slug, library), slug) for slug in library.heads)
    return sorted(years.items(), reverse=True)


def _parts(theme: str, newest: str, library: Library) -> dict[str, list[Part]]:
    """The parts of a theme's page, by the shelf whose works they show."""
    slugs = {place.slug for place, _ in library.by_theme[theme]}
    if not slugs:  # nothing would stand on it
        return {}
    counts = Counter(part for slug in slugs if (part := library.theme_part(theme, slug)))
    if not counts:
        return {newest: cut(urls.theme(theme), {}, large=False)}
    order = sorted(counts, key=lambda part: (-int(part[:4]), int(part[5:] or 1)))
    parts = cut(urls.theme(theme), {part: counts[part] for part in order}, large=True)
    return by((part.keys[0][:4], part) for part in parts)


def _year(slug: str, library: Library) -> str:
    return str(library.heads[slug].document.year)


def _terms(theme: Theme, library: Library, words: Strings) -> list[TermRow]:
    terms = [words.catalogue.terms[term_id] for term_id in theme.key_terms]
    path = urls.theme(theme.id)
    return [
        TermRow(
            id=term.id,
            href=urls.relative(path, place_of(term, library, words.catalogue, words.language)),
            names=words.names(term.names, term.sources),
        )
        for term in terms
    ]


def _cited(theme: str, library: Library, words: Strings) -> list[tuple[str, CitedName, int]]:
    """The instruments cited most in the paragraphs that are about a theme."""
    counts: Counter[str] = Counter()
    focused = {place for place, strength in library.by_theme[theme] if strength == "focus"}
    for slug in {place.slug for place in focused}:
        cited = library.heads[slug].cited
        counts.update(target for key, target in cited if (slug, key) in focused)
    path, rows = urls.theme(theme), []
    for target, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:SHOWN_CITED]:
        rows.append((urls.relative(path, words.entry(target)), words.cited(target), count))
    return rows
