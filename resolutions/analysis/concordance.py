"""Part of `intake` and `gather`: every place where a term stands, in whichever of its forms.

Counted by a plain scan, so that the figures are those a search gives: a form inside a longer
term counts, a form inside another form of the same term does not.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

from resolutions.analysis.segment import Lexicon, listed
from resolutions.model.catalogue import Term
from resolutions.model.document import Paragraph
from resolutions.model.findings import Reading
from resolutions.model.library import Library, Place, TermCounts, Use
from resolutions.model.records import Language

CONTEXT = 24  # characters shown on either side
NEIGHBOURS = 5  # words on either side that count as near
CJK = re.compile(r"[㐀-鿿]{2,}")


def wording_of(
    reading: Reading | None, terms: Mapping[str, Term], lexicon: Lexicon | None
) -> TermCounts:
    """The terms of one text (or of none), and the words that stand near them."""
    if reading is None or lexicon is None:
        return TermCounts(forms={}, uses={}, near={}, spread={}, paragraphs=0)
    slug, paragraphs = reading.document.slug, reading.document.paragraphs
    texts = {Place(slug, each.key): each.text for each in paragraphs}
    words = {Place(slug, each.key): _words(each, reading) for each in paragraphs}
    language = reading.document.language
    found = _found(lexicon, texts, language)
    own = [term for term in terms.values() if term.id in found]
    return TermCounts(
        forms={term.id: _counted(term, found[term.id], lexicon, language) for term in own},
        uses={term.id: tuple(found[term.id]) for term in own if term.page},
        near={term.id: _near(term, found[term.id], words, language) for term in own if term.page},
        spread=dict(Counter(chain.from_iterable(map(set, words.values())))),
        paragraphs=len(words),
    )


def _counted(
    term: Term, uses: Iterable[Use], lexicon: Lexicon, language: Language
) -> dict[str, int]:
    """How often a term stands in each form, as the form is listed."""
    own = {listed(form, lexicon.language): form for form in term.forms(language)}
    return dict(Counter(own[listed(use.form, lexicon.language)] for use in uses))


def _found(
    lexicon: Lexicon, texts: Mapping[Place, str], language: Language
) -> dict[str, list[Use]]:
    """The terms that stand in the paragraphs, each with its uses in their order."""
    found: dict[str, list[Use]] = {}
    for place, text in texts.items():
        ends: dict[str, int] = {}
        for start, form in lexicon.every(text):
            end = start + len(form)
            for term in lexicon.by_form[form]:
                if start >= ends.get(term, 0):
                    ends[term] = end
                    left, right = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
                    use = Use(
                        place=place,
                        form=text[start:end],
                        left=left,
                        right=right,
                        language=language,
                    )
                    found.setdefault(term, []).append(use)
    return found


def _near(
    term: Term, uses: Iterable[Use], words: Mapping[Place, Sequence[str]], language: Language
) -> dict[str, int]:
    """The words near a term, where it is a word itself: how often each stands there."""
    forms = set(term.forms(language))
    near: Counter[str] = Counter()
    for place in dict.fromkeys(use.place for use in uses):
        own = words[place]
        for at in [at for at, word in enumerate(own) if word in forms]:
            around = own[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
            near.update(each for each in around if each not in forms and CJK.fullmatch(each))
    return dict(near)


def collocates(term: Term, library: Library, most: int = 16) -> list[tuple[str, int]]:
    """Words near a term, those first that stand there often and elsewhere seldom."""
    near = library.near.get(term.id, {})
    weight = {
        word: count * math.log(library.paragraphs / library.spread[word])
        for word, count in near.items()
        if count > 1
    }
    chosen = sorted(weight, key=lambda word: (-weight[word], word))
    return [(word, near[word]) for word in chosen[:most]]


def _words(paragraph: Paragraph, reading: Reading) -> list[str]:
    found = reading.findings.get(paragraph.key)
    edges = found.edges if found else ()
    return [paragraph.text[start:end] for start, end in pairwise(edges)]


def by_form(forms: Mapping[str, Mapping[int, int]]) -> list[tuple[str, int, list[int]]]:
    """Each form with how often and in which years it is used, the most used first."""
    counted = [(form, sum(years.values()), sorted(years)) for form, years in forms.items()]
    return sorted(counted, key=lambda each: -each[1])
