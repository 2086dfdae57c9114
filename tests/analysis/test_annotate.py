from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from conftest import HEAD, catalogue_of, document_of

from resolutions.analysis.annotate import annotate, check_places
from resolutions.model.catalogue import Erratum
from resolutions.model.document import Document
from resolutions.model.instruments import Held, Relation
from resolutions.model.problems import Report
from resolutions.model.rules import Override

TEXT = HEAD + "1. 请会员国的的能力，和 2008 年的的能力；¹\n\n2. 请甲。\n\n¹ 见第 12 号。"


def erratum(**fields: Any) -> Erratum:
    values: dict[str, Any] = {
        "source": "t.zh.txt",
        "line": 5,
        "within": "会员国的的能力",
        "found": "的的",
        "suggested": "的",
        "kind": "doubled",
        "certainty": "certain",
        "reason": {"zh": "衍"},
    }
    return Erratum(**{**values, **fields})


def placed(*errata: Erratum) -> tuple[list[tuple[str, str, str]], Report]:
    document, report = document_of(TEXT), Report()
    flaws = annotate([document], [(each, 10 + n) for n, each in enumerate(errata)], report)
    return [
        (slug, key, _words(document, key, *flaw.span))
        for (slug, key), found in flaws.items()
        for flaw in found
    ], report


def _words(document: Document, key: str, start: int, end: int) -> str:
    texts = {p.key: p.text for p in document.paragraphs} | {
        n.key: n.text or "" for n in document.footnotes
    }
    return f"{start}:{texts[key][start:end]}"


def test_an_erratum_stands_on_the_words_it_means() -> None:
    assert placed(erratum())[0] == [("a-res-90-1", "op1", "4:的的")]
    assert placed(erratum(within="年的的"))[0] == [("a-res-90-1", "op1", "17:的的")]


def test_an_editor_need_not_count_the_blanks() -> None:
    assert placed(erratum(within="2008年", found="2008年"))[0] == [
        ("a-res-90-1", "op1", "11:2008 年")
    ]


def test_an_erratum_in_a_note_stands_in_the_note() -> None:
    found, report = placed(
        erratum(line=9, place="note", within="第12号", found="12", kind="number")
    )
    assert found == [("a-res-90-1", "fn1", "3:12")]
    assert report.problems == []


def test_several_errata_of_a_paragraph_come_in_the_order_of_the_text() -> None:
    found, _ = placed(erratum(within="年的的"), erratum())
    assert [words for _, _, words in found] == ["4:的的", "17:的的"]


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ({"within": "没有的字"}, 0),
        ({"line": 7}, 0),
        ({"within": "的的能力"}, 0),
        ({"within": "会员国的的能力", "found": "没有"}, 0),
        ({"place": "note"}, 0),
    ],
)
def test_an_erratum_that_fits_no_one_place_is_an_error_at_its_line(
    fields: dict[str, Any], places: int
) -> None:
    found, report = placed(erratum(**fields))
    assert found == []
    (problem,) = report.problems
    assert (problem.file, problem.line, problem.code) == ("data/errata.yml", 10, "erratum-unplaced")
    assert f"fits {places} places of t.zh.txt:{fields.get('line', 5)}" in problem.message


def test_the_wording_of_the_source_is_never_changed() -> None:
    document = document_of(TEXT)
    before = [paragraph.text for paragraph in document.paragraphs]
    annotate([document], [(erratum(), 1)], Report())
    assert [paragraph.text for paragraph in document.paragraphs] == before


OVERRIDE = Override(
    place="a-res-90-1#op2", theme="x", strength="none", reason="side", date="2035-12-03"
)


def step(slug: str | None) -> Relation:
    return Relation(
        relation="adopted-as", symbol="A/RES/90/1", slug=slug, certainty="likely", evidence={}
    )


HELD = {"a-res-90-1": {each.key for each in document_of(TEXT).paragraphs}}, {"t.zh.txt"}


@pytest.mark.parametrize(
    ("fields", "file", "line", "code", "words"),
    [
        ({"errata": ((erratum(source="u.zh.txt"), 7),)}, "errata", 7, "unknown-text", "'u.zh.txt'"),
        ({"overrides": ((replace(OVERRIDE, place="a-res-90-1#op9"), 9),)}, "overrides", 9, "unknown-place", "'a-res-90-1#op9'"),
        ({"overrides": ((replace(OVERRIDE, place="a-res-90-1"), 4),)}, "overrides", 4, "unknown-place", "'a-res-90-1'"),
        ({"held": {"x": Held(slug="x")}}, "held", 1, "unknown-place", "`x`"),
        ({"held": {"a": Held(slug="a-res-90-1", lineage=(step("y"),))}}, "held", 1, "unknown-place", "`y`"),
    ],
)  # fmt: skip
def test_what_the_data_says_of_a_text_that_is_not_there_is_an_error(
    fields: dict[str, Any], file: str, line: int, code: str, words: str
) -> None:
    report = Report()
    check_places(catalogue_of(**fields), *HELD, report)
    (problem,) = report.problems
    assert (problem.severity, problem.file, problem.line) == ("error", f"data/{file}.yml", line)
    assert (problem.code, words in problem.message) == (code, True)


def test_what_the_data_says_of_texts_that_are_there_is_no_problem() -> None:
    report = Report()
    held = {"a": Held(slug="a-res-90-1", lineage=(step(None), step("a-res-90-1")))}
    catalogue = catalogue_of(errata=((erratum(), 1),), overrides=((OVERRIDE, 1),), held=held)
    check_places(catalogue, *HELD, report)
    assert report.problems == []
