"""What a comparison in the browser needs beside the texts that the search loads."""

from __future__ import annotations

from resolutions.catalogue.aids import Aids
from resolutions.comparison.grams import names
from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Files, Library
from resolutions.search.shards import script


def compared_names(library: Library, catalogue: Catalogue, aids: Aids) -> Files:
    """`search/<language>/compare-0.js`: the names that count as one piece."""
    texts = {code for head in library.heads.values() for code in head.sides}
    for language in sorted({*texts, *aids}):
        path = f"search/{language}/compare-0.js"
        yield path, script("compare", language, 0, names(catalogue, language))
