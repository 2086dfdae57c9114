"""What a reference can say of an instrument, in the words of one style. Nothing unconfirmed.

A title without a source is left out for the title of the text held; a draft is called a draft; an
instrument without a date is dated by its year; an id of our own (CCPCJ/RES/20/1) is never a symbol.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document
from resolutions.model.keys import from_roman, roman
from resolutions.model.library import Head
from resolutions.model.records import Language
from resolutions.model.referencing import CitationForms, References
from resolutions.web import urls
from resolutions.web.strings import Strings

Form = Literal["numbered", "contained", "draft", "piece"]
# A/RES/68/193, A/RES/75/101A-B, S/RES/1373(2001), E/RES/155C(VII), A/RES/S-30/1, CCPCJ/DEC/20/1
NUMBER = re.compile(
    r"[A-Z/]+/(?:RES|DEC)/(?P<apart>(?:S|ES)-)?(?P<number>\d+(?:/\d+)?)(?P<letters>[A-Z](?:-[A-Z])?)?"
    r"(?:\((?:(?P<year>\d{4})|(?P<session>[IVXL]+))\))?"
)
SESSIONS = {"S-": "number.special", "ES-": "number.emergency"}
SET_APART = re.compile(r"(?<=\d)(?=[A-Z](?:-[A-Z])?$|\(\d{4}\)$)")  # 57/270 B, 1373 (2001)


class Title(NamedTuple):
    """A title that may be cited: as a text held words it, or as a source confirms it."""

    text: str
    language: Language


def form_of(document: Document) -> Form:
    """Which form of a style an instrument takes."""
    if document.status == "draft":
        return "piece" if document.part else "draft"
    return "contained" if document.part else "numbered"


def title_of(head: Head, language: Language, catalogue: Catalogue) -> Title:
    """The official title in a language, else that of the text held."""
    if language in head.sides:
        return Title(head.sides[language].title, language)
    held = catalogue.held.get(head.slug)
    if held and language in held.sources and language in held.titles:
        return Title(held.titles[language], language)
    return Title(head.sides[head.reference].title, head.reference)


def number_of(symbol: str, words: Strings, year: bool = True) -> str:
    """The number by which texts of the UN cite a resolution: 57/270 B, 217 A (III), 1373 (2001),
    with the letters and marks of the language; "" where there is none. `year`: with that of the
    numbers of the Security Council."""
    match = NUMBER.fullmatch(symbol)
    if not match:
        return ""
    letters = "-".join(words.section(each) for each in (match["letters"] or "").split("-"))
    number = f"{match['number']} {letters}".strip()
    if match["apart"]:
        number = words(SESSIONS[match["apart"]], n=number)
    if session := match["session"]:
        figures = words("number.session.numerals") == "figures"
        return number + words("number.session", n=from_roman(session) if figures else session)
    return number + words("number.year", n=match["year"]) if match["year"] and year else number


def symbol_of(document: Document) -> str:
    """The symbol as it is printed, S/RES/1373 (2001); "" of what has none but an id of ours."""
    known = not document.part and urls.official(document.symbol, "en")
    return SET_APART.sub(" ", document.symbol) if known else ""


def author_of(document: Document) -> str:
    """The organ whose words these are: of a draft in a report, the organ that reports."""
    return document.source.header.body or document.body if document.part else document.body


def worded(forms: CitationForms, language: Language, catalogue: Catalogue) -> Strings:
    """The words of a language as a style has them."""
    words = Strings(language, catalogue)
    if not forms.words:
        return words
    own = {**words.strings, **forms.words}
    words.strings, words.months = own, own["months"].split("|")
    return words


def facts(head: Head, words: Strings, forms: CitationForms) -> dict[str, str]:
    """What the places of a form are filled with; "" where there is nothing to say."""
    document, language = head.document, words.language
    known = words.catalogue.references
    title = title_of(head, language, words.catalogue)
    report = document.source.header.symbol
    place = words.contained(document) or ""
    author = author_of(document)
    url = urls.official_of(document).get(language, "")
    return {
        "organ": forms.organs.get(author if document.part else document.body, ""),
        "author": known.authors.get(author, {}).get(language, ""),
        "kind": forms.kinds.get(document.kind, ""),
        "draft": forms.drafts.get(document.kind, ""),
        "drafted": words(f"piece.{document.kind}", n=symbol_of(document)),
        "piece": _piece(document, words),
        "number": number_of(document.symbol, words),
        "bare": number_of(document.symbol, words, year=False),
        "symbol": symbol_of(document),
        "report": report if document.part else "",
        "place": place,
        "chapter": place.removeprefix(report).removeprefix(words("comma")),
        "cited": _cited(document, place, words),
        "genre": known.genres[document.status].get(document.kind, {}).get(language, ""),
        "title": title.text,
        "nested": title.text.replace("《", "〈").replace("》", "〉"),
        "headline": headline(title.text, known) if title.language == "en" else title.text,
        "date": words.date(document.date) if document.date else "",
        "year": str(document.year),
        "issued": document.date or str(document.year),
        "accessed": words.catalogue.edition.date,
        "url": url,
        "carrier": "R/OL" if url else "R",
    }


def headline(title: str, references: References) -> str:
    """A title in English with the capitals of a headline; a name keeps its own."""
    made: list[str] = []
    for word in title.split(" "):
        starts = not made or made[-1].endswith((":", "."))
        small = word in references.small and not starts
        made.append(word if small or not word.islower() else word[:1].upper() + word[1:])
    return " ".join(made)


def _numeral(document: Document, words: Strings) -> str:
    part = document.part
    return words.piece_number(part.number, roman(part.number)) if part and part.number else ""


def _piece(document: Document, words: Strings) -> str:
    numeral = _numeral(document, words)
    return words(f"piece.{document.kind}", n=numeral) if numeral else ""


def _cited(document: Document, place: str, words: Strings) -> str:
    """What stands for the number of a report: the symbol, or a number and where it is printed."""
    number = number_of(document.symbol, words)
    if not document.part:
        return symbol_of(document) or number
    own = _numeral(document, words) or number
    return f"{own}{words('comma')}{place}"
