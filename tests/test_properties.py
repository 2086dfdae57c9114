from __future__ import annotations

import itertools
import posixpath
from collections.abc import Sequence
from typing import Any

import pytest
from conftest import NAMES, REPORT, parsed_of, source_of, term
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resolutions.analysis.citations.find import mentions
from resolutions.analysis.segment import Lexicon, segment
from resolutions.model.document import Header, Mark, Parsed, Run, Section
from resolutions.model.keys import KEY, Keys
from resolutions.model.problems import Report
from resolutions.model.records import Span
from resolutions.model.symbols import slug_of
from resolutions.readers.account import account
from resolutions.readers.text.join import is_wide, join, strays
from resolutions.readers.text.sift import sift
from resolutions.site.weave import weave
from resolutions.web.urls import relative

CALM = [HealthCheck.filter_too_much, HealthCheck.too_slow]
MANY = settings(max_examples=150, suppress_health_check=CALM)
FEWER = settings(max_examples=100, suppress_health_check=CALM)

# --- texts made of the shapes of the real ones ------------------------------------------------

MASTHEAD = (
    "大会", "Distr.: General", "13 February 2017第七十一届会议", "第六十八届会议", "第三委员会", "议程项目 108",
    "预防犯罪和刑事司法", " 2 0 0 8 年 1 2 月 1 8 日大会决议  ", "2013 年 12 月 18 日大会决议",
    "[根据第三委员会的报告(A/68/457)通过]", "  意大利：决议草案 ",
)  # fmt: skip
FRAME = (
    "第一章", "A. 拟由理事会建议大会通过的决议草案", "B. 供理事会通过的决议草案", "C. 供理事会通过的决定草案",
    "D. 提请注意的事项", "决议草案一", "决议草案十二", "决定草案一", "第 20/1 号决议", "第 20/1 号决定",
    "1. 预防犯罪和刑事司法委员会建议核准下述决议草案：",
)  # fmt: skip
ENACTING = (
    "大会，", " 大会， ", "大会", "经济及社会理事会：", "经济及社会理事会，回顾其第 2009/251 号决定，",
    "预防犯罪和刑事司法委员会，", "在 2011 年 4 月 15 日举行的第 10 次会议上，预防犯罪和刑事司法委员会铭记其讨论：",
)  # fmt: skip
UNITS = (
    "63/195. 加强联合国预防犯罪和刑事司法方案，特别是其技术", "回顾其第 62/175 号决议，", " 又回顾《公约》、¹",
    "重申《联合国打击跨国有组织犯罪公约》10 第 32 条，", "1. 请秘书长", "2. **促请**会员国；", " 3. 鼓励会员国", "12.请",
    "(a) 探讨", "(b) 收集；", "（一） 决定", "(二) 请：", "a. 提交", "- 秘书长的报告", "- (d) 其他事项；", " - 说明", "文件",
    "评价和监督", "约》，⁷⁸预防犯罪；", "的能力，", "号决议，", "\t资源 (千美元)\t\t员额\t", "员额\t4 517.2\t—", "资源预测额\n\n\t2040 年\t—\n员额\t4 517.2\t—", "。", "》，",
    "第 5/7 号决议", "2013 年 12 月 18 日", "第 70 次全体会议", "第一章，D节。",
)  # fmt: skip
FURNITURE = (
    "__________________", " " * 59, "9/1013-50877 (C)", "13-50877 (C) 151013", "9/10", "A/RES/90/1",
    "http://undocs.org/ch/S/RES/1373(2001)", "1", " 2 ", "8", "10", "¹ 联合国，《条约汇编》。", "² 同上。", "¹⁰ 同上，第 976 卷。",
    " 联合国，《条约汇编》，第 2225 卷，第 39574 号。 ",
)  # fmt: skip
PIECES = (
    "第", "号决议", "号", "段", "1", "12", "90/1", ". ", "，", "；", "。", "：", "(a) ", "(一) ", "（二）", "a. ", "- ", "¹", "²⁰",
    "**", "\t", " ", "\u3000", "\xa0", "\x0c", "\r", "\u2028", "《", "》", "“", "”", "—", "大会", "大会，", "决议草案", "决定草案", "二",
    "经济及社会理事会", "请会员国", "回顾", "年", "月", "日", "A. ", "_____", "abc", "é", "\U00020000", "١", "e\u0301",
)  # fmt: skip
SHAPED = st.sampled_from(MASTHEAD + FRAME + ENACTING + UNITS + FURNITURE)
COMPOSED = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
LINES = st.lists(st.one_of(SHAPED, SHAPED, COMPOSED, st.just("")), max_size=40)
ORDERED = st.builds(
    lambda *parts: [line for part in parts for line in part],
    st.lists(st.sampled_from((*MASTHEAD, "")), max_size=4),
    st.sampled_from((["90/1. 题目", ""], ["A. 决议草案", "", "决议草案一", "", "题目", ""], ["冰岛：决议草案", "", "题目", ""])),
    st.sampled_from(ENACTING).map(lambda line: [line, ""]),
    st.lists(st.sampled_from((*UNITS, *FURNITURE, *FRAME, "", "")), max_size=30),
)  # fmt: skip
TEXTS = st.one_of(LINES, ORDERED).map("\n".join)
LAYOUTS = st.sampled_from(("lines", "wrapped"))
KINDS = st.sampled_from(("resolution", "decision"))
SECTIONS = st.sampled_from(((), REPORT))
ANYTHING = st.text(max_size=200)


# Wrapped texts whose marks stand where printed marks can stand: after the words of a paragraph.
FOOT = (
    "\n\n" + " " * 59 + "\n1\n 联合国，第一部分，\n\n第一章。\n\n2\n 同上。\n有效性，"
)  # a page ends in the paragraph
TAILS = st.builds(
    lambda tails, foot: "".join(tails) + foot,
    st.lists(st.sampled_from(("1\n 以及", "12\n", "\n有效性，\n")), max_size=3),
    st.sampled_from(("", FOOT)),
)
WRAPPED = st.builds(
    lambda preamble, operative: (
        "\n90/1. 题目\n\n 大会，\n\n"
        + "".join(f" 回顾第 {n} 号公约、\n{tail}\n\n" for n, tail in enumerate(preamble))
        + "".join(f" {n}. 请会员国\n{tail}\n\n" for n, tail in enumerate(operative, 1))
    ),
    st.lists(TAILS, max_size=4),
    st.lists(TAILS, min_size=1, max_size=4),
)


def read(text: str, layout: str, sections: tuple[Section, ...], kind: str) -> tuple[Parsed, Report]:
    return parsed_of(text, layout=layout, sections=sections, kind=kind)


@MANY
@given(TEXTS, LAYOUTS, SECTIONS, KINDS)
def test_no_character_of_a_text_is_lost_or_read_twice(
    text: str, layout: str, sections: Any, kind: str
) -> None:
    parsed, _ = read(text, layout, sections, kind)
    report = Report()
    result = account(parsed, report)
    assert result.lost == 0
    assert report.problems == []
    assert result.total == sum(not character.isspace() for character in text)


@MANY
@given(WRAPPED)
def test_no_character_of_a_wrapped_text_is_lost_and_every_mark_is_kept(text: str) -> None:
    parsed, _ = parsed_of(text, layout="wrapped")
    report = Report()
    assert account(parsed, report).lost == 0
    assert report.problems == []
    (document,) = parsed.documents
    assert all(KEY.fullmatch(paragraph.key) for paragraph in document.paragraphs)
    marks = sum(len(line.parts) - 1 for line in sift(source_of(text, "wrapped")).body)
    assert sum(len(paragraph.notes) for paragraph in document.paragraphs) == marks
    words = "".join(paragraph.text for paragraph in document.paragraphs)
    assert words.count("以及") == text.count("以及")
    assert words.count("有效性，") == text.count("有效性，")


@MANY
@given(ANYTHING, LAYOUTS, SECTIONS, KINDS)
def test_any_input_is_parsed_without_an_exception_and_without_loss(
    text: str, layout: str, sections: Any, kind: str
) -> None:
    parsed, report = read(text, layout, sections, kind)
    told = Report()
    assert account(parsed, told).lost == 0
    assert told.problems == []
    assert parsed.documents or parsed.frame or report.failed


@MANY
@given(TEXTS, LAYOUTS, SECTIONS, KINDS)
def test_every_unexplained_character_is_reported_with_its_line(
    text: str, layout: str, sections: Any, kind: str
) -> None:
    parsed, report = read(text, layout, sections, kind)
    unexplained = {claim.run.line for claim in parsed.claims if claim.use == "unexplained"}
    reported = {p.line for p in report.problems if p.code == "unexplained-line"}
    notes = {p.line for p in report.problems if p.code == "orphan-note"}
    assert reported <= unexplained
    assert all(line in reported or any(note <= line for note in notes) for line in unexplained)


@MANY
@given(TEXTS, LAYOUTS, SECTIONS, KINDS)
def test_the_text_of_every_paragraph_stands_in_its_lines(
    text: str, layout: str, sections: Any, kind: str
) -> None:
    parsed, _ = read(text, layout, sections, kind)
    for document in parsed.documents:
        for paragraph in document.paragraphs:
            lines = parsed.source.lines[paragraph.lines.start - 1 : paragraph.lines.end]
            wanted = "".join(paragraph.text.split())
            assert in_order(wanted, "".join(lines))
            assert paragraph.text == " ".join(paragraph.text.split())
            assert all(0 <= mark.at <= len(paragraph.text) for mark in paragraph.notes)
            assert all(0 <= s.start < s.end <= len(paragraph.text) for s in paragraph.emphasis)


def in_order(wanted: str, given: str) -> bool:
    remaining = iter(given)
    return all(character in remaining for character in wanted)


@MANY
@given(TEXTS, LAYOUTS, SECTIONS, KINDS)
def test_keys_are_unique_in_a_document_and_every_parent_exists(
    text: str, layout: str, sections: Any, kind: str
) -> None:
    parsed, _ = read(text, layout, sections, kind)
    for document in parsed.documents:
        keys = [paragraph.key for paragraph in document.paragraphs]
        assert len(keys) == len(set(keys))
        for number, paragraph in enumerate(document.paragraphs):
            assert paragraph.parent is None or paragraph.parent in keys[:number]
        notes = {note.key for note in document.footnotes}
        assert {mark.key for p in document.paragraphs for mark in p.notes} == notes
        assert len(notes) == len(document.footnotes)


@MANY
@given(TEXTS, LAYOUTS, SECTIONS, KINDS)
def test_keys_follow_the_grammar(text: str, layout: str, sections: Any, kind: str) -> None:
    parsed, _ = read(text, layout, sections, kind)
    for document in parsed.documents:
        for paragraph in document.paragraphs:
            assert KEY.fullmatch(paragraph.key), paragraph.key
        assert all(KEY.fullmatch(note.key) for note in document.footnotes)
    assert all(KEY.fullmatch(paragraph.key) for paragraph in parsed.frame)


@FEWER
@given(TEXTS, LAYOUTS, SECTIONS, KINDS)
def test_the_same_text_is_parsed_the_same_way(
    text: str, layout: str, sections: Any, kind: str
) -> None:
    once, first = read(text, layout, sections, kind)
    again, second = read(text, layout, sections, kind)
    assert once == again
    assert first.problems == second.problems


@FEWER
@given(TEXTS, LAYOUTS)
def test_sifting_parts_a_text_into_runs_that_do_not_overlap(text: str, layout: str) -> None:
    sifted = sift(source_of(text, layout))
    runs = [claim.run for claim in sifted.claims]
    runs += [run for note in sifted.notes for run in (note.label_run, *note.runs)]
    runs += [p.run if isinstance(p, Mark) else p for line in sifted.body for p in line.parts]
    places = [(run.line, column) for run in runs for column in range(run.start, run.end)]
    assert len(places) == len(set(places))
    assert all(sifted.source.lines[run.line - 1][run.start : run.end] == run.text for run in runs)
    covered = set(places)
    for number, line in enumerate(sifted.source.lines, start=1):
        assert all(c.isspace() or (number, column) in covered for column, c in enumerate(line))


@pytest.mark.parametrize("own", [settings.default, MANY, FEWER])
def test_examples_are_fresh_and_a_failure_says_how_to_repeat_it(own: settings) -> None:
    assert not own.derandomize
    assert own.print_blob
    assert own.deadline is None  # how long a thing takes is measured, not asserted


def test_the_texts_of_the_fuzzer_reach_every_kind_of_paragraph() -> None:
    kinds: set[str] = set()
    problems: set[str] = set()

    # The same examples each time: it asks what the fuzzer can do, not whether a law holds.
    @settings(max_examples=1000, derandomize=True, database=None, suppress_health_check=CALM)
    @given(TEXTS, LAYOUTS, SECTIONS, KINDS)
    def collect(text: str, layout: str, sections: Any, kind: str) -> None:
        parsed, report = read(text, layout, sections, kind)
        kinds.update(p.kind for document in parsed.documents for p in document.paragraphs)
        problems.update(problem.code for problem in report.problems)

    collect()
    assert kinds >= {
        "title",
        "enacting",
        "preambular",
        "operative",
        "lettered",
        "heading",
        "table",
        "other",
    }
    assert problems >= {"unexplained-line", "no-title", "number-gap", "missing-note", "orphan-note"}


# --- joining ----------------------------------------------------------------------------------

RUNS = st.lists(
    st.tuples(
        st.one_of(COMPOSED, ANYTHING.map(lambda text: text.replace("\n", ""))), st.booleans()
    ),
    max_size=8,
).map(lambda pairs: numbered(pairs))


def numbered(pairs: Sequence[tuple[str, bool]]) -> list[Run | Mark]:
    parts: list[Run | Mark] = []
    line = 1
    for text, breaks in pairs:
        line += breaks
        parts.append(Run(line, 0, len(text), text))
    return parts


@MANY
@given(RUNS)
def test_joining_keeps_every_character_that_is_no_blank_and_their_order(parts: list[Run]) -> None:
    joined = join(parts).text
    assert "".join(joined.split()) == "".join("".join(part.text for part in parts).split())
    assert joined == " ".join(joined.split())


@MANY
@given(st.lists(COMPOSED.filter(lambda text: bool(text.strip())), min_size=2, max_size=5))
def test_a_line_break_leaves_a_blank_unless_wide_characters_meet(lines: list[str]) -> None:
    parts = [Run(number, 0, len(line), line) for number, line in enumerate(lines, start=1)]
    expected = " ".join(lines[0].split())
    for line in lines[1:]:
        words = " ".join(line.split())
        expected += ("" if is_wide(expected[-1]) and is_wide(words[0]) else " ") + words
    stray = strays(expected)  # blanks inside Chinese words and numbers
    assert join(parts).text == "".join(c for at, c in enumerate(expected) if at not in stray)
    assert all(expected[at] == " " for at in stray)


@FEWER
@given(RUNS, st.lists(st.integers(0, 8), max_size=4))
def test_marks_never_change_the_text_around_them(parts: list[Run], places: list[int]) -> None:
    marked: list[Run | Mark] = list(parts)
    for label, place in enumerate(sorted(places, reverse=True)):
        at = min(place, len(parts))
        line = parts[at - 1].line if at else parts[0].line if parts else 1
        marked.insert(at, Mark(str(label), Run(line, 0, 1, "¹")))
    plain, with_marks = join(parts), join(marked)
    assert with_marks.text == plain.text
    assert len(with_marks.marks) == len(places)
    offsets = [at for _, at in with_marks.marks]
    assert offsets == sorted(offsets)


# --- keys, words, weaving, links --------------------------------------------------------------

STEPS = st.one_of(
    st.tuples(st.just("unit"), st.sampled_from(("op1", "op2", "title"))),
    st.tuples(st.just("count"), st.sampled_from(("pp", "h", "x"))),
    st.tuples(st.just("letter"), st.sampled_from("abc")),
    st.tuples(st.just("han"), st.sampled_from("123")),
    st.tuples(st.just("close"), st.just("")),
)


@MANY
@given(st.lists(STEPS, max_size=30))
def test_a_key_is_given_out_once_and_a_parent_before_its_items(
    steps: list[tuple[str, str]],
) -> None:
    keys, given_out = Keys(), []
    for step, name in steps:
        if step == "close":
            keys.close()
        elif step in ("unit", "count"):
            given_out.append(keys.unit(name) if step == "unit" else keys.count(name))
        else:
            key, parent = keys.item(step, name)
            assert parent is None or parent in given_out
            assert key.startswith(f"{(parent or 'op').split('_')[0]}-{name}")
            given_out.append(key)
    assert len(given_out) == len(set(given_out))
    assert all(KEY.fullmatch(key) for key in given_out)


FORMS = (
    "腐败",
    "反腐败公约",
    "联合国反腐败公约",
    "贩运人口",
    "人口贩运",
    "毒品和犯罪",
    "犯罪",
    "贩运人口罪",
)
LEXICON = Lexicon.of([term(f"t{number}", form) for number, form in enumerate(FORMS)])
PROSE = st.lists(
    st.one_of(st.sampled_from((*FORMS, *PIECES, "会员国", "联合国", "打击")), st.text(max_size=3)),
    max_size=15,
).map("".join)


@MANY
@given(PROSE)
def test_words_tile_any_text_and_no_term_is_split(text: str) -> None:
    tokens, uses = segment(text, LEXICON)
    assert "".join(text[start:end] for start, end in tokens) == text
    assert [token.start for token in tokens] == [0, *(token.end for token in tokens)][: len(tokens)]
    assert all(token.start < token.end for token in tokens)
    assert {use.span for use in uses} <= set(tokens)
    found = Span(0, 0)
    for use in uses:
        assert use.span.start >= found.end
        assert text[use.span.start : use.span.end] == FORMS[int(use.id[1:])]
        longer = [form for form in FORMS if len(form) > use.span.end - use.span.start]
        assert not any(text.startswith(form, use.span.start) for form in longer)
        found = use.span
    for form in FORMS:
        start = text.find(form)
        while start >= 0:
            overlapping = [
                u for u in uses if u.span.start < start + len(form) and start < u.span.end
            ]
            assert overlapping, f"{form} at {start} is no term"
            start = text.find(form, start + 1)


@MANY
@given(PROSE, st.data())
def test_weaving_joins_back_and_covers_what_it_should(text: str, data: st.DataObject) -> None:
    offsets = st.integers(0, len(text))
    spans = st.tuples(offsets, offsets).map(lambda pair: Span(min(pair), max(pair)))
    links = [(span, f"link{n}") for n, span in enumerate(data.draw(st.lists(spans, max_size=4)))]
    layers = [(span, f"layer{n}") for n, span in enumerate(data.draw(st.lists(spans, max_size=4)))]
    points = [(at, f"point{n}") for n, at in enumerate(data.draw(st.lists(offsets, max_size=4)))]
    groups = weave(text, links, layers, points)
    assert "".join(piece.text for group in groups for piece in group.pieces) == text
    position = 0
    placed: list[tuple[int, str]] = []
    linked: dict[str, list[int]] = {}
    for group in groups:
        for piece in group.pieces:
            assert piece.text
            span = Span(position, position + len(piece.text))
            wanted = {name for s, name in layers if s.start <= span.start and span.end <= s.end}
            assert set(piece.layers) == wanted
            assert not any(
                s.start < e < s.end
                for s, _ in layers
                for e in span
                if not s.start <= span.start < s.end
            )
            if group.link:
                linked.setdefault(group.link, []).extend(range(*span))
            position = span.end
        placed += [(position, point) for point in group.points]
    assert sorted(placed) == sorted(points)
    for name, covered in linked.items():
        (span,) = (s for s, each in links if each == name)
        assert covered == list(range(*span))
    for span, name in links:
        if span.start < span.end and name not in linked:
            assert any(
                covered[0] < span.end and span.start <= covered[-1] for covered in linked.values()
            )


@MANY
@given(
    PROSE.map(
        lambda text: text.replace("腐败", "第 64/293 号决议").replace(
            "犯罪", "S/RES/1373(2001)号决议"
        )
    )
)
def test_mentions_come_in_order_inside_the_text_and_none_inside_another(text: str) -> None:
    found = mentions(text, NAMES, "GA", {"op1"})
    for each in found:
        assert 0 <= each.span.start < each.span.end <= len(text)
    for one, two in itertools.pairwise(found):
        assert one.span == two.span or one.span.end <= two.span.start
    assert found == mentions(text, NAMES, "GA", {"op1"})


NAMES_OF_PAGES = st.lists(
    st.sampled_from(("a", "b", "zh", "resolutions")), min_size=1, max_size=4
).map(lambda parts: "/".join(parts) + ".html")


@FEWER
@given(NAMES_OF_PAGES, NAMES_OF_PAGES, st.sampled_from(("", "#op1")))
def test_following_the_way_from_a_page_leads_to_the_target(
    page: str, path: str, fragment: str
) -> None:
    way, mark, anchor = relative(page, path + fragment).partition("#")
    landed = posixpath.normpath(posixpath.join(posixpath.dirname(page), way)) if way else page
    assert landed == path
    assert mark + anchor == fragment


@FEWER
@given(st.text(max_size=30))
def test_a_slug_is_made_of_any_symbol_and_is_its_own_slug(symbol: str) -> None:
    slug = slug_of(symbol)
    assert slug
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug_of(slug) == slug


def test_a_header_needs_no_more_than_a_symbol_and_a_language() -> None:
    assert Header(symbol="A/RES/1/1", language="zh").layout == "lines"
