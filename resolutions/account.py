"""The account of characters: every non-blank character of a source was taken for one thing."""

from __future__ import annotations

from collections import Counter

from resolutions.models import Parsed, record
from resolutions.problems import Report


@record
class Account:
    """How many non-blank characters of a source went where."""

    file: str
    total: int
    lines: int
    by_use: dict[str, int]  # text, note, label, note-mark, metadata, artefact:…, frame
    lost: int


def account(parsed: Parsed, report: Report) -> Account:
    """Count what each character was claimed as; report the unclaimed and the twice claimed."""
    lines = parsed.source.lines
    claimed = [bytearray(len(line)) for line in lines]
    by_use: Counter[str] = Counter()
    for claim in parsed.claims:
        run, use = claim.run, claim.use
        row = claimed[run.line - 1]
        for position in range(run.start, run.end):
            if not lines[run.line - 1][position].isspace():
                row[position] = min(row[position] + 1, 2)
                by_use[use if use.startswith("artefact:") else use.split(":")[0]] += 1
    lost = 0
    for number, (line, row) in enumerate(zip(lines, claimed, strict=True), start=1):
        unclaimed = [
            i for i, character in enumerate(line) if not character.isspace() and not row[i]
        ]
        twice = [i for i, count in enumerate(row) if count > 1]
        lost += len(unclaimed)
        for places, code, what in (
            (unclaimed, "lost-characters", "went nowhere"),
            (twice, "doubled-characters", "were read twice"),
        ):
            if places:
                words = "".join(line[i] for i in places)[:40]
                report.error(
                    parsed.source.file,
                    parsed.source.number(number),
                    code,
                    f"{words!r} {what}",
                    "this is a fault of `parse`",
                )
    total = sum(not character.isspace() for line in lines for character in line)
    return Account(
        file=parsed.source.file,
        total=total,
        lines=len(lines),
        by_use=dict(sorted(by_use.items())),
        lost=lost,
    )
