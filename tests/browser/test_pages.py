"""A text that stands on several pages: addresses arrive, ranges are marked over the border of two."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .helpers import ROOT

HELD = ("title op1 fn1", "op2 op2-a fn2", "op3")
SHELL = """<!doctype html><title>x</title><script src="../../assets/scheme.js"></script>
<script type="application/json" id="pages">{where}</script><script src="../../assets/pages.js"></script>
{paragraphs}"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "assets").symlink_to(ROOT / "docs" / "assets")
    texts = tmp_path / "en" / "resolutions"
    texts.mkdir(parents=True)
    for number, keys in enumerate(HELD, start=1):
        where = json.dumps({"slug": "a-res-90-7", "here": number, "keys": HELD})
        paragraphs = "".join(f'<p id="{key}">{key}</p>' for key in keys.split())
        name = f"a-res-90-7{f'--{number}' if number > 1 else ''}.html"
        (texts / name).write_text(SHELL.format(where=where, paragraphs=paragraphs))
    return texts


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize(
    ("asked", "arrives"),
    [
        ("a-res-90-7.html#op1", "a-res-90-7.html#op1"),
        ("a-res-90-7.html?text=fr,en#op3", "a-res-90-7--3.html?text=fr,en#op3"),
        ("a-res-90-7.html#op2-a-mark1", "a-res-90-7--2.html#op2-a-mark1"),
        ("a-res-90-7--3.html#fn2", "a-res-90-7--2.html#fn2"),
        ("a-res-90-7--3.html#op1-flaw2", "a-res-90-7.html#op1-flaw2"),
        ("a-res-90-7--2.html#title", "a-res-90-7--2.html#title"),
        ("a-res-90-7.html#op99", "a-res-90-7.html#op99"),
        ("a-res-90-7.html#%E0%A4%A", "a-res-90-7.html#%E0%A4%A"),
        ("a-res-90-7--2.html", "a-res-90-7--2.html"),
    ],
)
def test_an_address_arrives_at_its_paragraph(
    folder: Path, page: Page, asked: str, arrives: str
) -> None:
    page.goto(f"{folder.as_uri()}/{asked}")
    expect(page).to_have_url(f"{folder.as_uri()}/{arrives}")


def test_an_address_typed_on_a_page_leads_on(folder: Path, page: Page) -> None:
    page.goto(f"{folder.as_uri()}/a-res-90-7.html#op1")
    page.evaluate("() => { location.hash = 'op3'; }")
    expect(page).to_have_url(f"{folder.as_uri()}/a-res-90-7--3.html#op3")


RANGE = """<nav><h3><a href="{file}">Page {other} of 3</a></h3></nav>
<div class=instrument><p class=range data-range="Marked: {{first}} to {{last}}" hidden></p>
<div class=body>{paragraphs}</div></div>
<script src="../../assets/edition.js"></script><script src="../../assets/range.js"></script>"""
PARAGRAPH = """<div class=para id={key}><a class=para__number aria-label="paragraph {key}"></a>
<p class=para__text lang=en>{key}</p></div>"""


@pytest.fixture
def ranged(folder: Path) -> Path:
    for number, (other, keys) in enumerate([(2, "op1 op2 op3"), (1, "op4 op5 op6")], start=1):
        files = "a-res-90-7.html", "a-res-90-7--2.html"
        held = ("title op1 op2 op3", "op4 op5 op6")
        where = json.dumps({"slug": "a-res-90-7", "here": number, "keys": held})
        paragraphs = "".join(PARAGRAPH.format(key=key) for key in keys.split())
        shell = SHELL.format(where=where, paragraphs="")
        listed = RANGE.format(file=files[other - 1], other=other, paragraphs=paragraphs)
        (folder / files[number - 1]).write_text(shell + listed)
    return folder


@pytest.mark.parametrize("asked", ["?to=op5#op2", "--2?to=op5#op2"])
def test_a_range_over_two_pages_is_marked_on_both(ranged: Path, page: Page, asked: str) -> None:
    name, _, query = asked.partition("?")
    page.goto(f"{ranged.as_uri()}/a-res-90-7{name}.html?{query}")
    expect(page.locator(".in-range")).to_have_text(["op2", "op3"])
    expect(page.locator(".range")).to_have_text("Marked: paragraph op2 to Page 2 of 3")
    page.locator(".range a").click()
    expect(page).to_have_url(f"{ranged.as_uri()}/a-res-90-7--2.html?to=op2#op5")
    expect(page.locator(".in-range")).to_have_text(["op4", "op5"])
    expect(page.locator(".range")).to_have_text("Marked: Page 1 of 3 to paragraph op5")


def test_a_range_on_one_page_of_several_is_as_on_one(ranged: Path, page: Page) -> None:
    page.goto(f"{ranged.as_uri()}/a-res-90-7--2.html?to=op5#op4")
    expect(page.locator(".in-range")).to_have_text(["op4", "op5"])
    expect(page.locator(".range")).to_have_text("Marked: paragraph op4 to paragraph op5")
