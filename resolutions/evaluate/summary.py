"""What `--check` prints: the account, the counts, the citations, the labels, silent rules."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from resolutions.analysis.segment import Lexicon, segment
from resolutions.analysis.themes.tag import Tagger
from resolutions.catalogue.aids import Aids
from resolutions.evaluate.score import Score, akn_text, read_labels, score, total
from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Library
from resolutions.model.problems import Report
from resolutions.readers.account import Account

LABELS = ("develop", "held-out")
AKN = "UN_AKN"  # the environment variable that names a folder of UN XML files
KINDS = ("preambular", "operative", "lettered", "heading")


def summarize(
    library: Library,
    accounts: list[Account],
    tagger: Tagger,
    silent: list[str],
    catalogue: Catalogue,
    aids: Aids,
    root: Path,
) -> None:
    """Print the figures an editor wants to see after a change; `silent`: rules that never fire."""
    _print_account(accounts)
    _print_counts(library)
    _print_citations(library)
    for name in LABELS:
        _print_scores(name, library, tagger, catalogue, root)
    _print_aids(aids, library)
    print(f"\nrules that never fire: {', '.join(silent) or 'none'}")


def _print_account(accounts: list[Account]) -> None:
    print("account of non-blank characters")
    for each in accounts:
        uses = ", ".join(f"{use} {count}" for use, count in each.by_use.items())
        print(f"  {each.file}: {each.total} = {uses}; lost {each.lost}")
    print(f"  characters lost: {sum(each.lost for each in accounts)}")


def _print_counts(library: Library) -> None:
    print("\ninstruments: preambular, operative, lettered, headings, footnotes, note marks")
    total: Counter[str] = Counter()
    for slug, reading in library.readings.items():
        document = reading.document
        counts: Counter[str] = Counter(paragraph.kind for paragraph in document.paragraphs)
        marks = sum(len(paragraph.notes) for paragraph in document.paragraphs)
        row = {kind: counts[kind] for kind in KINDS}
        row |= {"footnotes": len(document.footnotes), "marks": marks}
        total.update(row)
        print(f"  {slug:<24}" + "".join(f"{value:>6}" for value in row.values()))
    print(
        f"  {'total':<24}" + "".join(f"{total[name]:>6}" for name in (*KINDS, "footnotes", "marks"))
    )


def _print_citations(library: Library) -> None:
    found = Counter[str]()
    for reading in library.readings.values():
        for findings in reading.findings.values():
            found["paragraphs"] += sum(c.first for c in findings.citations)
            found["internal"] += sum(c.first and not c.target for c in findings.citations)
        for citations in reading.note_citations.values():
            found["notes"] += sum(c.first for c in citations)
        found["unresolved"] += len(reading.unresolved)
    print(
        f"\ncitations: {found['paragraphs']} in paragraphs ({found['internal']} internal), "
        f"{found['notes']} in notes, of {len(library.cited_by)} targets; "
        f"unresolved {found['unresolved']}"
    )
    for reading in library.readings.values():
        for each in reading.unresolved:
            print(
                f"  {each.file}:{each.line}: {each.slug}#{each.key} {each.text!r} ({each.reason})"
            )


def tags_of_labels(
    name: str, library: Library, tagger: Tagger, catalogue: Catalogue, root: Path
) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]], int]:
    """What people and what the rules say of each labelled paragraph, and how many are not here.

    Paragraphs of UN XML files are read from the folder that `UN_AKN` names, else from
    `shared/akn` beside the repository; without it they are left out and counted.
    """
    folder = Path(os.environ.get(AKN, root.parent / "shared" / "akn"))
    lexicon = Lexicon.of(catalogue.terms.values())
    texts = {
        f"{slug}#{paragraph.key}": paragraph.text
        for slug, reading in library.readings.items()
        for paragraph in reading.document.paragraphs
    }
    labels: dict[str, dict[str, str]] = {}
    tags: dict[str, dict[str, str]] = {}
    absent = 0
    path = root / "tests" / "labels" / f"{name}.yml"
    for label in read_labels(path, f"tests/labels/{name}.yml", Report()):
        text = texts.get(label.place) or akn_text(folder, label.place)
        if text is None:
            absent += 1
            continue
        found = tagger.tag(text, segment(text, lexicon)[1])
        labels[label.place] = label.themes
        tags[label.place] = {tag.theme: tag.strength for tag in found.tags}
    return labels, tags, absent


def _print_scores(
    name: str, library: Library, tagger: Tagger, catalogue: Catalogue, root: Path
) -> None:
    labels, tags, absent = tags_of_labels(name, library, tagger, catalogue, root)
    scores = score(labels, tags)
    print(f"\ntags against labels: {name} ({len(labels)} paragraphs, {absent} not here)")
    print(f"  {'':<24}{'any: P':>8}{'R':>7}{'F1':>7}{'focus: P':>10}{'R':>7}{'F1':>7}")
    core = {theme.id for theme in catalogue.themes if theme.group == "core"}
    rows = {theme.id: {theme.id} for theme in catalogue.themes}
    rows |= {"core themes": core, "all themes": {theme.id for theme in catalogue.themes}}
    for title, themes in rows.items():
        both = [total(scores, themes, strength) for strength in ("any", "focus")]
        print(f"  {title:<24}{_figures(both[0], 8)}{_figures(both[1], 10)}")


def _figures(each: Score, width: int) -> str:
    return f"{each.precision:>{width}.3f}{each.recall:>7.3f}{each.f1:>7.3f}"


def _print_aids(aids: Aids, library: Library) -> None:
    for language, own in aids.items():
        findings = [f for slug in own for f in library.readings[slug].findings.values()]
        read = sum(aid.second_reading.read for aid in own.values())
        changed = sum(aid.second_reading.changed for aid in own.values())
        third = [aid.third_reading for aid in own.values() if aid.third_reading]
        fourth = [aid.fourth_reading for aid in own.values() if aid.fourth_reading]
        print(
            f"\nreading aids ({language}): {len(own)} instruments; read again {read}, changed "
            f"{changed}; a third time {sum(each.read for each in third)}, changed "
            f"{sum(each.changed for each in third)}; a fourth {sum(each.read for each in fourth)}, "
            f"changed {sum(each.changed for each in fourth)}; "
            f"{sum(len(each.terms) for each in findings)} uses of terms compared"
        )
