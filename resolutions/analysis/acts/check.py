"""What is wrong with `acts.yml`: patterns that do not compile, examples that fail."""

from __future__ import annotations

import re

from resolutions.analysis.acts.acts import Grammar, find_acts
from resolutions.catalogue.yamlfile import Complaint
from resolutions.model.findings import Act
from resolutions.model.rules import ActWords

PART = re.compile(r"\{[a-z]+\}")  # {heads}, of a template


def check_acts(words: ActWords) -> list[Complaint]:
    """What is wrong with `acts.yml`: bad patterns, examples that fail."""
    complaints = _check_patterns(words)
    if complaints:
        return complaints
    grammar = Grammar(words)
    for number, verb in enumerate(words.verbs):
        for text in verb.examples:
            if verb.concept not in {act.concept for act in _read(text, grammar)}:
                complaints.append(
                    _complaint(("verbs", number), "does not find", verb.concept, text)
                )
        for text in verb.misses:
            if verb.concept in {act.concept for act in _read(text, grammar)}:
                complaints.append(_complaint(("verbs", number), "finds", verb.concept, text))
    for number, each in enumerate(words.addressees):
        for text in each.examples:
            if each.id not in {one for act in _read(text, grammar) for one in act.addressees}:
                complaints.append(
                    _complaint(("addressees", number), "does not find", each.id, text)
                )
        for text in each.misses:
            if each.id in {one for act in _read(text, grammar) for one in act.addressees}:
                complaints.append(_complaint(("addressees", number), "finds", each.id, text))
    return complaints


def _read(text: str, grammar: Grammar) -> tuple[Act, ...]:
    return find_acts(
        text, "preambular" if text.endswith(("，", ",")) else "operative", "GA", grammar
    )


def _complaint(place: tuple[str | int, ...], what: str, identity: str, text: str) -> Complaint:
    message = f"`{identity}` {what} {text!r}"
    return (place, "act-example", message, "correct the pattern or the example")


def _check_patterns(words: ActWords) -> list[Complaint]:
    patterns: list[tuple[tuple[str | int, ...], str]] = []
    for field in (
        "plain",
        "connectors",
        "adverbs",
        "behind",
        "resumes",
        "qualifiers",
        "actions",
        "deeds",
        "pronouns",
    ):
        each: tuple[str, ...] = getattr(words, field)
        patterns += [((field, number), pattern) for number, pattern in enumerate(each)]
    patterns += [(("reports", n), p.replace("{verb}", "x")) for n, p in enumerate(words.reports)]
    patterns += [(("masks", n), pattern) for n, pattern in enumerate(words.masks)]
    for field in ("clause", "sentence", "aware", "before"):
        patterns += [((field,), getattr(words, field))]
    for field in ("asked", "joined"):
        templates: tuple[str, ...] = getattr(words, field)
        patterns += [((field, n), PART.sub("x", each)) for n, each in enumerate(templates)]
    for n, verb in enumerate(words.verbs):
        patterns += [(("verbs", n, "forms"), pattern) for pattern in verb.forms]
    for n, addressee in enumerate(words.addressees):
        patterns += [(("addressees", n, "forms"), pattern) for pattern in addressee.forms]
        patterns += [(("addressees", n, "loose"), pattern) for pattern in addressee.loose]
    return [
        (place, "bad-pattern", f"{pattern!r}: {problem}", "mend the pattern")
        for place, pattern in patterns
        if (problem := _flaw(pattern))
    ]


def _flaw(pattern: str) -> str:
    try:
        groups = re.compile(pattern).groups
    except re.error as problem:
        return str(problem)
    return "a capturing group; write (?: … )" if groups else ""
