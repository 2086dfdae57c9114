"""The script of a SCORM package beside a course that was made for the test."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from .helpers import ROOT

COURSE = """status => {
  window.told = {"cmi.core.lesson_status": status}; window.calls = [];
  window.API = {
    LMSInitialize: () => "true", LMSCommit: () => "true", LMSFinish: () => "true",
    LMSGetValue: name => told[name] || "",
    LMSSetValue: (name, value) => { calls.push(name); told[name] = value; return "true"; }
  };
}"""
PAGE = """<form><fieldset data-right="a"><input type="radio" name="q0" value="a">
<input type="radio" name="q0" value="b"></fieldset><fieldset data-right="b">
<input type="radio" name="q1" value="a"><input type="radio" name="q1" value="b"></fieldset>
<button>.</button><b data-score></b></form>"""
READ = "<p>.</p>"  # a package without questions


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        (PAGE, "not attempted", "incomplete"),
        (PAGE, "completed", "completed"),
        (PAGE, "passed", "passed"),
        (READ, "not attempted", "completed"),
        (READ, "passed", "passed"),
    ],
)
def test_what_was_reached_is_kept_when_a_package_is_opened_again(
    browser: Browser, body: str, before: str, after: str
) -> None:
    page = browser.new_page()
    page.set_content(body)
    page.evaluate(COURSE, before)
    page.add_script_tag(path=ROOT / "templates" / "packs" / "scorm.js")
    assert page.evaluate("told['cmi.core.lesson_status']") == after
    page.close()


def test_the_score_is_what_was_right(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(PAGE)
    page.evaluate(COURSE, "not attempted")
    page.add_script_tag(path=ROOT / "templates" / "packs" / "scorm.js")
    page.locator("[name=q0][value=a]").check()
    page.locator("[name=q1][value=a]").check()
    page.locator("button").click()
    assert page.locator("[data-score]").inner_text() == "1 / 2"
    told = page.evaluate("told")
    assert (told["cmi.core.score.raw"], told["cmi.core.lesson_status"]) == ("50", "completed")
    assert page.locator("fieldset.right").count() == 1
    page.close()
