"""A work -> the record of the data set."""

from __future__ import annotations

from itertools import pairwise

from resolutions.catalogue.aids import MARK, Aids, ReadingAid
from resolutions.dataset.records import (
    ActData,
    CitationData,
    ErratumData,
    FootnoteData,
    InstrumentData,
    LineageData,
    NoteData,
    Offsets,
    ParagraphData,
    SourceData,
    TagData,
    TermData,
    TitleData,
)
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document, Footnote, NoteMark, Paragraph, ReportPart
from resolutions.model.findings import Act, Citation, Findings, Flaw, Reading
from resolutions.model.instruments import Held
from resolutions.model.keys import note_key, roman
from resolutions.model.library import Head, Work
from resolutions.model.records import Language, Span


def _pair(span: Span) -> Offsets:
    return (span.start, span.end)


def instrument_of(head: Head, work: Work, catalogue: Catalogue, aids: Aids) -> InstrumentData:
    """All we know of an instrument: each text we hold, and our translations beside them."""
    document = head.document
    known = catalogue.held.get(head.slug)
    own = {
        code: each[head.slug]
        for code, each in aids.items()
        if head.slug in each and code not in head.sides
    }
    return InstrumentData(
        slug=head.slug,
        symbol=document.symbol,
        part=part_text(document.part) if document.part else None,
        kind=document.kind,
        status=document.status,
        body=document.body,
        session=document.session,
        year=document.year,
        date=document.date,
        date_basis=document.date_basis,
        meeting=document.meeting,
        agenda_item=document.agenda_item,
        report=document.report,
        sponsor=document.sponsor,
        draft=document.draft,
        vote=document.vote,
        titles=_titles(head, known),
        reference_language=head.reference,
        languages=[*head.sides, *own],
        authority={
            **{code: side.authority for code, side in head.sides.items()},
            **dict.fromkeys(own, "reading-aid"),
        },
        source=_source(document),
        sources={code: _source(each.document) for code, each in work.texts.items()},
        texts={code: _text(each) for code, each in work.texts.items()}
        | {code: _aided(aid, work.reading) for code, aid in own.items()},
        footnotes={code: _notes(each) for code, each in work.texts.items()}
        | {code: _aided_notes(aid, work.reading) for code, aid in own.items()},
        lineage=_lineage(known),
    )


def _titles(head: Head, known: Held | None) -> dict[Language, TitleData]:
    """The titles of the texts we hold, then those known of other languages."""
    titles = known.titles if known else {}
    sources = known.sources if known else {}
    symbol = head.document.symbol
    return {
        **{code: TitleData(text=side.title, source=symbol) for code, side in head.sides.items()},
        **{
            code: TitleData(text=title, source=sources.get(code))
            for code, title in titles.items()
            if code not in head.sides
        },
    }


def _lineage(known: Held | None) -> list[LineageData]:
    return [
        LineageData(
            relation=step.relation,
            symbol=step.symbol,
            slug=step.slug,
            certainty=step.certainty,
            evidence=step.evidence.get("en", ""),
            evidences=step.evidence,
        )
        for step in (known.lineage if known else ())
    ]


def part_text(part: ReportPart) -> str:
    """Where in its report an instrument is printed, as the data set writes it."""
    piece = f", draft {part.kind} {roman(part.number)}" if part.kind and part.number else ""
    return f"chap. {part.chapter}, sect. {part.section}{piece}"


def _text(reading: Reading) -> list[ParagraphData]:
    return [paragraph_of(p, reading.findings[p.key]) for p in reading.document.paragraphs]


def _notes(reading: Reading) -> list[FootnoteData]:
    return [_footnote(note, reading) for note in reading.document.footnotes]


def _source(document: Document) -> SourceData:
    source = document.source
    return SourceData(file=source.name, sha256=source.sha256, lines=_pair(document.lines))


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
        emphasis=[_pair(span) for span in paragraph.emphasis],
        source_lines=_pair(paragraph.lines),
        notes=[NoteData(label=n.label, key=n.key, at=n.at) for n in paragraph.notes],
        lead=acts[0] if acts else None,
        acts=acts,
        addressees=list(found.addressees),
        themes=[
            TagData(
                id=tag.theme,
                strength=tag.strength,
                evidence=[_pair(span) for span in tag.evidence],
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


def _aided(aid: ReadingAid, reading: Reading) -> list[ParagraphData]:
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


def _aided_notes(aid: ReadingAid, reading: Reading) -> list[FootnoteData]:
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
