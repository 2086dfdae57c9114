"""Work shared out over the cores: one function, many items, the results in their order."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
MOST = 8  # processes
SELDOM = 50_000  # new objects: records hold no cycles, to look for them often finds nothing

_task: Callable[[Any], Any] | None = None


def hands() -> int:
    """How many processes work at once."""
    return min(MOST, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)


def each(
    task: Callable[[Item], Result], items: Iterable[Item], at_once: int = 1
) -> Iterator[Result]:
    """`task` of every item, in order; `at_once` items are handed to a process together.

    The task may hold anything: processes are copies of this one. Where a system cannot copy a
    process (or there is one core, or one item), the work is done here.
    """
    items = list(items)
    if hands() < 2 or len(items) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(task, items)
        return
    global _task
    _task = task
    gc.freeze()  # what is here already is not gone through again in every copy
    with multiprocessing.get_context("fork").Pool(min(hands(), len(items)), _begin) as pool:
        yield from pool.imap(_run, items, at_once)
    _task = None


def _begin() -> None:
    gc.set_threshold(SELDOM)


def _run(item: Any) -> Any:
    assert _task is not None
    return _task(item)
