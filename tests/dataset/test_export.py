from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from conftest import Edition

from resolutions.dataset import export
from resolutions.dataset.format import Context
from resolutions.dataset.records import SCHEMA_VERSION
from resolutions.model.problems import Report


def files_of(edition: Edition) -> dict[str, str]:
    report = Report()
    around = Context(edition.library, edition.catalogue, {}, report)
    made = [export.instrument(slug, around) for slug in edition.library.heads]
    files = {path: text for own, _ in made for path, text in own}
    parts = export.joined(own for _, own in made)
    files |= export.whole(parts, around)
    assert report.problems == []
    return files


@pytest.fixture(scope="module")
def corpus(toy: Edition) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files_of(toy)["data/corpus.json"])
    return loaded


def instrument(corpus: dict[str, Any], slug: str) -> dict[str, Any]:
    (found,) = (each for each in corpus["instruments"] if each["slug"] == slug)
    assert isinstance(found, dict)
    return found


def paragraph(corpus: dict[str, Any], slug: str, key: str) -> dict[str, Any]:
    (found,) = (each for each in instrument(corpus, slug)["texts"]["zh"] if each["key"] == key)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("which", ["toy", "real"])
def test_the_data_set_fits_the_schema_published_with_it(
    which: str, request: pytest.FixtureRequest
) -> None:
    files = files_of(request.getfixturevalue(which))
    schema = json.loads(files["data/schema/corpus.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(files["data/corpus.json"]), schema)


def test_the_data_set_says_the_version_of_its_schema(toy: Edition) -> None:
    files = files_of(toy)
    assert json.loads(files["data/corpus.json"])["schema_version"] == SCHEMA_VERSION
    assert SCHEMA_VERSION in json.loads(files["data/schema/corpus.schema.json"])["$comment"]


@pytest.mark.parametrize(("bound", "whole"), [("MUCH", True), ("FEW", False)])
def test_the_texts_of_a_large_edition_stand_in_a_file_each(
    toy: Edition, monkeypatch: pytest.MonkeyPatch, bound: str, whole: bool
) -> None:
    monkeypatch.setattr(f"resolutions.model.library.{bound}", 1)
    files = files_of(toy)
    listed = json.loads(files["data/corpus.json"])["instruments"]
    assert all(not each["texts"] for each in listed)
    assert [each["file"] for each in listed] == [
        f"instruments/{slug}.json" for slug in toy.library.heads
    ]
    assert json.loads(files["data/instruments/a-res-90-1.json"])["texts"]["zh"]
    assert bool(files.get("data/paragraphs.csv")) == whole  # rows for other tools, while few


def test_every_format_has_a_name_of_its_own() -> None:
    names = [each.name for each in export.FORMATS]
    assert len(names) == len(set(names))


def test_the_schema_refuses_what_the_design_does_not_know(toy: Edition) -> None:
    files = files_of(toy)
    schema, broken = (
        json.loads(files[name]) for name in ("data/schema/corpus.schema.json", "data/corpus.json")
    )
    broken["instruments"][0]["status"] = "unknown"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_every_instrument_and_paragraph_is_in_the_data_set_in_order(
    toy: Edition, corpus: dict[str, Any]
) -> None:
    assert [each["slug"] for each in corpus["instruments"]] == list(toy.documents)
    for slug, document in toy.documents.items():
        texts = instrument(corpus, slug)["texts"]["zh"]
        assert [(p["key"], p["text"]) for p in texts] == [
            (p.key, p.text) for p in document.paragraphs
        ]


def test_an_instrument_has_the_fields_of_the_design(corpus: dict[str, Any]) -> None:
    found = instrument(corpus, "a-res-90-1")
    assert {
        "slug", "symbol", "part", "kind", "status", "body", "session", "year", "date", "date_basis", "meeting",
        "agenda_item", "report", "sponsor", "titles", "reference_language", "languages", "authority", "source",
        "texts", "footnotes", "lineage",
    } <= found.keys()  # fmt: skip
    assert found["titles"]["en"] == {
        "text": "Strengthening cooperation against trafficking in persons",
        "source": None,
    }
    assert found["titles"]["zh"] == {"text": "加强打击贩运人口的合作", "source": "A/RES/90/1"}
    assert found["source"]["lines"] == [3, 42]
    assert (found["date"], found["date_basis"], found["session"]) == ("2035-12-03", "printed", "90")
    assert found["lineage"][0]["symbol"] == "A/RES/88/5"


def test_a_paragraph_has_the_fields_of_the_design(corpus: dict[str, Any]) -> None:
    found = paragraph(corpus, "a-res-90-1", "pp2")
    assert {
        "key", "kind", "label", "parent", "text", "rows", "emphasis", "source_lines", "notes", "themes",
        "citations", "terms", "errata", "tokens",
    } <= found.keys()  # fmt: skip
    assert found["source_lines"] == [16, 22]
    assert found["notes"] == [{"label": "2", "key": "fn2", "at": 20}]
    (flaw,) = found["errata"]
    assert (found["text"][flaw["start"] : flaw["end"]], flaw["suggested"]) == ("的的", "的")
    assert paragraph(corpus, "a-res-90-1", "op1")["emphasis"] == [[0, 2]]
    assert paragraph(corpus, "ccpcj-res-50-1", "x1")["rows"][0] == ["", "2040 年", "2041 年"]


def test_offsets_count_the_code_points_of_the_text(corpus: dict[str, Any]) -> None:
    for found in (p for each in corpus["instruments"] for p in each["texts"]["zh"]):
        text = found["text"]
        assert "".join(text[start:end] for start, end in found["tokens"]) == text
        for theme in found["themes"]:
            assert theme["evidence"]
            assert all(text[start:end].strip() for start, end in theme["evidence"])
    (citation,) = paragraph(corpus, "a-res-90-1", "op2-b-2")["citations"]
    text = paragraph(corpus, "a-res-90-1", "op2-b-2")["text"]
    assert text[citation["start"] : citation["end"]] == "上文第 1 段"
    assert (citation["target"], citation["paragraph"]) == ("", "op1")


def test_a_citation_stands_once_a_paragraph_and_a_list_is_one_a_number(
    corpus: dict[str, Any],
) -> None:
    cited = [each["target"] for each in paragraph(corpus, "a-res-90-1", "pp1")["citations"]]
    assert cited == ["A/RES/88/5", "A/RES/88/6B", "UNCAC"]


def test_a_footnote_without_a_text_is_null_and_one_with_ibid_is_resolved(
    corpus: dict[str, Any],
) -> None:
    notes = {each["key"]: each for each in instrument(corpus, "a-c-3-90-l-2")["footnotes"]["zh"]}
    assert (notes["fn2"]["text"], notes["fn2"]["resolved"]) == (None, None)
    assert notes["fn1"]["errata"][0]["suggested"] == "42147"
    resolved = instrument(corpus, "a-res-90-1")["footnotes"]["zh"][1]
    assert resolved["text"] == "同上，第 2225 卷，第 39574 号。"
    assert resolved["resolved"] == "联合国，《条约汇编》，第 2225 卷，第 39574 号。"
    assert [each["target"] for each in resolved["citations"]] == ["UNTOC"]


def test_a_persons_ruling_is_told_from_a_rule(corpus: dict[str, Any]) -> None:
    themes = paragraph(corpus, "a-res-90-1", "op3")["themes"]
    assert [(each["id"], each["strength"], each["origin"]) for each in themes] == [
        ("corruption", "mention", "reviewed")
    ]


def test_the_frame_of_a_report_is_kept_apart_from_the_instruments(corpus: dict[str, Any]) -> None:
    (frame,) = corpus["frames"]
    assert frame["symbol"] == "E/2040/1"
    assert [each["key"] for each in frame["paragraphs"]] == [
        "h1",
        "h2",
        "h3",
        "x1",
        "h4",
        "x2",
        "h5",
        "x3",
    ]


def test_the_same_library_makes_the_same_bytes(toy: Edition) -> None:
    assert files_of(toy) == files_of(toy)


def test_every_instrument_has_a_reference_in_three_formats(toy: Edition) -> None:
    files = files_of(toy)
    for slug in toy.documents:
        (item,) = json.loads(files[f"data/instruments/{slug}.csl.json"])
        assert item["id"] == slug
        assert files[f"data/instruments/{slug}.bib"].startswith(f"@techreport{{{slug},")
        assert files[f"data/instruments/{slug}.ris"].startswith("TY  - RPRT")
