"""Stage: a text -> its words. The only import of jieba.

Terms of `data/terms.yml` are found first, the longest where several begin, and never split;
jieba cuts what lies between them (the dictionary of its release, no guessing of new words). The
same text is cut the same way on every machine.
"""

# ruff: noqa: E402 (one line comes before the import of jieba)
from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

# jieba opens its files with setuptools where that is there, which takes 0.3 s to load, else itself.
sys.modules.setdefault("pkg_resources", None)  # type: ignore[arg-type]
import jieba

from resolutions.model.catalogue import Term
from resolutions.model.findings import TermUse
from resolutions.model.records import Language, Span

CHINESE = "zh"  # written without blanks between words
PIECES = re.compile(
    "[，、；：。《》“”（）]+|[^，、；：。《》“”（）]+"
)  # jieba joins nothing over these
WORDS = re.compile(r"\w+(?:[-‑’']\w+)*|(?:(?!\w).)+", re.DOTALL)  # words, and what parts them
ENDS = re.compile(r"s?(?!\w)")  # of a form: several of a thing are no other term


FREQUENCY = re.compile(r" (\d+) ")  # 网络犯罪 3 n: a word, its frequency, its kind
LAST = "\U0010ffff"  # the character behind all others


class Cutter:
    """jieba, its dictionary read when the first text is cut, and of it what texts need.

    By itself jieba takes in all of its 349,000 words, or believes a file in the system's temporary
    folder, where anybody may write. Ours learns the words that begin with two characters when
    these first stand beside each other.
    """

    def __init__(self) -> None:
        self.lengths = lru_cache(maxsize=50_000)(self._lengths)  # what is cut recurs
        self.known: set[str] = set()  # the characters and pairs of characters met so far

    def _lengths(self, piece: str) -> tuple[int, ...]:
        """The lengths of the words that tile a piece of text."""
        tokenizer, lines = self._dictionary
        starts = {*piece, *map("".join, pairwise(piece))} - self.known
        self.known |= starts
        for start in starts:
            tokenizer.FREQ |= _words(start, lines, tokenizer.FREQ)
        return tuple([len(word) for word in tokenizer.cut(piece, HMM=False)])

    @cached_property
    def _dictionary(self) -> tuple[jieba.Tokenizer, list[str]]:
        """jieba without a word, and the lines of its dictionary, sorted."""
        tokenizer = jieba.Tokenizer()
        with tokenizer.get_dict_file() as file:
            text = file.read().decode("utf-8")
        total = sum(map(int, FREQUENCY.findall(text)))
        tokenizer.FREQ, tokenizer.total, tokenizer.initialized = {}, total, True
        return tokenizer, sorted(text.splitlines())


def _words(start: str, lines: Sequence[str], known: Mapping[str, int]) -> dict[str, int]:
    """The frequencies of the words that begin with two characters, or of the word of only one.

    What a word begins with is 0 where it is no word, as in jieba's `gen_pfdict`.
    """
    sought = start if len(start) > 1 else f"{start} "
    found: dict[str, int] = {}
    for line in lines[bisect_left(lines, sought) : bisect_left(lines, sought + LAST)]:
        word, frequency, _ = line.split(" ")
        found[word] = int(frequency)
        for size in range(1, len(word)):
            found.setdefault(word[:size], known.get(word[:size], 0))
    return found


CUTTER = Cutter()


class Lexicon:
    """The forms of all terms, looked for in a text."""

    def __init__(
        self,
        by_form: Mapping[str, Sequence[str]],
        sizes: Mapping[str, Sequence[int]],
        language: Language,
    ) -> None:
        self.by_form, self.language = by_form, language
        self.sizes = sizes  # of the forms that begin with the same two characters
        self._every = lru_cache(maxsize=2_000)(lambda text: tuple(self._forms(text)))

    @classmethod
    def of(cls, terms: Iterable[Term], language: Language = CHINESE) -> Lexicon:
        """The forms of these terms in a language."""
        by_form: dict[str, list[str]] = {}
        for term in terms:
            for form in dict.fromkeys(listed(each, language) for each in term.forms(language)):
                by_form.setdefault(form, []).append(term.id)
        return cls(by_form, _sizes(by_form), language)

    @property
    def spaced(self) -> bool:
        """Whether blanks stand between words."""
        return self.language != CHINESE

    def every(self, text: str) -> tuple[tuple[int, str], ...]:
        """Each form wherever it stands, inside another too: from the left, the longest first.

        Asked for twice, for the words of a text and for its concordance; and paragraphs recur.
        """
        return self._every(text)

    def _forms(self, text: str) -> Iterator[tuple[int, str]]:
        sizes, forms = self.sizes, self.by_form
        if self.spaced:
            yield from self._whole_words(text)
            return
        for at in [at for at in range(len(text)) if text[at : at + 2] in sizes]:
            for size in sizes[text[at : at + 2]]:
                form = text[at : at + size]
                if form in forms and len(form) == size:
                    yield at, form

    def _whole_words(self, text: str) -> Iterator[tuple[int, str]]:
        """The forms that begin and end where words do; one that could mean two terms means none."""
        small = text.lower() if len(text.lower()) == len(text) else text
        for word in WORDS.finditer(text):
            at = word.start()
            for letters in dict.fromkeys((small, text)):
                for size in self.sizes.get(letters[at : at + 2], ()):
                    form = letters[at : at + size]
                    if len(self.by_form.get(form, ())) == 1 and ENDS.match(text, at + size):
                        yield at, form

    def find(self, text: str) -> list[TermUse]:
        """The terms of a text, from the left, the longest at each place, none overlapping."""
        uses: list[TermUse] = []
        end = 0
        for at, form in self.every(text):
            if at >= end:
                end = at + len(form)
                uses.append(TermUse(self.by_form[form][0], Span(at, end)))
        return uses


def _sizes(forms: Iterable[str]) -> dict[str, list[int]]:
    """How long the forms are that begin with the same two characters, the longest first."""
    sizes: dict[str, set[int]] = {}
    for form in forms:
        sizes.setdefault(form[:2], set()).add(len(form))
    return {start: sorted(each, reverse=True) for start, each in sizes.items()}


def listed(form: str, language: Language) -> str:
    """A form as it is looked for: between blanks in small letters, but for abbreviations."""
    return form if language == CHINESE or form.isupper() else form.lower()


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
        for length in CUTTER.lengths(piece):
            spans.append(Span(start, start + length))
            start += length
    return spans


def check_terms(terms: Mapping[str, Term]) -> list[tuple[str, str]]:
    """Examples that do not hold a form of their term: (id, what is wrong). Asked by `checks`."""
    return [
        (term.id, f"no form of `{term.id}` stands in its example {example!r}")
        for term in terms.values()
        for example in term.examples
        if not any(form in example for form in term.forms(CHINESE))
    ]
