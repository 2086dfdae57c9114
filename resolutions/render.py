"""Stage: pages -> files for MkDocs. The only import of jinja2.

A page is two files: Markdown that holds nothing but a line of JSON as front matter, of which
MkDocs makes the shell of the page, and the body in HTML, which `publish` puts into the shell. Text
of the UN is never read as Markdown, where `1. 决定` would become a list and `*` a stress, nor as a
template.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Macro

from resolutions import urls
from resolutions.models import Catalogue, Edition, Language, Page
from resolutions.words import Words

# Runs of another script in prose of ours, with the marks and figures inside them.
SCRIPT_RUN = re.compile(
    # 第 64/293 号, 《公约》
    r"(?P<zh>[《“]?[㐀-鿿](?:[㐀-鿿，、：；。《》“”（）·]|[\d /.-]+(?=[㐀-鿿]))*)"
    r"|(?P<ar>[\u0600-\u06ff](?:[\s\d«».-]*[\u0600-\u06ff])*)"
    r"|(?P<ru>[Ѐ-ӿ](?:[\s\d«»№,.-]*[Ѐ-ӿ])*)"
)
BODY = "[[the body of the page]]"  # stands in a shell where the body is put
SHELL = "shell."  # the strings of the frame around the page, handed to the theme's overrides


class Rendered(NamedTuple):
    """The two files of a page, below its language in `docs` and in `build/bodies`."""

    path: str  # of the page
    markdown: str
    body: str


def render(pages: Iterable[Page], words: Words, templates: Path) -> Iterator[Rendered]:
    """Both files of each page."""
    environment = _environment_of(words, templates)
    shell = {
        key.removeprefix(SHELL): value
        for key, value in words.strings.items()
        if key.startswith(SHELL)
    }
    for page in pages:
        yield Rendered(page.path, _front(page, words, shell), _body(page, environment))


def render_root(catalogue: Catalogue, paths: Iterable[str], templates: Path) -> dict[str, str]:
    """The files at the root of the site: the choice of a language, a note for the stick.

    With an address on the web also a map of the pages, `paths` below any language.
    """
    environment = _environment(templates)
    values = {
        "languages": catalogue.interface,
        "strings": catalogue.strings,
        "edition": catalogue.edition,
    }
    names = ["index.html", "go.html", "READ ME.txt"]
    if catalogue.edition.base_url:
        names.append("sitemap.xml")
        moved = {move.old for move in catalogue.moves} | {urls.GO}
        values["paths"] = sorted(set(paths) - moved, key=lambda path: (path.count("/"), path))
    files = {name: environment.get_template(f"root/{name}.jinja").render(values) for name in names}
    return {name: _plain(text) if name.endswith(".txt") else text for name, text in files.items()}


def _plain(text: str) -> str:
    """A text as every editor reads it, that of an old Windows too: marked UTF-8, CR LF."""
    return "\ufeff" + text.replace("\n", "\r\n")


@lru_cache(maxsize=8)  # the languages: a template is compiled once, not for every few pages
def _environment_of(words: Words, templates: Path) -> Environment:
    environment = _environment(templates)
    environment.globals["t"] = words
    environment.globals["once"] = lru_cache(maxsize=5000)(_drawn)
    return environment


def _drawn(macro: Macro, *values: object) -> str:
    """What a macro makes of some values; `once` keeps it for the many paragraphs alike in them."""
    return macro(*values)


def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=lambda name: not (name or "").endswith(".txt.jinja"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["urls"] = urls
    environment.filters["runs"] = runs
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": False}
    return environment


def runs(text: str) -> Iterator[tuple[str, Language]]:
    """A text cut into runs, each with the language its script tells, "" where none does."""
    end = 0
    for run in SCRIPT_RUN.finditer(text):
        if run.start() > end:
            yield text[end : run.start()], ""
        yield run[0], run.lastgroup or ""
        end = run.end()
    if text[end:]:
        yield text[end:], ""


def _body(page: Page, environment: Environment) -> str:
    return environment.get_template(page.template).render(page.content, path=page.path)


def _canonical(page: Page, edition: Edition) -> str:
    """Where the page properly stands: on the web, and after it moved at its new path."""
    path = page.moved or page.path
    if page.moved and not edition.base_url:
        return urls.relative(page.path, path)
    return edition.address(f"{page.language}/{path}")


def _front(page: Page, words: Words, shell: dict[str, str]) -> str:
    meta = {
        "body": BODY,
        "title": page.title,
        "description": page.description,
        "lang": page.language,
        "section": page.path.split("/")[0].removesuffix(".html"),
        "languages": [
            {
                "code": tongue.code,
                "name": tongue.name,
                "dir": tongue.dir,
                "href": urls.relative(f"{page.language}/{page.path}", f"{tongue.code}/{page.path}"),
            }
            for tongue in words.catalogue.interface
        ],
        "shell": shell,
        "moved": urls.relative(page.path, page.moved) if page.moved else "",
        "canonical": _canonical(page, words.catalogue.edition),
        "edition": {
            "name": words.catalogue.edition.edition,
            "date": words.date(words.catalogue.edition.date),
        },
    }
    return f"---\n{json.dumps(meta, ensure_ascii=False, sort_keys=True)}\n---\n"
