"""How well the English rules agree with what the Chinese rules find in the same paragraphs.

`PYTHONPATH=. python tests/english.py [develop|held-out|aids]` prints the figures; with `-v` the
differences of the parts the rules were written on. The UN's XML is read from where it lies (SHARED
says where); the reading aids are the edition's own. The Chinese rules err too, and a title that
Chinese marks with 《》 is unmarked in English: agreement is less than truth, above all in citations,
so what is cited by symbol is also held against the links of the UN's own files.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from conftest import REPOSITORY, SHARED, Edition, edition_of

from resolutions.analysis.study import Rules, study
from resolutions.catalogue.aids import load_aids
from resolutions.evaluate.score import Score
from resolutions.model.document import Document
from resolutions.model.findings import Citation, Findings, Reading
from resolutions.model.problems import Report
from resolutions.model.records import Key
from resolutions.readers.text.notes import resolve

FOLDER = SHARED / "akn"
# Drawn at random; the rules were written on the first five and never on the others.
DEVELOP = ("a-res-75-158", "a-res-75-196", "a-res-75-282", "a-res-76-186", "a-res-78-229")
HELD_OUT = ("a-res-75-194", "a-res-75-311", "a-res-76-7", "a-res-77-237")
READ = re.compile(r"[AES]/RES/")
URGED = ("e-2011-30-", "ccpcj-")
SIGNS = re.compile(r"\{(?:\d+|\*)\}|※")


class Pair(NamedTuple):
    """A paragraph, what the Chinese rules say of it, and what the English rules say."""

    place: str
    text: str
    wanted: Findings
    found: Findings


class Figures(NamedTuple):
    """How often both agree."""

    themes: dict[str, Score]  # "core any", "all focus" …
    leads: tuple[int, int]  # concept and strength: right, of
    asked: tuple[int, int]  # addressees of the lead: right, of
    acts: Score
    citations: Score
    notes: Score
    links: Score  # what is cited by symbol, against the links of the UN's English files


def readings(name: str, edition: Edition) -> Iterator[tuple[Reading, Reading]]:
    """Chinese and English readings of the same instruments: a part of the XML, or the aids."""
    rules = Rules.of(edition.catalogue)["en"]
    if name == "aids":
        aids = load_aids(REPOSITORY / "data" / "reading-aids", "aids", Report())["en"]
        for slug, aid in aids.items():
            source = edition.readings[slug]
            if slug.startswith(URGED):
                source = _urged(source)
            yield source, study(_worded(source.document, aid.text), rules, {})
        return
    for slug in DEVELOP if name == "develop" else HELD_OUT:
        texts = edition.library.works[slug].texts
        yield texts["zh"], study(texts["en"].document, rules, {})


def _urged(source: Reading) -> Reading:
    """The acts of 促请 as the aid of these texts words them: urge (data/reading-aids/wordings.yml)."""
    texts = {each.key: each.text for each in source.document.paragraphs}
    findings = {
        key: replace(
            found,
            acts=tuple(
                act._replace(concept="urge") if "促请" in texts[key][slice(*act.span)] else act
                for act in found.acts
            ),
        )
        for key, found in source.findings.items()
        if key in texts
    }
    return replace(source, findings=findings)


def _worded(document: Document, text: Callable[[Key], str]) -> Document:
    """A document in the words of its reading aid."""
    paragraphs = tuple(
        replace(each, text=SIGNS.sub("", text(each.key)), emphasis=(), notes=())
        for each in document.paragraphs
    )
    resolved = resolve([text(each.key) for each in document.footnotes], "en")
    notes = tuple(
        replace(each, text=text(each.key), resolved=said)
        for each, said in zip(document.footnotes, resolved, strict=True)
    )
    return replace(document, language="en", paragraphs=paragraphs, footnotes=notes)


def pairs(source: Reading, english: Reading) -> list[Pair]:
    """The paragraphs both have."""
    slug = source.document.slug
    return [
        Pair(f"{slug}#{each.key}", each.text, source.findings[each.key], english.findings[each.key])
        for each in english.document.paragraphs
        if each.key in source.findings
    ]


def measure(both: list[tuple[Reading, Reading]], core: set[str]) -> Figures:
    """How well the English findings agree with the Chinese ones."""
    compared = [pair for source, english in both for pair in pairs(source, english)]
    themes = {
        f"{group} {strength}": _sum(
            _score(_themes(p.wanted, strength, own), _themes(p.found, strength, own))
            for p in compared
        )
        for group, own in (("core", core), ("all", None))
        for strength in ("any", "focus")
    }
    acting = [p for p in compared if p.wanted.acts]
    notes = [
        _score(_cited(cited), _cited(english.note_citations.get(key, ())))
        for source, english in both
        for key, cited in source.note_citations.items()
    ]
    return Figures(
        themes=themes,
        leads=(sum(_lead(p.wanted) == _lead(p.found) for p in acting), len(acting)),
        asked=(sum(_asked(p.wanted) == _asked(p.found) for p in acting), len(acting)),
        acts=_sum(_score(_acts(p.wanted), _acts(p.found)) for p in compared),
        citations=_sum(
            _score(_cited(p.wanted.citations), _cited(p.found.citations)) for p in compared
        ),
        notes=_sum(notes),
        links=_sum(
            _score(_symbols(t for _, t in p.links), _symbols(c.target for c in found.citations))
            for _, english in both
            for p in english.document.paragraphs
            if (found := english.findings[p.key]) and english.document.authority == "un-copy"
        ),
    )


def _themes(found: Findings, strength: str, own: set[str] | None) -> Counter[str]:
    return Counter(
        tag.theme
        for tag in found.tags
        if strength in ("any", tag.strength) and (own is None or tag.theme in own)
    )


def _lead(found: Findings) -> tuple[str, str] | None:
    return (found.acts[0].concept, found.acts[0].strength) if found.acts else None


def _asked(found: Findings) -> set[str]:
    return set(found.acts[0].addressees) if found.acts else set()


def _acts(found: Findings) -> Counter[str]:
    return Counter(act.concept for act in found.acts)


def _cited(citations: tuple[Citation, ...]) -> Counter[str]:
    return Counter(each.target or f"→{each.paragraph}" for each in citations if each.first)


def _symbols(targets: Iterable[str]) -> Counter[str]:
    """Resolutions of the organs whose numbers we read, once each: the UN links no decisions."""
    return Counter({each for each in targets if READ.match(each)})


def _score(wanted: Counter[str], found: Counter[str]) -> Score:
    return Score((wanted & found).total(), (found - wanted).total(), (wanted - found).total())


def _sum(scores: Iterable[Score]) -> Score:
    return Score(*map(sum, zip(Score(0, 0, 0), *scores, strict=True)))


def core_of(edition: Edition) -> set[str]:
    """The core themes."""
    return {theme.id for theme in edition.catalogue.themes if theme.group == "core"}


def _print(name: str, figures: Figures) -> None:
    print(name)
    rows: Mapping[str, Score] = {
        **{f"themes, {key}": each for key, each in figures.themes.items()},
        "acts": figures.acts,
        "citations": figures.citations,
        "citations of notes": figures.notes,
        "symbols the UN links": figures.links,
    }
    for title, each in rows.items():
        print(f"  {title:<22}P {each.precision:.3f}  R {each.recall:.3f}  F1 {each.f1:.3f}")
    for title, (right, count) in (("lead", figures.leads), ("addressees", figures.asked)):
        print(f"  {title:<22}{right / count:.3f} of {count}")


def _differences(both: list[tuple[Reading, Reading]]) -> Iterator[str]:
    for source, english in both:
        for pair in pairs(source, english):
            strong = [
                Counter(f"{tag.theme}{'!' * (tag.strength == 'focus')}" for tag in each.tags)
                for each in (pair.wanted, pair.found)
            ]
            asked = [Counter(map(str, _asked(each))) for each in (pair.wanted, pair.found)]
            cited = [_cited(each.citations) for each in (pair.wanted, pair.found)]
            acts = [_acts(each) for each in (pair.wanted, pair.found)]
            lead = [Counter([str(_lead(each))]) for each in (pair.wanted, pair.found)]
            kinds = {"themes": strong, "acts": acts, "lead": lead, "asked": asked, "cited": cited}
            said = [
                f"    {kind}: missed {sorted(w - f)}, wrong {sorted(f - w)}"
                for kind, (w, f) in kinds.items()
                if w != f
            ]
            if said:
                yield "\n".join([f"  {pair.place} {pair.text}", *said])
        for key, wanted in source.note_citations.items():
            found = english.note_citations.get(key, ())
            if _cited(wanted) != _cited(found):
                yield f"  note {source.document.slug}#{key}: {_cited(wanted)} {_cited(found)}"


def main() -> None:
    """Print the figures of the parts named, or of all."""
    names = [each for each in sys.argv[1:] if each != "-v"] or ["develop", "aids", "held-out"]
    edition = edition_of(REPOSITORY / "data", *([FOLDER] if FOLDER.is_dir() else []))
    for name in names:
        both = list(readings(name, edition))
        _print(name, measure(both, core_of(edition)))
        if "-v" in sys.argv and name != "held-out":  # these are seen as totals only
            print("\n".join(_differences(both)))


if __name__ == "__main__":
    main()
