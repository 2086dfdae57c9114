from __future__ import annotations

import pytest

from resolutions.model.records import Language
from resolutions.readers.printed.counting import session_number


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("en", "Forty-sixth", "46"), ("en", "Eleventh", "11"), ("fr", "Soixante-dix-huitième", "78"),
        ("fr", "Quatre-vingt-onzième", "91"), ("fr", "Vingt et unième", "21"), ("es", "Undécimo", "11"),
        ("es", "Septuagésimo octavo", "78"), ("ru", "Семьдесят восьмая", "78"), ("ru", "Шестидесятая", "60"),
        ("ar", "السادسة والأربعون", "46"), ("ar", "الحادية عشرة", "11"), ("zh", "四十六", "46"),
        # what is not known stays as it is
        ("en", "Substantive", "Substantive"), ("en", "Resumed sixth", "Resumed sixth"),
    ],
)  # fmt: skip
def test_the_words_of_a_session_are_a_number(language: Language, words: str, number: str) -> None:
    assert session_number(words, language) == number
