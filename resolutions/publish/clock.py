"""How long each stage takes."""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


class Clock:
    """The seconds of each stage of a run, by its name."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Tell on stderr which stage runs, and when it ends how long it took."""
        if sys.stderr.isatty():
            print(f"{name} …", end="\r", file=sys.stderr)
        with self.part(name):
            yield
        print(f"{name:<24}{self.seconds[name]:6.2f} s", file=sys.stderr)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Note how long a part of a stage takes, and say nothing."""
        began = time.perf_counter()
        yield
        self.seconds[name] += time.perf_counter() - began

    def add(self, seconds: Mapping[str, float]) -> None:
        """Take in what another process measured."""
        for name, each in seconds.items():
            self.seconds[name] += each

    def write(self, path: Path) -> None:
        """Write the seconds as JSON."""
        path.write_text(json.dumps(self.seconds), encoding="utf-8")
