"""Notes of one's own: kept, shown, carried as W3C Web Annotations, merged by id."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .helpers import PATIENCE, ROOT, SITE, url

PAGE = "en/resolutions/a-res-71-209.html"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    page.close()


def panel(page: Page, key: str = "op3") -> None:
    page.locator(f"#{key} a.para__number").click()
    page.locator("[role=menuitem]", has_text="Note of my own").click()
    page.wait_for_selector(".menu__note")


def saved(page: Page, tmp_path: Path) -> dict[str, Any]:
    with page.expect_download() as got:
        page.get_by_role("button", name="Save all notes").click()
    got.value.save_as(tmp_path / "notes.jsonld")
    found: dict[str, Any] = json.loads((tmp_path / "notes.jsonld").read_text(encoding="utf-8"))
    return found


def test_a_note_is_kept_changed_carried_and_taken_out(page: Page, tmp_path: Path) -> None:
    page.goto(url(PAGE))
    panel(page)
    page.locator(".menu__note").fill("Ask the class: who reports?")
    page.get_by_role("button", name="Keep").click()
    page.wait_for_function("document.querySelector('#op3 .para__note')")
    page.reload()
    assert page.locator("#op3 .para__note").inner_text() == "Ask the class: who reports?"
    panel(page)
    found = saved(page, tmp_path)
    (item,) = found["items"]
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], item["type"], item["motivation"]) == (
        "AnnotationPage",
        "Annotation",
        "commenting",
    )
    assert item["id"].startswith("urn:uuid:")
    assert item["body"] == {
        "type": "TextualBody", "value": "Ask the class: who reports?", "format": "text/plain", "language": "en",
    }  # fmt: skip
    assert item["target"]["source"].endswith(":a-res-71-209")
    assert item["target"]["selector"][0] == {"type": "FragmentSelector", "value": "op3"}

    item["body"]["value"] = "Changed elsewhere"
    item["modified"] = "2099-01-01T00:00:00.000Z"
    other = {**item, "id": "urn:uuid:of-another", "modified": "2020-01-01T00:00:00.000Z"}
    (tmp_path / "other.jsonld").write_text(json.dumps({**found, "items": [item, other, {"id": 3}]}))
    for _ in range(2):  # the second time nothing is new
        page.locator("input[type=file]").set_input_files(tmp_path / "other.jsonld")
        page.wait_for_function("document.querySelectorAll('#op3 .para__note').length === 2")
        page.wait_for_function(
            "/file: \\d/.test(document.querySelector('.menu__status').textContent)"
        )
    assert page.locator(".menu__status").inner_text().endswith("new here: 2.")
    notes = page.locator("#op3 .para__note").all_inner_texts()
    assert sorted(notes) == ["Changed elsewhere", "Changed elsewhere"]
    page.get_by_role("button", name="Remove").first.click()
    page.wait_for_function("document.querySelectorAll('#op3 .para__note').length === 1")


def test_a_file_without_notes_is_refused(page: Page, tmp_path: Path) -> None:
    page.goto(url(PAGE))
    panel(page)
    (tmp_path / "bad.json").write_text('{"type": "Annotation"}')
    page.locator("input[type=file]").set_input_files(tmp_path / "bad.json")
    page.wait_for_function(
        "document.querySelector('.menu__status').textContent.includes('no such notes')"
    )


def test_a_teachers_file_opens_with_the_stick(page: Page, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    for name in ("assets", "references", "columns", "search"):
        shutil.copytree(SITE / name, stick / name)
    (stick / "en" / "resolutions").mkdir(parents=True)
    shutil.copy(SITE / "notes.js", stick / "notes.js")
    shutil.copy(SITE / PAGE, stick / PAGE)
    page.goto((stick / PAGE).as_uri())
    panel(page)
    page.locator(".menu__note").fill("From the teacher")
    page.get_by_role("button", name="Keep").click()
    page.wait_for_function("document.querySelector('#op3 .para__note')")
    with page.expect_download() as got:
        page.get_by_role("button", name="notes.js").click()
    got.value.save_as(stick / "notes.js")
    page.evaluate("localStorage.clear()")
    page.reload()
    page.wait_for_function("document.querySelector('#op3 .para__note')")
    assert page.locator("#op3 .para__note").inner_text() == "From the teacher"


def test_merging_keeps_the_later_of_each(page: Page) -> None:
    page.evaluate("() => { window.edition = {}; }")
    page.add_script_tag(path=ROOT / "docs" / "assets" / "take" / "annotations.js")
    found = page.evaluate(
        """() => { const made = (id, now, text) => edition.annotations.note({id, place: "a-b#op1", text, language: "en", now});
        const own = [made("a", "2026-01-02T00:00:00Z", "own a"), made("b", "2026-01-01T00:00:00Z", "own b")];
        const others = [made("a", "2026-01-01T00:00:00Z", "old a"), made("b", "2026-01-03T00:00:00Z", "new b"), made("c", "2026-01-01T00:00:00Z", "c")];
        const {items, taken, same} = edition.annotations.merge(own, others);
        return [items.map(each => each.body.value), taken, same]; }"""
    )
    assert found == [["own a", "new b", "c"], 2, 1]
