"""Stage: a reading aid -> a reading of it, so that it can be drawn like the text it renders.

Rules read the aid in its own language, but only what its source says too is kept: a citation whose
target the source paragraph cites, a lead verb where the source has one, a mark for each erratum.
Nothing is ever found in a reading aid alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from resolutions.analysis.acts.acts import find_acts
from resolutions.analysis.citations.cite import cite
from resolutions.analysis.study import Rules
from resolutions.catalogue.aids import SIGN, Aids, ReadingAid
from resolutions.model.document import Document, NoteMark, Paragraph
from resolutions.model.findings import Act, Citation, Findings, Flaw, Reading
from resolutions.model.records import ACTING, Key, Language, Span, Target

# {12} is a note mark, ※ follows words that an erratum concerns
MARKED = re.compile(rf"\{{(?P<label>\d+|\*)\}}|{SIGN}")

AidReadings = Mapping[Language, Mapping[str, Reading]]  # by language of the aid, by slug


def read_aids(
    aids: Aids, readings: Mapping[str, Reading], rules: Mapping[Language, Rules]
) -> dict[Language, dict[str, Reading]]:
    """A reading of each aid whose language has rules; of the others, their words alone."""
    return {
        language: {
            slug: read_aid(aid, readings[slug], rules.get(language)) for slug, aid in own.items()
        }
        for language, own in aids.items()
    }


def read_aid(aid: ReadingAid, source: Reading, rules: Rules | None) -> Reading:
    """The aid as a document under the keys of its source, and what is found in it."""
    signs: dict[Key, tuple[int, ...]] = {}
    paragraphs = []
    for paragraph in source.document.paragraphs:
        rendered, signs[paragraph.key] = _rendered(paragraph, aid)
        paragraphs.append(rendered)
    notes = tuple(
        replace(note, text=_plain(aid.notes[note.key]), resolved="", links=())
        if note.key in aid.notes
        else note
        for note in source.document.footnotes
    )
    document = replace(
        source.document, language=aid.language, paragraphs=tuple(paragraphs), footnotes=notes
    )
    citations, note_citations = _citations(document, source, rules)
    return Reading(
        document=document,
        findings={
            paragraph.key: Findings(
                citations=citations.get(paragraph.key, ()),
                acts=_lead(paragraph, document, source, rules),
                flaws=_flaws(signs[paragraph.key], source.findings[paragraph.key].flaws),
            )
            for paragraph in paragraphs
        },
        note_citations=note_citations,
        note_flaws={},
        unresolved=(),
    )


def _rendered(paragraph: Paragraph, aid: ReadingAid) -> tuple[Paragraph, tuple[int, ...]]:
    """A paragraph in the words of the aid; with it the offsets after the words of an erratum."""
    found = aid.paragraphs[paragraph.key]
    if not isinstance(found, str):
        rows = tuple(tuple(row) for row in found)
        return replace(paragraph, text="", rows=rows, notes=(), emphasis=(), links=()), ()
    text, marks, signs, at = "", [], [], 0
    keys = {note.label: note.key for note in paragraph.notes}
    for match in MARKED.finditer(found):
        text += found[at : match.start()]
        at = match.end()
        if match["label"]:
            label = match["label"]
            marks.append(NoteMark(label=label, key=keys[label], at=len(text)))
        else:
            signs.append(len(text))
    text += found[at:]
    shown = replace(paragraph, text=text, notes=tuple(marks), emphasis=(), links=())
    return shown, tuple(signs)


def _plain(words: str) -> str:
    return MARKED.sub("", words)


def _citations(
    document: Document, source: Reading, rules: Rules | None
) -> tuple[dict[Key, tuple[Citation, ...]], dict[Key, tuple[Citation, ...]]]:
    """What the aid cites and its source cites too, by paragraph and by note."""
    if rules is None:
        return {}, {}
    found, in_notes, _ = cite(document, rules.names)
    return (
        {key: _shared(own, source.findings[key].citations) for key, own in found.items()},
        {key: _shared(own, source.note_citations.get(key, ())) for key, own in in_notes.items()},
    )


def _shared(
    citations: tuple[Citation, ...], of_source: tuple[Citation, ...]
) -> tuple[Citation, ...]:
    wanted: set[tuple[Target, Key | None]] = {(each.target, each.paragraph) for each in of_source}
    targets = {each.target for each in of_source if each.target}
    return tuple(
        each
        for each in citations
        if each.target in targets or (each.target, each.paragraph) in wanted
    )


def _lead(
    paragraph: Paragraph, document: Document, source: Reading, rules: Rules | None
) -> tuple[Act, ...]:
    """The verb phrase that opens the paragraph, where the source opens with one."""
    if rules is None or paragraph.kind not in ACTING or not source.findings[paragraph.key].acts:
        return ()
    return find_acts(paragraph.text, paragraph.kind, document.body, rules.grammar)[:1]


def _flaws(signs: tuple[int, ...], flaws: tuple[Flaw, ...]) -> tuple[Flaw, ...]:
    """Each erratum of the source at its sign; check_aids sees to it that there are as many."""
    return tuple(Flaw(Span(at, at), flaw.erratum) for at, flaw in zip(signs, flaws, strict=False))
