"""A paragraph ready to be drawn, on its own page or another."""

from __future__ import annotations

from resolutions.model.document import Paragraph
from resolutions.model.findings import Findings, Reading, Tag
from resolutions.model.library import Head, Library
from resolutions.model.records import Language, Span, record
from resolutions.site.paragraph.aid import AidView, aid_view
from resolutions.site.paragraph.marks import FlawMark, flaw_marks
from resolutions.site.paragraph.table import Cell, cells
from resolutions.site.paragraph.tags import TagView, tag_views
from resolutions.site.paragraph.woven import Woven, woven
from resolutions.web import urls
from resolutions.web.strings import Strings
from resolutions.web.ways import way_to


@record
class ParagraphView:
    """A paragraph ready to be drawn."""

    key: str
    kind: str
    label: str
    name: str  # third preambular paragraph
    depth: int
    language: Language
    groups: Woven
    rows: tuple[tuple[Cell, ...], ...]
    tags: tuple[TagView, ...]
    flaws: tuple[FlawMark, ...]
    lines: Span
    href: str
    strength: str = ""  # of the theme, on a theme page
    lead: str = ""  # the concept of its lead verb
    asks: str = ""  # whom it asks: ids, between blanks
    aid: AidView | None = None  # the same in the reader's language, a rendering of our own


def view(
    reading: Reading,
    paragraph: Paragraph,
    words: Strings,
    page: str,
    library: Library,
    mark: Tag | None = None,
    aid: Reading | None = None,
) -> ParagraphView:
    """Draw up a paragraph for a page; `mark` is the theme whose evidence shows in the text."""
    document, found = reading.document, reading.findings.get(paragraph.key, Findings())
    return ParagraphView(
        key=paragraph.key,
        kind=paragraph.kind,
        label=paragraph.label,
        name=words.paragraph(paragraph.key, paragraph.kind, paragraph.label),
        depth=_depth(paragraph),
        language=document.language,
        groups=woven(reading, paragraph, words, page, library, mark),
        rows=tuple(cells(row, paragraph.rows) for row in paragraph.rows),
        tags=() if mark else tag_views(found.tags, paragraph.text, document.language, words, page),
        flaws=flaw_marks(library.heads[document.slug], found, paragraph, words, page),
        lines=paragraph.lines,
        href=_href(library.heads[document.slug], paragraph.key, words, page),
        strength=mark.strength if mark else "",
        lead=lead_of(found),
        asks=" ".join(found.addressees),
        aid=aid_view(aid, paragraph.key, words, page, library) if aid else None,
    )


def lead_of(found: Findings) -> str:
    """What the organ does first in a paragraph; "" where it does nothing."""
    return found.acts[0].concept if found.acts else ""


def _href(head: Head, key: str, words: Strings, page: str) -> str:
    """The way to a paragraph: where the language of the page lacks it, to a page that has it."""
    at_home = urls.first_page(page) == urls.resolution(head.slug)
    return f"#{key}" if at_home else way_to(head, key, words, page)


def _depth(paragraph: Paragraph) -> int:
    """How deep it stands below a numbered paragraph: of op1-a-2 two, of an unnumbered part one."""
    items = paragraph.key.split("_")[0].split("-")[1:]
    return len(items) + (1 if paragraph.parent and not items else 0)
