from __future__ import annotations

from dataclasses import replace

from conftest import HEAD, document_of

from resolutions.evaluate.un_partners import alone


def test_a_paragraph_that_one_text_lacks_and_one_that_it_alone_has_are_told() -> None:
    chinese = document_of(HEAD + "1. 请甲1994。\n\n2. 请乙2005。")
    shorter = replace(chinese, language="en", paragraphs=chinese.paragraphs[:-1])
    both = list(alone([chinese, shorter]))
    assert [(each.language, each.key, each.wanting) for each in both] == [("en", "op2", True)]
    longer = replace(chinese, language="en")
    both = list(alone([replace(shorter, language="zh"), longer]))
    assert [(each.language, each.wanting) for each in both] == [("en", False)]
    assert list(alone([chinese, longer])) == []
