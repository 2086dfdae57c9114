"""Stage: a paragraph -> what the organ does in it, and whom it asks.

The verbs, the names of those asked and the conventions are data (`acts.yml`). What stands in
titles, quotations and brackets says nothing of the organ: it is blanked out before anything
is looked for, character for character, so that every offset still holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from resolutions.models import Body, ParagraphKind, Span, TermUse, record

Concept = Literal[
    "recall",
    "note",
    "welcome",
    "recognize",
    "affirm",
    "concern",
    "stress",
    "encourage",
    "invite",
    "call-upon",
    "urge",
    "request",
    "decide",
    "recommend",
    "support",
    "condemn",
    "other",
]
ActStrength = Literal["decide", "request", "encourage", "state"]
AddresseeId = Literal[
    "member-states",
    "states-parties",
    "unodc",
    "secretary-general",
    "secretariat",
    "commission",
    "ecosoc",
    "conference-of-the-parties",
    "donors",
    "international-organizations",
    "un-entities",
    "expert-group",
    "private-sector",
    "others",
]
Complaint = tuple[tuple[str | int, ...], str, str, str]  # place, code, message, remedy
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
LIKELY_CONTENT = frozenset({"private-sector", "others"})  # 请会员国…，鼓励私营部门参与
MANY = frozenset({"member-states", "states-parties", "others"})  # no body that could ask itself
SPEAKS: frozenset[ParagraphKind] = frozenset({"preambular", "operative", "lettered", "annexed"})
ASIDE = re.compile(
    r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]*”|（[^（）]*）|\([^()]*\)"  # 《…》, “…”, （…）
)
MADE_AWARE = re.compile(r"使.*认识到")
CLAUSE = re.compile(r"(?:^|[，；。,;]|、(?=并)) *")
TITLES = (  # 1988 年《…》、《…》和《…》
    r"(?: ?(?:\d{4} ?年 ?)?《〇*》 ?(?:[（(]〇*[)）])?"
    r"(?:及其(?:各项)?议定书)?(?:、|和|以及|及)* ?)*"
)
AND = r" ?(?:、|和|以及|及|或)+ ?"


class Act(NamedTuple):
    """What the organ does in a clause; `span` is the verb phrase."""

    span: Span
    concept: Concept
    strength: ActStrength
    addressees: tuple[AddresseeId, ...] = ()


@record
class Verb:
    """Phrases that do one thing; `acts.yml` explains the fields."""

    concept: Concept
    forms: tuple[str, ...]
    inside: Literal["always", "apart", "state", "preamble", "lead"] = "always"
    examples: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


@record
class Addressee:
    """Names of those who can be asked; `named`: a longer name may stand before the form."""

    id: AddresseeId
    forms: tuple[str, ...]
    named: bool = False
    examples: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


@record
class ActWords:
    """The file `acts.yml`."""

    requested: dict[Body, tuple[AddresseeId, ...]]
    plain: tuple[str, ...]
    connectors: tuple[str, ...]
    adverbs: tuple[str, ...]
    verbs: tuple[Verb, ...]
    reports: tuple[str, ...]
    resumes: tuple[str, ...]
    qualifiers: tuple[str, ...]
    actions: tuple[str, ...]
    pronouns: tuple[str, ...]
    addressees: tuple[Addressee, ...]


class Phrase(NamedTuple):
    """A verb phrase at the start of a clause, before it is known to be an act."""

    span: Span  # of the verb with its adverbs
    verb: Verb
    form: str
    connector: str  # the words before it: 并在这方面
    linked: bool  # by a connector other than a plain 并, or by 又, 还


LOOKAROUND = re.compile(r"\(\?<?[=!][^()]*\)")


def _longest_first(pattern: str) -> tuple[int, str]:
    return -len(LOOKAROUND.sub("", pattern)), pattern


def _any(patterns: Sequence[str]) -> str:
    return "|".join(sorted(patterns, key=_longest_first))


class Grammar:
    """The words of `acts.yml`, compiled."""

    def __init__(self, words: ActWords) -> None:
        self.words = words
        forms = [(form, verb) for verb in words.verbs for form in verb.forms]
        forms.sort(key=lambda each: _longest_first(each[0]))
        self.verbs = [verb for _, verb in forms]
        verb = "|".join(f"({form})" for form, _ in forms)
        some_verb = f"(?:{'|'.join(form for form, _ in forms)})"
        lead_in = f"(?:(?:{_any(words.plain)}|{_any(words.connectors)}) ?)*"
        adverbs = f"(?:{_any(words.adverbs)})*?"
        self.phrase = re.compile(
            rf"(?P<lead_in>{lead_in})(?P<whole>(?P<adverbs>{adverbs})(?:{verb}))"
        )
        self.around = re.compile(  # 并对缔约方会议的决定表示赞赏
            rf"(?P<lead_in>{lead_in})(?:又|还)?对[^，；。]{{2,100}}?"
            rf"(?P<whole>(?P<adverbs>深表|(?:{adverbs})表示(?:{adverbs}))(?:{verb}))(?=$|[，；。])"
        )
        self.first_verb = 1 + self.phrase.groupindex["adverbs"]
        self.first_around = 1 + self.around.groupindex["adverbs"]
        self.only_plain = re.compile(rf"(?:(?:{_any(words.plain)}) ?)*")
        self.reports = re.compile("|".join(words.reports).replace("{verb}", some_verb))
        self.resumes = re.compile("|".join(words.resumes))
        self.asked = Asked(words)


class Asked:
    """Finds whom a request names, from the character after its verb."""

    def __init__(self, words: ActWords) -> None:
        forms = [(form, each) for each in words.addressees for form in each.forms]
        forms.sort(key=lambda each: _longest_first(each[0]))
        self.ids = [each.id for _, each in forms]
        qualified = f"(?:(?:{_any(words.qualifiers)}) ?)*"
        heads = "|".join(f"({form})" for form, _ in forms)
        ends = "(?!的)"
        begun = f"(?!{_any(words.actions)})"
        free = f"(?:{begun}[^，；。：])"
        named = "|".join(form for form, each in forms if each.named)
        self.heads = re.compile(rf"{TITLES}{qualified}(?:{heads})")
        self.direct = re.compile(rf"{TITLES}{qualified}(?:{heads}){ends}")
        self.described = re.compile(  # 尚未批准《…》的会员国
            rf"{begun}[^，；。：]{{1,200}}?的{qualified}(?:{heads}){ends}"
        )
        self.founded = re.compile(  # 根据《…》第 42 段设立的政府间专家组
            rf"(?:根据|依照|按照)[^，；。]{{1,200}}?[设成建]立的[^，；。]{{0,30}}?(?:{heads}){ends}"
        )
        self.called = re.compile(rf"{free}{{1,50}}?(?={named})(?:{heads}){ends}")
        self.joined = re.compile(rf"{AND}{TITLES}{qualified}(?:{heads}){ends}")
        self.joined_described = re.compile(rf"{AND}{free}{{1,40}}?的{qualified}(?:{heads}){ends}")
        self.pronoun = re.compile(f"(?:{_any(words.pronouns)})")

    def after(self, masked: str, start: int) -> tuple[tuple[AddresseeId, ...], int]:
        """Whom the words at `start` name, and where their names end."""
        match = None
        for pattern in (self.direct, self.called, self.founded, self.described, self.heads):
            match = pattern.match(masked, start)
            if match:
                break
        ids: list[AddresseeId] = []
        end = start
        while match:
            found = self._id(match)
            ids += [found] if found not in ids else []
            end = match.end()
            match = self.joined.match(masked, end) or self.joined_described.match(masked, end)
        return tuple(ids), end

    def within(self, masked: str) -> frozenset[AddresseeId]:
        """Everybody named in a stretch of text."""
        return frozenset(self._id(match) for match in self.heads.finditer(masked))

    def _id(self, match: re.Match[str]) -> AddresseeId:
        return self.ids[(match.lastindex or 1) - 1]


def find_acts(
    text: str,
    kind: ParagraphKind,
    body: Body,
    grammar: Grammar,
    emphasis: Sequence[Span] = (),
    terms: Sequence[TermUse] = (),
) -> tuple[Act, ...]:
    """The acts of a paragraph in the order of its text; the first is its lead.

    A verb that the source prints in bold is an act wherever it stands; one that only begins a
    longer term of the dictionary is none.
    """
    if kind not in SPEAKS:
        return ()
    return tuple(_Reading(text, kind, body, grammar, emphasis, terms).acts())


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
    ) -> None:
        self.masked = ASIDE.sub(_blanked, text)
        self.kind, self.body, self.grammar = kind, body, grammar
        self.emphasis, self.terms = emphasis, terms
        self.found: list[Act] = []
        self.reporter: frozenset[AddresseeId] | None = None  # not None: a report goes on
        self.aware = False  # 使所有国家进一步认识到…，并认识到…: the second is theirs

    def acts(self) -> list[Act]:
        starts = [match.end() for match in CLAUSE.finditer(self.masked)]
        for number, start in enumerate(starts):
            stop = starts[number + 1] if number + 1 < len(starts) else len(self.masked)
            if self.masked[start - 1 : start] in ("；", "。") and self.kind != "preambular":
                self.reporter = None
            spoken = self._clause(start)
            report = self.grammar.reports.match(self.masked, start) if start else None
            if report and self.found and not spoken:
                self.reporter = self.grammar.asked.within(report[0]) - MANY
            self.aware = self.aware or bool(MADE_AWARE.search(self.masked[start:stop]))
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
        linked = not grammar.only_plain.fullmatch(lead_in) or match["adverbs"][:1] in ("又", "还")
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
            addressees, end = self.grammar.asked.after(self.masked, phrase.span.end)
            if not addressees and self.grammar.asked.pronoun.match(self.masked, end):
                addressees = self._meant()
            if phrase.form == "请" and addressees:
                requested = self.grammar.words.requested.get(self.body, ())
                concept = "request" if addressees[0] in requested else "invite"
        return Act(phrase.span, concept, STRENGTHS.get(concept, "state"), addressees), end

    def _meant(self) -> tuple[AddresseeId, ...]:
        """Whom a pronoun means: those of the act before it."""
        if not self.found:
            return ()
        before = self.found[-1]
        return before.addressees or self.grammar.asked.after(self.masked, before.span.end)[0]

    def _holds(self, phrase: Phrase, act: Act, start: int) -> bool:
        if any(span.start <= phrase.span.start < span.end for span in self.emphasis):
            return True
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
            or phrase.connector.startswith("在")
            or bool(reporter.intersection(act.addressees))
        )

    def _asks_too(self, phrase: Phrase, act: Act) -> bool:
        """Whether a second request is the organ's, not a part of what the first one asks."""
        before = self.found[-1]
        if before.concept not in ASKS:
            return phrase.verb.inside == "always" or bool(act.addressees) or phrase.linked
        if phrase.verb.inside == "apart":
            return phrase.linked and bool(act.addressees)
        if not act.addressees:
            return phrase.linked or not before.addressees
        content = act.concept == "encourage" and LIKELY_CONTENT.issuperset(act.addressees)
        return bool(phrase.connector) or phrase.linked or not content

    def _states_too(self, phrase: Phrase, act: Act) -> bool:
        """Whether a later statement is the organ's."""
        inside, asked = phrase.verb.inside, self.found[-1].concept in ASKS
        if phrase.form == "认识到" and self.aware and phrase.connector:
            return False
        if phrase.form.startswith("考虑") and phrase.connector not in self.grammar.words.plain:
            return False
        if inside == "preamble":
            return self.kind == "preambular" and not asked and "同时" not in phrase.connector
        if inside == "apart":
            return not asked or phrase.linked or not phrase.connector
        return inside == "always" or (inside == "state" and not asked)


def _blanked(match: re.Match[str]) -> str:
    return match[0][0] + "〇" * (len(match[0]) - 2) + match[0][-1]


def check_acts(words: ActWords) -> list[Complaint]:
    """What is wrong with `acts.yml`: bad patterns, examples that fail. Read by `load`."""
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
    return find_acts(text, "preambular" if text.endswith("，") else "operative", "GA", grammar)


def _complaint(place: tuple[str | int, ...], what: str, identity: str, text: str) -> Complaint:
    message = f"`{identity}` {what} {text!r}"
    return (place, "act-example", message, "correct the pattern or the example")


def _check_patterns(words: ActWords) -> list[Complaint]:
    patterns: list[tuple[tuple[str | int, ...], str]] = []
    for field in ("plain", "connectors", "adverbs", "resumes", "qualifiers", "actions", "pronouns"):
        each: tuple[str, ...] = getattr(words, field)
        patterns += [((field, number), pattern) for number, pattern in enumerate(each)]
    patterns += [(("reports", n), p.replace("{verb}", "x")) for n, p in enumerate(words.reports)]
    for n, verb in enumerate(words.verbs):
        patterns += [(("verbs", n, "forms"), pattern) for pattern in verb.forms]
    for n, addressee in enumerate(words.addressees):
        patterns += [(("addressees", n, "forms"), pattern) for pattern in addressee.forms]
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
