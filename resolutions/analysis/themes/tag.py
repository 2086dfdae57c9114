"""Stage: a paragraph, its words and terms -> its themes, each with the words that earned it.

The rules are data (`themes.yml`, `lists.yml`). A rule says which words name a theme; `judge`
says from where they stand whether the paragraph is about it or only mentions it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from resolutions.analysis.themes.contexts import Contexts
from resolutions.analysis.themes.judge import Hit, Reader, judge
from resolutions.analysis.themes.openings import openings
from resolutions.model.findings import Tag, TermUse
from resolutions.model.patterns import NOTHING, some
from resolutions.model.records import Span, Strength, record
from resolutions.model.rules import Override, Rule, Theme

EDGE = "edge"  # the list that says where words begin: a pattern is tried nowhere else
TRAFFICKING = "trafficking"  # the one theme that goes along with others


class _Compiled(NamedTuple):
    theme: str
    rule: Rule
    find: re.Pattern[str]
    unless: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    beside: re.Pattern[str] | None
    terms: frozenset[str]
    name: str  # "cybercrime 2": its theme, and its place among the theme's rules


class Tagged(NamedTuple):
    """The themes of a text, and the names of the rules that found something in it."""

    tags: tuple[Tag, ...]
    fired: frozenset[str]


@record
class _Openings:
    """Which rules to try where: by what their patterns may begin with, by the terms they name."""

    anywhere: tuple[int, ...]  # the rules whose patterns may begin with anything
    by_opening: Mapping[str, Sequence[int]]
    by_term: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, rules: Sequence[_Compiled]) -> _Openings:
        """The rules by their place in `rules`."""
        begun = [openings(each.find) for each in rules]
        by_opening: dict[str, list[int]] = {}
        by_term: dict[str, list[int]] = {}
        for number, each in enumerate(rules):
            for opening in begun[number] if "" not in begun[number] else ():
                by_opening.setdefault(opening, []).append(number)
            for term in each.terms:
                by_term.setdefault(term, []).append(number)
        anywhere = tuple(number for number, each in enumerate(begun) if "" in each)
        return cls(anywhere=anywhere, by_opening=by_opening, by_term=by_term)


class Tagger:
    """The rules of all themes, compiled."""

    def __init__(
        self,
        themes: Sequence[Theme],
        rules: Sequence[_Compiled],
        begun: _Openings,
        contexts: Contexts,
    ) -> None:
        self.themes, self.rules, self.begun, self.contexts = themes, rules, begun, contexts
        self._recalled = lru_cache(maxsize=2_000)(self._read)  # paragraphs recur

    @classmethod
    def of(cls, themes: Sequence[Theme], lists: Mapping[str, Sequence[str]]) -> Tagger:
        """The rules of these themes, their patterns filled from `lists`."""
        rules = _compiled(themes, lists)
        return cls(themes, rules, _Openings.of(rules), Contexts.of(lists))

    @cached_property
    def _order(self) -> dict[str, int]:
        return {theme.id: place for place, theme in enumerate(self.themes)}

    @cached_property
    def _measures(self) -> frozenset[str]:
        """The themes that are no thing or crime of the core."""
        return frozenset(theme.id for theme in self.themes if theme.group == "other")

    @cached_property
    def _things(self) -> list[str]:
        """The themes that trafficking goes along with."""
        return [
            theme.id
            for theme in self.themes
            if any(TRAFFICKING in rule.also for rule in theme.rules)
        ]

    def tag(
        self, text: str, terms: Sequence[TermUse], overrides: Sequence[Override] = ()
    ) -> Tagged:
        """The themes of a text, in the order of `themes.yml`; no tag without evidence."""
        read, fired = self._recalled(text, tuple(terms))
        tags: Mapping[str, Tag] = read
        for override in overrides:
            tags = _overruled(tags, override, text)
        found = sorted(tags.values(), key=lambda tag: self._order[tag.theme])
        return Tagged(tuple(found), fired)

    def _read(self, text: str, terms: tuple[TermUse, ...]) -> tuple[dict[str, Tag], frozenset[str]]:
        """The tags of a text by theme, and the names of the rules that found them."""
        reader = Reader(text, self.contexts)
        fired: set[str] = set()
        hits: dict[str, list[Hit]] = {}
        found: dict[str, list[Span]] = {}
        for use in terms:
            found.setdefault(use.id, []).append(use.span)
        matched = self._matched(text)
        named = {number for term in found for number in self.begun.by_term.get(term, ())}
        for number in sorted(named.union(matched)):
            compiled = self.rules[number]
            for span in self._spans(compiled, text, found, matched.get(number, []), reader):
                fired.add(compiled.name)
                for theme in (compiled.theme, *compiled.rule.also):
                    hits.setdefault(theme, []).append(Hit(span, compiled.rule.strength))
        tags = {theme: self._tag(theme, found, reader) for theme, found in hits.items()}
        return {**tags, **self._thing_of(tags)}, frozenset(fired)

    def _matched(self, text: str) -> dict[int, list[Span]]:
        """What the patterns of each rule match: tried only where an opening of theirs stands."""
        matched: dict[int, list[Span]] = {}
        for number in self.begun.anywhere:
            if spans := [Span(*each.span()) for each in self.rules[number].find.finditer(text)]:
                matched[number] = spans
        numbers = self.begun.by_opening
        for at, character in enumerate(text):
            opening = text[at : at + 2]
            if opening not in numbers and character not in numbers:
                continue
            for number in {*numbers.get(opening, ()), *numbers.get(character, ())}:
                before = matched.get(number)
                if not before or before[-1].end <= at:
                    match = self.rules[number].find.match(text, at)
                    if match:
                        matched.setdefault(number, []).append(Span(*match.span()))
        return matched

    def _spans(
        self,
        compiled: _Compiled,
        text: str,
        terms: Mapping[str, list[Span]],
        matched: Sequence[Span],
        reader: Reader,
    ) -> list[Span]:
        named = compiled.terms.intersection(terms)
        spans = [*sorted(span for term in named for span in terms[term]), *matched]
        if compiled.beside and spans and not compiled.beside.search(text):
            return []
        if compiled.unless:
            barred = [Span(*match.span()) for match in compiled.unless.finditer(text)]
            spans = [
                span
                for span in spans
                if not any(bar.start <= span.start and span.end <= bar.end for bar in barred)
            ]
        if compiled.needs:
            spans = [span for span in spans if compiled.needs.search(reader.clause_at(span.start))]
        return [span for span in spans if span.start < span.end and not reader.named(span)]

    def _tag(self, theme: str, hits: list[Hit], reader: Reader) -> Tag:
        strength: Strength = judge(hits, reader, theme in self._measures)
        evidence = _merged([hit.span for hit in hits])
        return Tag(theme, strength, evidence)

    def _thing_of(self, tags: Mapping[str, Tag]) -> dict[str, Tag]:
        """The one thing named is the focus too, where a bare 贩运 further on is."""
        whole = tags.get(TRAFFICKING)
        things = [tags[theme] for theme in self._things if theme in tags]
        if whole and whole.strength == "focus" and len(things) == 1:
            return {things[0].theme: things[0]._replace(strength="focus")}
        return {}

    def silent(self, fired: Collection[str]) -> list[str]:
        """The rules that are not among those that fired."""
        return [compiled.name for compiled in self.rules if compiled.name not in fired]


def _compiled(themes: Sequence[Theme], lists: Mapping[str, Sequence[str]]) -> tuple[_Compiled, ...]:
    edge = "".join(lists.get(EDGE, ()))
    return tuple(
        _Compiled(
            theme.id,
            rule,
            some(rule.find, lists, edge) or NOTHING,
            some(rule.unless, lists),
            some(rule.needs, lists),
            some(rule.beside, lists),
            frozenset(rule.terms),
            f"{theme.id} {number}",
        )
        for theme in themes
        for number, rule in enumerate(theme.rules, start=1)
    )


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _overruled(tags: Mapping[str, Tag], override: Override, text: str) -> Mapping[str, Tag]:
    """The tags as a reviewer sets them: one taken away, or given with its words as evidence."""
    if override.strength == "none":
        return {theme: tag for theme, tag in tags.items() if theme != override.theme}
    at = text.find(override.words) if override.words else -1
    own = tags.get(override.theme)
    if at >= 0:
        evidence: tuple[Span, ...] = (Span(at, at + len(override.words)),)
    elif own:
        evidence = own.evidence
    else:
        return tags
    return {
        **tags,
        override.theme: Tag(override.theme, override.strength, evidence, "reviewed"),
    }
