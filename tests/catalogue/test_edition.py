from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Edition

from resolutions.catalogue.edition import read_edition
from resolutions.model.catalogue import Catalogue
from resolutions.model.problems import Report
from resolutions.model.selection import Wish

OWN = """\
title: {zh: 我的, en: Mine, ar: لي}
languages: [en, zh]
date: 2035-01-02
base_url: https://example.org/mine
only:
  theme: corruption
  symbol:
  - A/RES/90/1
  - E/2040/1
  years: 2020
"""


def read(
    toy: Edition, folder: Path, text: str
) -> tuple[Catalogue, list[Wish], list[tuple[int, str, str]]]:
    path, report = folder / "mine.yml", Report()
    path.write_text(text, encoding="utf-8")
    catalogue, wishes = read_edition(path, toy.catalogue, report)
    assert {each.file for each in report.problems} <= {path.as_posix()}
    return catalogue, wishes, [(p.line, p.code, p.remedy) for p in report.problems]


def test_an_edition_file_lies_over_that_of_the_data(toy: Edition, tmp_path: Path) -> None:
    catalogue, wishes, told = read(toy, tmp_path, OWN)
    assert told == []
    assert [tongue.code for tongue in catalogue.interface] == ["zh", "en"]
    assert catalogue.titled
    for name in ("site.title", "shell.title"):
        assert catalogue.strings["en"][name] == "Mine"
    edition = catalogue.edition
    assert (edition.edition, edition.date) == (toy.catalogue.edition.edition, "2035-01-02")
    assert edition.base_url == "https://example.org/mine"
    assert [(wish.key, wish.value, wish.line) for wish in wishes] == [
        ("theme", "corruption", 6), ("symbol", "A/RES/90/1", 8), ("symbol", "E/2040/1", 9),
        ("years", "2020", 10),
    ]  # fmt: skip


def test_a_short_title_stands_at_the_head_of_pages(toy: Edition, tmp_path: Path) -> None:
    text = "languages: [en]\ntitle: {en: A long title}\nshort_title: {en: Short}\n"
    strings = read(toy, tmp_path, text)[0].strings["en"]
    assert (strings["site.title"], strings["shell.title"]) == ("A long title", "Short")


def test_an_empty_address_stands_in_place_of_one_and_what_is_left_out_stays(
    toy: Edition, tmp_path: Path
) -> None:
    catalogue, wishes, told = read(toy, tmp_path, "base_url: ''\n")
    assert (catalogue, wishes, told) == (toy.catalogue, [], [])


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "remedy"),
    [
        ("title:", "titel:", 1, "unknown-field", "did you mean `title`?"),
        (", ar: لي}\nlanguages: [en, zh]", "}", 1, "missing-title", "give it in every language of the edition, or name its `languages`"),
        ("[en, zh]", "[en, xx]", 2, "unknown-language", "it is one of zh, en, ar"),
        ("2035-01-02", "2 January", 3, "bad-field", "data/README.md tells the fields of this file"),
        ("https:", "ftp:", 4, "bad-field", "data/README.md tells the fields of this file"),
        ("only:", "only: [", 7, "bad-yaml", "mind the indent and the colon"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_an_edition_file_is_told_with_its_line(
    old: str, new: str, line: int, code: str, remedy: str, toy: Edition, tmp_path: Path
) -> None:
    assert old in OWN
    told = read(toy, tmp_path, OWN.replace(old, new))[2]
    assert told[0] == (line, code, remedy)
