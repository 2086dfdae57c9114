"""`scorm/<lang>/<name>.zip`: SCORM 1.2, a package an instrument and one a theme.

Passages and questions; `templates/packs/scorm.js` tells the course status and score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from resolutions.model.records import Language
from resolutions.teaching.pack import Course, Pack, Packs, child, xml, zipped
from resolutions.teaching.questions import Question, Source
from resolutions.web.strings import Strings

MOST = 20  # questions of a package
PASSAGES = 40  # of a theme
READ = ("preambular", "operative", "lettered", "annexed", "heading", "title", "enacting")
XML = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"


class Passage(NamedTuple):
    """A paragraph and how it is cited."""

    text: str
    source: str


class Asked(NamedTuple):
    """A question as the page has it; `options`: value and words."""

    number: int
    place: str
    text: str
    right: str
    options: tuple[tuple[str, str], ...]


class Scorm(Pack):
    """Packages for any course that reads SCORM 1.2."""

    name = "scorm"

    def __init__(self, draw: Callable[[str, dict[str, object]], str], templates: Path) -> None:
        self.draw, self.script = draw, (templates / "packs" / "scorm.js").read_bytes()

    def files(self, course: Course) -> Packs:
        """A package an instrument, then one a theme, in each language of the texts."""
        for source in course.sources:
            own = course.questions.get((source.head.slug, source.language), ())
            passages = [Passage(each.text, source.of[each.key]) for each in source.units]
            path = f"scorm/{source.language}/{source.head.slug}.zip"
            yield path, self._package(path, source.title, source, passages, own, course)
        for language in course.languages():
            yield from self._themes(language, course)

    def _themes(self, language: Language, course: Course) -> Packs:
        words = Strings(language, course.catalogue)
        own = {each.head.slug: each for each in course.sources if each.language == language}
        for theme, name in words.themes.items():
            found = list(_focus(theme, own, course))[:PASSAGES]
            if found:
                asked = [each for _, _, some in found for each in some]
                path = f"scorm/{language}/theme-{theme}.zip"
                passages = [Passage(text, cited) for text, cited, _ in found]
                source = next(iter(own.values()))
                yield path, self._package(path, name, source, passages, asked, course)

    def _package(
        self,
        path: str,
        title: str,
        source: Source,
        passages: list[Passage],
        questions: tuple[Question, ...] | list[Question],
        course: Course,
    ) -> bytes:
        words = Strings(source.language, course.catalogue)
        page = self.draw(
            "packs/scorm.html.jinja",
            {
                "language": source.language,
                "dir": words.direction(source.language),
                "title": title,
                "aid": words("aid.mark") if source.aid else "",
                "passages": passages,
                "questions": list(_asked(questions, words)),
                "button": words("check.go"),
                "foot": words("shell.unofficial"),
            },
        )
        name = Path(path).stem
        files = [
            ("imsmanifest.xml", _manifest(f"{name}-{source.language}", title)),
            ("index.html", page.encode()),
            ("scorm.js", self.script),
        ]
        return zipped(files)


def _focus(
    theme: str, own: dict[str, Source], course: Course
) -> Iterator[tuple[str, str, list[Question]]]:
    """What a theme is mainly about, the newest texts first, and the questions on it."""
    places = [p for p, strength in course.library.by_theme.get(theme, ()) if strength == "focus"]
    places.sort(key=lambda each: -course.library.heads[each.slug].document.year)
    for place in places:
        source = own.get(place.slug)
        unit = source and next((u for u in source.units if u.key == place.key), None)
        if source and unit:
            cited = source.of[unit.key]
            asked = course.questions.get((place.slug, source.language), ())
            yield unit.text, cited, [each for each in asked if each.place == cited]


def _asked(questions: tuple[Question, ...] | list[Question], words: Strings) -> Iterator[Asked]:
    few = [each for each in questions if each.kind in ("choice", "true-false")]
    for number, each in enumerate(few[:: max(1, len(few) // MOST)][:MOST]):
        if each.kind == "choice":
            options = tuple(sorted((option, option) for option in each.options))
            yield Asked(number, each.place, each.text, each.options[0], options)
        else:
            both = (("true", words("exercise.true")), ("false", words("exercise.false")))
            yield Asked(number, each.place, each.text, str(each.is_true).lower(), both)


def _manifest(name: str, title: str) -> bytes:
    root = Element("manifest", {"identifier": f"un.{name}", "version": "1.0", "xmlns": XML})
    root.set("xmlns:adlcp", ADL)
    about = child(root, "metadata")
    child(about, "schema", "ADL SCORM")
    child(about, "schemaversion", "1.2")
    organizations = child(root, "organizations", default="course")
    organization = child(organizations, "organization", identifier="course")
    child(organization, "title", title)
    item = child(organization, "item", identifier="item", identifierref="page", isvisible="true")
    child(item, "title", title)
    resource = child(
        child(root, "resources"),
        "resource",
        identifier="page",
        type="webcontent",
        href="index.html",
    )
    resource.set("adlcp:scormtype", "sco")
    for file in ("index.html", "scorm.js"):
        child(resource, "file", href=file)
    return xml(root)
