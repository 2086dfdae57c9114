"""Changes inside a sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from resolutions.comparison.changes import Change, changes, words
from resolutions.model.findings import Findings


def test_words_are_those_found_else_letters_and_signs() -> None:
    assert words("请秘书长报告", Findings(words="1 3 2")) == ["请", "秘书长", "报告"]
    assert words("请 UNODC 报告", Findings()) == ["请", " ", "UNODC", " ", "报", "告"]
    assert words("Member States'") == ["Member", " ", "States", "'"]


def test_a_changed_word_is_dropped_and_added_whole() -> None:
    old, new = ["又", "敦促", "会员国", "支持"], ["敦促", "各国", "支持"]
    assert changes(old, new) == (
        Change("dropped", "又"),
        Change("same", "敦促"),
        Change("dropped", "会员国"),
        Change("added", "各国"),
        Change("same", "支持"),
    )


def test_a_lone_sign_between_two_changes_goes_with_them() -> None:
    old, new = words("防止、打击和铲除犯罪"), words("预防、查明和铲除犯罪")
    assert changes(old, new) == (
        Change("dropped", "防止、打击"),
        Change("added", "预防、查明"),
        Change("same", "和铲除犯罪"),
    )


TEXTS = st.text(alphabet="甲乙丙丁，a ", max_size=30)


@given(TEXTS, TEXTS)
def test_both_wordings_can_be_read_out_of_the_changes(old: str, new: str) -> None:
    told = changes(words(old), words(new))
    assert "".join(each.text for each in told if each.kind != "added") == old
    assert "".join(each.text for each in told if each.kind != "dropped") == new
    assert all(each.text for each in told)
