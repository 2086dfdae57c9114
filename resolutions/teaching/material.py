"""What a text offers to whoever makes an exercise of it: its lead verbs and the treaties it cites.

Nothing is offered that the stages did not find: a paragraph without a lead verb has none here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolutions.model.catalogue import Catalogue
from resolutions.model.findings import Findings, Reading
from resolutions.model.records import Key, Language, Names, Span, Target, record
from resolutions.model.rules import ActStrength, Concept

TREATY = "treaty"


@record
class Lead:
    """The verb phrase with which a paragraph opens."""

    span: Span
    text: str
    concept: Concept
    strength: ActStrength


@record
class Material:
    """One paragraph. `treaties`: each once, in the order of the text."""

    key: Key
    text: str
    lead: Lead | None
    treaties: tuple[tuple[Span, Target], ...]


def material(reading: Reading, catalogue: Catalogue) -> Iterator[Material]:
    """The paragraphs of a text, or of a reading aid, that have words."""
    for paragraph in reading.document.paragraphs:
        if paragraph.text and paragraph.key in reading.findings:
            found = reading.findings[paragraph.key]
            yield Material(
                key=paragraph.key,
                text=paragraph.text,
                lead=_lead(paragraph.text, found),
                treaties=tuple(_treaties(found, catalogue)),
            )


def treaty_names(targets: set[Target], catalogue: Catalogue) -> dict[Target, Names]:
    """The names of treaties that a source confirms, by language; at least two."""
    known = {target: catalogue.instruments[target] for target in sorted(targets)}
    names = {
        target: {code: name for code, name in each.names.items() if code in each.sources}
        for target, each in known.items()
    }
    return {target: own for target, own in names.items() if len(own) > 1}


def languages_of(
    texts: Mapping[Language, Reading], aids: Mapping[Language, Reading]
) -> dict[Language, Reading]:
    """What can be read of an instrument: its texts, and aids where there is no text."""
    return {**{code: each for code, each in aids.items() if code not in texts}, **texts}


def _lead(text: str, found: Findings) -> Lead | None:
    if not found.acts:
        return None
    act = found.acts[0]
    words = text[act.span.start : act.span.end]
    return Lead(span=act.span, text=words, concept=act.concept, strength=act.strength)


def _treaties(found: Findings, catalogue: Catalogue) -> Iterator[tuple[Span, Target]]:
    seen: set[Target] = set()
    for each in found.citations:
        instrument = catalogue.instruments.get(each.target)
        if instrument and instrument.kind == TREATY and each.target not in seen:
            seen.add(each.target)
            yield each.span, each.target
