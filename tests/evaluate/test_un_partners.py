from __future__ import annotations

from dataclasses import replace

from conftest import HEAD, document_of

from resolutions.analysis.align import align_all
from resolutions.evaluate.un_partners import alone, at_odds
from resolutions.model.problems import Report


def test_a_paragraph_that_one_text_lacks_and_one_that_it_alone_has_are_told() -> None:
    chinese = document_of(HEAD + "1. 请甲1994。\n\n2. 请乙2005。")
    shorter = replace(chinese, language="en", paragraphs=chinese.paragraphs[:-1])
    both = list(alone([chinese, shorter]))
    assert [(each.language, each.key, each.wanting) for each in both] == [("en", "op2", True)]
    longer = replace(chinese, language="en")
    both = list(alone([replace(shorter, language="zh"), longer]))
    assert [(each.language, each.wanting) for each in both] == [("en", False)]
    assert list(alone([chinese, longer])) == []


def test_a_pair_of_which_one_language_says_far_more_than_all_others_is_told() -> None:
    chinese = document_of(HEAD + "1. 请甲1994。\n\n2. 请乙2005。")
    texts = [replace(chinese, language=code) for code in ("zh", "en", "fr")]
    first, *rest = chinese.paragraphs[2:]
    long = replace(first, text=first.text * 80)
    texts[2] = replace(texts[2], paragraphs=(*chinese.paragraphs[:2], long, *rest))
    (aligned,) = align_all(texts, {}, Report())
    assert list(at_odds(aligned)) == [("fr", "op1")]
    (aligned,) = align_all(texts[:1] + texts[2:], {}, Report())
    assert list(at_odds(aligned)) == []  # of two nobody knows which is right
