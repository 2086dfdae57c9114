"""What a reader of Word files, PDFs or plain text hands on: paragraphs with their evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Literal, NamedTuple

from resolutions.model.document import Claim, Run, Source
from resolutions.model.problems import Report
from resolutions.model.records import record
from resolutions.readers.akn.inline import Token, plain
from resolutions.readers.printed.forms import Forms

BLANKS = re.compile(r"\s+")


class Para(NamedTuple):
    """A paragraph as printed; `line` counts the lines of the source."""

    tokens: tuple[Token, ...]
    line: int
    label: tuple[Token, ...] = ()  # a number that the file sets apart from the text
    centred: bool = False
    bold: bool = False  # all of it is
    heading: bool = False  # its style says so
    rows: tuple[tuple[tuple[Token, ...], ...], ...] = ()
    cells: tuple[Para, ...] = ()  # of a table, as paragraphs of their own
    page: int = 1

    @property
    def text(self) -> str:
        """Its characters, blanks made one, to be matched."""
        return BLANKS.sub(" ", plain(self.tokens)).strip()

    @property
    def set_apart(self) -> bool:
        """Whether its setting says that it is no running text."""
        return self.centred or self.bold or self.heading


class PrintedNote(NamedTuple):
    """A footnote: its label as printed, its text."""

    label: str
    tokens: tuple[Token, ...]
    line: int
    label_run: Run | None = None  # where the label is printed as text


@record
class Sheet:
    """A file taken apart: running text, notes, and what was set aside with its use."""

    paras: tuple[Para, ...]
    notes: tuple[PrintedNote, ...] = ()
    authority: Literal["un-document", "extract"] = "un-document"
    top: tuple[Para, ...] = ()  # the page headers: they may hold the masthead
    aside: tuple[Claim, ...] = ()
    alike: Mapping[str, int] = field(default_factory=dict)  # characters made alike, by kind
    doubts: tuple[tuple[int, str, str], ...] = ()  # line, code, message


class Gathered(NamedTuple):
    """What the parts of one sheet share."""

    source: Source
    forms: Forms
    report: Report
    sheet: Sheet
