"""What is wrong with rules of themes: unknown ids, bad patterns, examples that fail."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from resolutions.analysis.themes.tag import Tagger
from resolutions.catalogue.yamlfile import Complaint, YamlPath
from resolutions.model.catalogue import Term
from resolutions.model.findings import TermUse
from resolutions.model.patterns import filled
from resolutions.model.records import Language, Span
from resolutions.model.rules import Rule, Theme


def check_rules(
    rules: Iterable[tuple[YamlPath, Rule]],
    known: Collection[str],
    terms: Mapping[str, Term],
    lists: Mapping[str, Sequence[str]],
    language: Language,
) -> list[Complaint]:
    """What is wrong with rules, each with its place: unknown terms, themes, lists, patterns.

    `known`: the themes there are. Examples of the rules that are sound are tried too.
    """
    complaints: list[Complaint] = []
    sound: list[tuple[YamlPath, Rule]] = []
    for place, rule in rules:
        own = _check_rule(rule, place, known, terms, lists)
        complaints += own
        if not own:
            sound.append((place, rule))
    return complaints + _check_examples(sound, terms, lists, language)


def check_lists(lists: Mapping[str, Sequence[str]]) -> list[Complaint]:
    """The words of lists that are no patterns."""
    rules = [((name,), Rule(find=tuple(words))) for name, words in lists.items()]
    return [
        (place, code, message, remedy)
        for place, rule in rules
        for _, code, message, remedy in _check_rule(rule, place, (), {}, lists)
    ]


def _check_rule(
    rule: Rule,
    place: YamlPath,
    known: Collection[str],
    terms: Mapping[str, Term],
    lists: Mapping[str, Sequence[str]],
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
    return complaints


def _check_examples(
    rules: Sequence[tuple[YamlPath, Rule]],
    terms: Mapping[str, Term],
    lists: Mapping[str, Sequence[str]],
    language: Language,
) -> list[Complaint]:
    """Each rule on its own examples and misses, all its fields heard; none if lists are bad."""
    if check_lists(lists):
        return []
    alone = tuple(replace(rule, also=()) for _, rule in rules)
    tagger = Tagger.of([Theme(id="", group="other", names={}, scope={}, rules=alone)], lists)

    def fires(number: int, rule: Rule, text: str) -> bool:
        forms = {term: terms[term].forms(language) for term in rule.terms}
        return tagger.rules[number].name in tagger.tag(text, _uses(forms, text)).fired

    says = "does not fire on its example", "fires on what it must miss"
    wrong = [
        (place, what, text)
        for number, (place, rule) in enumerate(rules)
        for what, texts, right in zip(
            says, (rule.examples, rule.misses), (True, False), strict=True
        )
        for text in texts
        if fires(number, rule, text) is not right
    ]
    return [
        (place, "rule-example", f"a rule {what} {text!r}", "correct the rule or the example")
        for place, what, text in wrong
    ]


def _uses(forms: Mapping[str, Sequence[str]], text: str) -> list[TermUse]:
    """Where terms stand in a text, by their forms."""
    return [
        TermUse(term, Span(at, at + len(form)))
        for term, own in forms.items()
        for form in own
        if (at := text.find(form)) >= 0
    ]
