"""Stage: the library -> `site/data/`: the data set and its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

import msgspec
from msgspec import Struct

from resolutions.catalogue.aids import MARK, Aids, ReadingAid
from resolutions.model.catalogue import ActStrength, AddresseeId, Catalogue, Concept
from resolutions.model.document import (
    Document,
    Footnote,
    NoteMark,
    Paragraph,
    ReportPart,
    Vote,
)
from resolutions.model.findings import Act, Citation, Findings, Flaw, Reading
from resolutions.model.keys import roman
from resolutions.model.library import Files, Head, Library, Work
from resolutions.model.problems import Report
from resolutions.model.records import Certainty, Span

Pair = tuple[int, int]

# Records of the data set: as structs they are made, written and checked in half the time.


class TagData(Struct, frozen=True, kw_only=True, gc=False):
    """A theme of a paragraph; `evidence` are the words that earned it."""

    id: str
    strength: Literal["focus", "mention"]
    evidence: list[Pair]
    origin: Literal["rule", "reviewed", "aligned"]


class CitationData(Struct, frozen=True, kw_only=True, gc=False):
    """What is cited, once a paragraph; target "" is a paragraph of the same text."""

    start: int
    end: int
    target: str
    section: str | None
    paragraph: str | None


class ActData(Struct, frozen=True, kw_only=True, gc=False):
    """What the organ does: the verb phrase, its concept and strength, who is asked."""

    start: int
    end: int
    text: str
    concept: Concept
    strength: ActStrength
    addressees: list[AddresseeId]


class NoteData(Struct, frozen=True, kw_only=True, gc=False):
    """A note mark; `at` is the offset after the character it follows."""

    label: str
    key: str
    at: int


class TermData(Struct, frozen=True, kw_only=True, gc=False):
    """A term of the field where it stands."""

    id: str
    start: int
    end: int


class ErratumData(Struct, frozen=True, kw_only=True, gc=False):
    """A defect of the source; the text keeps what stands."""

    start: int
    end: int
    found: str
    suggested: str
    certainty: Certainty
    reason: str
    reasons: dict[str, str]
    kind: str


class ParagraphData(Struct, frozen=True, kw_only=True, gc=False):
    """A paragraph. Offsets count Unicode code points of `text`, half-open."""

    key: str
    kind: str
    label: str
    parent: str | None
    text: str
    rows: list[list[str]]
    emphasis: list[Pair]
    source_lines: Pair
    notes: list[NoteData]
    lead: ActData | None
    acts: list[ActData]
    addressees: list[AddresseeId]
    themes: list[TagData]
    citations: list[CitationData]
    terms: list[TermData]
    errata: list[ErratumData]
    tokens: list[Pair]


class FootnoteData(Struct, frozen=True, kw_only=True, gc=False):
    """A footnote; `text` null: the source has a mark without a note."""

    key: str
    label: str
    text: str | None
    resolved: str | None
    citations: list[CitationData]
    errata: list[ErratumData]


class TitleData(Struct, frozen=True, kw_only=True, gc=False):
    """A title and where it was seen; source null: a translation of our own."""

    text: str
    source: str | None


class SourceData(Struct, frozen=True, kw_only=True, gc=False):
    """The file a text was read from."""

    file: str
    sha256: str
    lines: Pair


class LineageData(Struct, frozen=True, kw_only=True, gc=False):
    """What became of an instrument, or what it goes on from."""

    relation: str
    symbol: str
    slug: str | None
    certainty: Certainty
    evidence: str
    evidences: dict[str, str]


class InstrumentData(Struct, frozen=True, kw_only=True, gc=False):
    """An instrument and its texts by language."""

    slug: str
    symbol: str
    part: str | None
    kind: Literal["resolution", "decision"]
    status: Literal["adopted", "draft"]
    body: Literal["GA", "ECOSOC", "CCPCJ"]
    session: str | None
    year: int
    date: str | None
    date_basis: Literal["printed", "confirmed"] | None
    meeting: str | None
    agenda_item: str | None
    report: str | None
    sponsor: str | None
    draft: str | None
    vote: Vote | None
    titles: dict[str, TitleData]
    reference_language: str
    languages: list[str]
    authority: dict[str, str]
    source: SourceData
    sources: dict[str, SourceData]
    texts: dict[str, list[ParagraphData]]
    footnotes: dict[str, list[FootnoteData]]
    lineage: list[LineageData]
    file: str | None = None  # where the texts stand, if not here


class FrameData(Struct, frozen=True, kw_only=True, gc=False):
    """What stands around the instruments of a report and belongs to none of them."""

    symbol: str
    paragraphs: list[ParagraphData]


class CorpusData(Struct, frozen=True, kw_only=True, gc=False):
    """The whole data set."""

    edition: str
    instruments: list[InstrumentData]
    frames: list[FrameData]


def instruments(
    slugs: Iterable[str],
    library: Library,
    catalogue: Catalogue,
    aids: Aids,
    report: Report,
    listed: list[bytes],
) -> Files:
    """Each instrument as `corpus.json` lists it, put into `listed`.

    A large corpus lists what is known of each; its texts stand in a file of its own, checked
    against the schema.
    """
    for slug in slugs:
        found = _instrument(library.heads[slug], library.works[slug], catalogue, aids)
        if library.large:
            path = f"instruments/{slug}.json"
            yield f"data/{path}", _checked(found, InstrumentData, path, report)
            found = msgspec.structs.replace(found, texts={}, footnotes={}, file=path)
        listed.append(msgspec.json.encode(found))


def corpus(
    listed: Iterable[bytes], library: Library, catalogue: Catalogue, report: Report
) -> Files:
    """`corpus.json`, of the instruments in the order of the edition, and the schema it keeps."""
    frames = [
        FrameData(symbol=symbol, paragraphs=[_paragraph(p, Findings()) for p in frame])
        for symbol, frame in library.frames.items()
    ]
    whole = {
        "edition": catalogue.edition.edition,
        "instruments": list(map(msgspec.Raw, listed)),
        "frames": frames,
    }
    yield "data/corpus.json", _checked(whole, CorpusData, "corpus.json", report)
    schema = msgspec.json.schema(CorpusData)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    yield "data/schema/corpus.schema.json", text


def _checked(data: object, kind: type, path: str, report: Report) -> str:
    text = msgspec.json.encode(data)
    try:
        msgspec.json.decode(text, type=kind)
    except msgspec.ValidationError as problem:
        report.error(f"site/data/{path}", 1, "schema", str(problem), "mend `export`")
    return text.decode("utf-8") + "\n"


def _pair(span: Span) -> Pair:
    return (span.start, span.end)


def _instrument(head: Head, work: Work, catalogue: Catalogue, aids: Aids) -> InstrumentData:
    document = head.document
    known = catalogue.held.get(head.slug)
    own = {
        code: each[head.slug]
        for code, each in aids.items()
        if head.slug in each and code not in head.sides
    }
    titles = {
        code: TitleData(text=side.title, source=document.symbol)
        for code, side in head.sides.items()
    }
    if known:
        titles |= {
            code: TitleData(text=title, source=known.sources.get(code))
            for code, title in known.titles.items()
            if code not in titles
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
        titles=titles,
        reference_language=head.reference,
        languages=[*head.sides, *own],
        authority={
            **{code: side.authority for code, side in head.sides.items()},
            **dict.fromkeys(own, "reading-aid"),
        },
        source=_source(document),
        sources={code: _source(each.document) for code, each in work.texts.items()},
        texts={
            **{code: _text(each) for code, each in work.texts.items()},
            **{code: _aided(aid, work.reading) for code, aid in own.items()},
        },
        footnotes={
            **{
                code: [_footnote(note, each) for note in each.document.footnotes]
                for code, each in work.texts.items()
            },
            **{code: _aided_notes(aid, work.reading) for code, aid in own.items()},
        },
        lineage=[
            LineageData(
                relation=step.relation,
                symbol=step.symbol,
                slug=step.slug,
                certainty=step.certainty,
                evidence=step.evidence.get("en", ""),
                evidences=step.evidence,
            )
            for step in (known.lineage if known else ())
        ],
    )


def part_text(part: ReportPart) -> str:
    """Where in its report an instrument is printed, as the data set writes it."""
    piece = f", draft {part.kind} {roman(part.number)}" if part.kind and part.number else ""
    return f"chap. {part.chapter}, sect. {part.section}{piece}"


def _text(reading: Reading) -> list[ParagraphData]:
    return [_paragraph(p, reading.findings[p.key]) for p in reading.document.paragraphs]


def _source(document: Document) -> SourceData:
    source = document.source
    return SourceData(file=source.name, sha256=source.sha256, lines=_pair(document.lines))


def _paragraph(paragraph: Paragraph, found: Findings) -> ParagraphData:
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
        paragraphs.append(_paragraph(paragraph, Findings(tags=tags)))
    return paragraphs


def _unmarked(text: str) -> tuple[str, tuple[NoteMark, ...]]:
    marks: list[NoteMark] = []
    words = ""
    parts = MARK.split(text)
    for piece, label in zip(parts[::2], [*parts[1::2], ""], strict=True):
        words += piece
        if label:
            marks.append(NoteMark(label=label, key=f"fn{label}", at=len(words)))
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
