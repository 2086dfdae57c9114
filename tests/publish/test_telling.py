from __future__ import annotations

import io
from pathlib import Path

from resolutions.model.problems import Problem, Report, ordered
from resolutions.publish.messages import FIRST, ROWS, log_beside, on_screen, tell, verdicts


def printed(report: Report, log: Path) -> list[str]:
    stream = io.StringIO()
    tell(report.problems, log, stream)
    return stream.getvalue().splitlines()


def problem(severity: str, number: int = 1, file: str = "a.xml", code: str = "c") -> Problem:
    return Problem(file, number, severity, code, "what", "do this")  # type: ignore[arg-type]


def test_few_problems_are_told_each_once_the_worst_first_with_their_count(tmp_path: Path) -> None:
    report = Report()
    report.warn("a.yml", 1, "w", "a warning")
    report.refuse("c.xml", 2, "r", "it is a letter", "give a resolution")
    report.error("b.yml", 10, "e", "tenth")
    report.error("b.yml", 9, "e", "ninth")
    report.error("b.yml", 9, "e", "ninth")
    assert printed(report, tmp_path / "log") == [
        "b.yml:9: error[e] ninth",
        "b.yml:10: error[e] tenth",
        "c.xml:2: refused[r] it is a letter; give a resolution",
        "a.yml:1: warning[w] a warning",
        "2 errors, 1 refused, 1 warnings",
    ]


def test_of_many_refusals_the_first_are_told_and_how_many_more() -> None:
    lines = list(on_screen([problem("refused", n) for n in range(FIRST + 3)]))
    assert lines[FIRST - 1 : FIRST + 1] == [
        str(problem("refused", FIRST - 1)),
        "… and 3 more: refused",
    ]
    assert len(lines) == FIRST + 2


def test_many_warnings_are_a_table_by_code_of_at_most_a_screen() -> None:
    many = [problem("warning", n, f"{n % 7}.xml", f"code-{n % 40}") for n in range(400)]
    many += [problem("warning", n, "z.xml", "often") for n in range(30)]
    lines = list(on_screen(ordered(many)))
    assert lines[0] == f"{30:>7} {'warning[often]':<32} in 1 files, first z.xml:0"
    assert len(lines) == ROWS + 2
    assert lines[-2:] == [f"{10 * 21:>7} of 21 other codes", "0 errors, 430 warnings"]


def test_every_problem_stands_in_the_log_and_the_screen_says_where(tmp_path: Path) -> None:
    report = Report([problem("warning", n) for n in range(1000)])
    log = log_beside(tmp_path / "out" / "site")
    lines = printed(report, log)
    assert lines[-1] == f"every one of them: {log}"
    assert len(lines) == 3
    written = log.read_text(encoding="utf-8").splitlines()
    assert written[1:] == [str(problem("warning", n)) for n in range(1000)]
    assert log == tmp_path / "out" / "site-problems.log"


def test_a_log_goes_when_there_is_no_problem_any_more(tmp_path: Path) -> None:
    log = tmp_path / "log"
    printed(Report([problem("warning")]), log)
    assert log.exists()
    assert printed(Report(), log) == []
    assert not log.exists()


def test_where_no_log_can_be_written_the_screen_tells_all(tmp_path: Path) -> None:
    of_the_user = tmp_path / "log"
    of_the_user.write_text("mine", encoding="utf-8")
    report = Report([problem("warning", n) for n in range(FIRST * 2)])
    for log in (of_the_user, of_the_user / "below-a-file"):
        assert len(printed(report, log)) == FIRST * 2 + 1
    assert of_the_user.read_text(encoding="utf-8") == "mine"


def test_a_verdict_a_file_the_refused_first() -> None:
    problems = [
        problem("warning", 4, "doubts.xml"),
        problem("warning", 4, "doubts.PDF"),
        problem("warning", 4, "doubts.docx"),
        *(problem("warning", n, "many.xml") for n in range(1, 6)),
        problem("refused", 1, "refused.pdf"),
        problem("warning", 1, "refused.pdf"),
        problem("skipped", 1, "skipped.xml"),
    ]
    files = [
        "a.xml",
        "doubts.xml",
        "doubts.PDF",
        "doubts.docx",
        "many.xml",
        "none.xml",
        "refused.pdf",
        "skipped.xml",
    ]
    held = frozenset({"a.xml", "doubts.xml", "doubts.PDF", "doubts.docx", "many.xml"})
    assert verdicts(files, held, problems) == [
        "none.xml: refused: no text in it is held",
        "refused.pdf: refused: what; do this",
        "skipped.xml: passed over: what; do this",
        "doubts.PDF: taken with doubts: page 4: what",
        "doubts.docx: taken with doubts: paragraph 4: what",
        "doubts.xml: taken with doubts: line 4: what",
        "many.xml: taken with doubts: line 1: what; line 2: what; line 3: what; and 2 more",
        "a.xml: taken",
    ]
