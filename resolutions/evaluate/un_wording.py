"""The English aid beside the UN's own English, where a paragraph recurs in a later resolution.

`make wording UN=FOLDER` reads the UN's XML where it lies, copies nothing, and prints the pairs
whose Chinese is nearly the same, with the words that one English has and the other has not: where
the sense may differ. Pairs with the most such words come first.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from resolutions.analysis.align import align_all
from resolutions.analysis.texts import in_order
from resolutions.catalogue.aids import MARK, SIGN, SMALL_WORDS, load_aids
from resolutions.corpus.shelf import parse_file, shelves, texts_of
from resolutions.model.document import Document
from resolutions.model.problems import Report
from resolutions.readers.akn.reader import read_akn

ROOT = Path(__file__).resolve().parent.parent.parent
HAN, WORD = re.compile(r"[^\u3400-\u9fff]"), re.compile(r"[a-z]+(?:-[a-z]+)*")
GRAM, COMMON = 4, 400  # characters of a gram; paragraphs that share one that tells nothing
LIKE = 0.55  # share of grams from which on two Chinese paragraphs are the same one
STEM = 6  # strengthen, strengthening


class Sample(NamedTuple):
    """A paragraph in Chinese and English, and where it stands."""

    place: str
    chinese: str
    english: str


class SamplePair(NamedTuple):
    """A paragraph of ours, the UN's, how alike their Chinese is, the words of one alone."""

    ours: Sample
    theirs: Sample
    likeness: float
    only_ours: tuple[str, ...]
    only_theirs: tuple[str, ...]


def pairs_of(ours: Iterable[Sample], theirs: Iterable[Sample]) -> Iterator[SamplePair]:
    """Each paragraph of ours with the UN's that is most like it in Chinese, if any is."""
    pool = list(theirs)
    grams = [_grams(each.chinese) for each in pool]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(grams):
        for gram in own:
            holders[gram].append(number)
    for unit in ours:
        own = _grams(unit.chinese)
        shared = Counter(n for g in own if len(holders[g]) < COMMON for n in holders[g])
        likely = [(len(own & grams[n]) / len(own | grams[n]), n) for n, _ in shared.most_common(5)]
        likeness, number = max(likely, default=(0.0, -1))
        if likeness >= LIKE:
            one, other = _words(unit.english), _words(pool[number].english)
            left = tuple(sorted(one[stem] for stem in one.keys() - other.keys()))
            right = tuple(sorted(other[stem] for stem in other.keys() - one.keys()))
            yield SamplePair(unit, pool[number], likeness, left, right)


def _grams(text: str) -> set[str]:
    letters = HAN.sub("", text)
    return {letters[at : at + GRAM] for at in range(len(letters) - GRAM + 1)}


def _words(text: str) -> dict[str, str]:
    """The words of a text by their stems, small words left out."""
    return {w[:STEM]: w for w in WORD.findall(text.casefold()) if w not in SMALL_WORDS}


def our_units() -> Iterator[Sample]:
    """The edition's own texts, Chinese and aid."""
    aids = load_aids(ROOT / "data" / "reading-aids", "data/reading-aids", Report())["en"]
    shelf = shelves(ROOT, [])[0]
    for path in texts_of(shelf, Report()):
        for parsed in parse_file(shelf, path, Report()):
            for document in parsed.documents:
                aid = aids[document.slug]
                for each in document.paragraphs:
                    text = MARK.sub("", aid.text(each.key)).replace(SIGN, "")
                    yield Sample(f"{document.slug}#{each.key}", each.text, text)


def their_units(folder: Path) -> Iterator[Sample]:
    """The paragraphs of the UN's files that both languages have."""
    held: dict[str, list[Document]] = defaultdict(list)
    for path in sorted(folder.rglob("*.xml")):
        for parsed in read_akn(path, path.name, Report()):
            for document in parsed.documents:
                if document.language in ("zh", "en"):
                    held[document.slug].append(document)
    for documents in held.values():
        for texts in align_all(in_order(documents), {}, Report()):
            if {"zh", "en"} <= texts.documents.keys():
                english = {each.key: each.text for each in texts.documents["en"].paragraphs}
                for each in texts.documents["zh"].paragraphs:
                    if each.key in english:
                        yield Sample(f"{texts.slug}#{each.key}", each.text, english[each.key])


def main() -> int:
    """Print the pairs, those that differ most first."""
    if len(sys.argv) < 2:
        print("name the folder of the UN's XML files")
        return 2
    pairs = list(pairs_of(our_units(), their_units(Path(sys.argv[1]))))
    for each in sorted(pairs, key=lambda pair: -len(pair.only_ours) - len(pair.only_theirs)):
        print(f"{each.ours.place} ~ {each.theirs.place} ({each.likeness:.2f})")
        print(f"  aid only: {', '.join(each.only_ours)}\n  UN only: {', '.join(each.only_theirs)}")
    print(f"{len(pairs)} paragraphs recur")
    return 0


if __name__ == "__main__":
    sys.exit(main())
