from __future__ import annotations

import os

import pytest

from resolutions import parallel


def test_results_come_in_the_order_of_the_items() -> None:
    factor = 3
    assert list(parallel.each(lambda item: item * factor, range(40), 4)) == [
        n * 3 for n in range(40)
    ]


def test_work_is_shared_where_there_are_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "hands", lambda: 2)
    assert os.getpid() not in set(parallel.each(lambda _: os.getpid(), range(4)))


def test_one_hand_works_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "hands", lambda: 1)
    assert set(parallel.each(lambda _: os.getpid(), range(4))) == {os.getpid()}


def test_a_fault_in_a_task_is_told_where_the_results_are_wanted() -> None:
    with pytest.raises(ZeroDivisionError):
        list(parallel.each(lambda item: 1 // item, [1, 0, 2]))
