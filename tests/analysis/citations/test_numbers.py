"""Numbers of resolutions, alone and in lists."""

from __future__ import annotations

import pytest
from cited import targets
from conftest import NAMES

from resolutions.analysis.citations.find import mentions


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
        ("S-20/4 A-C号决议", ["A/RES/S-20/4A", "A/RES/S-20/4B", "A/RES/S-20/4C"]),
        ("1998年12月4日第53/77 AA号决议", ["A/RES/53/77AA"]),
        ("2004年12月20日第59/156号、题为“防止贩运”的2018年12月17日第73/189号决议", ["A/RES/59/156", "A/RES/73/189"]),
        ("第52/15号、宣布2000年为国际年的第53/25号决议", ["A/RES/52/15", "A/RES/53/25"]),
        ("第67/253号、  2014年4月9日第68/264号 决议", ["A/RES/67/253", "A/RES/68/264"]),
        ("人权理事会2016年7月1日第32/13号、2017年3月23日第34/7号决议", ["A/HRC/RES/32/13", "A/HRC/RES/34/7"]),
    ],
)  # fmt: skip
def test_a_number_and_its_organ_say_which_resolution_is_meant(
    text: str, expected: list[str]
) -> None:
    assert [target for _, target in targets(text)] == expected


def test_a_number_without_a_date_is_not_the_assemblys_where_the_council_stands_behind_it() -> None:
    text = "根据第40/20号决议向人权理事会提交的报告；"
    assert [target for _, target in targets(text)] == [None]
    assert [target for _, target in targets("根据第40/20号决议，请人权理事会审议")] == [
        "A/RES/40/20"
    ]
    assert [target for _, target in targets("根据大会第40/20号决议向人权理事会提交")] == [
        "A/RES/40/20"
    ]


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


def test_a_letter_after_the_number_is_the_symbols_and_one_after_the_word_is_a_section() -> None:
    (found,) = mentions("第 52/214 号决议 B 节", NAMES, "GA", set())
    assert (found.target, found.section) == ("A/RES/52/214", "B")
    (found,) = mentions("第 52/214 B 号决议", NAMES, "GA", set())
    assert (found.target, found.section) == ("A/RES/52/214B", None)


def test_a_paragraph_after_a_resolution_is_part_of_the_citation() -> None:
    (found,) = mentions("第 2010/19 号决议第 12 段", NAMES, "GA", set())
    assert (found.target, found.paragraph) == ("E/RES/2010/19", "op12")


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
