"""The checker of quotations, on a thousand planted ones: `tests/planted.py`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from conftest import Edition
from playwright.sync_api import Browser, Page

from resolutions.references.style import citations, plain

from .helpers import SITE

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from planted import planted

CHECK = """texts => Promise.all(texts.map(text => window.compendium.check(text)))"""


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Any:
    page = browser.new_page()
    page.goto(f"{site}/zh/check.html")
    yield page
    page.close()


def check(page: Page, *texts: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(CHECK, list(texts))
    return found


def test_planted_quotations_get_the_verdict_they_deserve(page: Page) -> None:
    all_of = planted(json.loads((SITE / "data" / "corpus.json").read_text(encoding="utf-8")))
    found = check(page, *(each.text for each in all_of))
    wrong = [
        (each.kind, each.verdict, told["verdict"], each.text)
        for each, told in zip(all_of, found, strict=True)
        if told["verdict"] != each.verdict
    ]
    assert len(all_of) == 1000
    assert not [each for each in wrong if each[2] == "exact"]
    assert len(wrong) <= 10, (Counter(each[:3] for each in wrong), wrong[:20])


def test_blanks_marks_ellipses_and_numbers_of_paragraphs_do_not_make_a_quotation_another(
    page: Page,
) -> None:
    text = "敦促各会员国政府扩大其捐助来源并增加自愿捐款特别是一般用途捐款"
    ways = (
        text, f"“{text}。”", f" 「{text}」 ", " ".join(text), f"46. {text}；",
        "敦促各会员国政府扩大其捐助来源……特别是一般用途捐款", "……捐助来源并增加自愿捐款[…]一般用途捐款……",
    )  # fmt: skip
    for told in check(page, *ways):
        assert told["verdict"] == "exact"
        assert "a-res-68-193#op46" in [each["place"] for each in told["places"]]


def test_what_differs_is_told(page: Page) -> None:
    (told,) = check(page, "敦促各会员国政府扩大其捐助来源并减少自愿捐款特别是一般用途捐款")
    assert told["verdict"] == "near"
    assert told["places"][0]["score"] > 0.9
    assert [each for each in told["differences"] if each[0] != "same"] == [
        ["dropped", "增加"],
        ["added", "减少"],
    ]


def test_what_comes_near_a_reading_aid_is_told_from_a_text_and_never_cited(
    page: Page, browser: Browser, site: str
) -> None:
    words = "by broadening its donor base and reducing voluntary contributions, in particular general-purpose contributions"
    (told,) = check(page, words)
    assert told["verdict"] == "near"
    assert all(each["aid"] for each in told["places"])
    assert told["places"][0]["place"] == "a-res-68-193#op46"  # before the draft that says the same
    own = browser.new_page()
    own.goto(f"{site}/en/check.html?q={words}")
    own.wait_for_selector("[data-found] li")
    lines = own.locator("[data-found] li").all_inner_texts()
    assert all("Reading aid, not a UN text" in line for line in lines)
    assert own.locator(".check__reference").count() == 0
    own.close()


def test_paragraphs_in_a_row_are_one_quotation(page: Page) -> None:
    (told,) = check(
        page,
        "49. 请秘书长向大会第六十九届会议提交报告，说明联合国预防犯罪和刑事司法方案的任务执行情况，并阐述新出现的"
        "政策问题和可能的对策；\n50. 又请秘书长在上文第 49 段所述报告中载列资料",
    )
    assert (told["verdict"], told["places"][0]["place"]) == ("exact", "a-res-68-193#op49")


def test_too_short_is_said(page: Page) -> None:
    for told in check(page, "会员国", "请秘书长。", "Member States"):
        assert (told["verdict"], told["short"], told["places"]) == ("none", True, [])


def test_a_draft_leads_to_what_was_adopted(page: Page) -> None:
    (told,) = check(page, "震惊地注意到有组织犯罪集团日益涉足所有各种形式和方面的贩运文化财产")
    assert (told["verdict"], told["places"][0]["place"]) == ("draft", "a-c-3-68-l-18#pp11")
    assert told["adopted"]["place"] == "a-res-68-193#pp15"


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_the_page_says_the_verdict_and_leads_to_the_place(
    browser: Browser, site: str, language: str
) -> None:
    page = browser.new_page()
    page.goto(f"{site}/{language}/check.html")
    page.fill("textarea", "深为关切与性别有关的杀害妇女和女童行为")
    page.press("textarea", "Tab")
    page.press("button[type=submit]:focus", "Enter")
    page.wait_for_selector("[data-verdict][data-state=draft]")
    assert page.locator("[data-found] li a").first.get_attribute("href") == (
        "resolutions/a-c-3-68-l-18.html#pp6"
    )
    page.reload()  # the quotation stands in the address
    page.wait_for_selector("[data-verdict][data-state=draft]")
    page.close()


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_each_place_is_cited_as_the_build_cites_it(
    browser: Browser, site: str, real: Edition, language: str
) -> None:
    page = browser.new_page()
    wanted = {
        "a-c-3-68-l-18#pp6": "深为关切与性别有关的杀害妇女和女童行为",
        "a-res-71-209#op31": "鼓励会员国确保在调查和起诉偷运移民行为的过程中",
    }
    for place, words in wanted.items():
        slug, key = place.split("#")
        page.goto(f"{site}/{language}/check.html?q={words}")
        own = next(
            each
            for each in citations(real.library.heads[slug], real.catalogue)
            if (each.style, each.language) == ("un", language)
        )
        page.wait_for_selector(".check__reference")
        assert page.locator(".check__reference").first.inner_text() == plain(own.of(key))
    page.close()
