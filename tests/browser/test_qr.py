"""The QR codes that the browser draws, beside those of segno, module for module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import segno
from playwright.sync_api import Browser, Page
from segno import consts, encoder

from .helpers import ROOT

LONG = "第37段 https://docs.un.org/zh/A/RES/71/209 " * 60
# Lengths in bytes: small versions, the step to longer headers, several sizes of blocks, the end.
SIZES = (*range(3, 190, 17), 213, 214, 400, 1100, 2331)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.evaluate("() => { window.edition = {}; }")
    page.add_script_tag(path=ROOT / "docs" / "assets" / "take" / "qr.js")
    yield page
    page.close()


def no_more_than_needed(buff: list[int], version: int | None, length: int) -> None:
    """Bits to the end of a codeword, none where it ends already (ISO/IEC 18004, 7.4.10).

    segno 1.6.6 adds eight there, which readers skip; everything else is compared as it makes it.
    """
    assert version not in (consts.VERSION_M1, consts.VERSION_M3)
    buff.extend([0] * (-length % 8))


def rows_of(text: str, mask: int) -> list[list[int]]:
    made = segno.make(
        text, micro=False, error="m", mode="byte", encoding="utf-8", boost_error=False, mask=mask
    )
    return [list(row) for row in made.matrix]


def test_a_code_is_that_of_segno_under_one_of_the_masks(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder, "write_padding_bits", no_more_than_needed)
    for size in SIZES:
        text = LONG.encode()[:size].decode(errors="ignore")
        found = page.evaluate("text => edition.qr.code(text)", text)
        assert found in [rows_of(text, mask) for mask in range(8)], size


def test_each_mask_is_that_of_segno(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "write_padding_bits", no_more_than_needed)
    for mask in range(8):
        found = page.evaluate("([text, mask]) => edition.qr.code(text, mask)", [LONG[:70], mask])
        assert found == rows_of(LONG[:70], mask), mask


def test_what_is_too_long_has_no_code(page: Page) -> None:
    assert page.evaluate("edition.qr.code('x'.repeat(2332))") is None
    assert page.evaluate("edition.qr.drawing('x'.repeat(2332))") == ""
