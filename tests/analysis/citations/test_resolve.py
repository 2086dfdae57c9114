"""What short titles and names of organs mean."""

from __future__ import annotations

from cited import citations, open_ends, targets
from conftest import HEAD


def test_a_small_number_without_an_organ_is_left_open_unless_the_commission_speaks() -> None:
    assert targets("其第 5/1 号决议") == [("5/1", None)]
    assert targets("其第 5/1 号决议", body="CCPCJ") == [("5/1", "CCPCJ/RES/5/1")]
    assert open_ends(HEAD + "1. 回顾第 5/1 号决议。") == [("op1", "5/1", "organ")]


def test_a_short_title_means_the_one_instrument_named_before_it() -> None:
    found = citations(HEAD + "1. 加入《联合国反腐败公约》，执行《公约》。\n\n2. 执行《公约》。")
    assert [each.target for each in found["op1"]] == ["UNCAC", "UNCAC"]
    assert [each.target for each in found["op2"]] == ["UNCAC"]


def test_a_short_title_that_could_mean_two_instruments_is_left_open() -> None:
    text = (
        HEAD
        + "1. 加入《联合国反腐败公约》和《联合国打击跨国有组织犯罪公约》；\n\n2. 执行《公约》。"
    )
    assert "op2" not in citations(text)
    assert open_ends(text) == [("op2", "《公约》", "short-title")]


def test_a_short_title_with_nothing_before_it_is_left_open() -> None:
    assert open_ends(HEAD + "1. 执行《公约》。") == [("op1", "《公约》", "short-title")]


def test_protocols_are_cited_only_after_their_treaty() -> None:
    after = citations(HEAD + "1. 《联合国打击跨国有组织犯罪公约》及其各项议定书。")
    assert [each.target for each in after["op1"]] == ["UNTOC", "UNTOC-PROTOCOLS"]
    assert "op1" not in citations(HEAD + "1. 有关公约及其各项议定书。")
    other = citations(HEAD + "1. 《联合国反腐败公约》及其各项议定书。")
    assert [each.target for each in other["op1"]] == ["UNCAC"]


def test_a_name_that_cites_nothing_still_tells_which_convention_is_meant() -> None:
    cop, uncac = (
        "《联合国打击跨国有组织犯罪公约》",
        "促请联合国反腐败公约缔约国根据《公约》采取措施",
    )
    found = citations(f"{HEAD}1. 重申{cop}；\n\n2. {uncac}。")
    assert [each.target for each in found["op2"]] == ["UNCAC"]
    in_doubt = f"{HEAD}1. 重申{cop}，{uncac}。"
    assert [each.target for each in citations(in_doubt)["op1"]] == ["UNTOC"]
    assert open_ends(in_doubt) == [("op1", "《公约》", "short-title")]
