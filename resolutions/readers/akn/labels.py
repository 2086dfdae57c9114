"""Part of `akn`: the printed label of a block: its number, or the letter of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from resolutions.model.records import Span
from resolutions.readers.akn.blocks import Block
from resolutions.readers.akn.inline import (
    RichText,
    Stretch,
    Token,
    calls,
    cut,
    plain,
    rich_text,
)
from resolutions.readers.akn.numbering import (
    UNSEEN,
    ListLabel,
    item_in,
    number_in,
    number_of,
)
from resolutions.readers.printed.forms import shape

ENDED = re.compile(r"[.。,，،;；؛:：?？!！؟][\s”’»)）]*$")
LONGEST_HEADING = 200  # characters


class LabelledBlock(NamedTuple):
    """A block whose label has been read."""

    block: Block
    content: RichText
    label: str
    label_tokens: tuple[Token, ...]
    tokens: tuple[Token, ...]
    number: str | None = None  # "5", "5bis"
    item: ListLabel | None = None
    heading: bool = False

    @property
    def text(self) -> str:
        """Its text."""
        return self.content.text


def labelled(block: Block, language: str) -> LabelledBlock:
    """Read the label of a block, from `num` or from the beginning of its text."""
    number: tuple[Token, ...] = tuple(t for t in block.number if isinstance(t, Stretch))
    tokens = (*calls(block.number), *block.tokens)
    label = plain(number).strip()
    found, item = None, None
    if block.role in ("heading", "table", "other", "annex"):
        pass
    elif label:
        found = None if block.item else number_of(label)
        item = None if found else _item_label(label, block.item)
    elif (
        (numbered := number_in(plain(tokens), language)) and block.role == "text" and not block.item
    ):
        found, end = numbered
        number, tokens = _cut(tokens, end)
    elif item := item_in(plain(tokens)):
        number, tokens = _cut(tokens, item.end)
    elif block.item:
        item = ListLabel("dash", "", 0)
    text = rich_text(tokens)
    bare = not (label or found or item) and block.role == "text"
    heading = block.role == "heading" or (bare and _is_heading(text))
    shown = rich_text(number).text.strip(UNSEEN)
    return LabelledBlock(block, text, shown, number, tokens, found, item, heading)


def _cut(tokens: Sequence[Token], end: int) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    first, rest = cut(tokens, end)
    return tuple(first), tuple(rest)


def _item_label(label: str, known: bool) -> ListLabel | None:
    item = item_in(label)
    if item and item.end >= len(label):
        return item
    figure = re.fullmatch(r"\(?(\d{1,2})\W*", label)
    if figure and known:
        return ListLabel("figure", figure[1], 0)
    return ListLabel("dash", label, 0) if known else None


def _is_heading(text: RichText) -> bool:
    """Whether a paragraph is a heading that only its setting or its words show."""
    whole = bool(text.emphasis) and text.emphasis[0] == Span(0, len(text.text))
    set_apart = whole and len(text.text) <= LONGEST_HEADING and not ENDED.search(text.text)
    return set_apart or bool(shape("annex").fullmatch(text.text))
