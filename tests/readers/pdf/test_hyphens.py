from __future__ import annotations

from resolutions.model.document import Run
from resolutions.readers.akn.inline import Stretch, plain
from resolutions.readers.pdf.hyphens import mended
from resolutions.readers.pdf.lines import Printed
from resolutions.readers.pdf.rows import Row
from resolutions.readers.printed.forms import forms

FRENCH = forms("fr")


def rows(*texts: str) -> list[Row]:
    return [
        Row(Printed(1, ()), (Stretch(Run(n, 0, len(text), text)),), text.strip(), n)
        for n, text in enumerate(texts, start=1)
    ]


def test_a_hyphen_goes_where_the_whole_word_is_printed_elsewhere() -> None:
    made = mended(rows("les ri- ", "vières et les rivières"), FRENCH)
    assert [row.cut for row in made.rows] == [True, False]
    assert plain(made.rows[0].tokens) == "les ri"
    assert [(c.run.start, c.run.text, c.use) for c in made.claims] == [
        (6, "-", "artefact:line-end-hyphen")
    ]
    assert made.doubts == []


def test_a_hyphen_stays_where_the_word_is_printed_with_it() -> None:
    made = mended(rows("le vice-", "président, viceprésident ou vice-président"), FRENCH)
    assert not made.rows[0].cut
    assert (made.claims, made.doubts) == ([], [])


def test_a_hyphen_of_which_nothing_is_known_stays_and_is_told() -> None:
    made = mended(rows("les fleu-", "ves"), FRENCH)
    assert not made.rows[0].cut
    assert [(line, code) for line, code, _ in made.doubts] == [(1, "doubtful-hyphen")]


def test_a_file_that_is_hyphenated_throughout_is_so_there_too_and_it_is_told() -> None:
    proofs = [("ri-", "ves rives"), ("la-", "cs lacs"), ("po-", "rts ports")]
    made = mended(rows(*[line for pair in proofs for line in pair], "fleu-", "ves"), FRENCH)
    assert [row.cut for row in made.rows] == [True, False] * 4
    assert [line for line, _, _ in made.doubts] == [7]


def test_a_name_keeps_its_hyphen() -> None:
    assert mended(rows("Kunming-", "Montréal"), FRENCH).doubts == []


def test_a_compound_keeps_its_hyphen_in_a_hyphenated_file() -> None:
    made = mended(rows("les ri-", "ves et rives", "un sous-", "comité", "les fleu-", "ves"), FRENCH)
    assert [row.cut for row in made.rows] == [True, False, False, False, True, False]
    assert [line for line, _, _ in made.doubts] == [3, 5]


def test_two_long_words_of_the_file_keep_the_hyphen_between_them_and_it_is_told() -> None:
    file = ["les ri-", "ves et rives", "les peuples riverains et les membres", "les membres-"]
    made = mended(rows(*file, "riverains, qui pro-", "mettent"), FRENCH)
    assert [row.cut for row in made.rows] == [True, False, False, False, True, False]
    assert [line for line, _, _ in made.doubts] == [4, 5]
    alone = mended(rows("les ri-", "ves et rives", "les membres-", "riverains"), FRENCH)
    assert alone.rows[2].cut  # its halves stand nowhere else: as of any other word


def test_english_keeps_a_hyphen_and_tells_of_a_word_that_is_printed_whole() -> None:
    made = mended(rows("the ri-", "vers and rivers, non-", "governmental"), forms("en"))
    assert [row.cut for row in made.rows] == [False] * 3
    assert (made.claims, [line for line, _, _ in made.doubts]) == ([], [1])


def test_english_of_a_program_that_cuts_words_is_made_whole_where_it_prints_them_whole() -> None:
    proofs = [("ri-", "vers rivers"), ("la-", "kes lakes"), ("po-", "rts ports")]
    file = [line for pair in proofs for line in pair]
    made = mended(rows(*file, "the seventy-", "fifth session"), forms("en"))
    assert [row.cut for row in made.rows] == [True, False] * 3 + [False, False]
    assert [line for line, _, _ in made.doubts] == [7]


def test_a_hyphen_set_apart_from_its_word_goes_with_the_blank() -> None:
    made = mended(rows("les ri -", "vières et les rivières"), FRENCH)
    assert plain(made.rows[0].tokens) == "les ri"
    assert [claim.run.start for claim in made.claims] == [7]


def test_two_adjectives_keep_the_hyphen_between_them() -> None:
    made = mended(
        rows("все ре-", "ки, реки", "производственно-", "сбытовых", "несовершенно-", "летних"),
        forms("ru"),
    )
    assert [row.cut for row in made.rows] == [True, False, False, False, True, False]
