"""Stage: the library -> what a search reads, as scripts that load from `file://`.

The unit is the paragraph (and the footnote): `passages` makes the units, `shards` writes those of a
language, `lexicon` says what a query may mean. Files come one by one: none waits for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, pairwise

from resolutions.catalogue.aids import MARK, Aids, ReadingAid
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document
from resolutions.model.findings import Reading
from resolutions.model.library import Files, Library
from resolutions.search.fold import fold
from resolutions.search.lexicon import names
from resolutions.search.passages import Passage, units_of
from resolutions.search.selftest import known_answers
from resolutions.search.shards import script, shards
from resolutions.search.variants import variants

CHINESE = re.compile(r"[\u3400-\u9fff]{2,6}")


def index(language: str, library: Library, catalogue: Catalogue, aids: Aids) -> Files:
    """The files of `search/` for one language, one after the other."""
    own = aids.get(language, {})
    if not own and not library.holding(language):
        return
    if language != "zh":
        yield f"search/{language}/names-0.js", names(language, catalogue)
    yield from _language(language, library, own, catalogue)


def _language(
    language: str, library: Library, own: Mapping[str, ReadingAid], catalogue: Catalogue
) -> Files:
    """The texts of a language, then our reading aids of works we do not hold in it."""
    held = library.holding(language)
    aided = {slug: aid for slug, aid in own.items() if slug not in held}
    words: set[str] = set()  # as the texts have them; the same ones recur, and are folded once

    def texts() -> Iterator[tuple[Document, list[Passage]]]:
        for slug in held:
            reading = library.works[slug].texts[language]
            words.update(_words(reading))
            yield reading.document, units_of(reading, catalogue)

    by_document = chain(texts(), _aided(aided, library, catalogue))
    paragraphs = yield from shards(language, by_document, catalogue)
    path = f"search/{language}"
    yield f"{path}/words-0.js", script("words", language, 0, " ".join(_sought(words)))
    ways = _ways(language, paragraphs, catalogue)
    yield f"{path}/ways-0.js", script("ways", language, 0, ways)
    answers = known_answers(language, paragraphs, catalogue)
    yield f"{path}/selftest.js", script("selftest", language, 0, answers)


def _aided(
    aids: Mapping[str, ReadingAid], library: Library, catalogue: Catalogue
) -> Iterator[tuple[Document, list[Passage]]]:
    """Our reading aids: the units of their sources, in other words."""
    for slug, aid in aids.items():
        reading = library.readings[slug]
        units = [
            replace(unit, text=MARK.sub("", aid.text(unit.key)), words="", bodies=(), aid=True)
            for unit in units_of(reading, catalogue)
        ]
        yield reading.document, units


def _ways(language: str, paragraphs: list[str], catalogue: Catalogue) -> dict[str, object]:
    """How people write: the ordinals of six languages, words that texts have in another form."""
    ordinals = [
        [fold(word) for word in strings["ordinals"].split("|")]
        for strings in catalogue.strings.values()
    ]
    rows = variants(paragraphs, catalogue.variants) if language == "zh" else []
    return {"ordinals": ordinals, "variants": rows}


def _words(reading: Reading) -> set[str]:
    """The words of a text that was cut into words."""
    return {
        paragraph.text[start:end]
        for paragraph in reading.document.paragraphs
        if paragraph.key in reading.findings
        for start, end in pairwise(reading.findings[paragraph.key].edges)
    }


def _sought(words: Iterable[str]) -> list[str]:
    """Those of two Chinese characters or more: a phrase that is asked for is cut along them."""
    folded = {fold(word) for word in words}
    return sorted(word for word in folded if CHINESE.fullmatch(word))
