"""The templates of the pages, ready to be drawn. The only import of jinja2."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Macro

from resolutions.site.runs import runs
from resolutions.web import urls
from resolutions.web.strings import Strings


def drawer(templates: Path) -> Callable[[str, dict[str, object]], str]:
    """What draws a template by itself: its path, and what it needs."""
    environment = environment_of(templates)

    def draw(template: str, values: dict[str, object]) -> str:
        return environment.get_template(template).render(values)

    return draw


@lru_cache(maxsize=8)  # the languages: a template is compiled once, not for every few pages
def spoken(words: Strings, templates: Path) -> Environment:
    """The templates in the words of a language, kept."""
    environment = environment_of(templates)
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
    environment = environment_of(templates)
    for name in environment.list_templates(extensions=["jinja"]):
        environment.get_template(name)


def environment_of(templates: Path) -> Environment:
    """The templates of a folder; what they say needs a language: see `spoken`."""
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
