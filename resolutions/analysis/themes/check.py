"""What is wrong with rules of themes: unknown ids, bad patterns, examples that fail."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from resolutions.analysis.themes.tag import EDGE
from resolutions.catalogue.yamlfile import Complaint, YamlPath
from resolutions.model.catalogue import Term
from resolutions.model.patterns import filled, some
from resolutions.model.records import Language
from resolutions.model.rules import Rule


def check_rules(
    rules: Iterable[tuple[YamlPath, Rule]],
    known: Collection[str],
    terms: Mapping[str, Term],
    lists: Mapping[str, Sequence[str]],
    language: Language,
) -> list[Complaint]:
    """What is wrong with rules, each with its place: unknown terms, themes, lists, patterns.

    `known`: the themes there are. Examples are tried too.
    """
    return [
        complaint
        for place, rule in rules
        for complaint in _check_rule(rule, place, known, terms, lists, language)
    ]


def check_lists(lists: Mapping[str, Sequence[str]]) -> list[Complaint]:
    """The words of lists that are no patterns."""
    rules = [((name,), Rule(find=tuple(words))) for name, words in lists.items()]
    return [
        ((*place[:1],), code, message, remedy)
        for place, code, message, remedy in check_rules(rules, (), {}, lists, "")
    ]


def _check_rule(
    rule: Rule,
    place: YamlPath,
    known: Collection[str],
    terms: Mapping[str, Term],
    lists: Mapping[str, Sequence[str]],
    language: Language,
) -> list[Complaint]:
    complaints: list[Complaint] = [
        (
            (*place, "terms"),
            "unknown-term",
            f"a rule names the term `{term}`, which is not in terms.yml",
            "correct the id, or add the term",
        )
        for term in rule.terms
        if term not in terms
    ]
    complaints += [
        ((*place, "also"), "unknown-theme", f"a rule names the theme `{theme}`", "correct the id")
        for theme in rule.also
        if theme not in known
    ]
    fields = {"find": rule.find, "unless": rule.unless, "needs": rule.needs, "beside": rule.beside}
    for field, patterns in fields.items():
        for pattern in patterns:
            try:
                re.compile(filled(pattern, lists))
            except KeyError as problem:
                complaints.append(
                    (
                        (*place, field),
                        "unknown-list",
                        f"no list {problem} in lists.yml",
                        "correct the name",
                    )
                )
            except re.error as problem:
                complaints.append(
                    ((*place, field), "bad-pattern", f"{pattern!r}: {problem}", "mend the pattern")
                )
    if not complaints:
        complaints += _check_examples(rule, place, terms, lists, language)
    return complaints


def _check_examples(
    rule: Rule,
    place: YamlPath,
    terms: Mapping[str, Term],
    lists: Mapping[str, Sequence[str]],
    language: Language,
) -> list[Complaint]:
    edge = "".join(lists.get(EDGE, ()))
    find, unless = some(rule.find, lists, edge), some(rule.unless, lists)
    forms = [form for term in rule.terms for form in terms[term].forms(language)]

    def fires(text: str) -> bool:
        left = unless.sub("", text) if unless else text
        return bool(find and find.search(left)) or any(form in left for form in forms)

    wrong = [(text, "does not fire on its example") for text in rule.examples if not fires(text)]
    wrong += [(text, "fires on what it must miss") for text in rule.misses if fires(text)]
    return [
        ((*place,), "rule-example", f"a rule {what} {text!r}", "correct the rule or the example")
        for text, what in wrong
    ]
