"""What a format of the data set is: files of one instrument, and files of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from resolutions.catalogue.aids import Aids
from resolutions.dataset.records import InstrumentData
from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Files, Head, Library, Work
from resolutions.model.problems import Report


class Context(NamedTuple):
    """What the formats need beside an instrument. Problems of a format go into `report`."""

    library: Library
    catalogue: Catalogue
    aids: Aids
    report: Report

    @property
    def many(self) -> bool:
        """Whether what is told of all paragraphs for other tools stands in a file an instrument."""
        return self.library.many

    @property
    def large(self) -> bool:
        """Whether the texts stand in a file an instrument, and `corpus.json` only lists them."""
        return self.library.large


class Item(NamedTuple):
    """One instrument: as the stages made it, and as the data set tells it."""

    head: Head
    work: Work
    data: InstrumentData


class Format:
    """A format. Instruments come one by one, in the order of the edition, on several cores."""

    name: str  # of the format, unique in the table

    def files(self, item: Item, edition: Context) -> Files:
        """The files of one instrument, by path in the site."""
        return iter(())

    def part(self, item: Item, edition: Context) -> bytes:
        """What an instrument adds to the files of all; kept until the last is through."""
        return b""

    def whole(self, parts: Sequence[bytes], edition: Context) -> Files:
        """The files of all instruments; `parts` in the order of the edition."""
        return iter(())
