"""The UN's own extracts of its resolutions (`data_extract/75.json`), as evidence.

A line is a JSON object on one resolution: its English title, agenda item, day, sponsors, the
keywords of the UN's thesaurus. They name and date texts, and never take the place of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from resolutions.model.problems import Report
from resolutions.model.records import record
from resolutions.readers.dates import day_in

AGENDA = re.compile(r"^Agenda items?\s+")  # Agenda items 20 and 78 (a)
LARGEST = 50_000_000  # bytes; the UN's have three million


@record
class Extract:
    """What the UN says of a resolution beside its text."""

    symbol: str
    title: str | None
    date: str | None
    origin: str | None  # the document it came from: a report, or the draft itself
    sponsor: str | None
    agenda_item: str | None
    subjects: tuple[str, ...]


class _Line(msgspec.Struct):
    """A line of the file, what of it is used."""

    symbol: str
    title: str = ""
    adoption_date: str = ""
    originating_document: str = ""
    sponsors: list[str] = []
    agenda_item: str = ""
    subjects: list[list[str]] = []


LINE = msgspec.json.Decoder(_Line)


def extracts_of(files: Iterable[tuple[Path, str]], report: Report) -> dict[str, Extract]:
    """The extracts of some files by symbol; `files` are paths and their names in messages.

    A JSON file that is something else says nothing of texts, and is passed over.
    """
    found: dict[str, Extract] = {}
    for path, shown in files:
        try:
            lines = path.read_bytes().splitlines() if path.stat().st_size < LARGEST else []
            read = [_extract(LINE.decode(line)) for line in lines if line.strip()]
        except (OSError, msgspec.DecodeError):
            report.skip(shown, 1, "no-extract", "it holds no extracts of resolutions")
            continue
        found |= {each.symbol: each for each in read}
    return found


def _extract(line: _Line) -> Extract:
    return Extract(
        symbol=re.sub(r"\s", "", line.symbol),
        title=line.title.strip() or None,
        date=day_in(line.adoption_date),
        origin=line.originating_document.strip() or None,
        sponsor=", ".join(line.sponsors) or None,
        agenda_item=AGENDA.sub("", line.agenda_item).strip() or None,
        subjects=tuple(sorted({subject[0] for subject in line.subjects if subject})),
    )
