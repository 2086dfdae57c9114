from __future__ import annotations

import os
import signal
import threading

import pytest

from resolutions import parallel


@pytest.fixture(autouse=True)
def two_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "worker_count", lambda: 2)


def test_results_come_in_the_order_of_the_items() -> None:
    factor = 3
    assert list(parallel.each(lambda item: item * factor, range(43), 4)) == [
        n * 3 for n in range(43)
    ]
    assert list(parallel.each(lambda item: item, [])) == []


def test_work_is_shared_where_there_are_hands() -> None:
    assert os.getpid() not in set(parallel.each(lambda _: os.getpid(), range(4)))


def test_one_hand_works_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "worker_count", lambda: 1)
    assert set(parallel.each(lambda _: os.getpid(), range(4))) == {os.getpid()}


def test_a_task_and_its_items_may_hold_what_cannot_be_sent() -> None:
    lock = threading.Lock()
    items = [(threading.Lock(), n) for n in range(4)]
    assert list(parallel.each(lambda item: (lock.locked(), item[1]), items)) == [
        (False, n) for n in range(4)
    ]


def test_two_tasks_at_a_time_keep_apart() -> None:
    one = parallel.each(lambda item: item + 1, range(4))
    two = parallel.each(lambda item: item * 10, range(4))
    assert list(zip(one, two, strict=True)) == [(1, 0), (2, 10), (3, 20), (4, 30)]


def test_a_fault_in_a_task_is_told_where_the_results_are_wanted() -> None:
    with pytest.raises(ZeroDivisionError) as told:
        list(parallel.each(lambda item: 1 // item, [1, 0, 2]))
    assert "lambda" in told.value.__notes__[0]  # where it happened


def test_a_worker_that_is_killed_is_told() -> None:
    with pytest.raises(ChildProcessError, match="a worker was killed"):
        list(parallel.each(lambda _: os.kill(os.getpid(), signal.SIGKILL), range(4)))
