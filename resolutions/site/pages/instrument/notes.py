"""The footnotes of an instrument, each with the ways back to the marks that call it."""

from __future__ import annotations

from collections.abc import Sequence

from resolutions.model.document import Document, Footnote
from resolutions.model.findings import Reading
from resolutions.model.library import Library
from resolutions.model.records import Key, Language, record
from resolutions.site.paragraph.aid import AidView, note_aid
from resolutions.site.paragraph.links import cite_link
from resolutions.site.paragraph.marks import FlawMark, flaw_mark
from resolutions.site.weave import Group, weave
from resolutions.web.strings import Strings, spoken


@record
class NoteView:
    """A footnote, with the marks that call it."""

    key: str
    label: str
    language: Language
    groups: tuple[Group[object, object], ...]
    missing: bool
    resolved: str  # with 同上 replaced; "" where that changes nothing
    back: tuple[tuple[str, str], ...]  # (href, name of the paragraph)
    flaws: tuple[FlawMark, ...]
    aid: AidView | None = None


def notes(
    reading: Reading, aid: Reading | None, library: Library, words: Strings, path: str
) -> list[NoteView]:
    """The notes in their order; `aid` is the reading aid that the page holds."""
    back = _back(reading.document, words)
    aided = {note.key: note for note in aid.document.footnotes} if aid else {}
    return [
        _view(
            note,
            reading,
            back.get(note.key, ()),
            _note_beside(aided.get(note.key), note, aid, library, words, path),
            library,
            words,
            path,
        )
        for note in reading.document.footnotes
    ]


def _back(document: Document, words: Strings) -> dict[Key, list[tuple[str, str]]]:
    """The marks of each note: where they stand, and the name of the paragraph."""
    back: dict[Key, list[tuple[str, str]]] = {}
    for paragraph in document.paragraphs:
        name = words.paragraph(paragraph.key, paragraph.kind, paragraph.label)
        for number, mark in enumerate(paragraph.notes, start=1):
            back.setdefault(mark.key, []).append((f"#{paragraph.key}-mark{number}", name))
    return back


def _view(
    note: Footnote,
    reading: Reading,
    back: Sequence[tuple[str, str]],
    aid: AidView | None,
    library: Library,
    words: Strings,
    path: str,
) -> NoteView:
    text, flaws = note.text or "", reading.note_flaws.get(note.key, ())
    links = [
        (each.span, cite_link(each, reading.document, words, path, library))
        for each in reading.note_citations.get(note.key, ())
    ]
    marks = tuple(
        flaw_mark(n, flaw, text, words, f"#{note.key}-flaw{n}") for n, flaw in enumerate(flaws, 1)
    )
    signs = [(flaw.span.end, mark) for flaw, mark in zip(flaws, marks, strict=True)]
    layers = [(flaw.span, "flaw") for flaw in flaws]
    return NoteView(
        key=note.key,
        label=note.label,
        language=spoken(text, reading.document.language),
        groups=tuple(weave(text, links, layers, signs)),
        missing=note.text is None,
        resolved=note.resolved if note.resolved and note.resolved != note.text else "",
        back=tuple(back),
        flaws=marks,
        aid=aid,
    )


def _note_beside(
    rendered: Footnote | None,
    note: Footnote,
    aid: Reading | None,
    library: Library,
    words: Strings,
    path: str,
) -> AidView | None:
    """A note as the reading aid has it; None where it says nothing else than the note."""
    if aid is None or rendered is None or rendered.text == note.text:
        return None
    return note_aid(rendered, aid, library, words, path)
