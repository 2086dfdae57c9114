"""Part of `pdf`: whether a file holds several documents, or one in several languages."""

from __future__ import annotations

from collections.abc import Sequence

from resolutions.model.records import Language
from resolutions.readers.pdf.rows import Row
from resolutions.readers.printed.forms import Forms
from resolutions.readers.printed.language import language_of
from resolutions.readers.printed.sheet import Para, Sheet

EVERY = 3  # of the lines of a page every third tells its language
FEWEST = 300  # letters of them


def several(pages: Sequence[Sequence[Row]], known: Forms | None) -> str | None:
    """Why the pages are not of one document: two languages, two mastheads; None where they are."""
    spoken: dict[Language, int] = {}
    for page in pages:
        if page and (language := _language(page)):
            spoken.setdefault(language, page[0].printed.page)
    if len(spoken) > 1:
        said = ", ".join(f"{language} on page {number}" for language, number in spoken.items())
        return f"its pages are in several languages ({said})"
    begun = [
        page[0].printed.page
        for page in pages
        if known
        and any(known.match(head, row.text) for row in page for head in ("distribution", "adopted"))
    ]
    if len(begun) > 1:
        said = ", ".join(map(str, begun))
        return f"it holds several documents: mastheads stand on pages {said}"
    return None


def _language(page: Sequence[Row]) -> Language | None:
    paras = tuple(Para(row.tokens, row.number) for row in page[::EVERY])
    return language_of(Sheet(paras=paras)) if sum(len(p.text) for p in paras) > FEWEST else None
