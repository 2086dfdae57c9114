"""How instruments are cited outside this edition: the records of `references.yml`."""

from __future__ import annotations

from dataclasses import field

from resolutions.model.records import (
    Language,
    Names,
    Slug,
    Status,
    record,
)


@record
class CitationForms:
    """How a style words a reference in one language. Forms: pieces, left out where they are empty.

    Which form: `numbered` what has a symbol of its own; `contained` what a report prints as
    adopted; `draft` a draft with a symbol; `piece` a draft that a report prints.
    """

    numbered: tuple[str, ...]
    contained: tuple[str, ...]
    draft: tuple[str, ...]
    piece: tuple[str, ...]
    organs: dict[str, str] = field(default_factory=dict)  # by body
    kinds: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)  # by kind: Draft Res.
    words: dict[str, str] = field(default_factory=dict)  # in the place of strings of the language
    pair: str = ""  # of two numbered paragraphs that follow each other: par. {first} et {last}
    range: str = ""  # of more of them: paras. {first}–{last}


@record
class Style:
    """A style of reference, in every language in which it words one."""

    id: Slug
    names: Names
    wordings: dict[Language, CitationForms]


@record
class Stretches:
    """How a language names what goes from one paragraph to another, two in a row or more."""

    between: str  # two places of any kind: {first} to {last}
    items: tuple[str, str]  # of one paragraph, two or more: {first} and {last}, {first}–{last}
    preamble: tuple[str, str]  # {first} and {last} preambular paragraphs, {first} to {last} …


@record
class References:
    """How instruments are cited outside this edition."""

    styles: tuple[Style, ...] = ()
    authors: dict[str, Names] = field(default_factory=dict)  # by body
    publisher: Names = field(default_factory=dict)
    genres: dict[Status, dict[str, Names]] = field(default_factory=dict)  # by status and kind
    stretches: dict[Language, Stretches] = field(default_factory=dict)
    small: tuple[str, ...] = ()  # words of a headline without a capital
    quotes: Names = field(default_factory=dict)  # “{text}”, by the language of what is quoted
    bracket: Names = field(default_factory=dict)  # ({text}), by that of the reference
    ellipsis: dict[Language, tuple[str, str]] = field(default_factory=dict)  # before, after
