"""Stage: the folder `data/` -> a catalogue, read and cross-checked as a whole.

Every problem of every file is reported before anything stops, so that an editor mends a
folder in one round.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from resolutions.catalogue.datafiles import RULES, DataFiles
from resolutions.catalogue.styles import check_references
from resolutions.model.catalogue import (
    Catalogue,
    Edition,
    Erratum,
    Move,
    Redirect,
    Term,
    Thesaurus,
    Tongue,
)
from resolutions.model.instruments import Held, Instrument
from resolutions.model.records import Language, Slug
from resolutions.model.referencing import References
from resolutions.model.rules import ActWords, Citing, Override, Rule, RuleBook, Theme
from resolutions.web.strings import LETTERS, MOST_ITEMS, PLURALS, plural_forms

REFERENCE_STRINGS = "zh"  # the language whose list of strings is complete by definition
PLACE = re.compile(r"\{(\w*)\}")
SHORTEST_FORM = 2  # characters
# Strings that are lists, with how many entries pages ask for; elsewhere a figure takes their place.
LISTS = {"ordinals": MOST_ITEMS, "months": 12, "letters": len(LETTERS), "sections": 7}


def load(files: DataFiles) -> Catalogue | None:
    """Read all of `data/`; None where a file could not be read at all.

    Whether the rules of `data/` do what their examples say is asked by `analysis.checks`.
    """
    edition = files.read("edition.yml", Edition)
    languages: tuple[Tongue, ...] | None = files.read("languages.yml", tuple[Tongue, ...])
    instruments = files.by_id("instruments.yml", Instrument)
    cited = files.by_id("cited.yml", Instrument)
    held = files.read("held.yml", tuple[Held, ...])
    terms = files.by_id("terms.yml", Term)
    themes = files.read("themes.yml", tuple[Theme, ...])
    lists = files.read("lists.yml", dict[str, tuple[str, ...]])
    acts = files.read("acts.yml", ActWords)
    citing = files.read("citing.yml", Citing)
    overrides = files.read("overrides.yml", tuple[Override, ...])
    errata = files.placed("errata.yml", tuple[Erratum, ...])
    redirects = files.placed("redirects.yml", tuple[Redirect, ...])
    references = files.read("references.yml", References)
    thesaurus: Thesaurus | None = files.read("thesaurus.yml", Thesaurus)
    tongues = [tongue.code for tongue in languages or () if tongue.interface]
    if languages is not None and not tongues:
        message = "no language has `interface: true`, so no page can be written"
        files.error("languages.yml", (), "no-interface", message, "give one language the mark")
    _check_thesaurus(thesaurus or (), tongues, files)
    strings = {code: files.strings(code) for code in tongues}
    _check_strings(strings, files)
    for name, kind in (
        ("instruments.yml", Instrument),
        ("cited.yml", Instrument),
        ("terms.yml", Term),
    ):
        _check_ids(name, kind, files)
    _check_terms(terms or {}, files)
    moves = tuple(Move(each["from"], each["to"], line) for each, line in redirects or ())
    _check_moves(moves, files)
    files.complain("references.yml", check_references(references or References(), tongues))
    named = {**(instruments or {}), **(cited or {})}
    further: dict[Language, RuleBook | None] = {}
    if themes is not None and terms is not None and lists is not None:
        _check_themes(themes, terms, overrides or (), files)
        further = {code: _rule_book(code, themes, files) for code in files.ruled}
    if edition is None or languages is None or themes is None or lists is None or terms is None:
        return None
    if acts is None or citing is None or None in further.values():
        return None
    if None in (instruments, cited, held, overrides, errata, redirects, references):
        return None
    if thesaurus is None:
        return None
    return Catalogue(
        edition=edition,
        languages=languages,
        strings=strings,
        instruments=named,
        held={each.slug: each for each in held or ()},
        terms=terms,
        themes=themes,
        lists=lists,
        acts=acts,
        citing=citing,
        overrides=overrides or (),
        errata=tuple(errata or ()),
        moves=moves,
        references=references or References(),
        thesaurus=thesaurus,
        further={code: book for code, book in further.items() if book},
    )


def _check_strings(strings: Mapping[str, Mapping[str, str]], files: DataFiles) -> None:
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


def _check_ids(name: str, kind: Any, files: DataFiles) -> None:
    """No id stands twice."""
    records: Sequence[Any] = files.read(name, tuple[kind, ...]) or ()
    last = {each.id: position for position, each in enumerate(records)}
    for identity, count in Counter(each.id for each in records).items():
        if count > 1:
            message = f"`{identity}` stands twice"
            files.error(name, (last[identity],), "doubled-id", message, "keep one")


def _check_terms(terms: Mapping[str, Term], files: DataFiles) -> None:
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


def _rule_book(language: Language, themes: Sequence[Theme], files: DataFiles) -> RuleBook | None:
    """The rules of `rules/en/`; None where a file of them could not be read."""
    home = f"{RULES}/{language}/"
    rules = files.read(f"{home}themes.yml", dict[Slug, tuple[Rule, ...]])
    lists = files.read(f"{home}lists.yml", dict[str, tuple[str, ...]])
    acts = files.read(f"{home}acts.yml", ActWords)
    citing = files.read(f"{home}citing.yml", Citing)
    if rules is None or lists is None or acts is None or citing is None:
        return None
    known = {theme.id for theme in themes}
    for theme_id in rules.keys() - known:
        message = f"rules for `{theme_id}`, which is no theme"
        files.error(f"{home}themes.yml", (theme_id,), "unknown-theme", message, "correct the id")
    own = tuple(replace(theme, rules=rules.get(theme.id, ())) for theme in themes)
    return RuleBook(themes=own, lists=lists, acts=acts, citing=citing)


def _check_moves(moves: Sequence[Move], files: DataFiles) -> None:
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


def _check_thesaurus(rows: Thesaurus, languages: Sequence[Language], files: DataFiles) -> None:
    """A row says the same in several languages, all of them those of the edition."""
    for position, row in enumerate(rows):
        for language in row.keys() - set(languages):
            message, remedy = f"`{language}` is no language of the edition", "correct its code"
            files.error("thesaurus.yml", (position, language), "unknown-language", message, remedy)


def _check_themes(
    themes: Sequence[Theme],
    terms: Mapping[str, Term],
    overrides: Sequence[Override],
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
    for position, override in enumerate(overrides):
        if override.theme not in known:
            message = f"`{override.theme}` is no theme"
            files.error("overrides.yml", (position,), "unknown-theme", message, "correct the id")
