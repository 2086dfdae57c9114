"""Stage: pages -> files for MkDocs. The only import of jinja2.

A page is two files: Markdown that holds nothing but a line of JSON as front matter, and the
body in HTML, which the shell includes. Text of the UN is never read as Markdown, where `1. 决定`
would become a list and `*` a stress, nor as a template.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from resolutions import urls
from resolutions.models import Catalogue, Page
from resolutions.words import Words

# A run of Chinese with the marks and figures inside it: 第 64/293 号, 《公约》
HAN_RUN = re.compile(r"([《“]?[㐀-鿿](?:[㐀-鿿，、：；。《》“”（）·]|[\d /.-]+(?=[㐀-鿿]))*)")
SHELL = "shell."  # the strings of the frame around the page, handed to the theme's overrides


class Rendered(NamedTuple):
    """The two files of a page, below its language in `docs` and in `overrides/bodies`."""

    path: str  # of the page
    markdown: str
    body: str


def render(pages: Iterable[Page], words: Words, templates: Path) -> Iterator[Rendered]:
    """Both files of each page."""
    environment = _environment(templates)
    environment.globals["t"] = words
    shell = {
        key.removeprefix(SHELL): value
        for key, value in words.strings.items()
        if key.startswith(SHELL)
    }
    for page in pages:
        yield Rendered(page.path, _front(page, words, shell), _body(page, environment))


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
    environment.filters["runs"] = runs
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": False}
    return environment


def runs(text: str) -> list[tuple[str, bool]]:
    """A text cut into runs, each with whether it is Chinese."""
    pieces = HAN_RUN.split(text)
    return [(piece, number % 2 == 1) for number, piece in enumerate(pieces) if piece]


def _body(page: Page, environment: Environment) -> str:
    body = environment.get_template(page.template).render(page.content, path=page.path)
    return "{% raw %}" + body.replace("{% endraw", "{&#37; endraw") + "{% endraw %}"


def _front(page: Page, words: Words, shell: dict[str, str]) -> str:
    meta = {
        "body": f"bodies/{page.language}/{page.path}",
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
    return f"---\n{json.dumps(meta, ensure_ascii=False, sort_keys=True)}\n---\n"
