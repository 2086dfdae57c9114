"""What the lines of a text say by their lengths and blank lines. All texts are invented."""

from __future__ import annotations

from resolutions.readers.akn.inline import Stretch
from resolutions.readers.printed.forms import forms
from resolutions.readers.printed.lines import PrintedLine
from resolutions.readers.text.measures import in_blocks, printed_lines
from resolutions.readers.text.rows import Row, pieces_of, rows_of

FULL = "Recalling the rivers of the world and all of those who live on the banks of them"


def rows(text: str) -> list[Row]:
    pieces = pieces_of(text)
    return rows_of(pieces, pieces.lines)


def lines(text: str) -> list[PrintedLine]:
    own = rows(text)
    return list(printed_lines(own, [(Stretch(row.run),) for row in own], forms("en")))


def test_a_word_fits_above_only_where_there_is_room() -> None:
    found = lines(f"{FULL}\nand lakes,\nNoting seas\n" + f"{FULL}\n" * 9)
    assert [each.fits for each in found[:4]] == [None, False, True, True]
    assert found[2].spare > found[1].spare


def test_a_title_has_the_room_of_its_own_lines() -> None:
    title = (
        "Rivers and lakes, seas and oceans, the banks of all of them\nand the shores of them and"
    )
    found = lines(f"{FULL}\n" * 9 + f"{title}\nislands\n{FULL}.\n")
    assert found[10].fits is False
    assert lines(f"{FULL}\n" * 9 + f"{title.splitlines()[0]}.\nand\n{FULL}.\n")[10].fits is True


def test_blank_lines_part_paragraphs_where_most_lines_have_one() -> None:
    assert in_blocks(rows("a\n\nb\n\nc\n\nd\n"))
    assert not in_blocks(rows("a\nb\nc\n\nd\n"))
    assert not in_blocks([])
