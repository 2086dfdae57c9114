"""Stage: a document -> what each of its paragraphs and notes cites.

When a mention could mean two things it is left unlinked and reported: a wrong link is worse
than none. What counts as a citation is laid down in `data/README.md`, "Citations".
"""

from __future__ import annotations

from collections.abc import Iterable

from resolutions.analysis.citations.find import mentions
from resolutions.analysis.citations.linked import fill
from resolutions.analysis.citations.names import Names
from resolutions.analysis.citations.resolve import resolve
from resolutions.model.document import Document, Footnote, Paragraph
from resolutions.model.findings import Citation, Unresolved
from resolutions.model.records import Body, Key, Span, Target


def cite(
    document: Document, names: Names
) -> tuple[
    dict[Key, tuple[Citation, ...]], dict[Key, tuple[Citation, ...]], tuple[Unresolved, ...]
]:
    """The citations of each paragraph, those of each footnote, and the mentions left open."""
    own: dict[Key, tuple[Citation, ...]] = {}
    unresolved: list[Unresolved] = []
    earlier: list[list[Target]] = []
    keys = {paragraph.key for paragraph in document.paragraphs}
    for paragraph in document.paragraphs:
        found = mentions(paragraph.text, names, document.body, keys)
        citations, open_ends = resolve(found, names, earlier)
        citations, open_ends = fill(citations, open_ends, paragraph.links, paragraph.text, names)
        own[paragraph.key] = _first_marked(citations)
        earlier.append([each.target for each in citations])
        unresolved += [_unresolved(document, paragraph, *each) for each in open_ends]
    notes = {note.key: _cited_by_note(note, names, document.body) for note in document.footnotes}
    return own, notes, tuple(unresolved)


def _cited_by_note(note: Footnote, names: Names, body: Body) -> tuple[Citation, ...]:
    text, resolved = note.text or "", note.resolved or ""
    ibid = names.patterns.ibid.fullmatch(text)  # 同上。 cites all that the note before it cites
    found = mentions(resolved if ibid else text, names, body, set(), resolved)
    whole = Span(0, len(text.rstrip("。.")))
    citations = [
        Citation(whole if ibid else each.span, each.target, each.section, each.paragraph)
        for each in found
        if each.target is not None
    ]
    open_ends = [(each.span, "organ") for each in found if each.target is None and not ibid]
    return _first_marked(fill(citations, open_ends, note.links, text, names)[0])


def _unresolved(document: Document, paragraph: Paragraph, span: Span, reason: str) -> Unresolved:
    return Unresolved(
        file=document.source.file,
        line=paragraph.lines.start,
        slug=document.slug,
        key=paragraph.key,
        text=paragraph.text[span.start : span.end],
        reason=reason,
    )


def _first_marked(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The citations, the first of each target marked as such."""
    seen: set[tuple[Target, Key | None]] = set()
    marked = []
    for citation in citations:
        # a citation of the text itself is told apart by the paragraph it names
        mention = (citation.target, None if citation.target else citation.paragraph)
        marked.append(citation._replace(first=mention not in seen))
        seen.add(mention)
    return tuple(marked)
