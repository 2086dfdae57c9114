"""The page of a theme: scope, key terms, the paragraphs themselves, what they cite."""

from __future__ import annotations

from collections import Counter

from resolutions import urls
from resolutions.models import (
    Key,
    Language,
    Library,
    Page,
    Paragraph,
    Place,
    Reading,
    Span,
    Tag,
    Theme,
    Work,
    record,
)
from resolutions.pages.index import theme_cards
from resolutions.pages.paragraph import ParagraphView, view
from resolutions.words import Words

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
    focus: tuple[ParagraphView, ...]
    mentions: tuple[Excerpt, ...]


def theme_page(theme: Theme, library: Library, words: Words) -> Page:
    """The page of one theme in one interface language."""
    path = urls.theme(theme.id)
    by_slug: dict[str, list[tuple[Place, Tag]]] = {}
    for place, tag in library.by_theme[theme.id]:
        by_slug.setdefault(place.slug, []).append((place, tag))
    newest = sorted(by_slug, key=lambda slug: -library.readings[slug].document.year)
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
            "blocks": [_block(slug, by_slug[slug], library, words, path) for slug in newest],
            "bodies": [
                (body, words(f"body.{body}"))
                for body in ("GA", "ECOSOC", "CCPCJ")
                if any(library.readings[slug].document.body == body for slug in newest)
            ],
            "cited": _cited(theme, library, words, path),
            "others": [c for c in theme_cards(library, words, path) if c.id != theme.id],
        },
    )


def _terms(theme: Theme, words: Words) -> list[TermRow]:
    terms = [words.catalogue.terms[term_id] for term_id in theme.key_terms]
    return [TermRow(id=term.id, names=words.names(term.names, term.sources)) for term in terms]


def _block(
    slug: str, tagged: list[tuple[Place, Tag]], library: Library, words: Words, path: str
) -> Block:
    work = library.works[slug]
    document = work.reading.document
    title, language, _ = words.title(work)
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
        focus=tuple(
            _view(work, place.key, tag, library, words, path)
            for place, tag in tagged
            if tag.strength == "focus"
        ),
        mentions=tuple(
            _excerpt(work, place.key, tag, words, path)
            for place, tag in tagged
            if tag.strength == "mention"
        ),
    )


def _paragraph(work: Work, key: Key, tag: Tag, words: Words) -> tuple[Reading, Paragraph, Tag]:
    """A paragraph in the language of the page if we hold it so, and its theme there."""
    reading = work.holding(key, words.language)
    own = next((each for each in reading.findings[key].tags if each.theme == tag.theme), tag)
    return reading, next(p for p in reading.document.paragraphs if p.key == key), own


def _view(
    work: Work, key: Key, tag: Tag, library: Library, words: Words, path: str
) -> ParagraphView:
    reading, paragraph, own = _paragraph(work, key, tag, words)
    return view(reading.document, reading, paragraph, words, path, library, own)


def _excerpt(work: Work, key: Key, tag: Tag, words: Words, path: str) -> Excerpt:
    reading, paragraph, own = _paragraph(work, key, tag, words)
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


def _cited(theme: Theme, library: Library, words: Words, path: str) -> list[tuple[str, str, int]]:
    """The instruments cited most in the paragraphs that are about a theme."""
    counts: Counter[str] = Counter()
    for place, tag in library.by_theme[theme.id]:
        if tag.strength == "focus":
            findings = library.readings[place.slug].findings[place.key]
            counts.update(c.target for c in findings.citations if c.first and c.target)
    rows = []
    for target, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:SHOWN_CITED]:
        rows.append((urls.relative(path, words.entry(target)), words.cited(target), count))
    return rows
