"""Part of `parse`: what its parts share: a line to be matched, a paragraph and an instrument in
the making, and what is known of a source while it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from resolutions.model.document import BodyLine, Claim, Mark, Run, Section, Sifted, Source
from resolutions.model.keys import Keys
from resolutions.model.problems import Report
from resolutions.model.records import Key, ParagraphKind, Part
from resolutions.readers.text.join import join
from resolutions.readers.text.sift import BOLD

CLOSED = "，；。："
NUMBERED = re.compile(r"(\d{1,3})\. ?(?=\S)")


@dataclass(slots=True)
class DraftParagraph:
    """A paragraph in the making: the lines it is made of, and what it was taken for."""

    kind: ParagraphKind
    key: Key
    label: str = ""
    parent: Key | None = None
    parts: list[Run | Mark] = field(default_factory=list)
    used: list[tuple[Run, str]] = field(default_factory=list)  # labels, list signs
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def is_open(self) -> bool:
        """Whether the text so far wants to go on: no punctuation closes it."""
        text = join(self.parts).text
        return bool(text) and text[-1] not in CLOSED


@dataclass(slots=True)
class Draft:
    """An instrument in the making."""

    section: Section | None
    number: str  # "1", "20/1"
    is_decision: bool = False
    keys: Keys = field(default_factory=Keys)
    units: list[DraftParagraph] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    metadata: list[tuple[Run, str]] = field(default_factory=list)
    part: Part = "preambular"
    agenda: bool = False

    @property
    def enacted(self) -> bool:
        """Whether the enacting phrase has been read."""
        return any(unit.kind == "enacting" for unit in self.units)


class Line(NamedTuple):
    """A body line as one text, to be matched; the parts say where its pieces stand."""

    body: BodyLine
    text: str  # without marks and bold signs, trimmed

    @property
    def number(self) -> int:
        """The number of the source line."""
        return self.body.line


@dataclass(slots=True)
class ParseState:
    """A source while it is read: what was found in it so far."""

    sifted: Sifted
    report: Report
    drafts: list[Draft] = field(default_factory=list)
    section: Section | None = None  # of a report: the one that was read last
    inside: bool = True  # whether a line belongs to the last draft, and not to the report's frame
    frame: list[DraftParagraph] = field(default_factory=list)
    frame_keys: Keys = field(default_factory=Keys)
    claims: list[Claim] = field(default_factory=list)

    @property
    def source(self) -> Source:
        """The source."""
        return self.sifted.source

    def unexplained(self, line: Line) -> None:
        """Claim a line that no rule knows, and report it."""
        uses = uses_of(line, "unexplained")
        words = line.text or "".join(run.text for run, _ in uses)  # marks without a word
        if not words:
            return
        self.claims += [Claim(run, use if line.text else "unexplained") for run, use in uses]
        self.report.error(
            self.source.file,
            line.number,
            "unexplained-line",
            f"{words[:40]!r} is neither text, note, metadata nor a known artefact",
            "mend the extraction, or teach `sift` or `parse` its shape",
        )


def line_of(body: BodyLine) -> Line:
    """A body line with its text; a row of a table keeps its tabs: its last cells may be empty."""
    text = "".join(part.text for part in body.parts if isinstance(part, Run))
    return Line(body, text.strip(" \u3000"))


def split(line: Line, at: int) -> tuple[Line, Line]:
    """Cut a line after `at` characters of its text; marks stay with the second piece."""
    first: list[Run | Mark] = []
    rest: list[Run | Mark] = []
    raw = "".join(part.text for part in line.body.parts if isinstance(part, Run))
    left = at + len(raw) - len(raw.lstrip())
    for part in line.body.parts:
        if isinstance(part, Mark) or left <= 0:
            rest.append(part)
            continue
        cut = min(left, len(part.text))
        first.append(Run(part.line, part.start, part.start + cut, part.text[:cut]))
        if cut < len(part.text):
            rest.append(Run(part.line, part.start + cut, part.end, part.text[cut:]))
        left -= cut
    cuts = (BodyLine(line.number, tuple(parts), line.body.starts) for parts in (first, rest))
    before, after = cuts
    return line_of(before), line_of(after)


def unit_of(
    line: Line,
    kind: ParagraphKind,
    key: Key,
    label: re.Match[str] | None = None,
    parent: Key | None = None,
) -> DraftParagraph:
    """Make a paragraph of a line; `label` is the number or letter at its beginning."""
    unit = DraftParagraph(kind=kind, key=key, parent=parent)
    if label:
        first, line = split(line, label.end())
        unit.label = first.text
        unit.used += uses_of(first, "label")
    unit.parts = list(line.body.parts)
    return unit


def uses_of(line: Line, use: str) -> list[tuple[Run, str]]:
    """The stretches of a line and what they are; bold signs and note marks apart."""
    uses = []
    for part in line.body.parts:
        if isinstance(part, Mark):
            uses.append((part.run, "artefact:bold-sign" if part.label == BOLD else "note-mark"))
        else:
            uses.append((part, use))
    return uses
