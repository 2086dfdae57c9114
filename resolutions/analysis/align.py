"""Stage: the texts of one instrument -> the same texts under one list of keys.

The reference language (Chinese if held, else en, fr, es, ru, ar; fixed at first publication)
gives the keys; every other text takes them, unit by unit. Printed numbers are the same in all
languages and pair by themselves; what is only counted (preambular paragraphs, headings,
unnumbered text) pairs by order, figures, notes and length. A unit without a partner gets the
key `x-<language>N` and is told.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from resolutions.model.document import Document, Paragraph, Unpaired
from resolutions.model.problems import Report
from resolutions.model.records import Key, Language, record

PREFERENCE = ("zh", "en", "fr", "es", "ru", "ar")
COUNTED = re.compile(r"(?:.*-)?(?:pp|h|x)\d+(?:_\d+)?")  # by order alone: pp3, annex-x2
FIGURES = re.compile(r"\d{2,}")
LENGTHS = {"zh": 1.0, "en": 3.2, "fr": 3.7, "es": 3.7, "ru": 3.6, "ar": 2.9}  # a Chinese sign
LOOSE = {"heading", "annexed", "other"}  # one file may mark as a heading what another does not
SKIP = -0.6  # a unit without a partner
NEVER = -1e9


def in_order(documents: Iterable[Document]) -> list[Document]:
    """The documents in the order of the edition: by year, by symbol, as printed within a file."""
    return sorted(documents, key=by_year_and_symbol)


def by_year_and_symbol(document: Document) -> tuple[object, ...]:
    """A key to sort by: 66/9 before 66/10."""
    parts = re.split(r"(\d+)", document.source.header.symbol)
    natural = tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)
    return document.year, natural, document.lines.start


def reference_of(languages: Sequence[Language]) -> Language:
    """The language whose numbering gives the keys, where none was published before."""
    return min(languages, key=lambda code: (*PREFERENCE, code).index(code))


@record
class Texts:
    """An instrument in every language, all under one list of keys."""

    slug: str
    reference: Language
    documents: dict[Language, Document]
    unpaired: dict[Language, tuple[Unpaired, ...]]


def align_all(
    documents: Iterable[Document], fixed: Mapping[str, Language], report: Report
) -> list[Texts]:
    """Bring together the texts of each instrument; `fixed`: references published before.

    A text that has no key of its reference, or one of its own, is reported.
    """
    by_slug: dict[str, dict[Language, Document]] = {}
    for document in documents:
        by_slug.setdefault(document.slug, {})[document.language] = document
    found = []
    for slug, texts in by_slug.items():
        reference = fixed.get(slug, "")
        if reference not in texts:
            reference = reference_of(list(texts))
        aligned = align(texts, reference)
        found.append(
            Texts(
                slug=slug,
                reference=reference,
                documents={code: each.document for code, each in aligned.items()},
                unpaired={code: each.unpaired for code, each in aligned.items() if each.unpaired},
            )
        )
        _tell(found[-1], report)
    return found


def missing(texts: Texts, language: Language) -> list[Key]:
    """The keys of the reference that a text has no unit for."""
    own = {paragraph.key for paragraph in texts.documents[language].paragraphs}
    return [p.key for p in texts.documents[texts.reference].paragraphs if p.key not in own]


def _tell(texts: Texts, report: Report) -> None:
    main = texts.documents[texts.reference]
    for code, document in texts.documents.items():
        file, remedy = document.source.file, "compare the files"
        lines = {paragraph.key: paragraph.lines.start for paragraph in document.paragraphs}
        for key, printed, _ in texts.unpaired.get(code, ()):
            message = f"`{printed}` has no partner in {texts.reference}; its key is `{key}`"
            report.warn(file, lines[key], "no-partner", message, f"{remedy}; the page says so too")
        kinds = {each.key: each.kind for each in main.paragraphs}
        for paragraph in document.paragraphs:
            kind = kinds.get(paragraph.key, paragraph.kind)
            if kind != paragraph.kind:
                message = f"`{paragraph.key}` is {paragraph.kind} here, {kind} in {texts.reference}"
                report.warn(file, paragraph.lines.start, "partner-kind", message, remedy)
        notes = [{note.key for note in each.footnotes} for each in (document, main)]
        for key in sorted(notes[0] ^ notes[1]):
            where = code if key in notes[0] else texts.reference
            message = f"note `{key}` stands in {where} alone"
            report.warn(file, document.lines.start, "no-partner", message, remedy)
        for key in missing(texts, code):
            message = f"nothing stands here for `{key}` of {texts.reference}"
            report.warn(
                file, document.lines.start, "no-partner", message, f"{remedy}; a column says so"
            )


class Aligned(NamedTuple):
    """A text under the keys of the reference, and its units that have no partner there."""

    document: Document
    unpaired: tuple[Unpaired, ...]


def align(texts: Mapping[Language, Document], reference: Language) -> dict[Language, Aligned]:
    """Give every text the keys of the reference text, in the order of the texts."""
    main = texts[reference]
    return {
        code: Aligned(document, ()) if code == reference else _aligned(main, document)
        for code, document in texts.items()
    }


def _aligned(main: Document, other: Document) -> Aligned:
    pairs = _pairs(main, other)
    keys: dict[Key, Key] = {}
    alone: list[Unpaired] = []
    before: Key | None = None
    for position, paragraph in enumerate(other.paragraphs):
        partner = pairs.get(position)
        if partner is None:
            key = f"x-{other.language}{len(alone) + 1}"
            alone.append(Unpaired(key, paragraph.key, before))
        else:
            key = main.paragraphs[partner].key
        keys[paragraph.key] = before = key
    if all(own == key for own, key in keys.items()):
        return Aligned(other, ())
    paragraphs = tuple(
        replace(each, key=keys[each.key], parent=keys.get(each.parent or "", each.parent))
        for each in other.paragraphs
    )
    return Aligned(replace(other, paragraphs=paragraphs), tuple(alone))


def _pairs(main: Document, other: Document) -> dict[int, int]:
    """The places in `main` of the units of `other` that have a partner there."""
    ours, theirs = main.paragraphs, other.paragraphs
    same = [(p.key, p.kind) for p in ours] == [(p.key, p.kind) for p in theirs]
    if same and not _at_odds(ours, theirs):
        return {position: position for position in range(len(ours))}
    return _best(main, other)


def _at_odds(ours: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> bool:
    """Whether units of one place cite quite other things: the order may have slipped."""
    cited = [
        ({t for _, t in a.links}, {t for _, t in b.links})
        for a, b in zip(ours, theirs, strict=True)
    ]
    return sum(bool(a) and bool(b) and not a & b for a, b in cited) > 1


def _best(main: Document, other: Document) -> dict[int, int]:
    """The pairing in order that likens most; numbered units pair by their number alone."""
    ours = [_Traits(each, main.language) for each in main.paragraphs]
    theirs = [_Traits(each, other.language) for each in other.paragraphs]
    width = len(ours) + 1
    best = [[SKIP * column for column in range(width)]]
    for row, own in enumerate(theirs, start=1):
        line = [SKIP * row]
        for column in range(1, width):
            line.append(
                max(
                    best[row - 1][column - 1] + own.likeness(ours[column - 1]),
                    best[row - 1][column] + SKIP,
                    line[column - 1] + SKIP,
                )
            )
        best.append(line)
    pairs: dict[int, int] = {}
    row, column = len(theirs), len(ours)
    while row and column:
        here = best[row][column]
        if math.isclose(
            here, best[row - 1][column - 1] + theirs[row - 1].likeness(ours[column - 1])
        ):
            row, column = row - 1, column - 1
            pairs[row] = column
        elif math.isclose(here, best[row - 1][column] + SKIP):
            row -= 1
        else:
            column -= 1
    return pairs


class _Traits:
    """What two texts of one paragraph share whatever their languages."""

    def __init__(self, paragraph: Paragraph, language: Language) -> None:
        self.paragraph = paragraph
        self.counted = bool(COUNTED.fullmatch(paragraph.key))
        self.signs = set(FIGURES.findall(paragraph.text))
        self.signs |= {f"note {note.label}" for note in paragraph.notes}
        self.signs |= {target for _, target in paragraph.links}
        self.size = (1 + len(paragraph.text)) / LENGTHS.get(language, 3.5)

    def likeness(self, other: _Traits) -> float:
        """From about -1.5 to 3; NEVER where the two cannot be one paragraph."""
        if not (self.counted and other.counted):
            return 3.0 if self.paragraph.key == other.paragraph.key else NEVER
        kinds = {self.paragraph.kind, other.paragraph.kind}
        if len(kinds) > 1 and not kinds <= LOOSE:
            return NEVER
        union = self.signs | other.signs
        shared = len(self.signs & other.signs) / len(union) if union else 0.4
        apart = 0.5 if len(kinds) > 1 else 0.0
        return 3 * shared - apart - abs(math.log(self.size / other.size)) - (0.0 if shared else 0.5)
