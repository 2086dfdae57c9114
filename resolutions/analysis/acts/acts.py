"""Stage: a paragraph -> what the organ does in it, and whom it asks.

The verbs, the names of those asked and the conventions are data (`acts.yml`). What stands in
titles, quotations and brackets says nothing of the organ: it is blanked out before anything
is looked for, character for character, so that every offset still holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from resolutions.analysis.acts.asked import AddresseeFinder, Said, any_of, longest_first
from resolutions.model.findings import Act, TermUse
from resolutions.model.patterns import any_case, compiled
from resolutions.model.records import Body, ParagraphKind, Span
from resolutions.model.rules import ActStrength, ActWords, AddresseeId, Verb

STRENGTHS: Mapping[str, ActStrength] = {
    "decide": "decide",
    "request": "request",
    "urge": "request",
    "call-upon": "request",
    "encourage": "encourage",
    "invite": "encourage",
    "recommend": "encourage",
}
ASKS = frozenset(STRENGTHS) - {"decide"}
REITERATED = ASKS | {"concern", "condemn", "support"}  # 重申关切, 重申请各国政府
OWN = frozenset({"urge", "call-upon"})  # what an organ never asks of others to do
JUDGED = frozenset({"welcome", "concern", "condemn", "affirm"})  # 谴责…袭击，要求立即停止
PUT = frozenset({"stress", "decide", "support"})  # 强调…，并要求: not 注意到…，并要求
MANY = frozenset({"member-states", "states-parties", "others"})  # no body that could ask itself
COLONS = ("：", ":")
BLANK = "〇"  # in the place of every masked character; `acts.yml` looks for it
SPEAKS: frozenset[ParagraphKind] = frozenset({"preambular", "operative", "lettered", "annexed"})


class Phrase(NamedTuple):
    """A verb phrase at the start of a clause, before it is known to be an act."""

    span: Span  # of the verb with its adverbs
    verb: Verb
    form: str
    connector: str  # the words before it: 并在这方面
    linked: bool  # by a connector other than a plain 并, or by 又, 还


class Grammar:
    """The words of `acts.yml`, compiled."""

    def __init__(self, words: ActWords) -> None:
        self.words = words
        forms = [(form, verb) for verb in words.verbs for form in verb.forms]
        forms.sort(key=lambda each: longest_first(each[0]))
        self.verbs = [verb for _, verb in forms]
        verb = "|".join(f"({any_case(form)})" for form, _ in forms)
        some_verb = f"(?:{any_of([form for form, _ in forms])})"
        lead_in = f"(?:(?:{any_of(words.plain)}|{any_of(words.connectors)}) ?)*"
        adverbs = f"(?:{any_of(words.adverbs)})*?"
        behind = f"(?:{any_of(words.behind)})*" if words.behind else ""
        self.phrase = compiled(
            f"(?P<lead_in>{lead_in})(?P<whole>(?P<adverbs>{adverbs})(?:{verb}){behind})"
        )
        around = words.around.replace("{adverbs}", adverbs).replace("{verb}", verb)
        self.around = compiled(f"(?P<lead_in>{lead_in}){around}")
        self.first_verb = 1 + self.phrase.groupindex["adverbs"]
        self.first_around = 1 + self.around.groupindex["adverbs"]
        self.only_plain = re.compile(rf"(?:(?:{any_of(words.plain)}) ?)*")
        self.reports = compiled(any_of(words.reports).replace("{verb}", some_verb))
        self.resumes = compiled(any_of(words.resumes))
        self.masks = compiled(any_of(words.masks))
        self.clause = compiled(words.clause)
        self.sentence = compiled(words.sentence)
        self.aware, self.again = compiled(words.aware), compiled(any_case(words.again))
        self.asks_or_invites = compiled(words.asks_or_invites)
        self.ends_report, self.meanwhile = compiled(words.ends_report), compiled(words.meanwhile)
        self.awareness, self.considering = compiled(words.awareness), compiled(words.considering)
        links = any_of([*words.plain, *words.connectors])
        self.opens_list = compiled(f"[，；。,;] ?(?:(?:{links}) ?)+[：:] *$")  # ，在这方面：
        self.asked = AddresseeFinder(words)


def find_acts(
    text: str,
    kind: ParagraphKind,
    body: Body,
    grammar: Grammar,
    emphasis: Sequence[Span] = (),
    terms: Sequence[TermUse] = (),
    before: Sequence[str] = (),
) -> tuple[Act, ...]:
    """The acts of a paragraph in the order of its text; the first is its lead.

    A verb that the source prints in bold is an act wherever it stands; one that only begins a
    longer term of the dictionary is none. `before`: the paragraphs before, by whose full names
    short ones are understood.
    """
    if kind not in SPEAKS:
        return ()
    reading = _Reading(text, kind, body, grammar, emphasis, terms, before)
    reading.listed = kind == "lettered" and _asked_for(before, body, grammar)
    return tuple(reading.acts())


def _asked_for(before: Sequence[str], body: Body, grammar: Grammar) -> bool:
    """Whether the items of a list are what its head asks: 促请会员国：(a) 鼓励…."""
    head = next((text for text in reversed(before) if text.rstrip().endswith(COLONS)), "")
    acts = find_acts(head, "operative", body, grammar)
    return bool(acts) and bool(acts[-1].addressees) and not grammar.opens_list.search(head)


class _Reading:
    """One paragraph being read from left to right."""

    def __init__(
        self,
        text: str,
        kind: ParagraphKind,
        body: Body,
        grammar: Grammar,
        emphasis: Sequence[Span],
        terms: Sequence[TermUse],
        before: Sequence[str],
    ) -> None:
        self.masked = grammar.masks.sub(_blanked, text)
        self.kind, self.body, self.grammar = kind, body, grammar
        self.said = Said(self.masked, before, body)
        self.emphasis, self.terms = emphasis, terms
        self.found: list[Act] = []
        self.reporter: frozenset[AddresseeId] | None = None  # not None: a report goes on
        self.listed = False  # the paragraph is an item of a list that the act before it asks for
        self.aware = False  # 使所有国家进一步认识到…，并认识到…: the second is theirs

    def acts(self) -> list[Act]:
        begins = list(self.grammar.clause.finditer(self.masked))
        stops = [*(match.end() for match in begins), len(self.masked)]
        for begin, stop in zip(begins, stops[1:], strict=True):
            start = begin.end()
            if self.grammar.sentence.search(begin[0]) and self.kind != "preambular":
                self.reporter = None
            spoken = self._clause(start)
            report = self.grammar.reports.match(self.masked, start) if start else None
            if report and self.found and not spoken:
                self.reporter = self.grammar.asked.within(self.said, *report.span()) - MANY
            self.aware = self.aware or bool(self.grammar.aware.search(self.masked[start:stop]))
        return self.found

    def _clause(self, start: int) -> bool:
        """Read the acts that begin at the start of a clause; whether there are any."""
        position, any_found = start, False
        while phrase := self._phrase(position, plain=position == start):
            act, end = self._act(phrase)
            if not self._holds(phrase, act, start):
                break
            self.reporter, any_found = None, True
            self.found.append(act)
            if phrase.verb.concept != "affirm" and act.strength not in ("request", "encourage"):
                break
            position = end
        return any_found

    def _phrase(self, position: int, plain: bool) -> Phrase | None:
        grammar = self.grammar
        match, first = grammar.phrase.match(self.masked, position), grammar.first_verb
        if not match and plain:
            match, first = grammar.around.match(self.masked, position), grammar.first_around
        if not match or match.lastindex is None:
            return None
        number = next(n for n in range(first, match.re.groups + 1) if match[n] is not None)
        verb = grammar.verbs[number - first]
        span = Span(*match.span("whole"))
        if self._begins_a_term(Span(*match.span(number))):
            return None
        lead_in = match["lead_in"]
        if not plain and not self._goes_on(verb, lead_in):
            return None
        linked = not grammar.only_plain.fullmatch(lead_in) or bool(
            grammar.again.match(match["adverbs"])
        )
        return Phrase(span, verb, match[number], lead_in, linked)

    def _begins_a_term(self, word: Span) -> bool:
        """Whether a word is only a part of a longer term: 请 of 请求国."""
        return any(
            use.span.start <= word.start < use.span.end and use.span.end > word.end
            for use in self.terms
        )

    def _goes_on(self, verb: Verb, lead_in: str) -> bool:
        """Whether a phrase right behind an act is one more: 重申|关切, 敦促各会员国|并请."""
        if self.found[-1].concept == "affirm":
            return not lead_in and verb.concept in REITERATED
        return bool(lead_in) and verb.concept in ASKS

    def _act(self, phrase: Phrase) -> tuple[Act, int]:
        concept, end = phrase.verb.concept, phrase.span.end
        addressees: tuple[AddresseeId, ...] = ()
        if concept in ASKS:
            addressees, end = self.grammar.asked.after(self.said, phrase.span.end)
            if not addressees and self.grammar.asked.pronoun.match(self.masked, end):
                addressees = self._meant()
            if addressees and self.grammar.asks_or_invites.fullmatch(phrase.form):
                requested = self.grammar.words.requested.get(self.body, ())
                concept = "request" if addressees[0] in requested else "invite"
        return Act(phrase.span, concept, STRENGTHS.get(concept, "state"), addressees), end

    def _meant(self) -> tuple[AddresseeId, ...]:
        """Whom a pronoun means: those of the act before it."""
        if not self.found:
            return ()
        before = self.found[-1]
        return before.addressees or self.grammar.asked.named(self.said, before.span.end)

    def _holds(self, phrase: Phrase, act: Act, start: int) -> bool:
        if any(span.start <= phrase.span.start < span.end for span in self.emphasis):
            return True
        item = self.kind == "lettered" and act.concept in ASKS and not self.found
        if item and (self.listed or (start and act.concept not in OWN)):
            return False  # 采取措施，鼓励媒体…: an action, not an act
        if not start:
            return True
        if not self.found:
            return phrase.verb.inside != "preamble" or self.kind == "preambular"
        if self.reporter is not None and not self._resumes(phrase, act, self.reporter):
            return False
        if act.strength == "decide":
            return self.kind != "preambular" and phrase.verb.inside != "lead"
        if act.concept in ASKS:
            return self._asks_too(phrase, act)
        return self._states_too(phrase, act)

    def _resumes(self, phrase: Phrase, act: Act, reporter: frozenset[AddresseeId]) -> bool:
        """Whether a clause ends the report before it."""
        said = phrase.connector + self.masked[phrase.span.start : phrase.span.end]
        return (
            bool(self.grammar.resumes.search(said))
            or (act.strength == "decide" and not phrase.connector and self.kind != "preambular")
            or bool(self.grammar.ends_report.match(phrase.connector))
            or bool(reporter.intersection(act.addressees))
        )

    def _asks_too(self, phrase: Phrase, act: Act) -> bool:
        """Whether a second request is the organ's, not a part of what the first one asks.

        An organ alone urges and calls upon; what it asks of others may be to demand, to recommend
        or to encourage: 促请各国…，要求银行提供记录.
        """
        before, told = self.found[-1], bool(act.addressees) or phrase.linked
        if before.concept not in ASKS:
            answers = before.concept in (JUDGED | PUT if phrase.connector else JUDGED)
            return phrase.verb.inside == "always" or told or answers
        if phrase.connector or phrase.linked or act.concept in OWN:
            return True
        if phrase.verb.inside == "apart":
            return bool(set(act.addressees) & set(before.addressees))
        return told or not before.addressees

    def _states_too(self, phrase: Phrase, act: Act) -> bool:
        """Whether a later statement is the organ's."""
        inside, asked = phrase.verb.inside, self.found[-1].concept in ASKS
        if self.aware and phrase.connector and self.grammar.awareness.fullmatch(phrase.form):
            return False
        considered = self.grammar.considering.match(phrase.form)
        if considered and phrase.connector not in self.grammar.words.plain:
            return False
        if inside == "preamble":
            meanwhile = self.grammar.meanwhile.search(phrase.connector)
            return self.kind == "preambular" and not asked and not meanwhile
        if inside == "apart":
            return not asked or phrase.linked or not phrase.connector
        return inside == "always" or (inside == "state" and not asked)


def _blanked(match: re.Match[str]) -> str:
    """《儿童权利公约》 -> 《〇〇〇〇〇〇》: as long as it was, so that offsets hold."""
    return match[0][0] + BLANK * (len(match[0]) - 2) + match[0][-1]
