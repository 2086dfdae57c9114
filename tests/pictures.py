"""`make pictures`: the three pictures of README, taken from the built site."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from browser.helpers import ARGUMENTS, CHROMIUM, program, url  # noqa: E402

SIZE = {"width": 1200, "height": 750}
QUALITY = 55  # of the JPEG: a picture has some 80 kB
PICTURES = {
    "instrument": ("en/resolutions/a-res-71-209.html#op37", ".rail [aria-current]"),
    "theme": ("en/themes/wildlife.html", ".item__aid"),
    "search": ("en/search.html?q=money laundering", ".hit"),
}


def take(page: Page, name: str) -> Path:
    """One picture, once what it is to show has come."""
    address, shown = PICTURES[name]
    way, mark, query = address.partition("?")
    page.goto(url(way) + mark + query)
    page.wait_for_selector(shown)
    path = ROOT / "pictures" / f"{name}.jpg"
    page.screenshot(path=path, type="jpeg", quality=QUALITY)
    return path


def main() -> None:
    (ROOT / "pictures").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program("CHROMIUM_PATH", *CHROMIUM), args=ARGUMENTS
        )
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        for name in PICTURES:
            path = take(page, name)
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes")
        browser.close()


if __name__ == "__main__":
    main()
