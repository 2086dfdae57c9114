"""Stage: the library -> what a search reads, as scripts that load from `file://`.

The unit is the paragraph (and the footnote); `shards` writes the units of a language, this
module makes them, and what a query may mean. Files come one by one: none waits for all.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, pairwise

from resolutions.analysis.themes.tag import Tagger
from resolutions.catalogue.aids import MARK, Aids, ReadingAid
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document, Paragraph
from resolutions.model.findings import Findings, Reading, Tag, TermUse
from resolutions.model.library import Files, Library
from resolutions.model.records import Span
from resolutions.search.fold import fold, simplified
from resolutions.search.shards import PARTS, Passage, script, shards
from resolutions.search.variants import variants
from resolutions.web.glossary import has_page, in_glossary
from resolutions.web.strings import NAMED_KINDS, Strings

SAMPLE, SEED = 300, 20080101  # strings of the self-test
SCANNED = 500_000_000  # characters that making the self-test may read: half a second
BLOCK = 1000  # paragraphs that are scanned as one string: no query holds the end of a line
UNNUMBERED = re.compile(r"(?:annex\d*-|s\d+-)*x.*")
CHINESE = re.compile(r"[\u3400-\u9fff]{2,6}")
SPEAKING = ("crime", "object", "person")  # kinds of terms whose name may say its theme
NAMED = ("treaty", "policy", "programme", "agreement")  # instruments that texts call by name
STRENGTHS = {"mention": 1, "focus": 2}


def index(language: str, library: Library, catalogue: Catalogue, aids: Aids) -> Files:
    """The files of `search/` for one language, one after the other."""
    own = aids.get(language, {})
    if not own and not any(language in head.sides for head in library.heads.values()):
        return
    if language != "zh":
        yield f"search/{language}/names-0.js", _names(language, catalogue)
    yield from _language(language, library, own, catalogue)


def lexicon(library: Library, catalogue: Catalogue, aids: Aids) -> Files:
    """The files of `search/` that every language shares."""
    yield "search/fold.js", script("fold", "", 0, _pairs())
    yield "search/terms.js", script("terms", "", 0, _terms(catalogue))
    yield "search/thesaurus.js", script("thesaurus", "", 0, _thesaurus(catalogue))
    texts = {code for head in library.heads.values() for code in head.sides}
    yield "search/languages.js", script("languages", "", 0, [sorted(texts), sorted(aids)])


def _thesaurus(catalogue: Catalogue) -> tuple[list[str], list[list[list[str]]]]:
    """The languages, then for each row of the thesaurus its words in each of them, folded."""
    languages = list(dict.fromkeys(code for row in catalogue.thesaurus for code in row))
    rows = [
        [list(dict.fromkeys(fold(word) for word in row.get(code, ()))) for code in languages]
        for row in catalogue.thesaurus
    ]
    return languages, rows


def _ways(language: str, paragraphs: list[str], catalogue: Catalogue) -> dict[str, object]:
    """How people write: the ordinals of six languages, words that texts have in another form."""
    ordinals = [
        [fold(word) for word in strings["ordinals"].split("|")]
        for strings in catalogue.strings.values()
    ]
    return {"ordinals": ordinals, "variants": variants(paragraphs) if language == "zh" else []}


def labels(library: Library, words: Strings) -> dict[str, str]:
    """`search/labels-xx.js`: how a language names instruments and paragraphs."""
    data = {
        "instruments": {slug: words.label(head.document) for slug, head in library.heads.items()},
        "ordinals": words.ordinals,
        "items": words.items,
        "comma": words("comma"),
        "sole": [
            slug for slug, head in library.heads.items() if not head.kinds.get("op1", ("", "1."))[1]
        ],
        "kinds": _kinds(library),
        "themes": words.themes,
        "terms": _term_names(library, words),
        "search": {"aid": words("aid.mark")}
        | {
            key.removeprefix("search."): words(key)
            for key in words.strings
            if key.startswith(("search.hit", "search.all", "search.reference", "search.paragraphs"))
            or key in ("search.terms", "search.instruments", "search.missing", "search.facet.theme")
        },
        "strings": {
            key.removeprefix("paragraph."): value
            for key, value in words.strings.items()
            if key.startswith("paragraph.")
        },
    }
    return {f"search/labels-{words.language}.js": script("labels", words.language, 0, data)}


def _kinds(library: Library) -> dict[str, str]:
    """What a paragraph is where its key does not tell: the table of `x1`."""
    kinds: dict[str, str] = {}
    for slug, head in library.heads.items():
        for key, (kind, _) in head.kinds.items():
            if UNNUMBERED.fullmatch(key) and kind in NAMED_KINDS:
                kinds[f"{slug}#{key}"] = kind
    return kinds


def _language(
    language: str, library: Library, own: Mapping[str, ReadingAid], catalogue: Catalogue
) -> Files:
    """The texts of a language, then our reading aids of works we do not hold in it."""
    held = [slug for slug, head in library.heads.items() if language in head.sides]
    aided = {slug: aid for slug, aid in own.items() if slug not in held}
    words: set[str] = set()  # as the texts have them; the same ones recur, and are folded once

    def texts() -> Iterator[tuple[Document, list[Passage]]]:
        for slug in held:
            reading = library.works[slug].texts[language]
            words.update(_words(reading))
            yield reading.document, units_of(reading, catalogue)

    by_document = chain(texts(), _aided(aided, library, catalogue))
    paragraphs = yield from shards(language, by_document, catalogue)
    path = f"search/{language}"
    yield f"{path}/words-0.js", script("words", language, 0, " ".join(_sought(words)))
    ways = _ways(language, paragraphs, catalogue)
    yield f"{path}/ways-0.js", script("ways", language, 0, ways)
    answers = known_answers(language, paragraphs, catalogue)
    yield f"{path}/selftest.js", script("selftest", language, 0, answers)


def _aided(
    aids: Mapping[str, ReadingAid], library: Library, catalogue: Catalogue
) -> Iterator[tuple[Document, list[Passage]]]:
    """Our reading aids: the units of their sources, in other words."""
    for slug, aid in aids.items():
        reading = library.readings[slug]
        units = [
            replace(unit, text=MARK.sub("", aid.text(unit.key)), words="", bodies=(), aid=True)
            for unit in units_of(reading, catalogue)
        ]
        yield reading.document, units


def known_answers(
    language: str, paragraphs: list[str], catalogue: Catalogue
) -> list[tuple[str, int, int]]:
    """Queries with the paragraphs and occurrences a plain scan finds: what search must find too.

    Strings of two to six characters drawn from the texts by a fixed seed, and every term; of a
    large corpus so many of them as can be counted in good time.
    """
    draw, long = random.Random(SEED), [each for each in paragraphs if len(each) >= 6]
    drawn = []
    for _ in range(SAMPLE if long else 0):
        text = draw.choice(long)
        start = draw.randrange(len(text) - 1)
        drawn.append(text[start : start + draw.randint(2, 6)])
    named = [term.names.get(language, "") for term in catalogue.terms.values()]
    names = [fold(name) for name in named]
    queries = list(dict.fromkeys(e for e in (*drawn, *names) if fold(e) == e and e))
    step = 1 + len(queries) * sum(map(len, paragraphs)) // SCANNED
    blocks = ["\n".join(paragraphs[at : at + BLOCK]) for at in range(0, len(paragraphs), BLOCK)]
    return [(query, *_counted(query, blocks)) for query in queries[::step]]


def _counted(query: str, blocks: Iterable[str]) -> tuple[int, int]:
    """In how many lines a string stands, and how often, by a plain scan."""
    paragraphs = occurrences = 0
    for block in blocks:
        between = block.split(query)[1:]  # behind each occurrence, up to the next or the end
        occurrences += len(between)
        paragraphs += bool(between) + sum("\n" in each for each in between[:-1])
    return paragraphs, occurrences


def units_of(reading: Reading, catalogue: Catalogue) -> list[Passage]:
    """The units of a document, its paragraphs first, in the order of the text."""
    document = reading.document
    themes = {theme.id: number for number, theme in enumerate(catalogue.themes)}
    units = [
        _passage(p, reading.findings.get(p.key, Findings()), catalogue, themes)
        for p in document.paragraphs
    ]
    marks = {
        note.key: f"{paragraph.key}-mark{number}"
        for paragraph in reversed(document.paragraphs)
        for number, note in reversed(list(enumerate(paragraph.notes, start=1)))
    }
    for note in document.footnotes:
        if note.text:
            units.append(
                Passage(
                    key=note.key,
                    mark=marks[note.key],
                    part=PARTS.index("note"),
                    text=note.text,
                    words="",
                    themes=_digits((), themes),
                )
            )
    return units


def _passage(
    paragraph: Paragraph, findings: Findings, catalogue: Catalogue, themes: Mapping[str, int]
) -> Passage:
    part = {"preambular": "preambular", "operative": "operative", "lettered": "operative"}.get(
        paragraph.kind, "title" if paragraph.kind == "title" else "other"
    )
    return Passage(
        key=paragraph.key,
        mark="",
        part=PARTS.index(part),
        text=paragraph.text,
        bodies=_bodies(findings, catalogue),
        words=findings.words,
        themes=_digits(findings.tags, themes),
        verb=findings.acts[0].concept if findings.acts else "",
        addressees=" ".join(findings.addressees),
    )


def _bodies(findings: Findings, catalogue: Catalogue) -> tuple[Span, ...]:
    """Words that are the name of a body: what stands inside is no word of the paragraph."""
    return tuple([use.span for use in findings.terms if catalogue.terms[use.id].kind == "body"])


def _digits(tags: Iterable[Tag], themes: Mapping[str, int]) -> str:
    """A digit a theme: how strongly the paragraph is about it."""
    digits = ["0"] * len(themes)
    for tag in tags:
        digits[themes[tag.theme]] = str(STRENGTHS[tag.strength])
    return "".join(digits)


def _term_names(library: Library, words: Strings) -> dict[str, list[str | None]]:
    """By id: the name of a term, and the part of the glossary it stands in.

    The part is "" of a term with a page of its own, None of one that the glossary leaves out.
    """
    catalogue, language = words.catalogue, words.language
    parts: dict[str, str | None] = {
        term.id: "" if has_page(term, catalogue, language) else term.kind
        for term in in_glossary(library, catalogue)
    }
    return {
        term.id: [words.name(term.names), parts.get(term.id)]
        for term in catalogue.terms.values()
        if language in term.names
    }


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
            found = tagger.tag(name, (TermUse(term.id, Span(0, len(name))),)).tags
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


def _names(language: str, catalogue: Catalogue) -> str:
    """What the rows of `terms.js` are called in another language than Chinese, by their ids."""
    names: dict[str, list[str]] = {}
    for term in catalogue.terms.values():
        names[term.id] = [*term.forms(language), *term.abbreviations]
    for each in catalogue.instruments.values():
        if each.kind in NAMED:
            names[each.id] = [each.names.get(language, "")]
    for theme in catalogue.themes:
        names.setdefault(theme.id, []).append(theme.names.get(language, ""))
    folded = {key: list(dict.fromkeys(filter(None, map(fold, n)))) for key, n in names.items()}
    return script("names", language, 0, folded)


def _words(reading: Reading) -> set[str]:
    """The words of a text that was cut into words."""
    return {
        paragraph.text[start:end]
        for paragraph in reading.document.paragraphs
        if paragraph.key in reading.findings
        for start, end in pairwise(reading.findings[paragraph.key].edges)
    }


def _sought(words: Iterable[str]) -> list[str]:
    """Those of two Chinese characters or more: a phrase that is asked for is cut along them."""
    folded = {fold(word) for word in words}
    return sorted(word for word in folded if CHINESE.fullmatch(word))


def _pairs() -> str:
    """Traditional and simplified characters in turn."""
    pairs = simplified().items()
    return "".join(a + b for a, b in pairs)
