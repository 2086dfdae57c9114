from __future__ import annotations

import marshal
import tempfile
from pathlib import Path

import jieba
import pytest
from conftest import REPOSITORY, term

from resolutions.analysis.segment import Cutter, Lexicon, check_terms, segment
from resolutions.model.records import Span

TERMS = (
    term("corruption", "腐败"),
    term("convention", "联合国反腐败公约", "反腐败公约"),
    term("persons", "贩运人口", "人口贩运"),
    term("wildlife", "贩运野生动植物"),
    term("trade", "贩运野生动植物制品"),
)
LEXICON = Lexicon.of(TERMS)


def words(text: str) -> list[str]:
    return [text[token.start : token.end] for token in segment(text, LEXICON)[0]]


def uses(text: str) -> list[tuple[str, str]]:
    return [(use.id, text[use.span.start : use.span.end]) for use in segment(text, LEXICON)[1]]


def test_words_tile_the_text() -> None:
    text = "促请 会员国，加入《联合国反腐败公约》（UNCAC）。"
    tokens = segment(text, LEXICON)[0]
    assert [token.start for token in tokens] == [0, *[token.end for token in tokens[:-1]]]
    assert "".join(words(text)) == text


def test_a_term_is_one_word_and_named() -> None:
    assert words("打击贩运野生动植物活动") == ["打击", "贩运野生动植物", "活动"]
    assert uses("打击贩运野生动植物活动") == [("wildlife", "贩运野生动植物")]


def test_the_longest_term_at_a_place_wins_and_none_overlap() -> None:
    assert uses("加入联合国反腐败公约") == [("convention", "联合国反腐败公约")]
    assert uses("贩运野生动植物制品") == [("trade", "贩运野生动植物制品")]
    assert uses("贩运人口贩运") == [("persons", "贩运人口")]


def test_every_form_of_a_term_is_found() -> None:
    assert uses("人口贩运和贩运人口") == [("persons", "人口贩运"), ("persons", "贩运人口")]


def test_outdated_forms_are_found_and_everyday_words_are_not() -> None:
    lexicon = Lexicon.of(
        [term("net", "网络犯罪", outdated={"zh": ("网上犯罪",)}, everyday={"zh": ("黑客",)})]
    )
    assert [use.id for use in lexicon.find("网上犯罪")] == ["net"]
    assert lexicon.find("黑客") == []


def test_a_term_is_a_word_even_at_the_ends_of_a_text() -> None:
    assert words("腐败") == ["腐败"]
    assert words("贩运人口腐败") == ["贩运人口", "腐败"]


def test_an_empty_text_has_no_words() -> None:
    assert segment("", LEXICON) == ((), ())


def test_the_same_text_is_cut_the_same_way_whatever_was_cut_before() -> None:
    text = "促请会员国打击一切形式的跨国有组织犯罪"
    before = segment(text, Lexicon.of([]))
    segment("促请会员国" * 50, LEXICON)
    assert segment(text, Lexicon.of([])) == before
    assert before[0][0] == Span(0, 2)


def test_an_example_without_a_form_of_its_term_is_a_complaint() -> None:
    terms = {
        "a": term("a", "腐败", examples=("打击腐败", "打击贪污")),
        "b": term("b", "贩运", "走私", examples=("走私",)),
    }
    ((identity, message),) = check_terms(terms)
    assert identity == "a"
    assert "打击贪污" in message


TEXT = "促请会员国打击一切形式的跨国有组织犯罪"


def cut(text: str) -> list[int]:
    return list(Cutter().lengths(text))


def test_what_lies_in_the_temporary_folder_of_the_system_decides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = cut(TEXT)
    (tmp_path / "jieba.cache").write_bytes(marshal.dumps(({TEXT: 9_000_000}, 9_000_000)))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert cut(TEXT) == wanted
    assert [path.name for path in tmp_path.iterdir()] == ["jieba.cache"]


def test_a_part_of_the_dictionary_cuts_as_the_whole_of_it_does() -> None:
    whole = jieba.Tokenizer()
    whole.FREQ, whole.total = whole.gen_pfdict(whole.get_dict_file())
    whole.initialized = True
    plain = REPOSITORY / "data" / "texts" / "A-RES-63-195.zh.txt"
    cutter = Cutter()
    for text in (*plain.read_text(encoding="utf-8").splitlines(), "B超 T恤 c++语言 龢 𠮷 4S店"):
        assert list(cutter.lengths(text)) == [len(word) for word in whole.cut(text, HMM=False)]
    part, _ = cutter._dictionary
    assert part.total == whole.total
    assert 1_000 < len(part.FREQ) < len(whole.FREQ) / 10
    assert part.FREQ.items() <= whole.FREQ.items()
