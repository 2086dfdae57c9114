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
