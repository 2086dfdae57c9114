from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import takewhile
from pathlib import Path

import pytest
from acts_said import acts_of, grammar, words

from resolutions.analysis.acts.acts import find_acts
from resolutions.analysis.acts.check import check_acts
from resolutions.catalogue.yamlfile import load_yaml
from resolutions.corpus.shelf import parse_file, shelves, texts_of
from resolutions.evaluate.score import Score
from resolutions.model.document import Paragraph
from resolutions.model.findings import Act, TermUse
from resolutions.model.problems import Report
from resolutions.model.records import Body, ParagraphKind, Span, record
from resolutions.model.rules import ActWords, Concept

ROOT = Path(__file__).resolve().parents[3]
SPOKEN = ("preambular", "operative", "lettered")


@record
class LabelledAct:
    text: str
    concept: Concept
    addressees: tuple[str, ...] = ()


@record
class ActLabel:
    place: str
    acts: tuple[LabelledAct, ...]


@cache
def paragraphs() -> dict[str, tuple[Paragraph, Body]]:
    report = Report()
    shelf = shelves(ROOT, ())[0]
    parsed = [each for p in texts_of(shelf, report) for each in parse_file(shelf, p, report)]
    documents = [document for each in parsed for document in each.documents]
    return {
        f"{document.slug}#{paragraph.key}": (paragraph, document.body)
        for document in documents
        for paragraph in document.paragraphs
    }


def said_before(place: str) -> list[str]:
    """The texts of the paragraphs that stand before one in its instrument."""
    own = {key: each for key, (each, _) in paragraphs().items() if same_text(key, place)}
    return [own[key].text for key in takewhile(lambda key: key != place, own)]


def same_text(one: str, other: str) -> bool:
    return one.partition("#")[0] == other.partition("#")[0]


def labels(name: str) -> tuple[ActLabel, ...]:
    path = ROOT / "tests" / "labels" / f"acts-{name}.yml"
    return load_yaml(path, path.name, tuple[ActLabel, ...], Report()) or ()


def test_the_lexicon_agrees_with_its_own_examples() -> None:
    assert check_acts(words()) == []


@pytest.mark.parametrize("name", ["develop", "held-out"])
def test_acts_agree_with_paragraphs_labelled_by_hand(name: str) -> None:
    leads = addressees = 0
    right = wrong = missed = 0
    for label in labels(name):
        paragraph, body = paragraphs()[label.place]
        before = said_before(label.place)
        found = find_acts(paragraph.text, paragraph.kind, body, grammar(), before=before)
        leads += [a.concept for a in found[:1]] == [a.concept for a in label.acts[:1]]
        asked = {one for act in found[:1] for one in act.addressees}
        addressees += asked == {one for act in label.acts[:1] for one in act.addressees}
        given = Counter((paragraph.text[slice(*a.span)], a.concept) for a in found)
        wanted = Counter((a.text, a.concept) for a in label.acts)
        right += (given & wanted).total()
        wrong += (given - wanted).total()
        missed += (wanted - given).total()
    count = len(labels(name))
    assert leads / count >= 0.98
    assert addressees / count >= 0.95
    assert Score(right, wrong, missed).f1 >= 0.95


def test_what_the_sources_print_in_bold_is_an_act() -> None:
    stray = {"e-2011-30-ga-1#pp4": "应"}  # a mark-up slip of the source
    for place, (paragraph, body) in paragraphs().items():
        if paragraph.kind not in SPOKEN or place in stray:
            continue
        found = find_acts(paragraph.text, paragraph.kind, body, grammar())
        for bold in paragraph.emphasis:
            assert any(a.span.start <= bold.start and bold.end <= a.span.end for a in found), place


def test_spans_are_in_order_and_apart() -> None:
    for paragraph, body in paragraphs().values():
        found = find_acts(paragraph.text, paragraph.kind, body, grammar())
        ends = [0, *(act.span.end for act in found)]
        assert all(end <= act.span.start for end, act in zip(ends, found, strict=False))
        assert all(act.span.end <= len(paragraph.text) for act in found)


@pytest.mark.parametrize(
    "text", ["", "请", "并", "，", "《", "》《请", "请《", "（", "重申", "对" * 999]
)
@pytest.mark.parametrize("kind", SPOKEN)
def test_no_text_makes_it_fail(text: str, kind: ParagraphKind) -> None:
    for body in ("GA", "ECOSOC", "CCPCJ"):
        for repeated in (text, text * 400):
            assert isinstance(find_acts(repeated, kind, body, grammar()), tuple)


@pytest.mark.parametrize(
    ("before", "body", "asked"),
    [
        (["重申人权理事会第5/1号决议，"], "GA", ["un-entities"]),
        (["重申经济及社会理事会第2011/30号决议，"], "GA", ["ecosoc"]),
        (["重申经济及社会理事会的决议，", "赞赏人权理事会的工作，"], "GA", ["un-entities"]),
        (["重申人权理事会的决议，", "回顾经社理事会的决定，"], "GA", ["ecosoc"]),
        (["铭记安全理事会的责任，"], "GA", ["un-entities"]),
        (["铭记托管理事会的责任，"], "GA", []),  # named, and none of those we list
        ([], "GA", []),
        ([], "ECOSOC", ["ecosoc"]),
        ([], "HRC", ["un-entities"]),
    ],
)
def test_a_short_name_is_settled_by_the_last_full_one_or_says_nothing(
    before: list[str], body: Body, asked: list[str]
) -> None:
    found = find_acts("请理事会继续审议；", "operative", body, grammar(), before=before)
    assert [*found[0].addressees] == asked
    said = "回顾世界文化问题委员会的决定，请委员会继续；"
    assert find_acts(said, "operative", body, grammar(), before=before)[-1].addressees == ()


def test_a_short_name_is_settled_by_the_end_of_the_last_full_one() -> None:
    before = ["回顾其设立巴勒斯坦人民行使不可剥夺权利委员会的决议，"]
    found = find_acts("请委员会继续审查局势；", "operative", "GA", grammar(), before=before)
    assert found[0].addressees == ("un-entities",)


def test_a_pronoun_means_those_whose_work_the_act_before_names() -> None:
    found = find_acts("赞赏特别报告员的工作，鼓励她继续努力；", "operative", "GA", grammar())
    assert [act.addressees for act in found] == [(), ("others",)]


def test_titles_and_headings_do_nothing() -> None:
    assert find_acts("请秘书长提出报告", "title", "GA", grammar()) == ()


def test_an_act_has_its_span_concept_strength_and_addressees() -> None:
    assert find_acts("又敦促会员国和其他捐助方合作；", "operative", "GA", grammar()) == (
        Act(Span(0, 3), "urge", "request", ("member-states", "donors")),
    )


def test_ask_is_a_request_or_an_invitation_by_who_is_asked() -> None:
    assert acts_of("请秘书处协助；") == ["请 request secretariat"]
    assert acts_of("请会员国协助；") == ["请 invite member-states"]
    assert acts_of("请经济及社会理事会审议；") == ["请 request ecosoc"]
    assert acts_of("请经济及社会理事会审议；", body="CCPCJ") == ["请 invite ecosoc"]


def test_two_verbs_share_what_they_ask() -> None:
    assert acts_of("邀请会员国并且请秘书处收集数据；") == [
        "邀请 invite member-states",
        "请 request secretariat",
    ]


def test_a_report_of_others_is_no_act_until_the_organ_goes_on() -> None:
    assert acts_of("回顾其第1/1号决议，其中请秘书长报告，并回顾第1/2号决议，", "preambular") == [
        "回顾 recall",
        "回顾 recall",
    ]
    assert acts_of("注意到麻醉药品委员会的决定，委员会在决定中请秘书长报告，并请委员会审议；") == [
        "注意到 note",
        "请 request un-entities",
    ]


def test_what_stands_in_a_title_or_a_quotation_is_no_act() -> None:
    assert acts_of("注意到《宣言，请会员国合作》和“报告，敦促各国合作”；") == ["注意到 note"]


def test_a_pronoun_means_those_of_the_act_before() -> None:
    assert acts_of("敦促各会员国合作，并请它们提供资料；")[1] == "请 invite member-states"


def test_bold_makes_a_later_verb_an_act_and_a_longer_term_unmakes_it() -> None:
    text = "请会员国开展运动，并强调药品的风险；"
    assert len(find_acts(text, "operative", "GA", grammar())) == 1
    assert len(find_acts(text, "operative", "GA", grammar(), emphasis=[Span(10, 12)])) == 2
    term = TermUse("requesting", Span(0, 4))
    assert find_acts("请会员国合作；", "operative", "GA", grammar(), terms=[term]) == ()


def test_a_bad_pattern_and_a_failing_example_are_reported() -> None:
    verb = words().verbs[0]
    broken = type(verb)(concept="urge", forms=("(敦促",))
    captured = type(verb)(concept="urge", forms=("(敦促)",))
    failing = type(verb)(concept="urge", forms=("敦促",), examples=("请秘书长报告；",))
    for bad, code in ((broken, "bad-pattern"), (captured, "bad-pattern"), (failing, "act-example")):
        fields = {name: getattr(words(), name) for name in ActWords.__dataclass_fields__}
        complaints = check_acts(ActWords(**{**fields, "verbs": (bad,)}))
        assert code in {each[1] for each in complaints}
