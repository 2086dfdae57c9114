"""Stage: a text -> its words. The only import of jieba.

Terms of `data/terms.yml` are found first, the longest where several begin, and never split;
jieba cuts what lies between them (its own dictionary, no guessing of new words). The same
text is cut the same way on every machine: the tokenizer is private and its dictionary fixed.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

import jieba

from resolutions.models import Language, Span, Term, TermUse

CHINESE = "zh"  # written without blanks between words
PIECES = re.compile(
    "[，、；：。《》“”（）]+|[^，、；：。《》“”（）]+"
)  # jieba joins nothing over these
WORDS = re.compile(r"\w+(?:[-‑’']\w+)*|(?:(?!\w).)+", re.DOTALL)  # words, and what parts them
ENDS = re.compile(r"s?(?!\w)")  # of a form: several of a thing are no other term


@cache
def _tokenizer() -> jieba.Tokenizer:
    jieba.setLogLevel(logging.ERROR)
    return jieba.Tokenizer()


class Lexicon:
    """The forms of all terms in a language, by their first two characters, the longest first."""

    def __init__(self, terms: Iterable[Term], language: Language = CHINESE) -> None:
        self.spaced = language != CHINESE
        self.by_start: dict[str, list[tuple[str, str]]] = {}
        forms: Mapping[str, Sequence[str]] = {term.id: term.forms(language) for term in terms}
        if self.spaced:
            forms = _sole(forms)
        for identity, own in forms.items():
            for form in own:
                self.by_start.setdefault(form[:2].lower(), []).append((form, identity))
        for each in self.by_start.values():
            each.sort(key=lambda each: (-len(each[0]), each[0]))

    def find(self, text: str) -> list[TermUse]:
        """The terms of a text, from the left, the longest at each place, none overlapping."""
        if self.spaced:
            return self._find_words(text)
        uses: list[TermUse] = []
        starts = self.by_start
        end = 0
        for at in [at for at in range(len(text)) if text[at : at + 2] in starts]:
            if at >= end:
                for form, term in starts[text[at : at + 2]]:
                    if text.startswith(form, at):
                        end = at + len(form)
                        uses.append(TermUse(term, Span(at, end)))
                        break
        return uses

    def _find_words(self, text: str) -> list[TermUse]:
        """The same along whole words; capitals count only in a form that is all capitals."""
        uses: list[TermUse] = []
        small = text.lower() if len(text.lower()) == len(text) else text
        end = 0
        for word in WORDS.finditer(text):
            at = word.start()
            for form, term in self.by_start.get(small[at : at + 2], ()) if at >= end else ():
                stop = ENDS.match(text, at + len(form))
                if stop and (text if form.isupper() else small).startswith(_small(form), at):
                    end = stop.end()
                    uses.append(TermUse(term, Span(at, end)))
                    break
        return uses


def _small(form: str) -> str:
    return form if form.isupper() else form.lower()


def _sole(forms: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The forms that belong to one term alone: what could mean two terms means none."""
    owners = Counter(form for own in forms.values() for form in {_small(form) for form in own})
    return {
        identity: [form for form in own if owners[_small(form)] == 1]
        for identity, own in forms.items()
    }


def segment(text: str, lexicon: Lexicon) -> tuple[tuple[Span, ...], tuple[TermUse, ...]]:
    """Cut a text into words that tile it, and name the terms: in Chinese each is a word."""
    uses = lexicon.find(text)
    if lexicon.spaced:
        return tuple([Span(*word.span()) for word in WORDS.finditer(text)]), tuple(uses)
    tokens: list[Span] = []
    position = 0
    for use in uses:
        tokens += _cut(text, position, use.span.start)
        tokens.append(use.span)
        position = use.span.end
    tokens += _cut(text, position, len(text))
    return tuple(tokens), tuple(uses)


def _cut(text: str, start: int, end: int) -> list[Span]:
    spans = []
    for piece in PIECES.findall(text, start, end):
        for length in _lengths(piece):
            spans.append(Span(start, start + length))
            start += length
    return spans


@lru_cache(maxsize=50_000)  # what stands between terms and marks recurs from text to text
def _lengths(piece: str) -> tuple[int, ...]:
    return tuple([len(word) for word in _tokenizer().cut(piece, HMM=False)])


def check_terms(terms: Mapping[str, Term]) -> list[tuple[str, str]]:
    """Examples that do not hold a form of their term: (id, what is wrong). Read by `load`."""
    return [
        (term.id, f"no form of `{term.id}` stands in its example {example!r}")
        for term in terms.values()
        for example in term.examples
        if not any(form in example for form in term.forms(CHINESE))
    ]
