from __future__ import annotations

from dataclasses import replace

from conftest import REPOSITORY, Edition

from resolutions import models
from resolutions.compose import compose
from resolutions.pages.parts import by, counted, cut
from resolutions.problems import Report
from resolutions.render import render
from resolutions.words import Words

YEARS = {"2036": 3, "2035": 1}


def test_a_small_corpus_is_never_cut() -> None:
    (part,) = cut("themes/a.html", YEARS, large=False)
    assert (part.path, part.keys, part.links) == ("themes/a.html", ("2036", "2035"), ())


def test_a_page_that_is_cut_shows_the_first_part_and_leads_to_all() -> None:
    parts = cut("themes/a.html", YEARS, large=True)
    assert [(part.path, part.keys) for part in parts] == [
        ("themes/a.html", ("2036",)),
        ("themes/a-2036.html", ("2036",)),
        ("themes/a-2035.html", ("2035",)),
    ]
    assert [[link.href for link in part.links] for part in parts] == 3 * [
        ["a-2036.html", "a-2035.html"]
    ]
    assert [link.current for link in parts[2].links] == [False, True]
    assert [link.count for link in parts[0].links] == [3, 1]


def test_groups_keep_the_order_in_which_their_items_come() -> None:
    groups = by([("b", 1), ("a", 2), ("b", 3)])
    assert groups == {"b": [1, 3], "a": [2]}
    assert list(counted(groups).items()) == [("b", 2), ("a", 1)]


def test_every_way_on_the_pages_of_a_large_corpus_leads_to_a_page(toy: Edition) -> None:
    first = next(iter(toy.library.heads))
    small = models.FEW
    try:
        models.FEW = 0
        library = replace(toy.library)
        words = Words("zh", toy.catalogue, large=True)
        pages = compose(library, words, toy.accounts, list(toy.silent), {}, Report())
        bodies = {each.path: each.body for each in render(pages, words, REPOSITORY / "templates")}
    finally:
        models.FEW = small
    year = toy.library.heads[first].document.year
    assert {f"themes/corruption-{year}.html", f"resolutions/index-{year}.html"} <= bodies.keys()
    assert dead(bodies) == []


def dead(bodies: dict[str, str]) -> list[str]:
    import posixpath
    import re

    found = []
    for path, body in bodies.items():
        for href in re.findall(r'href="([^"]+)"', body):
            target, _, anchor = href.partition("#")
            if "://" in target or target.startswith("../../"):
                continue
            page = posixpath.normpath(posixpath.join(posixpath.dirname(path), target or posixpath.basename(path)))  # fmt: skip
            if page not in bodies or (anchor and f'id="{anchor}"' not in bodies[page]):
                found.append(f"{path} -> {href}")
    return found
