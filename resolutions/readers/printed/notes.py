"""Part of `printed`: the notes of a sheet, and the marks that call them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from resolutions.model.document import (
    Claim,
    Footnote,
    Paragraph,
    Run,
)
from resolutions.model.keys import note_key
from resolutions.model.records import Key
from resolutions.readers.akn.inline import (
    Call,
    Stretch,
    Token,
    call_of,
    cut,
    plain,
    rich_text,
    runs,
)
from resolutions.readers.akn.paragraphs import lines_of
from resolutions.readers.printed.head import (
    SYMBOL,
)
from resolutions.readers.printed.sheet import Gathered, Para, PrintedNote, Sheet
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
            aside += [Claim(run, "label") for run in runs(first)]
            notes.append(PrintedNote("*", tuple(rest), para.line))
        else:
            paras.append(para)
    if any(note.label.startswith("*") for note in notes):
        for place, para in enumerate(paras[:60]):
            if STARRED.search(plain(para.tokens)) and not SYMBOL.fullmatch(para.text):
                text = plain(para.tokens)
                first, rest = cut(para.tokens, len(text.rstrip(" *\t\n")))
                aside += [Claim(run, "note-mark") for run in runs(rest)]
                paras[place] = para._replace(tokens=(*first, call_of("*")))
                break
    keys = dict(zip((note.label for note in notes), note_keys(notes), strict=True))
    paras = [_rekeyed(para, keys) for para in paras] if len(set(keys.values())) > 1 else paras
    return replace(sheet, paras=tuple(paras), notes=tuple(notes), aside=tuple(aside))


def note_keys(notes: Sequence[PrintedNote]) -> list[Key]:
    """The keys of notes: fn12; of signs the first fn-star, another (**, †) fn-star_2."""
    signs: dict[str, Key] = {}
    for note in notes:
        if not note.label.isdecimal() and note.label not in signs:
            signs[note.label] = note_key(note.label) + (f"_{len(signs) + 1}" if signs else "")
    return [signs.get(note.label) or note_key(note.label) for note in notes]


def _rekeyed(para: Para, keys: Mapping[str, Key]) -> Para:
    """A paragraph whose marks have the keys of their notes."""

    def own(tokens: Sequence[Token]) -> tuple[Token, ...]:
        return tuple(
            each._replace(key=keys.get(each.label, each.key)) if isinstance(each, Call) else each
            for each in tokens
        )

    rows = tuple(tuple(own(cell) for cell in row) for row in para.rows)
    return para._replace(tokens=own(para.tokens), rows=rows)


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


class Called(NamedTuple):
    """The footnotes of an instrument, and which notes of the sheet they are."""

    footnotes: tuple[Footnote, ...]
    places: tuple[int | None, ...]  # in the notes of the sheet; None where a mark has no note


def called_notes(paragraphs: Sequence[Paragraph], gathered: Gathered, after: int) -> Called:
    """The notes in the order of their marks; a mark without a note makes one without text.

    `after`: the place behind the notes of the instruments above. Where numbers begin anew the
    note of a mark stands there; else it is one that two instruments share.
    """
    source, notes = gathered.source, gathered.sheet.notes
    texts = [rich_text(note.tokens).text for note in notes]
    resolved = resolve(texts, gathered.forms.language)
    keys = note_keys(notes)
    made: dict[str, tuple[Footnote, int | None]] = {}
    for paragraph in paragraphs:
        for mark in paragraph.notes:
            if mark.key in made:
                continue
            place = _place_of(mark.key, keys, after)
            note = notes[place] if place is not None else None
            footnote = Footnote(
                key=mark.key,
                label=mark.label,
                text=texts[place] if place is not None else None,
                resolved=resolved[place] if place is not None else None,
                lines=lines_of(runs(note.tokens), note.line, source) if note else None,
            )
            made[mark.key] = footnote, place
            if note is None:
                message = f"mark {mark.label} in {paragraph.key} has no note in the file"
                remedy = "the page says so; compare with the printed document"
                gathered.report.warn(
                    source.file, paragraph.lines.start, "missing-note", message, remedy
                )
    return Called(
        tuple(footnote for footnote, _ in made.values()), tuple(place for _, place in made.values())
    )


def _place_of(key: Key, keys: Sequence[Key], after: int) -> int | None:
    named = [place for place, own in enumerate(keys) if own == key]
    return next((place for place in named if place >= after), named[-1] if named else None)


def behind(called: Called, sheet: Sheet, after: int) -> int:
    """The place behind the notes that an instrument calls by their numbers."""
    numbered = [
        place for place in called.places if place is not None and sheet.notes[place].label != "*"
    ]
    return max([after, *(place + 1 for place in numbered)])


def note_claims(called: Called, slug: str, sheet: Sheet) -> Iterator[Claim]:
    """What the notes of an instrument are made of."""
    for footnote, place in zip(called.footnotes, called.places, strict=True):
        if place is not None:
            note = sheet.notes[place]
            if note.label_run:
                yield Claim(note.label_run, "label")
            yield from (Claim(run, f"note:{slug}#{footnote.key}") for run in runs(note.tokens))


def stray_notes(used: Collection[int], gathered: Gathered) -> Iterator[Claim]:
    """Notes that no mark of the text calls: of the masthead, or with a mark that is lost."""
    keys = note_keys(gathered.sheet.notes)
    called = {keys[place] for place in used}
    for place, note in enumerate(gathered.sheet.notes):
        if place in used:
            continue
        twin = keys[place] in called
        found = [*([note.label_run] if note.label_run else []), *runs(note.tokens)]
        use = "metadata:note" if twin or note.label.startswith("*") else "artefact:stray-note"
        yield from (Claim(run, use) for run in found)
        if note.label.startswith("*") and not twin:
            continue
        text = plain(note.tokens).strip()[:40]
        message = f"no mark calls note {note.label} ({text!r})"
        gathered.report.warn(
            gathered.source.file,
            gathered.source.number(note.line),
            "orphan-note",
            message,
            "compare with the printed document",
        )
