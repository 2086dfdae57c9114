from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import REPOSITORY, toy_data

from resolutions.analysis.checks import check_data
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.model.catalogue import Catalogue, Move
from resolutions.model.problems import Report

Problems = list[tuple[str, int, str]]


def broken(
    folder: Path, name: str, old: str, new: str
) -> tuple[Catalogue | None, Problems, Report]:
    data = toy_data(folder)
    text = (data / name).read_text(encoding="utf-8")
    assert old in text
    (data / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    report = Report()
    files = DataFiles(data, "data", report)
    catalogue = load(files)
    check_data(files)
    return catalogue, [(p.file, p.line, p.code) for p in report.problems], report


def line_of(folder: Path, name: str, words: str) -> int:
    lines = (folder / "data" / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_the_toy_data_loads_without_a_problem(tmp_path: Path) -> None:
    report = Report()
    files = DataFiles(toy_data(tmp_path), "data", report)
    catalogue = load(files)
    check_data(files)
    assert report.problems == []
    assert catalogue is not None
    assert [tongue.code for tongue in catalogue.interface] == ["zh", "en", "ar"]
    assert set(catalogue.strings) == {"zh", "en", "ar"}
    assert list(catalogue.instruments) == ["UNTOC", "UNCAC", "A/RES/88/5"]
    assert list(catalogue.held) == ["a-res-90-1", "a-c-3-90-l-2"]
    assert list(catalogue.terms) == [
        "corruption",
        "secretary-general",
        "trafficking-in-persons",
        "untoc",
    ]
    assert [theme.id for theme in catalogue.themes] == ["trafficking", "corruption"]


def test_an_erratum_comes_with_the_line_it_begins_on(tmp_path: Path) -> None:
    catalogue = load(DataFiles(toy_data(tmp_path), "data", Report()))
    assert catalogue is not None
    assert [line for _, line in catalogue.errata] == [1, 9]


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "words"),
    [
        ("themes.yml", "key_terms: [corruption]", "key_terms: [corupption]", "unknown-term", "key_terms: [corupption]"),
        ("themes.yml", "terms: [trafficking-in-persons]\n      ex", "terms: [trafficking]\n      ex", "unknown-term", "- terms: [trafficking]"),
        ("themes.yml", "find: [腐败]", "find: ['腐败(']", "bad-pattern", "find: ['腐败(']"),
        ("themes.yml", "find: [腐败]", "find: ['{crimes}']", "unknown-list", "find: ['{crimes}']"),
        ("themes.yml", "misses: [打击腐败]", "misses: [打击贩运人口活动]", "rule-example", "- terms: [trafficking-in-persons]"),
        ("themes.yml", "      examples: [打击腐败]", "      examples: [打击欺诈]", "rule-example", "- find: [腐败]"),
        ("themes.yml", "      examples: [打击腐败]", "      also: [fraud]\n      examples: [打击腐败]", "unknown-theme", "also: [fraud]"),
        ("terms.yml", "examples: [打击腐败]", "examples: [打击欺诈]", "term-example", "id: corruption"),
        ("terms.yml", "names: {zh: 秘书长,", "names: {zh: 腐败,", "doubled-form", "id: secretary-general"),
        ("terms.yml", "id: untoc", "id: corruption", "doubled-id", "联合国打击跨国有组织犯罪公约"),
        ("strings/en.yml", "site.title:", "site.titel:", "unknown-string", "site.titel:"),
        ("strings/en.yml", "note.mark: Note {n}", "note.mark: Note {x}", "bad-placeholder", "note.mark:"),
        ("strings/en.yml", "note.mark: Note {n}", "note.mark: Note", "bad-placeholder", "note.mark:"),
        ("strings/en.yml", "note.mark: Note {n}", "note.mark: Note {n} {", "bad-placeholder", "note.mark:"),
        ("strings/en.yml", "note.mark: Note {n}", "note.mark: Note {n} {n!r}", "bad-placeholder", "note.mark:"),
        ("strings/zh.yml", "note.mark: 脚注{n}", "note.mark: 脚注{n}}", "bad-placeholder", "note.mark:"),
        ("terms.yml", "variants: {zh: [人口贩运]}", "variants: {zh: [贩]}", "short-form", "id: trafficking-in-persons"),
        ("themes.yml", "names: {zh: 腐败, en", "names: {en", "missing-name", "names: {en: Corruption}"),
        ("overrides.yml", "theme: corruption", "theme: corupption", "unknown-theme", "- place:"),
    ],
)  # fmt: skip
def test_a_fault_of_the_data_is_reported_at_the_line_where_it_stands(
    tmp_path: Path, name: str, old: str, new: str, code: str, words: str
) -> None:
    catalogue, problems, report = broken(tmp_path, name, old, new)
    assert catalogue is not None
    found = [(file, line) for file, line, each in problems if each == code]
    line = line_of(tmp_path, name, words) - (3 if code == "doubled-id" else 0)
    assert found == [(f"data/{name}", line + (1 if code == "doubled-id" else 0))]
    assert report.failed


def redirected(folder: Path, text: str) -> tuple[Catalogue | None, Problems]:
    data = toy_data(folder)
    (data / "redirects.yml").write_text(text, encoding="utf-8")
    report = Report()
    files = DataFiles(data, "data", report)
    catalogue = load(files)
    check_data(files)
    return catalogue, [(p.file, p.line, p.code) for p in report.problems]


def test_a_move_of_a_page_comes_with_its_line(tmp_path: Path) -> None:
    catalogue, problems = redirected(
        tmp_path, "# moved\n- {from: themes/a.html, to: themes/corruption.html}\n"
    )
    assert problems == []
    assert catalogue is not None
    assert catalogue.moves == (Move("themes/a.html", "themes/corruption.html", 2),)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("- {from: a.html, to: c.html}\n- {from: a.html, to: d.html}\n", [(2, "doubled-redirect")]),
        ("- {from: a.html, to: b.html}\n- {from: b.html, to: c.html}\n", [(1, "redirect-chain")]),
        ("- {from: a.html, to: a.html}\n", [(1, "redirect-chain")]),
        ("- from: a.html\n  too: b.html\n", [(2, "unknown-field"), (1, "bad-field")]),
        ("- from: /a.html\n  to: b.html\n", [(1, "bad-field")]),
        ("- from: a.html\n  to: ../b.html\n", [(2, "bad-field")]),
        ("- from: a.html\n  to: b.html#x\n", [(2, "bad-field")]),
        ("- from: a.html\n  to: https://example.org/b.html\n", [(2, "bad-field")]),
        ("", [(1, "bad-field")]),
    ],
)
def test_a_redirect_that_does_not_hold_is_reported(
    tmp_path: Path, text: str, problems: list[tuple[int, str]]
) -> None:
    _, found = redirected(tmp_path, text)
    assert found == [("data/redirects.yml", line, code) for line, code in problems]


@pytest.mark.parametrize("base", ["example.org", "javascript:alert(1)", "https://a b", 'http://a"'])
def test_an_address_on_the_web_is_one(tmp_path: Path, base: str) -> None:
    catalogue, problems, _ = broken(tmp_path, "edition.yml", 'base_url: ""', f"base_url: '{base}'")
    assert catalogue is None
    assert problems == [("data/edition.yml", 3, "bad-field")]


def test_a_missing_string_is_an_error_that_names_it(tmp_path: Path) -> None:
    _, problems, report = broken(tmp_path, "strings/en.yml", "site.title:", "# site.title:")
    assert [(file, code) for file, _, code in problems] == [
        ("data/strings/en.yml", "missing-string")
    ]
    assert "`site.title`" in report.problems[0].message


def test_problems_of_several_files_are_reported_together(tmp_path: Path) -> None:
    data = toy_data(tmp_path)
    (data / "terms.yml").write_text("- id: [\n", encoding="utf-8")
    (data / "held.yml").unlink()
    (data / "errata.yml").write_text("- source: x\n", encoding="utf-8")
    report = Report()
    assert load(DataFiles(data, "data", report)) is None
    assert sorted((p.file, p.code) for p in report.problems) == [
        ("data/errata.yml", "bad-field"),
        ("data/held.yml", "bad-yaml"),
        ("data/terms.yml", "bad-yaml"),
    ]


def test_the_checks_run_though_another_file_is_bad(tmp_path: Path) -> None:
    data = toy_data(tmp_path)
    (data / "edition.yml").write_text("edition: [\n", encoding="utf-8")
    for name, old, new in (
        ("terms.yml", "names: {zh: 秘书长,", "names: {zh: 腐败,"),
        ("themes.yml", "key_terms: [corruption]", "key_terms: [corupption]"),
        ("strings/en.yml", "note.mark: Note {n}", "note.mark: Note {x}"),
        ("overrides.yml", "theme: corruption", "theme: corupption"),
    ):
        text = (data / name).read_text(encoding="utf-8")
        assert old in text
        (data / name).write_text(text.replace(old, new), encoding="utf-8")
    report = Report()
    assert load(DataFiles(data, "data", report)) is None
    assert sorted((p.file, p.code) for p in report.problems) == [
        ("data/edition.yml", "bad-yaml"),
        ("data/overrides.yml", "unknown-theme"),
        ("data/strings/en.yml", "bad-placeholder"),
        ("data/terms.yml", "doubled-form"),
        ("data/themes.yml", "unknown-term"),
    ]


@pytest.mark.parametrize("language", ["zh", "en", "fr", "es", "ru", "ar"])
def test_no_two_choices_of_a_filter_have_one_name(language: str) -> None:
    """They would be told apart by nothing, and stand in the order of chance."""
    strings = yaml.safe_load((REPOSITORY / f"data/strings/{language}.yml").read_text("utf-8"))
    for group in ("act.", "addressee.", "strength.", "body.", "status."):
        names = [value for key, value in strings.items() if key.startswith(group)]
        assert sorted(set(names)) == sorted(names)


def test_a_row_of_the_thesaurus_in_a_language_there_is_not_is_reported(tmp_path: Path) -> None:
    _, problems, _ = broken(tmp_path, "thesaurus.yml", "- {en: [", "- {xx: [a], en: [")
    line = line_of(tmp_path, "thesaurus.yml", "xx: [a]")
    assert problems == [("data/thesaurus.yml", line, "unknown-language")]
