"""The page of a theme: scope, key terms, the paragraphs themselves, what they cite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, get_args

from resolutions.analysis.aided import AidReadings
from resolutions.model.document import Paragraph
from resolutions.model.findings import Reading, Tag
from resolutions.model.library import Counted, Head, Library, Page, Work
from resolutions.model.records import Body, Language, record
from resolutions.model.rules import Theme
from resolutions.site.pages.crossed import shared
from resolutions.site.pages.excerpt import Pieces, aid_here, aided, clause, named
from resolutions.site.pages.index import theme_cards
from resolutions.site.pages.parts import Part, by, cut
from resolutions.site.paragraph.view import ParagraphView, lead_of, view
from resolutions.web import urls
from resolutions.web.glossary import place_of
from resolutions.web.strings import CitedName, Strings

WHOLE = 2  # paragraphs of an instrument that a large corpus shows in full
SHOWN_OTHERS = 8  # the themes most often found in the same paragraphs
SHOWN_CITED = 12  # the instruments most cited in a theme's paragraphs


@record
class TermRow:
    """A key term in the languages we have it in: (language, direction, name, source)."""

    id: str
    href: str  # its page, or its entry in the glossary
    names: tuple[tuple[Language, str, str, str], ...]


@record
class Excerpt:
    """A paragraph that mentions the theme: the clause with the words, and the way to it."""

    name: str
    href: str
    place: str  # "a-res-71-209#op37"
    language: Language
    part: str
    lead: str
    asks: str
    pieces: Pieces
    aid_language: Language
    aid: Pieces  # the same clause in the reading aid; () where none serves


class Ways(NamedTuple):
    """The ways to paragraphs that are not shown themselves, alike in strength and part."""

    strength: str
    part: str
    ways: tuple[tuple[str, str], ...]  # address, name


@record
class YearBar:
    """A year of a theme: its paragraphs by organ, as parts of the longest bar."""

    year: int
    total: int
    shares: tuple[tuple[str, str, int, float], ...]  # organ, its name, how many, per cent


@record
class Block:
    """The paragraphs of one instrument under a theme; a large corpus shows the first of them."""

    slug: str
    label: str
    title: str
    title_language: Language
    href: str
    date: str
    status: str
    draft: bool
    body: str
    body_id: str
    year: int
    focus: tuple[ParagraphView, ...]
    mentions: tuple[Excerpt, ...]
    ways: tuple[Ways, ...]


class ThemePages:
    """The pages of the themes in one interface language, as the works pass by.

    A large corpus passes year by year, so that the paragraphs of one year are held at a time.
    """

    def __init__(self, library: Library, words: Strings) -> None:
        self.library, self.words = library, words
        self.themes = {theme.id: theme for theme in words.catalogue.themes}
        self.cards = {card.id: card for card in theme_cards(library, words, urls.THEMES)}
        self.shelves = self._shelves()
        self.parts = {theme: self._parts(theme) for theme in self.themes}
        self.cited = {theme: _cited(theme, library, words) for theme in self.themes}
        self.shared = shared(library)

    def _shelves(self) -> list[tuple[str, list[str]]]:
        """The works in the order they are to pass: all at once or, of a large corpus, by year."""
        if not self.library.large:
            return [("", list(self.library.heads))]
        years = by((self._year(slug), slug) for slug in self.library.heads)
        return sorted(years.items(), reverse=True)

    def pages(self, theme_id: str, shelf: str, blocks: list[Block]) -> Iterator[Page]:
        """What the pages of a theme show of one shelf; `blocks` in the order of the edition."""
        theme, card, words = self.themes[theme_id], self.cards[theme_id], self.words
        name = words.name(theme.names)
        blocks.sort(key=lambda block: -block.year)
        for part in self.parts[theme_id].get(shelf, ()):
            yield Page(
                path=part.path,
                template="theme.html.jinja",
                language=words.language,
                title=name if part.path == urls.theme(theme_id) else f"{name} {part.keys[0]}",
                description=words("theme.description", name=name, n=card.total),
                content={
                    "theme": theme,
                    "card": card,
                    "name": name,
                    "scope": words.name(theme.scope),
                    "terms": _terms(theme, words),
                    "parts": part.links,
                    "blocks": blocks,
                    "choices": _choices(blocks, words),
                    "years": _years(blocks, words),
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

    def _parts(self, theme: str) -> dict[str, list[Part]]:
        """The parts of a theme's page, by the shelf whose works they show."""
        slugs = {place.slug for place, _ in self.library.by_theme[theme]}
        years = Counter(map(self._year, slugs))
        newest = self.shelves[0][0]
        if not self.library.large or not years:
            return {newest: cut(urls.theme(theme), {}, large=False)}
        parts = cut(urls.theme(theme), dict(sorted(years.items(), reverse=True)), large=True)
        return by((part.keys[0], part) for part in parts)

    def _year(self, slug: str) -> str:
        return str(self.library.heads[slug].document.year)


def _choices(blocks: Sequence[Block], words: Strings) -> list[tuple[str, list[tuple[str, str]]]]:
    """What a reader can narrow a theme to: the name of a filter, its values with their names."""
    acts = [(each.lead, each.asks) for block in blocks for each in block.focus]
    acts += [(each.lead, each.asks) for block in blocks for each in block.mentions]
    leads = {lead for lead, _ in acts if lead}
    asked = {one for _, asks in acts for one in asks.split()}
    years = sorted({block.year for block in blocks}, reverse=True)
    return [
        (
            "verb",
            sorted(((each, words(f"act.{each}")) for each in leads), key=lambda e: (e[1], e[0])),
        ),
        (
            "addressee",
            sorted(((e, words(f"addressee.{e}")) for e in asked), key=lambda e: (e[1], e[0])),
        ),
        ("instrument", [(block.slug, block.label) for block in blocks]),
        ("year", [(str(year), str(year)) for year in years]),
    ]


def _years(blocks: Sequence[Block], words: Strings) -> list[YearBar]:
    """How many paragraphs of each year and organ have the theme, for a small picture."""
    counts: Counter[tuple[int, str]] = Counter()
    for block in blocks:
        ways = sum(len(each.ways) for each in block.ways)
        counts[block.year, block.body_id] += len(block.focus) + len(block.mentions) + ways
    years = by((year, (body, count)) for (year, body), count in counts.items())
    most = max((sum(n for _, n in own) for own in years.values()), default=1)
    return [
        YearBar(
            year=year,
            total=sum(count for _, count in own),
            shares=tuple(
                (body, words(f"body.{body}"), count, round(100 * count / most, 1))
                for body, count in sorted(own)
            ),
        )
        for year, own in sorted(years.items())
    ]


def asked_of(blocks: Iterable[Block]) -> Counter[str]:
    """How many of the paragraphs shown ask each addressee for something."""
    asks = [each.asks for block in blocks for each in block.focus]
    asks += [each.asks for block in blocks for each in block.mentions]
    return Counter(one for each in asks for one in each.split())


def _terms(theme: Theme, words: Strings) -> list[TermRow]:
    terms = [words.catalogue.terms[term_id] for term_id in theme.key_terms]
    path = urls.theme(theme.id)
    return [
        TermRow(
            id=term.id,
            href=urls.relative(path, place_of(term, words.catalogue, words.language)),
            names=words.names(term.names, term.sources),
        )
        for term in terms
    ]


def blocks_of(
    work: Work, library: Library, words: Strings, readings: AidReadings
) -> dict[str, Block]:
    """The paragraphs of an instrument under each of its themes.

    The pages in the language of a reading aid hold it; in the others a script brings it.
    """
    head = library.heads[work.slug]
    aid = aid_here(head, words, readings)
    by_theme: dict[str, list[Counted]] = {}
    for tagged in head.tagged:
        by_theme.setdefault(tagged.theme, []).append(tagged)
    return {
        theme: _block(head, work, tagged, library, words, aid) for theme, tagged in by_theme.items()
    }


def _block(
    head: Head,
    work: Work,
    tagged: list[Counted],
    library: Library,
    words: Strings,
    aid: Reading | None,
) -> Block:
    slug, document, path = head.slug, head.document, urls.theme(tagged[0].theme)
    title, language, _ = words.title(head)
    focus = [each for each in tagged if each.strength == "focus"]
    others = [each for each in tagged if each.strength == "mention"]
    if library.large:  # where some are chosen, not the title, which stands above
        focus.sort(key=lambda each: each.key == "title")
    whole = focus[:WHOLE] if library.large else focus
    return Block(
        slug=slug,
        label=words.label(document),
        title=title,
        title_language=language,
        href=urls.relative(path, urls.resolution(slug)),
        date=words.date(document.date) if document.date else str(document.year),
        status=words(f"status.{document.status}"),
        draft=document.status == "draft",
        body=words(f"body.{document.body}"),
        body_id=document.body,
        year=document.year,
        focus=tuple(_view(work, each, library, words, path, aid) for each in whole),
        mentions=()
        if library.large
        else tuple(_excerpt(work, each, words, path, aid) for each in others),
        ways=_ways(head, (*focus[WHOLE:], *others), words, path) if library.large else (),
    )


def _tagged_paragraph(
    work: Work, tagged: Counted, words: Strings
) -> tuple[Reading, Paragraph, Tag]:
    """A paragraph in the language of the page if we hold it so, and its theme there."""
    reading = work.holding(tagged.key, words.language)
    tags = reading.findings[tagged.key].tags
    own = next(each for each in tags if each.theme == tagged.theme)
    return reading, next(p for p in reading.document.paragraphs if p.key == tagged.key), own


def _view(
    work: Work, tagged: Counted, library: Library, words: Strings, path: str, aid: Reading | None
) -> ParagraphView:
    reading, paragraph, own = _tagged_paragraph(work, tagged, words)
    return view(reading, paragraph, words, path, library, own, aid=aid)


def _ways(head: Head, tagged: Sequence[Counted], words: Strings, path: str) -> tuple[Ways, ...]:
    groups = by(((each.strength, _part(head.kinds[each.key][0])), each.key) for each in tagged)
    return tuple(
        Ways(
            strength=strength,
            part=part,
            ways=tuple(
                (urls.relative(path, urls.resolution(head.slug, key)), words.place(head, key))
                for key in keys
            ),
        )
        for (strength, part), keys in groups.items()
    )


def _part(kind: str) -> str:
    return "preambular" if kind == "preambular" else "operative"


def _excerpt(
    work: Work, tagged: Counted, words: Strings, path: str, aid: Reading | None
) -> Excerpt:
    reading, paragraph, own = _tagged_paragraph(work, tagged, words)
    document = reading.document
    rendered = aided(aid, tagged.key)
    return Excerpt(
        name=words.paragraph(paragraph.key, paragraph.kind, paragraph.label),
        href=urls.relative(path, urls.resolution(document.slug, paragraph.key)),
        place=f"{document.slug}#{paragraph.key}",
        language=document.language,
        part=_part(paragraph.kind),
        lead=lead_of(reading.findings[tagged.key]),
        asks=" ".join(reading.findings[tagged.key].addressees),
        pieces=clause(paragraph.text, own.evidence, document.language),
        aid_language=aid.document.language if aid else "",
        aid=clause(rendered, named(rendered, reading, tagged.key, own, words), "en")
        if rendered
        else (),
    )


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
