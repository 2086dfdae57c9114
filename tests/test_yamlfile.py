from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from resolutions.models import Edition, Term, Tongue
from resolutions.problems import Report
from resolutions.yamlfile import lines_of, load_yaml, parse_yaml


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
