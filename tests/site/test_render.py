from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from conftest import REPOSITORY, Edition
from lxml import etree

from resolutions.model.catalogue import Move
from resolutions.model.library import Page
from resolutions.model.problems import Report
from resolutions.site.compose import compose
from resolutions.site.render import render
from resolutions.site.root import render_root
from resolutions.site.shells import MARK, shell_of, shells
from resolutions.web.strings import Strings

MAP = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def root_of(toy: Edition, **edition: Any) -> dict[str, str]:
    moves = (Move("themes/a.html", "themes/corruption.html", 1),)
    catalogue = replace(
        toy.catalogue, moves=moves, edition=replace(toy.catalogue.edition, **edition)
    )
    words = Strings("en", catalogue)
    pages = compose(toy.library, words, toy.accounts, list(toy.silent), {}, {}, Report())
    return render_root(catalogue, [page.path for page in pages], REPOSITORY / "templates")


def front(markdown: str) -> dict[str, Any]:
    meta: dict[str, Any] = json.loads(markdown.strip("-\n"))
    return meta


def test_every_page_has_a_shell_and_no_shell_is_without_pages(toy: Edition) -> None:
    moves = (
        Move("themes/a.html", "themes/corruption.html", 1),
        Move("old.html", "matrix.html", 2),
    )
    paged = {id: replace(each, page=True) for id, each in toy.catalogue.terms.items()}
    strings = {**toy.catalogue.strings, "fr": toy.catalogue.strings["en"]}
    words = Strings("fr", replace(toy.catalogue, moves=moves, terms=paged, strings=strings))
    pages = compose(toy.library, words, toy.accounts, list(toy.silent), {}, {}, Report())
    rendered = list(render(pages, words, REPOSITORY / "templates"))
    assert {each.shell for each in rendered} == shells(words).keys()
    assert {"themes/moved", "moved", "themes/shell", "matrix"} <= shells(words).keys()


@pytest.mark.parametrize(
    ("path", "shell"),
    [
        ("matrix-2019.html", "matrix"),
        ("index.html", "index"),
        ("themes/wildlife-2019.html", "themes/shell"),
    ],
)
def test_pages_of_a_kind_share_a_shell(path: str, shell: str) -> None:
    assert shell_of(path) == shell


def test_a_shell_leads_to_the_same_page_in_every_language(toy: Edition) -> None:
    meta = front(shells(Strings("en", toy.catalogue))["themes/shell"])
    assert [each["href"] for each in meta["languages"]] == [
        f"../../{code}/themes/[[name]]" if code != "en" else "[[name]]"
        for code in ("zh", "en", "ar")
    ]
    assert (meta["section"], meta["lang"], meta["moved"]) == ("themes", "en", "")


def test_a_shell_is_marked_where_pages_differ(toy: Edition) -> None:
    markdown = shells(Strings("en", toy.catalogue))["themes/shell"]
    assert set(MARK.findall(markdown)) == {"title", "description", "name", "body"}


def test_a_title_stands_in_its_shell_as_html(toy: Edition) -> None:
    words = Strings("en", toy.catalogue)
    page = Page(
        path="a.html",
        template="moved.html.jinja",
        language="en",
        title='R&D "x" <b>',
        description="",
        content={"title": "", "href": ""},
    )
    (rendered,) = render([page], words, REPOSITORY / "templates")
    assert rendered.values["title"] == "R&amp;D &quot;x&quot; &lt;b&gt;"


def test_the_root_offers_every_language_in_its_own_words(toy: Edition) -> None:
    files = root_of(toy)
    assert sorted(files) == ["READ ME.txt", "go.html", "index.html"]
    for name, path in (("index.html", "index.html"), ("go.html", "resolutions/index.html")):
        page = etree.HTML(files[name])
        links = {each.get("lang"): each for each in page.iterfind(".//a")}
        assert list(links) == ["zh", "en", "ar"]
        assert {code: each.get("dir") for code, each in links.items()} == {
            "zh": "ltr",
            "en": "ltr",
            "ar": "rtl",
        }
        assert all(each.get("href") == f"{code}/{path}" for code, each in links.items())
        title = page.findtext(".//title")
        assert title is not None
        assert len(title.split(" · ")) == 3
    assert files["index.html"].startswith("<!doctype html>\n")
    assert files["go.html"].startswith("<!doctype html>\n")


def test_the_note_for_the_stick_opens_in_any_editor_chinese_first(toy: Edition) -> None:
    note = root_of(toy)["READ ME.txt"]
    assert note.startswith("\ufeff联合国")
    assert note.count("\n") == note.count("\r\n") > 6
    assert note.index("index.html") < note.index("United Nations") < note.index("قرارات")


def test_a_map_of_the_site_needs_an_address_on_the_web(toy: Edition) -> None:
    assert "sitemap.xml" not in root_of(toy)


@pytest.mark.parametrize("part", ["", "-2021"])
def test_the_map_leaves_out_pages_that_only_lead_on(part: str, toy: Edition) -> None:
    term = next(iter(toy.catalogue.terms.values()))
    path = f"terms/{term.id}{part}.html"
    catalogue = replace(
        toy.catalogue,
        terms={term.id: replace(term, page=True)},
        edition=replace(toy.catalogue.edition, base_url="https://example.org"),
    )
    text = render_root(catalogue, [path], REPOSITORY / "templates")["sitemap.xml"]
    places = etree.fromstring(text.encode()).xpath("s:url/s:loc/text()", namespaces=MAP)
    assert places == [f"https://example.org/{code}/{path}" for code in ("zh", "en")]


def test_the_map_names_every_page_in_every_language(toy: Edition) -> None:
    text = root_of(toy, base_url="https://example.org/a&b/")["sitemap.xml"]
    tree = etree.fromstring(text.encode())
    places = tree.xpath("s:url/s:loc/text()", namespaces=MAP)
    base = "https://example.org/a&b"
    assert isinstance(places, list)
    assert len(places) == len(set(places)) > 60
    assert f"{base}/ar/resolutions/a-res-90-1.html" in places
    assert not [each for each in places if str(each).endswith(("/go.html", "/themes/a.html"))]
    assert set(tree.xpath("s:url/s:lastmod/text()", namespaces=MAP)) == {"2035-12-03"}  # type: ignore[arg-type]
    url = tree.find("s:url", MAP)
    assert url is not None
    links = [(each.get("hreflang"), each.get("href")) for each in url.iterfind("x:link", MAP)]
    assert links == [
        ("zh", f"{base}/zh/index.html"),
        ("en", f"{base}/en/index.html"),
        ("ar", f"{base}/ar/index.html"),
        ("x-default", f"{base}/zh/index.html"),
    ]
