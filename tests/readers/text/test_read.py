from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from resolutions.model.document import Source
from resolutions.model.problems import Report
from resolutions.readers.text import read as stage


def read(folder: Path, shown: str, report: Report) -> list[Source]:
    found = (stage.read(path, shown, report) for path in sorted(folder.glob("*.txt")))
    return [source for source in found if source is not None]


HEADER = "symbol: A/RES/90/1\nlanguage: zh\n"


def put(folder: Path, name: str, text: bytes, header: str | None = HEADER) -> None:
    (folder / f"{name}.txt").write_bytes(text)
    if header is not None:
        (folder / f"{name}.yml").write_text(header, encoding="utf-8")


def codes(report: Report) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.line, problem.code) for problem in report.problems]


def test_sources_come_in_the_order_of_their_file_names(tmp_path: Path) -> None:
    for name in ("c.zh", "a.zh", "b.zh"):
        put(tmp_path, name, "文".encode())
    sources = read(tmp_path, "data/texts", Report())
    assert [source.name for source in sources] == ["a.zh.txt", "b.zh.txt", "c.zh.txt"]
    assert sources[0].file == "data/texts/a.zh.txt"
    assert sources[0].header_file == "data/texts/a.zh.yml"


def test_every_line_of_the_file_is_kept_with_its_blanks(tmp_path: Path) -> None:
    put(tmp_path, "a.zh", " 大会， \n\n\t1.\x0c 请\u2028\n".encode())
    (source,) = read(tmp_path, "data/texts", Report())
    assert source.lines == (" 大会， ", "", "\t1.\x0c 请\u2028", "")


def test_line_ends_of_windows_and_a_byte_order_mark_are_no_text(tmp_path: Path) -> None:
    put(tmp_path, "a.zh", "\ufeff大会，\r\n甲\r\n".encode())
    (source,) = read(tmp_path, "data/texts", Report())
    assert source.lines == ("大会，", "甲", "")


def test_the_sum_is_that_of_the_bytes_of_the_file(tmp_path: Path) -> None:
    content = "\ufeff大会，\r\n".encode()
    put(tmp_path, "a.zh", content)
    (source,) = read(tmp_path, "data/texts", Report())
    assert source.sha256 == hashlib.sha256(content).hexdigest()


def test_a_text_that_is_not_utf8_is_named_with_its_line_and_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.zh", "大会\n甲".encode() + "乙".encode("gb18030"))
    put(tmp_path, "b.zh", "文".encode())
    report = Report()
    assert [source.name for source in read(tmp_path, "t", report)] == ["b.zh.txt"]
    assert codes(report) == [("t/a.zh.txt", 2, "not-utf8")]


def test_a_text_without_a_header_is_reported_and_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.zh", "文".encode(), header=None)
    report = Report()
    assert read(tmp_path, "t", report) == []
    assert codes(report) == [("t/a.zh.txt", 1, "no-header")]
    assert "a.zh.yml" in report.problems[0].remedy


@pytest.mark.parametrize(
    ("header", "line", "code"),
    [
        ("symbol: A/RES/90/1\nlanguage: zh\nlayout: folded\n", 3, "bad-field"),
        ("language: zh\n", 1, "bad-field"),
        ("symbol: [A\n", 2, "bad-yaml"),
    ],
)
def test_a_header_that_does_not_fit_is_reported_at_its_line(
    tmp_path: Path, header: str, line: int, code: str
) -> None:
    put(tmp_path, "a.zh", "文".encode(), header)
    report = Report()
    assert read(tmp_path, "t", report) == []
    assert codes(report) == [("t/a.zh.yml", line, code)]


def test_a_text_changed_since_its_header_was_written_is_an_error(tmp_path: Path) -> None:
    put(tmp_path, "a.zh", "文".encode(), HEADER + f"sha256: {'f' * 64}\n")
    report = Report()
    read(tmp_path, "t", report)
    assert codes(report) == [("t/a.zh.txt", 1, "text-changed")]
    assert report.failed


def test_an_unchanged_text_with_its_sum_in_the_header_is_no_problem(tmp_path: Path) -> None:
    digest = hashlib.sha256("文".encode()).hexdigest()
    put(tmp_path, "a.zh", "文".encode(), HEADER + f"sha256: {digest}\n")
    report = Report()
    assert len(read(tmp_path, "t", report)) == 1
    assert report.problems == []
