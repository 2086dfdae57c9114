"""How a language names instruments, paragraphs and terms, for the hits of a search."""

from __future__ import annotations

import re

from resolutions.model.library import Library
from resolutions.search.shards import script
from resolutions.web.glossary import has_page, in_glossary
from resolutions.web.long import keys_of_long
from resolutions.web.strings import NAMED_KINDS, Strings

MOST_ANNEXES = 12
UNNUMBERED = re.compile(r"(?:annex\d*-|s\d+-)*x.*")


def labels(library: Library, words: Strings) -> dict[str, str]:
    """`search/labels-xx.js`: how a language names instruments and paragraphs."""
    data = {
        "instruments": {slug: words.label(head.document) for slug, head in library.heads.items()},
        "pages": keys_of_long(library),
        "ordinals": words.ordinals,
        "items": words.items,
        "annexes": [words.annex(number) for number in range(1, MOST_ANNEXES + 1)],
        "comma": words("comma"),
        "sole": [
            slug for slug, head in library.heads.items() if not head.kinds.get("op1", ("", "1."))[1]
        ],
        "kinds": _kinds(library),
        "themes": {each: name for each, name in words.themes.items() if library.by_theme[each]},
        "terms": _term_names(library, words),
        "search": {"aid": words("aid.mark")}
        | {
            key.removeprefix("search."): words(key)
            for key in words.strings
            if key.startswith(("search.hit", "search.all", "search.reference", "search.paragraphs"))
            or key in ("search.terms", "search.instruments", "search.missing", "search.facet.theme")
        },
        "strings": {
            key.removeprefix("paragraph."): value
            for key, value in words.strings.items()
            if key.startswith("paragraph.") and key != "paragraph.annexes"
        },
    }
    return {f"search/labels-{words.language}.js": script("labels", words.language, 0, data)}


def _kinds(library: Library) -> dict[str, str]:
    """What a paragraph is where its key does not tell: the table of `x1`."""
    kinds: dict[str, str] = {}
    for slug, head in library.heads.items():
        for key, (kind, _) in head.kinds.items():
            if UNNUMBERED.fullmatch(key) and kind in NAMED_KINDS:
                kinds[f"{slug}#{key}"] = kind
    return kinds


def _term_names(library: Library, words: Strings) -> dict[str, list[str | None]]:
    """By id: the name of a term, and the part of the glossary it stands in.

    The part is "" of a term with a page of its own, None of one that the glossary leaves out.
    """
    catalogue, language = words.catalogue, words.language
    parts: dict[str, str | None] = {
        term.id: "" if has_page(term, library, catalogue, language) else term.kind
        for term in in_glossary(library, catalogue)
    }
    return {
        term.id: [words.name(term.names), parts.get(term.id)]
        for term in catalogue.terms.values()
        if language in term.names
    }
