"""Kinds of texts as their organs print them, old and new: who they are, or what they look like."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from resolutions.model.document import Document
from resolutions.model.problems import Report
from resolutions.readers.account import account
from resolutions.readers.text.extracted import read_extracted

COUNCIL = """Resolution 2999 (2031)
{adopted}

The Security Council,

Recalling its earlier words on rivers,

1. Demands calm;

2. Decides to remain seized of the matter.
{closing}"""
PARTS = """第九十届会议

议程项目 12

2035 年 12 月 3 日大会决议

[根据第三委员会的报告(A/90/77)通过]

90/11. 河流

A

水质

大会，

回顾其第 89/5 号决议，

1. 请秘书长报告；

2. 决定继续审议。

第 55 次全体会议

2035 年 12 月 3 日

B

航行

大会，

回顾其第 88/5 号决议，

1. 注意到报告；

2. 决定继续审议。

第 55 次全体会议

2035 年 12 月 3 日
"""
OLD = """{number}. Rivers

{organ}

Recalling its resolution 5 (V),

1. Approves the rules;

2. Asks Governments to apply them.

{closing}
"""
DRAFT = """{organ}
{session}
{item}
Rivers and lakes

{sponsor}

On rivers

{enacting}

Recalling its words,

1. Asks for a report;

2. Decides to meet again.
"""
HUMAN_RIGHTS = """联合国 A/HRC/RES/83/12

大会 Distr.: General
18 July 2035
Chinese
Original: English

人权理事会
第八十三届会议
2035年6月19日至7月14日
议程项目3

人权理事会2035年7月13日通过的决议

83/12. 河流

人权理事会，

重申以往决议，

1. 决定延长任期；

2. 请各国合作。

2035年7月13日
第38次会议

[未经表决获得通过。]
"""


def read(tmp_path: Path, text: str) -> tuple[list[Document], Report]:
    path, report = tmp_path / "t.txt", Report()
    path.write_text(text, encoding="utf-8")
    parsed = read_extracted(path, "x/t.txt", None, report)
    for each in parsed:
        assert account(each, report).lost == 0
    return [document for each in parsed for document in each.documents], report


def is_right(document: Document, **said: Any) -> None:
    found = {name: getattr(document, name) for name in said if name not in ("keys", "title")}
    found["keys"] = " ".join(p.key for p in document.paragraphs)
    found["title"] = document.paragraphs[0].text
    assert {name: found[name] for name in said} == said


def test_the_parts_of_a_resolution_share_its_number_whatever_report_it_came_from(
    tmp_path: Path,
) -> None:
    """The second part was A/90/77B, by the report; nothing in the file prints A/RES/90/11."""
    documents, _ = read(tmp_path, PARTS)
    assert [each.symbol for each in documents] == ["A/RES/90/11A", "A/RES/90/11B"]
    for each in documents:
        is_right(each, keys="title enacting pp1 op1 op2", meeting="55", date="2035-12-03")


@pytest.mark.parametrize(
    ("adopted", "closing", "day", "meeting"),
    [
        ("Adopted by the Security Council at its 9999th meeting, on\n4 March 2031", "", "2031-03-04", "9999"),
        ("of 4 March 2031", "\nAdopted unanimously at the\n1382nd meeting.\n", "2031-03-04", "1382"),
        ("of 4 March 2031", "\nAdopted at the 39th meeting by 10 votes to none.\n", "2031-03-04", "39"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("capitals", [False, True])
def test_the_security_council_of_any_time(
    adopted: str, closing: str, day: str, meeting: str, capitals: bool, tmp_path: Path
) -> None:
    text = COUNCIL.format(adopted=adopted, closing=closing)
    text = text.replace("Resolution", "RESOLUTION") if capitals else text
    ((document,), _) = read(tmp_path, f"United Nations S/RES/2999 (2031)\n\n{text}")
    is_right(document, symbol="S/RES/2999(2031)", body="SC", date=day, meeting=meeting, year=2031, keys="title enacting pp1 op1 op2")  # fmt: skip
    (document,), _ = read(tmp_path, text)
    assert document.symbol == "S/RES/2999(2031)"


def test_in_six_languages_a_masthead_prints_the_symbol_with_a_blank(tmp_path: Path) -> None:
    text = """Организация Объединенных Наций S/RES/2999 (2031)

Совет Безопасности Distr.: General
4 March 2031

Резолюция 2999 (2031),

принятая Советом Безопасности на его 9999-м заседании 4 марта 2031 года

Совет Безопасности,

ссылаясь на свои слова,

1. требует спокойствия;

2. постановляет продолжать заниматься этим вопросом.
"""
    ((document,), report) = read(tmp_path, text)
    is_right(document, symbol="S/RES/2999(2031)", date="2031-03-04", meeting="9999", keys="title enacting pp1 op1 op2")  # fmt: skip
    assert report.problems == []


@pytest.mark.parametrize(
    ("number", "organ", "closing", "said"),
    [
        ("2625 (XXV)", "The General Assembly,", "1883rd plenary meeting,\n24 October 1970.",
         {"symbol": "A/RES/2625(XXV)", "date": "1970-10-24", "meeting": "1883", "year": 1970}),
        ("3201 (S-VI)", "The General Assembly,", "2229th plenary meeting\n1 May 1974",
         {"symbol": "A/RES/3201(S-VI)", "date": "1974-05-01", "meeting": "2229"}),
        ("217 A (III)", "The General Assembly,", "Hundred and eighty-third plenary meeting,\n10 December 1948.",
         {"symbol": "A/RES/217A(III)", "date": "1948-12-10", "meeting": None}),
        ("1503 (XLVIII)", "The Economic and Social Council,", "1693rd plenary meeting,\n27 May 1970.",
         {"symbol": "E/RES/1503(XLVIII)", "date": "1970-05-27", "meeting": "1693"}),
        ("4 (1946)", "The Security Council,", "Adopted at the 39th meeting.",
         {"symbol": "S/RES/4(1946)", "meeting": "39", "year": 1946}),
        ("217 (III)", "A\n\nThe General Assembly,", "9th plenary meeting\n10 December 1948",
         {"symbol": "A/RES/217A(III)", "date": "1948-12-10"}),
    ],
)  # fmt: skip
def test_old_numbers_and_how_old_texts_end(
    number: str, organ: str, closing: str, said: dict[str, Any], tmp_path: Path
) -> None:
    (document,), report = read(tmp_path, OLD.format(number=number, organ=organ, closing=closing))
    is_right(document, **said)
    assert [p.key for p in document.paragraphs][-3:] == ["pp1", "op1", "op2"]
    assert {each.code for each in report.problems} <= {"joined-lines"}


def test_a_chinese_text_whose_day_and_meeting_are_numerals(tmp_path: Path) -> None:
    text = """2625(XXV). 河流

大会，

强调河流之重要性，

1. 核可宣言；

2. 感谢委员会。

一九七〇年十月二十四日，

第一八八三次全体会议。
"""
    (document,), _ = read(tmp_path, text)
    is_right(document, date="1970-10-24", meeting="1883", keys="title enacting pp1 op1 op2")


@pytest.mark.parametrize(
    ("organ", "session", "item", "sponsor", "enacting", "said"),
    [
        ("A/HRC/83/L.5\nHuman Rights Council", "Eighty-third session\n22 February–24 March 2035", "Agenda item 3",
         "Cuba,* Chad: draft resolution", "The Human Rights Council,", {"session": "83", "sponsor": "Cuba, Chad", "body": "HRC"}),
        ("A/C.3/90/L.5\nAssemblée générale", "Quatre-vingt-dixième session", "Point 3 de l’ordre du jour",
         "Cuba* : projet de résolution", "L’Assemblée générale,", {"session": "90", "sponsor": "Cuba", "body": "GA"}),
        ("E/2035/L.5\nConsejo Económico y Social", "Período de sesiones de 2035", "Tema 3 del programa",
         "Proyecto de resolución presentado por el Presidente", "El Consejo Económico y Social,",
         {"session": "2035", "sponsor": "el Presidente", "year": 2035}),
        ("E/CN.15/2035/L.6\nCommission on Crime Prevention\nand Criminal Justice",
         "Forty-fourth session\nVienna, 17–21 May 2035", "Agenda item 3",
         "Italy: revised draft resolution\n\nThe Commission on Crime Prevention and Criminal Justice recommends to the "
         "Economic and Social Council the approval of the following draft resolution:",
         "The Economic and Social Council,", {"session": "44", "sponsor": "Italy", "body": "CCPCJ"}),
        ("A/C.3/90/L.5\n大会", "第九十届会议", "议程项目 3", "古巴：* 决议草案", "大会，",
         {"session": "90", "sponsor": "古巴"}),
    ],
)  # fmt: skip
def test_drafts_of_all_organs(
    organ: str, session: str, item: str, sponsor: str, enacting: str, said: dict[str, Any],
    tmp_path: Path,
) -> None:  # fmt: skip
    text = DRAFT.format(organ=organ, session=session, item=item, sponsor=sponsor, enacting=enacting)
    languages = {
        "Assem": ("its words", "en ses mots ; l’eau et les lacs dans le monde"), "Consejo": ("its words", "las palabras y los ríos del mundo en el agua"),
        "大会": ("Recalling its words,", "回顾其各项决议，"),
    }  # fmt: skip
    for sign, (old, new) in languages.items():
        text = text.replace(old, new) if sign in organ else text
    if "大会" in organ:
        text = text.replace("Asks for a report;", "请秘书长报告；").replace("Decides to meet again.", "决定继续审议。").replace("On rivers", "关于河流").replace("Rivers and lakes", "河流")  # fmt: skip
    (document,), report = read(tmp_path, text)
    is_right(document, status="draft", agenda_item="3", **said)
    assert document.paragraphs[0].text in ("On rivers", "关于河流")
    assert "unknown-masthead-line" not in {each.code for each in report.problems}


def test_a_vote_below_a_text_is_no_text_and_hides_nothing(tmp_path: Path) -> None:
    (document,), report = read(tmp_path, HUMAN_RIGHTS)
    is_right(document, symbol="A/HRC/RES/83/12", session="83", meeting="38", date="2035-07-13", keys="title enacting pp1 op1 op2")  # fmt: skip
    assert report.problems == []
    voted = HUMAN_RIGHTS.replace("[未经表决获得通过。]", "[以30票赞成、2票反对通过。\n\n赞成：\n乍得\n\n反对：\n古巴]")  # fmt: skip
    (document,), _ = read(tmp_path, voted)
    is_right(document, keys="title enacting pp1 op1 op2")


def test_a_special_session_is_told_apart(tmp_path: Path) -> None:
    text = DRAFT.format(
        organ="A/HRC/RES/S-63/1\nHuman Rights Council", session="Sixty-third special session", item="Agenda item 1",
        sponsor="Resolution adopted by the Human Rights Council\non 17 December 2035", enacting="The Human Rights Council,",
    ).replace("On rivers", "S-63/1. On rivers")  # fmt: skip
    (document,), _ = read(tmp_path, text)
    is_right(document, session="S-63", date="2035-12-17", title="On rivers")


CONFERENCE = """{above}{number}

On rivers

The Conference of the {name},

Recalling its words,

1. Decides to meet;

2. Asks the secretariat to help.
"""
OURS = "Parties to the United Nations Convention against Transnational Organized Crime"


@pytest.mark.parametrize(
    ("above", "number", "name", "symbol"),
    [
        ("", "Decision 11/2", OURS, "CTOC/COP/DEC/11/2"),
        ("", "Resolution 11/2", OURS, "CTOC/COP/RES/11/2"),
        (f"Conference of the {OURS}\n\n", "Resolution 11/2", "Parties", "CTOC/COP/RES/11/2"),
        ("CBD/COP/DEC/25/4\n\n", "25/4.", "Parties", "CBD/COP/DEC/25/4"),
        ("", "Decision 25/4", "Parties", None),
        ("", "25/4.", "Parties to the Convention on Biological Diversity", None),
        ("", "Decision 1/CP.31", "Parties", None),
        ("", "Resolution 25/4", "States Parties to the Convention on the Rights of Persons with Disabilities", None),
        ("", "Resolution 25/4", "States Parties to the United Nations Convention against Corruption", "CAC/COSP/RES/25/4"),
    ],
)  # fmt: skip
def test_a_conference_of_another_convention_never_takes_a_symbol_of_ours(
    above: str, number: str, name: str, symbol: str | None, tmp_path: Path
) -> None:
    documents, report = read(tmp_path, CONFERENCE.format(above=above, number=number, name=name))
    assert [each.symbol for each in documents] == ([symbol] if symbol else [])
    if symbol:
        assert documents[0].kind == ("decision" if "DEC" in symbol else "resolution")
        assert documents[0].paragraphs[0].text == "On rivers"
    else:
        assert [each.code for each in report.problems if each.severity == "error"] == ["no-symbol"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("90/552. Rivers\n\nAt its 50th plenary meeting, on 19 December 2035, the General Assembly, on the "
         "recommendation of the Third Committee, took note of the report on the rivers of the world.\n",
         {"symbol": "A/DEC/90/552", "body": "GA", "meeting": "50", "date": "2035-12-19"}),
        ("2035/234. 河流委员会的报告\n\n2035年7月20日，经济及社会理事会第31次全体会议注意到麻醉药品委员会的报告。\n",
         {"symbol": "E/DEC/2035/234", "body": "ECOSOC", "meeting": "31", "date": "2035-07-20"}),
    ],
)  # fmt: skip
def test_a_decision_that_tells_its_meeting(text: str, said: dict[str, Any], tmp_path: Path) -> None:
    (document,), _ = read(tmp_path, text)
    is_right(document, kind="decision", **said)
    assert [p.kind for p in document.paragraphs][:2] == ["title", "enacting"]


def test_the_organ_is_the_one_that_enacts_not_one_that_is_recalled(tmp_path: Path) -> None:
    text = "90/12. 河流\n\n大会，回顾预防犯罪和刑事司法委员会的建议，\n\n1. 请秘书长报告；\n\n2. 决定继续审议。\n"
    (document,), _ = read(tmp_path, text)
    is_right(document, symbol="A/RES/90/12", body="GA", keys="title enacting pp1 op1 op2")


REPORT = """United Nations A/90/462
General Assembly Distr.: General
21 November 2035

Rivers

{title}

1. At its 3rd meeting the Committee considered the item on the rivers of the world.

On lakes

The General Assembly,

Recalling its words,

1. Takes note of the report;

2. Asks for another.
"""


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Report of the Third Committee", "a report"),
        ("Letter dated 3 May 2035 from the Permanent Representative of Chad", "a letter or note"),
    ],
)
def test_a_resolution_inside_a_report_or_a_letter_does_not_take_its_symbol(
    title: str, words: str, tmp_path: Path
) -> None:
    documents, report = read(tmp_path, REPORT.format(title=title))
    assert documents == []
    assert [(each.code, words in each.message) for each in report.problems] == [("no-instrument", True)]  # fmt: skip
    adopted = "Resolution adopted by the General Assembly on 3 May 2035\n\n90/11. On lakes"
    text = REPORT.format(title=title).replace("On lakes", adopted)
    assert [each.symbol for each in read(tmp_path, text)[0]] == ["A/RES/90/11"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Official Records of the General Assembly\nThe meeting was called to order at 3 p.m.\n", "the record of a meeting"),
        ("第五次全体会议\n\n下午3时05分开会。\n\n主席：现在请代表发言。\n", "the record of a meeting"),
        ("Statement by the President of the Security Council\n\nThe Council recalls the rivers of the world.\n", "a statement"),
        ("Skip to main content\nThe United Nations and the rivers\nPrivacy Notice\n", "a web page"),
        ("新闻稿\n\n大会今天讨论了河流问题，各国代表发了言。\n", "a press release"),
        ("A/RES/90/1/Corr.1\n\nThe words of the rivers\n\nFor lake read river\n", "a corrigendum"),
        ("Provisional agenda\n\n1. Opening of the session by the President of the Assembly.\n", "an agenda"),
        ("2035年1月3日乍得常驻联合国代表团给秘书长的普通照会\n\n谨转递声明。\n", "a letter or note"),
    ],
)  # fmt: skip
def test_what_is_no_resolution_is_told_what_it_looks_like(
    text: str, words: str, tmp_path: Path
) -> None:
    documents, report = read(tmp_path, text)
    assert documents == []
    (problem,) = report.problems
    assert problem.code == "no-instrument"
    assert words in problem.message


def test_what_stands_before_an_old_enacting_phrase_is_preamble_and_told(tmp_path: Path) -> None:
    organ = (
        "Whereas the rivers of the world are the foundation of its peace,\n\nThe Security Council,"
    )
    text = OLD.format(number="4 (1946)", organ=organ, closing="Adopted at the 39th meeting.")
    (document,), report = read(tmp_path, text.replace("Rivers\n", "Rivers\n\nA\n", 1))
    assert "Whereas" not in document.paragraphs[0].text
    assert " ".join(each.key for each in document.paragraphs) == "title pp1 enacting pp2 op1 op2"
    assert "doubtful-title" in {each.code for each in report.problems}


def test_chinese_numerals_that_number_a_whole_text_are_told(tmp_path: Path) -> None:
    text = "90/12. 河流\n\n大会，\n\n鉴于河流之重要，\n\n一、请各国停止；\n\n二、请秘书长报告。\n"
    _, report = read(tmp_path, text)
    assert [each.code for each in report.problems] == ["unnumbered", "unnumbered"]


def test_a_conference_proclaims(tmp_path: Path) -> None:
    text = (
        "A/CONF.951/26\n\nDeclaration on Rivers\n\nThe United Nations Conference on Rivers,\n\n"
        "Having met at Rio from 3 to 14 June 2032,\n\nProclaims that:\n\n1. Rivers are the life of the world.\n"
    )
    (document,), _ = read(tmp_path, text)
    is_right(document, symbol="A/CONF.951/26", kind="declaration", title="Declaration on Rivers")


def test_traditional_characters_and_sessions_in_figures(tmp_path: Path) -> None:
    text = "第2999(2031)號決議\n\n2031年3月4日安全理事會第9999次會議通過\n\n安全理事會，\n\n回顧其決議，\n\n1. 要求停火；\n\n2. 決定繼續處理。\n"
    (document,), _ = read(tmp_path, text)
    is_right(document, symbol="S/RES/2999(2031)", meeting="9999", date="2031-03-04")
    spanish = DRAFT.format(
        organ="A/HRC/83/L.5\nConsejo de Derechos Humanos", session="83º período de sesiones\n13 de junio a 8 de julio de 2035",
        item="Tema 3 de la agenda", sponsor="Cuba: proyecto de resolución", enacting="El Consejo de Derechos Humanos,",
    ).replace("Recalling its words", "Recordando las palabras del mundo y los ríos")  # fmt: skip
    (document,), report = read(tmp_path, spanish)
    is_right(document, session="83", agenda_item="3", title="On rivers")
    assert "unknown-masthead-line" not in {each.code for each in report.problems}
