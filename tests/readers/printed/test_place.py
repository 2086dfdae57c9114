"""Where a line stands, and what it may be there. All texts are invented."""

from __future__ import annotations

import pytest
from printedlines import line, lines

from resolutions.readers.printed.forms import forms
from resolutions.readers.printed.place import Place, closed


def below(*texts: str) -> Place:
    place = Place(forms("en"))
    for each in lines("The General Assembly,", *texts):
        place.groups.append([each])
        place.note(each, [])
    return place


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("3. Decides", True), ("2 bis. Decides", True), ("1. Decides", True), ("4. Decides", False)],
)
def test_the_number_that_must_come(text: str, wanted: bool) -> None:
    assert below("1. Requests;", "2. Notes;").expected(text) is wanted


def test_numbers_begin_anew_in_an_annex() -> None:
    place = below("1. Requests;", "2. Notes.", "Annex")
    assert place.annexed
    assert (place.number, place.counted) == (0, False)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("55th plenary meeting", True), ("3 December 2035", True), ("3 December 2035,", False)],
)
def test_lines_of_the_closing(text: str, wanted: bool) -> None:
    assert below("1. Requests.").closes(text) is wanted


def test_a_title_stands_above_the_number_that_must_come() -> None:
    place = below("1. Requests;")
    assert place.is_title_above_number(line("Rivers"), lines("and lakes", "2. Notes;"))
    assert not place.is_title_above_number(line("Rivers"), lines("and lakes.", "2. Notes;"))
    assert not place.is_title_above_number(line("rivers"), lines("2. Notes;"))


def test_a_heading_is_short_and_has_no_end() -> None:
    place = below("1. Requests;")
    assert place.heads(lines("Rivers and lakes"))
    assert not place.heads(lines("Rivers and lakes;"))
    assert not place.heads(lines("2. Rivers"))
    assert not place.heads(lines("Rivers " * 20))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("“Rivers”", True), ("“Rivers", False), ("《a》", True), ("《a", False)],
)
def test_titles_and_quotations_are_closed(text: str, wanted: bool) -> None:
    assert closed(text) is wanted
