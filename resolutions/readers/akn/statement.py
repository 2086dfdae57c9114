"""Part of `akn`: a statement -> its blocks and notes: head, body, closing."""

from __future__ import annotations

from collections.abc import Sequence

from resolutions.model.records import Language
from resolutions.readers.akn.blocks import Statement
from resolutions.readers.akn.body import BodyReader
from resolutions.readers.akn.head import metadata_uses, title_of
from resolutions.readers.akn.tokens import LineReader
from resolutions.readers.akn.xmlfile import Element


def read_statement(parts: Sequence[Element], language: Language) -> Statement:
    """The blocks of a statement in order, its notes, and what its other text is."""
    lines = LineReader(parts, language)
    body = BodyReader(lines)
    for part in parts:
        if part.name in ("meta", "coverPage", "conclusions"):
            lines.uses += metadata_uses(part)
        elif part.name == "preface":
            title = title_of(part, lines)
            body.blocks += [title] if title else []
        elif part.name == "preamble":
            body.preamble(part)
        else:
            body.part(part)
    return Statement(
        line=parts[0].line if parts else 1,
        blocks=tuple(body.blocks),
        notes=tuple(lines.notes),
        uses=tuple(lines.uses),
        unknown=tuple(body.unknown),
        doubts=tuple(lines.doubts),
    )
