"""Stage: a Word file of the United Nations -> its documents and an account of its text.

Paragraphs and real footnotes come as the file has them; its styles are evidence and no more.
What is set aside has a name: page headers and footers, drawings, deleted and hidden text, comments.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from resolutions.model.document import Claim, Parsed
from resolutions.model.problems import Report
from resolutions.readers.akn.xmlfile import Element
from resolutions.readers.docx.marks import Typed, marked, noted, typed_notes
from resolutions.readers.docx.notes import kinds_called, note_count
from resolutions.readers.docx.numbering import Numbering
from resolutions.readers.docx.package import Package, child, value
from resolutions.readers.docx.runs import RunReader
from resolutions.readers.docx.story import Story, Tools, flat, set_aside, story_of
from resolutions.readers.docx.styles import character_styles, paragraph_styles
from resolutions.readers.printed.build import build
from resolutions.readers.printed.sheet import PrintedNote, Sheet
from resolutions.readers.printed.source import header_beside, source_of


def read_docx(path: Path, shown: str, report: Report) -> list[Parsed]:
    """Read a Word file; an empty list, and a problem, where it holds nothing that can be read."""
    parts = Package(path, shown, report).parts()
    if not parts:
        return []
    given = header_beside(path, shown, report)
    sheet, lines = _laid(parts)
    source = source_of(path, path.read_bytes(), shown, given, lines)
    parsed = build(sheet, source, given, report)
    return [parsed] if parsed else []


class _Notes(NamedTuple):
    """The notes in the order of their marks, what of them is no text, and their stories."""

    notes: list[PrintedNote]
    claims: list[Claim]
    stories: list[Story]


def _laid(parts: Mapping[str, Element]) -> tuple[Sheet, list[str]]:
    """The text, the notes, the headers and what is set aside; the lines they are made of."""
    styles, document = parts.get("word/styles.xml"), parts["word/document.xml"]
    counted = {kind: note_count(kind, parts) for kind in ("footnote", "endnote")}
    tools = Tools(
        Numbering.of(parts.get("word/numbering.xml")),
        paragraph_styles(styles),
        RunReader(
            set(character_styles(styles, "vertAlign", "superscript")),
            set(character_styles(styles, "vanish")),
            {kind: each.first for kind, each in counted.items()},
        ),
    )
    body = story_of(child(document, "body") or document, 0, tools)
    found = _notes(parts, len(body.lines), tools)
    stories = [body, *found.stories]
    claims = found.claims
    top = []
    for name, root in sorted(parts.items()):
        kind = _kind(name)
        if kind is None:
            continue
        story = story_of(root, sum(len(each.lines) for each in stories), tools)
        stories.append(story)
        if kind == "page-head":
            top += list(flat(story.paras))
        else:
            claims += set_aside(story.paras, f"artefact:{kind}")
    typed = typed_notes(body.paras) if not found.notes else Typed(body.paras, ())
    notes = (*found.notes, *typed.notes)
    text = [marked(para, {note.label for note in notes}) for para in typed.paras]
    odd = [counted[kind].told for kind in kinds_called(tools.runs) if counted[kind].told]
    sheet = Sheet(
        paras=tuple(each.para for each in text),
        notes=notes,
        top=tuple(top),
        aside=(
            *(claim for story in stories for claim in story.claims),
            *claims,
            *(claim for each in text for claim in each.claims),
        ),
        alike=sum((story.alike for story in stories), Counter()),
        doubts=(
            *((1, "doubtful-note", message) for message in odd),
            *((n, "unexplained-text", what) for story in stories for n, what in story.unread),
        ),
    )
    return sheet, [line for story in stories for line in story.lines]


def _kind(name: str) -> str | None:
    """What a part holds beside the text and the notes."""
    if name.startswith("word/header"):
        return "page-head"
    if name.startswith("word/footer"):
        return "page-foot"
    return "comment" if name == "word/comments.xml" else None


def _notes(parts: Mapping[str, Element], before: int, tools: Tools) -> _Notes:
    """The notes that are called; the others have no place and are set aside."""
    made = _Notes([], [], [])
    for kind in ("footnote", "endnote"):
        root = parts.get(f"word/{kind}s.xml")
        by_id = {value(each, "id"): each for each in root.children} if root else {}
        for element, label in _called(kind, by_id, tools):
            story = story_of(element, before + sum(len(s.lines) for s in made.stories), tools)
            made.stories.append(story)
            if label is None:
                use = "note-rule" if value(element, "type") else "uncalled-note"
                made.claims.extend(set_aside(story.paras, f"artefact:{use}"))
                continue
            note, claims = noted(tuple(flat(story.paras)), label)
            made.notes.append(note)
            made.claims.extend(claims)
    return made


def _called(
    kind: str, by_id: Mapping[str, Element], tools: Tools
) -> Iterator[tuple[Element, str | None]]:
    """The notes of a kind with their labels, as they are called; then those no mark calls."""
    called = {id: label for (own, id), label in tools.runs.called.items() if own == kind}
    yield from ((by_id[id], label) for id, label in called.items() if id in by_id)
    yield from ((note, None) for id, note in by_id.items() if id not in called)
