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
    """A citation as a link: where it leads, and the entry that previews it."""

    href: str
    preview: str  # id of the entry in the page's list of instruments cited; "" for none


def cite_link(
    citation: Citation,
    document: Document,
    words: Strings,
    page: str,
    library: Library,
    preview: bool,
) -> CiteLink:
    """Where a citation leads: to the text we hold, else to the entry in the list of the cited.

    `preview`: whether the page has a list of the instruments it cites.
    """
    if not citation.target:
        here = library.heads[document.slug]
        href = urls.relative(page, urls.place(here, citation.paragraph))
        return CiteLink(href=href, preview="")
    slug = library.by_symbol.get(citation.target)
    if slug:
        head = library.heads[slug]
        target = urls.place(head, citation.paragraph if citation.paragraph in head.kinds else None)
    else:
        target = words.entry(citation.target)
    return CiteLink(
        href=urls.relative(page, target),
        preview=f"cite-{urls.anchor(citation.target)}" if preview else "",
    )
