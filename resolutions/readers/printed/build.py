"""Part of `printed`: a sheet -> its documents, with an account of every character.

What a text is comes from what it prints, then from the header beside it; what stays open is told.
A text that is no resolution is refused with one sentence that says what it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from resolutions.model.document import (
    Claim,
    Document,
    Footnote,
    Header,
    Paragraph,
    Parsed,
    Run,
    Source,
)
from resolutions.model.keys import from_roman, note_key
from resolutions.model.problems import Report
from resolutions.model.records import Body as Organ
from resolutions.model.records import InstrumentKind, Language, Span
from resolutions.model.symbols import slug_of
from resolutions.readers.akn.arrange import KeyedBlock, arrange
from resolutions.readers.akn.blocks import Block
from resolutions.readers.akn.inline import (
    BREAK,
    Call,
    Stretch,
    Token,
    call_of,
    cut,
    plain,
    rich_text,
)
from resolutions.readers.akn.reader import unexplained
from resolutions.readers.printed.body import Arranger, Body
from resolutions.readers.printed.forms import Forms, forms, languages
from resolutions.readers.printed.head import (
    SYMBOL,
    TITLE_NUMBER,
    Masthead,
    Start,
    body_of,
    masthead,
    starts,
    use_of,
)
from resolutions.readers.printed.sheet import Para, PrintedNote, Sheet, stretches
from resolutions.readers.text.notes import resolve

STAR_NOTE = re.compile(r"\s*\*{1,3}\s*(?=[^\W\d_])")  # * Reissued for technical reasons
STARRED = re.compile(r"\w[”’»)]?\s?\*{1,3}\s*$")
LONGEST_STAR_NOTE = 400
BELOW_TITLE = (
    "adopted",
    "origin",
    "session",
    "agenda_item",
    "distribution",
    "job-number",
    "symbol",
    "issued",
    "meeting",
)
CLOSING_SIGNS = tuple(",.;:)]，、；：。）》”’»،؛")
FIRST_SESSION = 1945
NEW_SESSIONS = 31  # from then on the Assembly numbers session/number


class Piece(NamedTuple):
    """An instrument of a sheet: its paragraphs, by what they are."""

    title: tuple[Para, ...]
    letter: str
    text: tuple[Para, ...]
    kind: InstrumentKind


class Gathered(NamedTuple):
    """What the parts of one sheet share."""

    source: Source
    forms: Forms
    report: Report
    sheet: Sheet


def build(sheet: Sheet, source: Source, given: Header | None, report: Report) -> Parsed | None:
    """The documents of a sheet; None, and a problem, where it holds none that can be told."""
    language = given.language if given else language_of(sheet)
    if language is None or language not in set(languages()):
        message = "the text is in none of the six languages of the United Nations"
        report.error(source.file, 1, "unknown-language", message, "give the resolution alone")
        return None
    known = forms(language)
    sheet = _starred(replace(sheet, paras=tuple(_unfolded(sheet.paras, known))))
    gathered = Gathered(source, known, report, sheet)
    found = pieces(sheet.paras, known)
    if found is None:
        _refuse(gathered)
        return None
    above, several = _moved(found, known)
    head, uses = masthead([*sheet.top, *above], known)
    claims = list(sheet.aside)
    documents = []
    for piece in several:
        made = _document(piece, head, given, gathered)
        if made is None:
            return None
        documents.append(made[0])
        claims += made[1]
    claims += _head_claims(uses, documents[0].slug, gathered)
    claims += _stray_notes(documents, gathered)
    for line, code, message in sheet.doubts:
        report.warn(
            source.file, source.number(line), code, message, "compare with the printed document"
        )
    claims += unexplained(source, claims, report)
    header = _header(documents[0], given)
    source = replace(source, header=header, alike=tuple(sheet.alike.items()))
    documents = [replace(each, source=source) for each in documents]
    return Parsed(source=source, documents=tuple(documents), frame=(), claims=tuple(claims))


def _unfolded(paras: Sequence[Para], known: Forms) -> Iterator[Para]:
    """The paragraphs, tables above the first enacting phrase taken apart: they hold a masthead."""
    enacting = (n for n, each in enumerate(paras) if known.match("enacting", each.text))
    first = next(enacting, len(paras) if len(paras) < 60 else 0)
    for place, para in enumerate(paras):
        if place < first and para.cells:
            yield from para.cells
        else:
            yield para


def _starred(sheet: Sheet) -> Sheet:
    """A sheet whose notes with a star are notes, and the star behind its title a mark."""
    paras: list[Para] = []
    notes = list(sheet.notes)
    aside = list(sheet.aside)
    for para in sheet.paras:
        star = STAR_NOTE.match(plain(para.tokens))
        if star and len(para.text) < LONGEST_STAR_NOTE and not para.rows:
            first, rest = cut(para.tokens, star.end())
            aside += [Claim(run, "label") for run in stretches(first)]
            notes.append(PrintedNote("*", tuple(rest), para.line))
        else:
            paras.append(para)
    if any(note.label.startswith("*") for note in notes):
        for place, para in enumerate(paras[:60]):
            if STARRED.search(plain(para.tokens)) and not SYMBOL.fullmatch(para.text):
                text = plain(para.tokens)
                first, rest = cut(para.tokens, len(text.rstrip(" *\t\n")))
                aside += [Claim(run, "note-mark") for run in stretches(rest)]
                paras[place] = para._replace(tokens=(*first, call_of("*")))
                break
    return replace(sheet, paras=tuple(paras), notes=tuple(notes), aside=tuple(aside))


def tidy(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Tokens without the blanks that stand between a word, its note mark and the comma behind."""
    made = list(tokens)
    for place, token in enumerate(made):
        if not isinstance(token, Call):
            continue
        after = next((t for t in made[place + 1 :] if not isinstance(t, Call)), None)
        if not isinstance(after, Stretch) or after.run.text[:1] not in CLOSING_SIGNS:
            continue
        for before in range(place - 1, -1, -1):
            each = made[before]
            if isinstance(each, Stretch):
                run = each.run
                kept = run.text.rstrip(" \u00a0")
                made[before] = each._replace(
                    run=Run(run.line, run.start, run.start + len(kept), kept)
                )
                if kept:
                    break
    return tuple(made)


def language_of(sheet: Sheet) -> Language | None:
    """The language of a text: by its script, in the Latin one by words it cannot do without."""
    text = " ".join(para.text for para in (*sheet.top, *sheet.paras))[:50_000]
    scripts = {
        code: len(re.findall(forms(code).written.script, text)) for code in ("zh", "ru", "ar")
    }
    letters = sum(character.isalpha() for character in text) or 1
    code = max(scripts, key=lambda each: scripts[each])
    if scripts[code] > letters / 4:
        return code
    words = re.findall(r"\w+", text.lower())
    counts = {
        each: sum(word in forms(each).written.words for word in words)
        for each in ("en", "fr", "es")
    }
    best = max(counts, key=lambda each: counts[each])
    return best if counts[best] > len(words) / 20 else None


def pieces(paras: Sequence[Para], known: Forms) -> tuple[Sequence[Para], list[Piece]] | None:
    """What stands above the first title, and the instruments; None where nothing is enacted."""
    found = starts(paras, known)
    if not found:
        return _solemn(paras, known)
    above = paras[: found[0].title]
    made = []
    for start, following in zip(found, [*found[1:], None], strict=False):
        end = following.title if following else len(paras)
        made.append(_piece(paras, start, end, found[0], known))
    return above, made


def _moved(
    found: tuple[Sequence[Para], list[Piece]], known: Forms
) -> tuple[Sequence[Para], list[Piece]]:
    """The lines of a masthead that stand below a title set above it: Adopted by the Council …"""
    above, several = list(found[0]), []
    for piece in found[1]:
        moved = [each for each in piece.title[1:] if use_of(each.text, known) in BELOW_TITLE]
        above += moved
        several.append(
            piece._replace(title=tuple(each for each in piece.title if each not in moved))
        )
    return above, several


def _piece(paras: Sequence[Para], start: Start, end: int, first: Start, known: Forms) -> Piece:
    title = list(paras[start.title : start.enacting])
    letter = ""
    if start.letter is not None:
        letter = paras[start.letter].text
        own = list(paras[start.letter + 1 : start.enacting])
        common = list(paras[first.title : first.letter]) if first.letter is not None else []
        title = own or common
        if start is first:
            title = [*common, paras[start.letter], *own]
    return Piece(tuple(title), letter, tuple(paras[start.enacting : end]), "resolution")


def _solemn(paras: Sequence[Para], known: Forms) -> tuple[Sequence[Para], list[Piece]] | None:
    """A declaration or a treaty: it has no organ that enacts, but those who declare or agree."""
    for kind, form in (("treaty", "treaty"), ("declaration", "declares")):
        for place, para in enumerate(paras[:40]):
            proclaims = any(known.match("proclaims", each.text) for each in paras[place:][:80])
            if para.text and known.match(form, para.text) and proclaims and place:
                masts = [n for n in range(place) if use_of(paras[n].text, known)]
                begin = masts[-1] + 1 if masts and masts[-1] + 1 < place else 0
                headed = bool(known.match("preamble", paras[place - 1].text))
                body = place - 1 if headed else place
                if body > begin:
                    piece = Piece(tuple(paras[begin:body]), "", tuple(paras[body:]), kind)  # type: ignore[arg-type]
                    return paras[:begin], [piece]
    return None


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


# --- one instrument -------------------------------------------------------------------------


def _document(
    piece: Piece, head: Masthead, given: Header | None, gathered: Gathered
) -> tuple[Document, list[Claim]] | None:
    known, source, report = gathered.forms, gathered.source, gathered.report
    title, label = _title(piece, known)
    symbol = _symbol(piece, head, given, plain(label), gathered)
    if symbol is None:
        return None
    slug = slug_of(symbol)
    solemn = piece.kind in ("treaty", "declaration")
    text = [para._replace(tokens=tidy(para.tokens)) for para in piece.text]
    body = Arranger(text, known, solemn).read()
    blocks = (
        Block("title", "text", piece.title[0].line if piece.title else 1, label, title),
        *body.blocks,
    )
    units = arrange(blocks, known.language, source.file, report, articles=piece.kind == "treaty")
    paragraphs = [_paragraph_of(unit, source) for unit in units]
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
    paragraphs, notes = _noted(paragraphs, gathered)
    claims = [claim for unit in units for claim in _unit_claims(unit, slug)]
    claims += [claim for note in notes for claim in _note_claims(note, slug, gathered.sheet)]
    claims += [
        Claim(run, use if use.startswith("artefact") else f"metadata:{slug}:{use}")
        for para, use in (*body.closing, *body.aside)
        for run in stretches((*para.label, *para.tokens))
    ]
    return _made(piece, head, given, symbol, body, paragraphs, notes, gathered), claims


def _made(
    piece: Piece, head: Masthead, given: Header | None, symbol: str, body: Body,
    paragraphs: list[Paragraph], notes: list[Footnote], gathered: Gathered,
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
    session = _session(symbol) or head.session or (given.session if given else None)
    printed_year = re.search(r"\((\d{4})\)|/RES/(\d{4})/", symbol)
    year = int(day[:4]) if day else int((printed_year[1] or printed_year[2]) if printed_year else 0)
    year = year or (given.year if given and given.year else _year(session))
    is_draft = head.document is not None and "/L." in head.document
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


def _symbol(
    piece: Piece, head: Masthead, given: Header | None, number: str, gathered: Gathered
) -> str | None:
    """The symbol of an instrument: printed, else made of its number, else the header's."""
    match = TITLE_NUMBER.match(number.strip())
    made = (
        _symbol_of_number(match, head, gathered.forms, piece)
        if match
        else _symbol_of_name(piece, head, gathered.forms)
    )
    printed = [each for each in head.symbols if body_of(each)]
    symbol = next((each for each in printed if made and each.startswith(made)), None)
    symbol = symbol or made or (printed[0] if printed else None)
    if given and not given.sections:
        if symbol and not given.symbol.startswith(symbol) and not symbol.startswith(given.symbol):
            message = f"the text says it is {symbol}, its header {given.symbol}"
            gathered.report.warn(
                gathered.source.file,
                1,
                "symbol-differs",
                message,
                "correct the header, if the text is right",
            )
        symbol = given.symbol
    if symbol is None:
        gathered.report.error(
            gathered.source.file,
            1,
            "no-symbol",
            "the symbol is nowhere",
            "write `symbol:` in a header beside the file",
        )
        return None
    if piece.letter and not re.search(rf"{piece.letter}$", symbol):
        symbol = re.sub(r"(?<=\d)[A-Z](?:-[A-Z])?$", "", symbol) + piece.letter
    return symbol


def _symbol_of_number(
    match: re.Match[str], head: Masthead, known: Forms, piece: Piece
) -> str | None:
    """A/RES/75/194 of `75/194.`; A/RES/217A(III) of `217 A (III).`."""
    number = match["number"].translate(str.maketrans("–‑", "--"))
    letter = (match["letter"] or "").replace(" ", "")
    organ = known.organ(piece.text[0].text) if piece.text else None
    body = organ or head.body
    kind = "DEC" if head.decision else "RES"
    if match["roman"]:
        return f"{'E' if body == 'ECOSOC' else 'A'}/RES/{number}{letter}({match['roman']})"
    if "/" not in number:
        return None
    prefixes = {
        "GA": "A/",
        "ECOSOC": "E/",
        "HRC": "A/HRC/",
        "CCPCJ": "CCPCJ/",
        "CND": "CND/",
        "COP": "CTOC/COP/",
        "COSP": "CAC/COSP/",
    }
    prefix = prefixes.get(body or "")
    return f"{prefix}{kind}/{number}{letter}" if prefix else None


def _symbol_of_name(piece: Piece, head: Masthead, known: Forms) -> str | None:
    """S/RES/2999(2031) of `Resolution 2999 (2031)`."""
    for para in piece.title:
        match = known.match("number", para.text)
        if match is None:
            continue
        number = re.sub(r"\s", "", match["number"]).replace("（", "(").replace("）", ")")
        organ = known.organ(piece.text[0].text) or head.body
        if "(" in number:
            return f"S/RES/{number}"
        fake = TITLE_NUMBER.match(f"{number}. x")
        return _symbol_of_number(fake, replace(head, body=organ), known, piece) if fake else None
    return None


def _session(symbol: str) -> str | None:
    match = re.match(
        r"A/(?:RES|DEC)/((?:E?S-)?\d+)/|A/RES/\d+[A-Z]?\(((?:S-)?[IVXL]+)\)|A/(?:C\.\d/)?(\d+)/L",
        symbol,
    )
    if not match:
        return None
    if match[2]:
        return match[2] if match[2].startswith("S-") else str(from_roman(match[2]))
    return match[1] or match[3]


def _year(session: str | None) -> int:
    return (
        FIRST_SESSION + int(session)
        if session and session.isdecimal() and int(session) < 200
        else 0
    )


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


# --- paragraphs, notes and the account ------------------------------------------------------


def _paragraph_of(unit: KeyedBlock, source: Source) -> Paragraph:
    found = stretches((*unit.label_tokens, *unit.tokens))
    lines = [run.line for run in found] or [unit.block.line]
    return Paragraph(
        key=unit.key,
        kind=unit.kind,
        label=unit.label,
        parent=unit.parent,
        text=unit.content.text,
        lines=Span(source.number(min(lines)), source.number(max(lines))),
        rows=tuple(tuple(rich_text(cell).text for cell in row) for row in unit.block.rows),
        emphasis=unit.content.emphasis,
        notes=unit.content.notes,
    )


def _unit_claims(unit: KeyedBlock, slug: str) -> Iterator[Claim]:
    yield from (Claim(run, "label") for run in stretches(unit.label_tokens))
    yield from (Claim(run, f"text:{slug}#{unit.key}") for run in stretches(unit.tokens))


def _noted(
    paragraphs: list[Paragraph], gathered: Gathered
) -> tuple[list[Paragraph], list[Footnote]]:
    """The notes in the order of their marks; a mark without a note makes one without text."""
    source = gathered.source
    printed = {note_key(note.label): note for note in reversed(gathered.sheet.notes)}
    order = list(dict.fromkeys(note_key(note.label) for note in gathered.sheet.notes))
    texts = [rich_text(printed[key].tokens).text for key in order]
    resolved = dict(zip(order, resolve(texts, gathered.forms.language), strict=True))
    worded = dict(zip(order, texts, strict=True))
    made: dict[str, Footnote] = {}
    for paragraph in paragraphs:
        for mark in paragraph.notes:
            if mark.key in made:
                continue
            note = printed.get(mark.key)
            lines = [run.line for run in stretches(note.tokens)] or [note.line] if note else []
            made[mark.key] = Footnote(
                key=mark.key,
                label=mark.label,
                text=worded.get(mark.key),
                resolved=resolved.get(mark.key),
                lines=Span(source.number(min(lines)), source.number(max(lines))) if lines else None,
            )
            if note is None:
                message = f"mark {mark.label} in {paragraph.key} has no note in the file"
                gathered.report.warn(
                    source.file,
                    paragraph.lines.start,
                    "missing-note",
                    message,
                    "the page says so; compare with the printed document",
                )
    return paragraphs, list(made.values())


def _note_claims(note: Footnote, slug: str, sheet: Sheet) -> Iterator[Claim]:
    printed = next((each for each in sheet.notes if note_key(each.label) == note.key), None)
    if printed:
        if printed.label_run:
            yield Claim(printed.label_run, "label")
        yield from (Claim(run, f"note:{slug}#{note.key}") for run in stretches(printed.tokens))


def _stray_notes(documents: Sequence[Document], gathered: Gathered) -> Iterator[Claim]:
    """Notes that no mark of the text calls: of the masthead, or with a mark that is lost."""
    called = {note.key for document in documents for note in document.footnotes}
    seen: set[str] = set()
    for note in gathered.sheet.notes:
        key = note_key(note.label)
        if key in called and key not in seen:
            seen.add(key)
            continue
        runs = [*([note.label_run] if note.label_run else []), *stretches(note.tokens)]
        if key in called or note.label.startswith("*"):
            yield from (Claim(run, "metadata:note") for run in runs)
            if key not in called:
                continue
        yield from (Claim(run, "artefact:stray-note") for run in runs if key not in called)
        text = plain(note.tokens).strip()[:40]
        message = f"no mark calls note {note.label} ({text!r})"
        gathered.report.warn(
            gathered.source.file,
            gathered.source.number(note.line),
            "orphan-note",
            message,
            "compare with the printed document",
        )


def _head_claims(
    uses: Sequence[tuple[Para, str]], slug: str, gathered: Gathered
) -> Iterator[Claim]:
    for para, use in uses:
        runs = stretches((*para.label, *para.tokens))
        yield from (Claim(run, f"metadata:{slug}:{use or 'unknown'}") for run in runs)
        if runs and not use and para not in gathered.sheet.top:
            message = f"{para.text[:40]!r} above the title is no known line of a masthead"
            gathered.report.warn(
                gathered.source.file,
                gathered.source.number(para.line),
                "unknown-masthead-line",
                message,
                "compare with the printed document",
            )
