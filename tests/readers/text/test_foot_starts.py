"""Where the notes of a page begin. All texts are invented."""

from __future__ import annotations

import pytest

from resolutions.readers.text.foot_starts import foot_of, reads_as_note
from resolutions.readers.text.rows import pieces_of, rows_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Recalling the treaty1 and\nits report,\n1 See A/90/1.\n", 2),
        ("Recalling the treaty and\nits report,\n1 See A/90/1.\n", None),  # no mark above
        ("Recalling the treaty1 and\nits report,\n1/CP.21 See A/90/1.\n", None),  # a decision
        ("Recalling the treaty 1 and\n1 See A/90/1.\n", 1),  # a blank before the mark
        ("Recalling the treaty 1 and\n1 See A/90/1.\n2. Decides;\n", None),
        ("Recalling A/90/7 2 of\n1 See A/90/1.\n2 See A/90/2.\n", 1),  # the first mark was lost
    ],
)
def test_where_the_notes_begin(text: str, wanted: int | None) -> None:
    pieces = pieces_of(text)
    assert foot_of(rows_of(pieces, pieces.lines), 1) == wanted


@pytest.mark.parametrize(("text", "wanted"), [("See A/90/1.", True), ("rivers", False)])
def test_what_reads_as_a_note(text: str, wanted: bool) -> None:
    assert reads_as_note(text) is wanted
