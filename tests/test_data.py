from __future__ import annotations

import ast
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from conftest import REPOSITORY, Edition

from resolutions.model.document import Document, Footnote, Paragraph

TEXTS = REPOSITORY / "data" / "texts"
DRAFT, GA63, GA68, GA71, REPORT = (
    f"{name}.zh.txt"
    for name in ("A-C.3-68-L.18", "A-RES-63-195", "A-RES-68-193", "A-RES-71-209", "E-2011-30")
)
SUMS = {
    DRAFT: "59fe40fb97a05e8498d0d16c552caf6e1f17335b5a85ef507dce68bd65727569",
    GA63: "51baabff12bc3fc2d6ef4aacc2425c1d274ed69559a08cea21374aa281493421",
    GA68: "b729448389600b6c4cdccefb4b68d28315dbee0fe4014a240a48017a86ca8502",
    GA71: "63dd703830b4a2ace0c9290c1bbaaedc83b7032d11a4190b34588828e172a49c",
    REPORT: "979ed96734e88febd93b7bc795766b156d6f6bf45698cc028144e64103f9789c",
}
# slug: preambular, operative, lettered, headings, footnotes; source, first and last line
COUNTS = {
    "a-c-3-68-l-18": (35, 46, 0, 0, 9, DRAFT, 1, 637),
    "a-res-63-195": (18, 19, 0, 0, 9, GA63, 1, 317),
    "a-res-68-193": (43, 50, 0, 0, 14, GA68, 5, 243),
    "a-res-71-209": (53, 54, 0, 0, 32, GA71, 5, 316),
    "e-2011-30-ga-1": (5, 6, 0, 0, 4, REPORT, 11, 43),
    "e-2011-30-ga-2": (10, 12, 0, 0, 4, REPORT, 45, 105),
    "e-2011-30-ga-3": (9, 11, 6, 0, 10, REPORT, 107, 187),
    "e-2011-30-ga-4": (18, 18, 0, 0, 9, REPORT, 189, 293),
    "e-2011-30-ecosoc-1": (23, 22, 0, 0, 9, REPORT, 299, 415),
    "e-2011-30-ecosoc-2": (3, 15, 0, 0, 2, REPORT, 417, 463),
    "e-2011-30-ecosoc-3": (10, 10, 0, 0, 3, REPORT, 465, 519),
    "e-2011-30-ecosoc-4": (10, 12, 0, 0, 7, REPORT, 521, 585),
    "e-2011-30-decision-1": (0, 0, 11, 1, 0, REPORT, 591, 701),
    "e-2011-30-decision-2": (1, 0, 6, 0, 0, REPORT, 703, 725),
    "ccpcj-res-20-1": (7, 21, 6, 5, 3, REPORT, 731, 825),
    "ccpcj-res-20-2": (3, 4, 0, 1, 2, REPORT, 827, 865),
    "ccpcj-res-20-3": (15, 12, 0, 0, 7, REPORT, 867, 939),
    "ccpcj-res-20-4": (13, 10, 0, 0, 7, REPORT, 941, 1011),
    "ccpcj-res-20-5": (11, 12, 0, 0, 12, REPORT, 1013, 1087),
    "ccpcj-res-20-6": (8, 9, 0, 0, 1, REPORT, 1089, 1133),
    "ccpcj-res-20-7": (9, 7, 0, 0, 3, REPORT, 1135, 1179),
    "ccpcj-dec-20-1": (0, 0, 3, 0, 0, REPORT, 1181, 1191),
}


def raw(name: str) -> list[str]:
    return (TEXTS / name).read_text(encoding="utf-8").split("\n")


def unit(real: Edition, place: str) -> Paragraph:
    slug, key = place.split("#")
    (found,) = (p for p in real.documents[slug].paragraphs if p.key == key)
    return found


def note(real: Edition, place: str) -> Footnote:
    slug, key = place.split("#")
    (found,) = (n for n in real.documents[slug].footnotes if n.key == key)
    return found


def at_line(real: Edition, source: str, line: int) -> list[str]:
    """The paragraphs made of a line: `slug#key`."""
    return [
        f"{slug}#{p.key}"
        for slug, document in real.documents.items()
        if document.source.name == source
        for p in document.paragraphs
        if p.lines.start <= line <= p.lines.end
    ]


# --- the whole --------------------------------------------------------------------------------


def test_the_data_and_the_texts_have_no_error_and_one_known_gap(real: Edition) -> None:
    problems = [(p.file, p.line, p.code) for p in real.report.problems]
    assert problems == [("data/texts/A-RES-63-195.zh.txt", 142, "missing-note")]


@pytest.mark.parametrize("name", SUMS)
def test_a_source_text_is_the_one_we_were_given(name: str) -> None:
    assert hashlib.sha256((TEXTS / name).read_bytes()).hexdigest() == SUMS[name]


def test_the_five_texts_hold_65905_chinese_characters() -> None:
    texts = "".join((TEXTS / name).read_text(encoding="utf-8") for name in SUMS)
    assert sum("\u4e00" <= character <= "\u9fff" for character in texts) == 65_905


@pytest.mark.parametrize("slug", COUNTS)
def test_an_instrument_has_the_paragraphs_and_notes_of_the_design(real: Edition, slug: str) -> None:
    document = real.documents[slug]
    kinds = Counter(paragraph.kind for paragraph in document.paragraphs)
    *counts, source, first, last = COUNTS[slug]
    found = [kinds[kind] for kind in ("preambular", "operative", "lettered", "heading")]
    assert [*found, len(document.footnotes)] == counts
    assert (kinds["title"], kinds["enacting"]) == (1, 1)
    assert document.source.name == source
    assert first == document.lines.start
    assert first <= document.lines.end <= last


def test_the_22_instruments_have_the_totals_of_the_design(real: Edition) -> None:
    assert set(real.documents) == set(COUNTS)
    paragraphs = [p for document in real.documents.values() for p in document.paragraphs]
    kinds = Counter(paragraph.kind for paragraph in paragraphs)
    assert [kinds[kind] for kind in ("preambular", "operative", "lettered", "heading")] == [
        304,
        350,
        32,
        7,
    ]
    assert sum(len(document.footnotes) for document in real.documents.values()) == 147
    assert sum(len(paragraph.notes) for paragraph in paragraphs) == 169
    assert kinds["table"] == 1


def test_no_character_of_the_five_texts_is_lost(real: Edition) -> None:
    assert [each.lost for each in real.accounts] == [0] * 5
    for each, name in zip(real.accounts, sorted(SUMS), strict=True):
        assert each.file.endswith(name)
        assert (
            each.total
            == sum(each.by_use.values())
            == sum(not c.isspace() for c in "".join(raw(name)))
        )
        assert "unexplained" not in each.by_use


def test_operative_paragraphs_are_numbered_from_one_without_a_gap(real: Edition) -> None:
    for document in real.documents.values():
        labels = [p.label for p in document.paragraphs if p.kind == "operative"]
        assert labels == [f"{number}." for number in range(1, len(labels) + 1)]
        assert [p.key for p in document.paragraphs if p.kind == "operative"] == [
            f"op{label[:-1]}" for label in labels
        ]


# --- every text equal to its source, joined again from the raw lines ---------------------------

MARK = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
NOTE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+ ")
FURNITURE = re.compile(
    r"_+|(9/10)?13-50877 \(C\).*|\d+/\d+13-50877 \(C\)|A/C\.3/68/L\.18|A/RES/\d+/\d+|\d+/10|http://\S+"
)
FALLEN = (
    "《联合国打击跨国有组织犯罪公约》10 第 32 条",
    "《联合国打击跨国有组织犯罪公约》 第 32 条",
)


def is_full(character: str) -> bool:
    return ord(character) > 0x2E7F or character in "“”‘’—…·"


def text_lines(name: str) -> dict[int, str]:
    """The lines that are neither blank, furniture, note nor mark; the notes by a rule of our own."""
    kept: dict[int, str] = {}
    below_rule = False
    label = ""
    for number, line in enumerate(raw(name), start=1):
        words = line.strip()
        if not words:
            below_rule = below_rule or len(line) > 30
        elif FURNITURE.fullmatch(words):
            below_rule = below_rule or words.startswith("_")
        elif re.fullmatch(r"\d{1,2}", words):
            label = words if below_rule else ""
        elif label or NOTE.match(line) or (name, number) == (GA63, 120):
            label = ""  # line 120 of 63/195: note 5 runs over a blank line
        else:
            below_rule = False
            kept[number] = line
    return kept


def rejoined(lines: list[str]) -> str:
    text = ""
    for line in lines:
        words = " ".join(MARK.sub("", line.replace(*FALLEN).replace("**", "")).split())
        text += words if not text or (is_full(text[-1]) and is_full(words[0])) else " " + words
    for stands, alike in STRAY.items():
        text = text.replace(stands, alike)
    text = re.sub(r"(?<=、) (?=\d)", "", text)  # 、³ 1988 年: where a mark stood
    return re.sub(rf"(?<=[{CJK}]) (?=[{CJK}])", "", text)


CJK = "\u2e80-\u9fff\uff00-\uffef"
STRAY = {  # blanks inside dates and numbers that an extraction left
    "1991年 12月 18 日": "1991年12月18日",
    "2007年 12月 18日第62/173 号": "2007年12月18日第62/173号",
    "2008年 4月 18日第 17/1号": "2008年4月18日第17/1号",
    "2010年 7月 30日": "2010年7月30日",
    "2012 年9月24日": "2012年9月24日",
    "第67/190 号": "第67/190号",
}


def test_the_stray_blanks_stand_where_the_test_says() -> None:
    sources = "".join(rejoined(list(text_lines(name).values())) for name in SUMS)
    raws = "".join(" ".join(line.strip() for line in text_lines(name).values()) for name in SUMS)
    assert all(alike in sources for alike in STRAY.values())
    assert "1991年 12月 18 日" in raws


def test_no_text_has_a_blank_inside_a_chinese_word_or_a_title(real: Edition) -> None:
    for document in real.documents.values():
        texts = [each.text for each in document.paragraphs]
        texts += [note.text or "" for note in document.footnotes]
        assert not [each for each in texts if re.search(rf"[{CJK}] [{CJK}]", each)]
        assert not re.search(rf"[{CJK}] [{CJK}]", document.title)


def test_the_line_where_note_5_goes_on_is_still_where_the_test_says() -> None:
    assert raw(GA63)[119].startswith("第一章，D")


@pytest.mark.parametrize("slug", COUNTS)
def test_every_text_is_equal_to_its_source(real: Edition, slug: str) -> None:
    document = real.documents[slug]
    kept = text_lines(document.source.name)
    groups: list[list[Paragraph]] = []
    for paragraph in document.paragraphs:
        if groups and groups[-1][-1].lines.end == paragraph.lines.start:
            groups[-1].append(paragraph)  # an enacting phrase run into the first paragraph
        else:
            groups.append([paragraph])
    compared = 0
    for group in groups:
        first, last = group[0].lines.start, group[-1].lines.end
        text = rejoined([line for number, line in kept.items() if first <= number <= last])
        text = text.removeprefix("- ")  # the sign of a list in an agenda
        assert text.startswith(group[0].label)
        text = text[len(group[0].label) :].lstrip()
        assert "".join(p.text for p in group) == text, (slug, group[0].key)
        compared += len(group)
    assert compared == len(document.paragraphs)


def test_every_line_of_text_belongs_to_a_paragraph_the_frame_or_the_masthead(real: Edition) -> None:
    for parsed in real.parsed:
        paragraphs = [p for document in parsed.documents for p in document.paragraphs]
        inside = {
            n for p in (*paragraphs, *parsed.frame) for n in range(p.lines.start, p.lines.end + 1)
        }
        metadata = {claim.run.line for claim in parsed.claims if claim.use.startswith("metadata")}
        furniture = {claim.run.line for claim in parsed.claims if claim.use.startswith("artefact")}
        assert text_lines(parsed.source.name).keys() <= inside | metadata | furniture


def test_paragraphs_and_notes_stand_in_the_order_of_the_source(real: Edition) -> None:
    for document in real.documents.values():
        for one, two in pairwise(document.paragraphs):
            assert one.lines.end <= two.lines.start
        labels = [int(note.label) for note in document.footnotes]
        assert labels == sorted(labels)


def test_every_mark_stands_where_the_source_has_it(real: Edition) -> None:
    for document in real.documents.values():
        lines = raw(document.source.name)
        for paragraph in document.paragraphs:
            for mark in paragraph.notes:
                before = "".join(paragraph.text[: mark.at].split())[-3:]
                label = mark.label.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
                source = re.sub(
                    r"\s|\*\*", "", "".join(lines[paragraph.lines.start - 1 : paragraph.lines.end])
                )
                assert before + label in source or before + mark.label in source, (
                    document.slug,
                    paragraph.key,
                )


# --- the ten traps ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "place", "inside"),
    [
        (59, "e-2011-30-ga-1#fn3", "e-2011-30-ga-2"),
        (61, "e-2011-30-ga-1#fn4", "e-2011-30-ga-2"),
        (115, "e-2011-30-ga-2#fn8", "e-2011-30-ga-3"),
        (197, "e-2011-30-ga-3#fn18", "e-2011-30-ga-4"),
        (953, "ccpcj-res-20-3#fn60", "ccpcj-res-20-4"),
        (1101, "ccpcj-res-20-5#fn78", "ccpcj-res-20-6"),
        (1103, "ccpcj-res-20-5#fn79", "ccpcj-res-20-6"),
    ],
)
def test_trap_1_a_note_at_the_foot_of_the_next_instrument_belongs_to_its_mark(
    real: Edition, line: int, place: str, inside: str
) -> None:
    found = note(real, place)
    assert found.lines is not None
    assert tuple(found.lines) == (line, line)
    other = real.documents[inside]
    assert other.lines.start < line < other.lines.end
    assert found.label not in [each.label for each in other.footnotes]
    assert MARK.sub("", raw(REPORT)[line - 1]).strip() == found.text


@pytest.mark.parametrize(
    ("line", "place", "resolved"),
    [
        (
            977,
            "ccpcj-res-20-4#fn61",
            "联合国，《条约汇编》，第 2225、2237、2241 和 2326 卷，第 39574 号。",
        ),
        (1035, "ccpcj-res-20-5#fn68", "联合国，《条约汇编》，第 1582 卷，第 27627 号。"),
        (163, "e-2011-30-ga-3#fn16", "联合国，《条约汇编》，第 2225 卷，第 39574 号。"),
        (375, "e-2011-30-ecosoc-1#fn32", "联合国，《条约汇编》，第 1577 卷，第 27531 号。"),
        (865, "ccpcj-res-20-2#fn53", "E/CN.7/2011/11-E/CN.15/2011/11。"),
    ],
)
def test_trap_2_ibid_runs_over_pages_and_instruments(
    real: Edition, line: int, place: str, resolved: str
) -> None:
    found = note(real, place)
    assert found.lines is not None
    assert found.lines.start == line
    assert found.text is not None
    assert found.text.startswith("同上")
    assert found.resolved == resolved


def test_trap_2_ibid_may_replace_only_part_of_the_note_before(real: Edition) -> None:
    found = note(real, "a-res-71-209#fn27")
    assert found.lines is not None
    assert found.lines.start == 193
    assert found.text == "同上，《2014年，补编第8号》(E/2014/28)，第一章，C节。"
    assert (
        found.resolved
        == "见《经济及社会理事会正式记录，2014年，补编第8号》(E/2014/28)，第一章，C节。"
    )


def test_trap_2_no_ibid_is_left_unresolved(real: Edition) -> None:
    resolved = [
        n.resolved or "" for document in real.documents.values() for n in document.footnotes
    ]
    assert not any("同上" in text for text in resolved)


def test_trap_3_note_7_of_63_195_is_a_mark_without_a_text(real: Edition) -> None:
    found = note(real, "a-res-63-195#fn7")
    assert (found.text, found.resolved, found.lines) == (None, None, None)
    assert [mark.label for mark in unit(real, "a-res-63-195#op1").notes] == ["7"]
    assert at_line(real, GA63, 142) == ["a-res-63-195#op1"]
    missing = [n.key for d in real.documents.values() for n in d.footnotes if n.text is None]
    assert missing == ["fn7"]


def test_trap_3_note_9_of_63_195_stands_after_the_closing_date(real: Edition) -> None:
    found = note(real, "a-res-63-195#fn9")
    assert (found.text, found.lines) == ("第 52/86 号决议，附件。", (316, 317))
    assert real.documents["a-res-63-195"].date == "2008-12-18"


def test_trap_3_note_5_of_63_195_runs_over_a_blank_line(real: Edition) -> None:
    found = note(real, "a-res-63-195#fn5")
    assert found.text is not None
    assert found.text.endswith("第一章，D节。")
    assert found.lines is not None
    assert raw(GA63)[found.lines.end - 2].strip() == ""


@pytest.mark.parametrize(
    ("source", "line", "place", "words"),
    [
        (DRAFT, 275, "a-c-3-68-l-18#pp34", "开展国际合作 特别是引渡"),
        (DRAFT, 411, "a-c-3-68-l-18#op17", "请联合国毒品和犯罪问题办公室在其现有任务授权范围内"),
        (GA63, 189, "a-res-63-195#op7", "提供咨询服务和技术援助"),
        (GA63, 265, "a-res-63-195#op14", "示范战略和实际措施》，并就如何"),
        (REPORT, 317, "e-2011-30-ecosoc-1#pp6", ""),
        (REPORT, 1075, "ccpcj-res-20-5#op6", "《联合国海洋法公约》，预防、打击和根除"),
        (GA71, 197, "a-res-71-209#op4", "《联合国反腐败公约》及有关恐怖主义"),
        (
            GA71,
            267,
            "a-res-71-209#op32",
            "《联合国打击跨国有组织犯罪公约关于预防、禁止和惩治贩运人口",
        ),
    ],
)
def test_trap_4_a_page_break_does_not_begin_a_paragraph(
    real: Edition, source: str, line: int, place: str, words: str
) -> None:
    assert at_line(real, source, line) == [place]
    paragraph = unit(real, place)
    assert paragraph.lines.start < line
    assert words.replace("合作 特别", "合作特别") in paragraph.text or words in paragraph.text


def test_trap_5_a_figure_on_a_line_of_its_own_is_a_note_mark(real: Edition) -> None:
    paragraph = unit(real, "a-c-3-68-l-18#op2")
    assert at_line(real, DRAFT, 288) == ["a-c-3-68-l-18#op2"]
    assert raw(DRAFT)[287].strip() == "1"
    assert paragraph.text.startswith(
        "重申《联合国打击跨国有组织犯罪公约》及其各项议定书是国际社会打击"
    )
    assert [(mark.label, paragraph.text[: mark.at][-3:]) for mark in paragraph.notes] == [
        ("1", "议定书")
    ]


def test_trap_5_a_mark_fallen_to_the_line_is_a_note_mark(real: Edition) -> None:
    paragraph = unit(real, "a-res-71-209#op6")
    assert at_line(real, GA71, 201) == ["a-res-71-209#op6"]
    assert [mark.label for mark in paragraph.notes] == ["10"]
    assert paragraph.text.startswith("回顾《联合国打击跨国有组织犯罪公约》第 32 条")


def test_trap_5_two_numbers_run_together_are_no_note_mark_and_cite_both(real: Edition) -> None:
    paragraph = unit(real, "a-res-71-209#op1")
    assert at_line(real, GA71, 175) == ["a-res-71-209#op1"]
    assert "第69/19569/199号" in paragraph.text
    assert [mark.label for mark in paragraph.notes] == ["28"]
    found = real.readings["a-res-71-209"].findings["op1"]
    assert [each.target for each in found.citations] == [
        "A/RES/64/293", "A/RES/69/195", "A/RES/69/199", "A/RES/70/178",
    ]  # fmt: skip


def test_trap_6_the_numbered_paragraphs_of_the_report_are_its_frame(real: Edition) -> None:
    (frame,) = (parsed.frame for parsed in real.parsed if parsed.frame)
    assert [(p.label, p.lines.start) for p in frame if p.kind == "other"] == [
        ("1.", 9), ("2.", 297), ("3.", 589), ("4.", 729),
    ]  # fmt: skip
    assert [p.lines.start for p in frame if p.kind == "heading"] == [3, 5, 7, 295, 587, 727]
    assert all(at_line(real, REPORT, p.lines.start) == [] for p in frame)


@pytest.mark.parametrize(
    ("slug", "numbers"), [("e-2011-30-decision-1", 11), ("e-2011-30-decision-2", 4)]
)
def test_trap_6_the_items_of_an_agenda_are_not_operative(
    real: Edition, slug: str, numbers: int
) -> None:
    document = real.documents[slug]
    items = [
        p.label
        for p in document.paragraphs
        if p.kind == "other" and re.fullmatch(r"\d+\.", p.label)
    ]
    assert items == [f"{number}." for number in range(1, numbers + 1)]
    assert not any(p.kind == "operative" for p in document.paragraphs)


@pytest.mark.parametrize(
    ("line", "slug", "text"),
    [
        (111, "e-2011-30-ga-3", "大会"),
        (595, "e-2011-30-decision-1", "经济及社会理事会："),
        (707, "e-2011-30-decision-2", "经济及社会理事会，"),
        (1185, "ccpcj-dec-20-1", "在 2011 年 4 月 15 日举行的第 10 次会议上，预防犯罪和刑事司法委员会铭记其第二十届会议就如何改进其工作方法所进行的讨论："),
    ],
)  # fmt: skip
def test_trap_7_an_enacting_phrase_has_many_forms(
    real: Edition, line: int, slug: str, text: str
) -> None:
    enacting = unit(real, f"{slug}#enacting")
    assert (enacting.text, enacting.lines.start) == (text, line)


def test_trap_7_the_name_of_the_organ_above_the_masthead_is_no_enacting_phrase(
    real: Edition,
) -> None:
    assert raw(GA71)[4] == "大会"
    assert at_line(real, GA71, 5) == []
    assert unit(real, "a-res-71-209#enacting").lines.start == 17


@pytest.mark.parametrize(
    ("source", "line", "place", "end"),
    [
        (DRAFT, 256, "a-c-3-68-l-18#pp30", "。"),
        (GA63, 162, "a-res-63-195#op3", "，"),
        (REPORT, 781, "ccpcj-res-20-1#op10", "。"),
        (REPORT, 791, "ccpcj-res-20-1#op13", "。"),
        (REPORT, 929, "ccpcj-res-20-3#op7", "。"),
        (REPORT, 1095, "ccpcj-res-20-6#pp1", "。"),
    ],
)
def test_trap_8_end_punctuation_lies(
    real: Edition, source: str, line: int, place: str, end: str
) -> None:
    assert at_line(real, source, line) == [place]
    paragraph = unit(real, place)
    assert paragraph.lines.end == line
    assert paragraph.text.endswith(end)
    slug = place.split("#")[0]
    keys = [p.key for p in real.documents[slug].paragraphs]
    assert keys.index(paragraph.key) < len(keys) - 1


@pytest.mark.parametrize(
    ("place", "kind", "lead"),
    [
        ("e-2011-30-ga-3#pp7", "preambular", "请会员国"),
        ("a-c-3-68-l-18#pp25", "preambular", "鼓励"),
        ("a-res-68-193#pp32", "preambular", "鼓励"),
        ("a-res-71-209#pp9", "preambular", "鼓励"),
        ("e-2011-30-ga-1#op3", "operative", "回顾"),
        ("a-res-71-209#op6", "operative", "回顾"),
        ("ccpcj-res-20-1#op6", "operative", "回顾"),
        ("e-2011-30-ga-4#op10", "operative", "认为"),
    ],
)
def test_trap_9_lead_words_lie(real: Edition, place: str, kind: str, lead: str) -> None:
    paragraph = unit(real, place)
    assert paragraph.kind == kind
    assert paragraph.text.startswith(lead)


def test_trap_10_two_draft_resolutions_one_are_two_instruments(real: Edition) -> None:
    assert [number for number, line in enumerate(raw(REPORT), 1) if line == "决议草案一"] == [
        11,
        299,
    ]
    one, two = real.documents["e-2011-30-ga-1"], real.documents["e-2011-30-ecosoc-1"]
    assert (one.lines.start, one.body, two.lines.start, two.body) == (11, "GA", 299, "ECOSOC")


def test_trap_10_20_1_is_a_resolution_and_a_decision(real: Edition) -> None:
    resolution, decision = real.documents["ccpcj-res-20-1"], real.documents["ccpcj-dec-20-1"]
    assert (resolution.symbol, resolution.kind) == ("CCPCJ/RES/20/1", "resolution")
    assert (decision.symbol, decision.kind, decision.date) == (
        "CCPCJ/DEC/20/1",
        "decision",
        "2011-04-15",
    )


def test_trap_10_a_doubled_de_is_wrong_in_six_places_and_right_in_two(real: Edition) -> None:
    places = {
        f"{slug}#{p.key}"
        for slug, d in real.documents.items()
        for p in d.paragraphs
        if "的的" in p.text
    }
    flawed = {
        f"{slug}#{key}"
        for slug, reading in real.readings.items()
        for key, found in reading.findings.items()
        for flaw in found.flaws
        if "的的" in flaw.erratum.found
    }
    assert flawed == {
        "a-res-68-193#op35", "a-res-68-193#op36", "a-res-68-193#op44", "a-res-71-209#op42",
        "e-2011-30-ecosoc-4#pp2", "ccpcj-res-20-3#op8",
    }  # fmt: skip
    assert places - flawed == {"a-res-68-193#op15", "e-2011-30-ecosoc-4#op3"}


def test_the_budget_table_stands_between_paragraphs_3_and_4_of_20_2(real: Edition) -> None:
    document = real.documents["ccpcj-res-20-2"]
    keys = [p.key for p in document.paragraphs]
    assert keys[keys.index("op3") :] == ["op3", "h1", "x1", "op4"]
    table = unit(real, "ccpcj-res-20-2#x1")
    assert len(table.rows) == 13
    assert {len(row) for row in table.rows} == {5}
    assert table.rows[-1] == ("总计", "152 462.2", "186 118.7", "51", "54")


# --- what was found in them -------------------------------------------------------------------


def test_every_erratum_is_placed(real: Edition) -> None:
    placed = Counter(
        (flaw.erratum.source, flaw.erratum.line, flaw.erratum.within, flaw.erratum.found)
        for reading in real.readings.values()
        for flaws in (*(f.flaws for f in reading.findings.values()), *reading.note_flaws.values())
        for flaw in flaws
    )
    errata = Counter(
        (each.source, each.line, each.within, each.found) for each, _ in real.catalogue.errata
    )
    assert placed == errata
    assert len(errata) > 50
    assert {source for source, *_ in errata} <= set(SUMS)


def test_the_words_of_an_erratum_stand_in_the_source_on_the_line_it_names(real: Edition) -> None:
    for erratum, _ in real.catalogue.errata:
        lines = raw(erratum.source)[erratum.line - 1 : erratum.line + 16]
        source = re.sub(r"\s|\*\*|[⁰¹²³⁴⁵⁶⁷⁸⁹]", "", "".join(lines))
        assert re.sub(r"\s", "", erratum.found)[:1] in source


def test_no_term_is_split_in_the_texts(real: Edition) -> None:
    forms = sorted(
        {f for t in real.catalogue.terms.values() for f in t.forms("zh")},
        key=lambda f: (-len(f), f),
    )
    pattern = re.compile("|".join(map(re.escape, forms)))
    found = 0
    for reading in real.readings.values():
        for paragraph in reading.document.paragraphs:
            tokens = {tuple(token) for token in reading.findings[paragraph.key].tokens}
            for match in pattern.finditer(paragraph.text):
                assert match.span() in tokens, (reading.document.slug, paragraph.key, match[0])
                found += 1
    assert found > 3000


def test_the_words_of_every_paragraph_tile_its_text(real: Edition) -> None:
    for reading in real.readings.values():
        for paragraph in reading.document.paragraphs:
            tokens = reading.findings[paragraph.key].tokens
            assert "".join(paragraph.text[start:end] for start, end in tokens) == paragraph.text
            assert all(one.end == two.start for one, two in pairwise(tokens))


@pytest.mark.parametrize(
    ("slug", "symbol"), [("e-2011-30-ga-4", "A/RES/66/177"), ("e-2011-30-ga-3", "A/RES/66/180")]
)
def test_the_lineage_to_the_resolutions_adopted_in_2011_is_certain(
    real: Edition, slug: str, symbol: str
) -> None:
    steps = [step for step in real.catalogue.held[slug].lineage if step.symbol == symbol]
    assert [(step.relation, step.certainty) for step in steps] == [("adopted-as", "certain")]
    assert set(steps[0].evidence) >= {"zh", "en"}


def test_what_is_held_is_held_and_lineage_leads_to_texts_we_hold(real: Edition) -> None:
    assert set(real.catalogue.held) <= set(real.documents)
    for held in real.catalogue.held.values():
        assert all(step.slug is None or step.slug in real.documents for step in held.lineage)


def test_terms_are_sorted_and_every_one_has_a_chinese_form(real: Edition) -> None:
    ids = list(real.catalogue.terms)
    assert ids == sorted(ids)
    assert [each.id for each in real.catalogue.terms.values() if not each.forms("zh")] == []


def test_no_citation_is_left_open_and_every_target_is_normalised(real: Edition) -> None:
    assert [each for reading in real.readings.values() for each in reading.unresolved] == []
    for target in real.library.cited_by:
        assert not re.search(r"\s", target)
        assert target in real.catalogue.instruments or "/" in target


def documents_of(real: Edition) -> list[Document]:
    return list(real.documents.values())


def test_instruments_stand_by_year_and_as_printed_within_a_year(real: Edition) -> None:
    order = [(document.year, document.lines.start) for document in documents_of(real)]
    assert order == sorted(order)


def _codes(tree: ast.AST) -> Iterator[str]:
    """Codes of problems: arguments of `report.warn(…)` and its like, the second of a tuple, `code =`."""
    for node in ast.walk(tree):
        said: list[ast.expr] = []
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", "")).strip("_").lower()
            told = name in ("error", "refuse", "refused", "skip", "warn")
            said = [*node.args, *(each.value for each in node.keywords)] if told else []
        elif isinstance(node, ast.Tuple) and len(node.elts) in (3, 4):
            said = [node.elts[1]]
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "code":
            said = [node.value]
        for each in said:
            if isinstance(each, ast.Constant) and re.fullmatch(
                r"[a-z]+(-[a-z]+)+", str(each.value)
            ):
                yield str(each.value)


def test_every_code_of_a_problem_is_in_the_list_and_no_other() -> None:
    package = REPOSITORY / "resolutions"
    paths = [
        path
        for room in ("analysis", "catalogue", "corpus", "dataset", "publish", "readers", "site")
        for path in (package / room).rglob("*.py")
    ]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in paths]
    used = {code for tree in trees for code in _codes(tree)}
    section = (REPOSITORY / "data" / "README.md").read_text(encoding="utf-8")
    section = section.split("## Codes of problems")[1].split("\n## ")[0]
    listed = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", section))
    assert (used - listed, listed - used) == (set(), set())
