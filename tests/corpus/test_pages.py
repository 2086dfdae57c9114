"""Texts too long for one page, of our own wording, up to the pages that are drawn of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from akn_texts import akn, heading, note, numbered, statement, unnumbered
from conftest import REPOSITORY, Edition, edition_of, toy_data

from resolutions.corpus import pages
from resolutions.corpus.addresses import pages as promised
from resolutions.corpus.shelf import shelves
from resolutions.model.library import Head, Page
from resolutions.model.problems import Report
from resolutions.search.labels import labels
from resolutions.site.compose import compose
from resolutions.site.pages.go import go_page
from resolutions.site.pages.instrument.cut import held_on
from resolutions.site.render import render
from resolutions.web import urls
from resolutions.web.strings import Strings

WORDS = {
    "en": "Requests all States to report once a year to the Assembly on what they have done; ",
    "fr": "Prie tous les États de faire rapport une fois par an à l’Assemblée sur leur action ; ",
}


def body(language: str, extra: str = "") -> str:
    """Three sections of four paragraphs, the first of each with the mark of one note."""
    text = ""
    for section in range(3):
        text += heading(f"{'I' * (section + 1)} Section")
        for number in range(4 * section + 1, 4 * section + 5):
            words = WORDS[language] + (note("1", "A/90/7.") if number % 4 == 1 else "")
            text += numbered(f"{number}.", words)
            text += unnumbered("(a) an item;") if number == 6 else ""
    return text + extra


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """A text of which a page holds about five paragraphs, in two languages."""
    monkeypatch.setattr(pages, "FRAME", 0)
    monkeypatch.setattr(pages, "LONGEST", 4_000)
    monkeypatch.setattr(pages, "PART", 3_300)
    un = tmp_path / "un"
    un.mkdir()
    only = unnumbered("Une dernière phrase que les autres textes n’ont pas dans leur langue.")
    for code, language, extra in (("en", "eng", ""), ("fr", "fra", only)):
        text = akn(
            statement(body(code, extra), language=language, symbol="A/RES/90/7", number="90/7")
        )
        (un / f"A-RES-90-7.{code}.xml").write_text(text, encoding="utf-8")
    return edition_of(toy_data(tmp_path), un)


def head_of(edition: Edition) -> Head:
    return edition.library.heads["a-res-90-7"]


def composed(edition: Edition, language: str) -> list[Page]:
    words = Strings(language, edition.catalogue)
    made = compose(edition.library, words, edition.accounts, [], {}, {}, Report())
    return list(made)


def texts(edition: Edition, language: str = "en") -> list[Page]:
    return [p for p in composed(edition, language) if "a-res-90-7" in p.path]


def test_a_long_text_is_cut_before_its_headings_and_nothing_is_lost(edition: Edition) -> None:
    head = head_of(edition)
    assert {head.pages[key] for key in ("op1", "op4")} == {1}
    assert {head.pages[key] for key in ("h2", "op5", "op6", "op6-a", "op8")} == {2}
    assert {head.pages[key] for key in ("h3", "op9", "op12")} == {3}
    assert {key for side in head.sides.values() for key in side.keys} == set(head.pages)


def test_what_one_language_alone_has_stands_behind_what_is_before_it(edition: Edition) -> None:
    (alone,) = (key for key in head_of(edition).pages if key.startswith("x-fr"))
    assert head_of(edition).pages[alone] == 3


def test_every_text_of_our_own_is_on_one_page(real: Edition) -> None:
    assert all(not head.pages for head in real.library.heads.values())


def test_every_language_has_the_same_pages_and_each_paragraph_once(edition: Edition) -> None:
    paths = [[page.path for page in texts(edition, code)] for code in ("zh", "en")]
    names = ("", "--2", "--3")
    assert paths == 2 * [[f"resolutions/a-res-90-7{name}.html" for name in names]]
    reading, head = edition.library.works["a-res-90-7"].texts["fr"], head_of(edition)
    shown = [e.key for n in (1, 2, 3) for e in held_on(reading, head, n).document.paragraphs]
    assert [key for key in shown if key != "title"] == [
        each.key for each in reading.document.paragraphs if each.kind != "title"
    ]


def test_each_page_has_the_notes_of_its_marks(edition: Edition) -> None:
    reading = edition.library.works["a-res-90-7"].texts["en"]
    for number in (1, 2, 3):
        own = held_on(reading, head_of(edition), number).document
        marks = {mark.key for each in own.paragraphs for mark in each.notes}
        assert marks == {each.key for each in own.footnotes} != set()


def test_a_page_leads_to_the_others_and_to_the_headings_there(edition: Edition) -> None:
    drawn = {
        page.path: page.body
        for page in render(
            texts(edition), Strings("en", edition.catalogue), REPOSITORY / "templates"
        )
    }
    second = drawn["resolutions/a-res-90-7--2.html"]
    assert 'href="a-res-90-7.html#h1"' in second
    assert 'href="a-res-90-7--3.html#h3"' in second
    assert '<a href="a-res-90-7--2.html" aria-current="page">2 <b>paragraph 5 – ' in second
    assert [body.count('id="operative"') for body in drawn.values()] == [1, 0, 0]
    ids = {path: set(re.findall(r'id="([^"]+)"', text)) for path, text in drawn.items()}
    for path, text in drawn.items():
        for href in re.findall(r'href="(a-res-90-7[^"]*|#[^"]+)"', text):
            page, _, key = href.partition("#")
            target = f"resolutions/{page}" if page else path
            assert not key or key in ids[target], (path, href)


def test_links_from_other_pages_go_to_the_page_of_the_paragraph(edition: Edition) -> None:
    head = head_of(edition)
    assert urls.place(head, "op2") == "resolutions/a-res-90-7.html#op2"
    assert urls.place(head, "op9") == "resolutions/a-res-90-7--3.html#op9"
    assert urls.place(head, None) == "resolutions/a-res-90-7.html"
    assert urls.slug("resolutions/a-res-90-7--3.html") is None
    assert urls.first_page("resolutions/a-res-90-7--3.html") == "resolutions/a-res-90-7.html"


def test_scripts_are_told_which_keys_stand_on_which_page(edition: Edition) -> None:
    words = Strings("en", edition.catalogue)
    page = go_page(edition.library, words)
    told: dict[str, list[str]] = page.content["pages"]  # type: ignore[assignment]
    assert "op5" in told["a-res-90-7"][1].split()
    assert "op9" in told["a-res-90-7"][2].split()
    assert '"a-res-90-7":["' in labels(edition.library, words)["search/labels-en.js"]


def test_the_folder_of_a_text_promises_all_its_pages(edition: Edition, tmp_path: Path) -> None:
    shelved = shelves(REPOSITORY, [tmp_path / "un"])
    paths = ["resolutions/a-res-90-7.html", "resolutions/a-res-90-7--2.html"]
    heads = list(edition.library.heads.values())
    assert promised(paths, heads, shelved[1], shelved) == paths
