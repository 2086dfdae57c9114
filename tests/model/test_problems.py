from __future__ import annotations

import io

from resolutions.model.problems import Problem, Report


def printed(report: Report) -> list[str]:
    stream = io.StringIO()
    report.print(stream)
    return stream.getvalue().splitlines()


def test_a_problem_says_where_what_and_what_to_do() -> None:
    problem = Problem("data/a.yml", 3, "error", "bad-field", "no such field", "mend it")
    assert str(problem) == "data/a.yml:3: error[bad-field] no such field; mend it"


def test_a_problem_without_a_remedy_ends_with_its_message() -> None:
    assert str(Problem("a", 1, "warning", "x", "message", "")) == "a:1: warning[x] message"


def test_problems_are_printed_once_by_file_and_line_with_their_count() -> None:
    report = Report()
    report.warn("b.yml", 1, "w", "later")
    report.error("a.yml", 10, "e", "tenth")
    report.error("a.yml", 9, "e", "ninth")
    report.error("a.yml", 9, "e", "ninth")
    assert printed(report) == [
        "a.yml:9: error[e] ninth",
        "a.yml:10: error[e] tenth",
        "b.yml:1: warning[w] later",
        "2 errors, 1 warnings",
    ]


def test_no_problem_prints_nothing() -> None:
    assert printed(Report()) == []


def test_a_warning_is_no_failure_and_an_error_is() -> None:
    report = Report()
    assert not report.failed
    report.warn("a", 1, "w", "x")
    assert not report.failed
    report.error("a", 1, "e", "x")
    assert report.failed
