"""What is wrong with an input, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "refused", "warning", "skipped"]
SEVERITIES: tuple[Severity, ...] = ("error", "refused", "warning", "skipped")  # the worst first


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One complaint: `file:line: severity[code] message; remedy`."""

    file: str
    line: int
    severity: Severity
    code: str
    message: str
    remedy: str

    def __str__(self) -> str:
        tail = f"; {self.remedy}" if self.remedy else ""
        return f"{self.file}:{self.line}: {self.severity}[{self.code}] {self.message}{tail}"


@dataclass(slots=True)
class Report:
    """Every problem of a build, collected so that all can be told at once."""

    problems: list[Problem] = field(default_factory=list)

    def error(self, file: str, line: int, code: str, message: str, remedy: str = "") -> None:
        """Add a problem that stops the site from being written."""
        self.problems.append(Problem(file, line, "error", code, message, remedy))

    def refuse(self, file: str, line: int, code: str, message: str, remedy: str = "") -> None:
        """Add a problem for which a dropped-in file is left out; the rest goes on."""
        self.problems.append(Problem(file, line, "refused", code, message, remedy))

    def skip(self, file: str, line: int, code: str, message: str, remedy: str = "") -> None:
        """Add a file that is none of ours, and is passed over: nothing is wrong with it."""
        self.problems.append(Problem(file, line, "skipped", code, message, remedy))

    def warn(self, file: str, line: int, code: str, message: str, remedy: str = "") -> None:
        """Add a problem the site can live with, and shows."""
        self.problems.append(Problem(file, line, "warning", code, message, remedy))

    @property
    def failed(self) -> bool:
        """Whether any problem is an error."""
        return any(problem.severity == "error" for problem in self.problems)


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, the worst first, by file and line."""
    return sorted(set(problems), key=lambda each: (SEVERITIES.index(each.severity), each))
