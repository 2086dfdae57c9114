from __future__ import annotations

from typing import Any

import pytest
from conftest import HEAD, NAMES, document_of

from resolutions.analysis.cite import cite, mentions, symbol_of
from resolutions.model.findings import Citation


def targets(
    text: str, body: Any = "GA", keys: set[str] | None = None
) -> list[tuple[str, str | None]]:
    return [
        (text[each.span.start : each.span.end], each.target)
        for each in mentions(text, NAMES, body, keys or set())
    ]


def citations(text: str, **header: Any) -> dict[str, list[Citation]]:
    own, _, _ = cite(document_of(text, **header), NAMES)
    return {key: list(found) for key, found in own.items() if found}


def open_ends(text: str, **header: Any) -> list[tuple[str, str, str]]:
    return [
        (each.key, each.text, each.reason) for each in cite(document_of(text, **header), NAMES)[2]
    ]


def test_a_corrigendum_named_without_its_symbol_is_a_second_document() -> None:
    assert targets("(E/2013/30 和 Corr.1)，第一章") == [
        ("E/2013/30", "E/2013/30"),
        ("Corr.1", "E/2013/30/Corr.1"),
    ]
    three = "见E/2007/30/Rev.1号文件、Add.1和Add.2/Corr.1"
    assert [target for _, target in targets(three)] == [
        "E/2007/30/Rev.1",
        "E/2007/30/Rev.1/Add.1",
        "E/2007/30/Rev.1/Add.2/Corr.1",
    ]
    assert targets("E/2013/30，更正见Corr.1") == [("E/2013/30", "E/2013/30")]
    assert targets("E/2013/30和Corr.1-3") == [("E/2013/30", "E/2013/30")]  # a range names no one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第64/293号决议", ["A/RES/64/293"]),
        ("第 64/293 号决议", ["A/RES/64/293"]),
        ("第57/270 B号决议", ["A/RES/57/270B"]),
        ("S-30/1号决议", ["A/RES/S-30/1"]),
        ("大会第 415 (V)号决议", ["A/RES/415(V)"]),
        ("第 2012/12 号决议", ["E/RES/2012/12"]),
        ("第 2009/251 号决定", ["E/DEC/2009/251"]),
        ("经济及社会理事会第 155 C (VII)号决议", ["E/RES/155C(VII)"]),
        ("安全理事会第1373(2001)号决议", ["S/RES/1373(2001)"]),
        ("第67/189号、第67/190号和第67/192号决议", ["A/RES/67/189", "A/RES/67/190", "A/RES/67/192"]),
        ("第 69/193 和 69/196 号决议", ["A/RES/69/193", "A/RES/69/196"]),
        ("第67/186号和2015年12月17日第70/176号决议", ["A/RES/67/186", "A/RES/70/176"]),
        ("第 62/272、64/297 和 66/282 号决议", ["A/RES/62/272", "A/RES/64/297", "A/RES/66/282"]),
        ("缔约方会议第5/7号决议", ["CTOC/COP/RES/5/7"]),
        ("预防犯罪和刑事司法委员会第 18/3 号决议", ["CCPCJ/RES/18/3"]),
        ("委员会第 17/2 号决定", ["CCPCJ/DEC/17/2"]),
    ],
)  # fmt: skip
def test_a_number_and_its_organ_say_which_resolution_is_meant(
    text: str, expected: list[str]
) -> None:
    assert [target for _, target in targets(text)] == expected


def test_each_number_of_a_list_is_marked_where_it_stands() -> None:
    assert [words for words, _ in targets("第 69/193 和 69/196 号决议")] == ["69/193", "69/196"]


@pytest.mark.parametrize(
    "text",
    [
        "第69/19569/199号决议",
        "已达 187 个",
        "第 30 条第 2 款",
        "2013年12月18日",
        "第 67/1 号文件",
        "9/10",
    ],
)
def test_what_is_no_number_of_a_resolution_cites_nothing(text: str) -> None:
    assert targets(text) == []


def test_a_small_number_without_an_organ_is_left_open_unless_the_commission_speaks() -> None:
    assert targets("其第 5/1 号决议") == [("5/1", None)]
    assert targets("其第 5/1 号决议", body="CCPCJ") == [("5/1", "CCPCJ/RES/5/1")]
    assert open_ends(HEAD + "1. 回顾第 5/1 号决议。") == [("op1", "5/1", "organ")]


def test_the_nearest_organ_before_a_number_decides() -> None:
    before = "委员会回顾缔约方会议"
    assert symbol_of("5/1", "决议", before, "GA", NAMES) == "CTOC/COP/RES/5/1"
    assert (
        symbol_of("5/1", "决议", "缔约方会议回顾预防犯罪和刑事司法委员会", "GA", NAMES)
        == "CCPCJ/RES/5/1"
    )
    assert symbol_of("65/1", "决议", before, "GA", NAMES) == "A/RES/65/1"


@pytest.mark.parametrize("organ", ["麻醉药品委员会", "妇女地位委员会"])
def test_the_number_of_an_organ_we_do_not_read_cites_nothing(organ: str) -> None:
    entitled = "2022年3月18日题为“打击贩运，保护儿童”的"
    assert symbol_of("65/2", "决议", organ, "GA", NAMES) is None
    assert symbol_of("65/2", "决议", f"大会注意到{organ}{entitled}", "GA", NAMES) is None
    assert symbol_of("55/1", "决议", organ, "CCPCJ", NAMES) is None
    assert symbol_of("65/2", "决议", f"{organ}的声明，以及其", "GA", NAMES) == "A/RES/65/2"
    assert symbol_of("65/2", "决议", f"其题为“{organ}”的", "GA", NAMES) == "A/RES/65/2"
    assert symbol_of("2009/251", "决定", organ, "GA", NAMES) == "E/DEC/2009/251"


def test_a_letter_after_the_number_is_the_symbols_and_one_after_the_word_is_a_section() -> None:
    (found,) = mentions("第 52/214 号决议 B 节", NAMES, "GA", set())
    assert (found.target, found.section) == ("A/RES/52/214", "B")
    (found,) = mentions("第 52/214 B 号决议", NAMES, "GA", set())
    assert (found.target, found.section) == ("A/RES/52/214B", None)


def test_a_paragraph_after_a_resolution_is_part_of_the_citation() -> None:
    (found,) = mentions("第 2010/19 号决议第 12 段", NAMES, "GA", set())
    assert (found.target, found.paragraph) == ("E/RES/2010/19", "op12")


def test_an_instrument_is_cited_by_its_name_in_title_marks() -> None:
    assert targets("《联合国反腐败公约》") == [("《联合国反腐败公约》", "UNCAC")]
    assert targets("《联合国 反腐败公约》") == [("《联合国 反腐败公约》", "UNCAC")]
    assert targets("联合国反腐败公约") == [("联合国反腐败公约", None)]  # which cites nothing


def test_a_bare_name_is_cited_without_title_marks_where_the_data_says_so() -> None:
    assert targets("联合国宪章的宗旨") == [("联合国宪章", "CHARTER")]


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


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("见 A/CONF.213/18，第一章", "A/CONF.213/18"),
        ("E/CN.15/2011/15。", "E/CN.15/2011/15"),
        ("JIU/REP/2010/10。", "JIU/REP/2010/10"),
        ("(E/2009/28)，第一章", "E/2009/28"),
        ("E/CN.7/2011/9-E/CN.15/2011/9。", "E/CN.7/2011/9-E/CN.15/2011/9"),
    ],
)
def test_a_document_is_cited_by_its_symbol_as_printed(text: str, symbol: str) -> None:
    assert targets(text) == [(symbol, symbol)]


def test_a_note_of_the_treaty_series_cites_the_treaty_of_its_volume_and_number() -> None:
    text = (
        HEAD
        + "1. 请甲¹和乙。²\n\n¹ 联合国，《条约汇编》，第 2349 卷，第 42146 号。\n\n² 同上，第 2225、2237 卷，第 39574 号。"
    )
    _, notes, _ = cite(document_of(text), NAMES)
    assert [[each.target for each in notes[key]] for key in ("fn1", "fn2")] == [
        ["UNCAC"],
        ["UNTOC"],
    ]


def test_a_volume_outside_the_treaty_series_cites_nothing() -> None:
    assert targets("第 2349 卷，第 42146 号") == []


def test_paragraph_above_is_an_internal_citation_if_it_exists() -> None:
    assert [each.paragraph for each in mentions("上文第 45 段", NAMES, "GA", {"op45"})] == ["op45"]
    assert targets("上文第 45 段", keys={"op45"}) == [("上文第 45 段", "")]
    assert targets("上文第 45 段", keys={"op44"}) == []


def test_items_above_are_internal_citations() -> None:
    keys = {"op-a", "op-c-1", "op-c-2"}
    assert [each.paragraph for each in mentions("上述(c)(一)和(二)段", NAMES, "GA", keys)] == [
        "op-c-1",
        "op-c-2",
    ]
    assert [each.paragraph for each in mentions("上文(a)段", NAMES, "GA", keys)] == ["op-a"]


def test_only_the_first_mention_in_a_paragraph_counts_as_first() -> None:
    found = citations(
        HEAD + "1. 《联合国反腐败公约》和《联合国反腐败公约》；\n\n2. 《联合国反腐败公约》。"
    )
    assert [each.first for each in found["op1"]] == [True, False]
    assert [each.first for each in found["op2"]] == [True]


def test_an_open_mention_tells_its_file_and_line() -> None:
    (each,) = cite(document_of(HEAD + "1. 执行《公约》。"), NAMES)[2]
    assert (each.file, each.line, each.slug) == ("data/texts/t.zh.txt", 5, "a-res-90-1")


def test_a_mention_inside_another_is_no_second_citation() -> None:
    assert targets("S/RES/1373(2001)号决议") == [("S/RES/1373(2001)", "S/RES/1373(2001)")]


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


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        # emergency special sessions, old numbers, the first of all
        ("重申其第ES-10/15号和第ES-10/17号决议，", ["A/RES/ES-10/15", "A/RES/ES-10/17"]),
        ("重申其第217 A (III)号决议，", ["A/RES/217A(III)"]),
        ("回顾其1960年12月14日第1514 (XV)号决议，", ["A/RES/1514(XV)"]),
        ("重申大会第3201(S-VI)和3202(S VI)号决议，", ["A/RES/3201(S-VI)", "A/RES/3202(S-VI)"]),
        ("秉承大会第一㈠号决议的精神，", ["A/RES/1(I)"]),
        ("回顾拉丁美洲和加勒比经济委员会第574(XXVII)号决议，", []),
        # letters: each of A and B, all from A to C
        ("重申第59/113 A和B号决议，", ["A/RES/59/113A", "A/RES/59/113B"]),
        (
            "以及第74/264 A至C和74/265号决议，",
            [*(f"A/RES/74/264{x}" for x in "ABC"), "A/RES/74/265"],
        ),
        # what a resolution is about stands between numbers, or before the word
        (
            "回顾其第62/214号、2016年6月17日关于共有问题的第70/286号决议，",
            ["A/RES/62/214", "A/RES/70/286"],
        ),
        (
            "回顾其第71/19号和2018年11月26日第73/11号关于合作的决议，",
            ["A/RES/71/19", "A/RES/73/11"],
        ),
        # organs: conferences, the Human Rights Council, and a council only talked about
        ("重申《联合国反腐败公约》缔约国会议第10/6号决议，", ["UNCAC", "CAC/COSP/RES/10/6"]),
        ("重申联合国打击跨国有组织犯罪公约缔约方会议第10/6号决议，", ["CTOC/COP/RES/10/6"]),
        ("回顾人权理事会2014年6月27日第26/20号决议，", ["A/HRC/RES/26/20"]),
        ("根据人权理事会第S-21/1号决议，", ["A/HRC/RES/S-21/1"]),
        ("回顾其关于设立人权理事会的第60/251号决议，", ["A/RES/60/251"]),
    ],
)
def test_numbers_are_read_as_the_un_prints_them(text: str, targets: list[str]) -> None:
    found = [each.target for each in mentions(text, NAMES, "GA", set()) if each.target]
    assert found == targets
