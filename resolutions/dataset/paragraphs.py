"""The paragraphs and notes of a text, or of a reading aid -> their records of the data set."""

from __future__ import annotations

from itertools import pairwise

from resolutions.catalogue.aids import MARK, ReadingAid
from resolutions.dataset.records import (
    ActData,
    CitationData,
    ErratumData,
    FootnoteData,
    NoteData,
    Offsets,
    ParagraphData,
    TagData,
    TermData,
)
from resolutions.model.document import Footnote, NoteMark, Paragraph
from resolutions.model.findings import Act, Citation, Findings, Flaw, Reading
from resolutions.model.keys import note_key
from resolutions.model.records import Span


def offsets(span: Span) -> Offsets:
    """A span as the data set writes it."""
    return (span.start, span.end)


def text_of(reading: Reading) -> list[ParagraphData]:
    """The paragraphs of a text we hold."""
    return [paragraph_of(p, reading.findings[p.key]) for p in reading.document.paragraphs]


def notes_of(reading: Reading) -> list[FootnoteData]:
    """The notes of a text we hold."""
    return [_footnote(note, reading) for note in reading.document.footnotes]


def paragraph_of(paragraph: Paragraph, found: Findings) -> ParagraphData:
    """A paragraph and what was found in it; offsets are code points of its text."""
    acts = [_act(act, paragraph.text) for act in found.acts]
    return ParagraphData(
        key=paragraph.key,
        kind=paragraph.kind,
        label=paragraph.label,
        parent=paragraph.parent,
        text=paragraph.text,
        rows=[list(row) for row in paragraph.rows],
        emphasis=[offsets(span) for span in paragraph.emphasis],
        source_lines=offsets(paragraph.lines),
        notes=[NoteData(label=n.label, key=n.key, at=n.at) for n in paragraph.notes],
        lead=acts[0] if acts else None,
        acts=acts,
        addressees=list(found.addressees),
        themes=[
            TagData(
                id=tag.theme,
                strength=tag.strength,
                evidence=[offsets(span) for span in tag.evidence],
                origin=tag.origin,
            )
            for tag in found.tags
        ],
        citations=_citations(found.citations),
        terms=[TermData(id=u.id, start=u.span.start, end=u.span.end) for u in found.terms],
        errata=[_erratum(flaw) for flaw in found.flaws],
        tokens=list(pairwise(found.edges)),
    )


def _act(act: Act, text: str) -> ActData:
    return ActData(
        start=act.span.start,
        end=act.span.end,
        text=text[act.span.start : act.span.end],
        concept=act.concept,
        strength=act.strength,
        addressees=list(act.addressees),
    )


def aided(aid: ReadingAid, reading: Reading) -> list[ParagraphData]:
    """A reading aid in the shape of a text: its words, and by key what the source has."""
    paragraphs = []
    for source in reading.document.paragraphs:
        found = aid.paragraphs[source.key]
        words, marks = _unmarked(found) if isinstance(found, str) else (aid.text(source.key), ())
        paragraph = Paragraph(
            key=source.key,
            kind=source.kind,
            label=source.label,
            parent=source.parent,
            text=words,
            lines=source.lines,
            rows=() if isinstance(found, str) else found,
            notes=marks,
        )
        tags = tuple(
            tag._replace(evidence=(), origin="aligned") for tag in reading.findings[source.key].tags
        )
        paragraphs.append(paragraph_of(paragraph, Findings(tags=tags)))
    return paragraphs


def _unmarked(text: str) -> tuple[str, tuple[NoteMark, ...]]:
    marks: list[NoteMark] = []
    words = ""
    parts = MARK.split(text)
    for piece, label in zip(parts[::2], [*parts[1::2], ""], strict=True):
        words += piece
        if label:
            marks.append(NoteMark(label=label, key=note_key(label), at=len(words)))
    return words, tuple(marks)


def aided_notes(aid: ReadingAid, reading: Reading) -> list[FootnoteData]:
    """The notes of a reading aid."""
    return [
        FootnoteData(
            key=note.key,
            label=note.label,
            text=aid.notes[note.key],
            resolved=None,
            citations=[],
            errata=[],
        )
        for note in reading.document.footnotes
    ]


def _citations(citations: tuple[Citation, ...]) -> list[CitationData]:
    return [
        CitationData(
            start=c.span.start,
            end=c.span.end,
            target=c.target,
            section=c.section,
            paragraph=c.paragraph,
        )
        for c in citations
        if c.first
    ]


def _erratum(flaw: Flaw) -> ErratumData:
    erratum = flaw.erratum
    return ErratumData(
        start=flaw.span.start,
        end=flaw.span.end,
        found=erratum.found,
        suggested=erratum.suggested,
        certainty=erratum.certainty,
        reason=erratum.reason.get("en", ""),
        reasons=erratum.reason,
        kind=erratum.kind,
    )


def _footnote(note: Footnote, reading: Reading) -> FootnoteData:
    return FootnoteData(
        key=note.key,
        label=note.label,
        text=note.text,
        resolved=note.resolved,
        citations=_citations(reading.note_citations.get(note.key, ())),
        errata=[_erratum(flaw) for flaw in reading.note_flaws.get(note.key, ())],
    )
