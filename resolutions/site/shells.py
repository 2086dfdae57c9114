"""The shells of a language: for each kind of page in each folder the file that MkDocs draws once.

A shell serves all pages of a kind in a folder. Its file is Markdown that holds nothing but a line
of JSON as front matter, with marks where pages differ; `publish` puts what each page has, the body
too, in the place of the marks. Text of the UN is never read as Markdown, where `1. 决定` would
become a list and `*` a stress, nor as a template.
"""

from __future__ import annotations

import json
import re

from resolutions.web import urls
from resolutions.web.glossary import concorded
from resolutions.web.strings import Strings

SHELL = "shell."  # the strings of the frame around the page, handed to the theme's overrides
MARKS = ("title", "description", "name", "canonical", "moved", "body")  # where pages differ
MARK = re.compile(rf"\[\[({'|'.join(MARKS)})\]\]")
# A page of every kind that there is; what is not in a folder is a kind by itself.
KINDS = (
    *(
        urls.HOME,
        urls.SEARCH,
        urls.SELFTEST,
        urls.CHECK,
        urls.HANDOUT,
        urls.ASKED,
        urls.AGREED,
        urls.GO,
        urls.MATRIX,
    ),
    *(urls.RESOLUTIONS, urls.THEMES, urls.CITED, urls.TERMS, urls.COMPARE, urls.ABOUT),
)


def shell_of(path: str, moved: bool = False) -> str:
    """The shell of a page: its folder's, else its own; that of a page that moved is another."""
    folder, _, name = path.rpartition("/")
    if folder or moved:
        return f"{folder}/{'moved' if moved else 'shell'}".lstrip("/")
    return name.removesuffix(".html").partition("-")[0]  # matrix-2019.html


def shells(words: Strings) -> dict[str, str]:
    """The Markdown of every shell of a language."""
    made = {shell_of(path): _front(path, words, False) for path in KINDS}
    moved = [move.old for move in words.catalogue.moves]
    if words.language not in concorded(words.catalogue):
        moved += [urls.term(each.id) for each in words.catalogue.terms.values() if each.page]
    made |= {shell_of(path, True): _front(path, words, True) for path in moved}
    return made


def _front(path: str, words: Strings, moved: bool) -> str:
    """The front matter of the shell that a page has."""
    edition = words.catalogue.edition
    marked = f"{path.rpartition('/')[0]}/[[name]]".lstrip("/")
    meta = {
        "body": "[[body]]",
        "title": "[[title]]",
        "description": "[[description]]",
        "lang": words.language,
        "section": path.split("/")[0].removesuffix(".html"),
        "languages": [
            {
                "code": tongue.code,
                "name": tongue.name,
                "dir": tongue.dir,
                "href": urls.relative(f"{words.language}/{marked}", f"{tongue.code}/{marked}"),
            }
            for tongue in words.catalogue.interface
        ],
        "shell": {
            key.removeprefix(SHELL): value
            for key, value in words.strings.items()
            if key.startswith(SHELL)
        },
        "moved": "[[moved]]" if moved else "",
        "canonical": "[[canonical]]" if edition.base_url else "",
        "edition": {"name": edition.edition, "date": words.date(edition.date)},
    }
    return f"---\n{json.dumps(meta, ensure_ascii=False, sort_keys=True)}\n---\n"
