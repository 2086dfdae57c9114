"""Part of `identity`: what languages and the UN's extracts lend a text: day, keywords, title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from resolutions.corpus.candidate import Held, Refused
from resolutions.corpus.extracts import Extract
from resolutions.model.document import Document, TitleFrom
from resolutions.model.evidence import Basis, Doubt, Evidence, impossible
from resolutions.model.problems import Report

PREFERENCE = ("en", "fr", "es", "ru", "ar", "zh")  # whose title is lent


def lend_day(work: Sequence[Held], extracts: Mapping[str, Extract]) -> None:
    """Give all languages the day that most places say; a language that says another has a doubt."""
    documents = [each.document for each in work if each.document is not None]
    counts = Counter(one.value for document in documents for one in _days(document))
    if not counts:
        return
    extract = extracts.get(documents[0].symbol)
    counts.update([extract.date] if extract and extract.date else [])
    issued = min((each.issued for each in documents if each.issued), default=None)
    barred = impossible(counts, documents[0].session, issued)
    possible = [day for day in counts if day not in barred] or list(counts)
    taken = max(possible, key=counts.__getitem__)
    for each in work:
        if each.document is not None:
            doubts = (*each.document.doubts, *_doubt_of_day(_days(each.document), taken))
            year = int(taken[:4])
            each.document = replace(each.document, date=taken, year=year, doubts=doubts)


def lend_subjects(work: Sequence[Held], extracts: Mapping[str, Extract]) -> None:
    """Add the keywords and the agenda item of the UN's extract to those a text prints."""
    for each in work:
        if each.document is not None and (extract := extracts.get(each.document.symbol)):
            own = each.document.subjects
            each.document = replace(
                each.document,
                subjects=tuple(dict.fromkeys((*own, *extract.subjects))),
                agenda_item=each.document.agenda_item or extract.agenda_item,
            )


def _days(document: Document) -> list[Evidence]:
    return [one for one in document.evidence if one.aspect == "date"]


def _doubt_of_day(own: Sequence[Evidence], taken: str) -> tuple[Doubt, ...]:
    """What a text itself says against the day it is given."""
    bases: dict[str, tuple[Basis, ...]] = {}
    for one in own:
        bases[one.value] = (*bases.get(one.value, ()), one.basis)
    others = tuple((day, said) for day, said in bases.items() if day != taken)
    mine = bases.get(taken, ("languages",))
    return (Doubt(aspect="date", taken=taken, bases=mine, others=others),) if others else ()


def lend_title(
    new: Sequence[Held],
    work: Sequence[Held],
    extracts: Mapping[str, Extract],
    report: Report,
) -> list[Refused]:
    """Lend a title to a text without one: that of another language, else of the extract."""
    refused = []
    titles = {
        each.document.language: each.document.paragraphs[0].text
        for each in work
        if each.document and each.document.title_from is None
    }
    lender = next((code for code in PREFERENCE if titles.get(code)), None)
    for each in new:
        document = each.document
        if document is None or (document.paragraphs and document.paragraphs[0].text):
            continue
        extract = extracts.get(document.symbol)
        if lender is not None:
            lent = titles[lender], TitleFrom(basis="language", language=lender)
        elif extract and extract.title:
            lent = extract.title, TitleFrom(basis="extract", language="en")
        else:
            message = f"{document.symbol} has no title, and nothing lends it one"
            remedy = "the title stands in docTitle of the preface"
            report.refuse(each.file, document.lines.start, "no-title", message, remedy)
            refused.append(each.refuse("no-title"))
            continue
        first, *rest = document.paragraphs
        paragraphs = (replace(first, text=lent[0]), *rest)
        each.document = replace(document, paragraphs=paragraphs, title_from=lent[1])
    return refused
