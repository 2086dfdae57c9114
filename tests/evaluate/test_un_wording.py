from __future__ import annotations

from resolutions.evaluate.un_wording import Sample, pairs_of

CHINESE = "敦促会员国采取有效的国家和国际措施，防止和打击非法贩运文化财产行为；"


def test_a_paragraph_that_recurs_is_paired_and_its_words_told_apart() -> None:
    ours = [
        Sample("a#op1", CHINESE, "Urges Member States to take effective measures;"),
        Sample("a#op2", "注意到秘书长的报告；", "Takes note of the report;"),
    ]
    theirs = [
        Sample("b#op7", CHINESE.replace("行为", ""), "Urges Member States to introduce measures;"),
        Sample("b#op8", "请秘书长向大会提交报告；", "Requests a report;"),
    ]
    (pair,) = pairs_of(ours, theirs)
    assert (pair.ours.place, pair.theirs.place) == ("a#op1", "b#op7")
    assert pair.only_ours == ("effective", "take")
    assert pair.only_theirs == ("introduce",)
    assert pair.likeness > 0.8
