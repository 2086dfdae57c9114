"""Texts as people have them: several in one file, two languages, letters for figures, numbers lost.

All of them invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from extracted import read

from resolutions.model.problems import Problem, Report
from resolutions.readers.text.extracted import read_extracted

MASTHEAD = """United Nations
A/RES/90/{0}
General Assembly
Distr.: General
Ninetieth session
Agenda item 3
Resolution adopted by the General Assembly on 3 December 2035
"""
TEXT = """90/{0}. Rivers
The General Assembly,
Recalling the convention on the rivers of the world, which was made in 2004,
{1}
55th plenary meeting
3 December 2035
"""
PARAGRAPHS = "1. Requests a report;\n2. Takes note of it;\n3. Decides to go on."
FRENCH = """90/11. Fleuves
L’Assemblée générale,
Rappelant la convention sur les fleuves du monde, qui a été faite par les États et dans les ports,
1. Demande un rapport sur les fleuves du monde et sur les lacs ;
2. Prend note du rapport et des vues des États dans le monde ;
3. Décide de poursuivre les travaux sur les fleuves et sur les lacs.
"""
CHINESE = """90/11. 河流
大会，
回顾关于世界河流的公约，该公约由住在河流两岸的人制定，
1. 请秘书长就世界河流和住在河流两岸的人编写报告；
2. 表示注意到这份关于世界河流的报告；
3. 决定继续审议世界河流问题。
"""


def told(tmp_path: Path, text: str) -> list[Problem]:
    return read(tmp_path, text)[1].problems


def refused(tmp_path: Path, text: str) -> Problem:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    report = Report()
    assert read_extracted(path, "x/text.txt", None, report) == []
    (problem,) = report.problems
    return problem


def whole(number: int = 11, paragraphs: str = PARAGRAPHS) -> str:
    return MASTHEAD.format(number) + TEXT.format(number, paragraphs)


def test_two_documents_in_one_text_are_refused_by_name(tmp_path: Path) -> None:
    problem = refused(tmp_path, whole(11) + whole(12))
    assert (problem.code, problem.line) == ("several-documents", 19)
    assert (
        problem.message == "it holds 2 documents: A/RES/90/11 from line 4, A/RES/90/12 from line 19"
    )


def test_the_resolutions_of_one_masthead_are_read_each(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(whole(11) + TEXT.format(12, PARAGRAPHS), encoding="utf-8")
    (parsed,) = read_extracted(path, "x/text.txt", None, Report())
    assert [each.symbol for each in parsed.documents] == ["A/RES/90/11", "A/RES/90/12"]


@pytest.mark.parametrize(
    ("other", "said"), [(FRENCH, "en, fr"), (CHINESE, "zh, en")], ids=["French", "Chinese"]
)
def test_two_languages_in_one_text_are_refused(tmp_path: Path, other: str, said: str) -> None:
    long = PARAGRAPHS.replace(
        ";", " on the rivers of the world and the lakes, with the views of States;"
    )
    english = TEXT.format(11, long).splitlines()
    rows = [f"{one:<80}{two}" for one, two in zip(english, other.splitlines(), strict=False)]
    for text in ("\n".join(rows), "\n".join(english) + "\n" + other):
        problem = refused(tmp_path, text)
        assert problem.code == "several-documents"
        assert said in problem.message


def test_a_name_of_another_language_makes_no_second_one(tmp_path: Path) -> None:
    name = "the work of the Institut des fleuves et des lacs and of all its members, by"
    assert not told(
        tmp_path, whole().replace("the convention on", f"{name} which it made the convention on")
    )


@pytest.mark.parametrize("link", ["Skip to main content\n{}", "{}Privacy Notice\nTerms of Use\n"])
def test_the_links_of_a_web_page_around_a_text_are_refused(tmp_path: Path, link: str) -> None:
    assert "links of a web page" in refused(tmp_path, link.format(whole())).message


def test_a_paragraph_on_terms_of_use_is_no_link(tmp_path: Path) -> None:
    assert not told(tmp_path, whole().replace("Takes note of it;", "Takes note of Terms of Use;"))


@pytest.mark.parametrize(
    ("printed", "written", "line", "message"),
    [
        ("2004,", "2OO4,", 10, "'2OO4' looks like 2004"),
        ("2004,", "20l4,", 10, "'20l4' looks like 2014"),
        ("1. Requests", "l. Requests", 11, "'l.' looks like 1."),
        ("1. Requests", "I. Requests", 11, "'I.' looks like 1."),
        ("2. Takes", "Z. Takes", 12, "'Z.' looks like 2."),
    ],
)
def test_letters_for_figures_are_told_with_what_they_look_like(
    tmp_path: Path, printed: str, written: str, line: int, message: str
) -> None:
    problems = told(tmp_path, whole().replace(printed, written))
    assert (line, message) in {
        (each.line, each.message) for each in problems if each.code == "doubtful-figure"
    }


@pytest.mark.parametrize("written", ["the 1o of May, ", "COP10, ", "90/11 A, ", "5G, ", "OECD20, "])
def test_letters_that_belong_to_figures_are_not_told(tmp_path: Path, written: str) -> None:
    assert not told(tmp_path, whole().replace("which was made", f"{written}which was made"))


def test_a_section_is_no_figure(tmp_path: Path) -> None:
    sections = f"I. Rivers\n{PARAGRAPHS[:-1]};\nII. Lakes\n4. Requests a report on lakes."
    codes = {each.code for each in told(tmp_path, whole(paragraphs=sections))}
    assert "doubtful-figure" not in codes


def test_operative_paragraphs_without_numbers_are_told(tmp_path: Path) -> None:
    lost = """Requests the Secretary-General to report on all of the rivers of the world and
on all of the lakes;
Takes note of what he has said of the rivers of the world and of the lakes, and
on their shores;
Decides to go on."""
    text = whole(paragraphs=lost).replace("of the world, which was made in 2004", "")
    (problem,) = [each for each in told(tmp_path, text) if each.code == "numbers-lost"]
    assert problem.message.startswith("3 operative paragraphs have no numbers")
    assert problem.line == 11


def test_one_operative_paragraph_needs_no_number(tmp_path: Path) -> None:
    problems = told(tmp_path, whole(paragraphs="\nDecides to go on.\n"))
    assert "numbers-lost" not in {each.code for each in problems}
