"""Openings of preambular paragraphs, each with regard to those beside it."""

from __future__ import annotations

import pytest

from resolutions.readers.printed.forms import forms
from resolutions.readers.printed.openings import opens


@pytest.mark.parametrize(
    ("text", "paragraph", "below", "wanted"),
    [
        ("又回顾其他决议", "回顾其决议，", "", True),
        ("又回顾其他决议", "确认其决议，", "", False),
        ("确认河流的作用", "回顾其决议，", "又确认湖泊", True),
        ("确认河流的作用", "回顾其决议，", "又回顾湖泊", False),
        ("确认河流的作用", "回顾其决议，", "欢迎湖泊", None),
        ("河流的作用", "回顾其决议，", "又回顾湖泊", None),
    ],
)
def test_also_stands_behind_the_same_verb(
    text: str, paragraph: str, below: str, wanted: bool | None
) -> None:
    assert opens(text, paragraph, below, forms("zh")) is wanted


@pytest.mark.parametrize(
    ("text", "paragraph", "below", "wanted"),
    [
        ("подтверждая также роль рек", "подтверждая роль озер,", "", True),
        ("подтверждая также роль рек", "ссылаясь на доклад,", "", False),
        ("подтверждая роль рек", "ссылаясь на доклад,", "подтверждая также роль озер", True),
        ("подтверждая роль рек", "ссылаясь на доклад,", "ссылаясь также на доклад", False),
    ],
)
def test_russian_says_also_behind_the_verb(
    text: str, paragraph: str, below: str, wanted: bool
) -> None:
    assert opens(text, paragraph, below, forms("ru")) is wanted
