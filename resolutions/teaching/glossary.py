"""`glossary-<lang>.xml`: the terms as a Moodle glossary, whose forms link themselves in a course.

The concept is the name in one language; the definition gives the others. A name without a source
says so. Forms of one letter or two would link everywhere, and stay out.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from resolutions.model.catalogue import Term
from resolutions.model.records import Language
from resolutions.teaching.pack import Course, Pack, Packs, child, xml
from resolutions.web.strings import Strings

SHORT = {"zh": 1}  # characters: at most so many, and a form links too often
LETTERS = 2
LONGEST = (
    255  # characters of a concept and of an alias in Moodle's tables: a longer one ends the import
)
SETTINGS = {
    **{"INTROFORMAT": "1", "ALLOWDUPLICATEDENTRIES": "0", "DISPLAYFORMAT": "dictionary"},
    **{"SHOWSPECIAL": "1", "SHOWALPHABET": "1", "SHOWALL": "1", "ALLOWCOMMENTS": "0"},
    **{"USEDYNALINK": "1", "DEFAULTAPPROVAL": "1", "GLOBALGLOSSARY": "0", "ENTBYPAGE": "20"},
}


class Glossary(Pack):
    """The glossary of Moodle's activity of that name: import as XML."""

    name = "moodle-glossary"

    def files(self, course: Course) -> Packs:
        """One an interface language."""
        for tongue in course.catalogue.interface:
            yield f"moodle/glossary-{tongue.code}.xml", xml(_glossary(tongue.code, course))


def _glossary(language: Language, course: Course) -> Element:
    words = Strings(language, course.catalogue)
    root = Element("GLOSSARY")
    info = child(root, "INFO")
    child(info, "NAME", f"{words('nav.terms')} · {words('site.title')}")
    child(info, "INTRO", words("shell.unofficial"))
    for name, value in SETTINGS.items():
        child(info, name, value)
    entries = child(info, "ENTRIES")
    taken: set[str] = set()
    for term in course.catalogue.terms.values():
        name = _concept(term, language)
        if term.id in course.library.forms and name and name not in taken:
            forms = [each for each in _forms(term, language) if _links(each, language)]
            aliases = [each for each in forms if each not in {name, *taken}]
            taken |= {name, *aliases}
            _entry(entries, term, name, aliases, words)
    return root


def _concept(term: Term, language: Language) -> str:
    """The name, or the longest form that Moodle has room for; "" where there is none."""
    name = term.names.get(language, "")
    if len(name) <= LONGEST:
        return name
    return max(_forms(term, language), key=len, default="")


def _forms(term: Term, language: Language) -> list[str]:
    forms = [*term.variants.get(language, ()), *term.outdated.get(language, ())]
    return [each for each in dict.fromkeys(forms) if len(each) <= LONGEST]


def _entry(entries: Element, term: Term, name: str, aliases: Sequence[str], words: Strings) -> None:
    language = words.language
    entry = child(entries, "ENTRY")
    child(entry, "CONCEPT", name)
    whole = [term.names[language]] if name != term.names[language] else []
    child(entry, "DEFINITION", "\n".join([*whole, *_definition(term, language, words)]))
    for setting, value in (
        *(("FORMAT", "2"), ("USEDYNALINK", "1"), ("CASESENSITIVE", "0")),  # 2: plain text
        *(("FULLMATCH", "0" if language == "zh" else "1"), ("TEACHERENTRY", "1")),
    ):
        child(entry, setting, value)
    if aliases:
        listed = child(entry, "ALIASES")
        for each in aliases:
            child(child(listed, "ALIAS"), "NAME", each)
    category = child(child(entry, "CATEGORIES"), "CATEGORY")
    child(category, "NAME", words(f"term.kind.{term.kind}"))
    child(category, "USEDYNALINK", "0")


def _definition(term: Term, language: Language, words: Strings) -> list[str]:
    """The names in the other languages, a line each."""
    lines = [
        f"{words(f'tongue.{code}')}{words('colon')}{name}"
        + ("" if code in term.sources else f" ({words('name.unconfirmed')})")
        for code, name in term.names.items()
        if code != language
    ]
    if language not in term.sources:
        lines.insert(0, words("name.unconfirmed"))
    return lines


def _links(form: str, language: Language) -> bool:
    return len(form) > SHORT.get(language, LETTERS)
