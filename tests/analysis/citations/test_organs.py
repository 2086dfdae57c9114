"""Whose a number is."""

from __future__ import annotations

import pytest
from conftest import NAMES

from resolutions.analysis.citations.organs import symbol_of


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


@pytest.mark.parametrize(
    ("number", "before", "year", "expected"),
    [
        # the Assembly's 32nd session met in 1977, the Council's in 2016
        ("32/13", "人权理事会2012年7月5日的决议，", 2016, "A/HRC/RES/32/13"),
        ("32/13", "人权理事会2012年7月5日的决议，", 1977, "A/RES/32/13"),
        ("32/13", "人权理事会2012年7月5日的决议，", 1999, None),
        ("32/13", "秘书长", 2016, None),  # nobody named the Council
        ("56/121", "大会", 2011, "A/RES/56/121"),  # nor another: a misprint
        ("43/34", "人权理事会", 2020, "A/HRC/RES/43/34"),
        ("43/34", "人权理事会", 1999, "A/HRC/RES/43/34"),  # its clause names it: a misprint
        ("43/34", "人权理事会设立，", None, None),
        ("S-30/1", "大会回顾人权理事会的决议，", 2021, "A/HRC/RES/S-30/1"),
        ("S-30/1", "大会", 2016, "A/RES/S-30/1"),
        ("34/24", "委员会，", None, None),  # of which organ the Assembly does not say
        ("77/1", "大会", 2022, "A/RES/77/1"),
    ],
)
def test_the_year_printed_with_a_number_settles_whose_session_it_is(
    number: str, before: str, year: int | None, expected: str | None
) -> None:
    assert symbol_of(number, "决议", before, "GA", NAMES, year) == expected
