"""Names, documents and paragraphs above, where they stand in a text."""

from __future__ import annotations

import pytest
from cited import targets
from conftest import NAMES

from resolutions.analysis.citations.find import mentions


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


def test_an_instrument_is_cited_by_its_name_in_title_marks() -> None:
    assert targets("《联合国反腐败公约》") == [("《联合国反腐败公约》", "UNCAC")]
    assert targets("《联合国 反腐败公约》") == [("《联合国 反腐败公约》", "UNCAC")]
    assert targets("联合国反腐败公约") == [("联合国反腐败公约", None)]  # which cites nothing


def test_a_bare_name_is_cited_without_title_marks_where_the_data_says_so() -> None:
    assert targets("联合国宪章的宗旨") == [("联合国宪章", "CHARTER")]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("见 A/CONF.213/18，第一章", "A/CONF.213/18"),
        ("E/CN.15/2011/15。", "E/CN.15/2011/15"),
        ("JIU/REP/2010/10。", "JIU/REP/2010/10"),
        ("(E/2009/28)，第一章", "E/2009/28"),
        ("见A/ES-10/794。", "A/ES-10/794"),
        ("SPLOS/30/10/Add.1，附件", "SPLOS/30/10/Add.1"),
        ("ICCD/COP(14)/23/Add.1。", "ICCD/COP(14)/23/Add.1"),
        ("UNEP/OzL.Pro.28/12，附件一", "UNEP/OzL.Pro.28/12"),
        ("E/CN.7/2011/9-E/CN.15/2011/9。", "E/CN.7/2011/9-E/CN.15/2011/9"),
    ],
)
def test_a_document_is_cited_by_its_symbol_as_printed(text: str, symbol: str) -> None:
    assert targets(text) == [(symbol, symbol)]


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


def test_a_mention_inside_another_is_no_second_citation() -> None:
    assert targets("S/RES/1373(2001)号决议") == [("S/RES/1373(2001)", "S/RES/1373(2001)")]
