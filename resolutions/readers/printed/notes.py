"""Part of `printed`: the notes of a sheet, and the marks that call them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from resolutions.model.document import (
    Claim,
    Document,
    Footnote,
    Paragraph,
    Run,
)
from resolutions.model.keys import note_key
from resolutions.model.records import Span
from resolutions.readers.akn.inline import (
    Call,
    Stretch,
    Token,
    call_of,
    cut,
    plain,
    rich_text,
)
from resolutions.readers.printed.head import (
    SYMBOL,
)
from resolutions.readers.printed.sheet import Gathered, Para, PrintedNote, Sheet, stretches
from resolutions.readers.text.notes import resolve

STAR_NOTE = re.compile(r"\s*\*{1,3}\s*(?=[^\W\d_])")  # * Reissued for technical reasons
STARRED = re.compile(r"\w[”’»)]?\s?\*{1,3}\s*$")
LONGEST_STAR_NOTE = 400
CLOSING_SIGNS = tuple(",.;:)]，、；：。）》”’»،؛")


def starred(sheet: Sheet) -> Sheet:
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


def called_notes(
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


def note_claims(note: Footnote, slug: str, sheet: Sheet) -> Iterator[Claim]:
    """What a note of an instrument is made of."""
    printed = next((each for each in sheet.notes if note_key(each.label) == note.key), None)
    if printed:
        if printed.label_run:
            yield Claim(printed.label_run, "label")
        yield from (Claim(run, f"note:{slug}#{note.key}") for run in stretches(printed.tokens))


def stray_notes(documents: Sequence[Document], gathered: Gathered) -> Iterator[Claim]:
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
