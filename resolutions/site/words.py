"""The words of a Chinese text, for the scripts that mark them: once for all languages."""

from __future__ import annotations

from resolutions.analysis.segment import CHINESE
from resolutions.model.findings import Reading
from resolutions.model.library import Files
from resolutions.web import urls
from resolutions.web.scripts import given

# a sign for each length of a word; edition.js reads them
SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"


def word_script(reading: Reading) -> Files:
    """`words/<slug>.js`: by the key of a paragraph the lengths of its words, a sign each: "214".

    None for a text in another language, where blanks part the words.
    """
    document = reading.document
    if document.language == CHINESE:
        lengths = {key: _signs(found.words) for key, found in reading.findings.items()}
        known = {key: signs for key, signs in lengths.items() if signs}
        yield urls.word_lengths(document.slug), given("wordLengths", known)


def _signs(lengths: str) -> str:
    """Lengths of words, a sign each: 1 to 9, a is 10; (40) where none serves."""
    numbers = map(int, lengths.split())
    return "".join([SIGNS[n] if n < len(SIGNS) else f"({n})" for n in numbers])
