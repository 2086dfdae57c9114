"""The table of who is asked to do what: narrowed, sorted, saved, in the address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

SHOWN = """() => Array.from(document.querySelectorAll(".asked__table tr[data-themes]"))
  .filter(row => !row.hidden && !row.closest("tbody").hidden)
  .map(row => Array.from(row.querySelectorAll("li")).filter(line => !line.hidden)
    .map(line => [line.dataset.strength, line.dataset.to.trim().split(" ")]))"""


@pytest.fixture
def page(browser: Browser) -> Any:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def test_what_is_chosen_narrows_the_table_and_stands_in_the_address(page: Page, site: str) -> None:
    page.goto(f"{site}/zh/asked.html")
    whole = len(page.evaluate(SHOWN))
    page.select_option("[name=addressee]", "unodc")
    page.select_option("[name=strength]", "request")
    shown = page.evaluate(SHOWN)
    assert 0 < len(shown) < whole
    assert all(line[0] == "request" and "unodc" in line[1] for row in shown for line in row)
    assert "addressee=unodc" in page.url
    page.reload()
    assert page.evaluate(SHOWN) == shown


def test_the_table_of_one_resolution_has_an_address(page: Page, site: str) -> None:
    page.goto(f"{site}/en/asked.html?instrument=a-res-71-209&due=1")
    assert page.locator("[data-shown]").inner_text().endswith(" 2")
    assert page.locator(".due:visible").all_inner_texts()[-1] == (
        "General Assembly, seventy-second session"
    )


def test_times_stand_in_the_words_of_the_page(page: Page, site: str) -> None:
    page.goto(f"{site}/en/asked.html?due=1")
    times = page.locator(".due").all_inner_texts()
    assert {"every two years", "before the end of 2011"} < {*times}
    assert any(each.endswith("twenty-sixth session (after its end)") for each in times)
    # what is said of the first half of each year has no words of ours: the source's, in its language
    others = page.locator(".due[lang=zh]").all_inner_texts()
    assert others == [each for each in times if not each.isascii()]
    assert len(others) == 4


def test_sorted_rows_name_their_text(page: Page, site: str) -> None:
    page.goto(f"{site}/zh/asked.html?sort=addressee")
    names = page.evaluate("""() => Array.from(document.querySelectorAll("tbody:last-of-type tr"),
      row => row.querySelector("li:not([hidden]) > :nth-child(2)").textContent)""")
    assert len(names) > 300
    sorted_names = page.evaluate(
        "names => names.slice().sort((a, b) => (a || '\\uffff').localeCompare(b || '\\uffff', 'zh', { numeric: true }))",
        names,
    )
    assert names == sorted_names
    assert page.locator("tbody:last-of-type th[data-from]").count() == len(names)


def test_the_csv_has_what_is_shown(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(f"{site}/zh/asked.html?instrument=a-res-68-193&addressee=secretary-general")
    with page.expect_download() as download:
        page.locator("[data-csv]").press("Enter")
    path = tmp_path / "asked.csv"
    download.value.save_as(path)
    text = path.read_text(encoding="utf-8-sig")
    lines = text.splitlines()
    assert len(lines) == 1 + sum(map(len, page.evaluate(SHOWN)))
    assert '"大会第六十九届会议"' in text
    assert text.count('"A/RES/68/193"') == len(lines) - 1


def test_without_a_script_every_request_can_be_read(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/ar/asked.html")
    assert page.locator(".asked__table tr[data-themes]").count() > 300
    assert page.locator(".asked__reports li").count() == 7
    context.close()
