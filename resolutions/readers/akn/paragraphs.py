"""Blocks with their keys -> paragraphs, and what their characters are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolutions.model.document import Claim, Paragraph, Run, Source
from resolutions.model.records import Span
from resolutions.readers.akn.arrange import KeyedBlock
from resolutions.readers.akn.inline import rich_text, runs
from resolutions.readers.akn.links import targets


def paragraph_of(unit: KeyedBlock, source: Source) -> Paragraph:
    """A paragraph of a document."""
    content = unit.content
    return Paragraph(
        key=unit.key,
        kind=unit.kind,
        label=unit.label,
        parent=unit.parent,
        text=content.text,
        lines=lines_of(runs((*unit.label_tokens, *unit.tokens)), unit.block.line, source),
        rows=tuple(tuple(rich_text(cell).text for cell in row) for row in unit.block.rows),
        emphasis=content.emphasis,
        notes=content.notes,
        links=tuple(targets(content.text, content.links)),
    )


def paragraph_claims(unit: KeyedBlock, slug: str) -> Iterator[Claim]:
    """What the characters of a paragraph are: its label, its text."""
    yield from (Claim(run, "label") for run in runs(unit.label_tokens))
    yield from (Claim(run, f"text:{slug}#{unit.key}") for run in runs(unit.tokens))


def lines_of(found: Sequence[Run], line: int, source: Source) -> Span:
    """The first and the last line of the file that some text stands on; of none, `line`."""
    numbers = [source.number(run.line) for run in found] or [line]
    return Span(min(numbers), max(numbers))
