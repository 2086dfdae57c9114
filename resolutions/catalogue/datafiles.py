"""The YAML files of `data/`, each read once, and the line of everything in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from resolutions.catalogue.yamlfile import Complaint, YamlPath, convert, lines_of, parse_yaml
from resolutions.model.problems import Report
from resolutions.model.records import Language

T = TypeVar("T")
RULES = "rules"  # the folder of the rules for other languages than Chinese


class DataFiles:
    """The YAML files of a folder, and the lines of what was read from them."""

    def __init__(self, folder: Path, shown: str, report: Report) -> None:
        self.folder, self.shown, self.report = folder, shown, report
        self._lines: dict[str, dict[YamlPath, int]] = {}
        self._records: dict[str, Any] = {}

    def read(self, name: str, kind: type[T] | Any) -> T | None:
        """A file as records of `kind`; None, and a report, where it does not fit.

        It is read, and complained of, once: whoever asks again gets the same records.
        """
        if name not in self._records:
            shown = f"{self.shown}/{name}"
            parsed = parse_yaml(self.folder / name, shown, self.report)
            self._lines[name] = parsed[1] if parsed else {(): 1}
            self._records[name] = convert(*parsed, shown, kind, self.report) if parsed else None
        found: T | None = self._records[name]
        return found

    def by_id(self, name: str, kind: type[T]) -> dict[str, T] | None:
        """A list of records with ids, as a mapping; of an id that stands twice, the last."""
        records: Sequence[Any] | None = self.read(name, tuple[kind, ...])  # type: ignore[valid-type]
        return None if records is None else {each.id: each for each in records}

    def placed(self, name: str, kind: Any) -> list[tuple[Any, int]] | None:
        """A list of records, each with the line it begins on."""
        records: Sequence[Any] | None = self.read(name, kind)
        if records is None:
            return None
        return [(each, self.line(name, (number,))) for number, each in enumerate(records)]

    def strings(self, language: str) -> dict[str, str]:
        """The words readers see in a language, by dotted key."""
        return self.read(f"strings/{language}.yml", dict[str, str]) or {}

    def line(self, name: str, path: YamlPath) -> int:
        """The line of a record or field in a file, counted from 1."""
        return lines_of(self._lines.get(name, {(): 1}), path)

    @property
    def ruled(self) -> list[Language]:
        """The languages that have rules of their own, beside those for Chinese."""
        return sorted(path.name for path in (self.folder / RULES).glob("*/"))

    def complain(self, name: str, complaints: Iterable[Complaint]) -> None:
        """Report what is wrong with a file."""
        for path, code, message, remedy in complaints:
            self.error(name, path, code, message, remedy)

    def error(self, name: str, path: YamlPath, code: str, message: str, remedy: str) -> None:
        """Report a problem of a record or field."""
        self.report.error(f"{self.shown}/{name}", self.line(name, path), code, message, remedy)
