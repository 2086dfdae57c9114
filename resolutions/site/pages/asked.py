"""Who is asked to do what: each request of each text, whom it asks, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from resolutions.analysis.acts.due import Asked, asked
from resolutions.catalogue.aids import MARK, SIGN, Aids
from resolutions.model.document import Document, Paragraph
from resolutions.model.library import Head, Library, Page, Work
from resolutions.model.patterns import compiled
from resolutions.model.records import Language, record
from resolutions.model.rules import AddresseeId
from resolutions.site.beside import elsewhere, tongues
from resolutions.site.pages.heading import Heading, heading
from resolutions.site.pages.parts import by, counted, cut, paged
from resolutions.web import urls
from resolutions.web.strings import Strings
from resolutions.web.ways import way_to

MOST_ROWS = 220  # paragraphs that a page of a large corpus holds
KINDS = ("operative", "lettered")
STRENGTHS = ("request", "encourage", "decide")


@record
class Request:
    """One act: what it does, how strongly, whom it asks, until when."""

    verb: str
    concept: str
    strength: str
    addressees: tuple[tuple[AddresseeId, str], ...]
    due: str
    due_language: Language
    assembly: bool


@record
class Row:
    """A paragraph that asks for something, and its words in a language of the page."""

    name: str
    href: str
    place: str
    requests: tuple[Request, ...]
    themes: tuple[str, ...]
    text: str
    language: Language
    aid: bool


@record
class TextRequests:
    """The requests of one text."""

    heading: Heading
    rows: tuple[Row, ...]


def asked_pages(library: Library, words: Strings, aids: Aids) -> Iterator[Page]:
    """One page, the newest text first; of a large corpus one for so many paragraphs of a year."""
    heads = reversed([*library.heads.values()])
    found = [_block(head.slug, urls.ASKED, library, words, aids) for head in heads]
    pieces = (piece for block in found if block for piece in _pieces(block, library.large))
    years = by((str(piece.heading.year), piece) for piece in pieces)
    if library.large:
        years = paged(years, MOST_ROWS, lambda block: len(block.rows))
    for part in cut(urls.ASKED, counted(years), library.large):
        blocks = [block for key in part.keys for block in years[key]]
        quoted = any(row.text for block in blocks for row in block.rows)
        aid = any(row.aid for block in blocks for row in block.rows)
        apart = bool(blocks) and not quoted
        yield Page(
            path=part.path,
            template="asked.html.jinja",
            language=words.language,
            title=words("nav.asked"),
            description=words("asked.lead"),
            content={
                "blocks": blocks,
                "parts": part.links,
                "quoted": quoted,
                "aid": aid,
                "elsewhere": elsewhere(part.path, library, words, aids) if apart else [],
                "brought": _brought(library, words, aids, apart) if apart or aid else [],
                "reports": [
                    (block, row, each)
                    for block in blocks
                    for row in block.rows
                    for each in row.requests
                    if each.assembly
                ],
                "strengths": STRENGTHS,
                "addressees": [(one, words(f"addressee.{one}")) for one in get_args(AddresseeId)],
                "themes": list(words.themes.items()),
            },
        )


def _brought(library: Library, words: Strings, aids: Aids, apart: bool) -> list[Language]:
    """What a script adds: the sources of our renderings; where nothing is quoted, these too.

    A page of a large corpus is long without them.
    """
    if library.large:
        return []
    return tongues(library, words, aids if apart else ())


def _pieces(block: TextRequests, large: bool) -> Iterator[TextRequests]:
    """The requests of a very long text of a large corpus, in pieces that a page can hold."""
    size = MOST_ROWS if large else len(block.rows)
    for at in range(0, len(block.rows), size):
        yield replace(block, rows=block.rows[at : at + size])


def _block(
    slug: str, path: str, library: Library, words: Strings, aids: Aids
) -> TextRequests | None:
    head, work = library.heads[slug], library.works[slug]
    rows = tuple(_rows(head, work, path, words, aids))
    return TextRequests(heading=heading(head, words, path), rows=rows) if rows else None


def _rows(head: Head, work: Work, path: str, words: Strings, aids: Aids) -> Iterator[Row]:
    source = work.source
    if source is None:
        return
    document = source.document
    rules = words.catalogue.rulebooks[document.language].acts
    for paragraph in document.paragraphs:
        if paragraph.kind not in KINDS:
            continue
        found = source.findings[paragraph.key]
        made = tuple(
            _request(each, paragraph, document, words)
            for each in asked(paragraph.text, found.acts, document.body, rules)
            if each.act.strength in STRENGTHS
        )
        if made:
            text, language, aid = _text(head, work, paragraph, words, aids)
            yield Row(
                name=words.place(head, paragraph.key),
                href=way_to(head, paragraph.key, words, path),
                place=f"{head.slug}#{paragraph.key}",
                requests=made,
                themes=tuple(tag.theme for tag in found.tags),
                text=text,
                language=language,
                aid=aid,
            )


def _text(
    head: Head, work: Work, paragraph: Paragraph, words: Strings, aids: Aids
) -> tuple[str, Language, bool]:
    """The paragraph in the page's language: a text of the UN, else our translation, else ""."""
    code = words.language
    if code in work.texts:
        held = {each.key: each.text for each in work.texts[code].document.paragraphs}
        return held.get(paragraph.key, ""), code, False
    own = aids.get(code, {}).get(head.slug)
    if own:
        return MARK.sub("", own.text(paragraph.key)).replace(SIGN, ""), code, True
    return "", code, False


def _request(each: Asked, paragraph: Paragraph, document: Document, words: Strings) -> Request:
    text = paragraph.text
    act = each.act
    due = text[each.due.start : each.due.end] if each.due else ""
    named = _session(due, document, words) or _time(due, document.language, words)
    return Request(
        verb=words(f"act.{act.concept}"),
        concept=act.concept,
        strength=act.strength,
        addressees=tuple((one, words(f"addressee.{one}")) for one in act.addressees),
        due=named or due,
        due_language=words.language if named else document.language,
        assembly=each.assembly,
    )


def _session(due: str, document: Document, words: Strings) -> str:
    """A session in the words of the page; "" where it is not certain whose, or no session."""
    language = document.language
    found = compiled(words.catalogue.rulebooks[language].acts.session).fullmatch(due)
    if found is None:
        return ""
    body = _body_of_session(found, document, words)
    ordinals = words.catalogue.strings[language]["ordinals"].split("|")
    if not body or found["number"] not in ordinals:
        return ""
    number = ordinals.index(found["number"]) + 1
    session = words("session", n=words.ordinal(number, "ordinals.session"))
    if found["resumed"]:
        session = words("asked.resumed", session=session)
    if found["after"]:
        session = words("asked.due.after", session=session)
    return words("asked.due.session", body=words(f"body.{body}"), session=session)


def _time(due: str, language: Language, words: Strings) -> str:
    """A time in the words of the page: every two years, before the end of 2011; "" for others."""
    for kind, pattern in words.catalogue.rulebooks[language].acts.times.items():
        if found := compiled(pattern).fullmatch(due):
            return words(f"asked.due.{kind}", **found.groupdict())
    return ""


def _body_of_session(found: re.Match[str], document: Document, words: Strings) -> str:
    """The organ whose session it is; "" where that is not certain."""
    groups = found.groupdict()
    if groups.get("own"):
        return document.body
    if groups.get("commission"):
        whole = words.catalogue.strings[document.language]["body.CCPCJ"]
        return "CCPCJ" if any(whole in each.text for each in document.paragraphs) else ""
    return "GA" if groups.get("GA") else "CCPCJ"
