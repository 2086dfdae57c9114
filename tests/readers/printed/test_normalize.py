from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolutions.readers.printed.normalize import alike


@pytest.mark.parametrize(
    ("printed", "made", "kind"),
    [
        ("12 ⽉ 19 ⽇", "12 月 19 日", "compatibility-form"),
        ("会员国⻓期", "会员国长期", "compatibility-form"),
        ("第\u00a074/177\u00a0号", "第 74/177 号", "blank"),
        ("秘书\u00ad长", "秘书长", "unseen"),
        ("大\u200b会，", "大会，", "unseen"),
        ("２０３０（a）", "2030(a)", "full-width"),
        ("回 顾 其", "回顾其", "blank-in-word"),
    ],
)
def test_what_an_extraction_left_is_made_alike_and_counted(
    printed: str, made: str, kind: str
) -> None:
    lines, counts = alike([printed])
    assert lines == (made,)
    assert counts.get(kind)


@pytest.mark.parametrize("text", ["第七十五屆會議，", "回顾，甲；乙。", "الجمعية العامة،", "a, b"])
def test_wording_stays_as_it_stands(text: str) -> None:
    assert alike([text]) == ((text,), {})


@given(st.lists(st.text(max_size=30), max_size=5))
def test_lines_stay_lines_and_what_is_alike_stays_so(lines: list[str]) -> None:
    made, _ = alike(lines)
    assert len(made) == len(lines)
    assert alike(made)[0] == made
