"""The script that makes symbols on a training page links: to this edition, else to the UN, else none."""

from __future__ import annotations

from pathlib import Path

from conftest import Edition
from playwright.sync_api import Browser

from resolutions.web.urls import official

from .helpers import ROOT, SITE

BODY = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Lesson</title><main>
<p id="text">See A/RES/71/209, para. 37, and A/RES/71/209. Also A/RES/70/1; S/RES/1373 (2001), paragraph 2; E/RES/2012/12,
A/C.3/68/L.18, E/2011/30; 大会第A/RES/68/193号决议，A/RES/68/193第5段。 Not: CCPCJ/DEC/17/1, xA/RES/71/209, 3/4, E/RES/1955/600.</p>
<p><a href="#a">A/RES/71/209</a> <code>A/RES/71/209</code></p></main>
<script src="{root}assets/links.js"{more}></script></html>"""


def shown(
    browser: Browser, folder: Path, language: str = "en", more: str = ""
) -> list[tuple[str, str]]:
    path = folder / "lesson.html"
    root = f"{SITE.as_uri()}/"
    path.write_text(BODY.format(language=language, root=root, more=more), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector(
        "#text a" if not more.endswith('"aside"') else "script[src$='held.js']", state="attached"
    )
    found = page.eval_on_selector_all(
        "#text a", "all => all.map(each => [each.textContent, each.href])"
    )
    assert page.locator("main a").count() == len(found) + 1
    text = page.locator("#text").inner_text()
    page.close()
    assert "CCPCJ/DEC/17/1" in text
    return [(words, href.removeprefix(root)) for words, href in found]


def test_symbols_lead_here_or_to_the_un_or_nowhere(browser: Browser, tmp_path: Path) -> None:
    un = "https://docs.un.org/en/"
    assert shown(browser, tmp_path) == [
        ("A/RES/71/209, para. 37", "en/go.html?p=a-res-71-209.op37"),
        ("A/RES/71/209", "en/go.html?p=a-res-71-209"),
        ("A/RES/70/1", f"{un}A/RES/70/1"),
        ("S/RES/1373 (2001)", f"{un}S/RES/1373(2001)"),
        ("E/RES/2012/12", f"{un}E/RES/2012/12"),
        ("A/C.3/68/L.18", "en/go.html?p=a-c-3-68-l-18"),
        ("E/2011/30", f"{un}E/2011/30"),
        ("A/RES/68/193", "en/go.html?p=a-res-68-193"),
        ("A/RES/68/193第5段", "en/go.html?p=a-res-68-193.op5"),
    ]


def test_the_language_is_that_of_the_script_else_of_the_page_else_english(
    browser: Browser, tmp_path: Path
) -> None:
    assert shown(browser, tmp_path, "zh-Hans")[0][1].startswith("zh/")
    assert shown(browser, tmp_path, "de")[0][1].startswith("en/")
    assert shown(browser, tmp_path, "zh", ' data-language="ar"')[0][1].startswith("ar/")


def test_the_rules_for_official_links_are_those_of_the_build(
    browser: Browser, real: Edition
) -> None:
    page = browser.new_page()
    page.add_script_tag(content=(ROOT / "docs" / "assets" / "links.js").read_text(encoding="utf-8"))
    symbols = sorted(
        {*real.catalogue.instruments, *real.library.cited_by, "E/RES/1977/3", "A/RES/S-30/1"}
    )
    found = page.evaluate(
        "all => all.map(each => window.unResolutions.official(each, 'fr'))", symbols
    )
    page.close()
    assert found == [official(each, "fr") or "" for each in symbols]
    assert len([each for each in found if each]) > 100


def test_the_script_is_small() -> None:
    assert (ROOT / "docs" / "assets" / "links.js").stat().st_size < 6000
