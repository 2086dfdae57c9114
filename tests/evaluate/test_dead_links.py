"""A site with a link of every kind, right and wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from resolutions.evaluate.dead_links import look, main

PAGE = '<!doctype html><title>x</title><p id=here>{}<ul><li id="a/b">one<li>two</ul>'
RIGHT = (
    "#here", "other.html", "other.html#here", "../en/x.html#a%2Fb", "../a.js", "../ru/%D0%B0.html",
    "https://docs.un.org/en/A/RES/1", "?q=x", "search.html?q=x&instrument=a-res-1",
)  # fmt: skip
WRONG = (
    "#gone", "gone.html", "other.html#gone", "../../x.html", "http://un.org/", "//un.org/x",
    "mailto:a", "search.html?instrument=a-res-2", "#",
)  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    right = "".join(f'<a href="{each}">a</a>' for each in RIGHT)
    for name in ("en/x.html", "en/other.html", "en/search.html", "ru/а.html", "a.js"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE.format(right), encoding="utf-8")
    (tmp_path / "ru" / "а.html").write_text(PAGE.format(""), encoding="utf-8")
    (tmp_path / "en" / "resolutions").mkdir()
    (tmp_path / "en" / "resolutions" / "a-res-1.html").write_text(PAGE.format(""), "utf-8")
    return tmp_path


def test_right_links_are_alive(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = "<link rel=canonical href=https://example.org/en/x.html>"
    (site / "en" / "a.html").write_text(PAGE.format(home), encoding="utf-8")
    assert look(site).dead == []
    monkeypatch.setattr("sys.argv", ["dead_links", str(site)])
    assert main() == 0


@pytest.mark.parametrize("link", WRONG)
def test_a_wrong_one_is_named_with_its_page(
    link: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = site / "en" / "x.html"
    page.write_text(PAGE.format(f'<a href="{link}">a</a>'), encoding="utf-8")
    assert look(site).dead == [f"en/x.html: {link}"]
    monkeypatch.setattr("sys.argv", ["dead_links", str(site)])
    assert main() == 1


def test_what_a_page_loads_comes_from_the_site(site: Path) -> None:
    (site / "en" / "x.html").write_text(PAGE.format("<script src=https://un.org/x></script>"))
    assert look(site).dead == ["en/x.html: https://un.org/x"]
