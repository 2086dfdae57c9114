"""Part of `recut`: items of a list that run together in one paragraph -> a paragraph each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from resolutions.analysis.pieces import piece
from resolutions.analysis.stretches import Pairs, stretch_of
from resolutions.model.document import Document, Paragraph
from resolutions.readers.akn.numbering import ListLabel, item_in, ordinals_of
from resolutions.readers.printed.forms import shape

KINDS = ("lettered", "annexed", "unnumbered")
PLACE = re.compile(r"(?<=[\s:;,.：；，。،؛])\S")  # where a label can begin
ENDED = re.compile(r"[:;,.：；，。،؛]\s*$")


def split_items(document: Document, hub: Document, pairs: Pairs) -> Document:
    """Cut each paragraph that holds, with their labels, all items that the hub has there."""
    units = document.paragraphs
    made: list[Paragraph] = []
    for own, paragraph in enumerate(units):
        around = stretch_of(pairs, own, own, len(units), len(hub.paragraphs))
        wanted = [hub.paragraphs[place] for place in around.there]
        alone = len(around.here) == 1 and len(wanted) > 1 and not paragraph.rows
        made += _split(paragraph, wanted) if alone else (paragraph,)
    return document if len(made) == len(units) else replace(document, paragraphs=tuple(made))


def _split(paragraph: Paragraph, wanted: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """A paragraph cut as `wanted` is; whole where one of the labels is not found in it."""
    numbers = [_ordinals(each) for each in wanted]
    opens = item_in(paragraph.text) if not paragraph.label else None
    own = ordinals_of(opens) if opens else _ordinals(paragraph)
    if not all(numbers[1:]) or (numbers[0] and not numbers[0] & own):
        return (paragraph,)
    text = paragraph.text
    labels: list[tuple[int, ListLabel]] = [(0, opens or ListLabel("", "", 0))]
    places = (found.start() for found in PLACE.finditer(text, labels[0][1].end + 1))
    for number in numbers[1:]:
        found = next(
            (
                (at, item)
                for at in places
                if (item := _opens(text, at)) and ordinals_of(item) & number
            ),
            None,
        )
        if found is None:
            return (paragraph,)
        labels.append(found)
    ends = [at for at, _ in labels[1:]] + [len(text)]
    return [
        _item(paragraph, at, item, end, like, count)
        for count, ((at, item), end, like) in enumerate(zip(labels, ends, wanted, strict=True))
    ]


def _opens(text: str, at: int) -> ListLabel | None:
    """The label at a place where an item can begin: behind `;`, or behind `; and`."""
    before = text[:at].rstrip()
    item = item_in(text[at:])
    ended = ENDED.search(before) or shape("list_joins").fullmatch(before)
    return item if item and item.style != "dash" and ended else None


def _item(
    paragraph: Paragraph, at: int, item: ListLabel, end: int, like: Paragraph, count: int
) -> Paragraph:
    label = paragraph.text[at : at + item.end].strip()
    part = piece(paragraph, at + item.end, end)
    if not count:
        return replace(part, label=label or paragraph.label)
    kind = like.kind if like.kind in KINDS else paragraph.kind
    return replace(part, key=f"{paragraph.key}_{count}", kind=kind, label=label)


def _ordinals(paragraph: Paragraph) -> frozenset[int]:
    item = item_in(f"{paragraph.label} ") if paragraph.label else item_in(paragraph.text)
    return ordinals_of(item) if item else frozenset()
