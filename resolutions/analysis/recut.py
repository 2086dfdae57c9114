"""A text cut otherwise than most of its languages -> cut as they are.

`II` and `Capacity-building` of one language are `II Renforcement des capacités` of another, three
items of a list one paragraph (`recut_items`), one paragraph two (`recut_tails`). So that neither
page says that nothing stands there, a text that has it otherwise than the hub is cut or joined,
where numbers and labels prove what is what. The words stay, and their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from resolutions.analysis.division import is_bare, number_at, number_in
from resolutions.analysis.pairing import pair
from resolutions.analysis.pieces import joined, piece
from resolutions.analysis.recut_items import split_items
from resolutions.analysis.recut_tails import join_tails
from resolutions.analysis.stretches import Pairs, Stretch, stretch_of
from resolutions.analysis.traits import COUNTED
from resolutions.model.document import Document, Paragraph
from resolutions.model.records import Key

HEADINGS = ("heading", "unnumbered", "other", "annexed")
LONGEST = 40  # characters of a number with its word: Руководящее положение 12
WORDS = 4
ENDS = ".,;:。，；：،؛"  # with what no heading ends


def recut(document: Document, hub: Document, pairs: Pairs) -> Document:
    """A text cut and joined as the hub is; the same object where nothing was to do.

    `pairs`: the places in the hub of its paragraphs (see `pairing`).
    """
    for step in (_headings, split_items, join_tails):
        if len(pairs) == len(document.paragraphs) == len(hub.paragraphs):
            break
        new = step(document, hub, pairs)
        if new is not document:
            document, pairs = new, pair(hub, new)
    return document


def _headings(document: Document, hub: Document, pairs: Pairs) -> Document:
    """Headings and their numbers, in two paragraphs or in one, as in the hub."""
    units = list(document.paragraphs)
    cuts = dict(_cuts(units, hub, pairs))
    joins = dict(_joins(units, hub, pairs, cuts))
    if not cuts and not joins:
        return document
    return replace(document, paragraphs=_laid(units, cuts, joins))


def _cuts(
    units: list[Paragraph], hub: Document, pairs: Pairs
) -> Iterator[tuple[int, tuple[Paragraph, ...]]]:
    """The headings that the hub has in two paragraphs, each with its two."""
    at = {place: own for own, place in pairs.items()}
    for place, (number, title) in enumerate(pairwise(hub.paragraphs)):
        if not (_is_number(number) and _is_heading(title)):
            continue
        around = stretch_of(at, place, place + 1, len(hub.paragraphs), len(units))
        if not around.more or any(_is_same(units[own], number) for own in around.there):
            continue
        for own in sorted(around.there, key=lambda own: _is_unlike(units[own], number)):
            if cut := _cut(units[own], number):
                yield own, cut
                break


def _joins(
    units: list[Paragraph], hub: Document, pairs: Pairs, cuts: Mapping[int, object]
) -> Iterator[tuple[int, Paragraph]]:
    """The numbers that the hub has in one paragraph with their titles, each with that one."""
    for own, (number, title) in enumerate(pairwise(units)):
        if own in cuts or own + 1 in cuts or not (_is_number(number) and _is_heading(title)):
            continue
        around = stretch_of(pairs, own, own + 1, len(units), len(hub.paragraphs))
        whole = [hub.paragraphs[place] for place in around.there]
        if not around.more or any(_is_same(each, number) for each in whole):
            continue
        if any(_begins(each, number, around) for each in whole):
            yield own, _join(number, title)


def _laid(
    units: list[Paragraph],
    cuts: Mapping[int, tuple[Paragraph, ...]],
    joins: Mapping[int, Paragraph],
) -> tuple[Paragraph, ...]:
    """The paragraphs anew; what stood under the second of two stands under the one they became."""
    above: dict[Key | None, Key] = {}
    paragraphs: list[Paragraph] = []
    for own, paragraph in enumerate(units):
        if own - 1 in joins:
            above[paragraph.key] = joins[own - 1].key
            continue
        new = cuts.get(own) or (joins.get(own, paragraph),)
        paragraphs += new
    return tuple(
        replace(each, parent=above[each.parent]) if each.parent in above else each
        for each in paragraphs
    )


def _is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading, or stands like one that no setting shows."""
    if paragraph.kind in HEADINGS:
        return True
    text = paragraph.text
    loose = paragraph.kind in ("operative", "preambular") and COUNTED.fullmatch(paragraph.key)
    return bool(loose) and not paragraph.label and text[-1:] not in ENDS


def _is_number(paragraph: Paragraph) -> bool:
    """Whether a heading may be but a number: II, Rule 1, أولا."""
    text = paragraph.text
    short = 0 < len(text) <= LONGEST and len(text.split()) <= WORDS
    short = short and (is_bare(text) or number_in(text) is None)
    return _is_heading(paragraph) and short and not paragraph.notes and not paragraph.rows


def _is_same(paragraph: Paragraph, number: Paragraph) -> bool:
    """Whether a paragraph is that number, and nothing more."""
    return is_bare(paragraph.text) and number_in(paragraph.text) == number_in(number.text)


def _is_unlike(paragraph: Paragraph, number: Paragraph) -> bool:
    """Whether of two numbers but one is written in figures: I. Officers is no Rule 1."""
    found = [number_at(each.label or each.text) for each in (paragraph, number)]
    return len({each and each.figured for each in found}) > 1


def _begins(whole: Paragraph, first: Paragraph, around: Stretch) -> bool:
    """Whether a heading of the hub has, before its title, the number that stands alone here.

    A number in words that nobody knows goes by place, where one heading alone stands there.
    """
    has = number_in(whole.label) or number_in(whole.text)
    if not _is_heading(whole) or has is None or is_bare(whole.text):
        return False
    wanted = number_in(first.text)
    return wanted == has or (wanted is None and len(around.there) == 1)


def _cut(paragraph: Paragraph, number: Paragraph) -> tuple[Paragraph, ...]:
    """A heading in two, behind the number that the hub has alone; () if it has not that one."""
    wanted = number_in(number.text)
    if not _is_heading(paragraph) or wanted is None or paragraph.rows:
        return ()
    key = f"{paragraph.key}_0"
    if paragraph.label and number_in(paragraph.label) == wanted:
        first = replace(paragraph, key=key, label="", emphasis=(), notes=(), links=())
        return replace(first, text=paragraph.label), replace(paragraph, label="")
    found = number_at(paragraph.text)
    if found is None or found.value != wanted or found.end == len(paragraph.text):
        return ()
    if paragraph.label or any(note.at < found.end for note in paragraph.notes):
        return ()
    return replace(piece(paragraph, 0, found.end), key=key), piece(
        paragraph, found.end, len(paragraph.text)
    )


def _join(number: Paragraph, title: Paragraph) -> Paragraph:
    """A number and its title as one heading of the title's kind, a blank between them."""
    before = replace(number, text="", emphasis=(), links=(), label="")
    first = joined(replace(before, text=number.label), replace(number, label=""))
    return replace(joined(first, title), kind=title.kind)
