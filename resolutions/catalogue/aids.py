"""Stage: `data/reading-aids/` -> translations of our own, checked against their sources.

A reading aid is never a text of the United Nations, and every paragraph that shows one says so.
Note marks stand as {12}, a ※ follows words that an erratum concerns (translated as meant).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path

from resolutions.catalogue.wordings import AidWording, load_wordings
from resolutions.catalogue.yamlfile import Complaint, YamlPath, convert, lines_of, parse_yaml
from resolutions.model.catalogue import Term
from resolutions.model.document import Document
from resolutions.model.findings import Findings, Reading
from resolutions.model.problems import Report
from resolutions.model.records import Key, Language, record

MARK = re.compile(r"\{(\d+|\*)\}")
SIGN = "※"
NUMBER = re.compile(r"\d+")
WORD = re.compile(r"\w+")
SMALL_WORDS = frozenset(
    ["of", "the", "and", "in", "to", "for", "from", "or", "on", "a", "an", "by", "with"]
)
STEM = 5  # ratif-ication, ratif-y
MONTH = re.compile(r"\d+ ?月")  # December has no figure
Cells = tuple[tuple[str, ...], ...]


@record
class Rereading:
    """That every paragraph was read again, and what that changed."""

    how: str
    read: int
    changed: int
    kinds: tuple[str, ...] = ()


@record
class ReadingAid:
    """A translation of our own, by the keys of its source."""

    slug: str
    language: Language
    what: str
    source: str
    sha256: str
    date: str
    first_reading: str
    second_reading: Rereading
    paragraphs: dict[Key, str | Cells]
    notes: dict[Key, str] = field(default_factory=dict)
    third_reading: Rereading | None = None
    fourth_reading: Rereading | None = None

    def text(self, key: Key) -> str:
        """The wording of a paragraph or note; a table as its cells, between blanks."""
        found = self.paragraphs.get(key, self.notes.get(key, ""))
        return found if isinstance(found, str) else " ".join(cell for row in found for cell in row)


Aids = Mapping[Language, Mapping[str, ReadingAid]]
Renderings = Mapping[Language, Mapping[str, tuple[str, ...]]]  # of a term, beside its names


def load_aids(folder: Path, shown: str, report: Report) -> dict[Language, dict[str, ReadingAid]]:
    """Every reading aid of the folder, by language and slug."""
    aids: dict[Language, dict[str, ReadingAid]] = {}
    for path in sorted(folder.glob("*/*.yml")):
        name = f"{shown}/{path.parent.name}/{path.name}"
        parsed = parse_yaml(path, name, report)
        aid: ReadingAid | None = convert(*parsed, name, ReadingAid, report) if parsed else None
        if aid is not None:
            aids.setdefault(aid.language, {})[aid.slug] = aid
    return aids


def check_aids(
    folder: Path,
    shown: str,
    aids: Aids,
    readings: Mapping[str, Reading],
    terms: Mapping[str, Term],
    report: Report,
) -> None:
    """Keys, numbers, marks, signs, terms and wordings against the source; like alike; not stale."""
    ours = _renderings(folder, shown, terms, report)
    wordings = load_wordings(folder / "wordings.yml", f"{shown}/wordings.yml", report)
    for language, own in aids.items():
        for slug, aid in own.items():
            name = f"{shown}/{language}/{slug}.yml"
            if slug not in readings:
                report.error(name, 1, "unknown-place", f"no instrument `{slug}`", "rename the file")
                continue
            wrong = list(_problems(aid, readings[slug]))
            doubts = list(_doubts(aid, readings[slug], terms, ours, wordings.get(language, ())))
            lines = _lines(folder / language / f"{slug}.yml") if wrong or doubts else {}
            for place, *said in wrong:
                report.error(name, lines_of(lines, place), *said)
            for place, *said in doubts:
                report.warn(name, lines_of(lines, place), *said)
        _check_alike(own, readings, f"{shown}/{language}", report)


def _lines(path: Path) -> dict[YamlPath, int]:
    """Where things stand in the file of an aid, which is read again only to tell of them."""
    parsed = parse_yaml(path, path.name, Report())
    return parsed[1] if parsed else {(): 1}


def _doubts(
    aid: ReadingAid,
    reading: Reading,
    terms: Mapping[str, Term],
    ours: Renderings,
    wordings: Iterable[AidWording],
) -> Iterator[Complaint]:
    """What an editor should look at: terms and formulas in other words; an aid that is stale."""
    for key, term in _unnamed(aid, reading.findings, terms, ours):
        part = "notes" if key in aid.notes else "paragraphs"
        message = f"`{key}` does not render the term `{term}` by a name we list"
        yield (part, key), "aid-term", message, "use its name, or see renderings.yml"
    for key, said in _reworded(aid, reading.document, wordings):
        remedy = "word it as wordings.yml has it"
        yield ("paragraphs", key), "aid-wording", f"`{key}` {said}", remedy
    if is_stale(aid, reading.document):
        message = "the source has changed since the aid was made"
        yield (), "stale-aid", message, "read it again; name the new sha256"


def _reworded(
    aid: ReadingAid, document: Document, wordings: Iterable[AidWording]
) -> Iterable[tuple[Key, str]]:
    """The paragraphs that word a verb or formula otherwise: the key, what is wrong."""
    for each in wordings:
        for paragraph in document.paragraphs:
            if each.holds_for(aid.slug, paragraph.key):
                said = each.complaint(paragraph.text, aid.text(paragraph.key))
                if said is not None:
                    yield paragraph.key, said


def _renderings(folder: Path, shown: str, terms: Mapping[str, Term], report: Report) -> Renderings:
    path, name = folder / "renderings.yml", f"{shown}/renderings.yml"
    parsed = parse_yaml(path, name, report) if path.exists() else None
    if parsed is None:
        return {}
    shape = dict[Language, dict[str, tuple[str, ...]]]
    ours: Renderings = convert(*parsed, name, shape, report) or {}
    for language, own in ours.items():
        for term in own.keys() - terms.keys():
            line = lines_of(parsed[1], (language, term))
            report.error(name, line, "unknown-term", f"no term `{term}`", "correct the id")
    return ours


def is_stale(aid: ReadingAid, document: Document) -> bool:
    """Whether the source is another than the one the aid was made from."""
    return aid.sha256 != document.source.sha256


def _problems(aid: ReadingAid, reading: Reading) -> Iterable[Complaint]:
    document = reading.document
    for part, wanted, found in (
        ("paragraphs", [p.key for p in document.paragraphs], aid.paragraphs.keys()),
        ("notes", [n.key for n in document.footnotes], aid.notes.keys()),
    ):
        for key in wanted:
            if key not in found:
                yield (part,), "aid-key", f"`{key}` is missing", "translate it"
        for key in found - set(wanted):
            yield (part, key), "aid-key", f"`{key}` is no key of the source", "remove it"
    for paragraph in document.paragraphs:
        text = aid.text(paragraph.key)
        place = ("paragraphs", paragraph.key)
        marks = Counter(note.label for note in paragraph.notes)
        if Counter(MARK.findall(text)) != marks:
            yield place, "aid-mark", f"the note marks are not {sorted(marks)}", "set them"
        flaws = reading.findings[paragraph.key].flaws
        if text.count(SIGN) != len(flaws):
            yield place, "aid-sign", f"{len(flaws)} errata, {text.count(SIGN)} signs", "set ※"
        source = paragraph.text
        for flaw in reversed(flaws):
            suggested = flaw.erratum.suggested
            source = source[: flaw.span.start] + suggested + source[flaw.span.end :]
        lost = _numbers(MONTH.sub("", source)) - _numbers(MARK.sub("", text))
        if lost:
            yield place, "aid-number", f"{', '.join(sorted(lost))} is not in the aid", "compare"


def _numbers(text: str) -> Counter[str]:
    return Counter(NUMBER.findall(text))


def _check_alike(
    aids: Mapping[str, ReadingAid], readings: Mapping[str, Reading], shown: str, report: Report
) -> None:
    """The same Chinese paragraph is rendered the same way wherever it stands."""
    seen: dict[str, tuple[str, str, str]] = {}
    for slug, aid in aids.items():
        for paragraph in readings[slug].document.paragraphs if slug in readings else ():
            if paragraph.kind in ("preambular", "operative", "lettered", "title"):
                text = MARK.sub("", aid.text(paragraph.key)).replace(SIGN, "")
                first = seen.setdefault(paragraph.text, (slug, paragraph.key, text))
                if first[2] != text:
                    message = f"`{paragraph.key}` is worded otherwise in {first[0]}#{first[1]}"
                    report.warn(f"{shown}/{slug}.yml", 1, "aid-unlike", message, "word both alike")


def _unnamed(
    aid: ReadingAid, findings: Mapping[Key, Findings], terms: Mapping[str, Term], ours: Renderings
) -> Iterable[tuple[Key, str]]:
    """The terms of a paragraph or note that no listed name renders: the key, the term."""
    for key, found in findings.items():
        text = aid.text(key).casefold()
        words = set(WORD.findall(text))
        for term in dict.fromkeys(use.id for use in found.terms):
            names = [*terms[term].forms(aid.language), *terms[term].abbreviations]
            listed = [
                re.escape(each.casefold()) for each in ours.get(aid.language, {}).get(term, ())
            ]
            if not names or any(re.search(rf"\b{each}", text) for each in listed):
                continue
            if not any(_renders(name.casefold(), text, words) for name in names):
                yield key, term


def _renders(name: str, text: str, words: set[str]) -> bool:
    """Whether a name stands in a text, inflected or with other words between its own."""
    own = [word for word in WORD.findall(name) if word not in SMALL_WORDS]
    return name in text or (
        bool(own) and all(any(word.startswith(each[:STEM]) for word in words) for each in own)
    )
