"""A heading and its number, in two paragraphs or in one -> as most languages have them.

`II` and `Capacity-building` of one language are `II Renforcement des capacités` of another. So
that neither page says that nothing stands there, a text that has it otherwise than the hub is cut
behind the number, or joined. The words stay, and their order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from resolutions.model.document import Document, Paragraph
from resolutions.model.keys import from_roman, han_number
from resolutions.model.records import Key, Span

Pairs = Mapping[int, int]  # places of a text -> places in the hub
HEADINGS = ("heading", "unnumbered", "other", "annexed")
LONGEST = 40  # characters of a number with its word: Руководящее положение 12
WORDS = 4  # such a number, among the words before it, is one of so many
# II, B, Rule 4, 原则4, 第三部分; not the I of Introduction, nor 十 within a word
NUMBER = re.compile(
    r"(?<![A-Za-z\d/.])(?P<figures>\d{1,3})(?![\w/])[.:]?\s*|第\s*(?P<mixed>\d{1,3})[编章节条款]?\s*"
    r"|(?<!\w)(?:(?P<roman>[IVXL]+)|(?P<letter>[A-Z]))(?![\w/])[.:]?\s*"
    r"|(?:^|第)(?P<han>[一二三四五六七八九十]+)(?:[编章节条款部]分?|(?=\W|$))[.、]?\s*"
)
LETTERS = 1000  # from which letters count: B is no 2


def recut(document: Document, hub: Document, pairs: Pairs) -> Document:
    """A text cut and joined as the hub is; the same object where nothing was to do.

    `pairs`: the places in the hub of its paragraphs (see `pairing`).
    """
    at = {place: own for own, place in pairs.items()}
    units = list(document.paragraphs)
    cuts: dict[int, tuple[Paragraph, ...]] = {}
    for place, (first, second) in enumerate(pairwise(hub.paragraphs)):
        if not _is_number(first) or second.kind not in HEADINGS:
            continue
        alone, pair = (place, place + 1) if place not in at else (place + 1, place)
        if alone not in at and pair in at and (cut := _cut(units[at[pair]], first)):
            cuts[at[pair]] = cut
    joined: dict[int, Paragraph] = {}
    for own, (first, second) in enumerate(pairwise(units)):
        if own in cuts or own + 1 in cuts or (own in pairs) == (own + 1 in pairs):
            continue
        whole = hub.paragraphs[pairs[own] if own in pairs else pairs[own + 1]]
        if _is_number(first) and second.kind in HEADINGS and _begins(whole, first):
            joined[own] = _join(first, second)
    if not cuts and not joined:
        return document
    return replace(document, paragraphs=_laid(units, cuts, joined))


def _laid(
    units: list[Paragraph],
    cuts: Mapping[int, tuple[Paragraph, ...]],
    joined: Mapping[int, Paragraph],
) -> tuple[Paragraph, ...]:
    """The paragraphs anew; what stood under the second of two stands under the one they became."""
    above: dict[Key | None, Key] = {}
    paragraphs: list[Paragraph] = []
    for own, paragraph in enumerate(units):
        if own - 1 in joined:
            above[paragraph.key] = joined[own - 1].key
            continue
        new = cuts.get(own) or (joined.get(own, paragraph),)
        paragraphs += new
    return tuple(
        replace(each, parent=above[each.parent]) if each.parent in above else each
        for each in paragraphs
    )


def number_in(text: str) -> int | None:
    """The number of a heading, if that begins with one: II, Rule 4, 第三部分."""
    found = _numbered(text)
    if found is None:
        return None
    if found["roman"] or found["letter"]:
        return from_roman(found["roman"]) if found["roman"] else LETTERS + ord(found["letter"])
    return han_number(found["han"]) if found["han"] else int(found["figures"] or found["mixed"])


def _numbered(text: str) -> re.Match[str] | None:
    found = NUMBER.search(text)
    return found if found and len(text[: found.start()].split()) < WORDS else None


def _is_number(paragraph: Paragraph) -> bool:
    """Whether a heading may be but a number: II, Rule 1, أولا."""
    text = paragraph.text
    short = 0 < len(text) <= LONGEST and len(text.split()) <= WORDS
    return paragraph.kind in HEADINGS and short and not paragraph.notes and not paragraph.rows


def _begins(whole: Paragraph, first: Paragraph) -> bool:
    """Whether a heading of the hub has, before its title, the number that stands alone here."""
    has = number_in(whole.label) or number_in(whole.text)
    if whole.kind not in HEADINGS or has is None or _is_bare(whole.text):
        return False
    return number_in(first.text) in (has, None)


def _is_bare(text: str) -> bool:
    found = _numbered(text)
    return found is not None and found.end() == len(text)


def _cut(paragraph: Paragraph, number: Paragraph) -> tuple[Paragraph, ...]:
    """A heading in two, behind the number that the hub has alone; () if it has not that one."""
    wanted, text = number_in(number.text), paragraph.text
    if paragraph.kind not in HEADINGS or wanted is None or paragraph.rows:
        return ()
    first = replace(paragraph, key=f"{paragraph.key}_0", label="", emphasis=(), notes=(), links=())
    if paragraph.label and number_in(paragraph.label) == wanted:
        return replace(first, text=paragraph.label), replace(paragraph, label="")
    found = _numbered(text)
    if found is None or number_in(text) != wanted or found.end() == len(text):
        return ()
    at = found.end()
    if any(note.at < at for note in paragraph.notes):
        return ()
    return replace(first, text=text[:at].rstrip()), _moved(paragraph, text[at:], -at)


def _join(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two paragraphs as one, a blank between them."""
    before = f"{first.label} {first.text} {second.label}".strip() + " "
    moved = _moved(second, before + second.text, len(before))
    spans = (*first.emphasis, *moved.emphasis)
    lines = Span(first.lines.start, second.lines.end)
    return replace(moved, key=first.key, label="", lines=lines, emphasis=spans)


def _moved(paragraph: Paragraph, text: str, by: int) -> Paragraph:
    """A paragraph with another text, in which what was marked stands so many characters on."""

    def span(old: Span) -> Span:
        return Span(max(0, old.start + by), old.end + by)

    return replace(
        paragraph,
        text=text,
        emphasis=tuple(new for old in paragraph.emphasis if (new := span(old)).end > 0),
        notes=tuple(replace(note, at=note.at + by) for note in paragraph.notes),
        links=tuple((new, to) for old, to in paragraph.links if (new := span(old)).end > 0),
    )
