"""Part of `gather`: every place where a term stands, in whichever of its forms.

Counted by a plain scan, so that the figures are those a search gives: a form inside a longer
term counts, a form inside another form of the same term does not.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from resolutions.models import Key, Library, Paragraph, Place, Reading, Span, Term, record

CONTEXT = 24  # characters shown on either side
NEIGHBOURS = 5  # words on either side that count as near
CJK = re.compile(r"[㐀-鿿]{2,}")


@record
class Use:
    """A term where it stands: the words before it, its form, the words after it."""

    place: Place
    form: str
    left: str
    right: str


def uses(
    terms: Iterable[Term], library: Library, language: str = "zh"
) -> dict[str, tuple[Use, ...]]:
    """The uses of each term in the paragraphs of a language, in the order of the edition."""
    paragraphs = [
        (Place(slug, paragraph.key), paragraph.text)
        for slug, reading in library.readings.items()
        if reading.document.language == language
        for paragraph in reading.document.paragraphs
    ]
    whole = "\n".join(text for _, text in paragraphs)
    found: dict[str, tuple[Use, ...]] = {}
    for term in terms:
        forms = [form for form in term.forms(language) if form in whole]
        holding = [each for each in paragraphs if any(form in each[1] for form in forms)]
        found[term.id] = tuple(_uses(forms, holding))
    return found


def _uses(forms: list[str], paragraphs: Iterable[tuple[Place, str]]) -> Iterator[Use]:
    forms = sorted(forms, key=lambda form: (-len(form), form))
    pattern = re.compile("|".join(re.escape(form) for form in forms))
    for place, text in paragraphs:
        for match in pattern.finditer(text):
            left = text[max(0, match.start() - CONTEXT) : match.start()]
            right = text[match.end() : match.end() + CONTEXT]
            yield Use(place=place, form=match[0], left=left, right=right)


class Nearby:
    """The words of every paragraph, to tell which stand near a term more than elsewhere."""

    def __init__(self, library: Library) -> None:
        self.paragraphs = [
            _words(paragraph, reading)
            for reading in library.readings.values()
            for paragraph in reading.document.paragraphs
        ]
        self.sets = [set(words) for words in self.paragraphs]
        self.spread = Counter(word for words in self.sets for word in words)

    def of(self, term: Term, most: int = 16) -> list[tuple[str, int]]:
        """Words near a term, those first that stand there often and elsewhere seldom."""
        forms = set(term.forms("zh"))
        near = Counter(
            word
            for words, own in zip(self.paragraphs, self.sets, strict=True)
            if not forms.isdisjoint(own)
            for word in _near(words, forms)
        )
        weight = {
            word: count * math.log(len(self.paragraphs) / self.spread[word])
            for word, count in near.items()
            if count > 1
        }
        chosen = sorted(weight, key=lambda word: (-weight[word], word))
        return [(word, near[word]) for word in chosen[:most]]


def _words(paragraph: Paragraph, reading: Reading) -> list[str]:
    found = reading.findings.get(paragraph.key)
    tokens: Iterable[Span] = found.tokens if found else ()
    return [paragraph.text[token.start : token.end] for token in tokens]


def _near(words: Sequence[str], forms: set[str]) -> list[str]:
    near: list[str] = []
    for place, word in enumerate(words):
        if word in forms:
            around = words[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]
            near += [each for each in around if each not in forms and CJK.fullmatch(each)]
    return near


def by_form(found: Iterable[Use], years: Mapping[str, int]) -> list[tuple[str, int, list[int]]]:
    """Each form with how often and in which years it is used, the most used first."""
    counts: Counter[str] = Counter()
    seen: dict[str, set[int]] = {}
    for use in found:
        counts[use.form] += 1
        seen.setdefault(use.form, set()).add(years[use.place.slug])
    return [(form, count, sorted(seen[form])) for form, count in counts.most_common()]


def keys_of(found: Iterable[Use]) -> dict[str, list[Key]]:
    """The paragraphs of each instrument that use a term."""
    keys: dict[str, list[Key]] = {}
    for use in found:
        own = keys.setdefault(use.place.slug, [])
        if use.place.key not in own:
            own.append(use.place.key)
    return keys
