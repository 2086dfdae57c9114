"""The paragraphs of the UN's files that have no partner in another language of their resolution.

`make partners UN=FOLDER` reads the UN's XML where it lies, copies nothing, and lists each of them
with how it begins. A paragraph of the reference counts once for each language that lacks it, one
that the reference lacks once for each language that has it, as pages say it. Behind them it lists
pairs that are likely wrong: a paragraph three times as long, or as short, as in all others.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from resolutions import parallel
from resolutions.analysis.align import align_all
from resolutions.analysis.texts import Texts, in_order, missing
from resolutions.analysis.traits import Traits
from resolutions.evaluate.un_folder import run
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document
from resolutions.model.problems import Report
from resolutions.model.records import Key, Language
from resolutions.readers.akn.reader import read_akn

CHUNK = 16  # files a worker takes at a time


class Alone(NamedTuple):
    """A paragraph without a partner: where it stands, or where it is wanting."""

    slug: str
    key: Key
    language: Language
    wanting: bool  # whether this language lacks it; else it alone has it beside the reference
    text: str


def alone(documents: Iterable[Document]) -> Iterator[Alone]:
    """What the texts of one or more resolutions do not share."""
    for texts in align_all(in_order(documents), {}, Report()):
        yield from _of(texts)


def _of(texts: Texts) -> Iterator[Alone]:
    main = {each.key: each.text for each in texts.documents[texts.reference].paragraphs}
    for code, document in texts.documents.items():
        own = {each.key: each.text for each in document.paragraphs}
        for each in texts.unpaired.get(code, ()):
            yield Alone(texts.slug, each.key, code, False, own[each.key])
        for key in missing(texts, code):
            yield Alone(texts.slug, key, code, True, main[key])


def at_odds(texts: Texts) -> Iterator[tuple[Language, Key]]:
    """The paragraphs of which one language says far more, or far less, than all others."""
    units: dict[Key, dict[Language, Traits]] = defaultdict(dict)
    for code, document in texts.documents.items():
        for each in document.paragraphs:
            units[each.key][code] = Traits(each, code)
    for key, own in units.items():
        for code, unit in own.items():
            others = [other for one, other in own.items() if one != code]
            if len(others) > 1 and all(map(unit.is_of_another_length, others)):
                yield code, key


def _read(path: Path) -> list[Document]:
    parsed = read_akn(path, path.name, Report())
    return [document for each in parsed for document in each.documents]


def tell(folder: Path, catalogue: Catalogue) -> None:
    """Print every paragraph without a partner, and how many there are."""
    texts: dict[str, dict[Language, Document]] = defaultdict(dict)
    for documents in parallel.each(_read, sorted(folder.rglob("*.xml")), CHUNK):
        for document in documents:
            texts[document.slug].setdefault(document.language, document)
    aligned = [
        each for own in texts.values() for each in align_all(in_order(own.values()), {}, Report())
    ]
    found = [each for one in aligned for each in _of(one)]
    for each in found:
        said = "lacks" if each.wanting else "alone has"
        print(f"{each.slug} {each.language} {said} {each.key}: {each.text[:60]}")
    print(f"{len(found)} in {len({each.slug for each in found})} of {len(texts)} resolutions")
    odd = [(one.slug, code, key) for one in aligned for code, key in at_odds(one)]
    for slug, code, key in odd:
        print(f"{slug} {code} {key}: of another length than in every other language")
    print(f"{len(odd)} pairs at odds")


if __name__ == "__main__":
    sys.exit(run(tell))
