"""The text of a paragraph with all that is found in it: links, layers, marks."""

from __future__ import annotations

from resolutions.model.document import Paragraph
from resolutions.model.findings import Findings, Reading, Tag
from resolutions.model.library import Library
from resolutions.model.records import Span
from resolutions.site.paragraph.links import CiteLink, cite_link
from resolutions.site.paragraph.marks import FlawMark, NoteLink, flaw_marks, note_link
from resolutions.site.weave import Group, weave
from resolutions.web.strings import Strings

# groups of pieces under their links; at their ends marks of notes and of errata
Woven = tuple[Group[CiteLink, NoteLink | FlawMark], ...]


def woven(
    reading: Reading,
    paragraph: Paragraph,
    words: Strings,
    page: str,
    library: Library,
    mark: Tag | None,
    home: bool = True,
) -> Woven:
    """The text of a paragraph cut where links, layers and marks begin and end.

    `mark`: the theme whose evidence shows. `home`: whether notes lead back to the marks in it.
    """
    document, found = reading.document, reading.findings.get(paragraph.key, Findings())
    head = library.heads[document.slug]
    flaws = flaw_marks(head, found, paragraph, words, page)
    notes = [
        (
            note.at,
            note_link(head, paragraph, n, note.key, note.label, words, page, home),
        )
        for n, note in enumerate(paragraph.notes, start=1)
    ]
    signs = [(flaw.span.end, sign) for flaw, sign in zip(found.flaws, flaws, strict=True)]
    links = [
        (citation.span, cite_link(citation, document, words, page, library))
        for citation in found.citations
    ]
    return tuple(weave(paragraph.text, links, _layers(paragraph, found, mark), [*signs, *notes]))


def _layers(paragraph: Paragraph, found: Findings, mark: Tag | None) -> list[tuple[Span, str]]:
    layers = [(span, "bold") for span in paragraph.emphasis]
    layers += [(act.span, "lead") for act in found.acts[:1]]
    layers += [(flaw.span, "flaw") for flaw in found.flaws]
    layers += [(span, "hit") for span in (mark.evidence if mark else ())]
    return layers


def plain(groups: Woven) -> str:
    """The text of woven groups."""
    return "".join(piece.text for group in groups for piece in group.pieces)
