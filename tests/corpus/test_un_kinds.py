"""Kinds of fault that the UN's own files have, each in a file of our own wording, up to the library."""

from __future__ import annotations

from pathlib import Path

import pytest
from akn_texts import akn, annex, container, heading, numbered, statement, unnumbered
from conftest import REPOSITORY, Edition, edition_of, toy_data

from resolutions.model.document import Paragraph


def edition(folder: Path, **files: str) -> Edition:
    """The edition of some files by language, `fr` or `fr_2`; nothing of them is refused."""
    un = folder / "un"
    un.mkdir()
    for name, text in files.items():
        (un / f"A-RES-90-7.{name}.xml").write_text(text, encoding="utf-8")
    found = edition_of(toy_data(folder), un)
    assert [p for p in found.report.problems if p.severity in ("error", "refused")] == []
    return found


def resolution(body: str, language: str = "eng", preamble: str = "", annexes: str = "") -> str:
    return akn(
        statement(body, preamble, annexes, language=language, symbol="A/RES/90/7", number="90/7")
    )


def paragraphs(edition: Edition, language: str) -> list[Paragraph]:
    work = edition.library.works["a-res-90-7"]
    return list(work.texts[language].document.paragraphs)


def test_an_english_text_alone_that_cites_a_section_is_read(tmp_path: Path) -> None:
    body = numbered(
        "1.", "Recalls its resolution 45/248 B, sect. VI, and resolution 60/1, sect. X;"
    )
    (tmp_path / "A-RES-90-7.en.xml").write_text(resolution(body), encoding="utf-8")
    found = edition_of(REPOSITORY / "data", tmp_path)  # the toy has no rules for English
    assert "A/RES/45/248B" in found.library.cited_by


def test_a_line_of_stars_is_no_paragraph_and_no_fault(tmp_path: Path) -> None:
    body = numbered("1.", "Requests a report;") + unnumbered("* * *") + numbered("2.", "Decides.")
    found = edition(tmp_path, en=resolution(body))
    keys = [each.key for each in paragraphs(found, "en")]
    assert {"op1", "op2"} <= set(keys)


def test_a_session_of_emergency_is_cited_by_its_whole_number(tmp_path: Path) -> None:
    text = "重申其第ES-10/17号决议；"
    found = edition(tmp_path, zh=resolution(numbered("1.", text), "zho"))
    cited = [target for target in found.library.cited_by if "10/17" in target]
    assert cited == ["A/RES/ES-10/17"]


def test_a_mark_that_nobody_sees_behind_a_number_hides_it_from_nobody(tmp_path: Path) -> None:
    lines = unnumbered("1.\u200e\tWe reaffirm the pact;") + unnumbered("2.\u200e\tWe are resolved.")
    own = resolution(numbered("1.", "Endorses it;"), annexes=annex(heading("A pact"), lines))
    found = edition(tmp_path, en=own)
    assert [e.label for e in paragraphs(found, "en") if e.key.startswith("annex-p")] == ["1.", "2."]


def test_items_that_one_language_nests_below_the_preamble_follow_the_others(tmp_path: Path) -> None:
    asks = "Requests a report of {}, as resolution 60/{} has it;"
    body = "".join(numbered(f"{n}.", asks.format(1990 + n, n)) for n in range(1, 5))
    preamble = container("Recalling its resolution 60/177,")
    inside = preamble + "".join(container(f"{n}. " + asks.format(1990 + n, n)) for n in range(1, 5))
    found = edition(
        tmp_path,
        en=resolution(body, preamble=preamble),
        fr=resolution(body, "fra", preamble),
        es=resolution("", "spa", inside),
    )
    keys = [[each.key for each in paragraphs(found, code)] for code in ("en", "fr", "es")]
    assert keys[0] == keys[1] == keys[2]


@pytest.mark.parametrize("run_together", ["Principe 2 Objet", "Principe 2. Objet"])
def test_a_principle_and_its_title_in_one_stand_apart_as_elsewhere(
    run_together: str, tmp_path: Path
) -> None:
    def own(language: str, *titles: str) -> str:
        pact = annex(heading("A pact"), *map(heading, titles), unnumbered("Protects 1994 rivers."))
        return resolution(numbered("1.", "Endorses it;"), language, annexes=pact)

    found = edition(
        tmp_path,
        en=own("eng", "Principle 2", "Purpose"),
        ru=own("rus", "Принцип 2", "Цель"),
        fr=own("fra", run_together),
    )
    keys = [[each.key for each in paragraphs(found, code)] for code in ("en", "ru", "fr")]
    assert keys[0] == keys[1] == keys[2]
    assert found.library.works["a-res-90-7"].unpaired == {}
