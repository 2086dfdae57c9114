"""The citations of a whole document."""

from __future__ import annotations

from cited import citations
from conftest import HEAD, NAMES, document_of

from resolutions.analysis.citations.cite import cite


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


def test_only_the_first_mention_in_a_paragraph_counts_as_first() -> None:
    found = citations(
        HEAD + "1. 《联合国反腐败公约》和《联合国反腐败公约》；\n\n2. 《联合国反腐败公约》。"
    )
    assert [each.first for each in found["op1"]] == [True, False]
    assert [each.first for each in found["op2"]] == [True]


def test_an_open_mention_tells_its_file_and_line() -> None:
    (each,) = cite(document_of(HEAD + "1. 执行《公约》。"), NAMES)[2]
    assert (each.file, each.line, each.slug) == ("data/texts/t.zh.txt", 5, "a-res-90-1")
