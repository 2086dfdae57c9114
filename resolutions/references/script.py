"""What the menu of a paragraph loads: a script an instrument, and the words of a language."""

from __future__ import annotations

from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Files, Head
from resolutions.model.records import Language
from resolutions.references.records import bibtex, csl, reference, ris
from resolutions.references.style import citations
from resolutions.web import urls
from resolutions.web.scripts import call
from resolutions.web.strings import Strings

PREFIX = "menu."


def instrument_script(head: Head, catalogue: Catalogue) -> Files:
    """`references/<slug>.js`: how every paragraph is cited, in every style and language.

    The names of paragraphs are lists in the order of the keys, each list once for all styles that
    use the same.
    """
    pins: list[list[str]] = []
    styles = []
    for each in citations(head, catalogue):
        own = list(each.pins.values())
        if own not in pins:
            pins.append(own)
        styles.append(
            {
                "id": each.style,
                "lang": each.language,
                "whole": each.whole,
                "part": each.part,
                "pins": pins.index(own),
            }
        )
    data = {
        "slug": head.slug,
        "symbol": head.document.symbol,
        "official": urls.official_of(head.document),
        "keys": list(head.kinds),
        "pins": pins,
        "styles": styles,
        "exports": {code: _exports(head, code, catalogue) for code in catalogue.strings},
    }
    yield urls.references(head.slug), call("edition.references", data)


def stretches(catalogue: Catalogue) -> dict[Language, dict[str, object]]:
    """How each language names what goes from one paragraph to another: `between`, `items` (two in a
    row, more), `preamble` (one, two in a row, more), and numbers by style (two in a row, more).
    """
    return {
        code: {
            "styles": {
                style.id: (style.wordings[code].pair, style.wordings[code].range)
                for style in catalogue.references.styles
                if code in style.wordings and style.wordings[code].range
            },
            "between": own.between,
            "items": own.items,
            "preamble": (catalogue.strings[code]["paragraph.preambular"], *own.preamble),
        }
        for code, own in catalogue.references.stretches.items()
        if code in catalogue.strings
    }


def _exports(head: Head, language: str, catalogue: Catalogue) -> list[str]:
    """BibTeX, RIS and CSL-JSON, as the files of the data set have them."""
    own = [reference(head, language, catalogue)]
    return [bibtex(own), ris(own), csl(own)]


def words_script(words: Strings) -> Files:
    """`references/words-<lang>.js`: what the menu says, and what it must know of this copy."""
    catalogue = words.catalogue
    known = catalogue.references
    data = {
        "lang": words.language,
        "dir": words.direction(words.language),
        "base": catalogue.edition.base_url,
        "edition": f"{catalogue.edition.edition}, {catalogue.edition.date}",
        "comma": words("comma"),
        "bracket": known.bracket.get(words.language, "({text})"),
        "quotes": known.quotes,
        "ellipsis": known.ellipsis,
        "stretches": stretches(catalogue),
        "first": known.styles[0].id if known.styles else "",
        "styles": {style.id: words.name(style.names) for style in known.styles},
        "strings": {"close": words("pop.close"), "ways": words("shell.ways")}
        | {
            key.removeprefix(PREFIX): text
            for key, text in words.strings.items()
            if key.startswith(PREFIX)
        },
    }
    yield urls.reference_words(words.language), call("edition.menuWords", data)
