"""Stage: the folder `data/` -> a catalogue, read and cross-checked as a whole.

Every problem of every file is reported before anything stops, so that an editor mends a
folder in one round.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from resolutions.catalogue.check import (
    check_ids,
    check_languages,
    check_moves,
    check_strings,
    check_terms,
    check_themes,
    check_thesaurus,
)
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
from resolutions.model.records import Language, Slug, record
from resolutions.model.referencing import References
from resolutions.model.rules import ActWords, Citing, Override, Rule, RuleBook, Theme


@record
class _Read:
    """What each file says; None where it could not be read."""

    edition: Edition | None
    languages: tuple[Tongue, ...] | None
    instruments: dict[str, Instrument] | None
    cited: dict[str, Instrument] | None
    held: tuple[Held, ...] | None
    terms: dict[str, Term] | None
    themes: tuple[Theme, ...] | None
    lists: dict[str, tuple[str, ...]] | None
    acts: ActWords | None
    citing: Citing | None
    overrides: list[tuple[Override, int]] | None
    errata: list[tuple[Erratum, int]] | None
    redirects: list[tuple[dict[str, str], int]] | None
    references: References | None
    thesaurus: Thesaurus | None
    variants: tuple[tuple[str, str], ...] | None

    @property
    def tongues(self) -> list[Language]:
        """The languages that pages are made in."""
        return [tongue.code for tongue in self.languages or () if tongue.interface]


def load(files: DataFiles) -> Catalogue | None:
    """Read all of `data/`; None where a file could not be read at all.

    Whether the rules of `data/` do what their examples say is asked by `analysis.checks`.
    """
    read = _read(files)
    strings = {code: files.strings(code) for code in read.tongues}
    moves = tuple(Move(each["from"], each["to"], line) for each, line in read.redirects or ())
    _check(read, strings, moves, files)
    further: dict[Language, RuleBook | None] = {}
    if read.themes is not None and read.terms is not None and read.lists is not None:
        further = {code: _rule_book(code, read.themes, files) for code in files.ruled}
    return _catalogue(read, strings, moves, further)


def _read(files: DataFiles) -> _Read:
    return _Read(
        edition=files.read("edition.yml", Edition),
        languages=files.read("languages.yml", tuple[Tongue, ...]),
        instruments=files.by_id("instruments.yml", Instrument),
        cited=files.by_id("cited.yml", Instrument),
        held=files.read("held.yml", tuple[Held, ...]),
        terms=files.by_id("terms.yml", Term),
        themes=files.read("themes.yml", tuple[Theme, ...]),
        lists=files.read("lists.yml", dict[str, tuple[str, ...]]),
        acts=files.read("acts.yml", ActWords),
        citing=files.read("citing.yml", Citing),
        overrides=files.placed("overrides.yml", tuple[Override, ...]),
        errata=files.placed("errata.yml", tuple[Erratum, ...]),
        redirects=files.placed("redirects.yml", tuple[Redirect, ...]),
        references=files.read("references.yml", References),
        thesaurus=files.read("thesaurus.yml", Thesaurus),
        variants=files.read("variants.yml", tuple[tuple[str, str], ...]),
    )


def _check(
    read: _Read,
    strings: Mapping[Language, Mapping[str, str]],
    moves: tuple[Move, ...],
    files: DataFiles,
) -> None:
    """Report what is wrong with the files between themselves, as far as they were read."""
    check_languages(read.languages, files)
    check_thesaurus(read.thesaurus or (), read.tongues, files)
    check_strings(strings, files)
    check_ids("instruments.yml", Instrument, files)
    check_ids("cited.yml", Instrument, files)
    check_ids("terms.yml", Term, files)
    check_terms(read.terms or {}, files)
    check_moves(moves, files)
    references = read.references or References()
    files.complain("references.yml", check_references(references, read.tongues))
    if read.themes is not None and read.terms is not None and read.lists is not None:
        check_themes(read.themes, read.terms, read.overrides or (), files)


def _catalogue(
    read: _Read,
    strings: dict[Language, dict[str, str]],
    moves: tuple[Move, ...],
    further: Mapping[Language, RuleBook | None],
) -> Catalogue | None:
    """The catalogue; None where a file is missing from it."""
    if read.edition is None or read.languages is None or read.instruments is None:
        return None
    if read.cited is None or read.held is None or read.terms is None or read.themes is None:
        return None
    if read.lists is None or read.acts is None or read.citing is None or read.overrides is None:
        return None
    if read.errata is None or read.redirects is None or read.references is None:
        return None
    if read.thesaurus is None or read.variants is None or None in further.values():
        return None
    return Catalogue(
        edition=read.edition,
        languages=read.languages,
        strings=strings,
        instruments={**read.instruments, **read.cited},
        held={each.slug: each for each in read.held},
        terms=read.terms,
        themes=read.themes,
        lists=read.lists,
        acts=read.acts,
        citing=read.citing,
        overrides=tuple(read.overrides),
        errata=tuple(read.errata),
        moves=moves,
        references=read.references,
        thesaurus=read.thesaurus,
        variants=read.variants,
        further={code: book for code, book in further.items() if book},
    )


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
