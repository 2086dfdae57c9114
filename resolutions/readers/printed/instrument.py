"""Part of `printed`: the paragraphs of one instrument -> its document and its characters' uses."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resolutions.model.document import Claim, Document, Header, Paragraph
from resolutions.model.problems import Report
from resolutions.readers.akn.arrange import KeyedBlock, arrange
from resolutions.readers.akn.blocks import Block
from resolutions.readers.akn.inline import plain, runs
from resolutions.readers.akn.paragraphs import paragraph_claims, paragraph_of
from resolutions.readers.printed.body import Arranger, Body
from resolutions.readers.printed.facts import Identity, document_of
from resolutions.readers.printed.head import Masthead
from resolutions.readers.printed.notes import Called, called_notes, note_claims, tidy
from resolutions.readers.printed.pieces import Piece, title_of
from resolutions.readers.printed.problems import (
    is_enclosed,
    tell_act,
    tell_days,
    tell_late,
    tell_numbers_lost,
    tell_prefaced,
    tell_title,
    tell_unnumbered,
)
from resolutions.readers.printed.sheet import Gathered
from resolutions.readers.printed.symbol import symbol_of_piece


class Instrument(NamedTuple):
    """An instrument, what its characters are, and the notes it calls."""

    document: Document
    claims: list[Claim]
    called: Called


def instrument_of(
    piece: Piece, head: Masthead, given: Header | None, gathered: Gathered, after: int
) -> Instrument | None:
    """An instrument; None, and a problem, where it has no symbol, title or text.

    `after`: the place behind the notes of the instruments above it.
    """
    label, _ = title_of(piece, gathered.forms)
    symbol = symbol_of_piece(piece, head, given, plain(label), gathered)
    if symbol is None:
        return None
    if is_enclosed(piece, symbol, head, gathered):
        return None
    solemn = piece.kind in ("treaty", "declaration")
    text = [para._replace(tokens=tidy(para.tokens)) for para in piece.text]
    body = Arranger(text, gathered.forms, solemn, piece.above).read()
    tell_late(body, gathered)
    units = _units(piece, body, gathered)
    paragraphs = [paragraph_of(unit, gathered.source) for unit in units]
    if not _is_whole(paragraphs, symbol, gathered):
        return None
    called = called_notes(paragraphs, gathered, after)
    tell_title(paragraphs[0], gathered)
    tell_prefaced(piece, paragraphs[0], gathered)
    tell_unnumbered(paragraphs, body, gathered)
    tell_act(paragraphs, gathered)
    tell_numbers_lost(paragraphs, gathered)
    days = {"the masthead": head.date, "the end of the text": body.date}
    tell_days({**days, "its header": given.date if given else None}, gathered)
    who = Identity(symbol, plain(label), piece.kind, head, body, given)
    document = document_of(who, paragraphs, called.footnotes, gathered)
    claims = [claim for unit in units for claim in paragraph_claims(unit, document.slug)]
    claims += note_claims(called, document.slug, gathered.sheet)
    claims += _claims_aside(piece, body, document.slug)
    return Instrument(document, claims, called)


def _units(piece: Piece, body: Body, gathered: Gathered) -> list[KeyedBlock]:
    """The title and the text, each unit with its key."""
    label, title = title_of(piece, gathered.forms)
    line = piece.title[0].line if piece.title else 1
    blocks = (Block("title", "text", line, label, title), *body.blocks)
    source, told = gathered.source, Report()
    articles = piece.kind == "treaty"
    units = arrange(blocks, gathered.forms.language, source.file, told, articles)
    gathered.report.problems += [
        dataclasses.replace(each, line=source.number(each.line)) for each in told.problems
    ]
    return units


def _is_whole(paragraphs: Sequence[Paragraph], symbol: str, gathered: Gathered) -> bool:
    """Whether an instrument has a title and a text; a problem where not."""
    report, file = gathered.report, gathered.source.file
    if not paragraphs or paragraphs[0].kind != "title":
        remedy = "a title stands above the enacting phrase"
        report.error(file, 1, "no-title", f"{symbol} has no title", remedy)
        return False
    if len(paragraphs) < 3:
        report.error(file, 1, "no-text", f"{symbol} has no paragraphs", "give the whole text")
        return False
    return True


def _claims_aside(piece: Piece, body: Body, slug: str) -> Iterator[Claim]:
    """What the lines below the text, the rules in it and the letter above it are."""
    lettered = ((each, "letter") for each in piece.lettered)
    for para, use in (*body.closing, *body.aside, *lettered):
        named = use if use.startswith("artefact") else f"metadata:{slug}:{use}"
        yield from (Claim(run, named) for run in runs((*para.label, *para.tokens)))
