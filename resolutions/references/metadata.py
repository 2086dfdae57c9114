"""What a page says of an instrument to programs: JSON-LD for search engines, COinS for Zotero.

On the web Zotero takes a page with COinS as a report of its organ (`aucorp`, one name). From
`file://` it takes nothing; there the menu of a paragraph offers the file.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote

from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Head
from resolutions.model.records import Language
from resolutions.references.records import reference

BOOK = "info:ofi/fmt:kev:mtx:book"
RESERVED = re.compile(r"[\x00-\x1f%&+;=#]")  # what would end or change a value of a context object


def legislation(head: Head, language: Language, catalogue: Catalogue) -> str:
    """JSON-LD: a `Legislation` of schema.org, safe inside a script element."""
    own, document = reference(head, language, catalogue), head.document
    found = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": own.title,
        "inLanguage": own.language,
        "legislationIdentifier": own.number,
        "legislationType": own.genre,
        "legislationDate": document.date,
        "legislationPassedBy": {"@type": "Organization", "name": own.author},
        "creativeWorkStatus": "Draft" if document.status == "draft" else None,
        "sameAs": own.url,
    }
    if document.status == "draft":
        del found["legislationPassedBy"]  # nobody has passed it
        found["creator"] = {"@type": "Organization", "name": own.author}
    text = json.dumps(
        {k: v for k, v in found.items() if v}, ensure_ascii=False, separators=(",", ":")
    )
    return text.replace("<", "\\u003c")


def coins(head: Head, language: Language, catalogue: Catalogue) -> str:
    """The context object of a reference, for the title of an empty `span.Z3988`.

    Letters stand as they are, which every reader of COinS takes: escaped, a Chinese title is nine
    times as long.
    """
    own = reference(head, language, catalogue)
    fields = {
        "ctx_ver": "Z39.88-2004",
        "rft_val_fmt": BOOK,
        "rft.genre": "report",
        "rft.btitle": own.title,
        "rft.aucorp": own.author,
        "rft.date": own.issued,
        "rft.pub": own.publisher,
        "rft.series": f"{own.genre} {own.number}",
        "rft.language": own.language,
        "rft_id": own.url,
    }
    return "&".join(f"{name}={_escaped(text)}" for name, text in fields.items() if text)


def _escaped(text: str) -> str:
    """`Research & study` as `Research %26 study`."""
    return RESERVED.sub(lambda sign: quote(sign[0]), text)
