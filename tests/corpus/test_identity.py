from __future__ import annotations

import json
from pathlib import Path

import pytest
from akn_texts import akn, numbered, statement
from conftest import SHARED

from resolutions.corpus.candidate import Refused
from resolutions.corpus.extracts import Extract, extracts_of
from resolutions.corpus.identity import identify
from resolutions.model.document import Document
from resolutions.model.problems import Report
from resolutions.readers.akn.reader import read_akn
from resolutions.readers.table import READERS, kind_of

CHINESE = "回顾其关于预防犯罪和刑事司法的各项决议以及联合国有关机构的工作，"
FRENCH = "Rappelant ses résolutions sur la prévention du crime et les travaux des organes, "


def of(language: str, body: str = "Asks.", symbol: str = "A/RES/90/1", **parts: str) -> str:
    """A resolution; its number stands on the cover page, in the address and before the title."""
    number = symbol.removeprefix("A/RES/")
    cover = parts.pop("printed", symbol)
    written = akn(statement(body=numbered("1.", body), language=language, symbol=cover, **parts))
    return written.replace("/90-1/", f"/{number.replace('/', '-')}/").replace("90/1.", f"{number}.")


def settled(
    folder: Path, files: dict[str, str], own: str = "", extracts: dict[str, Extract] | None = None
) -> tuple[list[Document], list[Refused], Report]:
    parsed, report = [], Report()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        parsed += read_akn(path, name, report)
    found, refused = identify(parsed, frozenset([own]), extracts or {}, report)
    return [document for each in found for document in each.documents], refused, report


def told(report: Report) -> list[tuple[str, str, str]]:
    return [(p.file, p.severity, p.code) for p in report.problems]


def test_no_text_stands_under_the_symbol_of_a_cover_page_that_was_copied(tmp_path: Path) -> None:
    files = {
        "English/90_1_E.xml": of("eng"),
        "English/90_2_E.xml": of("eng", symbol="A/RES/90/2", printed="A/RES/90/1"),
    }
    documents, refused, report = settled(tmp_path, files)
    assert [each.symbol for each in documents] == ["A/RES/90/1", "A/RES/90/2"]
    assert refused == []
    assert told(report) == [("English/90_2_E.xml", "warning", "doubtful-symbol")]


def test_a_file_that_says_two_things_as_often_is_refused_by_itself(tmp_path: Path) -> None:
    preface = "<preface><p><docNumber>90/2.</docNumber> <docTitle>{title}</docTitle></p></preface>"
    content = akn(statement(body=numbered("1.", "Asks."), symbol="A/RES/90/2", preface=preface))
    documents, refused, report = settled(tmp_path, {"A-RES-90-1.en.xml": content})
    assert documents == []
    assert [each.code for each in refused] == ["unclear-symbol"]
    assert told(report) == [("A-RES-90-1.en.xml", "refused", "unclear-symbol")]


def test_another_language_with_the_same_draft_settles_what_is_close(tmp_path: Path) -> None:
    preface = "<preface><p><docNumber>90/2.</docNumber> <docTitle>{title}</docTitle></p></preface>"
    torn = akn(statement(body=numbered("1.", "Asks."), symbol="A/RES/90/2", preface=preface))
    files = {"A-RES-90-1.en.xml": torn, "A-RES-90-1.fr.xml": of("fra", FRENCH * 4)}
    documents, _, report = settled(tmp_path, files)
    assert [(each.symbol, each.language) for each in documents] == [
        ("A/RES/90/1", "en"),
        ("A/RES/90/1", "fr"),
    ]
    assert ("A-RES-90-1.en.xml", "warning", "doubtful-symbol") in told(report)


def test_a_file_among_the_texts_of_another_language_is_refused_and_that_one_is_missed(
    tmp_path: Path,
) -> None:
    chinese = of("zho", CHINESE)
    files = {"Arabic/90_1_C.xml": chinese, "Chinese/90_1_C.xml": chinese}
    documents, refused, report = settled(tmp_path, files)
    assert [(each.language, each.source.file) for each in documents] == [
        ("zh", "Chinese/90_1_C.xml")
    ]
    assert refused == [Refused("A/RES/90/1", "ar", "other-language", "Arabic/90_1_C.xml")]
    assert ("Arabic/90_1_C.xml", "refused", "other-language") in told(report)


def test_of_two_texts_that_differ_the_one_whose_evidence_agrees_is_held(tmp_path: Path) -> None:
    files = {"A_RES_90_2-1E.xml": of("eng", "Asks one."), "A_RES_90_1-2E.xml": of("eng", "Asks.")}
    documents, refused, report = settled(tmp_path, files)
    assert [each.source.file for each in documents] == ["A_RES_90_1-2E.xml"]
    assert [each.code for each in refused] == ["second-text"]
    (no,) = (p for p in report.problems if p.severity == "refused")
    assert "differs in 1 paragraphs, first in op1" in no.message


def test_the_same_text_twice_is_passed_over(tmp_path: Path) -> None:
    files = {"a/90_1_E.xml": of("eng"), "b/90_1_E.xml": of("eng")}
    documents, _, report = settled(tmp_path, files)
    assert [each.source.file for each in documents] == ["a/90_1_E.xml"]
    assert told(report) == [("b/90_1_E.xml", "skipped", "same-text")]


def test_the_editions_own_text_is_held_before_any_other(tmp_path: Path) -> None:
    files = {"a/90_1_E.xml": of("eng", "Asks one."), "b/90_1_E.xml": of("eng")}
    documents, _, _ = settled(tmp_path, files, own="b/90_1_E.xml")
    assert [each.source.file for each in documents] == ["b/90_1_E.xml"]


def test_the_day_is_the_one_that_most_say_and_can_be(tmp_path: Path) -> None:
    late = of("zho", CHINESE).replace("2035-12-03", "2036-12-03").replace("90/1", "90/1")
    files = {"A-RES-90-1.en.xml": of("eng"), "A-RES-90-1.zh.xml": late}
    documents, _, report = settled(tmp_path, files)
    assert [each.date for each in documents] == ["2035-12-03", "2035-12-03"]
    assert documents[0].doubts == ()
    (doubt,) = documents[1].doubts
    assert (doubt.aspect, doubt.taken, doubt.others[0][0]) == ("date", "2035-12-03", "2036-12-03")
    assert told(report) == [("A-RES-90-1.zh.xml", "warning", "doubtful-date")]


def test_a_title_is_lent_by_another_language_else_by_the_extract_else_the_text_is_refused(
    tmp_path: Path,
) -> None:
    untitled = of("fra", FRENCH * 4, title="")
    files = {"A-RES-90-1.fr.xml": untitled, "A-RES-90-1.en.xml": of("eng")}
    documents, _, _ = settled(tmp_path, files)
    assert [each.title for each in documents] == ["A title", "A title"]
    lent = documents[0].title_from
    assert lent is not None
    assert (lent.basis, lent.language) == ("language", "en")

    extract = Extract(
        symbol="A/RES/90/1",
        title="Said beside",
        date=None,
        origin=None,
        sponsor=None,
        agenda_item=None,
        subjects=(),
    )
    alone = {"A-RES-90-1.fr.xml": untitled}
    (document,), _, _ = settled(tmp_path, alone, extracts={"A/RES/90/1": extract})
    assert document.title == "Said beside"
    assert document.title_from is not None
    assert document.title_from.basis == "extract"

    documents, refused, report = settled(tmp_path, alone)
    assert documents == []
    assert [each.code for each in refused] == ["no-title"]
    assert ("A-RES-90-1.fr.xml", "refused", "no-title") in told(report)


def test_the_uns_extracts_are_read_line_by_line_and_other_json_is_passed_over(
    tmp_path: Path,
) -> None:
    line = {
        "symbol": "A/RES/90/1 B",
        "title": "A title",
        "adoption_date": "3 December 2035",
        "originating_document": "A/90/L.2",
        "sponsors": ["ICELAND"],
        "agenda_item": "Agenda items 20 and 78 (a)",
        "subjects": [["WILDLIFE", "UNBIS Thesaurus"]],
    }
    good, bad = tmp_path / "90.json", tmp_path / "other.json"
    good.write_text(json.dumps(line) + "\n" + json.dumps({"symbol": "A/RES/90/2"}))
    bad.write_text("[1, 2]")
    report = Report()
    found = extracts_of([(good, "90.json"), (bad, "other.json")], report)
    assert list(found) == ["A/RES/90/1B", "A/RES/90/2"]
    first = found["A/RES/90/1B"]
    assert first.agenda_item == "20 and 78 (a)"
    assert (first.date, first.subjects, first.sponsor) == ("2035-12-03", ("WILDLIFE",), "ICELAND")
    assert told(report) == [("other.json", "skipped", "no-extract")]


def test_the_uns_own_files_that_contradict_themselves_are_settled() -> None:
    folder = SHARED / "cases" / "un-xml"
    if not folder.is_dir():
        pytest.skip(f"no files of the UN at {folder}")
    report = Report()
    parsed = [
        each
        for path in sorted(folder.glob("*.xml"))
        for each in READERS[kind_of(path)](path, path.name, report)
    ]
    found, refused = identify(parsed, frozenset(), {}, report)
    held = {(d.symbol, d.language): d for each in found for d in each.documents}
    assert held["A/RES/75/268", "zh"].source.name == "A-RES-75-268.zh.xml"
    assert held["A/RES/75/269", "zh"].source.name == "A-RES-75-269.zh.xml"
    assert held["A/RES/75/255", "zh"].date == "2020-12-31"
    assert [tuple(each)[:3] for each in refused] == [("A/RES/76/253", "ar", "other-language")]
    lent = {key: d.title_from.basis for key, d in held.items() if d.title_from}
    assert lent == {
        ("A/RES/76/57", "zh"): "agenda",
        ("A/RES/77/1", "es"): "agenda",
        ("A/RES/79/252A", "en"): "collection",
        ("A/RES/79/252B", "en"): "collection",
        ("A/RES/79/300", "es"): "agenda",
    }


PRINTED = """A/RES/{cover}
General Assembly
Ninetieth session
Agenda item 12
Resolution adopted by the General Assembly on 3 December 2035
[on the report of the Third Committee (A/90/77, para. 9)]
{number}. Cooperation for the protection of rivers
The General Assembly,
Recalling the Convention on Rivers,
1. Requests the Secretary-General to report to the General Assembly;
2. Decides to remain seized of the matter.
55th plenary meeting
3 December 2035
"""


def printed(folder: Path, **files: tuple[str, str]) -> tuple[list[Document], list[str]]:
    """Plain texts by name (cover, number before the title): what is held, what is told."""
    parsed, report = [], Report()
    for name, (cover, number) in files.items():
        path = folder / f"{name}.en.txt"
        path.write_text(PRINTED.format(cover=cover, number=number), encoding="utf-8")
        parsed += READERS[".txt"](path, path.name, report)
    found, _ = identify(parsed, frozenset(), {}, report)
    held = [document for each in found for document in each.documents]
    return held, [f"{p.severity} {p.code}" for p in report.problems]


def test_a_plain_text_that_lies_under_another_name_keeps_its_symbol_and_it_is_told(
    tmp_path: Path,
) -> None:
    held, told = printed(tmp_path, **{"A-RES-90-2": ("90/1", "90/1")})
    assert [each.symbol for each in held] == ["A/RES/90/1"]
    assert told == ["warning doubtful-symbol"]


def test_a_plain_text_whose_cover_was_copied_is_settled_by_its_name(tmp_path: Path) -> None:
    held, told = printed(tmp_path, **{"A-RES-90-2": ("90/1", "90/2")})
    assert [each.symbol for each in held] == ["A/RES/90/2"]
    assert told == ["warning doubtful-symbol"]
    held, told = printed(tmp_path, t=("90/1", "90/2"))
    assert held == []
    assert told == ["refused unclear-symbol"]


def test_of_one_text_in_two_kinds_of_file_the_xml_is_held_and_a_difference_told(
    tmp_path: Path,
) -> None:
    xml = tmp_path / "A-RES-90-1.en.xml"
    xml.write_text(of("eng", "Requests a report."), encoding="utf-8")
    text = tmp_path / "other.txt"
    text.write_text(PRINTED.format(cover="90/1", number="90/1"), encoding="utf-8")
    report = Report()
    parsed = [
        each for path in (text, xml) for each in READERS[kind_of(path)](path, path.name, report)
    ]
    found, refused = identify(parsed, frozenset(), {}, report)
    held = [document.source.file for each in found for document in each.documents]
    assert held == ["A-RES-90-1.en.xml"]
    assert [(each.code, each.file) for each in refused] == [("second-text", "other.txt")]
    (told,) = (p.message for p in report.problems if p.code == "second-text")
    assert "this file differs in" in told
