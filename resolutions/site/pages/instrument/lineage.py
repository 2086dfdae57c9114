"""What an instrument goes on from, and what goes on from it, as far as is known."""

from __future__ import annotations

from resolutions.model.document import Document
from resolutions.model.instruments import Relation
from resolutions.model.library import Library
from resolutions.model.records import Language, record
from resolutions.web import urls
from resolutions.web.strings import Strings

BEFORE = ("succeeds", "recalls")  # relations to what was there before


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
    """The steps that `held.yml` tells of, those before this text first."""
    held = words.catalogue.held.get(document.slug)
    steps = [_step(relation, library, words, path) for relation in (held.lineage if held else ())]
    return sorted(steps, key=lambda step: not step.before)


def _step(relation: Relation, library: Library, words: Strings, path: str) -> Step:
    slug = relation.slug or library.by_symbol.get(relation.symbol)
    document = library.heads[slug].document if slug in library.heads else None
    target = urls.resolution(slug) if document and slug else ""
    if not target and relation.symbol in library.cited_by:
        target = words.entry(relation.symbol)
    instrument = words.catalogue.instruments.get(relation.symbol)
    certain = relation.certainty != "unconfirmed"
    return Step(
        relation=words(f"lineage.{relation.relation}"),
        label=words.label(document) if document else words.symbol(relation.symbol),
        name=words.name(instrument.names) if instrument and not document else "",
        language=words.language_of(instrument.names) if instrument else words.language,
        href=urls.relative(path, target) if target else "",
        official=(urls.official(relation.symbol, words.language) or "") if certain else "",
        certainty=relation.certainty,
        certainty_name=words(f"certainty.{relation.certainty}"),
        evidence=words.name(relation.evidence),
        before=relation.relation in BEFORE,
    )
