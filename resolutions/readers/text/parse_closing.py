"""Part of `parse`: the date and the meeting below a text."""

from __future__ import annotations

from resolutions.readers.printed.forms import edition_shapes
from resolutions.readers.text.drafts import Draft, DraftParagraph, Line, ParseState, uses_of
from resolutions.readers.text.join import join
from resolutions.readers.text.parse_head import facts_of


def read_closing(line: Line, last: DraftParagraph, draft: Draft, state: ParseState) -> bool:
    """Read the date and the meeting below a text that has come to its full stop."""
    if draft.part != "operative" or not join(last.parts).text.endswith("。"):
        return False
    for name, shape in edition_shapes("closing"):
        if match := shape.fullmatch(line.text):
            draft.metadata += uses_of(line, name)
            draft.facts |= facts_of(match, line, state)
            return True
    return False
