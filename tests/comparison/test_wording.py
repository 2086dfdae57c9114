"""Agreed language: what is planted is found, oldest first, and nothing else."""

from __future__ import annotations

import random

from conftest import Edition

from resolutions.comparison.compare import compare
from resolutions.comparison.grams import Grams, names
from resolutions.comparison.wording import Stated, wordings
from resolutions.model.library import Place

SEED, PLANTED = 5, 60


def test_the_wordings_of_the_edition_hang_together(real: Edition) -> None:
    found = compare(real.library, real.catalogue).wordings
    order = {slug: at for at, slug in enumerate(real.library.heads)}
    assert len(found) == 88
    for uses in found:
        assert uses[0].before is None
        assert len({use.place.slug for use in uses}) > 1
        years = [order[use.place.slug] for use in uses]
        assert years == sorted(years)
        assert all(use.before in {each.place for each in uses} for use in uses[1:])
    whole = [[f"{use.place.slug}#{use.place.key}" for use in uses] for uses in found]
    assert [
        "a-res-63-195#op6", "a-c-3-68-l-18#op20", "a-res-68-193#op22", "a-res-71-209#op18",
    ] in whole  # fmt: skip


def test_planted_paragraphs_are_found_and_no_other(real: Edition) -> None:
    """Paragraphs of one text with a few characters changed, set behind it as another text's."""
    draw, grams = random.Random(SEED), Grams(names(real.catalogue, "zh"))
    document = real.documents["a-res-71-209"]
    own = [Stated(Place("old", each.key), each.text) for each in document.paragraphs]
    long = [each for each in own if len(each.text) > 60]
    planted = [
        Stated(Place("new", each.place.key), _changed(each.text, draw))
        for each in draw.sample(long, PLANTED)
    ]
    found = wordings([*own, *planted], grams)
    pairs = {(use.before.key, use.place.key) for uses in found for use in uses if use.before}
    wanted = {(each.place.key, each.place.key) for each in planted}
    assert pairs <= wanted
    assert len(pairs) >= 0.95 * PLANTED  # a name that lost a character is no name, and counts more


def _changed(text: str, draw: random.Random) -> str:
    """One character in ten dropped, in two stretches."""
    for _ in range(2):
        at, size = draw.randrange(len(text) - 20), max(1, len(text) // 20)
        text = text[:at] + text[at + size :]
    return text
