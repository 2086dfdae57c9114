"""An address in a text that stands on several pages arrives at the page that holds its paragraph."""

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
