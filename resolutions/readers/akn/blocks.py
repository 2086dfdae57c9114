"""Part of `akn`: the records of a statement taken apart: its blocks, its notes."""

from __future__ import annotations

from typing import Literal, NamedTuple

from resolutions.model.document import Run
from resolutions.model.records import Key
from resolutions.readers.akn.inline import RichText, Token

Role = Literal["enacting", "preambular", "text", "heading", "table", "closing", "annex", "other"]
Zone = Literal["title", "preamble", "body", "annex"]


class Block(NamedTuple):
    """A paragraph, heading, item or table where it stands in the text."""

    zone: Zone
    role: Role
    line: int
    number: tuple[Token, ...] = ()  # what `num` holds
    tokens: tuple[Token, ...] = ()
    item: bool = False  # whether the file says that it is an item of a list
    rows: tuple[tuple[tuple[Token, ...], ...], ...] = ()
    name: str = ""  # of an element that no rule knows
    later: bool = False  # whether its element holds a block before it


class Note(NamedTuple):
    """A footnote where it stands in the file."""

    label: str
    key: Key
    line: int
    tokens: tuple[Token, ...]
    content: RichText


class Statement(NamedTuple):
    """The blocks and notes of one statement, and the use of the text that is in neither."""

    line: int
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    uses: tuple[tuple[Run, str], ...]
    unknown: tuple[tuple[str, int], ...]  # elements no rule knows, read through: name, line
    doubts: tuple[tuple[int, str], ...] = ()  # what could be read in two ways: line, message
    meeting: str | None = None  # its number, where it stands in the text
