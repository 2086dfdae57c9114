"""Stage: the library -> what stands beside what: the alignments of neighbouring texts."""

from __future__ import annotations

from functools import cache

from resolutions import parallel
from resolutions.analysis.segment import CHINESE
from resolutions.analysis.texts import PREFERENCE
from resolutions.comparison.align import KeyedText, Pair, align
from resolutions.comparison.grams import Grams, names
from resolutions.comparison.series import Neighbours, neighbours
from resolutions.comparison.wording import Stated, WordingUse, wordings
from resolutions.corpus.watched import Anew, Units
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document
from resolutions.model.library import Library, Place, Work
from resolutions.model.records import ACTING, Key, Language, record

AT_ONCE = 16  # pairs handed to a process together: texts are read once for two of them


@record
class Alignment:
    """Two instruments, paragraph by paragraph, as the texts of one language tell."""

    older: str
    newer: str
    language: Language
    pairs: tuple[Pair, ...]
    older_keys: tuple[Key, ...]  # the paragraphs of the older one, in their order


@record
class Comparison:
    """All that only shows when texts lie beside each other."""

    alignments: tuple[Alignment, ...] = ()
    wordings: tuple[tuple[WordingUse, ...], ...] = ()  # of an edition that is not large


NOTHING = Comparison()


def compare(library: Library, catalogue: Catalogue, units: Units | None = None) -> Comparison:
    """Align the texts that follow each other; those without a language in common are left out."""
    unit = units or Anew(library)
    grams = cache(lambda language: Grams(names(catalogue, language)))

    def one(pair: Neighbours) -> Alignment | None:
        older, newer = unit.library.works[pair.older], unit.library.works[pair.newer]
        language = common(older, newer)
        if language is None:
            return None
        old, new = (compared(work.texts[language].document) for work in (older, newer))
        pairs = align(old, new, grams(language))
        return Alignment(
            older=pair.older,
            newer=pair.newer,
            language=language,
            pairs=pairs,
            older_keys=tuple(unit.key for unit in old),
        )

    def kept(pair: Neighbours) -> Alignment | None:
        return unit.unit(f"pairs/{pair.older}-{pair.newer}", lambda: one(pair))

    found = parallel.each(kept, neighbours(library.heads, catalogue.held), AT_ONCE)
    return Comparison(
        alignments=tuple(each for each in found if each),
        wordings=() if library.large else tuple(wordings(_stated(library), grams(CHINESE))),
    )


def _stated(library: Library) -> list[Stated]:
    """What the Chinese texts say in paragraphs, in the order of first use."""
    return [
        Stated(Place(slug, each.key), each.text)
        for slug in library.heads
        if CHINESE in (texts := library.works[slug].texts)
        for each in texts[CHINESE].document.paragraphs
        if each.kind in ACTING
    ]


def common(older: Work, newer: Work) -> Language | None:
    """The language in which two works are compared: the first that both are held in."""
    both = [code for code in older.texts if code in newer.texts]
    return min(both, key=lambda code: (*PREFERENCE, code).index(code), default=None)


def compared(document: Document) -> list[KeyedText]:
    """What is compared of a text: all but its tables."""
    return [
        KeyedText(each.key, each.text)
        for each in document.paragraphs
        if each.kind != "table" and each.text
    ]
