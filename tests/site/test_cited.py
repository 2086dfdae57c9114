from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from akn_texts import akn, note, numbered, statement, unnumbered
from conftest import Edition, bodies_of, edition_of, toy_data
from ways import dead

from resolutions.corpus.cited_lists import cited_parts

LANGUAGES = {"zh": "zho", "en": "eng", "ar": "ara"}


def linked(symbol: str) -> str:
    return f"<a href='https://undocs.org/en/{symbol}'>{symbol}</a>"


def text(language: str, first: str, *more: str) -> str:
    body = numbered("1.", f"Recalls {first};") + numbered("2.", "Requests 1994 reports.")
    names = {"symbol": "A/RES/90/7", "number": "90/7", "language": LANGUAGES[language]}
    return akn(statement(body + "".join(more), **names))


def all_bodies(edition: Edition) -> dict[str, str]:
    return {
        f"{code}/{path}": body
        for code in LANGUAGES
        for path, body in bodies_of(edition, code).items()
    }


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """A text in three languages, of which each links what the others do not."""
    un = tmp_path / "un"
    un.mkdir()
    alone = unnumbered(f"\t2. Voir le rapport {linked('A/89/150')} et ses annexes.")
    own = f"第 88/5 号决议和 {linked('A/RES/67/2')}{note('2', linked('A/89/99'))}"
    texts = {
        "zh": text("zh", own),
        "en": text(
            "en", f"resolution 88/5, {linked('A/RES/67/234')}{note('1', linked('A/89/77'))}"
        ),
        "ar": text("ar", f"{linked('A/RES/67/2')} {linked('A/RES/67/234')}", alone),
    }
    for language, own in texts.items():
        (un / f"A-RES-90-7.{language}.xml").write_text(own, encoding="utf-8")
    return edition_of(toy_data(tmp_path), un)


def test_what_one_language_alone_cites_has_its_entry(edition: Edition) -> None:
    head = edition.library.heads["a-res-90-7"]
    assert {target for _, target in head.cited} == {"A/RES/88/5", "A/RES/67/2", "A/89/99"}
    assert {each.target: each.languages for each in head.cited_elsewhere} == {
        "A/RES/67/234": ("ar", "en"),
        "A/89/77": ("en",),
        "A/89/150": ("ar",),
    }
    assert "A/89/150" in edition.library.cited_by


def test_every_link_of_an_edition_in_several_languages_has_its_anchor(edition: Edition) -> None:
    bodies = all_bodies(edition)
    assert "cited/documents.html#a-89-150" in bodies["ar/resolutions/a-res-90-7.html"]
    assert dead(bodies) == []


def test_a_place_that_one_language_cites_leads_to_its_page_in_that_language(
    edition: Edition,
) -> None:
    bodies = bodies_of(edition, "zh")
    entry = bodies["cited/documents.html"].partition('id="a-89-150"')[2].partition("</section>")[0]
    assert "href=../../ar/resolutions/a-res-90-7.html#" in entry
    assert "<small>阿拉伯文</small>" in entry
    held = bodies["cited/assembly.html"].partition('id="a-res-67-2"')[2].partition("</section>")[0]
    assert "href=../resolutions/a-res-90-7.html#op1>" in held
    assert "<small>" not in held
    both = bodies_of(edition, "en")["cited/assembly.html"].partition('id="a-res-67-234"')[2]
    assert "href=../resolutions/a-res-90-7.html#op1>" in both.partition("</section>")[0]


def test_a_note_that_the_language_of_the_page_lacks_is_shown_where_it_stands(
    edition: Edition,
) -> None:
    entry = bodies_of(edition, "ar")["cited/documents.html"].partition('id="a-89-99"')[2]
    assert "href=../../zh/resolutions/a-res-90-7.html#fn" in entry.partition("</section>")[0]


def test_a_note_in_a_language_without_pages_leads_to_its_text(edition: Edition) -> None:
    tongues = tuple(
        replace(each, interface=each.code == "ar") for each in edition.catalogue.languages
    )
    alone = replace(edition, catalogue=replace(edition.catalogue, languages=tongues))
    bodies = {f"ar/{path}": body for path, body in bodies_of(alone, "ar").items()}
    entry = bodies["ar/cited/documents.html"].partition('id="a-89-99"')[2]
    assert "href=../resolutions/a-res-90-7.html>" in entry.partition("</section>")[0]
    assert dead(bodies) == []


def test_the_pages_of_a_long_list_lead_to_each_other_and_links_to_the_right_one(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resolutions.corpus.cited_lists.LONGEST", 1_000)
    parts = cited_parts(edition.library.cited_by, edition.catalogue.instruments)
    bodies = all_bodies(replace(edition, library=replace(edition.library, cited_parts=parts)))
    assert {"zh/cited/assembly.html", "zh/cited/assembly-67.html"} <= bodies.keys()
    assert re.search(r'<a href="assembly-67.html">67 <b>', bodies["zh/cited/assembly.html"])
    assert dead(bodies) == []
