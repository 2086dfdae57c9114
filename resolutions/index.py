"""Stage: the library -> the shards a search reads, as scripts that load from `file://`.

The unit is the paragraph (and the footnote). `texts` shards hold the wording of 256 units each;
`grams` shards hold, for every character and pair of characters of the folded texts, the units
that have it. A page loads `manifest.js` and then only the shards a query needs.
"""

from __future__ import annotations

import base64
import json
import random
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from resolutions.aids import MARK, Aids, ReadingAid
from resolutions.fold import fold, simplified
from resolutions.models import (
    Catalogue,
    Document,
    Findings,
    Library,
    Paragraph,
    Reading,
    Span,
    Tag,
    TermUse,
    record,
)
from resolutions.tag import Tagger
from resolutions.words import Words

UNITS_A_SHARD = 256
GRAMS_A_SHARD = 4000  # pairs of characters in a shard, about
LOAD_ALL = 4000  # a corpus of fewer units is loaded whole when search opens
PARTS = ("preambular", "operative", "title", "other", "note")
SAMPLE, SEED = 300, 20080101  # strings of the self-test
CHINESE = re.compile(r"[\u3400-\u9fff]{2,6}")
SPEAKING = ("crime", "object", "person")  # kinds of terms whose name may say its theme
NAMED = ("treaty", "policy", "programme", "agreement")  # instruments that texts call by name
STRENGTHS = {"mention": 1, "focus": 2}


@record
class Unit:
    """A paragraph or note as search knows it."""

    key: str
    mark: str  # where a note is called from; "" for a paragraph
    part: int  # index into PARTS
    text: str
    words: str  # lengths of the words that tile the text
    themes: str  # a digit a theme, in the order of the catalogue: 0, 1 mention, 2 focus
    verb: str = ""  # the concept of the lead verb
    addressees: str = ""  # ids of those who are asked, between blanks


def index(library: Library, catalogue: Catalogue, aids: Aids) -> dict[str, str]:
    """The files of `search/`, by their path in the site."""
    files = {
        "search/fold.js": _script("fold", "", 0, _pairs()),
        "search/terms.js": _script("terms", "", 0, _terms(catalogue)),
    }
    languages = {reading.document.language for reading in library.readings.values()}
    for language in sorted(languages):
        readings = [r for r in library.readings.values() if r.document.language == language]
        files |= _language(language, readings, catalogue)
    for language, own in aids.items():
        if language not in languages:
            files |= _aided(language, own, library, catalogue)
    return files


def labels(library: Library, words: Words) -> dict[str, str]:
    """`search/labels-xx.js`: how a language names instruments and paragraphs."""
    data = {
        "instruments": {
            slug: words.label(reading.document) for slug, reading in library.readings.items()
        },
        "ordinals": words.ordinals,
        "items": words.items,
        "comma": words("comma"),
        "sole": [
            slug
            for slug, reading in library.readings.items()
            if any(p.key == "op1" and not p.label for p in reading.document.paragraphs)
        ],
        "strings": {
            key.removeprefix("paragraph."): value
            for key, value in words.strings.items()
            if key.startswith("paragraph.")
        },
    }
    return {f"search/labels-{words.language}.js": _script("labels", words.language, 0, data)}


def _language(language: str, readings: Sequence[Reading], catalogue: Catalogue) -> dict[str, str]:
    by_document = [(reading.document, units_of(reading, catalogue)) for reading in readings]
    units, folded, files = _shards(language, by_document, catalogue)
    files[f"search/{language}/words-0.js"] = _script("words", language, 0, _words(readings))
    files[f"search/{language}/selftest.js"] = _script(
        "selftest", language, 0, known_answers(units, folded, catalogue)
    )
    return files


def _aided(
    language: str, aids: Mapping[str, ReadingAid], library: Library, catalogue: Catalogue
) -> dict[str, str]:
    """The shards of our reading aids: the units of their sources, in other words."""
    by_document = []
    for slug, aid in aids.items():
        reading = library.readings[slug]
        units = [
            replace(unit, text=MARK.sub("", aid.text(unit.key)), words="")
            for unit in units_of(reading, catalogue)
        ]
        by_document.append((reading.document, units))
    return _shards(language, by_document, catalogue)[2]


def _shards(
    language: str, by_document: Iterable[tuple[Document, list[Unit]]], catalogue: Catalogue
) -> tuple[list[Unit], list[str], dict[str, str]]:
    units: list[Unit] = []
    documents: list[tuple[str, int, str, str, str]] = []  # slug, first unit, body, year, status
    for document, own in by_document:
        facts = (document.body, str(document.year), document.status)
        documents.append((document.slug, len(units), *facts))
        units += own
    folded = [fold(unit.text) for unit in units]
    files = {}
    for number, start in enumerate(range(0, len(units), UNITS_A_SHARD)):
        rows = [
            [
                each.key,
                each.mark,
                each.part,
                each.text,
                each.words,
                each.themes,
                each.verb,
                each.addressees,
            ]
            for each in units[start : start + UNITS_A_SHARD]
        ]
        files[f"search/{language}/texts-{number}.js"] = _script("texts", language, number, rows)
    shards = _grams(folded)
    for number, shard in enumerate(shards):
        files[f"search/{language}/grams-{number}.js"] = _script("grams", language, number, shard)
    manifest = {
        "units": len(units),
        "unitsAShard": UNITS_A_SHARD,
        "texts": -(-len(units) // UNITS_A_SHARD),
        "grams": len(shards),
        "whole": len(units) <= LOAD_ALL,
        "documents": documents,
        "parts": PARTS,
        "themes": [theme.id for theme in catalogue.themes],
    }
    files[f"search/{language}/manifest.js"] = _script("manifest", language, 0, manifest)
    return units, folded, files


def known_answers(
    units: Sequence[Unit], folded: Sequence[str], catalogue: Catalogue
) -> list[tuple[str, int, int]]:
    """Queries with the paragraphs and occurrences a plain scan finds: what search must find too.

    Strings of two to six characters drawn from the texts by a fixed seed, and every term.
    """
    paragraphs = [
        text for unit, text in zip(units, folded, strict=True) if PARTS[unit.part] != "note"
    ]
    draw, long = random.Random(SEED), [each for each in paragraphs if len(each) >= 6]
    drawn = []
    for _ in range(SAMPLE):
        text = draw.choice(long)
        start = draw.randrange(len(text) - 1)
        drawn.append(text[start : start + draw.randint(2, 6)])
    names = [fold(term.names["zh"]) for term in catalogue.terms.values() if "zh" in term.names]
    queries = dict.fromkeys(each for each in (*drawn, *names) if fold(each) == each and each)
    whole = "\n".join(paragraphs)  # no query holds the end of a line
    return [
        (query, sum(query in text for text in paragraphs), whole.count(query)) for query in queries
    ]


def units_of(reading: Reading, catalogue: Catalogue) -> list[Unit]:
    """The units of a document, its paragraphs first, in the order of the text."""
    document = reading.document
    units = [
        _paragraph(p, reading.findings.get(p.key, Findings()), catalogue)
        for p in document.paragraphs
    ]
    marks = {
        note.key: f"{paragraph.key}-mark{number}"
        for paragraph in reversed(document.paragraphs)
        for number, note in reversed(list(enumerate(paragraph.notes, start=1)))
    }
    nothing = "0" * len(catalogue.themes)
    for note in document.footnotes:
        if note.text:
            units.append(
                Unit(
                    key=note.key,
                    mark=marks[note.key],
                    part=PARTS.index("note"),
                    text=note.text,
                    words="",
                    themes=nothing,
                )
            )
    return units


def _paragraph(paragraph: Paragraph, findings: Findings, catalogue: Catalogue) -> Unit:
    part = {"preambular": "preambular", "operative": "operative", "lettered": "operative"}.get(
        paragraph.kind, "title" if paragraph.kind == "title" else "other"
    )
    return Unit(
        key=paragraph.key,
        mark="",
        part=PARTS.index(part),
        text=paragraph.text,
        words=" ".join(str(token.end - token.start) for token in findings.tokens),
        themes=_digits(findings.tags, catalogue),
        verb=findings.acts[0].concept if findings.acts else "",
        addressees=" ".join(findings.addressees),
    )


def _digits(tags: Iterable[Tag], catalogue: Catalogue) -> str:
    strengths = {tag.theme: STRENGTHS[tag.strength] for tag in tags}
    return "".join(str(strengths.get(theme.id, 0)) for theme in catalogue.themes)


def _grams(folded: Sequence[str]) -> list[dict[str, str]]:
    postings: dict[str, list[int]] = {}
    for number, text in enumerate(folded):
        grams = set(text) | {text[i : i + 2] for i in range(len(text) - 1)}
        for gram in grams:
            postings.setdefault(gram, []).append(number)
    count = max(1, len(postings) // GRAMS_A_SHARD)
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for gram in sorted(postings):
        shards[shard_of(gram, count)][gram] = encode(postings[gram])
    return shards


def shard_of(gram: str, count: int) -> int:
    """Which shard a gram is in: a sum the script makes the same way."""
    return zlib.crc32(gram.encode("utf-8")) % count


def encode(numbers: Sequence[int]) -> str:
    """Rising numbers as base64 of their gaps, seven bits a byte."""
    data = bytearray()
    before = -1
    for number in numbers:
        gap = number - before
        while gap > 127:
            data.append(gap & 127 | 128)
            gap >>= 7
        data.append(gap)
        before = number
    return base64.b64encode(bytes(data)).decode("ascii").rstrip("=")


def _terms(catalogue: Catalogue) -> list[list[object]]:
    """What a query may mean. A row: id, kind, Chinese forms, every other form a reader may type
    (an everyday word in Chinese counts as one), themes.

    Terms first, then the instruments that texts cite by name, then the themes themselves. The
    themes of a term are those it is a key term of, else those whose rules its name answers.
    """
    themes: dict[str, list[str]] = {}
    for theme in catalogue.themes:
        for term_id in theme.key_terms:
            themes.setdefault(term_id, []).append(theme.id)
    tagger = Tagger(catalogue.themes, catalogue.lists)
    rows: list[list[object]] = []
    for term in catalogue.terms.values():
        if term.kind in SPEAKING and term.id not in themes and "zh" in term.names:
            name = term.names["zh"]
            found = tagger.tag(name, (TermUse(term.id, Span(0, len(name))),))
            themes[term.id] = [tag.theme for tag in found]
        codes = dict.fromkeys(code for code in (*term.names, *term.variants) if code != "zh")
        others = [form for code in codes for form in term.forms(code)]
        others += [word for words in term.everyday.values() for word in words]
        rows.append(
            _row(
                term.id,
                term.kind,
                term.forms("zh"),
                (*others, *term.abbreviations),
                themes.get(term.id, []),
            )
        )
    for each in catalogue.instruments.values():
        names = [name for code, name in each.names.items() if code != "zh"]
        own = (*filter(None, [each.names.get("zh")]), *each.forms, *each.bare)
        if own and each.kind in NAMED:
            rows.append(_row(each.id, "cited", own, (*names, each.id, each.document or ""), []))
    for theme in catalogue.themes:
        names = [name for code, name in theme.names.items() if code != "zh"]
        rows.append(_row(theme.id, "theme", (theme.names["zh"],), names, [theme.id]))
    return rows


def _row(
    identity: str, kind: str, own: Iterable[str], asked: Iterable[str], themes: list[str]
) -> list[object]:
    forms = dict.fromkeys(fold(form) for form in own)
    others = dict.fromkeys(fold(form) for form in asked)
    return [identity, kind, list(forms), [f for f in others if f and f not in forms], themes]


def _words(readings: Iterable[Reading]) -> str:
    """The words of the texts, of two Chinese characters or more: a phrase is cut along them."""
    found = {
        fold(p.text[token.start : token.end])
        for reading in readings
        for p in reading.document.paragraphs
        for token in reading.findings.get(p.key, Findings()).tokens
    }
    return " ".join(sorted(word for word in found if CHINESE.fullmatch(word)))


def _pairs() -> str:
    """Traditional and simplified characters in turn, those of one UTF-16 unit each."""
    pairs = simplified().items()
    return "".join(a + b for a, b in pairs if len(a + b) == 2 and max(a + b) < "\U00010000")


def _script(kind: str, language: str, number: int, data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"compendium.receive({json.dumps(kind)},{json.dumps(language)},{number},{text});\n"
