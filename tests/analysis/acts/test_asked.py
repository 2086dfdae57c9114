"""Whom a request names, and which later requests of a paragraph are the organ's own."""

from __future__ import annotations

import pytest
from acts_said import acts_of, english, grammar

from resolutions.analysis.acts.acts import find_acts


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("请秘书长设立一个协助国际法委员会特别报告员的信托基金；", ["secretary-general"]),
        ("请秘书长向特别委员会下届会议通报情况；", ["secretary-general"]),
        ("请秘书长确保特别报告员获得资源；", ["secretary-general"]),
        ("请秘书长视需要为公约缔约国的年会提供服务；", ["secretary-general"]),
        ("请区域中心继续考虑区域各国将提出的提案；", ["un-entities"]),
        ("鼓励非洲国家和国际社会向各区域经济共同体提供支持；", ["member-states", "others"]),
        ("鼓励《公约》缔约国充分实施公约缔约国会议各项决议；", ["states-parties"]),
    ],
)
def test_a_name_ends_where_a_deed_follows_it(text: str, asked: list[str]) -> None:
    (act,) = find_acts(text, "operative", "GA", grammar())
    assert [*act.addressees] == asked


@pytest.mark.parametrize(
    "text",
    [
        "鼓励增加对女性拥有的公司的投资；",
        "敦促给予包括特别报告员在内的人员准入；",
        "鼓励努力按照符合这些标准的国家标准开展活动；",
        "鼓励执行世界银行制定的战略；",
    ],
)
def test_what_is_asked_names_nobody(text: str) -> None:
    assert find_acts(text, "operative", "GA", grammar())[0].addressees == ()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("敦促各区域组提名候选人；", ["member-states"]),
        ("请发展协调办公室告知方案国；", ["un-entities"]),
        ("请全球传播部及其联合国新闻中心网络提高认识；", ["secretariat"]),
        ("请全球传播部、信息和通信技术厅探讨办法；", ["secretariat", "un-entities"]),
        ("促请联合国，特别是联合国毒品和犯罪问题办公室，予以协助；", ["un-entities", "unodc"]),
        ("鼓励联合国应会员国请求提供协助；", ["un-entities"]),
        ("鼓励疟疾流行国增加资源；", ["member-states"]),
        ("要求武装冲突双方停火；", ["others"]),
        ("鼓励官方发展援助提供方考虑目标；", ["donors"]),
        ("再次呼吁私营和公共部门提供捐款；", ["private-sector", "others"]),
        ("呼吁会员国，特别是亚太区域的会员国，以及非政府组织捐款；", ["member-states", "others"]),
    ],
)
def test_names_by_their_class_and_those_joined_on(text: str, asked: list[str]) -> None:
    assert [*find_acts(text, "operative", "GA", grammar())[0].addressees] == asked


def test_short_names_are_settled_by_full_ones_with_a_comma_or_a_verb_before_them() -> None:
    said = "赞扬联合国教育、科学及文化组织打击有组织犯罪，邀请该组织继续努力；"
    assert find_acts(said, "operative", "GA", grammar())[-1].addressees == ("un-entities",)
    before = ["再次强调科学委员会的作用；"]
    found = find_acts("请委员会提交计划；", "operative", "GA", grammar(), before=before)
    assert found[0].addressees == ("un-entities",)


def test_later_requests_that_only_the_organ_makes_are_acts() -> None:
    assert acts_of("促请各国合作，呼吁停止敌对行动；")[1:] == ["呼吁 call-upon"]
    assert acts_of("请秘书长努力，并鼓励开展对话；")[1:] == ["鼓励 encourage"]
    assert acts_of("谴责这些袭击，要求立即停止；")[1:] == ["要求 request"]
    assert acts_of("要求以色列撤出，要求以色列遵守决议；")[1:] == ["要求 request member-states"]
    assert acts_of("请特别报告员报告，鼓励特别报告员注意；")[1:] == ["鼓励 encourage others"]


def test_later_requests_that_may_be_what_is_asked_are_none() -> None:
    assert len(acts_of("促请各国合作，要求各金融机构提供记录；")) == 1
    assert len(acts_of("敦促各国减少废物，鼓励可持续消费；")) == 1
    assert len(acts_of("注意到理事会的决定，要求提供报告；")) == 1
    assert len(acts_of("回顾决议，安理会在其中除其他外，请总干事每月报告；")) == 1


def test_items_of_a_list_that_is_asked_for_are_no_acts() -> None:
    item = "鼓励会员国利用该截止期限；"
    for head, count in (("促请：", 1), ("又促请所有国家：", 0), ("欢迎该决定，并：", 1)):
        found = find_acts(item, "lettered", "GA", grammar(), before=[head, "采取措施；"])
        assert len(found) == count, head
    item = "采取措施，鼓励媒体消除歧视；"
    assert find_acts(item, "lettered", "GA", grammar(), before=["通过下列措施："]) == ()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Calls once again upon Member States to act;", ["member-states"]),
        ("Requests the Department of Global Communications to continue;", ["secretariat"]),
        ("Requests the Office of Human Resources of the Secretariat to act;", ["secretariat"]),
        ("Encourages the Office of the High Commissioner to continue;", ["un-entities"]),
        ("Urges the Government of the Islamic Republic of Iran to cease;", ["member-states"]),
        (
            "Invites the multilateral financial institutions to help;",
            ["international-organizations"],
        ),
        ("Calls upon all parties to comply;", ["others"]),
        ("Encourages the efforts of the Economic Cooperation Organization;", []),
    ],
)
def test_english_texts_without_chinese_name_whom_they_ask(text: str, asked: list[str]) -> None:
    (act,) = find_acts(text, "operative", "GA", english())
    assert [*act.addressees] == asked
