"""The foot of a page of a PDF: which lines are notes, and which of them goes on from where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resolutions.model.document import Run
from resolutions.readers.akn.inline import Stretch, plain
from resolutions.readers.pdf.glyphs import Glyph
from resolutions.readers.pdf.lines import Printed
from resolutions.readers.pdf.notes import NoteLines, Parted, parted
from resolutions.readers.pdf.rows import Row, row_of, tokens_of

SIZE = 10.0


def row(number: int, text: str, size: float = SIZE, page: int = 1) -> Row:
    glyphs = tuple(
        Glyph(each, 5.0 * place, 700.0 - 12 * number, 5.0 * place + 5, size, False, False)
        for place, each in enumerate(text)
    )
    return row_of(Printed(page, glyphs), number).row


def told(found: Parted) -> tuple[list[str], list[tuple[str, str]]]:
    return [each.text for each in found.rows], [(n.label, words(n)) for n in found.notes]


def words(note: NoteLines) -> str:
    return plain(tokens_of(note.rows))


def before(text: str) -> NoteLines:
    own = replace(row(1, text), tokens=(Stretch(Run(1, 0, len(text), text)),))
    return NoteLines("4", (own,))


def test_small_lines_below_a_rule_are_notes_and_the_rule_is_set_aside_once() -> None:
    page = [row(1, "The text."), row(2, "________"), row(3, "5 See A/90/7.", 8)]
    found = parted(page, SIZE, [])
    assert told(found) == (["The text."], [("5", " See A/90/7.")])
    assert [claim.use for claim in found.claims] == ["artefact:rule-line"]
    assert found.doubts == []


def test_a_note_without_an_end_goes_on_and_the_notes_given_stay_as_they_are() -> None:
    given = [before("See the report of the")]
    found = parted([row(1, "The text."), row(2, "Secretary-General.", 8)], SIZE, given)
    assert told(found)[1] == [("4", "See the report of the")]  # no label below: it is text
    page = [row(1, "The text."), row(2, "Committee.", 8), row(3, "5 See A/90/7.", 8)]
    found = parted(page, SIZE, given)
    assert told(found)[1] == [("4", "See the report of the\nCommittee."), ("5", " See A/90/7.")]
    assert words(given[0]) == "See the report of the"


def test_small_lines_above_the_first_label_are_text_where_no_note_is_open() -> None:
    page = [row(1, "The text."), row(2, "a small line", 8), row(3, "5 See A/90/7.", 8)]
    found = parted(page, SIZE, [before("It is ended.")])
    assert told(found)[0] == ["The text.", "a small line"]
    assert [note.label for note in found.notes] == ["4", "5"]


def test_the_foot_of_a_page_below_a_rule_that_begins_without_a_number_is_told() -> None:
    page = [row(1, "________"), row(2, "no number here", 8), row(3, "5 See A/90/7.", 8)]
    found = parted(page, SIZE, [])
    assert [(line, code) for line, code, _ in found.doubts] == [(2, "doubtful-note")]


def test_a_line_of_a_note_from_the_page_before_that_begins_with_a_figure_is_no_note() -> None:
    given = [before("Report of the Conference, Almaty,")]
    page = [
        row(1, "The text."), row(2, "Kazakhstan,", 8), row(3, "28 and 29 August 2003.", 8),
        row(4, "5 See A/90/7.", 8),
    ]  # fmt: skip
    found = parted(page, SIZE, given)
    assert [note.label for note in found.notes] == ["4", "5"]
    assert words(found.notes[0]).endswith("Kazakhstan,\n28 and 29 August 2003.")


def test_the_number_of_a_note_may_stand_on_a_line_of_its_own() -> None:
    page = [row(1, "The text."), row(2, "4 See A/90/6.", 8), row(3, "5", 11), row(4, "A/90/7.", 8)]
    found = parted(page, SIZE, [])
    assert [(note.label, words(note).strip()) for note in found.notes] == [
        ("4", "See A/90/6."), ("5", "A/90/7."),
    ]  # fmt: skip
    page[2] = row(3, "35", 11)  # a number that is not the next
    assert [note.label for note in parted(page, SIZE, []).notes] == ["4"]


def test_a_short_note_in_chinese_is_a_note() -> None:
    page = [row(1, "The text."), row(2, "6见A/90/6。", 8), row(3, "7同上。", 8)]
    assert [note.label for note in parted(page, SIZE, []).notes] == ["6", "7"]


@pytest.mark.parametrize(
    ("text", "page", "goes_on"),
    [("See the report of the", 2, True), ("See the report of the", 3, False), ("Ended.", 2, False)],
)
def test_the_foot_of_a_page_without_a_number_goes_on_with_the_open_note_of_the_page_before(
    text: str, page: int, goes_on: bool
) -> None:
    own = [row(1, "The text.", page=page), row(2, "Secretary-General.", 8, page)]
    found = parted(own, SIZE, [before(text)])
    assert told(found)[1] == [("4", f"{text}\nSecretary-General." if goes_on else text)]
    assert len(found.rows) == (1 if goes_on else 2)


def test_a_chinese_year_may_stand_behind_the_label_of_a_note() -> None:
    found = parted([row(1, "The text."), row(2, "5 2012年7月25日A/90/7号决定。", 8)], SIZE, [])
    assert told(found)[1] == [("5", " 2012年7月25日A/90/7号决定。")]


def lifted(number: int, text: str, x: float, size: float) -> Row:
    """A line beside the row of this number: its label raised in a column of its own."""
    y = 700.0 - 12 * number + (3.3 if size < 7 else 0)
    glyphs = tuple(
        Glyph(each, x + 5.0 * place, y, x + 5 + 5.0 * place, size, False, False)
        for place, each in enumerate(text)
    )
    return row_of(Printed(1, glyphs), number).row


def test_a_number_in_a_column_of_its_own_is_the_label_of_what_stands_beside_it() -> None:
    """As tabs set it in LibreOffice; * Reissued … is the text of note 1, and no note of its own."""
    page = [
        row(1, "The text."), lifted(2, "1", 20, 5), lifted(2, "* Reissued on 1 June.", 72, 8.5),
        lifted(3, "2", 20, 5), lifted(3, "See A/90/7.", 72, 8.5),
    ]  # fmt: skip
    found = parted(page, SIZE, [])
    assert [(n.label, words(n).strip()) for n in found.notes] == [
        ("1", "* Reissued on 1 June."), ("2", "See A/90/7."),
    ]  # fmt: skip
    assert found.doubts == []


def test_a_note_without_words_is_told() -> None:
    page = [row(1, "The text."), row(2, "1 See A/90/7.", 8), lifted(3, "2", 0, 5)]
    assert [message for _, _, message in parted(page, SIZE, []).doubts] == ["note 2 has no words"]


def test_a_mark_alone_below_the_text_is_no_label_of_the_notes_below_it() -> None:
    page = [
        row(1, "The text."),
        row(2, "2", 6),
        row(3, "1 See A/90/7.", 8.5),
        row(4, "2 Ibid.", 8.5),
    ]
    found = parted(page, SIZE, [])
    assert told(found) == (["The text.", "2"], [("1", " See A/90/7."), ("2", " Ibid.")])
    link = [row(1, "The text."), row(2, "2", 6), row(3, "https://docs.example.org", 8.5)]
    assert [n.label for n in parted(link, SIZE, []).notes] == ["2"]
