"""Part of `identity`: which of two texts of one symbol and language is held."""

from __future__ import annotations

from resolutions.corpus.candidate import Held, Refused
from resolutions.model.document import Document
from resolutions.model.problems import Report
from resolutions.readers.table import trust


def choose(same: list[Held], own: frozenset[str], report: Report) -> list[Refused]:
    """Hold the text whose evidence agrees; of equals XML before what a tool extracted."""
    if len(same) < 2:
        return []
    ranked = sorted(same, key=lambda each: _rank(each, own))
    best, *rest = ranked
    refused = []
    for each in rest:
        if each.file in own:
            continue  # two of the edition's own: `check_unique` stops the build
        if best.document is not None and each.document is not None:
            refused.append(_second(each, each.document, best, best.document, report))
    return refused


def _second(each: Held, document: Document, best: Held, held: Document, report: Report) -> Refused:
    """Tell that a text is held from another file, and whether this one says the same."""
    apart = _apart(held, document)
    line = document.lines.start
    message = f"{document.symbol} in {document.language} is read from {best.file}"
    if each.place and each.place != best.place:
        code = "other-language"
        whose = f"it lies among the texts in {each.place}, and is the one in {document.language}"
        report.refuse(each.file, line, code, f"{whose}; {message}", "fetch the right file")
    elif apart:
        code = "second-text"
        words = f"{message}; this file differs in {len(apart)} paragraphs, first in {apart[0]}"
        report.refuse(each.file, line, code, words, "remove one of the two")
    else:
        code = "same-text"
        report.skip(each.file, line, code, f"{message}; this is the same, word for word")
    return each.refuse(code)


def _rank(each: Held, own: frozenset[str]) -> tuple[object, ...]:
    reissued = "reis" in each.file.lower()  # _reissue, as the UN's files write it, and _reisue
    untitled = each.document is not None and not each.document.paragraphs[0].text
    borrowed = each.read.title_from is not None or untitled
    return (
        each.file not in own,
        each.against,
        trust(each.file),
        borrowed,
        not reissued,
        each.file,
    )


def _apart(one: Document, other: Document) -> list[str]:
    """The keys under which two texts say different things."""
    texts = [{each.key: each.text for each in document.paragraphs} for document in (one, other)]
    return [key for key in (texts[0] | texts[1]) if texts[0].get(key) != texts[1].get(key)]
