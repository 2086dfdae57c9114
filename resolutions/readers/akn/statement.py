"""Part of `akn`: a statement -> its blocks and notes: head, body, closing."""

from __future__ import annotations

from collections.abc import Sequence

from resolutions.model.records import Language
from resolutions.readers.akn.blocks import Statement
from resolutions.readers.akn.body import BodyReader
from resolutions.readers.akn.head import metadata_uses, title_of
from resolutions.readers.akn.inline import plain, runs
from resolutions.readers.akn.numbering import TATWEEL
from resolutions.readers.akn.repeated import once
from resolutions.readers.akn.tokens import LineReader
from resolutions.readers.akn.xmlfile import Element
from resolutions.readers.printed.forms import forms, shape


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
    meeting = _closing_meeting(body, language)
    blocks, repeats = once(body.blocks)
    return Statement(
        line=parts[0].line if parts else 1,
        blocks=tuple(blocks),
        notes=tuple(lines.notes),
        uses=(*lines.uses, *repeats),
        unknown=tuple(body.unknown),
        doubts=tuple(lines.doubts),
        meeting=meeting,
    )


def _closing_meeting(body: BodyReader, language: Language) -> str | None:
    """The meeting, where a file has it as the last paragraph of the text; it is taken out."""
    own = [at for at, block in enumerate(body.blocks) if block.zone == "body"]
    if not own or body.blocks[own[-1]].number:
        return None
    tokens = body.blocks[own[-1]].tokens
    text = " ".join(plain(tokens).replace(TATWEEL, "").split())
    found = forms(language).match("meeting", text) or shape("plenary").fullmatch(text)
    if not found:
        return None
    del body.blocks[own[-1]]
    body.lines.uses += [(run, "metadata:meeting") for run in runs(tokens)]
    return found.groupdict().get("meeting")
