"""The words of `data/` that readers see, set as the UN sets them in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
import yaml
from conftest import REPOSITORY, Edition

DATA = REPOSITORY / "data"
FORMULAS = {"printed", "lists", "acts", "citing", "thesaurus"}  # what is looked for, not shown
UNSHOWN = {"everyday", "examples", "misses", "forms", "sources", "jump.preamble", "jump.note"}
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
NEVER = {
    "fr": {
        "a plain blank before a high sign": r" [;:!?»%]",
        "a plain blank after «": r"« ",
        "quotation marks of another language": r'["“”]',
        "another o than that of nᵒ": r"\bn[º°]|\bno [\d)]",
        "a plain blank between a unit and its number": r"\b(?:paragraphe|par\.|chap\.|sect\.|alinéa|note|ligne|nᵒ) [\d{]",
        "a plain blank between day and month": rf"\d (?:{MONTHS})\b",
    },
    "es": {
        "quotation marks of another language": r'["«»]',
        "a plain blank between a unit and its number": r"\b(?:párrafo|párr\.|cap\.|secc\.|nota|núm\.) [\d{]",
        "a plain blank before %": r" %",
    },
    "ru": {
        "quotation marks of another language": r'["“”„]',
        "ё": r"[ёЁ]",
        "a plain blank before a dash": r" —",
        "a hyphen between years": r"\d{4}-\d{4}",
        "a plain blank between a unit and its number": r"\b(?:пп?\.|гл\.|разд\.|пункт|сноска) [\d{]|№ ",
    },
    "ar": {
        "quotation marks of another language": r'["«»]',
        "Latin signs": r"[؀-ۿ] ?[,;?](?=\s|$)|%",
        "figures of another script": r"[٠-٩٪]",
        "a lone و that a line may end with": r"(?<!\S)و ",
        "a sign that leaves the Latin word it begins": r"(?<=[ ؀-ۿ])[-&#][-a-z]",
    },
}


def shown(content: object, language: str, own: bool) -> Iterator[str]:
    """The strings of a language; `own`: the file, or the part, is of this language."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key not in UNSHOWN:
                yield from shown(value, language, own or key == language)
    elif isinstance(content, list):
        for value in content:
            yield from shown(value, language, own)
    elif isinstance(content, str) and own:
        yield content


@cache
def contents() -> dict[str, object]:
    paths = [path for path in DATA.rglob("*.yml") if path.parent in (DATA, DATA / "strings")]
    return {
        path.stem: yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        for path in paths
        if path.stem not in FORMULAS
    }


@pytest.mark.parametrize(
    ("language", "what"), [(a, b) for a, kinds in NEVER.items() for b in kinds]
)
def test_no_word_that_readers_see_has(language: str, what: str) -> None:
    words = [
        each
        for stem, content in contents().items()
        for each in shown(content, language, stem == language)
    ]
    assert len(words) > 1000
    assert [each for each in words if re.search(NEVER[language][what], each)] == []


@pytest.mark.parametrize(
    ("language", "what", "wrong"),
    [
        ("fr", "a plain blank before a high sign", "le texte ; la note"),
        ("fr", "another o than that of nᵒ", "Supplément nº\u00a010"),
        ("es", "quotation marks of another language", "«texto»"),
        ("ru", "ё", "ещё"),
        ("ru", "a hyphen between years", "2008-2011"),
        ("ar", "Latin signs", "النص, والحاشية"),
        ("ar", "a lone و that a line may end with", "القراران 68/193 و 75/196"),
        ("ar", "a sign that leaves the Latin word it begins", "مع &to=op40"),
    ],
)
def test_what_is_never_set_so_is_found(language: str, what: str, wrong: str) -> None:
    assert re.search(NEVER[language][what], wrong)


def test_what_is_both_term_and_instrument_has_one_name(real: Edition) -> None:
    """But for a short name in brackets, and the first letter."""
    instruments = {each.names.get("zh"): each for each in real.catalogue.instruments.values()}
    both = [
        (a, b) for a in real.catalogue.terms.values() if (b := instruments.get(a.names.get("zh")))
    ]
    assert len(both) > 20
    bare = {language: re.compile(r" \([^)]*\)$") for language in NEVER}
    for term, instrument in both:
        for language, brackets in bare.items():
            names = (term.names.get(language, ""), instrument.names.get(language, ""))
            assert len({brackets.sub("", name).casefold() for name in names}) == 1, (term.id, names)
