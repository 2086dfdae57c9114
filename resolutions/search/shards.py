"""The units of a language -> scripts that a search loads from `file://`, shard by shard.

`texts` shards hold the wording of 256 units each, `facts` shards what else is known of them,
`postings` shards where each piece of the folded texts stands. A page loads `manifest.js`, the
facts, and then only the shards a query needs; a small corpus has no postings: it is loaded whole.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator

from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document
from resolutions.search.facts import Facts
from resolutions.search.fold import fold
from resolutions.search.passages import PARTS, Passage
from resolutions.search.postings import GAP, Postings
from resolutions.web.scripts import call

TEXTS_A_SHARD = 256
FACTS_A_SHARD = 16384
LOAD_ALL = 4000  # a corpus of so many units is loaded whole when search opens


File = tuple[str, str]  # path, content


def shards(
    language: str,
    by_document: Iterable[tuple[Document, list[Passage]]],
    catalogue: Catalogue,
) -> Generator[File, None, list[str]]:
    """The files of one language, one after the other; then (`yield from`) its folded paragraphs."""
    paragraphs: list[str] = []
    filling = _Filling(language)
    for document, units in by_document:
        filling.begin(document, units)
        for unit in units:
            folded = fold(unit.text)
            if PARTS[unit.part] != "note":
                paragraphs.append(folded)
            filling.add(unit, folded)
            yield from filling.full()
    yield from filling.rest()
    starts = [] if filling.whole else (yield from filling.places())
    manifest = filling.manifest(starts, [theme.id for theme in catalogue.themes])
    yield f"search/{language}/manifest.js", script("manifest", language, 0, manifest)
    return paragraphs


class _Filling:
    """The shards of a language as its units fill them."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.counts = {"units": 0, "texts": 0, "facts": 0, "postings": 0}
        self.rows: list[tuple[str, str]] = []  # text, lengths of its words: since the last shard
        self.facts, self.postings = Facts(), Postings(language)
        # slug, first unit, body, year, status, whether it is our translation
        self.documents: list[tuple[str, int, str, str, str, int]] = []

    @property
    def whole(self) -> bool:
        """Whether so few units are loaded at once, without postings."""
        return self.counts["units"] <= LOAD_ALL

    def begin(self, document: Document, units: Iterable[Passage]) -> None:
        """Note where the units of a document begin."""
        about = (document.body, str(document.year), document.status)
        ours = int(any(unit.aid for unit in units))
        self.documents.append((document.slug, self.counts["units"], *about, ours))

    def add(self, unit: Passage, folded: str) -> None:
        """Take the next unit, and its text as it is searched."""
        self.postings.add(folded)
        self.facts.add(unit, folded)
        self.rows.append((unit.text, unit.words))
        self.counts["units"] += 1

    def full(self) -> Iterator[File]:
        """The shards that the last unit filled; none of texts before there are many."""
        if not self.whole:
            yield from self._texts(TEXTS_A_SHARD)
        if self.counts["units"] % FACTS_A_SHARD == 0:
            yield self._file("facts", self.facts.taken())

    def rest(self) -> Iterator[File]:
        """The last shards of texts and facts."""
        yield from self._texts(1)
        if self.counts["units"] % FACTS_A_SHARD:
            yield self._file("facts", self.facts.taken())

    def places(self) -> Generator[File, None, list[str]]:
        """Where the pieces of the texts stand; then the first piece of each of these shards."""
        starts = []
        for pieces, codes in self.postings.shards():
            starts.append(pieces.split(" ", 1)[0])
            yield self._file("postings", [pieces, codes])
        vocabulary = self.postings.vocabulary()
        pieces_path = f"search/{self.language}/pieces.js"
        yield pieces_path, script("pieces", self.language, 0, vocabulary)
        return starts

    def manifest(self, starts: list[str], themes: list[str]) -> dict[str, object]:
        """What a page loads first: how many shards there are, and what their numbers mean."""
        return {
            "whole": self.whole,
            "starts": starts,
            "counts": self.counts,
            "gap": GAP,
            "textsAShard": LOAD_ALL if self.whole else TEXTS_A_SHARD,
            "factsAShard": FACTS_A_SHARD,
            "paired": self.postings.paired,
            "documents": self.documents,
            "parts": PARTS,
            "themes": themes,
            "tables": self.facts.tables(),
        }

    def _texts(self, least: int) -> Iterator[File]:
        """Shards of texts while so many rows wait for one."""
        size = LOAD_ALL if self.whole else TEXTS_A_SHARD
        while len(self.rows) >= least:
            rows, self.rows = self.rows[:size], self.rows[size:]
            yield self._file("texts", rows)

    def _file(self, kind: str, data: object) -> File:
        number = self.counts[kind]
        self.counts[kind] += 1
        path = f"search/{self.language}/{kind}-{number}.js"
        return path, script(kind, self.language, number, data)


def script(kind: str, language: str, number: int, data: object) -> str:
    """A script that hands its data to the search."""
    return call("compendium.receive", kind, language, number, data)
