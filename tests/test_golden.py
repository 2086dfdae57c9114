"""What the stages make of the texts, kept in files: `make golden` rewrites, the diff is read."""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Mapping, Sequence

import pytest
from conftest import GOLDEN, Edition, bodies_of
from test_data import COUNTS

from resolutions.dataset.instruments import part_text
from resolutions.model.document import Document

TOY_SLUGS = (
    "a-c-3-90-l-2", "a-res-90-1", "e-2040-1-ga-1", "e-2040-1-ga-2", "e-2040-1-decision-1", "ccpcj-res-50-1",
    "ccpcj-dec-50-1",
)  # fmt: skip
PAGES = {
    "zh": (
        "index", "matrix", "themes/trafficking", "themes/corruption", "cited/treaties", "cited/assembly",
        "about/errata", "about/sources", *(f"resolutions/{slug}" for slug in TOY_SLUGS),
    ),
    "en": ("index", "themes/trafficking", "resolutions/a-res-90-1", "resolutions/e-2040-1-decision-1"),
}  # fmt: skip


def compare(name: str, found: str) -> None:
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "overwrite":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert path.exists(), f"{name}: no golden file; GOLDEN=overwrite makes it"
    wanted = path.read_text(encoding="utf-8")
    difference = difflib.unified_diff(
        wanted.splitlines(), found.splitlines(), "golden", "found", lineterm=""
    )
    assert found == wanted, "\n".join(difference)


def drawn(document: Document) -> str:
    paragraphs = [
        {
            "key": p.key,
            "kind": p.kind,
            "label": p.label,
            "parent": p.parent,
            "lines": list(p.lines),
            "text": p.text,
            "notes": [[mark.label, mark.at] for mark in p.notes],
            **({"rows": [list(row) for row in p.rows]} if p.rows else {}),
            **({"emphasis": [list(span) for span in p.emphasis]} if p.emphasis else {}),
        }
        for p in document.paragraphs
    ]
    footnotes = [
        {"key": n.key, "lines": n.lines and list(n.lines), "text": n.text, "resolved": n.resolved}
        for n in document.footnotes
    ]
    facts = {
        name: getattr(document, name)
        for name in (
            "slug", "symbol", "part", "kind", "status", "body", "language", "session", "year", "date",
            "date_basis", "meeting", "agenda_item", "report", "sponsor",
        )
    }  # fmt: skip
    facts["part"] = document.part and part_text(document.part)
    lines = [f'"paragraphs": [\n{_rows(paragraphs)}\n]', f'"footnotes": [\n{_rows(footnotes)}\n]']
    return "{\n" + ",\n".join([f'"facts": {_line(facts)}', *lines]) + "\n}\n"


def _rows(records: Sequence[Mapping[str, object]]) -> str:
    return ",\n".join(_line(each) for each in records)


def _line(each: Mapping[str, object]) -> str:
    return json.dumps(each, ensure_ascii=False)


@pytest.mark.parametrize("slug", COUNTS)
def test_an_instrument_is_parsed_as_it_was(real: Edition, slug: str) -> None:
    found = drawn(real.documents[slug])
    assert len(json.loads(found)["paragraphs"]) == len(real.documents[slug].paragraphs)
    compare(f"documents/{slug}.json", found)


@pytest.mark.parametrize("slug", TOY_SLUGS)
def test_a_toy_instrument_is_parsed_as_it_was(toy: Edition, slug: str) -> None:
    compare(f"documents/toy/{slug}.json", drawn(toy.documents[slug]))


@pytest.mark.parametrize("language", PAGES)
def test_the_bodies_of_the_toy_pages_are_as_they_were(toy: Edition, language: str) -> None:
    bodies = bodies_of(toy, language)
    for name in PAGES[language]:
        compare(f"pages/{language}/{name}.html", bodies[f"{name}.html"])


def test_there_is_no_golden_file_that_no_test_reads() -> None:
    read = {f"documents/{slug}.json" for slug in COUNTS}
    read |= {f"documents/toy/{slug}.json" for slug in TOY_SLUGS}
    read |= {f"pages/{language}/{name}.html" for language, names in PAGES.items() for name in names}
    there = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert {path for path in there if not path.startswith(("messages/", "references/"))} == read
