"""Patterns of `data/printed.yml` that readers ask for by name."""

from __future__ import annotations

import re

import pytest

from resolutions.readers.dates import day_in
from resolutions.readers.printed.forms import (
    edition_shape,
    edition_shapes,
    month_names,
    shape,
    table,
)


def test_every_pattern_is_good_and_every_name_in_it_is_there() -> None:
    for name in table().shapes:
        assert isinstance(shape(name), re.Pattern)
    for name in table().edition:
        assert "{" not in re.sub(r"\{\d+(,\d*)?\}", "", edition_shape(name).pattern)


def test_a_group_of_patterns_keeps_its_order_and_loses_its_name() -> None:
    assert [name for name, _ in edition_shapes("closing")] == ["date", "meeting"]
    assert next(iter(edition_shapes("masthead")))[0] == "session"


@pytest.mark.parametrize(
    ("word", "month"), [("mars", 3), ("ديسمبر", 12), ("يونيو", 6), ("июля", 7), ("setiembre", 9)]
)
def test_a_month_is_known_in_every_language(word: str, month: int) -> None:
    assert month_names()[word] == month


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("adopted on 31 December 2020", "2020-12-31"), ("2020 年 2 月 3 日", "2020-02-03"),
        ("1er mars 2021", "2021-03-01"), ("3 de marzo de 2021", "2021-03-03"),
        ("31 كانون الأول/ديسمبر 2020", "2020-12-31"), ("30 February 2020", None),
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_language(line: str, day: str | None) -> None:
    assert day_in(line) == day


@pytest.mark.parametrize(
    "line",
    ["Please recycle", "请回收", "Merci de recycler", "Por favor, recicle", "يرجى إعادة التدوير",
     "Просьба отправить на вторичную переработку"],
)  # fmt: skip
def test_the_line_about_waste_paper_is_known_in_six_languages(line: str) -> None:
    assert shape("recycle").fullmatch(line)
