"""What is known of the units beside their wording, in columns that a browser reads fast."""

from __future__ import annotations

from resolutions.search.fold import fold
from resolutions.search.passages import Passage
from resolutions.search.postings import GAP, encode


class Facts:
    """What is known of the units beside their wording, as columns.

    What many units share (their themes, their verb, whom they ask) is a number in a table.
    """

    COLUMNS = ("themes", "verb", "addressees")

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, int]] = {name: {} for name in self.COLUMNS}
        self._number = self._end = 0
        self._begin()

    def _begin(self) -> None:
        self._keys: list[str] = []
        self._marks: dict[int, str] = {}
        self._bodies: list[int] = []
        self._columns: dict[str, list[int]] = {
            name: [] for name in ("lengths", "parts", "bodyLengths", *self.COLUMNS)
        }

    def add(self, unit: Passage, folded: str) -> None:
        """Take the next unit."""
        self._keys.append(unit.key)
        if unit.mark:
            self._marks[self._number] = unit.mark
        columns = self._columns
        columns["lengths"].append(len(folded))
        columns["parts"].append(unit.part)
        for name in self.COLUMNS:
            table = self._tables[name]
            columns[name].append(table.setdefault(getattr(unit, name), len(table)))
        for span in unit.bodies:
            start = len(fold(unit.text[: span.start] + unit.text[span.start])) - 1
            length = len(fold(unit.text[span.start : span.end]))
            self._bodies.append(self._end + start)
            columns["bodyLengths"].append(length)
        self._number += 1
        self._end += len(folded) + GAP

    def taken(self) -> dict[str, object]:
        """The columns since the last call."""
        shard: dict[str, object] = {
            "keys": " ".join(self._keys),
            "marks": self._marks,
            "bodies": encode(self._bodies),
            **self._columns,
        }
        self._begin()
        return shard

    def tables(self) -> dict[str, list[str]]:
        """What the numbers of the columns mean."""
        return {name: list(table) for name, table in self._tables.items()}
