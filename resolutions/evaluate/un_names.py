"""Every name of the terms and themes, and the words of the trade that the interface says, looked up
in the UN's XML of its language.

`make names UN=FOLDER` reads the files where they lie, copies nothing, and lists the names with no
hit, with other capitals, or beaten twice over by another form that we list. Forms that differ in
case or number alone count for the name: the files have most Russian names in another case.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from unicodedata import normalize

from resolutions.evaluate.un_folder import run
from resolutions.model.cases import told_apart
from resolutions.model.catalogue import Catalogue, Term
from resolutions.model.records import Language, record

LANGUAGE = re.compile(r'<FRBRlanguage[^>]*language="([a-z]{2,3})"')
CODES = {"zho": "zh", "eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "rus": "ru", "ara": "ar"}
TAGS, BLANKS = re.compile(r"<[^>]+>"), re.compile(r"[\s\u00a0\u202f\u200e\u200f]+")
TEN = 10  # to one: capitals
TWICE = 2  # as often: another form
SAME = 4  # letters that two forms of one word may differ by at the end: parties, party
# The strings that name what the UN has a name for; a sentence of our own has no hit there.
TRADE = ("body.", "kind.", "act.", "addressee.", "part.", "vote.", "piece.", "term.kind.")


@record
class Finding:
    """What the files say of a name: `none`, `capitals` or `beaten`, and the figures."""

    term: str
    language: Language
    name: str
    kind: str
    hits: int
    rival: str = ""
    rivals: int = 0


def texts_of(paths: Iterable[Path]) -> dict[Language, str]:
    """The wording of all files of a language, blanks alike, one file a line."""
    found: dict[Language, list[str]] = {}
    for path in paths:
        content = path.read_text(encoding="utf-8", errors="replace")
        language = LANGUAGE.search(content)
        code = CODES.get(language[1], language[1]) if language else ""
        found.setdefault(code, []).append(BLANKS.sub(" ", TAGS.sub("", content)))
    return {code: "\n".join(own) for code, own in found.items()}


def alike(one: str, other: str) -> bool:
    """Whether one is a part of the other, or another ending of it."""
    words = [each.split() for each in (one, other)]
    ends = len(words[0]) == len(words[1]) and all(
        a[: max(SAME, len(a) - SAME)] == b[: max(SAME, len(a) - SAME)]
        for a, b in zip(*words, strict=True)
    )
    return one in other or other in one or ends


def of_the_trade(catalogue: Catalogue) -> dict[str, Term]:
    """The names of themes, and the strings that name what the UN names, as terms."""
    said: dict[str, dict[Language, str]] = {}
    for language, strings in catalogue.strings.items():
        for key, words in strings.items():
            if key.startswith(TRADE) and "{" not in words:
                said.setdefault(key, {})[language] = words
    named = {f"theme {theme.id}": dict(theme.names) for theme in catalogue.themes}
    return {id: Term(id=id, kind="concept", names=names) for id, names in (said | named).items()}


def look_up(terms: Mapping[str, Term], texts: Mapping[Language, str]) -> Iterator[Finding]:
    """The names that the files do not bear out."""
    for language, text in texts.items():
        folded = text.casefold()
        for identity, term in terms.items():
            if language not in term.names:
                continue
            variants = term.variants.get(language, ())
            rivals = told_apart(language, term.names[language], variants)
            forms = [term.names[language], *(each for each in variants if each not in rivals)]
            # blanks that do not break, the o of nᵒ; Chinese signs stay full-width
            name, *cases = (each if language == "zh" else normalize("NFKC", each) for each in forms)
            exact = sum(text.count(each) for each in (name, *cases))
            hits = sum(folded.count(each.casefold()) for each in (name, *cases))
            if not hits:
                yield Finding(term=identity, language=language, name=name, kind="none", hits=0)
            elif exact * TEN < hits:
                yield Finding(
                    term=identity, language=language, name=name, kind="capitals", hits=exact,
                    rivals=hits,
                )  # fmt: skip
            for rival in rivals:
                stands = folded.count(rival.casefold())
                if not alike(rival.casefold(), name.casefold()) and stands > TWICE * hits:
                    yield Finding(
                        term=identity, language=language, name=name, kind="beaten", hits=hits,
                        rival=rival, rivals=stands,
                    )  # fmt: skip


def tell(folder: Path, catalogue: Catalogue) -> None:
    """Print the findings, by language and kind."""
    texts = texts_of(sorted(folder.rglob("*.xml")))
    found = sorted(
        look_up({**catalogue.terms, **of_the_trade(catalogue)}, texts),
        key=lambda each: (each.language, each.kind, each.term),
    )
    for each in found:
        rival = f"; {each.rival or 'in other capitals'}: {each.rivals}" if each.rivals else ""
        print(f"{each.language} {each.kind:<9}{each.term}: {each.name} ({each.hits}{rival})")
    print(f"{len(found)} findings in {', '.join(sorted(texts)) or 'no language'}")


if __name__ == "__main__":
    sys.exit(run(tell))
