"""Part of `printed`: what is known of an instrument as a work: its kind, organ, session and days.

What the text prints goes before what the header beside it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from resolutions.model.document import Document, Footnote, Header, Paragraph
from resolutions.model.records import Body as OrganName
from resolutions.model.records import InstrumentKind, Span
from resolutions.model.symbols import slug_of
from resolutions.readers.printed.body import Body
from resolutions.readers.printed.evidence import doubts_of, evidence_of
from resolutions.readers.printed.head import Masthead, body_of
from resolutions.readers.printed.sheet import Gathered
from resolutions.readers.printed.symbol import session_of, year_of_session

DRAFT = re.compile(r"/L\.|/CRP\.")  # in the symbol
YEAR = re.compile(r"\((\d{4})\)|/((?:19|20)\d{2})/")  # in the symbol: S/RES/4(1946), E/2019/L.1


class Identity(NamedTuple):
    """What tells an instrument, and what its text, masthead and header say of it."""

    symbol: str
    number: str  # what stands before its title: "75/194."
    kind: InstrumentKind  # by its form
    head: Masthead
    body: Body
    given: Header | None


def document_of(
    who: Identity, paragraphs: Sequence[Paragraph], notes: Sequence[Footnote], gathered: Gathered
) -> Document:
    """The document of an instrument."""
    symbol, number, _, head, body, given = who
    named = paragraphs[0].text if symbol.startswith("S/RES/") else ""  # Resolution of 29 April 1946
    day = head.date or body.date or gathered.forms.find_day(named)
    session = session_of(symbol) or head.session or (given.session if given else None)
    is_draft = head.document is not None and "/L." in head.document
    evidence = evidence_of(
        symbol, number, gathered.forms.language, head, body.date, given,
        PurePath(gathered.source.file),
    )  # fmt: skip
    lines = [edge for paragraph in paragraphs for edge in paragraph.lines]
    return Document(
        slug=slug_of(symbol),
        symbol=symbol,
        part=None,
        kind=_kind(who),
        status="draft" if _is_draft(who) else "adopted",
        body=_body(symbol, who),
        language=gathered.forms.language,
        authority=_authority(given, gathered),
        session=session,
        year=_year(symbol, day, session, given),
        date=day or (given.date if given else None),
        date_basis="printed" if day else given.date_basis if given else None,
        meeting=body.meeting or head.meeting,
        agenda_item=head.agenda_item or (given.agenda_item if given else None),
        report=None if is_draft else head.document,
        sponsor=head.sponsor,
        draft=head.document if is_draft else None,
        source=gathered.source,
        lines=Span(min(lines), max(lines)),
        paragraphs=tuple(paragraphs),
        footnotes=tuple(notes),
        evidence=evidence,
        doubts=doubts_of(symbol, evidence),
    )


def header_of(document: Document) -> Header:
    """A header for a file that has none beside it, by its first instrument."""
    return Header(
        symbol=document.symbol,
        language=document.language,
        authority=document.authority,  # type: ignore[arg-type]
        kind=document.kind,
        status=document.status,
        body=document.body,
        year=document.year,
        session=document.session,
        agenda_item=document.agenda_item,
        date=document.date,
    )


def _kind(who: Identity) -> InstrumentKind:
    given = who.given
    said = who.head.decision or who.body.decides or bool(given and given.kind == "decision")
    decides = said or "/DEC/" in who.symbol
    return "decision" if who.kind == "resolution" and decides else who.kind


def _body(symbol: str, who: Identity) -> OrganName:
    """The organ a symbol names; of another symbol the header's, or what the masthead prints."""
    printed = who.head.body if who.head.body not in ("COP", "COSP") else None
    given = who.given.body if who.given else None
    return body_of(symbol) or printed or given or "other"


def _is_draft(who: Identity) -> bool:
    said = bool(who.given and who.given.status == "draft")
    return who.head.draft or bool(DRAFT.search(who.symbol)) or said


def _authority(given: Header | None, gathered: Gathered) -> str:
    if given and given.authority != "source":
        return given.authority
    return gathered.sheet.authority


def _year(symbol: str, day: str | None, session: str | None, given: Header | None) -> int:
    """The year of adoption, of the symbol, of the header, else that in which the session opens."""
    printed = YEAR.search(symbol)
    year = int(day[:4]) if day else int((printed[1] or printed[2]) if printed else 0)
    return year or (given.year if given and given.year else year_of_session(session))
