"""Numbers of sections before their titles, and preambles in sections; invented words."""

from __future__ import annotations

from pathlib import Path

import pytest
from extracted import read

from resolutions.readers.text.sections import with_sections

FIFTH = """A/RES/90/11
90/11. Questions relating to the budget of rivers
The General Assembly,
I Management system of the rivers
Recalling its resolution 89/5,
Having considered the report of the Secretary-General,
1. Takes note of the report of the Secretary-General;
2. Requests a report;
II Estimates in respect of special missions, good
offices and other initiatives of the United Nations in
Lakeland
Recalling its resolution 89/6,
Having considered the report,
1. Takes note of the report;
2. Decides so.
55th plenary meeting
3 December 2035
"""


def test_a_number_before_a_title_and_the_preamble_of_a_section(tmp_path: Path) -> None:
    found = [(each.label, each.text) for each in read(tmp_path, FIFTH)[0].paragraphs]
    title = "Estimates in respect of special missions, good offices and other initiatives of "
    assert found[2:] == [
        ("I", "Management system of the rivers"),
        ("", "Recalling its resolution 89/5,"),
        ("", "Having considered the report of the Secretary-General,"),
        ("1.", "Takes note of the report of the Secretary-General;"),
        ("2.", "Requests a report;"),
        ("II", f"{title}the United Nations in Lakeland"),
        ("", "Recalling its resolution 89/6,"),
        ("", "Having considered the report,"),
        ("1.", "Takes note of the report;"),
        ("2.", "Decides so."),
    ]


def test_numbers_above_titles_begin_a_preamble_anew(tmp_path: Path) -> None:
    above = FIFTH.replace("I Management", "I\nManagement").replace("II Est", "II\nEst")
    found = [each.text for each in read(tmp_path, above)[0].paragraphs]
    assert found[-4:-2] == ["Recalling its resolution 89/6,", "Having considered the report,"]


def test_a_number_in_chinese_keeps_its_blank() -> None:
    text = "大会，\n  一 河流管理系统\n回顾决议，\n1. 注意到报告；\n二 湖泊估计数\n"
    assert with_sections(text) == text.replace("一 ", "一\t").replace("二 ", "二\t")


@pytest.mark.parametrize(
    "text",
    [
        "the Assembly,\nI Rivers\nand more;\nin section\nII Of its\n",  # not below an end
        "the Assembly,\nI Rivers\nand more;\nIII Lakes\n",  # not in order
        "the Assembly,\nI Rivers\nand more;\n",  # alone
        "the Assembly,\nI of its;\nII of its\n",  # no titles
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert with_sections(text) == text
