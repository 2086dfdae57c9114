from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from resolutions.catalogue.yamlfile import lines_of, load_yaml, parse_yaml
from resolutions.model.catalogue import Edition, Term, Tongue
from resolutions.model.document import Header
from resolutions.model.instruments import Instrument
from resolutions.model.problems import Report


def load(folder: Path, text: str, kind: Any) -> tuple[Any, list[tuple[int, str]], Report]:
    path = folder / "a.yml"
    path.write_text(text, encoding="utf-8")
    report = Report()
    value = load_yaml(path, "data/a.yml", kind, report)
    assert all(problem.file == "data/a.yml" for problem in report.problems)
    return value, [(problem.line, problem.code) for problem in report.problems], report


def test_yaml_becomes_records_of_the_kind_asked_for(tmp_path: Path) -> None:
    text = "- {code: zh, name: 中文, dir: ltr, theme: zh, interface: true}\n"
    value, problems, _ = load(tmp_path, text, tuple[Tongue, ...])
    assert value == (Tongue(code="zh", name="中文", dir="ltr", theme="zh", interface=True),)
    assert problems == []


def test_a_date_stays_the_text_it_is(tmp_path: Path) -> None:
    value, problems, _ = load(tmp_path, "edition: '1'\ndate: 2026-11-21\n", Edition)
    assert (value, problems) == (Edition(edition="1", date="2026-11-21"), [])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\nc: [d\n", 3),
        ("a: b\n c: d\n", 2),
        ("a: b\n\tc: d\n", 2),
        ("- a\nb: c\n", 2),
        ("a: b\n---\nc: d\n", 2),
    ],
)
def test_what_is_no_yaml_is_reported_where_it_breaks(tmp_path: Path, text: str, line: int) -> None:
    value, problems, report = load(tmp_path, text, dict[str, str])
    assert value is None
    assert problems == [(line, "bad-yaml")]
    assert report.problems[0].remedy == "mind the indent and the colon"


def test_a_file_that_is_not_there_or_not_utf8_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    report = Report()
    assert load_yaml(tmp_path / "none.yml", "data/none.yml", dict[str, str], report) is None
    (tmp_path / "gb.yml").write_bytes("a: 甲".encode("gb18030"))
    assert load_yaml(tmp_path / "gb.yml", "data/gb.yml", dict[str, str], report) is None
    assert [problem.code for problem in report.problems] == ["bad-yaml", "bad-yaml"]


def test_a_doubled_key_is_an_error_at_the_second(tmp_path: Path) -> None:
    _, problems, report = load(tmp_path, "a: 1\nb: 2\na: 3\n", dict[str, int])
    assert problems == [(3, "doubled-key")]
    assert "`a` stands twice" in report.problems[0].message


TERMS = """- id: corruption
  kind: crime
  names: {zh: 腐败}
- id: fraud
  kind: crme
  names:
    zh: 欺诈
"""


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("kind: crme", "kind: crime\n  examples: 诈骗", 6),
        ("kind: crme", "kind: " + "9" * 5000, 5),
        ("kind: crme", "kind: crme", 5),
        ("kind: crme\n  names:\n    zh: 欺诈\n", "kind: crime\n  names:\n    zh: [欺诈]\n", 6),
        ("  kind: crme\n", "", 4),
        ("id: fraud", "id: Fraud", 4),
    ],
)
def test_a_value_that_does_not_fit_is_reported_at_its_line(
    tmp_path: Path, old: str, new: str, line: int
) -> None:
    value, problems, _ = load(tmp_path, TERMS.replace(old, new), tuple[Term, ...])
    assert value is None
    assert problems == [(line, "bad-field")]


@pytest.mark.parametrize(
    ("old", "new", "line", "remedy"),
    [
        ("kind: crme", "kind: crime\n  exampels: [诈骗]", 6, "did you mean `examples`?"),
        ("kind: crme", "kind: crime\n  qqq: 1", 6, "the fields are id, kind, names, "),
        ("kind: crme", "kind: crime\n  1: 1", 6, "the fields are id, kind, names, "),
    ],
)
def test_a_field_that_no_record_has_is_an_error_with_a_hint(
    tmp_path: Path, old: str, new: str, line: int, remedy: str
) -> None:
    value, problems, report = load(tmp_path, TERMS.replace(old, new), tuple[Term, ...])
    assert problems[0] == (line, "unknown-field")
    assert report.problems[0].remedy.startswith(remedy)
    assert value is None or len(value) == 2


def test_unknown_fields_are_found_at_every_depth_and_told_with_what_else_is_wrong(
    tmp_path: Path,
) -> None:
    text = "symbol: E/1\nlangauge: zh\nsections:\n- letter: A\n  bdoy: GA\n- leter: B\n"
    value, problems, report = load(tmp_path, text, Header)
    assert value is None
    assert [problem for problem in problems if problem[1] == "unknown-field"] == [
        (2, "unknown-field"),
        (5, "unknown-field"),
        (6, "unknown-field"),
    ]
    assert [p.remedy for p in report.problems if p.code == "unknown-field"] == [
        "did you mean `language`?",
        "did you mean `body`?",
        "did you mean `letter`?",
    ]
    assert "bad-field" in {code for _, code in problems}


def test_the_names_in_a_plain_mapping_are_no_fields(tmp_path: Path) -> None:
    text = "kind: treaty\nid: UNTOC\nnames: {zh: 公约, en: Convention}\n"
    assert load(tmp_path, text, Instrument)[1] == []
    assert load(tmp_path, "any: [x]\nword: [y]\n", dict[str, tuple[str, ...]])[1] == []


@pytest.mark.parametrize("text", ["{n}: x\n", "[a, b]: x\n", "? {a: b}\n: x\n", "a: {{n}: x}\n"])
@pytest.mark.parametrize("kind", [dict[str, str], dict[str, Any], Edition, tuple[Term, ...]])
def test_a_key_that_is_no_word_is_reported_where_it_stands(
    tmp_path: Path, text: str, kind: Any
) -> None:
    _, problems, report = load(tmp_path, text, kind)
    assert problems[0] == (1, "bad-yaml")
    assert report.problems[0].message == "a key is not a word"


@pytest.mark.parametrize(
    "text", ["b: 1\na: &x [*x]\n", "b: 1\na: &x {c: *x}\n", "b: 1\na: &x [*x, *x, *x, *x]\n"]
)
def test_an_alias_that_holds_itself_is_reported_and_not_followed_for_ever(
    tmp_path: Path, text: str
) -> None:
    _, problems, report = load(tmp_path, text, dict[str, Any])
    assert set(problems) == {(2, "bad-yaml")}
    assert {problem.message for problem in report.problems} == {"an alias holds itself"}


@pytest.mark.parametrize(
    "text", ["a: 1\n1: b\nnull: c\n", "<<: {a: b}\n", "a: !!int x\n", "a: !odd x\n", "!!set {a, b}\n", "a: \0\n", "*a\n", "a: " + "9" * 5000]
)  # fmt: skip
@pytest.mark.parametrize("kind", [dict[str, str], Edition, tuple[Term, ...]])
def test_odd_yaml_is_a_problem_and_no_exception(tmp_path: Path, text: str, kind: Any) -> None:
    value, problems, _ = load(tmp_path, text, kind)
    assert value is not None or problems
    assert {code for _, code in problems} <= {"bad-yaml", "bad-field", "unknown-field"}


def test_an_empty_file_is_no_list(tmp_path: Path) -> None:
    assert load(tmp_path, "", tuple[Term, ...])[1] == [(1, "bad-field")]


def test_every_value_has_the_line_it_stands_on(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text(TERMS, encoding="utf-8")
    parsed = parse_yaml(path, "a.yml", Report())
    assert parsed is not None
    lines = parsed[1]
    assert [
        lines[place] for place in ((0,), (0, "names", "zh"), (1,), (1, "kind"), (1, "names", "zh"))
    ] == [1, 3, 4, 5, 7]


def test_a_place_without_a_line_has_that_of_the_nearest_around_it() -> None:
    lines: dict[tuple[str | int, ...], int] = {(): 1, (0,): 4, (0, "names"): 6}
    assert lines_of(lines, (0, "names", "fr")) == 6
    assert lines_of(lines, (0, "kind")) == 4
    assert lines_of(lines, (7, "kind")) == 1
