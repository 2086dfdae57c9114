"""A text that stands on several pages: what each of them holds, and the way to the others."""

from __future__ import annotations

from dataclasses import replace

from resolutions.model.document import Document, Paragraph
from resolutions.model.findings import Reading
from resolutions.model.library import Head
from resolutions.model.records import Language, record
from resolutions.site.pages.rail import PARTS
from resolutions.web import urls
from resolutions.web.long import keys_by_page, numbers
from resolutions.web.strings import Strings

HEADINGS = ("title", "heading", "enacting")
LONGEST = 60  # characters of a heading in the contents of another page


@record
class PageLink:
    """A page of a long text: what it holds, for who has no script too."""

    number: int
    href: str
    current: bool
    first: str  # the first numbered paragraph on it
    last: str
    language: Language
    headings: tuple[tuple[str, str], ...]  # address, words


def held_on(reading: Reading, head: Head, page: int) -> Reading:
    """A text as one of its pages has it: the title, its paragraphs, the notes of their marks."""
    if not head.pages:
        return reading
    document = reading.document
    paragraphs = tuple(
        each for each in document.paragraphs if each.kind == "title" or _page(head, each) == page
    )
    marks = {mark.key for each in paragraphs for mark in each.notes}
    unmarked = {note.key for note in document.footnotes if head.pages.get(note.key, 1) == page}
    notes = tuple(note for note in document.footnotes if note.key in marks | unmarked)
    here = {each.key for each in paragraphs} | {note.key for note in notes}
    return replace(
        reading,
        document=replace(document, paragraphs=paragraphs, footnotes=notes),
        findings={key: each for key, each in reading.findings.items() if key in here},
        note_citations={k: each for k, each in reading.note_citations.items() if k in here},
        note_flaws={key: each for key, each in reading.note_flaws.items() if key in here},
    )


def begun(document: Document, head: Head, page: int) -> frozenset[str]:
    """The parts, the preamble and the operative part, that began on an earlier page."""
    before = (each for each in document.paragraphs if _page(head, each) < page)
    return frozenset(PARTS[each.kind] for each in before if each.kind in PARTS)


def page_links(document: Document, head: Head, words: Strings, path: str) -> tuple[PageLink, ...]:
    """The pages of a text, as the page of a path shows them; () of a text on one page."""
    if not head.pages:
        return ()
    return tuple(_link(number, document, head, words, path) for number in numbers(head))


def _link(number: int, document: Document, head: Head, words: Strings, path: str) -> PageLink:
    here = [each for each in document.paragraphs if _page(head, each) == number]
    counted = [each for each in here if each.label or each.kind == "preambular"]
    counted = [each for each in counted if each.kind not in HEADINGS] or here
    own = urls.resolution(head.slug, page=number)
    return PageLink(
        number=number,
        href=urls.relative(path, own),
        current=path == own,
        first=words.place(head, counted[0].key) if counted else "",
        last=words.place(head, counted[-1].key) if counted else "",
        language=document.language,
        headings=tuple(
            (urls.relative(path, f"{own}#{each.key}"), _shortened(each.text))
            for each in here
            if each.kind == "heading" and each.text
        ),
    )


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def where(head: Head, page: int) -> dict[str, object]:
    """For the script that leads an address on: the page itself, and what each page holds."""
    return {"slug": head.slug, "here": page, "keys": keys_by_page(head)}


def _page(head: Head, paragraph: Paragraph) -> int:
    return head.pages.get(paragraph.key, 1)
