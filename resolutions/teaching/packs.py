"""Stage: the library -> `dist/packs/`, for the tools of teaching. The table of formats."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from resolutions.analysis.reading_aid import AidReadings
from resolutions.files import write_whole
from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Library
from resolutions.teaching.anki import Anki
from resolutions.teaching.cartridge import Cartridge
from resolutions.teaching.gift import Gift
from resolutions.teaching.glossary import Glossary
from resolutions.teaching.material import languages_of
from resolutions.teaching.pack import Course, Pack
from resolutions.teaching.questions import questions, source_of
from resolutions.teaching.quiz import QuestionBank
from resolutions.teaching.scorm import Scorm

Draw = Callable[[str, dict[str, object]], str]  # a template and what it needs -> HTML


def formats(draw: Draw, templates: Path) -> tuple[Pack, ...]:
    """A new format is a module with a `Pack`, and a line here."""
    return (
        Glossary(),
        QuestionBank(),
        Gift(),
        Scorm(draw, templates),
        Cartridge(),
        Anki(templates),
    )


def course_of(library: Library, catalogue: Catalogue, aids: AidReadings) -> Course:
    """What packs are made of: each text, or an aid where there is none, with its questions."""
    sources = []
    for slug, head in library.heads.items():
        own = {code: each[slug] for code, each in aids.items() if slug in each}
        texts = library.works[slug].texts
        for code, reading in languages_of(texts, own).items():
            if code in catalogue.strings:
                sources.append(source_of(head, reading, code not in texts, catalogue))
    asked = {(each.head.slug, each.language): tuple(questions(each, catalogue)) for each in sources}
    return Course(library, catalogue, tuple(sources), asked)


def write_packs(course: Course, folder: Path, draw: Draw, templates: Path) -> list[str]:
    """Write every pack below a folder; return a line a format: its name, how many files."""
    said = []
    for each in formats(draw, templates):
        count = 0
        for path, content in each.files(course):
            write_whole(folder / path, content)
            count += 1
        said.append(f"{each.name}: {count}")
    return said
