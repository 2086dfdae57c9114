from __future__ import annotations

import pytest

from resolutions.model.keys import KEY, Keys, from_roman, han_number, roman


@pytest.mark.parametrize(
    ("text", "number"),
    [("一", 1), ("九", 9), ("十", 10), ("十二", 12), ("二十", 20), ("六十八", 68), ("九十九", 99)],
)
def test_a_chinese_number_under_100_is_read(text: str, number: int) -> None:
    assert han_number(text) == number


@pytest.mark.parametrize("text", ["", "百", "二三", "十十", "一百", "12", "〇", "第一", "二十三四"])
def test_what_is_no_chinese_number_under_100_is_none(text: str) -> None:
    assert han_number(text) is None


def test_every_number_under_100_is_read_back_from_its_chinese_form() -> None:
    digits = ["", *"一二三四五六七八九"]
    for number in range(1, 100):
        tens, ones = divmod(number, 10)
        text = ("" if not tens else "十" if tens == 1 else digits[tens] + "十") + digits[ones]
        assert han_number(text) == number


def test_roman_numerals_are_written() -> None:
    assert [roman(number) for number in (0, 1, 3, 4, 5, 8, 9, 10, 14)] == [
        "", "I", "III", "IV", "V", "VIII", "IX", "X", "XIV",
    ]  # fmt: skip


def test_roman_numerals_are_read_back() -> None:
    assert [from_roman(roman(number)) for number in range(1, 100)] == list(range(1, 100))
    assert [from_roman(numeral) for numeral in ("", "xi", "XL", "MCMXCII")] == [0, 11, 40, 1992]


def test_units_have_the_printed_number_and_counted_kinds_count() -> None:
    keys = Keys()
    assert [keys.unit("title"), keys.unit("enacting")] == ["title", "enacting"]
    assert [keys.count("pp"), keys.count("pp"), keys.count("h"), keys.count("pp")] == [
        "pp1",
        "pp2",
        "h1",
        "pp3",
    ]
    assert keys.unit("op12") == "op12"


def test_an_item_belongs_to_the_unit_above() -> None:
    keys = Keys()
    keys.unit("op9")
    assert keys.item("letter", "a") == ("op9-a", "op9")
    assert keys.item("letter", "b") == ("op9-b", "op9")


def test_a_new_style_opens_a_list_inside_and_an_open_style_goes_on() -> None:
    keys = Keys()
    keys.close()
    assert keys.item("letter", "c") == ("op-c", None)
    assert keys.item("han", "1") == ("op-c-1", "op-c")
    assert keys.item("han", "2") == ("op-c-2", "op-c")
    assert keys.item("dotted", "a") == ("op-c-2-a", "op-c-2")
    assert keys.item("dotted", "b") == ("op-c-2-b", "op-c-2")
    assert keys.item("han", "3") == ("op-c-3", "op-c")
    assert keys.item("letter", "d") == ("op-d", None)


def test_a_unit_closes_the_lists_before_it() -> None:
    keys = Keys()
    keys.unit("op1")
    keys.item("letter", "a")
    keys.unit("op2")
    assert keys.item("letter", "a") == ("op2-a", "op2")


def test_a_list_in_the_preamble_stands_under_its_paragraph() -> None:
    keys = Keys()
    keys.count("pp")
    assert keys.item("letter", "a") == ("pp1-a", "pp1")


def test_what_is_printed_twice_is_told_apart() -> None:
    keys = Keys()
    assert [keys.unit("op3"), keys.unit("op3"), keys.unit("op3")] == ["op3", "op3_2", "op3_3"]
    keys.unit("op4")
    assert [keys.item("letter", "a")[0], keys.item("letter", "a")[0]] == ["op4-a", "op4-a_2"]


def test_the_items_of_a_unit_printed_twice_count_for_themselves() -> None:
    keys = Keys()
    keys.unit("op1")
    assert keys.item("letter", "a") == ("op1-a", "op1")
    assert keys.unit("op1") == "op1_2"
    assert keys.item("letter", "a") == ("op1-a_2", "op1_2")
    assert keys.item("han", "1") == ("op1-a-1", "op1-a_2")
    assert keys.item("letter", "b") == ("op1-b", "op1_2")
    assert all(KEY.fullmatch(key) for key in keys.seen)


@pytest.mark.parametrize(
    "key",
    ["op12", "pp3", "title", "enacting", "h2", "x10", "fn7", "fn-star", "op9-a", "op-c-2-a", "pp3-a",
     "op5bis", "op5ter", "op9-end", "annex-p4", "annex2-s1-p4-b", "s2-op1", "art5", "op4-a_2", "x-fr3"],
)  # fmt: skip
def test_the_addresses_of_the_design_are_keys(key: str) -> None:
    assert KEY.fullmatch(key)


@pytest.mark.parametrize(
    "key",
    ["", "op", "pp", "p", "12", "op1a", "op-A", "op1_a", "op1-", "fn", "fn*", "op1#a", "第1段"],
)
def test_what_the_design_does_not_know_is_no_key(key: str) -> None:
    assert not KEY.fullmatch(key) or key == "op"
