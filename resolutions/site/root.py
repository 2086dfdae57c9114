"""The files at the root of the site, above the languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from resolutions.model.catalogue import Catalogue, Tongue
from resolutions.site.templates import environment_of
from resolutions.web import urls
from resolutions.web.glossary import concorded

PART = re.compile(r"-[^-]*\.html$")  # terms/corruption|-2021.html: see `urls.part`


def render_root(catalogue: Catalogue, paths: Iterable[str], templates: Path) -> dict[str, str]:
    """The files at the root of the site: the choice of a language, a note for the stick.

    With an address on the web also a map of the pages, `paths` below any language.
    """
    environment = environment_of(templates)
    values = {
        "languages": catalogue.interface,
        "strings": catalogue.strings,
        "edition": catalogue.edition,
    }
    names = ["index.html", "go.html", "READ ME.txt"]
    if catalogue.edition.base_url:
        names.append("sitemap.xml")
        moved = {move.old for move in catalogue.moves} | {urls.GO}
        proper = sorted(
            set(paths) - moved, key=lambda path: (path.count("/"), path != urls.HOME, path)
        )
        values["paths"] = [(path, _held_in(path, catalogue)) for path in proper]
    files = {name: environment.get_template(f"root/{name}.jinja").render(values) for name in names}
    return {
        name: _for_windows(text) if name.endswith(".txt") else text for name, text in files.items()
    }


def _for_windows(text: str) -> str:
    """A text as every editor reads it, that of an old Windows too: marked UTF-8, CR LF."""
    return "\ufeff" + text.replace("\n", "\r\n")


def _held_in(path: str, catalogue: Catalogue) -> list[Tongue]:
    """The languages in which a page is more than the way to another: see `web/glossary.py`."""
    terms = {urls.term(each.id) for each in catalogue.terms.values() if each.page}
    held = concorded(catalogue)
    of_term = path in terms or PART.sub(".html", path) in terms
    return [each for each in catalogue.interface if not of_term or each.code in held]
