from __future__ import annotations

import pytest
from conftest import UNTOC

from resolutions.corpus.cited_lists import cited_parts, in_order
from resolutions.model.library import Place

PLACES = tuple(Place(f"a-res-90-{number}", "op1") for number in range(5))


def test_symbols_stand_by_their_figures() -> None:
    assert sorted(["A/RES/64/243", "UNTOC", "A/RES/64/71"], key=in_order) == [
        "A/RES/64/71",
        "A/RES/64/243",
        "UNTOC",
    ]


def test_a_list_that_fits_on_a_page_is_not_cut() -> None:
    assert cited_parts({"A/RES/88/5": PLACES, "UNTOC": PLACES}, {"UNTOC": UNTOC}) == {}


def test_sessions_share_a_page_newest_first_until_it_is_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("resolutions.corpus.cited_lists.LONGEST", 3_500)  # three entries
    cited = ["90/1", "90/2", "89/1", "88/1", "88/2", "87/1", "87/2", "87/3", "87/4", "86/1"]
    parts = cited_parts({f"A/RES/{each}": PLACES for each in cited}, {})
    assert {each: parts.get(f"A/RES/{each}", "") for each in cited} == {
        **dict.fromkeys(["90/1", "90/2", "89/1"], ""),
        **dict.fromkeys(["88/1", "88/2"], "88"),
        **dict.fromkeys(["87/1", "87/2", "87/3"], "87"),
        **dict.fromkeys(["87/4", "86/1"], "87-2"),
    }


def test_a_text_cited_by_very_many_names_but_the_newest_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("resolutions.corpus.cited_lists.LONGEST", 20_000)
    many = tuple(Place(f"a-res-90-{number}", "op1") for number in range(10_000))
    assert cited_parts({"A/RES/88/5": many, "A/RES/87/5": PLACES}, {}) == {}
