"""Stage: pages -> files for MkDocs. The only import of jinja2.

A page is a line of JSON as front matter and a block of HTML: text of the UN is never read
as Markdown, where `1. 决定` would become a list and `*` a stress.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from resolutions import urls
from resolutions.models import Catalogue, Page
from resolutions.words import Words

SHELL = "shell."  # the strings of the frame around the page, handed to the theme's overrides


def render(pages: Iterable[Page], words: Words, templates: Path) -> dict[str, str]:
    """The Markdown file of each page, by its path below the language's folder."""
    environment = _environment(templates)
    environment.globals["t"] = words
    shell = {
        key.removeprefix(SHELL): value
        for key, value in words.strings.items()
        if key.startswith(SHELL)
    }
    return {
        page.path.removesuffix(".html") + ".md": _file(page, environment, words, shell)
        for page in pages
    }


def render_root(catalogue: Catalogue, templates: Path) -> dict[str, str]:
    """The files at the root of the site: the choice of a language, a note for the stick."""
    environment = _environment(templates)
    values = {
        "languages": catalogue.interface,
        "strings": catalogue.strings,
        "edition": catalogue.edition,
    }
    return {
        name: environment.get_template(f"root/{name}.jinja").render(values)
        for name in ("index.html", "READ ME.txt")
    }


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
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": False}
    return environment


def _file(page: Page, environment: Environment, words: Words, shell: dict[str, str]) -> str:
    meta = {
        "title": page.title,
        "description": page.description,
        "lang": page.language,
        "section": page.path.split("/")[0].removesuffix(".html"),
        "languages": [
            {
                "code": tongue.code,
                "name": tongue.name,
                "href": urls.relative(f"{page.language}/{page.path}", f"{tongue.code}/{page.path}"),
            }
            for tongue in words.catalogue.interface
        ],
        "shell": shell,
        "edition": {
            "name": words.catalogue.edition.edition,
            "date": words.date(words.catalogue.edition.date),
        },
    }
    body = environment.get_template(page.template).render(page.content, path=page.path)
    front = json.dumps(meta, ensure_ascii=False, sort_keys=True)
    return f"---\n{front}\n---\n{body}"
