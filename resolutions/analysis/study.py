"""Stages `segment`, `cite`, `tag`, `acts`, `annotate`: all that one document says by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from resolutions.analysis.acts.acts import Grammar, find_acts
from resolutions.analysis.citations.cite import cite
from resolutions.analysis.citations.names import Names
from resolutions.analysis.segment import Lexicon, segment
from resolutions.analysis.texts import Texts
from resolutions.analysis.themes.tag import Tagged, Tagger
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document, Paragraph
from resolutions.model.findings import Act, Citation, Findings, Flaw, Reading, Tag
from resolutions.model.library import Work
from resolutions.model.records import ACTING, TAGGED, Key, Language, Span, Target, record
from resolutions.model.rules import Override

NOWHERE = Span(0, 0)
LEAD_BY = 12  # offset by which a lead verb begins: "Also requests", "The Assembly requests"
AS_READ = {ord("\N{NON-BREAKING HYPHEN}"): "-"} | dict.fromkeys(map(ord, "\u200b\u200e\u200f"), " ")
Flaws = Mapping[tuple[str, Key], tuple[Flaw, ...]]


@record
class Rules:
    """All that the rules for the texts of one language know, ready for use."""

    names: Names
    lexicon: Lexicon
    tagger: Tagger
    grammar: Grammar
    rulings: Mapping[str, list[Override]]

    @classmethod
    def of(cls, catalogue: Catalogue) -> dict[Language, Rules]:
        """The rules of a catalogue by language, in the order in which a text is chosen."""
        rulings = by_place(each for each, _ in catalogue.overrides)
        return {
            code: cls(
                names=Names.of(catalogue.instruments, book.citing),
                lexicon=Lexicon.of(catalogue.terms.values(), code),
                tagger=Tagger.of(book.themes, book.lists),
                grammar=Grammar(book.acts),
                rulings=rulings,
            )
            for code, book in catalogue.rulebooks.items()
        }


def study_work(texts: Texts, rules: Mapping[Language, Rules], flaws: Flaws) -> Work:
    """Read an instrument in all its languages: one text by rules, the others by that one."""
    studied = next((code for code in rules if code in texts.documents), None)
    source = study(texts.documents[studied], rules[studied], flaws) if studied else None
    return Work(
        slug=texts.slug,
        reference=texts.reference,
        texts={
            code: source if source and code == studied else follow(document, source)
            for code, document in texts.documents.items()
        },
        unpaired=texts.unpaired,
        studied=studied,
    )


def study(document: Document, rules: Rules, flaws: Flaws) -> Reading:
    """Find the words, citations, themes and flaws of every paragraph of a document."""
    read = plain(document)
    citations, note_citations, unresolved = cite(read, rules.names)
    findings: dict[Key, Findings] = {}
    fired: set[str] = set()
    said: list[str] = []
    for paragraph in read.paragraphs:
        own = flaws.get((document.slug, paragraph.key), ())
        found, rules_fired = _found(document, paragraph, rules, said)
        said.append(paragraph.text)
        findings[paragraph.key] = replace(
            found, citations=_restored(citations[paragraph.key], own, paragraph), flaws=own
        )
        fired |= rules_fired
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
        fired=tuple(sorted(fired)),
    )


def _found(
    document: Document, paragraph: Paragraph, rules: Rules, said: Sequence[str]
) -> tuple[Findings, frozenset[str]]:
    """The words, terms, themes and acts of a paragraph, and the rules of themes that fired.

    `said`: the texts of the paragraphs before it.
    """
    text = paragraph.text
    tokens, terms = segment(text, rules.lexicon)
    tagged = Tagged((), frozenset())
    if paragraph.kind in TAGGED:
        ruled = rules.rulings.get(f"{document.slug}#{paragraph.key}", [])
        tagged = rules.tagger.tag(text, terms, ruled)
    acts: tuple[Act, ...] = ()
    if paragraph.kind in ACTING:
        acts = find_acts(
            text, paragraph.kind, document.body, rules.grammar, paragraph.emphasis, terms, said
        )
    words = " ".join([str(end - start) for start, end in tokens])
    return Findings(words=words, terms=terms, tags=tagged.tags, acts=acts), tagged.fired


def plain(document: Document) -> Document:
    """The text as rules read it: a hyphen is a hyphen, a mark that nobody sees a blank."""
    paragraphs = [replace(each, text=as_read(each.text)) for each in document.paragraphs]
    notes = [
        replace(each, text=as_read(each.text)) if each.text else each for each in document.footnotes
    ]
    return replace(document, paragraphs=tuple(paragraphs), footnotes=tuple(notes))


def as_read(text: str) -> str:
    """A text as rules read it."""
    return text if text.isascii() else text.translate(AS_READ)


def follow(document: Document, source: Reading | None) -> Reading:
    """Read a text in another language: what its file links, and by key what the source says.

    Themes, acts and addressees are found on the source; here they have no evidence.
    """
    findings: dict[Key, Findings] = {}
    nothing = Findings()
    for paragraph in document.paragraphs:
        found = source.findings.get(paragraph.key, nothing) if source else nothing
        findings[paragraph.key] = Findings(
            citations=_linked(paragraph.links),
            tags=tuple([Tag(tag.theme, tag.strength, (), "aligned") for tag in found.tags]),
            acts=_acts(found.acts, paragraph.emphasis),
        )
    return Reading(
        document=document,
        findings=findings,
        note_citations={note.key: _linked(note.links) for note in document.footnotes},
        note_flaws={},
        unresolved=(),
    )


def _linked(links: Sequence[tuple[Span, Target]]) -> tuple[Citation, ...]:
    seen: set[Target] = set()
    found = []
    for span, target in links:
        found.append(Citation(span, target, first=target not in seen))
        seen.add(target)
    return tuple(found)


def _acts(acts: tuple[Act, ...], emphasis: tuple[Span, ...]) -> tuple[Act, ...]:
    """The acts of the source; the first stands where the text itself marks its lead verb."""
    lead = next((span for span in emphasis if span.start <= LEAD_BY), NOWHERE)
    return tuple([Act(NOWHERE if n else lead, *act[1:]) for n, act in enumerate(acts)])


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
