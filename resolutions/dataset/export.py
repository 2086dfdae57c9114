"""Stage: the library -> `site/data/`. The table of formats, and how instruments pass through it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resolutions.dataset.akn import AkomaNtoso
from resolutions.dataset.corpus import Corpus
from resolutions.dataset.format import Context, Format, Item
from resolutions.dataset.instruments import instrument_of
from resolutions.dataset.memory import Memory
from resolutions.dataset.references import ReferenceFiles
from resolutions.dataset.table import Table
from resolutions.dataset.termbase import Termbase
from resolutions.model.library import Files

# A new format is a module with a `Format`, and a line here.
FORMATS: tuple[Format, ...] = (
    Corpus(),
    Table(),
    ReferenceFiles(),
    AkomaNtoso(),
    Memory(),
    Termbase(),
)
Parts = dict[str, list[bytes]]  # by name of the format, in the order of the edition


def instrument(slug: str, edition: Context) -> tuple[Files, Parts]:
    """An instrument in every format: its files, and what it adds to those of all."""
    head, work = edition.library.heads[slug], edition.library.works[slug]
    item = Item(head, work, instrument_of(head, work, edition.catalogue, edition.aids))
    return _files(item, edition), {each.name: [each.part(item, edition)] for each in FORMATS}


def _files(item: Item, edition: Context) -> Files:
    for each in FORMATS:
        yield from each.files(item, edition)


def whole(parts: Mapping[str, list[bytes]], edition: Context) -> Files:
    """The files that hold all instruments."""
    for each in FORMATS:
        yield from each.whole(parts.get(each.name, []), edition)


def joined(parts: Iterable[Parts]) -> Parts:
    """The parts of several runs of `instruments`, in their order."""
    found: Parts = {}
    for own in parts:
        for name, made in own.items():
            found.setdefault(name, []).extend(made)
    return found
