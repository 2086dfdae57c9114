"""Who a text is, where the files of an instrument lie side by side.

A reader settles symbol and language by what its file says; here the other languages and the UN's
extracts are heard too, the day is settled for all languages at once, of two texts of one symbol
and language one is chosen, and a title that is missing is lent. Whatever disagrees is told, and
stays with the text as a doubt. No text is held under a symbol that as much speaks against.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from resolutions.corpus.extracts import Extract
from resolutions.model.document import Claim, Document, Parsed, TitleFrom
from resolutions.model.evidence import Basis, Doubt, Evidence, impossible, settle
from resolutions.model.problems import Report
from resolutions.model.records import Language
from resolutions.model.symbols import slug_of
from resolutions.readers.table import trust

PREFERENCE = ("en", "fr", "es", "ru", "ar", "zh")  # whose title is lent
REMEDY = "compare with the printed document; the page says so"


class Refused(NamedTuple):
    """A text that is not held: whose it would have been, in which file, and why (a code)."""

    symbol: str
    language: Language
    code: str
    file: str


def identify(
    parsed: Sequence[Parsed], own: frozenset[str], extracts: Mapping[str, Extract], report: Report
) -> tuple[list[Parsed], list[Refused]]:
    """Settle who the texts of a group of files are; with them those that are refused.

    `own` are the names of the edition's own files: nothing of theirs is changed or refused here.
    """
    held = [_Held(each, document) for each in parsed for document in each.documents]
    given = [each for each in held if each.file not in own]
    refused = [no for each in given if (no := _resettle(each, held, extracts, report))]
    texts: dict[tuple[str, Language], list[_Held]] = {}
    for each in held:
        if each.document is not None:
            texts.setdefault((each.document.slug, each.document.language), []).append(each)
    for same in texts.values():
        refused += _choose(same, own, report)
    refused += [
        Refused(each.document.symbol, each.place, "other-language", each.file)
        for each in given
        if each.document is not None and each.place is not None
    ]
    works: dict[str, list[_Held]] = {}
    for each in held:
        if each.document is not None:
            works.setdefault(each.document.slug, []).append(each)
    for work in works.values():
        new = [each for each in work if each.file not in own]
        _date(new, extracts)
        _subjects(new, extracts)
        refused += _title(new, work, extracts, report)
        for each in new:
            _tell(each, report)
    return _joined(parsed, held), refused


class _Held:
    """A document on its way: as it was read, and as it is held (None: not at all)."""

    def __init__(self, parsed: Parsed, document: Document) -> None:
        self.file, self.read = parsed.source.file, document
        self.document: Document | None = document

    @property
    def against(self) -> int:
        """How much speaks against what it is taken for."""
        doubts = self.read.doubts if self.document is None else self.document.doubts
        return sum(len(bases) for doubt in doubts for _, bases in doubt.others)

    def refuse(self, code: str) -> Refused:
        """Hold it no more; where it lies among texts of another language, that one is missed."""
        self.document = None
        return Refused(self.read.symbol, self.place or self.read.language, code, self.file)

    @property
    def place(self) -> Language | None:
        """Another language, among whose texts the file lies or by which it is named."""
        said = (one for one in self.read.evidence if one.aspect == "language")
        places = (one.value for one in said if one.basis in ("folder", "name"))
        return next((each for each in places if each != self.read.language), None)


def _joined(parsed: Iterable[Parsed], held: Sequence[_Held]) -> list[Parsed]:
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


# --- the symbol ------------------------------------------------------------------------------


def _resettle(
    each: _Held, held: Sequence[_Held], extracts: Mapping[str, Extract], report: Report
) -> Refused | None:
    """Hear the other languages where what a file says of its symbol disagrees.

    A language of a candidate whose draft is the same speaks for it; so does an extract.
    """
    document = each.read
    doubt = next((one for one in document.doubts if one.aspect == "symbol"), None)
    if doubt is None:
        return None
    candidates = [doubt.taken, *(value for value, _ in doubt.others)]
    said = [Evidence("symbol", doubt.taken, basis) for basis in doubt.bases]
    said += [Evidence("symbol", value, b) for value, bases in doubt.others for b in bases]
    for candidate in candidates:
        sisters = (one.read for one in held if one.read.symbol == candidate and one is not each)
        if document.draft and any(
            one.draft == document.draft and not _doubts(one, "symbol") for one in sisters
        ):
            said.append(Evidence("symbol", candidate, "languages"))
        extract = extracts.get(candidate)
        if extract and extract.origin and extract.origin in (document.draft, document.report):
            said.append(Evidence("symbol", candidate, "extract"))
    verdict = settle("symbol", said)
    assert verdict is not None
    assert verdict.doubt is not None
    best = max(len(bases) for _, bases in verdict.doubt.others)
    if best >= len(verdict.doubt.bases):
        message = f"as much speaks for {_said(verdict.doubt)}"
        remedy = "name the file by its symbol (A-RES-75-269.zh.xml), or correct the cover page"
        report.refuse(each.file, document.lines.start, "unclear-symbol", message, remedy)
        return each.refuse("unclear-symbol")
    others = tuple(one for one in document.doubts if one.aspect != "symbol")
    each.document = replace(
        document,
        symbol=verdict.value,
        slug=slug_of(verdict.value),
        doubts=(verdict.doubt, *others),
    )
    return None


def _doubts(document: Document, aspect: str) -> bool:
    return any(doubt.aspect == aspect for doubt in document.doubts)


# --- two texts of one symbol and language ------------------------------------------------------


def _choose(same: list[_Held], own: frozenset[str], report: Report) -> list[Refused]:
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


def _second(
    each: _Held, document: Document, best: _Held, held: Document, report: Report
) -> Refused:
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


def _rank(each: _Held, own: frozenset[str]) -> tuple[object, ...]:
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


# --- the day and the title ---------------------------------------------------------------------


def _date(work: Sequence[_Held], extracts: Mapping[str, Extract]) -> None:
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


def _subjects(work: Sequence[_Held], extracts: Mapping[str, Extract]) -> None:
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


def _title(
    new: Sequence[_Held],
    work: Sequence[_Held],
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


# --- what is told ------------------------------------------------------------------------------


def _tell(each: _Held, report: Report) -> None:
    document = each.document
    if document is None:
        return
    line = document.lines.start
    for doubt in document.doubts:
        message = f"{doubt.aspect}: {_said(doubt)}; taken: {doubt.taken}"
        report.warn(each.file, line, f"doubtful-{doubt.aspect}", message, REMEDY)
    if document.title_from is not None:
        lender = document.title_from
        message = f"it has no title; the {lender.basis} lends one ({lender.language})"
        report.warn(each.file, line, "lent-title", message, REMEDY)


def _said(doubt: Doubt) -> str:
    """`A/RES/75/269 by preface, uri; A/RES/75/268 by cover`."""
    sides = ((doubt.taken, doubt.bases), *doubt.others)
    return "; ".join(f"{value} by {', '.join(bases)}" for value, bases in sides)
