"""Stage: a text -> its words. The only import of jieba.

Terms of `data/terms.yml` are found first, the longest where several begin, and never split;
jieba cuts what lies between them (the dictionary of its release, no guessing of new words). The
same text is cut the same way on every machine.
"""

# ruff: noqa: E402 (one line comes before the import of jieba)
from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

# jieba opens its files with setuptools where that is there, which takes 0.3 s to load, else itself.
sys.modules.setdefault("pkg_resources", None)  # type: ignore[arg-type]
import jieba
from msgspec.msgpack import Decoder, Encoder

from resolutions.files import read_cached, write_cached
from resolutions.model.catalogue import Term
from resolutions.model.findings import TermUse
from resolutions.model.records import Language, Span

CHINESE = "zh"  # written without blanks between words
PIECES = re.compile(
    "[，、；：。《》“”（）]+|[^，、；：。《》“”（）]+"
)  # jieba joins nothing over these
WORDS = re.compile(r"\w+(?:[-‑’']\w+)*|(?:(?!\w).)+", re.DOTALL)  # words, and what parts them
ENDS = re.compile(r"s?(?!\w)")  # of a form: several of a thing are no other term


FREQUENCIES = Decoder(tuple[dict[str, int], int])  # of words and their beginnings, and the sum


class Cutter:
    """jieba, its dictionary read when the first text is cut.

    By itself jieba believes a file in the system's temporary folder, where anybody may write. Ours
    lies in `folder` (none: it is made anew), under the hash of the dictionary it was made from.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.lengths = lru_cache(maxsize=50_000)(self._lengths)  # what is cut recurs

    def _lengths(self, piece: str) -> tuple[int, ...]:
        """The lengths of the words that tile a piece of text."""
        return tuple([len(word) for word in self._tokenizer.cut(piece, HMM=False)])

    @cached_property
    def _tokenizer(self) -> jieba.Tokenizer:
        tokenizer = jieba.Tokenizer()
        with tokenizer.get_dict_file() as file:
            digest = hashlib.sha256(file.read()).hexdigest()
        cache = self.folder / f"jieba-{jieba.__version__}-{digest[:16]}" if self.folder else None
        kept = read_cached(cache) if cache else None
        if kept is not None:
            tokenizer.FREQ, tokenizer.total = FREQUENCIES.decode(kept)
        else:
            tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
            if cache:
                write_cached(cache, Encoder().encode((tokenizer.FREQ, tokenizer.total)))
        tokenizer.initialized = True
        return tokenizer


WITHOUT_CACHE = Cutter()


class Lexicon:
    """The forms of all terms, looked for in a text."""

    def __init__(
        self,
        by_form: Mapping[str, Sequence[str]],
        sizes: Mapping[str, Sequence[int]],
        language: Language,
        cutter: Cutter,
    ) -> None:
        self.by_form, self.language, self.cutter = by_form, language, cutter
        self.sizes = sizes  # of the forms that begin with the same two characters
        self._every = lru_cache(maxsize=2_000)(lambda text: tuple(self._forms(text)))

    @classmethod
    def of(
        cls,
        terms: Iterable[Term],
        language: Language = CHINESE,
        cutter: Cutter = WITHOUT_CACHE,
    ) -> Lexicon:
        """The forms of these terms in a language."""
        by_form: dict[str, list[str]] = {}
        for term in terms:
            for form in dict.fromkeys(listed(each, language) for each in term.forms(language)):
                by_form.setdefault(form, []).append(term.id)
        return cls(by_form, _sizes(by_form), language, cutter)

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
        tokens += _cut(text, position, use.span.start, lexicon.cutter)
        tokens.append(use.span)
        position = use.span.end
    tokens += _cut(text, position, len(text), lexicon.cutter)
    return tuple(tokens), tuple(uses)


def _cut(text: str, start: int, end: int, cutter: Cutter) -> list[Span]:
    spans = []
    for piece in PIECES.findall(text, start, end):
        for length in cutter.lengths(piece):
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
