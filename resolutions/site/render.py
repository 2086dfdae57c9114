"""Stage: pages -> bodies, and the files MkDocs makes shells of. The only import of jinja2.

A shell serves all pages of a kind in a folder. Its file is Markdown that holds nothing but a line
of JSON as front matter, with marks where pages differ; `publish` puts what each page has, the body
too, in the place of the marks. Text of the UN is never read as Markdown, where `1. 决定` would
become a list and `*` a stress, nor as a template.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Macro

from resolutions.model.catalogue import Catalogue, Edition, Tongue
from resolutions.model.findings import Reading
from resolutions.model.library import Library, Page
from resolutions.model.records import Key, Language
from resolutions.site.paragraph.aid import aid_view, note_aid
from resolutions.web import urls
from resolutions.web.glossary import concorded
from resolutions.web.strings import Strings

# Runs of another script in prose of ours, with the marks and figures inside them.
SCRIPT_RUN = re.compile(
    # 第 64/293 号, 《公约》
    r"(?P<zh>[《“]?[㐀-鿿](?:[㐀-鿿，、：；。《》“”（）·]|[\d /.-]+(?=[㐀-鿿]))*)"
    r"|(?P<ar>[\u0600-\u06ff](?:[\s\d«».-]*[\u0600-\u06ff])*)"
    r"|(?P<ru>[Ѐ-ӿ](?:[\s\d«»№,.-]*[Ѐ-ӿ])*)"
)
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


class Fragments(NamedTuple):
    """A reading aid as HTML, by the keys of paragraphs and of notes."""

    units: dict[Key, str]
    notes: dict[Key, str]


class Rendered(NamedTuple):
    """A page below its language: where it goes, its shell, and what stands at the marks there."""

    path: str
    shell: str
    values: dict[str, str]  # by mark, as HTML

    @property
    def body(self) -> str:
        """What is between the head and the foot of the page."""
        return self.values["body"]


def render(pages: Iterable[Page], words: Strings, templates: Path) -> Iterator[Rendered]:
    """What each page puts into its shell."""
    environment = _environment_of(words, templates)
    for page in pages:
        values = {
            "title": escape(page.title),
            "description": escape(page.description),
            "name": page.path.rpartition("/")[2],
            "canonical": escape(_canonical(page, words.catalogue.edition)),
            "moved": urls.relative(page.path, page.moved) if page.moved else "",
            "body": _body(page, environment),
        }
        yield Rendered(page.path, shell_of(page.path, bool(page.moved)), values)


def fragments(aid: Reading, library: Library, words: Strings, templates: Path) -> Fragments:
    """Each paragraph and note of a reading aid as HTML, for the script that brings it to a page.

    Addresses in it hold on the page of the instrument in every language.
    """
    draw = _environment_of(words, templates).get_template("macros/text.html.jinja").module.brought  # type: ignore[attr-defined]
    path = urls.resolution(aid.document.slug)
    units = {
        each.key: aid_view(aid, each.key, words, path, library) for each in aid.document.paragraphs
    }
    notes = {each.key: note_aid(each, aid, library, words, path) for each in aid.document.footnotes}
    return Fragments(
        {key: str(draw(view)) for key, view in units.items() if view},
        {key: str(draw(view)) for key, view in notes.items() if view},
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
        proper = sorted(
            set(paths) - moved, key=lambda path: (path.count("/"), path != urls.HOME, path)
        )
        values["paths"] = [(path, _held_in(path, catalogue)) for path in proper]
    files = {name: environment.get_template(f"root/{name}.jinja").render(values) for name in names}
    return {
        name: _for_windows(text) if name.endswith(".txt") else text for name, text in files.items()
    }


def drawer(templates: Path) -> Callable[[str, dict[str, object]], str]:
    """What draws a template by itself: its path, and what it needs."""
    environment = _environment(templates)

    def draw(template: str, values: dict[str, object]) -> str:
        return environment.get_template(template).render(values)

    return draw


def _for_windows(text: str) -> str:
    """A text as every editor reads it, that of an old Windows too: marked UTF-8, CR LF."""
    return "\ufeff" + text.replace("\n", "\r\n")


@lru_cache(maxsize=8)  # the languages: a template is compiled once, not for every few pages
def _environment_of(words: Strings, templates: Path) -> Environment:
    environment = _environment(templates)
    environment.globals["t"] = words
    environment.globals["once"] = lru_cache(maxsize=5000)(_drawn)
    return environment


def _drawn(macro: Macro, *values: object) -> str:
    """What a macro makes of some values; `once` keeps it for the many paragraphs alike in them."""
    return macro(*values)


class _Compiled(BytecodeCache):
    """The code of templates that were compiled, for the environments of the other languages."""

    def __init__(self) -> None:
        self.codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.codes:
            bucket.bytecode_from_string(self.codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[bucket.key] = bucket.bytecode_to_string()


COMPILED = _Compiled()


def compile_templates(templates: Path) -> None:
    """Compile every template once, before workers are forked that would each compile it again."""
    environment = _environment(templates)
    for name in environment.list_templates(extensions=["jinja"]):
        environment.get_template(name)


def _environment(templates: Path) -> Environment:
    environment = Environment(
        bytecode_cache=COMPILED,
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


def _held_in(path: str, catalogue: Catalogue) -> list[Tongue]:
    """The languages in which a page is more than the way to another: see `web/glossary.py`."""
    terms = {urls.term(each.id) for each in catalogue.terms.values() if each.page}
    held = concorded(catalogue)
    return [each for each in catalogue.interface if path not in terms or each.code in held]


def _canonical(page: Page, edition: Edition) -> str:
    """Where the page properly stands: on the web, and after it moved at its new path."""
    path = page.moved or page.path
    if page.moved and not edition.base_url:
        return urls.relative(page.path, path)
    return edition.address(f"{page.language}/{path}")


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
        "canonical": "[[canonical]]" if moved or edition.base_url else "",
        "edition": {"name": edition.edition, "date": words.date(edition.date)},
    }
    return f"---\n{json.dumps(meta, ensure_ascii=False, sort_keys=True)}\n---\n"
