"""A work -> the record of the data set."""

from __future__ import annotations

from resolutions.catalogue.aids import Aids
from resolutions.dataset.paragraphs import aided, aided_notes, notes_of, offsets, text_of
from resolutions.dataset.records import InstrumentData, LineageData, SourceData, TitleData
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document, ReportPart
from resolutions.model.instruments import Held
from resolutions.model.keys import roman
from resolutions.model.library import Head, Work
from resolutions.model.records import Language


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
        texts={code: text_of(each) for code, each in work.texts.items()}
        | {code: aided(aid, work.reading) for code, aid in own.items()},
        footnotes={code: notes_of(each) for code, each in work.texts.items()}
        | {code: aided_notes(aid, work.reading) for code, aid in own.items()},
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


def _source(document: Document) -> SourceData:
    source = document.source
    return SourceData(file=source.name, sha256=source.sha256, lines=offsets(document.lines))
