"""The pages that lead on: `go.html?p=<slug>.<key>`, and what stands where a page stood before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resolutions.model.library import Library, Page
from resolutions.model.problems import Report
from resolutions.model.records import Language
from resolutions.web import urls
from resolutions.web.long import keys_of_long
from resolutions.web.strings import Strings

REDIRECTS = "data/redirects.yml"


def go_page(library: Library, words: Strings) -> Page:
    """The page that turns a query into a paragraph, for programs that cut an address at `#`."""
    moved = [urls.slug(move.old) for move in words.catalogue.moves]
    return Page(
        path=urls.GO,
        template="go.html.jinja",
        language=words.language,
        title=words("go.title"),
        description=words("go.lead"),
        content={
            "slugs": by_stem([*library.heads, *filter(None, moved)]),
            "pages": keys_of_long(library),
        },
    )


def by_stem(slugs: Iterable[str]) -> dict[str, str]:
    """Slugs told short: `a-res-71-209` and `a-res-71-210` are `a-res-71`: "209 210"."""
    stems: dict[str, list[str]] = {}
    for slug in slugs:
        stem, _, last = slug.rpartition("-")
        stems.setdefault(stem, []).append(last)
    return {stem: " ".join(lasts) for stem, lasts in stems.items()}


def moved_pages(named: Mapping[str, tuple[str, str]], words: Strings, report: Report) -> list[Page]:
    """A page for every address that `redirects.yml` gives up; what does not fit is reported.

    `named`: the title and the description of each page, by its path.
    """
    made: dict[str, Page] = {}
    for move in words.catalogue.moves:
        new = named.get(move.new)
        if move.old in named:
            message = f"`{move.old}` is still a page"
            report.error(REDIRECTS, move.line, "redirect-of-page", message, "take the entry out")
        elif new is None:
            message = f"`{move.new}` is no page"
            report.error(REDIRECTS, move.line, "redirect-to-nowhere", message, "correct `to`")
        else:
            made[move.old] = moved_page(move.old, move.new, *new, words.language)
    return list(made.values())


def moved_page(old: str, new: str, title: str, description: str, language: Language) -> Page:
    """A page that leads on to another, `new` with an anchor if need be."""
    return Page(
        path=old,
        template="moved.html.jinja",
        language=language,
        title=title,
        description=description,
        content={"title": title, "href": urls.relative(old, new)},
        moved=new,
    )
