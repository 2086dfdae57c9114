"""What is wrong with the files of `data/` between themselves: ids, names, strings, moves.

Each is reported into the files' own report, at its line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from resolutions.catalogue.datafiles import DataFiles
from resolutions.model.catalogue import (
    Move,
    Term,
    Thesaurus,
    Tongue,
)
from resolutions.model.records import Language
from resolutions.model.rules import Override, Theme
from resolutions.web.strings import LETTERS, MOST_ITEMS, PLURALS, plural_forms

REFERENCE_STRINGS = "zh"  # the language whose list of strings is complete by definition
PLACE = re.compile(r"\{(\w*)\}")
SHORTEST_FORM = 2  # characters
# Strings that are lists, with how many entries pages ask for; elsewhere a figure takes their place.
LISTS = {"ordinals": MOST_ITEMS, "months": 12, "letters": len(LETTERS), "sections": 7}


def check_languages(languages: Sequence[Tongue] | None, files: DataFiles) -> None:
    """A language at least is one that pages are made in."""
    if languages is not None and not any(tongue.interface for tongue in languages):
        message = "no language has `interface: true`, so no page can be written"
        files.error("languages.yml", (), "no-interface", message, "give one language the mark")


def check_strings(strings: Mapping[str, Mapping[str, str]], files: DataFiles) -> None:
    """Every language has the strings of the reference, with the same {places} in them."""
    reference = strings.get(REFERENCE_STRINGS, {})
    for language, own in strings.items():
        name = f"strings/{language}.yml"
        complete = _in(language, reference)
        for key in complete.keys() - own.keys():
            files.error(name, (), "missing-string", f"`{key}` is missing", "translate it")
        for key in own.keys() - complete.keys():
            message = f"`{key}` is no string of the edition"
            files.error(name, (key,), "unknown-string", message, "remove it")
        for key in own.keys() & complete.keys():
            places = set(PLACE.findall(own[key])), set(PLACE.findall(complete[key]))
            loose = re.search(r"[{}]", PLACE.sub("", own[key]))
            counted = key.rsplit(".", 1)[0] in PLURALS  # "one paragraph" needs no figure
            if loose or (places[0] - places[1] if counted else places[0] != places[1]):
                wanted = ", ".join(f"{{{place}}}" for place in sorted(places[1])) or "none"
                message = f"`{key}` has other places to fill than in {REFERENCE_STRINGS}"
                files.error(name, (key,), "bad-placeholder", message, f"use {wanted}")
        for key in LISTS.keys() & own.keys():
            entries = [entry for entry in own[key].split("|") if entry.strip()]
            if len(entries) < LISTS[key]:
                message = f"`{key}` has {len(entries)} entries, and pages need {LISTS[key]}"
                files.error(name, (key,), "short-list", message, "add them, with | between")


def _in(language: str, reference: Mapping[str, str]) -> dict[str, str]:
    """The strings a language must have: a counted one for every kind of number it tells apart."""
    wanted = {key: text for key, text in reference.items() if key.rsplit(".", 1)[0] not in PLURALS}
    for key in PLURALS:
        if f"{key}.other" in reference:
            other = reference[f"{key}.other"]
            wanted |= {f"{key}.{form}": other for form in plural_forms(language)}
    return wanted


def check_ids(name: str, kind: Any, files: DataFiles) -> None:
    """No id stands twice."""
    records: Sequence[Any] = files.read(name, tuple[kind, ...]) or ()
    last = {each.id: position for position, each in enumerate(records)}
    for identity, count in Counter(each.id for each in records).items():
        if count > 1:
            message = f"`{identity}` stands twice"
            files.error(name, (last[identity],), "doubled-id", message, "keep one")


def check_terms(terms: Mapping[str, Term], files: DataFiles) -> None:
    """No form belongs to two terms, and none is too short to be kept whole."""
    owner: dict[str, str] = {}
    for position, term in enumerate(terms.values()):
        for form in term.forms(REFERENCE_STRINGS):
            if form in owner:
                message = f"{form!r} belongs to `{owner[form]}` and to `{term.id}`"
                files.error("terms.yml", (position,), "doubled-form", message, "one form, one term")
            if len(form) < SHORTEST_FORM:
                message = f"{form!r} of `{term.id}` is too short to be kept whole"
                files.error("terms.yml", (position,), "short-form", message, "take a longer form")
            owner[form] = term.id


def check_moves(moves: Sequence[Move], files: DataFiles) -> None:
    """A page moves once, and straight to where it is: no reader is led on twice."""
    seen: set[str] = set()
    olds = {move.old for move in moves}
    for position, move in enumerate(moves):
        if move.old in seen:
            message = f"`{move.old}` moves twice"
            files.error("redirects.yml", (position,), "doubled-redirect", message, "keep one")
        if move.new in olds:
            message = f"`{move.old}` leads to `{move.new}`, which has moved too"
            remedy = "name the page where it is now"
            files.error("redirects.yml", (position,), "redirect-chain", message, remedy)
        seen.add(move.old)


def check_thesaurus(rows: Thesaurus, languages: Sequence[Language], files: DataFiles) -> None:
    """A row says the same in several languages, all of them those of the edition."""
    for position, row in enumerate(rows):
        for language in row.keys() - set(languages):
            message, remedy = f"`{language}` is no language of the edition", "correct its code"
            files.error("thesaurus.yml", (position, language), "unknown-language", message, remedy)


def check_themes(
    themes: Sequence[Theme],
    terms: Mapping[str, Term],
    overrides: Sequence[tuple[Override, int]],
    files: DataFiles,
) -> None:
    """Themes have names, their key terms are terms, and overrides speak of themes there are."""
    for position, theme in enumerate(themes):
        if REFERENCE_STRINGS not in theme.names:
            message = f"theme `{theme.id}` has no name in {REFERENCE_STRINGS}"
            files.error("themes.yml", (position, "names"), "missing-name", message, "name it")
        for term in theme.key_terms:
            if term not in terms:
                files.error(
                    "themes.yml",
                    (position, "key_terms"),
                    "unknown-term",
                    f"theme `{theme.id}` names the term `{term}`, which is not in terms.yml",
                    "correct the id, or add the term",
                )
    known = {theme.id for theme in themes}
    for position, (override, _) in enumerate(overrides):
        if override.theme not in known:
            message = f"`{override.theme}` is no theme"
            files.error("overrides.yml", (position,), "unknown-theme", message, "correct the id")
