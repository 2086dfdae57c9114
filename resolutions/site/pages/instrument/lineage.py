"""What an instrument goes on from, and what goes on from it, as far as is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from resolutions.analysis.texts import by_year_and_symbol
from resolutions.model.document import Document
from resolutions.model.instruments import Held, Relation
from resolutions.model.library import Library
from resolutions.model.records import Language, record
from resolutions.web import urls
from resolutions.web.strings import Strings

# What another text's relation to this one is called on the page of this one; who recalls it is told
# by the texts that cite it.
INVERSE = {
    "revised-as": "drafted-as",
    "adopted-as": "drafted-as",
    "recommended-as": "drafted-as",
    "succeeds": "succeeded-by",
}
BEFORE = ("drafted-as", "succeeds", "recalls")  # relations to what was there before


@record
class Step:
    """A step of the lineage."""

    relation: str
    label: str
    name: str
    language: Language
    href: str
    official: str
    certainty: str
    certainty_name: str
    evidence: str
    before: bool  # whether it stands before this text


def lineage(document: Document, library: Library, words: Strings, path: str) -> list[Step]:
    """The steps that `held.yml` tells of, from this text and to it; those before it first."""
    held = words.catalogue.held
    own = held[document.slug].lineage if document.slug in held else ()
    relations: list[tuple[str, Relation]] = [(each.relation, each) for each in own]
    relations += [
        (INVERSE[to.relation], replace(to, symbol=other.symbol, slug=other.slug))
        for other, to in _leading_here(document, library, held)
    ]
    steps = [_step(name, relation, library, words, path) for name, relation in relations]
    return sorted(steps, key=lambda step: not step.before)


def _leading_here(
    document: Document, library: Library, held: Mapping[str, Held]
) -> list[tuple[Document, Relation]]:
    """The texts from which a relation with a name of its own leads to one, oldest first."""
    found = [
        (library.heads[slug].document, to)
        for slug, known in held.items()
        if slug != document.slug
        for to in known.lineage
        if to.relation in INVERSE
        and (to.slug or library.by_symbol.get(to.symbol)) == document.slug
        and slug in library.heads
    ]
    return sorted(found, key=lambda each: by_year_and_symbol(each[0]))


def _step(name: str, relation: Relation, library: Library, words: Strings, path: str) -> Step:
    """A step; `name`: what it is called, seen from the page."""
    slug = relation.slug or library.by_symbol.get(relation.symbol)
    document = library.heads[slug].document if slug and slug in library.heads else None
    target = urls.resolution(slug) if document and slug else ""
    if not target and relation.symbol in library.cited_by:
        target = words.entry(relation.symbol)
    instrument = words.catalogue.instruments.get(relation.symbol)
    certain = relation.certainty != "unconfirmed"
    return Step(
        relation=words(f"lineage.{name}"),
        label=words.label(document) if document else words.symbol(relation.symbol),
        name=words.name(instrument.names) if instrument and not document else "",
        language=words.language_of(instrument.names) if instrument else words.language,
        href=urls.relative(path, target) if target else "",
        official=(urls.official(relation.symbol, words.language) or "") if certain else "",
        certainty=relation.certainty,
        certainty_name=words(f"certainty.{relation.certainty}"),
        evidence=words.name(relation.evidence),
        before=name in BEFORE,
    )
