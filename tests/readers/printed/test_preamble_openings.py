"""Openings of preambular paragraphs, each with regard to those beside it."""

from __future__ import annotations

import pytest

from resolutions.model.records import Language
from resolutions.readers.printed.forms import forms
from resolutions.readers.printed.openings import opens


@pytest.mark.parametrize(
    ("language", "text", "paragraph", "below", "wanted"),
    [
        ("zh", "又回顾其他决议", "回顾其决议，", "", True),
        ("zh", "又回顾其他决议", "确认其决议，", "", False),
        ("zh", "确认河流的作用", "回顾其决议，", "又确认湖泊", True),
        ("zh", "确认河流的作用", "回顾其决议，", "又回顾湖泊", False),
        ("zh", "确认河流的作用", "回顾其决议，", "欢迎湖泊", None),
        ("zh", "河流的作用", "回顾其决议，", "又回顾湖泊", None),
        # Russian says "also" behind the verb
        ("ru", "подтверждая также роль рек", "подтверждая роль озер,", "", True),
        ("ru", "подтверждая также роль рек", "ссылаясь на доклад,", "", False),
        ("ru", "подтверждая роль рек", "ссылаясь на доклад,", "подтверждая также роль озер", True),
        ("ru", "подтверждая роль рек", "ссылаясь на доклад,", "ссылаясь также на доклад", False),
    ],
)
def test_also_stands_with_the_same_verb(
    language: Language, text: str, paragraph: str, below: str, wanted: bool | None
) -> None:
    assert opens(text, paragraph, below, forms(language)) is wanted
