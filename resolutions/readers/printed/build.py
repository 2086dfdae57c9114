"""Part of `printed`: a sheet -> its documents, with an account of every character.

What a text is comes from what it prints, then from the header beside it; what stays open is told.
A text that is no resolution is refused with one sentence that says what it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from resolutions.model.document import (
    Claim,
    Document,
    Footnote,
    Header,
    Paragraph,
    Parsed,
    Source,
)
from resolutions.model.problems import Report
from resolutions.model.records import Body as Organ
from resolutions.model.records import InstrumentKind, Span
from resolutions.model.symbols import slug_of
from resolutions.readers.akn.arrange import arrange
from resolutions.readers.akn.blocks import Block
from resolutions.readers.akn.inline import (
    BREAK,
    Token,
    cut,
    plain,
    runs,
)
from resolutions.readers.akn.paragraphs import paragraph_claims, paragraph_of
from resolutions.readers.akn.reader import unexplained
from resolutions.readers.printed.body import Arranger, Body
from resolutions.readers.printed.evidence import doubts_of, evidence_of
from resolutions.readers.printed.forms import Forms, forms, languages
from resolutions.readers.printed.head import (
    TITLE_NUMBER,
    Masthead,
    body_of,
    masthead,
)
from resolutions.readers.printed.language import language_of
from resolutions.readers.printed.notes import (
    Called,
    behind,
    called_notes,
    note_claims,
    starred,
    stray_notes,
    tidy,
)
from resolutions.readers.printed.pieces import Piece, moved_below_title, pieces, unfolded
from resolutions.readers.printed.sheet import Gathered, Para, Sheet
from resolutions.readers.printed.symbol import session_of, symbol_of_piece, year_of_session


def build(sheet: Sheet, source: Source, given: Header | None, report: Report) -> Parsed | None:
    """The documents of a sheet; None, and a problem, where it holds none that can be told."""
    language = given.language if given else language_of(sheet)
    if language is None or language not in set(languages()):
        message = "the text is in none of the six languages of the United Nations"
        report.error(source.file, 1, "unknown-language", message, "give the resolution alone")
        return None
    known = forms(language)
    sheet = starred(replace(sheet, paras=tuple(unfolded(sheet.paras, known))))
    gathered = Gathered(source, known, report, sheet)
    found = pieces(sheet.paras, known)
    if found is None:
        _refuse(gathered)
        return None
    above, several = moved_below_title(found, known)
    head, uses = masthead([*sheet.top, *above], known)
    claims = list(sheet.aside)
    documents = []
    used: set[int] = set()  # notes of the sheet, by their places
    after = 0
    for piece in several:
        made = _document(piece, head, given, gathered, after)
        if made is None:
            return None
        document, own, called = made
        documents.append(document)
        claims += own
        used.update(place for place in called.places if place is not None)
        after = behind(called, sheet, after)
    _tell_doubled(documents, gathered)
    claims += _head_claims(uses, documents[0].slug, gathered)
    claims += stray_notes(used, gathered)
    for line, code, message in sheet.doubts:
        report.warn(
            source.file, source.number(line), code, message, "compare with the printed document"
        )
    claims += unexplained(source, claims, report)
    header = _header(documents[0], given)
    source = replace(source, header=header, alike=tuple(sheet.alike.items()))
    documents = [replace(each, source=source) for each in documents]
    return Parsed(source=source, documents=tuple(documents), frame=(), claims=tuple(claims))


def _tell_doubled(documents: Sequence[Document], gathered: Gathered) -> None:
    """Report a symbol that several instruments of the file have: one of them is none."""
    symbols = [each.symbol for each in documents]
    for symbol in sorted({each for each in symbols if symbols.count(each) > 1}):
        message = f"{symbol} begins {symbols.count(symbol)} times in the file"
        remedy = "compare with the printed document"
        gathered.report.warn(gathered.source.file, 1, "doubled-symbol", message, remedy)


def _refuse(gathered: Gathered) -> None:
    """Say what a text looks like that is no resolution."""
    texts = [para.text for para in gathered.sheet.paras if para.text]
    looks = next(
        (
            name
            for text in texts[:60]
            for name, shapes in gathered.forms.written.else_is.items()
            if any(re.fullmatch(shape, text) for shape in shapes)
        ),
        None,
    )
    what = {"letter": "a letter or note", "report": "a report"}.get(looks or "", "")
    if not texts:
        message, remedy = "there is no text in it", "a scanned page must be read by OCR first"
    elif what:
        message = f"it looks like {what}, not like a resolution: no organ enacts anything in it"
        remedy = "give the resolution alone, or a header that names its sections"
    else:
        message = "it is no resolution, decision, declaration or treaty: nothing is enacted in it"
        remedy = "leave it out, or give the text from its masthead to its end"
    gathered.report.error(gathered.source.file, 1, "no-instrument", message, remedy)


def _document(
    piece: Piece, head: Masthead, given: Header | None, gathered: Gathered, after: int
) -> tuple[Document, list[Claim], Called] | None:
    """An instrument, what its characters are, and the notes it calls; None, and a problem."""
    known, source, report = gathered.forms, gathered.source, gathered.report
    title, label = _title(piece, known)
    symbol = symbol_of_piece(piece, head, given, plain(label), gathered)
    if symbol is None:
        return None
    slug = slug_of(symbol)
    solemn = piece.kind in ("treaty", "declaration")
    text = [para._replace(tokens=tidy(para.tokens)) for para in piece.text]
    body = Arranger(text, known, solemn).read()
    _tell_late(body, gathered)
    blocks = (
        Block("title", "text", piece.title[0].line if piece.title else 1, label, title),
        *body.blocks,
    )
    units = arrange(blocks, known.language, source.file, report, articles=piece.kind == "treaty")
    paragraphs = [paragraph_of(unit, source) for unit in units]
    if not paragraphs or paragraphs[0].kind != "title":
        report.error(
            source.file,
            1,
            "no-title",
            f"{symbol} has no title",
            "a title stands above the enacting phrase",
        )
        return None
    if len(paragraphs) < 3:
        report.error(
            source.file, 1, "no-text", f"{symbol} has no paragraphs", "give the whole text"
        )
        return None
    called = called_notes(paragraphs, gathered, after)
    _tell_odd(paragraphs, body, gathered)
    claims = [claim for unit in units for claim in paragraph_claims(unit, slug)]
    claims += note_claims(called, slug, gathered.sheet)
    claims += [
        Claim(run, use if use.startswith("artefact") else f"metadata:{slug}:{use}")
        for para, use in (
            *body.closing,
            *body.aside,
            *((each, "letter") for each in piece.lettered),
        )
        for run in runs((*para.label, *para.tokens))
    ]
    return (
        _made(
            piece, head, given, symbol, plain(label), body, paragraphs, called.footnotes, gathered
        ),
        claims,
        called,
    )


def _tell_late(body: Body, gathered: Gathered) -> None:
    """Report text below the meeting and the day, where a resolution ends."""
    for line, text in body.late:
        message = f"{text[:40]!r} stands below the end of the resolution; it is kept as its text"
        remedy = "take it out, if it is not of this resolution"
        source = gathered.source
        gathered.report.warn(source.file, source.number(line), "after-closing", message, remedy)


def _tell_odd(paragraphs: Sequence[Paragraph], body: Body, gathered: Gathered) -> None:
    """Report an unnumbered paragraph among the numbered ones: it may be no part of the text."""
    late = {line for line, _ in body.late}
    numbered = False
    for each in paragraphs:
        numbered = numbered or (each.kind == "operative" and bool(each.label))
        odd = re.fullmatch(r"x\d+", each.key)
        if numbered and odd and each.lines.start not in late:
            message = f"{each.text[:40]!r} (`{each.key}`) has no number, unlike its neighbours"
            remedy = "compare with the printed document"
            source = gathered.source
            line = source.number(each.lines.start)
            gathered.report.warn(source.file, line, "unnumbered", message, remedy)


def _made(
    piece: Piece, head: Masthead, given: Header | None, symbol: str, number: str, body: Body,
    paragraphs: Sequence[Paragraph], notes: Sequence[Footnote], gathered: Gathered,
) -> Document:  # fmt: skip
    day = head.date or body.date
    if head.date and body.date and head.date != body.date:
        message = f"the masthead says {head.date}, the end of the text {body.date}"
        gathered.report.warn(
            gathered.source.file, 1, "date-differs", message, "compare with the printed document"
        )
    draft = (
        head.draft
        or bool(re.search(r"/L\.|/CRP\.", symbol))
        or bool(given and given.status == "draft")
    )
    kind: InstrumentKind = piece.kind
    if kind == "resolution" and (
        head.decision or "/DEC/" in symbol or bool(given and given.kind == "decision")
    ):
        kind = "decision"
    session = session_of(symbol) or head.session or (given.session if given else None)
    printed_year = re.search(r"\((\d{4})\)|/RES/(\d{4})/", symbol)
    year = int(day[:4]) if day else int((printed_year[1] or printed_year[2]) if printed_year else 0)
    year = year or (given.year if given and given.year else year_of_session(session))
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
        kind=kind,
        status="draft" if draft else "adopted",
        body=_organ(symbol, head, given),
        language=gathered.forms.language,
        authority=given.authority
        if given and given.authority != "source"
        else gathered.sheet.authority,
        session=session,
        year=year,
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


def _organ(symbol: str, head: Masthead, given: Header | None) -> Organ:
    return body_of(symbol) or head.body or (given.body if given and given.body else "other")


def _title(piece: Piece, known: Forms) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The tokens of a title and, before it, of the number it begins with."""
    label: tuple[Token, ...] = ()
    tokens: list[Token] = []
    for place, para in enumerate(piece.title):
        own = (*para.label, *para.tokens)
        text = plain(own)
        lead = len(text) - len(text.lstrip())
        match = TITLE_NUMBER.match(text.strip())
        if place == 0 and match:
            first, rest = cut(own, lead + match.end())
            label, own = tuple(first), tuple(rest)
        tokens += [BREAK, *own]
    while tokens and tokens[-1] is BREAK:
        tokens.pop()
    return tuple(tokens), label


def _header(document: Document, given: Header | None) -> Header:
    if given:
        return given
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


def _head_claims(
    uses: Sequence[tuple[Para, str]], slug: str, gathered: Gathered
) -> Iterator[Claim]:
    for para, use in uses:
        found = runs((*para.label, *para.tokens))
        yield from (Claim(run, f"metadata:{slug}:{use or 'unknown'}") for run in found)
        if found and not use and para not in gathered.sheet.top:
            message = f"{para.text[:40]!r} above the title is no known line of a masthead"
            gathered.report.warn(
                gathered.source.file,
                gathered.source.number(para.line),
                "unknown-masthead-line",
                message,
                "compare with the printed document",
            )
