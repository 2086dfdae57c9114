"""What texts of a language call a term, for the search."""

from __future__ import annotations

import json

from conftest import Edition

from resolutions.search.lexicon import names


def test_a_french_word_that_folds_like_another_does_not_widen_a_search(real: Edition) -> None:
    called = names("fr", real.catalogue)
    rows = json.loads(called[called.index("{") : called.rindex("}") + 1])
    persons = rows["trafficking-in-persons"]
    assert "traite des etres humains" in persons
    assert "traite" not in persons  # folded, traité is the same
