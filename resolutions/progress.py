"""How far long work has come: done of how many, and how long the rest may take.

On a terminal one line is written over; elsewhere a plain line comes now and then. Short work says
nothing.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

Item = TypeVar("Item")
SILENT = 2.0  # seconds before anything is said
OFTEN, SELDOM = 0.5, 15.0  # seconds from one saying to the next: on a terminal, and elsewhere
WIDTH = 60  # characters that a line clears


class Progress:
    """The count of one work; `add` may be called in any process, the rest where it was made."""

    def __init__(self, name: str, total: int, stream: TextIO | None = None) -> None:
        self.name, self.total, self.stream = name, total, stream or sys.stderr
        self.done = multiprocessing.Value("q", 0)
        self.began = time.monotonic()
        self.lively = self.stream.isatty()
        self.next = self.began + (SILENT if self.lively else SELDOM)
        self.shown = False

    def add(self, count: int = 1) -> None:
        """Count something that is done."""
        with self.done.get_lock():
            self.done.value += count

    def tell(self) -> None:
        """Say how far the work has come, if it is time to."""
        now = time.monotonic()
        if now < self.next:
            return
        self.next = now + (OFTEN if self.lively else SELDOM)
        self.shown = True
        line = str(self)
        end = "\r" if self.lively else "\n"
        print(line.ljust(WIDTH) if self.lively else line, end=end, file=self.stream, flush=True)

    def end(self) -> None:
        """Clear the line of a terminal."""
        if self.shown and self.lively:
            print(" " * WIDTH, end="\r", file=self.stream, flush=True)

    def through(self, items: Iterable[Item]) -> Iterator[Item]:
        """Hand the items on, and count each."""
        for item in items:
            yield item
            self.add()
            self.tell()
        self.end()

    def __str__(self) -> str:
        """`read: 340 of 5898, 12 s left`."""
        done = self.done.value
        line = f"{self.name}: {done} of {self.total}"
        if not 0 < done < self.total:
            return line
        left = (time.monotonic() - self.began) * (self.total - done) / done
        return f"{line}, {left:.0f} s left" if left < 90 else f"{line}, {left / 60:.0f} min left"
