"""The page of a theme: scope, key terms, the paragraphs themselves, what they cite."""

from __future__ import annotations

from collections import Counter

from resolutions import urls
from resolutions.models import (
    Counted,
    Head,
    Language,
    Library,
    Page,
    Paragraph,
    Reading,
    Span,
    Tag,
    Theme,
    Work,
    record,
)
from resolutions.pages.index import theme_cards
from resolutions.pages.paragraph import ParagraphView, view
from resolutions.words import Named, Words

OPENING = 180  # characters of a paragraph whose theme has no words of its own here
SHOWN_CITED = 12  # the instruments most cited in a theme's paragraphs


@record
class TermRow:
    """A key term in the languages we have it in: (language, direction, name, source)."""

    id: str
    names: tuple[tuple[Language, str, str, str], ...]


@record
class Excerpt:
    """A paragraph that mentions the theme: the clause with the words, and the way to it."""

    name: str
    label: str
    href: str
    place: str
    language: Language
    part: str
    pieces: tuple[tuple[str, bool], ...]  # text, whether it is evidence


@record
class Block:
    """The paragraphs of one instrument under a theme."""

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


def theme_page(theme: Theme, blocks: list[Block], library: Library, words: Words) -> Page:
    """The page of one theme in one interface language; `blocks` in the order of the edition."""
    path = urls.theme(theme.id)
    newest = sorted(blocks, key=lambda block: -block.year)
    card = next(card for card in theme_cards(library, words, path) if card.id == theme.id)
    name = words.name(theme.names)
    return Page(
        path=path,
        template="theme.html.jinja",
        language=words.language,
        title=name,
        description=words("theme.description", name=name, n=card.total),
        content={
            "theme": theme,
            "card": card,
            "name": name,
            "scope": words.name(theme.scope),
            "terms": _terms(theme, words),
            "blocks": newest,
            "bodies": [
                (body, words(f"body.{body}"))
                for body in ("GA", "ECOSOC", "CCPCJ")
                if any(block.body_id == body for block in newest)
            ],
            "cited": _cited(theme, library, words, path),
            "others": [c for c in theme_cards(library, words, path) if c.id != theme.id],
        },
    )


def _terms(theme: Theme, words: Words) -> list[TermRow]:
    terms = [words.catalogue.terms[term_id] for term_id in theme.key_terms]
    return [TermRow(id=term.id, names=words.names(term.names, term.sources)) for term in terms]


def blocks_of(work: Work, library: Library, words: Words) -> dict[str, Block]:
    """The paragraphs of an instrument under each of its themes."""
    head = library.heads[work.slug]
    by_theme: dict[str, list[Counted]] = {}
    for tagged in head.tagged:
        by_theme.setdefault(tagged.theme, []).append(tagged)
    return {theme: _block(head, work, tagged, library, words) for theme, tagged in by_theme.items()}


def _block(head: Head, work: Work, tagged: list[Counted], library: Library, words: Words) -> Block:
    slug, document, path = head.slug, head.document, urls.theme(tagged[0].theme)
    title, language, _ = words.title(head)
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
        focus=tuple(
            _view(work, each, library, words, path) for each in tagged if each.strength == "focus"
        ),
        mentions=tuple(
            _excerpt(work, each, words, path) for each in tagged if each.strength == "mention"
        ),
    )


def _paragraph(work: Work, tagged: Counted, words: Words) -> tuple[Reading, Paragraph, Tag]:
    """A paragraph in the language of the page if we hold it so, and its theme there."""
    reading = work.holding(tagged.key, words.language)
    tags = reading.findings[tagged.key].tags
    own = next(each for each in tags if each.theme == tagged.theme)
    return reading, next(p for p in reading.document.paragraphs if p.key == tagged.key), own


def _view(work: Work, tagged: Counted, library: Library, words: Words, path: str) -> ParagraphView:
    reading, paragraph, own = _paragraph(work, tagged, words)
    return view(reading.document, reading, paragraph, words, path, library, own)


def _excerpt(work: Work, tagged: Counted, words: Words, path: str) -> Excerpt:
    reading, paragraph, own = _paragraph(work, tagged, words)
    document = reading.document
    return Excerpt(
        name=words.paragraph(paragraph.key, paragraph.kind, paragraph.label),
        label=paragraph.label,
        href=urls.relative(path, urls.resolution(document.slug, paragraph.key)),
        place=f"{document.slug}#{paragraph.key}",
        language=document.language,
        part=paragraph.kind,
        pieces=_clause(paragraph.text, own.evidence),
    )


def _clause(text: str, evidence: tuple[Span, ...]) -> tuple[tuple[str, bool], ...]:
    """The words of the evidence with some 20 characters around, cut at commas if they can be.

    Without evidence (a text that takes its themes from the Chinese) the head of the paragraph.
    """
    if not evidence:
        cut = text.rfind(" ", 0, OPENING) if len(text) > OPENING else len(text)
        return ((text[:cut], False), *([("…", False)] if cut < len(text) else []))
    start = max(text.rfind(mark, 0, evidence[0].start) + 1 for mark in "，；：")
    start = max(start, evidence[0].start - 24)
    last = evidence[0]
    for span in evidence:
        if span.end - start <= 90:
            last = span
    ends = [found for mark in "，；。：" if (found := text.find(mark, last.end)) >= 0]
    end = min([*ends, last.end + 24, len(text)])
    pieces = [("…", False)] if start else []
    position = start
    for span in evidence:
        if span.start >= position and span.end <= end:
            pieces += [(text[position : span.start], False), (text[span.start : span.end], True)]
            position = span.end
    pieces.append((text[position:end], False))
    if end < len(text):
        pieces.append(("…", False))
    return tuple(piece for piece in pieces if piece[0])


def _cited(theme: Theme, library: Library, words: Words, path: str) -> list[tuple[str, Named, int]]:
    """The instruments cited most in the paragraphs that are about a theme."""
    counts: Counter[str] = Counter()
    focused = {place for place, strength in library.by_theme[theme.id] if strength == "focus"}
    for slug in {place.slug for place in focused}:
        cited = library.heads[slug].cited
        counts.update(target for key, target in cited if (slug, key) in focused)
    rows = []
    for target, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:SHOWN_CITED]:
        rows.append((urls.relative(path, words.entry(target)), words.cited(target), count))
    return rows
