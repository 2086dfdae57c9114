"""The rules that find things in texts: records of `themes.yml`, `acts.yml`, `citing.yml`."""

from __future__ import annotations

from dataclasses import field, replace
from typing import Literal

from resolutions.model.instruments import BY_SYMBOL, Instrument
from resolutions.model.records import (
    Body,
    Language,
    Names,
    Slug,
    Target,
    record,
)

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


@record
class Verb:
    """Phrases that do one thing: an entry of `verbs` in `acts.yml`."""

    concept: Concept
    forms: tuple[str, ...]  # patterns of the verb itself: 敦促, urg(?:es|ing)
    # Where it is an act beyond the head of a paragraph. always; apart: not after a request with a
    # plain 并; state: only after what is no request; preamble: only there; lead: never.
    inside: Literal["always", "apart", "state", "preamble", "lead"] = "always"
    examples: tuple[str, ...] = ()  # texts in which it must be found; run by `make check`
    misses: tuple[str, ...] = ()  # texts in which it must not be found


@record
class Addressee:
    """Names of those who can be asked: an entry of `addressees` in `acts.yml`."""

    id: AddresseeId
    forms: tuple[str, ...]
    loose: tuple[str, ...] = ()  # names by their class alone, tried where no form is found: 、…界
    named: bool = False  # whether a longer name may stand before the form: 国际刑事警察|组织
    examples: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


@record
class ShortName:
    """A short name that many organs have: an entry of `shorts` in `acts.yml`."""

    form: str  # 理事会
    full: str  # the full names that it may stand for, whether or not they are addressees
    own: dict[Body, AddresseeId] = field(default_factory=dict)  # by the organ that speaks


NEVER = "(?!)"  # the pattern of what a language does not have


@record
class ActWords:
    """The file `acts.yml`: patterns, but for ids. Its comments show what each one matches."""

    masks: tuple[str, ...]  # blanked out before anything is looked for: 《…》, “…”, （…）
    clause: str  # where a clause begins: after ， or ；
    sentence: str  # in what `clause` found: a sentence begins too
    requested: dict[Body, tuple[AddresseeId, ...]]  # whom an organ requests; others it invites
    plain: tuple[str, ...]  # connectors that do not lift a clause out of a request: 并
    connectors: tuple[str, ...]  # words before a verb, outside its span: 在这方面
    adverbs: tuple[str, ...]  # words before a verb, inside its span: 又, 深为
    again: str  # adverbs that link an act to the one before it: 又, 还
    behind: tuple[str, ...] = ()  # words behind a verb, inside its span: with appreciation
    verbs: tuple[Verb, ...]
    around: str = "(?!)(?P<whole>(?P<adverbs>))"  # a verb behind its object: 对…表示赞赏
    aware: str = NEVER  # 使…认识到: what others are made to see
    awareness: str = NEVER  # the verb that, linked behind `aware`, is theirs: 认识到
    asks_or_invites: str = NEVER  # requests those in `requested`, invites others: 请
    considering: str = NEVER  # no act behind a connector that is not plain: 考虑到
    meanwhile: str = NEVER  # in a connector, makes a preambular verb no act: 同时
    reports: tuple[str, ...] = ()  # what opens a report of what others said: 其中大会{verb}
    ends_report: str = NEVER  # a connector behind which the organ speaks again: 在这方面
    resumes: tuple[str, ...] = ()  # verbs only the organ itself goes on with: 回顾, 因此
    asked: tuple[str, ...]  # how the name of whom is asked stands behind the verb
    joined: tuple[str, ...]  # how further names are joined on: 、{heads}
    before: str = ""  # what may stand before a name: 1988 年《…》、《…》和《…》(缔约国)
    qualifiers: tuple[str, ...]  # words before a name: 各, 有关
    actions: tuple[str, ...] = ()  # words with which what is asked has begun: 考虑, 酌情
    deeds: tuple[str, ...] = ()  # besides these, what ends a name that a longer one begins with
    pronouns: tuple[str, ...]  # 它们: those of the act before
    due: tuple[str, ...] = ()  # until when, or for which session: 向(?P<due>大会第…届会议)提交
    session: str = NEVER  # a session that `due` names, its number, and by a group whose it is
    times: dict[str, str] = field(default_factory=dict)  # of `due`, those a page has words for
    assembly: str = NEVER  # what is to be reported to the Assembly
    shorts: tuple[ShortName, ...] = ()  # 理事会: settled by what is named before
    addressees: tuple[Addressee, ...]


@record
class NameForms:
    """How the texts of a language name an instrument: whole, in the open, and for short."""

    forms: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


@record
class Citing:
    """The file `citing.yml`, which explains its fields."""

    language: Language
    kinds: dict[str, Literal["RES", "DEC"]]
    parts: dict[str, tuple[str, ...]]
    chain: str
    behind: str = "(?!)"
    no_number: str
    dated: str = "(?!)"
    after: str = "(?!)"
    organ: str
    clause: str
    volumes: str
    series: str
    also: str = "(?!)"
    above: str
    above_items: str = "(?!)"
    name: str
    short: str
    ibid: str
    official: bool = False  # whether the official names of instruments.yml cite too
    apart: tuple[Target, ...] = ()  # but those of these
    names: dict[Target, NameForms] = field(default_factory=dict)

    def wordings(self, instrument: Instrument) -> NameForms:
        """How the texts of the language name an instrument."""
        if not self.official:
            return NameForms(forms=instrument.forms, bare=instrument.bare, short=instrument.short)
        own = self.names.get(instrument.id, NameForms())
        name = instrument.names.get(self.language)
        if not name or instrument.of or instrument.kind in BY_SYMBOL or instrument.id in self.apart:
            return own
        return replace(own, forms=(name, *own.forms))


@record
class Rule:
    """Words that earn a theme; `themes.yml` explains each field with an example."""

    find: tuple[str, ...] = ()  # patterns, where `{crime}` stands for a named list of words
    terms: tuple[str, ...] = ()  # ids of terms.yml: any of their Chinese forms
    unless: tuple[str, ...] = ()  # patterns that, around the words, take the tag away
    needs: tuple[str, ...] = ()  # patterns one of which must stand in the same clause
    beside: tuple[str, ...] = ()  # patterns one of which must stand in the same paragraph
    strength: Literal["judge", "focus", "mention"] = "judge"
    also: tuple[Slug, ...] = ()  # themes that go with this one
    examples: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


@record
class Theme:
    """A subject a paragraph can be about."""

    id: Slug
    group: Literal["core", "trafficking", "other"]
    names: Names
    scope: Names
    key_terms: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()


@record
class RuleBook:
    """The rules that read the texts of one language."""

    themes: tuple[Theme, ...]
    lists: dict[str, tuple[str, ...]]
    acts: ActWords
    citing: Citing


@record
class Override:
    """A person's ruling on the odd paragraph."""

    place: str  # "a-res-71-209#op3"
    theme: Slug
    strength: Literal["focus", "mention", "none"]
    words: str = ""  # the evidence, as it stands
    # said by a string, `ruling.…`
    reason: Literal["list", "title", "side", "recalled", "point", "asked", "sense", "words"]
    date: str
