"""The units of a language -> scripts that a search loads from `file://`, shard by shard.

`texts` shards hold the wording of 256 units each, `facts` shards what else is known of them,
`postings` shards where each piece of the folded texts stands. A page loads `manifest.js`, the
facts, and then only the shards a query needs; a small corpus has no postings: it is loaded whole.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable

from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document
from resolutions.model.records import Span, record
from resolutions.search.fold import fold
from resolutions.search.postings import GAP, Postings, encode
from resolutions.web.scripts import call

TEXTS_A_SHARD = 256
FACTS_A_SHARD = 16384
LOAD_ALL = 4000  # a corpus of so many units is loaded whole when search opens
PARTS = ("preambular", "operative", "title", "other", "note")


@record
class Passage:
    """A paragraph or note as search knows it."""

    key: str
    mark: str  # where a note is called from; "" for a paragraph
    part: int  # index into PARTS
    text: str
    words: str  # lengths of the words that tile the text
    themes: str  # a digit a theme, in the order of the catalogue: 0, 1 mention, 2 focus
    verb: str = ""  # the concept of the lead verb
    addressees: str = ""  # ids of those who are asked, between blanks
    aid: bool = False  # our translation, not a text of the United Nations
    bodies: tuple[Span, ...] = ()  # where a word of the text is the name of a body


def shards(
    language: str,
    by_document: Iterable[tuple[Document, list[Passage]]],
    catalogue: Catalogue,
) -> Generator[tuple[str, str], None, list[str]]:
    """The files of one language, one after the other; then (`yield from`) its folded paragraphs."""
    paragraphs: list[str] = []
    path, postings, facts = f"search/{language}", Postings(language), Facts()
    # slug, first unit, body, year, status, whether it is our translation
    documents: list[tuple[str, int, str, str, str, int]] = []
    rows: list[tuple[str, str]] = []
    counts = {"units": 0, "texts": 0, "facts": 0, "postings": 0}

    def file(kind: str, data: object) -> tuple[str, str]:
        number = counts[kind]
        counts[kind] += 1
        return f"{path}/{kind}-{number}.js", script(kind, language, number, data)

    for document, units in by_document:
        about = (document.body, str(document.year), document.status)
        documents.append(
            (document.slug, counts["units"], *about, int(any(unit.aid for unit in units)))
        )
        for unit in units:
            folded = fold(unit.text)
            postings.add(folded)
            facts.add(unit, folded)
            rows.append((unit.text, unit.words))
            counts["units"] += 1
            if PARTS[unit.part] != "note":
                paragraphs.append(folded)
            if counts["units"] % TEXTS_A_SHARD == 0:
                yield file("texts", rows)
                rows = []
            if counts["units"] % FACTS_A_SHARD == 0:
                yield file("facts", facts.taken())
    if rows:
        yield file("texts", rows)
    if counts["units"] % FACTS_A_SHARD:
        yield file("facts", facts.taken())
    manifest: dict[str, object] = {"whole": counts["units"] <= LOAD_ALL, "starts": []}
    if not manifest["whole"]:
        starts = []
        for pieces, codes in postings.shards():
            starts.append(pieces.split(" ", 1)[0])
            yield file("postings", [pieces, codes])
        manifest["starts"] = starts
        vocabulary = postings.vocabulary()
        yield f"{path}/pieces.js", script("pieces", language, 0, vocabulary)
    manifest |= {
        "counts": counts,
        "gap": GAP,
        "textsAShard": TEXTS_A_SHARD,
        "factsAShard": FACTS_A_SHARD,
        "paired": postings.paired,
        "documents": documents,
        "parts": PARTS,
        "themes": [theme.id for theme in catalogue.themes],
        "tables": facts.tables(),
    }
    yield f"{path}/manifest.js", script("manifest", language, 0, manifest)
    return paragraphs


class Facts:
    """What is known of the units beside their wording, as columns.

    What many units share (their themes, their verb, whom they ask) is a number in a table.
    """

    COLUMNS = ("themes", "verb", "addressees")

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, int]] = {name: {} for name in self.COLUMNS}
        self._number = self._end = 0
        self._begin()

    def _begin(self) -> None:
        self._keys: list[str] = []
        self._marks: dict[int, str] = {}
        self._bodies: list[int] = []
        self._columns: dict[str, list[int]] = {
            name: [] for name in ("lengths", "parts", "bodyLengths", *self.COLUMNS)
        }

    def add(self, unit: Passage, folded: str) -> None:
        """Take the next unit."""
        self._keys.append(unit.key)
        if unit.mark:
            self._marks[self._number] = unit.mark
        columns = self._columns
        columns["lengths"].append(len(folded))
        columns["parts"].append(unit.part)
        for name in self.COLUMNS:
            table = self._tables[name]
            columns[name].append(table.setdefault(getattr(unit, name), len(table)))
        for span in unit.bodies:
            start = len(fold(unit.text[: span.start] + unit.text[span.start])) - 1
            length = len(fold(unit.text[span.start : span.end]))
            self._bodies.append(self._end + start)
            columns["bodyLengths"].append(length)
        self._number += 1
        self._end += len(folded) + GAP

    def taken(self) -> dict[str, object]:
        """The columns since the last call."""
        shard: dict[str, object] = {
            "keys": " ".join(self._keys),
            "marks": self._marks,
            "bodies": encode(self._bodies),
            **self._columns,
        }
        self._begin()
        return shard

    def tables(self) -> dict[str, list[str]]:
        """What the numbers of the columns mean."""
        return {name: list(table) for name, table in self._tables.items()}


def script(kind: str, language: str, number: int, data: object) -> str:
    """A script that hands its data to the search."""
    return call("compendium.receive", kind, language, number, data)
