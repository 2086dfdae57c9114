"""Where a citation leads, from the page on which it stands."""

from __future__ import annotations

from resolutions.model.document import Document
from resolutions.model.findings import Citation
from resolutions.model.library import Library
from resolutions.model.records import record
from resolutions.web import urls
from resolutions.web.strings import Strings


@record
class CiteLink:
    """A citation as a link; what a click on it shows follows from where it leads (preview.js)."""

    href: str


def cite_link(
    citation: Citation,
    document: Document,
    words: Strings,
    page: str,
    library: Library,
) -> CiteLink:
    """Where a citation leads: to the text we hold, else to the entry in the list of the cited."""
    if not citation.target:
        here = library.heads[document.slug]
        href = urls.relative(page, urls.place(here, citation.paragraph))
        return CiteLink(href=href)
    slug = library.by_symbol.get(citation.target)
    if slug:
        head = library.heads[slug]
        target = urls.place(head, citation.paragraph if citation.paragraph in head.kinds else None)
    else:
        target = words.entry(citation.target)
    return CiteLink(href=urls.relative(page, target))
