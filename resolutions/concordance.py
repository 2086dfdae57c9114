"""Part of `intake` and `gather`: every place where a term stands, in whichever of its forms.

Counted by a plain scan, so that the figures are those a search gives: a form inside a longer
term counts, a form inside another form of the same term does not.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from resolutions.models import Language, Library, Paragraph, Place, Reading, Term, Use, Wording
from resolutions.segment import CHINESE

CONTEXT = 24  # characters shown on either side
NEIGHBOURS = 5  # words on either side that count as near
CJK = re.compile(r"[㐀-鿿]{2,}")


def wording_of(reading: Reading | None, terms: Mapping[str, Term]) -> Wording:
    """The terms of one text (or of none), and the words that stand near them."""
    if reading is None:
        return Wording(forms={}, uses={}, near={}, spread={}, paragraphs=0)
    document = reading.document
    paragraphs = [(Place(document.slug, each.key), each.text) for each in document.paragraphs]
    words = [_words(each, reading) for each in document.paragraphs]
    sets = [set(each) for each in words]
    forms: dict[str, dict[str, int]] = {}
    uses: dict[str, tuple[Use, ...]] = {}
    near: dict[str, dict[str, int]] = {}
    language = document.language
    for term, found in _found(terms.values(), paragraphs, language):
        listed = {form.lower(): form for form in term.forms(language)}
        forms[term.id] = dict(Counter(listed[use.form.lower()] for use in found))
        if term.page:
            uses[term.id] = found
            own = set(term.forms(language))
            near[term.id] = dict(
                Counter(
                    word
                    for each, known in zip(words, sets, strict=True)
                    if not own.isdisjoint(known)
                    for word in _near(each, own)
                )
            )
    spread = Counter(word for each in sets for word in each)
    return Wording(forms=forms, uses=uses, near=near, spread=dict(spread), paragraphs=len(sets))


def _found(
    terms: Iterable[Term], paragraphs: Sequence[tuple[Place, str]], language: Language
) -> Iterator[tuple[Term, tuple[Use, ...]]]:
    """The terms that stand in the paragraphs, each with its uses in their order."""
    whole = "\n".join(text for _, text in paragraphs)  # no form holds the end of a line
    begins = [0, *accumulate(len(text) + 1 for _, text in paragraphs)]
    spaced = language != CHINESE
    small = whole.lower() if spaced else whole
    for term in terms:
        forms = [
            form for form in term.forms(language) if (form.lower() if spaced else form) in small
        ]
        if forms:
            forms.sort(key=lambda form: (-len(form), form))
            pattern = _pattern(forms, spaced)
            matches = pattern.finditer(whole)
            yield term, tuple([_use(match, begins, paragraphs, language) for match in matches])


def _pattern(forms: Iterable[str], spaced: bool) -> re.Pattern[str]:
    """Any of the forms; with blanks between words, whole words in small letters or capitals."""
    some = "|".join(map(re.escape, forms))
    return re.compile(rf"\b(?:{some})(?=s?\b)", re.IGNORECASE) if spaced else re.compile(some)


def _use(
    match: re.Match[str],
    begins: Sequence[int],
    paragraphs: Sequence[tuple[Place, str]],
    language: Language,
) -> Use:
    number = bisect_right(begins, match.start()) - 1
    place, text = paragraphs[number]
    start, end = match.start() - begins[number], match.end() - begins[number]
    left, right = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Use(place=place, form=match[0], left=left, right=right, language=language)


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


def _near(words: Sequence[str], forms: set[str]) -> list[str]:
    near: list[str] = []
    for place, word in enumerate(words):
        if word in forms:
            around = words[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]
            near += [each for each in around if each not in forms and CJK.fullmatch(each)]
    return near


def by_form(forms: Mapping[str, Mapping[int, int]]) -> list[tuple[str, int, list[int]]]:
    """Each form with how often and in which years it is used, the most used first."""
    counted = [(form, sum(years.values()), sorted(years)) for form, years in forms.items()]
    return sorted(counted, key=lambda each: -each[1])
