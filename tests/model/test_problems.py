from __future__ import annotations

from resolutions.model.problems import Problem, Report


def test_a_problem_says_where_what_and_what_to_do() -> None:
    problem = Problem("data/a.yml", 3, "error", "bad-field", "no such field", "mend it")
    assert str(problem) == "data/a.yml:3: error[bad-field] no such field; mend it"


def test_a_problem_without_a_remedy_ends_with_its_message() -> None:
    assert str(Problem("a", 1, "warning", "x", "message", "")) == "a:1: warning[x] message"


def test_a_warning_is_no_failure_and_an_error_is() -> None:
    report = Report()
    assert not report.failed
    report.warn("a", 1, "w", "x")
    assert not report.failed
    report.error("a", 1, "e", "x")
    assert report.failed
