"""The shells of pages: what MkDocs and the theme put around a body. The only caller of MkDocs."""

from __future__ import annotations

import io
import logging
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.theme import Theme

from resolutions.model.catalogue import Tongue
from resolutions.site.shells import MARK

BLANKS = re.compile(r"\s*\n\s*")  # around the lines of a shell, where no blank means anything

Shell = list[str]  # text, then the name of a mark, and so on in turn


def make_shells(
    root: Path, build: Path, tongue: Tongue, markdown: Mapping[str, str]
) -> tuple[dict[str, Shell], str]:
    """Have MkDocs make the shells of a language, by name; with them what went wrong, or ""."""
    docs, made = build / "docs" / tongue.code, build / "shells" / tongue.code
    write_folder({f"{name}.md": text for name, text in markdown.items()}, docs)
    complaint = _mkdocs(root, docs, made, tongue)
    if complaint:
        return {}, complaint
    found = {name: (made / f"{name}.html").read_text(encoding="utf-8") for name in markdown}
    shells = {name: MARK.split(_unindented(text)) for name, text in found.items()}
    lost = [name for name, shell in shells.items() if "body" not in shell[1::2]]
    place = "has no place for the body (overrides/main.html)"
    return shells, f"{tongue.code}: the shell of {lost[0]} {place}" if lost else ""


def fill(shell: Shell, values: Mapping[str, str]) -> str:
    """A shell with what a page has in the place of the marks."""
    return "".join([values[part] if place % 2 else part for place, part in enumerate(shell)])


def write_folder(files: Mapping[str, str], folder: Path) -> list[str]:
    """Make a folder hold these files and no others; return what was written or removed."""
    touched = []
    for path, text in files.items():
        target = folder / path
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
            touched.append(path)
    for stale in sorted(folder.rglob("*")):
        path = stale.relative_to(folder).as_posix()
        if stale.is_file() and path not in files:
            stale.unlink()
            touched.append(path)
    return touched


class _Bare(Theme):
    """The theme without the files that it adds to a site, which takes none of them.

    To go through its 14,000 icons takes longer than to draw the pages.
    """

    def __init__(self, whole: Theme) -> None:
        own = {key: value for key, value in whole.items() if key not in ("name", "locale")}
        super().__init__(whole.name, custom_dir=whole.custom_dir, locale=str(whole.locale), **own)
        self.static_templates = set()

    def get_env(self) -> Any:
        """What draws the pages: it finds a file by its name, and lists none."""
        environment = super().get_env()
        environment.list_templates = lambda **_: []  # type: ignore[method-assign]
        return environment


def _unindented(shell: str) -> str:
    """A shell without the blanks around its lines."""
    return BLANKS.sub("\n", shell)


def _mkdocs(root: Path, docs: Path, site: Path, tongue: Tongue) -> str:
    """Run MkDocs in this process, faster than in one of its own; return its complaint."""
    os.environ.update(UN_LANG=tongue.theme, UN_DOCS=str(docs), UN_SITE=str(site))
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    said = io.StringIO()
    log, handler = logging.getLogger("mkdocs"), logging.StreamHandler(said)
    handler.setLevel(logging.WARNING)
    log.addHandler(handler)
    try:
        config = load_config(str(root / "mkdocs.yml"), strict=True)
        config.theme = _Bare(config.theme)
        build(config)
    except Exception as stopped:  # of MkDocs, and of a slip in overrides/
        said.write(f"{type(stopped).__name__}: {stopped}")
        return f"{tongue.code}: {said.getvalue()[-600:]}"
    finally:
        log.removeHandler(handler)
    return ""
