"""Part of `parse`: the drafts of a source become documents, and all they are made of is claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resolutions.model.document import (
    Claim,
    Document,
    Mark,
    NoteMark,
    Paragraph,
    Parsed,
    ReportPart,
    Section,
)
from resolutions.model.keys import note_key, roman
from resolutions.model.records import Span
from resolutions.model.symbols import slug_of
from resolutions.readers.text.drafts import Draft, DraftParagraph, ParseState
from resolutions.readers.text.join import join
from resolutions.readers.text.notes import Called, called_notes
from resolutions.readers.text.sift import BOLD


def finish(state: ParseState) -> Parsed:
    """The documents that were read, with the claims of all they are made of."""
    documents: list[Document] = []
    claims = list(state.claims)
    noted: set[int] = set()  # the lines of notes claimed: two instruments can call one note
    for draft in state.drafts:
        if not draft.units:
            claims += _metadata_claims(draft, state.source.header.symbol)
            _no_title(draft, state)
            continue
        document, notes = _document(draft, state)
        documents.append(document)
        claims += [claim for unit in draft.units for claim in _claims(unit, document.slug)]
        claims += _metadata_claims(draft, document.slug)
        new = [each for each in notes if each.line not in noted]
        claims += [claim for each in new for claim in each.claims(document.slug)]
        noted |= {each.line for each in new}
    claims += [claim for unit in state.frame for claim in _claims(unit, "frame")]
    claims += _orphans(noted, state)
    return Parsed(
        source=state.source,
        documents=tuple(documents),
        frame=tuple(_paragraph_of(unit) for unit in state.frame),
        claims=tuple(claims),
    )


def _no_title(draft: Draft, state: ParseState) -> None:
    state.report.error(
        state.source.file,
        draft.metadata[0][0].line if draft.metadata else 1,
        "no-title",
        "no title was found",
        "a title follows its number, its sponsor or the heading of a report's piece",
    )


def _document(draft: Draft, state: ParseState) -> tuple[Document, Sequence[Called]]:
    """The document of a draft, and the notes it calls."""
    header, section, facts = state.source.header, draft.section, draft.facts
    symbol, slug = _names(draft, state)
    paragraphs = tuple(_paragraph_of(unit) for unit in draft.units)
    notes = called_notes(state.sifted, paragraphs, state.report)
    lines = [run.line for run, _ in draft.metadata]
    lines += [edge for paragraph in paragraphs for edge in paragraph.lines]
    document = Document(
        slug=slug,
        symbol=symbol,
        part=_part(draft, section) if section else None,
        kind="decision" if draft.is_decision else "resolution",
        status=section.status if section else header.status,
        body=(section.body if section else header.body) or "GA",
        language=header.language,
        authority=header.authority,
        session=facts.get("session") or header.session,
        year=int(facts.get("date", "0")[:4]) or header.year or 0,
        date=facts.get("date") or header.date,
        date_basis="printed" if "date" in facts else header.date_basis,
        meeting=facts.get("meeting"),
        agenda_item=facts.get("agenda_item") or header.agenda_item,
        report=facts.get("report"),
        sponsor=facts.get("sponsor"),
        source=state.source,
        lines=Span(min(lines), max(lines)),
        paragraphs=paragraphs,
        footnotes=tuple(each.footnote for each in notes),
    )
    return document, notes


def _part(draft: Draft, section: Section) -> ReportPart:
    """Where in its report a piece stands; what the report adopts itself has a number of its own."""
    if section.status == "adopted":
        return ReportPart(chapter=section.chapter, section=section.letter)
    return ReportPart(
        chapter=section.chapter,
        section=section.letter,
        kind="decision" if draft.is_decision else "resolution",
        number=int(draft.number) if draft.number.isdecimal() else 0,
    )


def _names(draft: Draft, state: ParseState) -> tuple[str, str]:
    """The symbol and the slug of a draft: the header's, or the patterns of its section filled."""
    section = draft.section
    if section is None:
        symbol = _filled(state.source.header.symbol, {}, state)
        return symbol, slug_of(symbol)
    kind = "dec" if draft.is_decision else "res"
    words = {
        "n": draft.number.replace("/", "-"),
        "roman": roman(int(draft.number)) if draft.number.isdecimal() else "",
        "type": kind,
        "TYPE": kind.upper(),
    }
    symbol = _filled(section.symbol, {**words, "n": draft.number}, state)
    return symbol, slug_of(_filled(section.slug, words, state))


def _filled(pattern: str, words: dict[str, str], state: ParseState) -> str:
    """A pattern of the header with its {places} filled; an unknown one is reported."""
    unknown = set(re.findall(r"\{(\w*)\}", pattern)) - words.keys()
    if unknown:
        state.report.error(
            state.source.header_file,
            1,
            "bad-placeholder",
            f"{pattern!r} has the unknown {{{unknown.pop()}}}",
            f"known are {', '.join(sorted(words))}",
        )
    return re.sub(r"\{(\w+)\}", lambda match: words.get(match[1], ""), pattern)


def _paragraph_of(unit: DraftParagraph) -> Paragraph:
    joined = join(unit.parts)
    runs = [part.run if isinstance(part, Mark) else part for part in unit.parts]
    lines = [run.line for run in (*runs, *(run for run, _ in unit.used))]
    return Paragraph(
        key=unit.key,
        kind=unit.kind,
        label=unit.label,
        parent=unit.parent,
        text=joined.text,
        lines=Span(min(lines), max(lines)),
        rows=tuple(unit.rows),
        emphasis=joined.emphasis,
        notes=tuple(
            NoteMark(label=label, key=note_key(label), at=at) for label, at in joined.marks
        ),
    )


def _claims(unit: DraftParagraph, slug: str) -> Iterator[Claim]:
    for part in unit.parts:
        if isinstance(part, Mark):
            yield Claim(part.run, "artefact:bold-sign" if part.label == BOLD else "note-mark")
        else:
            yield Claim(part, f"text:{slug}#{unit.key}")
    yield from (Claim(run, name) for run, name in unit.used)


def _metadata_claims(draft: Draft, slug: str) -> Iterator[Claim]:
    for run, use in draft.metadata:
        own = use.startswith(("artefact:", "note-mark"))
        yield Claim(run, use if own else f"metadata:{slug}:{use}")


def _orphans(noted: set[int], state: ParseState) -> Iterator[Claim]:
    """A note whose mark was lost would vanish from every page: that is an error."""
    for note in state.sifted.notes:
        if note.label_run.line in noted:
            continue
        yield from (Claim(run, "unexplained") for run in (note.label_run, *note.runs))
        state.report.error(
            state.source.file,
            note.label_run.line,
            "orphan-note",
            f"no mark calls note {note.label}",
            "set the lost mark in the text, or correct the label",
        )
