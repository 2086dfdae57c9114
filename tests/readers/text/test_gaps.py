"""Texts as pdfminer.six writes them: what blank lines say, and lines that it sets elsewhere.

All of them invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from extracted import read

from resolutions.model.document import Document
from resolutions.readers.text.candidates import plain_figures
from resolutions.readers.text.gaps import gaps_of
from resolutions.readers.text.rows import pieces_of, rows_of

OPENING = {
    "en": "A/RES/90/11\n\n90/11. Rivers\n\nThe General Assembly,\n\n",
    "zh": "A/RES/90/11\n\n90/11. 河流\n\n大会，\n\n",
    "ru": "A/RES/90/11\n\n90/11. Реки\n\nГенеральная Ассамблея,\n\n",
}
ENGLISH = """Recalling the convention on the rivers of the world, which was made by all

those who live on the banks of these rivers and use their water, and by others
who do not live there, and which all of the countries of the world have signed
since it was made, and the report on its work that was written by all of those
who have to do with water, and by the others who live on the shores of the seas
or of the lakes, or on the islands in them, and who have asked for such a report
on their own work on the banks and the shores, which none of the others can do,
for they have not been there, and do not know these rivers and these lakes, nor
those who live there,

{preamble}1.

Requests the Secretary-General to report on the rivers of the world and

on those who live on their banks, and to make this report known to all of the
others who do not live there, and to the governments of all of the countries of
the world, and to the organizations that have to do with water, in all of their
languages;

2.

Requests the Secretary-General to report on the lakes of the world and

on those who live on their banks, and to make this report known to all of the
others who do not live there, and to the governments of all of the countries of
the world, and to the organizations that have to do with water, in all of their
languages;

{below}3.

Requests the Secretary-General to report on the seas of the world and

on those who live on their shores, and to make this report known to all of the
others who do not live there, and to the governments of all of the countries.
"""
CHINESE = """回顾关于世界河流的公约，该公约由住在这些河流两岸并使用河水的所

有人以及不住在那里的其他人共同制定，并向所有国家开放签署，该公约
规定各国应当共同努力改善世界河流的状况，确保住在河流两岸的人和不住
在河流两岸的人都能使用清洁的河水，并为此提供各种必要的援助和其他的
合作，

{preamble}1. 请秘书长就世界河流和住在河流两岸的人编写报告，并确保所有其

他人都能了解这份报告的内容，包括住在河流附近和使用河流水源的人和不
使用河流水源的人，并在报告中说明河流的状况，包括住在河流附近和使用
河流水源的人以及为改善河流状况而努力的人，并向所有国家提供这份报告
的全文和所附的各种资料；

2. 请秘书长就世界湖泊和住在湖泊两岸的人编写报告，并确保所有其

他人都能了解这份报告的内容，包括住在湖泊附近和使用湖泊水源的人和不
使用湖泊水源的人，并在报告中说明湖泊的状况；

3. 请秘书长就世界海洋和住在海洋沿岸的人编写报告，并确保所有其

他人都能了解这份报告的内容，包括住在海洋附近和使用海洋资源的人和不
使用海洋资源的人，并在报告中说明海洋的状况，包括住在海洋附近和使用
海洋资源的人。
"""
END = "\n55th plenary meeting\n\n3 December 2035\n"


def paragraphs(document: Document) -> dict[str, str]:
    return {each.key: each.text for each in document.paragraphs}


def english(tmp_path: Path, preamble: str = "", below: str = "") -> dict[str, str]:
    text = OPENING["en"] + ENGLISH.format(preamble=preamble, below=below) + END
    return paragraphs(read(tmp_path, text)[0])


def chinese(tmp_path: Path, preamble: str) -> dict[str, str]:
    text = OPENING["zh"] + CHINESE.format(preamble=preamble)
    return paragraphs(read(tmp_path, text)[0])


@pytest.mark.parametrize(
    ("blank", "third", "wanted"),
    [
        # where the next opens as a paragraph does, words and widths say that it begins one
        ("", "又确认联合国各组织为改善河流状况而开展的各项工作和为此提供的援助", 2),
        # none of its words tells it: below a comma a sentence may go on so
        ("\n", "在这方面对所有提供援助的国家和国际组织以及个人所作的努力表示赞赏", 3),
    ],
)
def test_a_full_line_behind_a_comma_begins_a_paragraph_where_a_blank_line_stands_above_it(
    tmp_path: Path, blank: str, third: str, wanted: int
) -> None:
    own = f"""确认各国为改善河流状况所作的努力，包括在河流两岸种植树木和开展

有关河流保护的教育活动以及为此采取的其他措施和建立的各种合作机制，
{blank}{third}，

"""
    found = chinese(tmp_path, own)
    begun = [key for key in found if key.startswith("pp")]
    assert begun == [f"pp{n}" for n in range(1, wanted + 1)]
    assert third in found[begun[-1]]
    assert found[begun[-1]].startswith(third) == (wanted == 3)


def test_blank_lines_say_nothing_where_a_paragraph_begins_without_one() -> None:
    text = OPENING["en"] + ENGLISH.format(preamble="", below="").replace("\n\n3.", "\n3.")
    pieces = pieces_of(text)
    assert not gaps_of(rows_of(pieces, pieces.lines)).torn


def test_a_heading_of_two_lines_that_a_blank_line_parts_is_one(tmp_path: Path) -> None:
    own = "Report on the rivers and lakes of the world from 1 July\n\n2019 to 30 June 2020\n\n"
    found = english(tmp_path, below=own)
    heading = "Report on the rivers and lakes of the world from 1 July 2019 to 30 June 2020"
    assert heading in found.values()


def test_two_headings_that_a_blank_line_parts_are_two(tmp_path: Path) -> None:
    found = english(tmp_path, below="Rivers of the world\n\nLakes\n\n")
    assert "Rivers of the world" in found.values()


@pytest.mark.parametrize(
    ("below", "key", "wanted"),
    [
        ("3.\nrivers;\n\nTakes note of the report of the Secretary-General on the {}\n\n4.\n\n",
         "op3", "Takes note of the report of the Secretary-General on the {} rivers;"),
        ("3.\n\nDecides:\n\n(a)\nrivers;\n\nTo read the report of the Secretary-General on {}\n\n"
         "(b) To write one on lakes;\n\n4.\n\n",
         "op3-a", "To read the report of the Secretary-General on {} rivers;"),
    ],
)  # fmt: skip
def test_the_second_line_of_a_paragraph_that_stands_above_its_first_is_set_behind_it(
    tmp_path: Path, below: str, key: str, wanted: str
) -> None:
    long = "banks and the shores of all"
    text = OPENING["en"] + ENGLISH.format(preamble="", below=below.format(long)) + END
    document, report = read(tmp_path, text.replace("4.\n\n3.", "4."))
    assert paragraphs(document)[key] == wanted.format(long)
    assert "broken-line" in {each.code for each in report.problems}


def test_a_second_line_with_the_mark_of_a_note_is_set_behind_its_first(tmp_path: Path) -> None:
    own = "3.\nrivers;1\n\nTakes note of the report of the Secretary-General on the banks and the shores of all\n\n4.\n\n"
    text = OPENING["en"] + ENGLISH.format(preamble="", below=own) + END + "\n1 A/90/7.\n"
    document, _ = read(tmp_path, text.replace("4.\n\n3.", "4."))
    assert paragraphs(document)["op3"].endswith("the shores of all rivers;")
    assert document.footnotes[0].text == "A/90/7."


@pytest.mark.parametrize("behind", ["《湖泊公约》", "2014 年 9 月 25 日", "的宣言"])
def test_a_figure_that_opens_a_line_before_a_title_or_a_year_may_be_a_mark(behind: str) -> None:
    pieces = pieces_of(f"回顾《河流公约》、\n7 {behind}")
    row = rows_of(pieces, pieces.lines)[1]
    assert [each.label for each in plain_figures(1, row, "")] == ["7"]


def test_a_short_paragraph_below_its_number_stays_where_it_is(tmp_path: Path) -> None:
    """The next line ends, so it is a paragraph of its own, whose number is lost."""
    own = "3.\nTakes note;\n\nRequests a report on the banks and shores of all rivers;\n\n4.\n\n"
    text = OPENING["en"] + ENGLISH.format(preamble="", below=own) + END
    found = paragraphs(read(tmp_path, text.replace("4.\n\n3.", "4."))[0])
    assert found["op3"] == "Takes note;"


def test_the_second_line_of_a_title_that_stands_above_its_first_is_set_behind_it(
    tmp_path: Path,
) -> None:
    head = OPENING["en"].replace(
        "90/11. Rivers\n", "90/11.\nworld\n\nThe rivers and the lakes and the seas of the\n"
    )
    document, report = read(tmp_path, head + ENGLISH.format(preamble="", below="") + END)
    assert paragraphs(document)["title"] == "The rivers and the lakes and the seas of the world"
    assert "broken-line" in {each.code for each in report.problems}


def test_a_title_whose_first_line_ends_with_a_comma_is_not_out_of_order(tmp_path: Path) -> None:
    head = OPENING["en"].replace("Rivers\n", "Rivers, lakes,\n\nseas and oceans\n")
    document, _ = read(tmp_path, head + ENGLISH.format(preamble="", below="") + END)
    assert paragraphs(document)["title"] == "Rivers, lakes, seas and oceans"


def test_a_line_that_ends_with_a_session_is_no_masthead(tmp_path: Path) -> None:
    """The enacting phrase above it would be taken for the organ of a masthead."""
    own = (
        "Having read what the Committee on Rivers has done at the\n\nwork of its third session,\n\n"
    )
    assert "work of its third session," in english(tmp_path, preamble=own)["pp2"]
