"""All texts read where the data is wrong too, so that everything can be told at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resolutions.analysis.align import align_all
from resolutions.analysis.annotate import annotate, check_places
from resolutions.analysis.texts import in_order
from resolutions.corpus.addresses import check_kept, check_unique, moved_places
from resolutions.corpus.intake_result import keys_in
from resolutions.corpus.shelf import Shelf, parse_file, texts_of
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Parsed
from resolutions.model.problems import Report
from resolutions.model.records import Language
from resolutions.readers.account import account


def read_through(
    shelves: Sequence[Shelf],
    catalogue: Catalogue | None,
    fixed: Mapping[str, Language],
    report: Report,
) -> None:
    """Report what is wrong with the texts where the data is wrong too: all at once."""
    own: list[Parsed] = []
    parsed: list[Parsed] = []
    for shelf in shelves:
        read = [
            each for path in texts_of(shelf, report) for each in parse_file(shelf, path, report)
        ]
        parsed += read
        own += read if shelf.own else []
    for each in parsed:
        account(each, report)
    # in a folder dropped in, `identity` chooses between two texts of one address
    check_unique((document for each in own for document in each.documents), report)
    documents = in_order(document for each in parsed for document in each.documents)
    held = {}
    for texts in align_all(documents, fixed, report):
        held[texts.slug] = keys_in(texts.documents[texts.reference])
    known = {f"{slug}@{fixed[slug]}" for slug in held if slug in fixed}
    for document in documents:
        known |= {f"{document.slug}#{paragraph.key}" for paragraph in document.paragraphs}
        known |= {f"{document.slug}#{note.key}" for note in document.footnotes}
    known.update(moved_places(sorted(known), catalogue.moves if catalogue else ()))
    check_kept(*shelves[0].list, known, "places", report, new=False)
    if catalogue is not None:
        annotate(documents, catalogue.errata, report)
        check_places(catalogue, held, {each.source.name for each in parsed}, report)
