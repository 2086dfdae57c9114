"""The rulings of themes.md, each as a text and the tags it earns."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolutions.analysis.segment import Lexicon
from resolutions.analysis.themes.check import check_rules
from resolutions.analysis.themes.tag import Tagger
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.model.findings import Tag
from resolutions.model.problems import Report
from resolutions.model.rules import Override, Rule, Theme

ROOT = Path(__file__).resolve().parents[3]
UNTOC = "《联合国打击跨国有组织犯罪公约》"
UNCAC = "《联合国反腐败公约》"
SINGLE = "《麻醉品单一公约》"
PROTOCOL = "《关于预防、禁止和惩治贩运人口特别是妇女和儿童行为的补充议定书》"
MEASURES = "扩大保健，改善教育，促进创新，发展农业，增加就业，保护家庭，改进交通和能源以及住房"
WORK = "在农村和山谷的村庄创造体面就业机会和收入并推动地方经济的持续和包容增长以及社会的发展"
FUND = "联合国贩运人口特别是妇女和儿童行为受害者自愿信托基金"


@cache
def tools() -> tuple[Tagger, Lexicon]:
    catalogue = load(DataFiles(ROOT / "data", "data", Report()))
    assert catalogue
    return Tagger.of(catalogue.themes, catalogue.lists), Lexicon.of(catalogue.terms.values())


def tags(text: str) -> tuple[Tag, ...]:
    tagger, lexicon = tools()
    return tagger.tag(text, lexicon.find(text)).tags


def strengths(text: str) -> dict[str, str]:
    return {tag.theme: tag.strength for tag in tags(text)}


@pytest.mark.parametrize(
    ("text", "theme", "strength"),
    [
        # an instrument of which something is asked: three at most
        (f"敦促会员国批准{UNTOC}；", "organized-crime", "focus"),
        (f"敦促会员国批准{UNTOC}、{UNCAC}和{SINGLE}；", "corruption", "focus"),
        (f"敦促会员国批准{UNTOC}、{UNCAC}、{SINGLE}和{PROTOCOL}；", "corruption", "mention"),
        (f"敦促会员国批准{UNTOC}、{UNCAC}、{SINGLE}和{PROTOCOL}；", "trafficking", "mention"),
        # those named without 《》 are counted
        (
            f"承诺利用{UNTOC}、{UNCAC}、三项国际药物管制公约及与反恐有关的国际公约和议定书；",
            "corruption",
            "mention",
        ),
        (f"鼓励缔约国继续支持{UNCAC}缔约国大会；", "corruption", "focus"),
        ("注意到生物多样性公约缔约国会议第VII/11号决定，", "wildlife", "mention"),
        ("欢迎生物多样性公约缔约国会议第十五届会议；", "wildlife", "focus"),
        # recalled or reaffirmed
        (f"回顾{UNCAC}，", "corruption", "mention"),
        ("回顾其关于打击贩运文化财产的第 66/180 号决议，", "cultural-property", "mention"),
        ("重申其题为“预防和打击腐败，加强国际合作”的第 62/202 号决议，", "corruption", "mention"),
        (f"重申{UNTOC}是打击跨国有组织犯罪的最重要工具；", "organized-crime", "focus"),
        (
            "回顾其第 66/180 号决议，其中敦促会员国打击贩运文化财产，",
            "cultural-property",
            "focus",
        ),
        # named only to say who is asked, or by what right
        (f"促请{UNCAC}缔约国及时满足关于引渡的请求；", "corruption", "mention"),
        (f"鼓励会员国根据{UNTOC}相互提供司法协助；", "organized-crime", "mention"),
        # lists: two or three crimes, four crimes, links among four
        ("强调有必要预防和打击跨国有组织犯罪、腐败和恐怖主义，", "corruption", "focus"),
        ("请该办公室应对海盗、网络犯罪、腐败和恐怖主义；", "corruption", "mention"),
        ("请该办公室应对海盗、网络犯罪、腐败和恐怖主义；", "cybercrime", "mention"),
        ("分析跨国有组织犯罪、毒品、洗钱与资助恐怖主义之间的联系；", "drugs", "focus"),
        ("保护移民免遭绑架、贩运人口和偷运移民等跨国有组织犯罪之害；", "trafficking", "focus"),
        ("打击跨国有组织犯罪，包括贩运人口和偷运移民；", "organized-crime", "focus"),
        ("打击跨国有组织犯罪，包括贩运人口和偷运移民；", "trafficking", "mention"),
        # trafficking in the name of a protocol, plan, fund or group
        (f"回顾{PROTOCOL}，", "trafficking-persons", "mention"),
        (f"邀请会员国向{FUND}提供自愿捐款；", "trafficking-persons", "focus"),
        (f"邀请会员国向{FUND}提供自愿捐款；", "governance", "focus"),
        (f"邀请会员国向{FUND}提供自愿捐款；", "victims", "focus"),
        (f"邀请会员国向{FUND}提供自愿捐款；", "children", "mention"),
        # what counts as trafficking
        ("打击被非法进出口的文化财产的交易；", "trafficking", "focus"),
        ("防止非法转让；", "trafficking", "focus"),
        ("打击走私现金；", "trafficking", "focus"),
        ("关切伪药贩运；", "trafficking-medicines", "focus"),
        ("关切伪药供应链的所有阶段，", "trafficking-medicines", "focus"),
        ("打击非法制造和贩运枪支及其零部件和弹药；", "firearms", "focus"),
        ("打击以摘取器官为目的的人口贩运；", "trafficking-organs", "focus"),
        ("打击贩运贵金属和宝石；", "trafficking-minerals", "focus"),
        ("打击野生动植物非法贸易；", "wildlife", "focus"),
        # a bare 贩运 means the one thing named
        ("促请《贩运枪支议定书》缔约国加强控制，以防止贩运；", "trafficking-firearms", "focus"),
        # the other core themes
        ("关切滥用信息和通信技术实施的犯罪，", "cybercrime", "focus"),
        ("关切使用新信息技术虐待儿童，", "cybercrime", "focus"),
        ("关切文化财产被出售，特别是通过互联网被拍卖，", "cybercrime", "mention"),
        ("谴责破坏文化遗产和纪念碑的行为，", "cultural-property", "focus"),
        ("关切对环境造成影响的犯罪，", "wildlife", "focus"),
        ("铭记退回资产是《联合国反腐败公约》的主要宗旨，", "corruption", "focus"),
        ("欢迎设立国际反腐败学院；", "corruption", "focus"),
        # one short clause of a long paragraph; not where the organ opens it anew, nor its first
        (f"鼓励各国{MEASURES}，处理腐败问题；", "corruption", "mention"),
        (f"鼓励各国{MEASURES}，并强调必须打击腐败；", "corruption", "focus"),
        (f"鼓励各国打击腐败，{MEASURES}；", "corruption", "focus"),
        (f"鼓励各国{MEASURES}，处理培训问题；", "technical-assistance", "focus"),
        # what is recalled: a resolution without number, a declaration in it
        ("回顾世界海关组织理事会通过的关于防止贩运文物的决议，", "cultural-property", "mention"),
        (
            "回顾其第 1/1 号决议，其中载有题为“预防和打击腐败”的政治宣言，",
            "corruption",
            "mention",
        ),
        # not a tool of which use is asked, at the head of a paragraph
        (
            "在这方面重申该数据库是打击贩运文化财产的工具，并促请会员国利用这些工具；",
            "cultural-property",
            "focus",
        ),
        ("保护移民，特别关注人口贩运活动受害者；", "trafficking", "mention"),
        ("邀请《反腐败公约》缔约国适用业务准则，执行《公约》；", "corruption", "focus"),
        # short titles name no further instrument
        (
            f"敦促会员国批准{UNCAC}和{SINGLE}，执行《公约》和《议定书》；",
            "corruption",
            "focus",
        ),
        # acts side by side, whichever rule finds them
        ("关切毒品的制造、分销、营销和贩运毒品的新方法，", "trafficking-drugs", "mention"),
        ("防止将文化财产非法转移到境外；", "trafficking", "focus"),
        ("关切数字暴力案件增加，", "cybercrime", "focus"),
        # violence and abuse where technology is the place; those who give access keep children safe
        ("对数字环境中一切形式暴力侵害儿童行为采取零容忍政策，", "cybercrime", "focus"),
        ("打击面对面和数字环境中的暴力；", "cybercrime", "mention"),
        ("保护儿童免遭在线儿童性剥削；", "cybercrime", "focus"),
        ("关切散布网络恐怖主义，", "cybercrime", "focus"),
        ("删除通过在线服务传播的恐怖主义内容；", "cybercrime", "focus"),
        ("与互联网服务提供商合作，打击对儿童的性剥削；", "cybercrime", "focus"),
        ("谴责在受害者纪念碑上的涂鸦；", "cultural-property", "focus"),
        ("保护儿童免遭欺凌，无论是线上和线下欺凌，", "cybercrime", "mention"),
    ],
)
def test_ruling(text: str, theme: str, strength: str) -> None:
    assert strengths(text).get(theme) == strength


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("禁止非法制造毒品；", "trafficking"),
        ("打击洗钱；", "trafficking"),
        ("欢迎《武器贸易条约》生效；", "trafficking"),
        (f"回顾{UNTOC}及其各项议定书，", "trafficking"),
        ("关切伪药构成的威胁，", "trafficking"),
        ("欢迎技术互操作性和数据共享；", "cybercrime"),
        ("请该办公室在互联网上公布结果；", "cybercrime"),
        ("关切身份相关犯罪和欺诈；", "cybercrime"),
        ("请秘书处推动评价文化；", "cultural-property"),
        ("促进守法文化；", "cultural-property"),
        ("促进可持续发展；", "wildlife"),
        ("森林提供燃料、非木材产品和住所，", "wildlife"),
        ("打击洗钱并没收资产；", "corruption"),
        ("请联合国毒品和犯罪问题办公室继续努力；", "drugs"),
        ("欢迎预防犯罪和刑事司法委员会的工作；", "justice-reform"),
        ("与国际刑事警察组织合作；", "law-enforcement"),
        ("注意到人权理事会；", "human-rights"),
        ("注意到妇女地位委员会；", "gender-violence"),
        (f"批准{PROTOCOL}；", "gender-violence"),
        (f"批准{PROTOCOL}；", "children"),
        ("保护妇女和女童；", "children"),
        ("消除性别相关歧视；", "gender-violence"),
        ("与利益攸关方建立全球伙伴关系；", "public-private"),
        ("促进可持续发展；", "justice-reform"),
        ("关切移民与贩运人口之间的联系，", "trafficking-migrants"),
        ("此类犯罪日益严重，", "trafficking"),
        ("敦促缔约国充分执行该公约；", "organized-crime"),
        ("铭记有必要确保普遍加入《公约》及其各项议定书；", "organized-crime"),
    ],
)
def test_does_not_count(text: str, theme: str) -> None:
    assert theme not in strengths(text)


def test_back_reference_earns_nothing() -> None:
    assert tags("打击此类犯罪，执行该公约；") == ()


def test_aside_is_a_mention() -> None:
    found = strengths("请该办公室提供技术援助，包括打击腐败；")
    assert found == {"technical-assistance": "focus", "corruption": "mention"}


FRAGMENTS = st.sampled_from(
    [
        *("回顾", "敦促会员国", "包括", "以便", "打击", "、", "和", "，", "；", "。", "“", "”"),
        *("《", "》", UNTOC, PROTOCOL, FUND, "贩运", "人口", "文化财产", "毒品", "伪药", "枪支"),
        *("野生动植物", "移民", "器官", "宝石", "互联网", "犯罪", "腐败", "技术援助", "的决议"),
        *("秘书长", "报告", "受害者", "(", ")", "<", " ", "第1/2号决议", "𠀀", "x"),
    ]
)


@given(st.one_of(st.text(), st.lists(FRAGMENTS, max_size=30).map("".join)))
def test_tags_of_any_text_hold_together(text: str) -> None:
    found = tags(text)
    themes = {tag.theme for tag in found}
    for tag in found:
        assert tag.evidence
        assert all(0 <= span.start < span.end <= len(text) for span in tag.evidence)
        assert all(
            before.end < after.start
            for before, after in zip(tag.evidence, tag.evidence[1:], strict=False)
        )
        assert not tag.theme.startswith("trafficking-") or "trafficking" in themes


def test_override_replaces_adds_and_removes() -> None:
    tagger, _ = tools()
    text = "打击腐败和洗钱；"

    def ruling(
        theme: str, strength: Literal["focus", "mention", "none"], words: str = ""
    ) -> Override:
        return Override(
            place="a#op1",
            theme=theme,
            strength=strength,
            words=words,
            reason="point",
            date="d",
        )

    rulings = [
        ruling("corruption", "mention"),
        ruling("illicit-finance", "none"),
        ruling("wildlife", "focus", "打击"),
        ruling("drugs", "focus", "不在文中"),
    ]
    found = tagger.tag(text, [], rulings).tags
    assert [(tag.theme, tag.strength, tag.origin) for tag in found] == [
        ("wildlife", "focus", "reviewed"),
        ("corruption", "mention", "reviewed"),
    ]


def test_a_rule_that_breaks_its_promises_is_reported() -> None:
    rules = (
        Rule(find=("甲",), terms=("no-term",)),
        Rule(find=("甲",), also=("no-theme",)),
        Rule(find=("{no_list}",)),
        Rule(find=("(",)),
        Rule(find=("甲",), unless=("甲乙",), examples=("丙",), misses=("甲",)),
    )
    placed = [(("t", number), rule) for number, rule in enumerate(rules)]
    codes = [code for _, code, _, _ in check_rules(placed, {"t"}, {}, {}, "zh")]
    assert codes == [
        *("unknown-term", "unknown-theme", "unknown-list", "bad-pattern"),
        *("rule-example", "rule-example"),
    ]


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (Rule(find=("甲",), needs=("乙",), examples=("甲乙",), misses=("甲，乙", "甲")), []),
        (Rule(find=("甲",), beside=("乙",), examples=("甲，乙",), misses=("甲",)), []),
        (Rule(find=("甲",), needs=("乙",), examples=("甲，乙",)), ["does not fire"]),
        (Rule(find=("甲",), beside=("乙",), examples=("甲",)), ["does not fire"]),
        (Rule(find=("甲",), beside=("乙",), misses=("甲，乙",)), ["fires on what it must miss"]),
    ],
)
def test_examples_are_tried_with_all_that_a_rule_asks_for(rule: Rule, says: list[str]) -> None:
    lists = {"stops": ("，",)}
    told = [message for _, _, message, _ in check_rules([(("t",), rule)], {"t"}, {}, lists, "zh")]
    assert len(told) == len(says)
    assert all(some in message for some, message in zip(says, told, strict=True))


def test_rules_without_lists_still_tag() -> None:
    theme = Theme(id="t", group="other", names={}, scope={}, rules=(Rule(find=("甲",)),))
    tagger = Tagger.of([theme], {})
    tags, fired = tagger.tag("回顾甲，", [])
    assert [tag.theme for tag in tags] == ["t"]
    assert tagger.tag("回顾乙，", []).fired == set()
    assert tagger.silent([]) == ["t 1"]
    assert tagger.silent(fired) == []


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        # true outside crime: what only looks like a theme
        ("纪念奴隶制和跨大西洋贩卖奴隶行为受害者国际日，", "trafficking"),
        ("又欢迎关于贩运非洲奴隶史实的教育外联方案；", "trafficking-persons"),
        ("鼓励各国加强可持续森林管理；", "wildlife"),
        ("以期更有效应对非法作物种植和滥用麻醉药品；", "wildlife"),
        ("对这些物种的兼捕渔获量做出可靠的估计；", "wildlife"),
        ("打击非法、未报告和无管制的捕捞活动；", "wildlife"),
        ("确认旅游业鼓励当地社区尊重自然和文化遗产；", "cultural-property"),
        ("欢迎会员国建造纪念阵亡将士的纪念碑；", "cultural-property"),
        ("在通信、信息和通信技术、文化、打击有组织犯罪等领域；", "cybercrime"),
        ("不因在社交媒体评论中表达意见的非犯罪行为而逮捕居民；", "cybercrime"),
        ("使用互联网为儿童提供药物滥用及其影响的信息；", "cybercrime"),
        ("重申致力于执行《2030年可持续发展议程》；", "justice-reform"),
        ("注意到简易爆炸装置的前体化学品；", "drugs"),
        ("在捕捞作业中防止海上转运；", "maritime"),
        ("弥合妇女在获取信息方面的差距；", "gender-violence"),
        ("为青年创造体面的就业机会；", "children"),
        ("严重关切未爆弹药对环境的影响；", "firearms"),
        ("关切非法扩散和使用这些武器；", "firearms"),
        ("消除冠状病毒病给儿童教育带来的影响；", "children"),
        ("建设和平与非暴力文化，让儿童参与；", "children"),
        ("确保性别平衡和广泛的地域代表性；", "gender-violence"),
        ("支持会员国实现包容性社会发展；", "justice-reform"),
        ("促请会员国不使用或威胁使用武力；", "law-enforcement"),
        ("回顾联合调查机制的工作，", "law-enforcement"),
        ("注意到残疾人权利委员会的工作，", "human-rights"),
        ("创造有利于自愿、安全和有尊严返回的环境，", "human-rights"),
        ("注意到海洋法纪念研究金推迟发放，", "data-research"),
        ("确认常规武器领域建立信任措施有助于信任，", "firearms"),
        ("使所有妇女和女童平等诉诸司法；", "gender-violence"),
        ("认可行政和预算问题咨询委员会的建议；", "governance"),
    ],
)
def test_a_theme_stays_true_outside_crime(text: str, theme: str) -> None:
    assert theme not in strengths(text)


@pytest.mark.parametrize(
    ("text", "theme", "strength"),
    [
        ("打击为摘取器官贩运人口行为；", "trafficking-organs", "focus"),
        ("谴责破坏文化遗产的行为；", "cultural-property", "focus"),
        ("注意到危害森林的犯罪；", "wildlife", "focus"),
        ("欢迎通过养护生物多样性的框架；", "wildlife", "focus"),
        ("关切气候变化、生物多样性丧失和污染；", "wildlife", "mention"),
        # without crime it is the point all the same, at sea too; not as one of four things, nor
        # where another subject serves it
        ("促请各国养护脆弱海洋生态系统及其生物多样性；", "wildlife", "focus"),
        ("关切浮油对自然资源、生物多样性、渔业和旅游业造成影响；", "wildlife", "mention"),
        (f"确认旅游业有助于{WORK}{WORK}，并养护生物多样性；", "wildlife", "mention"),
        ("防止和打击常规武器及弹药的非法和无管制贸易；", "trafficking-firearms", "focus"),
        ("不支持参与恐怖行为的实体，包括通过互联网和其他媒体；", "cybercrime", "mention"),
        ("关切非法资金流动特别是腐败造成的流动；", "corruption", "mention"),
        ("鼓励妇女参与防止暴力侵害行为；", "gender-violence", "focus"),
        ("重申各会员国有义务禁止基于宗教或信仰原因的歧视；", "human-rights", "focus"),
        ("敦促各国采取有效行动，保护暴力行为的受害者；", "victims", "focus"),
        # the words go round what stands in the aside
        ("赞扬包括非政府组织在内的民间社会作出努力；", "public-private", "focus"),
        ("邀请会员国为该决定所述目的提供预算外资源；", "governance", "focus"),
        ("在题为“武器贸易条约”的项目下审议此事；", "firearms", "mention"),
        # rights, prisons, partners and means as the point, and by the way
        ("欢迎国家人权机构发挥重要作用；", "human-rights", "focus"),
        ("关切该国严重的人权状况；", "human-rights", "focus"),
        ("支持民间社会促进实现和落实所有妇女的人权；", "human-rights", "focus"),
        ("深为关切腐败对享受人权的不良影响，", "human-rights", "mention"),
        ("努力终止拘留移民儿童的做法；", "prisons", "mention"),
        ("减少审前拘留；", "prisons", "focus"),
        ("强调必须加强与民间社会、学术界的协作；", "public-private", "focus"),
        ("进一步研究暴力侵害妇女行为的代价；", "data-research", "focus"),
        ("请秘书长及时提交下一份关于法治活动的年度报告；", "governance", "focus"),
        ("重申《消除国际恐怖主义措施宣言》，并促请所有国家予以实施；", "terrorism", "focus"),
        ("打击小武器非法中介活动；", "trafficking-firearms", "focus"),
        ("为妇女提供技能发展、培训和投资机会；", "technical-assistance", "mention"),
        # what is put on an agenda is what its title names
        ("决定将题为“文化财产返还原主国”的项目列入临时议程。", "cultural-property", "focus"),
        # formulas of long resolutions, in which a theme is one of many
        ("重申善治、法治以及打击腐败的措施将是这种努力的组成部分，", "corruption", "mention"),
        ("承诺大幅减少非法资金流动，包括通过打击逃税和腐败，", "corruption", "mention"),
        ("对欺诈、腐败、歧视、骚扰和滥用权力采取零容忍做法；", "corruption", "mention"),
        ("邀请所有相关实体，特别是打击人口贩运机构间协调小组参加；", "trafficking", "mention"),
        ("就区域安全，尤其是裁军、非法贩运木材、反恐等问题开展对话；", "trafficking", "mention"),
        (
            "欢迎为目标16，特别是关于减少武器非法贸易的具体目标16.4开展的工作，",
            "trafficking",
            "mention",
        ),
        ("贫困表现为社会排斥、饥饿、易受贩运人口行为和疾病侵害、文盲，", "trafficking", "mention"),
        ("鼓励通过新技术养护生物多样性和努力确保粮食安全；", "wildlife", "mention"),
        ("城市应保护其生态系统、河流、自然生境和生物多样性，", "wildlife", "mention"),
        # to become a party is asked of an instrument
        ("促请会员国考虑成为《联合国反腐败公约》缔约国；", "corruption", "focus"),
        ("谴责攻击圣地，包括一切蓄意毁坏文物的行为，", "cultural-property", "focus"),
        ("深表关切毁坏为纪念阵亡者而树立的纪念碑的企图，", "cultural-property", "focus"),
        ("又强调必须确保阿拉伯豹的长期生存；", "wildlife", "focus"),
        ("打击非法制造、买卖、储存小武器的行为；", "trafficking-firearms", "focus"),
        ("防止网上和通过数字技术实施的骚扰；", "cybercrime", "focus"),
        ("信息和通信技术促进发展，却为犯罪分子创造了新的机会，", "cybercrime", "focus"),
        ("深为关切线上和线下的暴力侵害妇女行为盛行，", "cybercrime", "mention"),
        ("防止儿童遭受剥削和性虐待，包括在网上和数字环境中；", "cybercrime", "mention"),
        ("处理在互联网上煽动歧视、敌视或暴力的行为；", "cybercrime", "mention"),
        ("认识到需要为警察和监狱工作人员提供人权培训；", "prisons", "mention"),
        ("敦促各国防止在法律和实践中的侵犯人权行为；", "human-rights", "focus"),
        ("重申人人享有思想、良心和宗教或信仰自由，", "human-rights", "focus"),
        ("防止滥用、转用和误用处方药；", "drugs", "focus"),
        ("增加教师培训和职业发展投资；", "technical-assistance", "mention"),
        (
            "赞赏1970年《关于禁止非法进出口文化财产的公约》缔约国第六次会议；",
            "trafficking",
            "focus",
        ),
    ],
)
def test_the_same_words_count_beside_what_makes_them_a_theme(
    text: str, theme: str, strength: str
) -> None:
    assert strengths(text).get(theme) == strength


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        # crime is no part of discrimination or Crimea, killing none of skills
        ("Calls for governance without discrimination on any ground for youth;", "children"),
        ("To stop propaganda targeted at children in Crimea;", "children"),
        ("Encourages the development of the skills of women;", "gender-violence"),
        ("Seeks gender balance in the composition of missions;", "gender-violence"),
        ("Stresses the importance of social development;", "justice-reform"),
        ("Affirming the right to live within recognized borders,", "law-enforcement"),
        ("To refrain from the threat or use of force;", "law-enforcement"),
        ("Various extremist political parties;", "terrorism"),
    ],
)
def test_english_words_are_no_part_of_others(text: str, theme: str) -> None:
    catalogue = load(DataFiles(ROOT / "data", "data", Report()))
    assert catalogue
    book = catalogue.rulebooks["en"]
    found = Tagger.of(book.themes, book.lists).tag(text, ()).tags
    assert theme not in {tag.theme for tag in found}


def test_what_must_stand_beside_may_stand_anywhere_in_the_paragraph() -> None:
    rule = Rule(find=("甲",), beside=("乙",))
    tagger = Tagger.of([Theme(id="t", group="other", names={}, scope={}, rules=(rule,))], {})
    assert [tag.theme for tag in tagger.tag("甲，丙；乙", ()).tags] == ["t"]
    assert tagger.tag("甲，丙；丁", ()).tags == ()
