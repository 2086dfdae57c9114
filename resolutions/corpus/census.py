"""What was found in a folder of texts: how many were taken, and what was passed over."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Container, Iterable

from resolutions.corpus.shelf import Shelf, files_below, is_text, texts_of
from resolutions.model.library import Head
from resolutions.model.problems import Problem, Report
from resolutions.model.records import record
from resolutions.readers.table import TAKEN


@record
class Census:
    """The files of a folder that was dropped in, counted."""

    shown: str  # the folder's name in messages
    files: tuple[str, ...]  # that a reader takes by their name
    held: frozenset[str]  # those of which a text is held
    texts: int  # that are held: a language of an instrument is one
    instruments: int
    refused: int  # files
    skipped: dict[str, int]  # files passed over, by the code that says why
    others: dict[str, int]  # files that no reader takes, by their suffix

    def __str__(self) -> str:
        """`DIR: 12 texts of 3 instruments taken from 12 of 14 files; refused 1; passed over …`."""
        line = (
            f"{self.shown}: {self.texts} texts of {self.instruments} instruments taken "
            f"from {len(self.held)} of {len(self.files)} files"
        )
        if self.refused:
            line += f"; refused: {self.refused} files"
        passed = [f"{count} {name}" for name, count in {**self.skipped, **self.others}.items()]
        return f"{line}; passed over: {', '.join(passed)}" if passed else line


def count(shelf: Shelf, heads: Iterable[Head], report: Report) -> Census:
    """Count the files of a folder after texts were taken; tell it, and report an empty one."""
    census = _census(shelf, heads, report.problems)
    print(census, file=sys.stderr)
    if not census.held:
        _report_none(census, report)
    return census


def _census(shelf: Shelf, heads: Iterable[Head], problems: Iterable[Problem]) -> Census:
    files = tuple(shelf.name(path) for path in texts_of(shelf, Report()))
    own = [head for head in heads if any(shelf.holds(side) for side in head.sides.values())]
    sides = [side.file for head in own for side in head.sides.values() if shelf.holds(side)]
    held = frozenset(sides)
    skipped = {each.file: each.code for each in problems if each.severity == "skipped"}
    passed = Counter(skipped[file] for file in files if file in skipped and file not in held)
    return Census(
        shown=shelf.shown,
        files=files,
        held=held,
        texts=len(sides),
        instruments=len(own),
        refused=len(files) - len(held) - passed.total(),
        skipped=dict(passed.most_common()),
        others=_others(shelf, skipped.keys()),
    )


def _others(shelf: Shelf, skipped: Container[str]) -> dict[str, int]:
    """The files that are no texts, by suffix; headers, extracts and our list apart."""
    found: Counter[str] = Counter()
    for path in files_below(shelf, Report()):
        header = path.suffix == ".yml" and path.with_suffix(".txt").is_file()
        extract = path.suffix.lower() == ".json" and shelf.name(path) not in skipped
        if not (is_text(path) or header or extract or path == shelf.addresses):
            found[path.suffix.lower() or path.name] += 1
    return dict(found.most_common())


def _report_none(census: Census, report: Report) -> None:
    if census.files:
        message = f"none of its {len(census.files)} files is held"
        remedy = "what is told of each says why"
    else:
        message = f"no text was found in it ({sum(census.others.values())} other files)"
        remedy = f"it takes files that end in {', '.join(TAKEN)}, at any depth"
    report.warn(census.shown, 1, "no-texts", message, remedy)
