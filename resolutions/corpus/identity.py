"""Who a text is, where the files of an instrument lie side by side.

A reader settles symbol and language by what its file says; here the other languages and the UN's
extracts are heard too, the day is settled for all languages at once, of two texts of one symbol
and language one is chosen, and a title that is missing is lent. Whatever disagrees is told, and
stays with the text as a doubt. No text is held under a symbol that as much speaks against.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from resolutions.corpus.candidate import Held, Refused, said
from resolutions.corpus.duplicates import choose
from resolutions.corpus.extracts import Extract
from resolutions.corpus.lent import lend_day, lend_subjects, lend_title
from resolutions.corpus.symbol import resettle
from resolutions.model.document import Claim, Parsed
from resolutions.model.problems import Report
from resolutions.model.records import Language

REMEDY = "compare with the printed document; the page says so"


def identify(
    parsed: Sequence[Parsed], own: frozenset[str], extracts: Mapping[str, Extract], report: Report
) -> tuple[list[Parsed], list[Refused]]:
    """Settle who the texts of a group of files are; with them those that are refused.

    `own` are the names of the edition's own files: nothing of theirs is changed or refused here.
    """
    held = [Held(each, document) for each in parsed for document in each.documents]
    given = [each for each in held if each.file not in own]
    refused = [no for each in given if (no := resettle(each, held, extracts, report))]
    texts: dict[tuple[str, Language], list[Held]] = {}
    for each in held:
        if each.document is not None:
            texts.setdefault((each.document.slug, each.document.language), []).append(each)
    for same in texts.values():
        refused += choose(same, own, report)
    refused += [
        Refused(each.document.symbol, each.place, "other-language", each.file)
        for each in given
        if each.document is not None and each.place is not None
    ]
    works: dict[str, list[Held]] = {}
    for each in held:
        if each.document is not None:
            works.setdefault(each.document.slug, []).append(each)
    for work in works.values():
        new = [each for each in work if each.file not in own]
        lend_day(new, extracts)
        lend_subjects(new, extracts)
        refused += lend_title(new, work, extracts, report)
        for each in new:
            _tell(each, report)
    return _joined(parsed, held), refused


def _joined(parsed: Iterable[Parsed], held: Sequence[Held]) -> list[Parsed]:
    """The files with the documents that are held; the characters of the others stay counted."""
    by_read = {id(each.read): each for each in held}
    found = []
    for each in parsed:
        own = [by_read[id(document)] for document in each.documents]
        moved = {
            a.slug: b.slug
            for one in own
            if (a := one.read, b := one.document) and b and a.slug != b.slug
        }
        claims = each.claims
        for old, new in moved.items():
            claims = tuple(_moved(claim, old, new) for claim in claims)
        kept = tuple(one.document for one in own if one.document is not None)
        found.append(replace(each, documents=kept, claims=claims))
    return found


def _moved(claim: Claim, old: str, new: str) -> Claim:
    return claim._replace(use=claim.use.replace(f":{old}", f":{new}", 1))


def _tell(each: Held, report: Report) -> None:
    document = each.document
    if document is None:
        return
    line = document.lines.start
    for doubt in document.doubts:
        message = f"{doubt.aspect}: {said(doubt)}; taken: {doubt.taken}"
        report.warn(each.file, line, f"doubtful-{doubt.aspect}", message, REMEDY)
    if document.title_from is not None:
        lender = document.title_from
        message = f"it has no title; the {lender.basis} lends one ({lender.language})"
        report.warn(each.file, line, "lent-title", message, REMEDY)
