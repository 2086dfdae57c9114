"""`paragraphs.csv`: a row a paragraph and language, as a spreadsheet opens it.

UTF-8 with a mark at its head, by which Excel knows it; lines end in CR LF. Of more than 100
instruments each has a file of its own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from resolutions.dataset.format import Context, Format, Item
from resolutions.dataset.records import TagData
from resolutions.model.library import Files
from resolutions.references.style import FormattedCitation, citations, plain

BYTE_ORDER_MARK = "\ufeff"
COLUMNS = (
    *("slug", "symbol", "part", "status", "body", "date", "language", "authority", "key", "kind"),
    *("label", "parent", "reference", "text", "lead", "strength", "addressees", "focus"),
    *("mentions", "cites"),
)


class Table(Format):
    """The paragraphs as a table; a reading aid has no reference: it is no text to be cited."""

    name = "paragraphs.csv"

    def files(self, item: Item, edition: Context) -> Files:
        """`instruments/<slug>.csv` of very many."""
        if edition.many:
            yield f"data/instruments/{item.data.slug}.csv", _sheet(_rows(item, edition))

    def part(self, item: Item, edition: Context) -> bytes:
        """The rows of an instrument."""
        return b"" if edition.many else _lines(_rows(item, edition)).encode()

    def whole(self, parts: Sequence[bytes], edition: Context) -> Files:
        """`paragraphs.csv`."""
        if not edition.many:
            yield "data/paragraphs.csv", _sheet(()) + b"".join(parts).decode()


def _sheet(rows: Iterator[list[str]] | tuple[()]) -> str:
    return BYTE_ORDER_MARK + _lines([list(COLUMNS)]) + _lines(rows)


def _lines(rows: Iterator[list[str]] | Sequence[list[str]]) -> str:
    made = io.StringIO()
    csv.writer(made).writerows(rows)
    return made.getvalue()


def _rows(item: Item, edition: Context) -> Iterator[list[str]]:
    data = item.data
    cited = _cited(item, edition)
    for language, paragraphs in data.texts.items():
        ours = data.authority[language] == "reading-aid"
        own = None if ours else cited.get(language, cited.get("en"))
        for each in paragraphs:
            text = each.text or "\n".join("\t".join(row) for row in each.rows)
            yield [
                *(data.slug, data.symbol, data.part or "", data.status, data.body),
                *(data.date or "", language, data.authority[language], each.key, each.kind),
                *(each.label, each.parent or "", plain(own.of(each.key)) if own else "", text),
                *((each.lead.concept, each.lead.strength) if each.lead else ("", "")),
                " ".join(each.addressees),
                *(_themes(each.themes, strength) for strength in ("focus", "mention")),
                " ".join(dict.fromkeys(c.target for c in each.citations if c.target)),
            ]


def _themes(tags: Sequence[TagData], strength: str) -> str:
    return " ".join(tag.id for tag in tags if tag.strength == strength)


def _cited(item: Item, edition: Context) -> dict[str, FormattedCitation]:
    """The references in the UN's own style, by language."""
    found = citations(item.head, edition.catalogue)
    first = edition.catalogue.references.styles[:1]
    return {each.language: each for each in found if first and each.style == first[0].id}
