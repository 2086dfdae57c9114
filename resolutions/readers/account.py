"""The account of characters: every non-blank character of a source was taken for one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from resolutions.model.document import Parsed
from resolutions.model.problems import Report
from resolutions.model.records import record


@record
class Account:
    """How many non-blank characters of a source went where."""

    file: str
    total: int
    lines: int
    by_use: dict[str, int]  # text, note, label, note-mark, metadata, artefact:…, frame, alike:…
    lost: int


def account(parsed: Parsed, report: Report) -> Account:
    """Count what each character was claimed as; report the unclaimed and the twice claimed."""
    lines = parsed.source.lines
    claimed: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    texts: defaultdict[str, list[str]] = defaultdict(list)  # by use, with the place it is for
    for (number, start, end, _), use in parsed.claims:
        text = lines[number - 1][start:end]
        if text and not text.isspace():
            claimed[number].append((start, end))
            texts[use].append(text)
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for use, found in texts.items():
        kinds[use if use.startswith("artefact:") else use.split(":", 1)[0]] += found
    lost = 0
    for number, line in enumerate(lines, start=1):
        if line.isspace() or claimed[number] == [(0, len(line))]:
            continue
        gaps, overlaps = _uneven(len(line), sorted(claimed[number]))
        for places, code, what in (
            (gaps, "lost-characters", "went nowhere"),
            (overlaps, "doubled-characters", "were read twice"),
        ):
            words = "".join(_printed(line[start:end]) for start, end in places)
            lost += len(words) if places is gaps else 0
            if words:
                report.error(
                    parsed.source.file,
                    parsed.source.number(number),
                    code,
                    f"{words[:40]!r} {what}",
                    "this is a fault of `parse`",
                )
    total = len(_printed("".join(lines)))
    return Account(
        file=parsed.source.file,
        total=total,
        lines=len(lines),
        by_use={
            **{kind: len(_printed("".join(found))) for kind, found in sorted(kinds.items())},
            **{f"alike:{kind}": count for kind, count in parsed.source.alike if count},
        },
        lost=lost,
    )


def _printed(text: str) -> str:
    """The characters of a text that are no blanks."""
    return "".join(text.split())


def _uneven(
    length: int, claims: Sequence[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The stretches of a line that no claim covers, and those that more than one covers."""
    gaps, overlaps = [], []
    once = twice = 0  # where what is claimed once, and what is claimed twice, ends so far
    for start, end in (*claims, (length, length)):
        if start > once:
            gaps.append((once, start))
        overlap = max(start, twice), min(end, once)
        if overlap[0] < overlap[1]:
            overlaps.append(overlap)
            twice = overlap[1]
        once = max(once, end)
    return gaps, overlaps
