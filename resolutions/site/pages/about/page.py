"""The pages about the edition, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from babel import Locale

from resolutions.model.library import Library, Page
from resolutions.readers.account import Account
from resolutions.site.pages.about.audit import audit
from resolutions.site.pages.about.errata import errata
from resolutions.site.pages.about.sources import parts_of_sources
from resolutions.site.pages.home import numbers
from resolutions.web import urls
from resolutions.web.strings import Strings


def about_pages(
    library: Library, words: Strings, accounts: Sequence[Account], silent: list[str]
) -> Iterator[Page]:
    """The four pages about the edition; that of the sources of a large corpus in parts."""
    yield _page(urls.ABOUT, "about", words, _about(library, words))
    for path, content in parts_of_sources(library, words, accounts):
        yield _page(path, "sources", words, content)
    yield _page(urls.ERRATA, "errata", words, errata(library, words))
    yield _page(urls.AUDIT, "audit", words, {"audit": audit(library, words, silent)})


def _about(library: Library, words: Strings) -> dict[str, object]:
    held = {code for head in library.heads.values() for code in head.sides}
    called = Locale.parse(words.language).languages
    names = [called[each.code] for each in words.catalogue.languages if each.code in held]
    return {
        "edition": words.catalogue.edition,
        "numbers": {**numbers(library, words), "languages": words("comma").join(names)},
    }


def _page(path: str, name: str, words: Strings, content: dict[str, object]) -> Page:
    return Page(
        path=path,
        template=f"{name}.html.jinja",
        language=words.language,
        title=words(f"nav.{name}"),
        description=words("site.description"),
        content=content,
    )
