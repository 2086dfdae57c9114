"""Whether the rules in `data/` do what their own examples say: terms, themes, acts, citations.

`load` has read the files; here the rules are run, so this comes after it, in the room of the
programs that run them.
"""

from __future__ import annotations

from collections.abc import Mapping

from resolutions.analysis.acts.check import check_acts
from resolutions.analysis.citations.check import check_citing
from resolutions.analysis.segment import check_terms
from resolutions.analysis.themes.check import check_lists, check_rules
from resolutions.catalogue.datafiles import RULES, DataFiles
from resolutions.catalogue.yamlfile import YamlPath
from resolutions.model.catalogue import Term
from resolutions.model.instruments import Instrument
from resolutions.model.records import Language, Slug
from resolutions.model.rules import ActWords, Citing, Rule, Theme

CHINESE = "zh"


def check_data(files: DataFiles) -> None:
    """Report, into the files' own report, every rule that is no rule or misses its example."""
    instruments = files.by_id("instruments.yml", Instrument)
    cited = files.by_id("cited.yml", Instrument)
    terms = files.by_id("terms.yml", Term)
    positions = {term_id: n for n, term_id in enumerate(terms or {})}
    for term_id, message in check_terms(terms or {}):
        place = (positions[term_id],)
        files.error("terms.yml", place, "term-example", message, "correct the example")
    named = {**(instruments or {}), **(cited or {})}
    themes = files.read("themes.yml", tuple[Theme, ...])
    for language in (CHINESE, *files.ruled):
        home = "" if language == CHINESE else f"{RULES}/{language}/"
        lists = files.read(f"{home}lists.yml", dict[str, tuple[str, ...]])
        if themes is not None and terms is not None and lists is not None:
            rules = _rules(language, home, themes, files)
            known = {theme.id for theme in themes}
            found = check_rules(rules, known, terms, lists, language)
            files.complain(f"{home}themes.yml", found)
        _check_words(home, named, lists or {}, files)


def _rules(
    language: Language, home: str, themes: tuple[Theme, ...], files: DataFiles
) -> list[tuple[YamlPath, Rule]]:
    """Every rule of a language, each with its place in its file."""
    if language == CHINESE:
        return [
            ((position, "rules", number), rule)
            for position, theme in enumerate(themes)
            for number, rule in enumerate(theme.rules)
        ]
    own: Mapping[str, tuple[Rule, ...]] = (
        files.read(f"{home}themes.yml", dict[Slug, tuple[Rule, ...]]) or {}
    )
    return [((theme, n), rule) for theme, rules in own.items() for n, rule in enumerate(rules)]


def _check_words(
    home: str,
    instruments: Mapping[str, Instrument],
    lists: Mapping[str, tuple[str, ...]],
    files: DataFiles,
) -> None:
    """The lists, acts and citations of a language."""
    acts = files.read(f"{home}acts.yml", ActWords)
    citing = files.read(f"{home}citing.yml", Citing)
    files.complain(f"{home}lists.yml", check_lists(lists))
    files.complain(f"{home}acts.yml", check_acts(acts) if acts else ())
    files.complain(f"{home}citing.yml", check_citing(citing, instruments) if citing else ())
