"""Stages `segment`, `cite`, `tag`, `acts`, `annotate`: all that one document says by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resolutions.acts import Grammar, find_acts
from resolutions.cite import Names, cite
from resolutions.models import (
    TAGGED,
    Citation,
    Document,
    Findings,
    Flaw,
    Key,
    Override,
    Paragraph,
    Reading,
    Target,
)
from resolutions.segment import Lexicon, segment
from resolutions.tag import Tagger

Flaws = Mapping[tuple[str, Key], tuple[Flaw, ...]]


def study(
    document: Document,
    names: Names,
    lexicon: Lexicon,
    tagger: Tagger,
    grammar: Grammar,
    overrides: Mapping[str, list[Override]],
    flaws: Flaws,
) -> Reading:
    """Find the words, citations, themes and flaws of every paragraph of a document."""
    citations, note_citations, unresolved = cite(document, names)
    findings: dict[Key, Findings] = {}
    for paragraph in document.paragraphs:
        tokens, terms = segment(paragraph.text, lexicon)
        place = (document.slug, paragraph.key)
        found = flaws.get(place, ())
        ruled = overrides.get(f"{document.slug}#{paragraph.key}", [])
        tags = tagger.tag(paragraph.text, terms, ruled) if paragraph.kind in TAGGED else ()
        findings[paragraph.key] = Findings(
            tokens=tokens,
            terms=terms,
            citations=_restored(citations[paragraph.key], found, paragraph),
            tags=tags,
            acts=find_acts(
                paragraph.text,
                paragraph.kind,
                document.body,
                grammar,
                paragraph.emphasis,
                terms,
            ),
            flaws=found,
        )
    return Reading(
        document=document,
        findings=findings,
        note_citations=note_citations,
        note_flaws={
            note.key: flaws[document.slug, note.key]
            for note in document.footnotes
            if (document.slug, note.key) in flaws
        },
        unresolved=unresolved,
    )


def by_place(overrides: Iterable[Override]) -> dict[str, list[Override]]:
    """Rulings by the paragraph they are about."""
    places: dict[str, list[Override]] = {}
    for override in overrides:
        places.setdefault(override.place, []).append(override)
    return places


def _restored(
    citations: tuple[Citation, ...], flaws: tuple[Flaw, ...], paragraph: Paragraph
) -> tuple[Citation, ...]:
    """Add what an erratum restores: 69/195 and 69/199 out of 69/19569/199."""
    seen: set[Target] = {citation.target for citation in citations}
    restored = [
        Citation(flaw.span, target, first=target not in seen)
        for flaw in flaws
        for target in flaw.erratum.citations
    ]
    if not restored:
        return citations
    return tuple(sorted((*citations, *restored), key=lambda each: each.span.start))
