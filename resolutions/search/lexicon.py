"""What a query may mean: terms, instruments, themes by their names; words by others like them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from resolutions.analysis.themes.tag import Tagger
from resolutions.catalogue.aids import Aids
from resolutions.model.catalogue import Catalogue
from resolutions.model.findings import TermUse
from resolutions.model.library import Files, Library
from resolutions.model.records import Span
from resolutions.search.fold import fold, simplified
from resolutions.search.shards import script

SPEAKING = ("crime", "object", "person")  # kinds of terms whose name may say its theme
NAMED = ("treaty", "policy", "programme", "agreement")  # instruments that texts call by name

# Folded, traite and marche are traité and marché too, other words: only as the name of a term.
FOLDS_ALIKE = re.compile(r"\w+e")


def lexicon(library: Library, catalogue: Catalogue, aids: Aids) -> Files:
    """The files of `search/` that every language shares."""
    yield "search/fold.js", script("fold", "", 0, _pairs())
    yield "search/terms.js", script("terms", "", 0, _terms(catalogue))
    yield "search/thesaurus.js", script("thesaurus", "", 0, _thesaurus(catalogue))
    texts = {code for head in library.heads.values() for code in head.sides}
    yield "search/languages.js", script("languages", "", 0, [sorted(texts), sorted(aids)])


def names(language: str, catalogue: Catalogue) -> str:
    """What the rows of `terms.js` are called in another language than Chinese, by their ids."""
    names: dict[str, list[str]] = {}
    for term in catalogue.terms.values():
        head, *others = term.forms(language) or ("",)
        plain = [form for form in others if language != "fr" or not FOLDS_ALIKE.fullmatch(form)]
        names[term.id] = [head, *plain, *term.abbreviations]
    for each in catalogue.instruments.values():
        if each.kind in NAMED:
            names[each.id] = [each.names.get(language, "")]
    for theme in catalogue.themes:
        names.setdefault(theme.id, []).append(theme.names.get(language, ""))
    folded = {key: list(dict.fromkeys(filter(None, map(fold, n)))) for key, n in names.items()}
    return script("names", language, 0, folded)


def _thesaurus(catalogue: Catalogue) -> tuple[list[str], list[list[list[str]]]]:
    """The languages, then for each row of the thesaurus its words in each of them, folded."""
    languages = list(dict.fromkeys(code for row in catalogue.thesaurus for code in row))
    rows = [
        [list(dict.fromkeys(fold(word) for word in row.get(code, ()))) for code in languages]
        for row in catalogue.thesaurus
    ]
    return languages, rows


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
    tagger = Tagger.of(catalogue.themes, catalogue.lists)
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


def _pairs() -> str:
    """Traditional and simplified characters in turn."""
    pairs = simplified().items()
    return "".join(a + b for a, b in pairs)
