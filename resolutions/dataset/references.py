"""`instruments/<slug>.*`, an ending of `WRITERS`: a reference for the tools of libraries.

In the language of the text held, which is what is cited; the page of an instrument words it in the
reader's own.
"""

from __future__ import annotations

from resolutions.dataset.format import Context, Format, Item
from resolutions.model.library import Files
from resolutions.references.records import bibtex, csl, reference, ris

WRITERS = {"csl.json": csl, "bib": bibtex, "ris": ris}


class ReferenceFiles(Format):
    """A reference to each instrument in every format."""

    name = "references"

    def files(self, item: Item, edition: Context) -> Files:
        """The files of an instrument."""
        head = item.head
        own = reference(head, _language(item, edition), edition.catalogue)
        for ending, write in WRITERS.items():
            yield f"data/instruments/{head.slug}.{ending}", write([own])


def _language(item: Item, edition: Context) -> str:
    """That of the reference text, else the first in which there are words for organs and kinds."""
    worded = list(edition.catalogue.strings)
    return item.head.reference if item.head.reference in worded else worded[0]
