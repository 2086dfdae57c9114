"""Part of `identity`: the symbol of a text, where what its file says of it disagrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from resolutions.corpus.candidate import Held, Refused, said
from resolutions.corpus.extracts import Extract
from resolutions.model.document import Document
from resolutions.model.evidence import Doubt, Evidence, settle
from resolutions.model.problems import Report
from resolutions.model.symbols import slug_of


def resettle(
    each: Held, held: Sequence[Held], extracts: Mapping[str, Extract], report: Report
) -> Refused | None:
    """Hear the other languages where what a file says of its symbol disagrees.

    A language of a candidate whose draft is the same speaks for it; so does an extract.
    """
    document = each.read
    doubt = next((one for one in document.doubts if one.aspect == "symbol"), None)
    if doubt is None:
        return None
    verdict = settle("symbol", [*_printed(doubt), *_heard(each, doubt, held, extracts)])
    assert verdict is not None
    assert verdict.doubt is not None
    best = max(len(bases) for _, bases in verdict.doubt.others)
    if best >= len(verdict.doubt.bases):
        message = f"as much speaks for {said(verdict.doubt)}"
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


def _printed(doubt: Doubt) -> Iterator[Evidence]:
    """What the file itself says."""
    for value, bases in ((doubt.taken, doubt.bases), *doubt.others):
        yield from (Evidence("symbol", value, basis) for basis in bases)


def _heard(
    each: Held, doubt: Doubt, held: Sequence[Held], extracts: Mapping[str, Extract]
) -> Iterator[Evidence]:
    """What the other languages and the UN's extracts say of the symbols in question."""
    document = each.read
    for candidate in (doubt.taken, *(value for value, _ in doubt.others)):
        sisters = (one.read for one in held if one.read.symbol == candidate and one is not each)
        if document.draft and any(
            one.draft == document.draft and not _doubts(one, "symbol") for one in sisters
        ):
            yield Evidence("symbol", candidate, "languages")
        extract = extracts.get(candidate)
        if extract and extract.origin and extract.origin in (document.draft, document.report):
            yield Evidence("symbol", candidate, "extract")


def _doubts(document: Document, aspect: str) -> bool:
    return any(doubt.aspect == aspect for doubt in document.doubts)
