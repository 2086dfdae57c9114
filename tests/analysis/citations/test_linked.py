"""Links of the source where the rules see nothing."""

from __future__ import annotations

import pytest
from conftest import NAMES

from resolutions.analysis.citations.find import mentions
from resolutions.analysis.citations.linked import fill
from resolutions.analysis.citations.resolve import resolve
from resolutions.model.records import Span


@pytest.mark.parametrize(
    ("text", "words", "target", "expected"),
    [
        ("重申那个承诺", "那个承诺", "A/RES/70/1", ["A/RES/70/1"]),
        ("大会第64/293号决议", "64/293", "A/RES/1/1", ["A/RES/64/293"]),  # the rules read it
        ("2007年3月9日的第51/2号结论", "51/2", "A/RES/51/2", []),  # the year is another's
        ("妇女地位委员会第51/2号决议", "51/2", "A/RES/51/2", []),  # nor is it the Assembly's
        ("人权理事会设立，第43/34号决议", "43/34", "A/HRC/RES/43/34", ["A/HRC/RES/43/34"]),
        ("人权理事会设立，第43/34号决议", "43/34", "A/RES/43/34", []),
    ],
)
def test_a_link_adds_what_no_rule_reads_and_nothing_printed_denies(
    text: str, words: str, target: str, expected: list[str]
) -> None:
    citations, open_ends = resolve(mentions(text, NAMES, "GA", set()), NAMES, ())
    start = text.index(words)
    links = [(Span(start, start + len(words)), target)]
    found, still = fill(citations, open_ends, links, text, NAMES)
    assert [each.target for each in found] == expected
    assert bool(still) == (bool(open_ends) and not expected)
