"""Stage: a text -> its words. The only import of jieba.

Terms of `data/terms.yml` are found first, the longest where several begin, and never split;
jieba cuts what lies between them (its own dictionary, no guessing of new words). The same
text is cut the same way on every machine: the tokenizer is private and its dictionary fixed.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from functools import cache

import jieba

from resolutions.models import Span, Term, TermUse

CHINESE = "zh"


@cache
def _tokenizer() -> jieba.Tokenizer:
    jieba.setLogLevel(logging.ERROR)
    return jieba.Tokenizer()


class Lexicon:
    """The forms of all terms, by their first two characters, the longest first."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.by_start: dict[str, list[tuple[str, str]]] = {}
        for term in terms:
            for form in term.forms(CHINESE):
                self.by_start.setdefault(form[:2], []).append((form, term.id))
        for forms in self.by_start.values():
            forms.sort(key=lambda each: (-len(each[0]), each[0]))

    def find(self, text: str) -> list[TermUse]:
        """The terms of a text, from the left, the longest at each place, none overlapping."""
        uses: list[TermUse] = []
        position = 0
        while position < len(text):
            for form, term in self.by_start.get(text[position : position + 2], ()):
                if text.startswith(form, position):
                    uses.append(TermUse(term, Span(position, position + len(form))))
                    position += len(form)
                    break
            else:
                position += 1
        return uses


def segment(text: str, lexicon: Lexicon) -> tuple[tuple[Span, ...], tuple[TermUse, ...]]:
    """Cut a Chinese text into words that tile it, and name the terms among them."""
    uses = lexicon.find(text)
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
    if start < end:
        for word in _tokenizer().cut(text[start:end], HMM=False):
            spans.append(Span(start, start + len(word)))
            start += len(word)
    return spans


def check_terms(terms: Mapping[str, Term]) -> list[tuple[str, str]]:
    """Examples that do not hold a form of their term: (id, what is wrong). Read by `load`."""
    return [
        (term.id, f"no form of `{term.id}` stands in its example {example!r}")
        for term in terms.values()
        for example in term.examples
        if not any(form in example for form in term.forms(CHINESE))
    ]
