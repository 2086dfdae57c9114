from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from .bidi import Firefox
from .helpers import ARGUMENTS, CHROMIUM, PATIENCE, ROOT, SITE, Corpus, program, read_corpus

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session", autouse=True)
def site() -> str:
    if not (SITE / "index.html").is_file():
        pytest.fail(
            f"{SITE.relative_to(ROOT)}/index.html is missing: run `make site` before the tests"
        )
    return SITE.as_uri()


@pytest.fixture(scope="session")
def corpus(site: str) -> Corpus:
    return read_corpus()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = program("CHROMIUM_PATH", *CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A Firefox for the tests of a file."""
    path = program("FIREFOX_PATH", "firefox-esr", "firefox")
    firefox = Firefox(path, tmp_path_factory.mktemp("firefox") / "profile")
    yield firefox
    firefox.close()
