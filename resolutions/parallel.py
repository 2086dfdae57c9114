"""Work shared out over the cores: one function, many items, the results in their order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from traceback import format_exc
from typing import Any, TypeVar, cast

Item = TypeVar("Item")
Result = TypeVar("Result")
MOST = 8  # worker processes
PATIENCE = 0.5  # seconds


def worker_count() -> int:
    """How many processes work at once."""
    return min(MOST, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)


def each(
    task: Callable[[Item], Result],
    items: Iterable[Item],
    chunk: int = 1,
    waiting: Callable[[], None] = lambda: None,
) -> Iterator[Result]:
    """`task` of every item, in order; a worker is given `chunk` items at a time.

    `waiting` is called now and then while results are waited for.

    The task and the items may hold anything: workers are copies (forks) of this process, and only
    results are sent. Where a system cannot copy a process (or there is one core, or one item), the
    work is done here. An exception of the task is raised here; so is ChildProcessError, where a
    worker was killed.
    """
    items = list(items)
    if (
        worker_count() < 2
        or len(items) < 2
        or "fork" not in multiprocessing.get_all_start_methods()
    ):
        yield from map(task, items)
        return
    chunks = [items[at : at + chunk] for at in range(0, len(items), chunk)]
    gc.freeze()  # the objects of the parent: no worker need collect them
    context = multiprocessing.get_context("fork")
    workers: dict[Connection, BaseProcess] = {}
    try:
        for _ in range(min(worker_count(), len(chunks))):
            here, there = context.Pipe()
            worker: BaseProcess = context.Process(
                target=_work, args=(task, chunks, there), daemon=True
            )
            with _held_back(signal.SIGINT):  # for good in the worker
                worker.start()
            there.close()  # the worker alone holds that end: if it dies, `here` reads EOF
            workers[here] = worker
        for results in _in_order(list(workers), len(chunks), waiting):
            yield from results
    finally:
        for worker in workers.values():
            worker.terminate()
        for worker in workers.values():
            worker.join()
        for here in workers:
            here.close()


@contextmanager
def _held_back(number: signal.Signals) -> Iterator[None]:
    """Keep a signal until the end of the block; a process that is copied meanwhile never gets it.

    So Ctrl-C ends the first process, and it the others, and never stops a worker half made.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {number})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _in_order(
    workers: Sequence[Connection], count: int, waiting: Callable[[], None]
) -> Iterator[list[Any]]:
    """The results of chunks 0, 1, 2 …: a worker that is free takes the next."""
    numbers = iter(range(count))
    for worker in workers:
        worker.send(next(numbers))
    done: dict[int, list[Any]] = {}
    for wanted in range(count):
        while wanted not in done:
            for worker in cast(list[Connection], wait(workers, timeout=PATIENCE)):
                number, done[number] = _received(worker)
                if (following := next(numbers, None)) is not None:
                    worker.send(following)
            waiting()
        yield done.pop(wanted)


def _received(worker: Connection) -> tuple[int, list[Any]]:
    try:
        number, results, problem = worker.recv()
    except EOFError:
        raise ChildProcessError(None, "a worker was killed: is there enough memory?") from None
    if problem:
        raise problem
    return number, results


def _work(task: Callable[[Any], Any], chunks: Sequence[Sequence[Any]], pipe: Connection) -> None:
    """Do the chunks whose numbers are sent, until there are none."""
    with suppress(EOFError, BrokenPipeError):
        while True:
            number = pipe.recv()
            try:
                pipe.send((number, [task(item) for item in chunks[number]], None))
            except Exception as problem:
                problem.add_note(format_exc())  # where it happened
                pipe.send((number, [], problem))
