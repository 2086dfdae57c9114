from __future__ import annotations

import re

import pytest
from conftest import REPOSITORY

from resolutions.analysis.themes.openings import openings
from resolutions.analysis.themes.tag import Tagger
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.model.problems import Report


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("贩毒", {"贩毒"}),
        ("贩毒|运毒|枪", {"贩毒", "运毒", "枪"}),
        ("跨国?组织", {"跨国", "跨组"}),
        ("(?:跨国)?有?组织", {"跨国", "有组", "组织"}),
        ("(?:网络|电(?:脑|话))犯罪", {"网络", "电脑", "电话"}),
        ("[受被]害[者人]", {"受害", "被害"}),
        ("受[^，；]{0,4}害", {"受", "受害"}),
        ("(?<!不)受害|(?=受)受(?!害)损", {"受害", "受损"}),
        ("的+罪", {"的"}),
        ("(?:的|非)*罪行", {"的", "非", "罪行"}),
        ("\\(a\\)", {"(a"}),
        ("\\bfraud|\\d+", {"fr", ""}),
        (".罪", {""}),
        ("[^，]罪", {""}),
        ("[a-z]罪", {""}),
        ("罪?", {"罪", ""}),
        ("(?P<name>罪)", {""}),
        ("罪{2}", {"罪"}),
        ("罪{,2}行为", {"罪", "行为"}),
    ],
)
def test_every_match_begins_with_an_opening(pattern: str, begins: set[str]) -> None:
    assert openings(re.compile(pattern)) == begins


def test_letters_of_either_case_may_begin_with_anything() -> None:
    assert openings(re.compile("fraud", re.IGNORECASE)) == {""}


def test_trying_patterns_at_openings_finds_what_searching_finds() -> None:
    catalogue = load(DataFiles(REPOSITORY / "data", "data", Report()))
    assert catalogue is not None
    tagger = Tagger.of(catalogue.themes, catalogue.lists)
    rules = [rule for theme in catalogue.themes for rule in theme.rules]
    for text in [text for rule in rules for text in (*rule.examples, *rule.misses)]:
        searched = {
            number: [match.span() for match in compiled.find.finditer(text)]
            for number, compiled in enumerate(tagger.rules)
        }
        assert tagger._matched(text) == {n: spans for n, spans in searched.items() if spans}
