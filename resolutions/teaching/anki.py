"""`un-<lang>.apkg`: Anki decks of the terms, of the verbs that open paragraphs, of the paragraphs.

Ids are stable: a deck that is imported again doubles no card. Anki changes a card only where the
deck is newer than what it has, so cards bear the day of the edition.
"""

from __future__ import annotations

import html
import io
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

import genanki

from resolutions.model.records import Day, Language
from resolutions.teaching.pack import Course, Pack, Packs, zipped
from resolutions.web.strings import Strings

MODEL = 1_714_209_037  # of our one kind of note, for good


class Anki(Pack):
    """Decks that Anki imports."""

    name = "anki"

    def __init__(self, templates: Path) -> None:
        front, back, css = (
            (templates / "packs" / name).read_text(encoding="utf-8")
            for name in ("anki-front.html", "anki-back.html", "anki.css")
        )
        self.model = genanki.Model(
            MODEL,
            "UN resolutions",
            fields=[{"name": "Front"}, {"name": "Back"}, {"name": "Source"}],
            templates=[{"name": "Card", "qfmt": front, "afmt": back}],
            css=css,
        )

    def files(self, course: Course) -> Packs:
        """One an interface language: its terms, and what can be read in it."""
        for tongue in course.catalogue.interface:
            words = Strings(tongue.code, course.catalogue)
            decks = [
                self._deck(
                    f"terms {tongue.code}", words("nav.terms"), _terms(words, course), words
                ),
                self._deck(
                    f"verbs {tongue.code}",
                    words("search.facet.verb"),
                    _verbs(tongue.code, course),
                    words,
                ),
                self._deck(
                    f"texts {tongue.code}",
                    words("nav.resolutions"),
                    _texts(tongue.code, course),
                    words,
                ),
            ]
            yield (
                f"anki/un-{tongue.code}.apkg",
                _packed([each for each in decks if each.notes], course.catalogue.edition.date),
            )

    def _deck(
        self, name: str, title: str, cards: Iterator[tuple[str, str, str, str]], words: Strings
    ) -> genanki.Deck:
        deck = genanki.Deck(_number(name), f"{words('site.title')}::{title}")
        for identity, *fields in cards:
            safe = [html.escape(each, quote=False) for each in fields]
            deck.add_note(
                genanki.Note(model=self.model, fields=safe, guid=genanki.guid_for(identity))
            )
        return deck


def _terms(words: Strings, course: Course) -> Iterator[tuple[str, str, str, str]]:
    """A term in the language of the texts, and its name in one's own; confirmed names alone."""
    own, first = words.language, "zh" if words.language != "zh" else "en"
    for term in course.catalogue.terms.values():
        if term.id in course.library.forms and {own, first} <= {*term.names} & {*term.sources}:
            kind = words(f"term.kind.{term.kind}")
            yield f"term {term.id} {own}", term.names[first], term.names[own], kind


def _verbs(language: Language, course: Course) -> Iterator[tuple[str, str, str, str]]:
    for source in course.sources:
        own = course.questions.get((source.head.slug, source.language), ())
        mark = f" [{Strings(language, course.catalogue)('aid.mark')}]" if source.aid else ""
        for each in own if source.language == language else ():
            if each.kind == "choice":
                yield each.id, each.text, each.options[0], f"{each.place}{mark}"


def _texts(language: Language, course: Course) -> Iterator[tuple[str, str, str, str]]:
    for source in course.sources:
        mark = f"[{Strings(language, course.catalogue)('aid.mark')}]" if source.aid else ""
        for unit in source.units if source.language == language else ():
            if unit.key in source.of and unit.lead:
                identity = f"text {source.head.slug} {unit.key} {language}"
                yield identity, source.of[unit.key], unit.text, mark


def _number(name: str) -> int:
    """A number for a deck that its name decides, in the range that Anki takes."""
    return int.from_bytes(blake2b(name.encode(), digest_size=4).digest(), "big") | 1 << 31


def _packed(decks: list[genanki.Deck], day: Day) -> bytes:
    """The file of a day; packed anew without the hour at which it was made."""
    changed = datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        genanki.Package(decks).write_to_file(str(path), timestamp=changed)
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            return zipped([(name, archive.read(name)) for name in sorted(archive.namelist())])
