"""Stage: the folder `data/` -> a catalogue, read and cross-checked as a whole.

Every problem of every file is reported before anything stops, so that an editor mends a
folder in one round.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from resolutions.analysis.acts.check import check_acts
from resolutions.analysis.cite import check_citing
from resolutions.analysis.segment import check_terms
from resolutions.analysis.themes.tag import Complaint, check_lists, check_rules
from resolutions.catalogue.yamlfile import convert, lines_of, parse_yaml
from resolutions.model.catalogue import (
    ActWords,
    Catalogue,
    Citing,
    Edition,
    Erratum,
    Held,
    Instrument,
    Move,
    Override,
    Redirect,
    Rule,
    RuleBook,
    Term,
    Theme,
    Tongue,
)
from resolutions.model.problems import Report
from resolutions.model.records import Language, Slug
from resolutions.web.words import PLURALS, plural_forms

T = TypeVar("T")
REFERENCE_STRINGS = "zh"  # the language whose list of strings is complete by definition
PLACE = re.compile(r"\{(\w*)\}")
SHORTEST_FORM = 2  # characters
RULES = "rules"  # the folder of the rules for other languages than Chinese


def load(folder: Path, shown: str, report: Report) -> Catalogue | None:
    """Read all of `data/`; None where a file could not be read at all."""
    files = _Files(folder, shown, report)
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
    tongues = [tongue.code for tongue in languages or () if tongue.interface]
    if languages is not None and not tongues:
        message = "no language has `interface: true`, so no page can be written"
        files.error("languages.yml", (), "no-interface", message, "give one language the mark")
    strings = {code: files.strings(code) for code in tongues}
    _check_strings(strings, files)
    _check_terms(terms, files)
    moves = tuple(Move(each["from"], each["to"], line) for each, line in redirects or ())
    _check_moves(moves, files)
    named = {**(instruments or {}), **(cited or {})}
    further: dict[Language, RuleBook | None] = {}
    if themes is not None and terms is not None and lists is not None:
        _check_themes(themes, terms, lists, overrides or (), files)
        further = {code: _rule_book(code, themes, terms, named, files) for code in files.ruled}
    _check_words("", acts, citing, lists, named, files)
    if edition is None or languages is None or themes is None or lists is None or terms is None:
        return None
    if acts is None or citing is None or None in further.values():
        return None
    if None in (instruments, cited, held, overrides, errata, redirects):
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
        further={code: book for code, book in further.items() if book},
    )


class _Files:
    """The YAML files of a folder, and the lines of what was read from them."""

    def __init__(self, folder: Path, shown: str, report: Report) -> None:
        self.folder, self.shown, self.report = folder, shown, report
        self.lines: dict[str, dict[tuple[str | int, ...], int]] = {}

    def read(self, name: str, kind: type[T] | Any) -> T | None:
        """A file as records of `kind`."""
        shown = f"{self.shown}/{name}"
        parsed = parse_yaml(self.folder / name, shown, self.report)
        self.lines[name] = parsed[1] if parsed else {(): 1}
        return convert(*parsed, shown, kind, self.report) if parsed else None

    def by_id(self, name: str, kind: type[T]) -> dict[str, T] | None:
        """A list of records with ids, as a mapping; an id that stands twice is reported."""
        records: Sequence[Any] | None = self.read(name, tuple[kind, ...])  # type: ignore[valid-type]
        if records is None:
            return None
        for identity, count in Counter(each.id for each in records).items():
            if count > 1:
                position = max(i for i, each in enumerate(records) if each.id == identity)
                self.error(
                    name, (position,), "doubled-id", f"`{identity}` stands twice", "keep one"
                )
        return {each.id: each for each in records}

    def placed(self, name: str, kind: Any) -> list[tuple[Any, int]] | None:
        """A list of records, each with the line it begins on."""
        records: Sequence[Any] | None = self.read(name, kind)
        if records is None:
            return None
        return [(each, self.line(name, (number,))) for number, each in enumerate(records)]

    def strings(self, language: str) -> dict[str, str]:
        """The words readers see in a language, by dotted key."""
        return self.read(f"strings/{language}.yml", dict[str, str]) or {}

    def line(self, name: str, place: tuple[str | int, ...]) -> int:
        """The line of a place in a file."""
        return lines_of(self.lines.get(name, {(): 1}), place)

    @property
    def ruled(self) -> list[Language]:
        """The languages that have rules of their own, beside those for Chinese."""
        return sorted(path.name for path in (self.folder / RULES).glob("*/"))

    def complain(self, name: str, complaints: Iterable[Complaint]) -> None:
        """Report what is wrong with a file."""
        for place, code, message, remedy in complaints:
            self.error(name, place, code, message, remedy)

    def error(
        self, name: str, place: tuple[str | int, ...], code: str, message: str, remedy: str
    ) -> None:
        """Report a problem at a place of a file."""
        self.report.error(f"{self.shown}/{name}", self.line(name, place), code, message, remedy)


def _check_strings(strings: Mapping[str, Mapping[str, str]], files: _Files) -> None:
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


def _in(language: str, reference: Mapping[str, str]) -> dict[str, str]:
    """The strings a language must have: a counted one for every kind of number it tells apart."""
    wanted = {key: text for key, text in reference.items() if key.rsplit(".", 1)[0] not in PLURALS}
    for key in PLURALS:
        if f"{key}.other" in reference:
            other = reference[f"{key}.other"]
            wanted |= {f"{key}.{form}": other for form in plural_forms(language)}
    return wanted


def _check_terms(terms: Mapping[str, Term] | None, files: _Files) -> None:
    owner: dict[str, str] = {}
    positions = {term_id: n for n, term_id in enumerate(terms or {})}
    for term in (terms or {}).values():
        for form in term.forms("zh"):
            place = (positions[term.id],)
            if form in owner:
                message = f"{form!r} belongs to `{owner[form]}` and to `{term.id}`"
                files.error("terms.yml", place, "doubled-form", message, "one form, one term")
            if len(form) < SHORTEST_FORM:
                message = f"{form!r} of `{term.id}` is too short to be kept whole"
                files.error("terms.yml", place, "short-form", message, "take a longer form")
            owner[form] = term.id
    for term_id, message in check_terms(terms or {}):
        files.error(
            "terms.yml", (positions[term_id],), "term-example", message, "correct the example"
        )


def _rule_book(
    language: Language,
    themes: Sequence[Theme],
    terms: Mapping[str, Term],
    instruments: Mapping[str, Instrument],
    files: _Files,
) -> RuleBook | None:
    """The rules of `rules/en/`, checked as those for Chinese are."""
    home = f"{RULES}/{language}/"
    rules = files.read(f"{home}themes.yml", dict[Slug, tuple[Rule, ...]])
    lists = files.read(f"{home}lists.yml", dict[str, tuple[str, ...]])
    acts = files.read(f"{home}acts.yml", ActWords)
    citing = files.read(f"{home}citing.yml", Citing)
    if rules is None or lists is None or acts is None or citing is None:
        return None
    known = {theme.id for theme in themes}
    for theme in rules.keys() - known:
        message = f"rules for `{theme}`, which is no theme"
        files.error(f"{home}themes.yml", (theme,), "unknown-theme", message, "correct the id")
    placed = [((theme, n), rule) for theme, own in rules.items() for n, rule in enumerate(own)]
    files.complain(f"{home}themes.yml", check_rules(placed, known, terms, lists, language))
    _check_words(home, acts, citing, lists, instruments, files)
    own = tuple(replace(theme, rules=rules.get(theme.id, ())) for theme in themes)
    return RuleBook(themes=own, lists=lists, acts=acts, citing=citing)


def _check_words(
    home: str,
    acts: ActWords | None,
    citing: Citing | None,
    lists: Mapping[str, Sequence[str]] | None,
    instruments: Mapping[str, Instrument],
    files: _Files,
) -> None:
    """The lists, acts and citations of a language."""
    files.complain(f"{home}lists.yml", check_lists(lists or {}))
    files.complain(f"{home}acts.yml", check_acts(acts) if acts else ())
    files.complain(f"{home}citing.yml", check_citing(citing, instruments) if citing else ())


def _check_moves(moves: Sequence[Move], files: _Files) -> None:
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


def _check_themes(
    themes: Sequence[Theme],
    terms: Mapping[str, Term],
    lists: Mapping[str, Sequence[str]],
    overrides: Sequence[Override],
    files: _Files,
) -> None:
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
    rules = [
        ((position, "rules", number), rule)
        for position, theme in enumerate(themes)
        for number, rule in enumerate(theme.rules)
    ]
    files.complain("themes.yml", check_rules(rules, known, terms, lists, REFERENCE_STRINGS))
    for position, override in enumerate(overrides):
        if override.theme not in known:
            message = f"`{override.theme}` is no theme"
            files.error("overrides.yml", (position,), "unknown-theme", message, "correct the id")
