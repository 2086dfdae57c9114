"""Stage: pages -> what each puts into its shell (`shells`), drawn by its template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

from resolutions.model.catalogue import Edition
from resolutions.model.findings import Reading
from resolutions.model.library import Library, Page
from resolutions.model.records import Key
from resolutions.site.paragraph.aid import aid_view, note_aid
from resolutions.site.shells import shell_of
from resolutions.site.templates import spoken
from resolutions.web import urls
from resolutions.web.strings import Strings


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
    environment = spoken(words, templates)
    for page in pages:
        values = {
            "title": escape(page.title),
            "description": escape(page.description),
            "name": page.path.rpartition("/")[2],
            "canonical": escape(_canonical(page, words.catalogue.edition)),
            "moved": urls.relative(page.path, page.moved) if page.moved else "",
            "body": environment.get_template(page.template).render(page.content, path=page.path),
        }
        yield Rendered(page.path, shell_of(page.path, bool(page.moved)), values)


def fragments(aid: Reading, library: Library, words: Strings, templates: Path) -> Fragments:
    """Each paragraph and note of a reading aid as HTML, for the script that brings it to a page.

    Addresses in it hold on the page of the instrument in every language.
    """
    draw = spoken(words, templates).get_template("macros/text.html.jinja").module.brought  # type: ignore[attr-defined]
    path = urls.resolution(aid.document.slug)
    units = {
        each.key: aid_view(aid, each.key, words, path, library) for each in aid.document.paragraphs
    }
    notes = {each.key: note_aid(each, aid, library, words, path) for each in aid.document.footnotes}
    return Fragments(
        {key: str(draw(view)) for key, view in units.items() if view},
        {key: str(draw(view)) for key, view in notes.items() if view},
    )


def _canonical(page: Page, edition: Edition) -> str:
    """Where the page properly stands on the web, after it moved at its new path; "" on a stick."""
    return edition.address(f"{page.language}/{page.moved or page.path}")
