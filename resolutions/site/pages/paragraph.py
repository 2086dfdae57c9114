"""What a paragraph shows, wherever it stands: its woven text, themes, notes and flaws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from resolutions.analysis.segment import CHINESE
from resolutions.model.document import Document, Footnote, Paragraph
from resolutions.model.findings import Citation, Findings, Flaw, Reading, Tag
from resolutions.model.library import Library
from resolutions.model.records import Language, Span, record
from resolutions.site.weave import Group, weave
from resolutions.web import urls
from resolutions.web.strings import Strings

SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"


@record
class CiteLink:
    """A citation as a link: where it leads, and the entry that previews it."""

    href: str
    preview: str  # id of the entry in the page's list of instruments cited; "" for none


@record
class NoteLink:
    """A note mark: its label, the note's anchor and its own."""

    label: str
    href: str
    id: str  # "" where the paragraph is not at home


@record
class FlawMark:
    """The sign of an erratum, at the end of the words it concerns."""

    number: int
    kind: str
    found: str
    suggested: str
    certainty: str
    reason: str
    href: str  # where the note on it stands


@record
class TagView:
    """A theme of a paragraph, with the words that earned it."""

    id: str
    name: str
    strength: str
    href: str
    evidence: tuple[str, ...]
    language: Language  # of the evidence
    spans: str  # "3-7 10-12", for the script that shows them; "" where all occurrences count
    reviewed: bool


@record
class Cell:
    """A cell of a table; `head` is the scope of a header cell, "" for figures."""

    text: str
    head: str
    span: int


@record
class AidView:
    """A paragraph of a reading aid, drawn like the text it renders; never a text of the UN."""

    language: Language
    groups: tuple[Group[CiteLink, NoteLink | FlawMark], ...]
    rows: tuple[tuple[Cell, ...], ...]


@record
class ParagraphView:
    """A paragraph ready to be drawn."""

    key: str
    kind: str
    label: str
    name: str  # third preambular paragraph
    depth: int
    language: Language
    groups: tuple[Group[CiteLink, NoteLink | FlawMark], ...]
    rows: tuple[tuple[Cell, ...], ...]
    tags: tuple[TagView, ...]
    flaws: tuple[FlawMark, ...]
    words: str  # lengths of the words that tile the text, a sign each: "214"
    lines: Span
    href: str
    strength: str = ""  # of the theme, on a theme page
    lead: str = ""  # the concept of its lead verb
    asks: str = ""  # whom it asks: ids, between blanks
    aid: AidView | None = None  # the same in the reader's language, a rendering of our own


def view(
    document: Document,
    reading: Reading,
    paragraph: Paragraph,
    words: Strings,
    page: str,
    library: Library,
    mark: Tag | None = None,
    aid: Reading | None = None,
) -> ParagraphView:
    """Draw up a paragraph for a page; `mark` is the theme whose evidence shows in the text."""
    found, language = reading.findings.get(paragraph.key, Findings()), document.language
    flaws = _flaw_marks(document, found, paragraph, words, page)
    on_own_page = page == urls.resolution(document.slug)
    return ParagraphView(
        key=paragraph.key,
        kind=paragraph.kind,
        label=paragraph.label,
        name=words.paragraph(paragraph.key, paragraph.kind, paragraph.label),
        depth=_depth(paragraph),
        language=document.language,
        groups=woven(document, reading, paragraph, words, page, library, mark),
        rows=tuple(_row(row, paragraph.rows) for row in paragraph.rows),
        tags=()
        if mark
        else tuple([tag_view(t, paragraph.text, language, words, page) for t in found.tags]),
        flaws=flaws,
        words=_signs(found.words)
        if language == CHINESE
        else "",  # blanks part the words of the others
        lines=paragraph.lines,
        href=(
            f"#{paragraph.key}"
            if on_own_page
            else urls.relative(page, urls.resolution(document.slug, paragraph.key))
        ),
        strength=mark.strength if mark else "",
        lead=lead_of(found),
        asks=" ".join(found.addressees),
        aid=aid_view(aid, paragraph.key, words, page, library) if aid else None,
    )


def lead_of(found: Findings) -> str:
    """What the organ does first in a paragraph; "" where it does nothing."""
    return found.acts[0].concept if found.acts else ""


def aid_view(aid: Reading, key: str, words: Strings, page: str, library: Library) -> AidView | None:
    """A paragraph as the reading aid has it; its marks have no address of their own."""
    paragraph = next((each for each in aid.document.paragraphs if each.key == key), None)
    if paragraph is None:
        return None
    return AidView(
        language=aid.document.language,
        groups=woven(aid.document, aid, paragraph, words, page, library, None, home=False),
        rows=tuple(_row(row, paragraph.rows) for row in paragraph.rows),
    )


def note_aid(
    note: Footnote, aid: Reading, library: Library, words: Strings, page: str
) -> AidView | None:
    """A note as the reading aid has it; None where it has none."""
    if not note.text:
        return None
    links = [
        (each.span, cite_link(each, aid.document, words, page, library, True))
        for each in aid.note_citations.get(note.key, ())
    ]
    groups: tuple[Group[CiteLink, NoteLink | FlawMark], ...] = tuple(weave(note.text, links))
    return AidView(language=aid.document.language, groups=groups, rows=())


def woven(
    document: Document,
    reading: Reading,
    paragraph: Paragraph,
    words: Strings,
    page: str,
    library: Library,
    mark: Tag | None,
    home: bool = True,
) -> tuple[Group[CiteLink, NoteLink | FlawMark], ...]:
    """The text of a paragraph cut where links, layers and marks begin and end.

    `home`: whether a note leads back to the marks in this very text.
    """
    found = reading.findings.get(paragraph.key, Findings())
    flaws = _flaw_marks(document, found, paragraph, words, page)
    on_own_page = page == urls.resolution(document.slug)
    notes = [
        (note.at, _note(document, paragraph, n, note.key, note.label, page, home))
        for n, note in enumerate(paragraph.notes, start=1)
    ]
    signs = [(flaw.span.end, sign) for flaw, sign in zip(found.flaws, flaws, strict=True)]
    layers = [(span, "bold") for span in paragraph.emphasis]
    layers += [(act.span, "lead") for act in found.acts[:1]]
    layers += [(flaw.span, "flaw") for flaw in found.flaws]
    layers += [(span, "hit") for span in (mark.evidence if mark else ())]
    links = [
        (citation.span, cite_link(citation, document, words, page, library, on_own_page))
        for citation in found.citations
    ]
    return tuple(weave(paragraph.text, links, layers, [*signs, *notes]))


def _flaw_marks(
    document: Document, found: Findings, paragraph: Paragraph, words: Strings, page: str
) -> tuple[FlawMark, ...]:
    return tuple(
        flaw_mark(
            n,
            flaw,
            paragraph.text,
            words,
            urls.relative(page, urls.resolution(document.slug, f"{paragraph.key}-flaw{n}")),
        )
        for n, flaw in enumerate(found.flaws, 1)
    )


def _signs(lengths: str) -> str:
    """Lengths of words, a sign each: 1 to 9, a is 10; (40) where none serves."""
    numbers = map(int, lengths.split())
    return "".join([SIGNS[n] if n < len(SIGNS) else f"({n})" for n in numbers])


def _row(row: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> tuple[Cell, ...]:
    """A row of cells: the rows above the first full one are heads of columns."""
    body = next((n for n, each in enumerate(rows) if each[0]), len(rows))
    in_head = rows.index(row) < body
    if row[0] and not any(row[1:]):
        return (Cell(text=row[0], head="rowgroup", span=len(row)),)
    cells: list[Cell] = []
    for column, text in enumerate(row):
        spanned = in_head and not text and column > 1
        if spanned and cells:
            cells[-1] = Cell(text=cells[-1].text, head="colgroup", span=cells[-1].span + 1)
        else:
            head = "col" if in_head else "row" if column == 0 else ""
            cells.append(Cell(text=text, head=head, span=1))
    return tuple(cells)


def _depth(paragraph: Paragraph) -> int:
    items = paragraph.key.split("_")[0].split("-")[1:]
    return len(items) + (1 if paragraph.parent and not items else 0)


def _note(
    document: Document,
    paragraph: Paragraph,
    number: int,
    key: str,
    label: str,
    page: str,
    home: bool,
) -> NoteLink:
    href = urls.relative(page, urls.resolution(document.slug, key))
    own = home and page == urls.resolution(document.slug)
    return NoteLink(label=label, href=href, id=f"{paragraph.key}-mark{number}" if own else "")


def flaw_mark(number: int, flaw: Flaw, text: str, words: Strings, href: str) -> FlawMark:
    """An erratum with what a reader is told of it."""
    erratum = flaw.erratum
    return FlawMark(
        number=number,
        kind=words(f"erratum.kind.{erratum.kind}"),
        found=text[flaw.span.start : flaw.span.end],
        suggested=erratum.suggested,
        certainty=words(f"certainty.{erratum.certainty}"),
        reason=words.name(erratum.reason),
        href=href,
    )


def tag_view(tag: Tag, text: str, language: Language, words: Strings, page: str) -> TagView:
    """A theme with its evidence."""
    evidence = tuple(dict.fromkeys([text[start:end] for start, end in tag.evidence]))
    spans = _spans(text, evidence, tag.evidence)
    href = urls.relative(page, urls.theme(tag.theme))
    shown = tag.theme, words.themes[tag.theme], tag.strength, href, tag.origin == "reviewed"
    return _tag_view(shown, evidence, language if evidence else "", spans)


def _spans(text: str, evidence: Sequence[str], spans: Sequence[Span]) -> str:
    """Where the words of the evidence stand; "" where it is everywhere that they occur."""
    occurring = {span for words in evidence for span in _occurrences(words, text)}
    if occurring == {(start, end) for start, end in spans}:
        return ""
    return " ".join([f"{start}-{end}" for start, end in spans])


def _occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, one after another."""
    end = 0
    while (start := text.find(words, end)) >= 0:
        end = start + len(words)
        yield start, end


@lru_cache(maxsize=1000)  # in five languages of six a theme has no evidence: one record for all
def _tag_view(
    shown: tuple[str, str, str, str, bool],
    evidence: tuple[str, ...],
    language: Language,
    spans: str,
) -> TagView:
    theme, name, strength, href, reviewed = shown
    return TagView(
        id=theme,
        name=name,
        strength=strength,
        href=href,
        evidence=evidence,
        language=language,
        spans=spans,
        reviewed=reviewed,
    )


def cite_link(
    citation: Citation,
    document: Document,
    words: Strings,
    page: str,
    library: Library,
    preview: bool,
) -> CiteLink:
    """Where a citation leads: to the text we hold, else to the entry in the list of the cited."""
    if not citation.target:
        href = urls.relative(page, urls.resolution(document.slug, citation.paragraph))
        return CiteLink(href=href, preview="")
    slug = library.by_symbol.get(citation.target)
    if slug:
        kinds = library.heads[slug].kinds
        key = citation.paragraph if citation.paragraph in kinds else None
        target = urls.resolution(slug, key)
    else:
        target = words.entry(citation.target)
    return CiteLink(
        href=urls.relative(page, target),
        preview=f"cite-{urls.anchor(citation.target)}" if preview else "",
    )


def plain(groups: Sequence[Group[CiteLink, NoteLink | FlawMark]]) -> str:
    """The text of woven groups."""
    return "".join(piece.text for group in groups for piece in group.pieces)
