"""What a user is told of problems: the gist on the screen, every one of them in a log."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import TextIO

from resolutions.files import write_whole
from resolutions.model.problems import SEVERITIES, Problem, Severity, ordered
from resolutions.readers.table import counted

FIRST = 20  # problems of a severity that are told one by one
ROWS = 20  # of the table: a screen with what stands above it
PLACES = 3  # doubts told on the line of a file
HEAD = "problems of a build of resolutions"  # by which a log is known to be ours


def tell(problems: Iterable[Problem], log: Path, stream: TextIO | None = None) -> None:
    """Tell the gist of the problems, and lay all of them down in a log.

    A log of an earlier run is replaced, or removed where there is no problem; a file that is no
    log of ours stays, and where none can be written the screen says all.
    """
    stream = stream or sys.stderr
    every = ordered(problems)
    written = _write(log, every)
    lines = list(on_screen(every, FIRST if written else len(every)))
    for line in lines:
        print(line, file=stream)
    if len(lines) < len(every):
        print(f"every one of them: {log}", file=stream)


def on_screen(problems: Sequence[Problem], first: int = FIRST) -> Iterator[str]:
    """Errors and refusals a line each, then warnings: a line each if they are few, else by code."""
    counts: Counter[Severity] = Counter()
    table: list[Problem] = []
    for severity, same in groupby(problems, lambda each: each.severity):
        own = list(same)
        counts[severity] = len(own)
        if severity in ("warning", "skipped") and len(own) > first:
            table += own
            continue
        yield from map(str, own[:first])
        if len(own) > first:
            yield f"… and {len(own) - first} more: {severity}"
    yield from _table(table)
    if problems:
        refused = f"{counts['refused']} refused, " if counts["refused"] else ""
        passed = f", {counts['skipped']} passed over" if counts["skipped"] else ""
        yield f"{counts['error']} errors, {refused}{counts['warning']} warnings{passed}"


def _table(problems: Sequence[Problem]) -> Iterator[str]:
    """How often each code comes, in how many files, and where first."""
    by_code: dict[tuple[Severity, str], list[Problem]] = {}
    for each in problems:
        by_code.setdefault((each.severity, each.code), []).append(each)
    rows = sorted(by_code.items(), key=lambda row: (SEVERITIES.index(row[0][0]), -len(row[1])))
    for (severity, code), own in rows[:ROWS]:
        files = len({each.file for each in own})
        name = f"{severity}[{code}]"
        yield f"{len(own):>7} {name:<32} in {files} files, first {own[0].file}:{own[0].line}"
    if len(rows) > ROWS:
        rest = sum(len(own) for _, own in rows[ROWS:])
        yield f"{rest:>7} of {len(rows) - ROWS} other codes"


def verdicts(files: Iterable[str], held: frozenset[str], problems: Sequence[Problem]) -> list[str]:
    """A line a file, the refused ones first: taken, taken with doubts, passed over, refused.

    `files` are names as messages show them, `held` those of which a text is held.
    """
    of: dict[str, list[Problem]] = {}
    for each in ordered(problems):
        of.setdefault(each.file, []).append(each)
    lines = [_verdict(file, file in held, of.get(file, [])) for file in files]
    return [line for _, line in sorted(lines)]


def _verdict(file: str, held: bool, own: Sequence[Problem]) -> tuple[int, str]:
    told = {each.severity: [one for one in own if one.severity == each.severity] for each in own}
    if not held:
        rank, verdict = (1, "passed over") if "skipped" in told else (0, "refused")
        why = told.get("error") or told.get("refused") or told.get("skipped") or own
        if not why:
            return rank, f"{file}: {verdict}: no text in it is held"
        words = f"{why[0].message}; {why[0].remedy}" if why[0].remedy else why[0].message
        return rank, f"{file}: {verdict}: {words}"
    doubts = [one for each in ("error", "refused", "warning") for one in told.get(each, ())]
    if not doubts:
        return 3, f"{file}: taken"
    said = "; ".join(f"{counted(file)} {one.line}: {one.message}" for one in doubts[:PLACES])
    more = f"; and {len(doubts) - PLACES} more" if len(doubts) > PLACES else ""
    return 2, f"{file}: taken with doubts: {said}{more}"


def log_beside(site: Path) -> Path:
    """The log of the build that made a site: beside it, not in it."""
    return site.with_name(f"{site.name}-problems.log")


def _write(log: Path, problems: Sequence[Problem]) -> bool:
    """Whether every problem stands in the log now."""
    with suppress(OSError):
        if log.exists() and not _is_ours(log):
            return False
        if problems:
            lines = [f"{HEAD}: {len(problems)}", *map(str, problems)]
            write_whole(log, "".join(f"{line}\n" for line in lines).encode())
        else:
            log.unlink(missing_ok=True)
        return True
    return False


def _is_ours(log: Path) -> bool:
    with log.open("rb") as file:
        return file.read(len(HEAD)) == HEAD.encode()
