"""Which instruments follow each other."""

from __future__ import annotations

from conftest import Edition

from resolutions.comparison.series import NUMBERED, neighbours


def test_the_texts_of_a_title_follow_each_other_and_a_draft_its_resolution(real: Edition) -> None:
    assert neighbours(real.library.heads, real.catalogue.held) == [
        ("a-res-63-195", "a-res-68-193"),
        ("a-c-3-68-l-18", "a-res-68-193"),
        ("a-res-68-193", "a-res-71-209"),
    ]


def test_a_draft_goes_with_the_resolution_it_became_by_what_is_known_of_it(toy: Edition) -> None:
    found = neighbours(toy.library.heads, toy.catalogue.held)
    assert found == [("a-c-3-90-l-2", "a-res-90-1")]


def test_the_number_of_a_congress_does_not_part_two_titles() -> None:
    one = NUMBERED.sub("", "第十二届预防犯罪大会的后续行动")
    assert one == NUMBERED.sub("", "第 十三届预防犯罪大会的后续行动".replace(" ", ""))
    assert NUMBERED.sub("", "the thirtieth session") == NUMBERED.sub("", "the thirty-first session")
