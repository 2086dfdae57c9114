from __future__ import annotations

import io

import pytest

from resolutions import parallel
from resolutions.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that have passed: the first of the list."""
    now = [0.0]
    monkeypatch.setattr("resolutions.progress.time.monotonic", lambda: now[0])
    return now


def test_a_terminal_has_one_line_that_is_written_over_and_cleared(clock: list[float]) -> None:
    stream = Terminal()
    work = Progress("read", 100, stream)
    for second, _ in enumerate(work.through(range(100)), 1):
        clock[0] = second
    lines = stream.getvalue().split("\r")
    assert lines[0].strip() == "read: 2 of 100, 2 min left"
    assert "\n" not in stream.getvalue()
    assert lines[-2].strip() == ""


def test_without_a_terminal_there_are_a_few_plain_lines(clock: list[float]) -> None:
    stream = io.StringIO()
    for second, _ in enumerate(Progress("pack", 40, stream).through(range(40)), 1):
        clock[0] = second
    assert stream.getvalue() == "pack: 15 of 40, 25 s left\npack: 30 of 40, 10 s left\n"


def test_short_work_says_nothing(clock: list[float]) -> None:
    stream = Terminal()
    assert list(Progress("read", 3, stream).through("abc")) == ["a", "b", "c"]
    assert stream.getvalue() == ""


def test_what_other_processes_do_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "worker_count", lambda: 2)
    work = Progress("compose", 6, io.StringIO())
    told: list[str] = []
    monkeypatch.setattr(parallel, "PATIENCE", 0)
    list(parallel.each(lambda n: work.add(n), [1, 2, 3], waiting=lambda: told.append(str(work))))
    assert str(work) == "compose: 6 of 6"
    assert told


def test_long_work_is_told_in_minutes(clock: list[float]) -> None:
    work = Progress("compose", 100, io.StringIO())
    work.add(10)
    clock[0] = 60.0
    assert str(work) == "compose: 10 of 100, 9 min left"
