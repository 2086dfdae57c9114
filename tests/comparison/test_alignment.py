"""Two instruments, paragraph by paragraph: by rule on small texts, by label on the real ones."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest
import yaml
from conftest import REPOSITORY, SHARED, Edition, edition_of
from hypothesis import given
from hypothesis import strategies as st

from resolutions.comparison.align import KeyedText, Pair, align
from resolutions.comparison.compare import compare
from resolutions.comparison.grams import Grams

LABELS = Path(__file__).parent.parent / "labels"
NAME = "联合国打击跨国有组织犯罪公约"
GRAMS = Grams([NAME])
# The Chinese files of the judged pairs that are no texts of the edition.
UN = (
    "75_158_C",
    "75_196_C",
    "75_197_C",
    "75_206_C",
    "76_196-2119300C",
    "77_194-2228891C",
    "77_234-2229000C",
)
A = "敦促会员国采取有效的国家和国际措施，防止和打击文化财产的非法贩运；"
B = "请秘书长向大会提交报告，说明方案的任务执行情况；"
C = "鼓励各国实施国家和地方预防犯罪行动计划，以良好做法为基础；"
D = "建议在关于发展议程的讨论中审议刑事司法问题；"


def _units(*texts: str, kind: str = "op") -> list[KeyedText]:
    return [KeyedText(f"{kind}{n}", text) for n, text in enumerate(texts, 1)]


def _told(pairs: tuple[Pair, ...]) -> list[tuple[str | None, str, str]]:
    return [(pair.new, "+".join(pair.old), pair.relation) for pair in pairs]


def test_a_paragraph_that_stays_goes_with_itself_wherever_it_stands() -> None:
    assert _told(align(_units(A, B, C), _units(C, A, B), GRAMS)) == [
        ("op1", "op3", "same"),
        ("op2", "op1", "same"),
        ("op3", "op2", "same"),
    ]


def test_blanks_do_not_make_a_paragraph_another() -> None:
    (pair,) = align(_units("2008 年第 62/175 号决议；"), _units("2008年第62/175号决议；"), GRAMS)
    assert pair.relation == "same"


def test_a_changed_word_makes_it_edited_and_what_has_no_partner_is_new_or_dropped() -> None:
    changed = A.replace("有效的", "紧急")
    assert _told(align(_units(A, B), _units(changed, C), GRAMS)) == [
        ("op1", "op1", "edited"),
        ("op2", "", "new"),
        (None, "op2", "dropped"),
    ]


def test_two_in_one_are_merged_and_one_in_two_is_split() -> None:
    both = A[:-1] + "，又" + B
    assert _told(align(_units(A, B, C), _units(C, both), GRAMS)) == [
        ("op1", "op3", "same"),
        ("op2", "op1+op2", "merged"),
    ]
    assert _told(align(_units(both, C), _units(A, B, C), GRAMS)) == [
        ("op1", "op1", "split"),
        ("op2", "op1", "split"),
        ("op3", "op2", "same"),
    ]


def test_from_the_preamble_to_the_operative_part_is_a_move() -> None:
    pairs = align(
        [*_units(D, kind="pp"), *_units(B)], [*_units(A, kind="pp"), *_units(B, D)], GRAMS
    )
    assert [(pair.new, pair.old, pair.moved) for pair in pairs] == [
        ("pp1", (), False),
        ("op1", ("op1",), False),
        ("op2", ("pp1",), True),
    ]


def test_the_long_name_of_a_treaty_does_not_make_unlike_paragraphs_look_alike() -> None:
    older = _units(f"敦促缔约国利用《{NAME}》归还文物；", B, C)
    newer = _units(f"欢迎《{NAME}》会议通过决定；", B, C)
    assert align(older, newer, GRAMS)[0].relation == "new"


def test_a_paragraph_redrafted_in_its_place_goes_with_it() -> None:
    older = _units(A, "建议在2015年后发展议程的讨论中审议司法；", B)
    newer = _units(A, "特别指出2015年后发展议程应当以尊重和促进法治为指导方针；", B)
    assert _told(align(older, newer, GRAMS))[1] == ("op2", "op2", "edited")


TEXTS = st.lists(st.sampled_from([A, B, C, D, A + B, C[:-1] + D, "", "大会，"]), max_size=6)


@given(TEXTS, TEXTS)
def test_every_paragraph_is_told_of_once_and_none_is_lost(old: list[str], new: list[str]) -> None:
    older, newer = _units(*old), _units(*new)
    pairs = align(older, newer, GRAMS)
    assert [pair.new for pair in pairs if pair.new] == [unit.key for unit in newer]
    kept = {key for pair in pairs if pair.new for key in pair.old}
    gone = [pair.old[0] for pair in pairs if pair.new is None]
    assert kept.isdisjoint(gone)
    assert sorted([*kept, *gone]) == sorted(unit.key for unit in older)
    assert all(
        (pair.relation == "new") == (pair.new is not None and not pair.old) for pair in pairs
    )


def test_in_the_preamble_the_next_of_a_series_goes_on_from_the_last() -> None:
    event = "联合国预防犯罪和刑事司法大会"
    last = f"又回顾关于第十一届{event}的后续行动及第十二届{event}的筹备工作的第62/173号决议，"
    following = f"回顾关于第十二届{event}后续行动和第十三届{event}筹备工作的第67/184号决议，{D}"
    grams = Grams([NAME, event])
    rest = ["确认法治的作用，", "铭记《2030年议程》，", "关切网络犯罪，", "欢迎该报告，"] * 3
    older = _units(last, B, *rest, kind="pp")
    newer = _units(B, following + A + C + A, *rest, kind="pp")
    assert align(older, newer, grams)[1].old == ("pp1",)


def _judged(edition: Edition, name: str) -> tuple[int, list[tuple[str, ...]]]:
    """How many pairs were judged, and those that are aligned otherwise."""
    found = {
        (each.older, each.newer): {pair.new: pair.old for pair in each.pairs}
        for each in compare(edition.library, edition.catalogue).alignments
    }
    labels = yaml.safe_load((LABELS / f"alignments-{name}.yml").read_text(encoding="utf-8"))
    judged = [
        (label["older"], label["newer"], new, *old)
        for label in labels
        for new, old in label["pairs"].items()
    ]
    return len(judged), [each for each in judged if found[each[:2]][each[2]] != each[3:]]


@pytest.mark.parametrize(("name", "count"), [("develop", 183), ("held-out", 116)])
def test_alignments_agree_with_what_was_judged_by_hand(
    name: str, count: int, real: Edition
) -> None:
    judged, wrong = _judged(real, name)
    assert judged == count
    assert len(wrong) <= 0.03 * count, wrong


@pytest.fixture(scope="module")
def un(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The edition with the resolutions of two sessions before and after: nine files."""
    folder = tmp_path_factory.mktemp("un")
    for session in ("75", "76", "77"):
        with tarfile.open(SHARED / "un-xml" / f"{session}session.tar.xz") as archive:
            for member in archive:
                if any(each in member.name for each in UN):
                    archive.extract(member, folder, filter="data")
    return edition_of(REPOSITORY / "data", folder)


@pytest.mark.skipif(not (SHARED / "un-xml").is_dir(), reason="no UN XML: not tested on its texts")
@pytest.mark.parametrize(("name", "count"), [("un-develop", 145), ("un-held-out", 58)])
def test_alignments_of_the_uns_texts_agree_too(name: str, count: int, un: Edition) -> None:
    judged, wrong = _judged(un, name)
    assert judged == count
    assert len(wrong) <= 0.03 * count, wrong
