from __future__ import annotations

import pytest

from .helpers import ROOT, SITE, Corpus, read_corpus


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
