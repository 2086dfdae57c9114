"""Verbs and formulas: each wording of the data is one that the aids use, and a departure is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import REPOSITORY, Edition

from resolutions.catalogue.aids import load_aids
from resolutions.catalogue.wordings import AidWording, Attested, load_wordings
from resolutions.model.problems import Report

HOME = REPOSITORY / "data" / "reading-aids"
WORDINGS = load_wordings(HOME / "wordings.yml", "wordings.yml", Report())["en"]
COUNTED = Attested(at="opening", right=1, of=1)


def wording(**fields: object) -> AidWording:
    values: dict[str, object] = {
        "concept": "stress",
        "chinese": "强调(?!指出)",
        "english": r"\bemphasi[sz]\w+",
        "un": COUNTED,
        "reason": "",
    }
    return AidWording(**{**values, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize("number", range(len(WORDINGS)))
def test_a_departure_from_each_wording_is_told(real: Edition, number: int) -> None:
    each = WORDINGS[number]
    aids = load_aids(HOME, "aids", Report())["en"]
    held = [
        (paragraph.text, aids[slug].text(paragraph.key))
        for slug, document in real.documents.items()
        for paragraph in document.paragraphs
        if each.holds_for(slug, paragraph.key) and re.search(each.chinese, paragraph.text)
    ]
    assert held
    for source, text in held:
        assert each.complaint(source, text) is None
        if each.english:
            without = re.sub(each.english, "so", text, flags=re.IGNORECASE)
            assert each.complaint(source, without) is not None
        if each.never:
            wrong = " furthermore sufficient corrupt practices socio-economic calls upon "
            assert each.complaint(source, text + wrong) is not None


def test_the_sales_number_of_a_note_is_that_of_the_english_publication(real: Edition) -> None:
    aids = load_aids(HOME, "aids", Report())["en"]
    numbered = [
        (note.text, aids[slug].text(note.key))
        for slug, document in real.documents.items()
        for note in document.footnotes
        if note.text and re.search(r"出售品编号：[A-Z]\.\d", note.text)
    ]
    assert numbered
    for source, text in numbered:
        number = re.search(r"编号：[A-Z]\.([\w.]+)", source)
        assert number
        assert f"Sales No. E.{number[1].rstrip('.')}" in text


def test_a_wording_counts_each_use() -> None:
    both = "强调甲，强调指出乙，"
    assert wording().complaint(both, "Emphasizing A, stressing B,") is None
    assert wording().complaint("强调甲，又强调乙，", "Emphasizing A and B,") is not None
    assert wording(exactly=True).complaint(both, "Emphasizing A, emphasizing B,") is not None
    assert wording().complaint(both, "Emphasizing A, emphasizing B,") is None


def test_a_wording_holds_within_its_instruments_but_for_those_exempt() -> None:
    each = wording(within=("a-res-*",), exempt=("a-res-71-209#op3",))
    assert each.holds_for("a-res-71-209", "op4")
    assert not each.holds_for("a-res-71-209", "op3")
    assert not each.holds_for("ccpcj-res-20-1", "op4")


def test_a_pattern_that_cannot_be_read_is_told_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "wordings.yml"
    path.write_text(
        "en:\n"
        "  - {concept: x, chinese: 甲, english: b, un: {at: opening, right: 1, of: 1}, reason: r}\n"
        "  - {concept: x, chinese: '(', english: b, un: {at: opening, right: 1, of: 1}, reason: r}\n",
        encoding="utf-8",
    )
    report = Report()
    assert load_wordings(path, "wordings.yml", report) == {}
    assert [(each.line, each.code) for each in report.problems] == [(3, "bad-pattern")]
