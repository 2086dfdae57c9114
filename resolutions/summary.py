"""What `--check` prints: the account, the counts, the citations, the labels, silent rules."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from resolutions.account import Account
from resolutions.models import Catalogue, Library
from resolutions.tag import Tagger

KINDS = ("preambular", "operative", "lettered", "heading")


def summarize(
    library: Library, accounts: list[Account], tagger: Tagger, catalogue: Catalogue, root: Path
) -> None:
    """Print the figures an editor wants to see after a change."""
    _print_account(accounts)
    _print_counts(library)
    _print_citations(library)
    print(f"\nrules that never fire: {', '.join(tagger.silent) or 'none'}")


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
