"""The linter reads every module: an exclusion of `site/` once took `resolutions/site/` with it."""

import subprocess
import sys
from pathlib import Path

from conftest import REPOSITORY


def test_the_linter_reads_every_module() -> None:
    command = [sys.executable, "-m", "ruff", "check", "--show-files", "."]
    listed = subprocess.run(
        command, cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout
    read = {Path(line) for line in listed.splitlines()}
    modules = {
        path for room in ("resolutions", "tests") for path in (REPOSITORY / room).rglob("*.py")
    }
    assert modules - read == set()
