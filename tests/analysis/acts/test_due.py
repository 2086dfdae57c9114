"""Until when, or for which session, an act asks; and what is to be reported to the Assembly."""

from __future__ import annotations

import pytest
from conftest import Edition

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
