"""Until when, or for which session, an act asks; and what is to be reported to the Assembly."""

from __future__ import annotations

import pytest
from conftest import Edition

from resolutions.analysis.acts.acts import Grammar, find_acts
from resolutions.analysis.acts.due import asked
from resolutions.model.records import Span

# Read in the texts, all there are: what an act of request or encouragement names as its time.
DUE = {
    "a-res-63-195#op19": "大会第六十四届会议",
    "e-2011-30-ga-1#op4": "预防犯罪和刑事司法委员会第二十一届会议",
    "e-2011-30-ga-1#op6": "预防犯罪和刑事司法委员会第二十一届会议",
    "e-2011-30-ga-2#op12": "其第六十七届会议",
    "e-2011-30-ga-3#op3": "预防犯罪和刑事司法委员会第二十二届会议",
    "e-2011-30-ga-3#op8": "预防犯罪和刑事司法委员会第二十二届会议",
    "e-2011-30-ga-3#op10": "预防犯罪和刑事司法委员会第二十二届会议",
    "e-2011-30-ga-4#op18": "预防犯罪和刑事司法委员会第二十二届会议",
    "e-2011-30-ecosoc-1#op21": "预防犯罪和刑事司法委员会第二十三届会议",
    "e-2011-30-ecosoc-2#op15": "预防犯罪和刑事司法委员会第二十一届会议",
    "e-2011-30-ecosoc-3#op10": "预防犯罪和刑事司法委员会第二十二届会议",
    "e-2011-30-ecosoc-4#op7": "预防犯罪和刑事司法委员会第二十二届会议期间",
    "e-2011-30-ecosoc-4#op12": "预防犯罪和刑事司法委员会第二十二届会议",
    "ccpcj-res-20-1#op4": "委员会第二十届会议续会",
    "ccpcj-res-20-1#op7": "委员会第二十届会议续会",
    "ccpcj-res-20-1#op8": "每年上半年举行的委员会届会阶段会议之前",
    "ccpcj-res-20-1#op9": "委员会第二十届会议续会",
    "ccpcj-res-20-1#op10": "在 2011 年底前",
    "ccpcj-res-20-1#op11": "委员会 2011 年下半年第二十届会议续会",
    "ccpcj-res-20-1#op18": "委员会第二十届会议续会",
    "ccpcj-res-20-1#op20": "委员会第二十届会议续会",
    "ccpcj-res-20-1#op21-c": "每年上半年举行的预防犯罪和刑事司法委员会届会阶段会议之前",
    "ccpcj-res-20-3#op10": "每两年一次",
    "ccpcj-res-20-3#op12": "委员会第二十一届会议",
    "ccpcj-res-20-5#op12": "预防犯罪和刑事司法委员会第二十二届会议",
    "ccpcj-res-20-6#op9": "预防犯罪和刑事司法委员会第二十二届会议",
    "ccpcj-res-20-7#op7": "预防犯罪和刑事司法委员会第二十二届会议",
    "a-c-3-68-l-18#op45": "大会第六十九届会议",
    "a-res-68-193#op49": "大会第六十九届会议",
    "a-res-71-209#op53": "预防犯罪和刑事司法委员会第二十六届会议结束后",
    "a-res-71-209#op54": "大会第七十二届会议",
}
ASSEMBLY = {
    "a-res-63-195#op14", "a-res-63-195#op17", "a-res-63-195#op19", "e-2011-30-ga-2#op12",
    "a-c-3-68-l-18#op45", "a-res-68-193#op49", "a-res-71-209#op54",
}  # fmt: skip


def test_times_and_reports_to_the_assembly_are_those_read_in_the_texts(real: Edition) -> None:
    due: dict[str, str] = {}
    assembly: set[str] = set()
    for slug, reading in real.readings.items():
        for paragraph in reading.document.paragraphs:
            acts = reading.findings[paragraph.key].acts
            for each in asked(paragraph.text, acts, reading.document.body, real.catalogue.acts):
                place = f"{slug}#{paragraph.key}"
                if each.act.strength not in ("request", "encourage"):
                    continue
                if paragraph.kind not in ("operative", "lettered"):
                    continue
                if each.due:
                    due[place] = paragraph.text[each.due.start : each.due.end]
                if each.assembly:
                    assembly.add(place)
    assert due == DUE
    assert assembly == ASSEMBLY


@pytest.mark.parametrize(
    "text",
    [
        "欢迎缔约方会议第五届会议通过的决议；",  # a session that is over
        "请秘书长就综合研究网上犯罪问题专家组第一届会议的成果定稿；",
    ],
)
def test_a_session_that_is_only_named_is_no_deadline(text: str, real: Edition) -> None:
    reading = real.readings["a-res-71-209"]
    act = reading.findings["op54"].acts[0]._replace(span=Span(0, 1))
    (found,) = asked(text, [act], "GA", real.catalogue.acts)
    assert (found.due, found.assembly) == (None, False)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("请秘书长在其下次报告中提供资料；", "下次报告"),
        ("请秘书长在下次关于纪律措施的报告中提出措施；", "下次关于纪律措施的报告"),
        ("请秘书长就此在下次预算报告中提出建议；", "下次预算报告"),
        ("邀请独立专家在大会第七十七届会议上与大会对话；", "大会第七十七届会议"),
        ("请秘书长在大会第七十六届会议结束之前提交报告；", "大会第七十六届会议结束之前"),
        ("请秘书处向大会第七十八届会议特设工作组通报情况；", "大会第七十八届会议"),
        ("请秘书处在委员会及其工作组会议之前发出通知；", "委员会及其工作组会议之前"),
        ("邀请各区域组不迟于2023年6月30日提名候选人；", "不迟于2023年6月30日"),
        ("请秘书长每年向大会提出报告；", "每年"),
        ("请秘书长在本决议通过后六个月内提出方案；", "在本决议通过后六个月内"),
        ("Requests the Secretary-General to report thereon in his next report;", "next report"),
        ("Requests the Board to report at its seventy-ninth session;", "its seventy-ninth session"),
        (
            "Requests the Office to settle claims no later than three months;",
            "no later than three months",
        ),
        ("请秘书长执行委员会在第七十四届会议上通过的决议；", ""),
        ("促请会员国支持基于1967年以前边界的解决方案；", ""),
        ("鼓励各国以秘书长提交大会第六十二届会议的报告所述工作为基础；", ""),
        ("Invites States to heed the report submitted to the Assembly at its tenth session;", ""),
        ("Urges States to observe the rules adopted at its fifth session;", ""),
    ],
)
def test_when_it_is_to_be_done_is_said_by_the_act_itself(
    text: str, due: str, real: Edition
) -> None:
    words = real.catalogue.rulebooks["en" if text.isascii() else "zh"].acts
    acts = find_acts(text, "operative", "GA", Grammar(words))
    (found,) = asked(text, acts, "GA", words)
    said = text[found.due.start : found.due.end] if found.due else ""
    assert said == due
