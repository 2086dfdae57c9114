"""Words that scripts draw in many pages, in one file: of a Chinese text, of filters and keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from resolutions.analysis.segment import CHINESE
from resolutions.model.findings import Reading
from resolutions.model.library import Files
from resolutions.model.rules import AddresseeId, Concept
from resolutions.web import urls
from resolutions.web.scripts import given
from resolutions.web.strings import Strings

# a sign for each length of a word; edition.js reads them
SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"

# The keys of an instrument, by the string that says what each does.
KEYS = {"next": "j k", "jump": "g", "themes": "t", "search": "/", "around": "p n", "help": "?"}


def word_script(reading: Reading) -> Files:
    """`words/<slug>.js`: by the key of a paragraph the lengths of its words, a sign each: "214".

    None for a text in another language, where blanks part the words.
    """
    document = reading.document
    if document.language == CHINESE:
        lengths = {key: _signs(found.words) for key, found in reading.findings.items()}
        known = {key: signs for key, signs in lengths.items() if signs}
        yield urls.word_lengths(document.slug), given("wordLengths", known)


def page_script(words: Strings) -> Files:
    """`words/page-<lang>.js`: what may be chosen in the filters of a theme, and what keys do."""
    filters = {
        "verb": _named(get_args(Concept), "act", words),
        "addressee": _named(get_args(AddresseeId), "addressee", words),
    }
    keys = [(signs, words(f"keys.{what}")) for what, signs in KEYS.items()]
    yield (
        urls.page_words(words.language),
        given("filterNames", filters) + given("keyNames", keys),
    )


def _named(values: Iterable[str], kind: str, words: Strings) -> list[tuple[str, str]]:
    """Values with their names, in the order of these."""
    named = [(value, words(f"{kind}.{value}")) for value in values]
    return sorted(named, key=lambda each: (each[1], each[0]))


def _signs(lengths: str) -> str:
    """Lengths of words, a sign each: 1 to 9, a is 10; (40) where none serves."""
    numbers = map(int, lengths.split())
    return "".join([SIGNS[n] if n < len(SIGNS) else f"({n})" for n in numbers])
