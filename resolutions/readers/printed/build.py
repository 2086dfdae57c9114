"""Part of `printed`: a sheet -> its documents, with an account of every character.

What a text is comes from what it prints, then from the header beside it; what stays open is told
(`problems`). A text that is no resolution is refused with a sentence that says what it looks like.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from resolutions.model.document import Claim, Header, Parsed, Source
from resolutions.model.problems import Report
from resolutions.readers.akn.inline import runs
from resolutions.readers.akn.reader import unexplained
from resolutions.readers.printed.facts import header_of
from resolutions.readers.printed.forms import forms, languages
from resolutions.readers.printed.head import Masthead, masthead
from resolutions.readers.printed.instrument import Instrument, instrument_of
from resolutions.readers.printed.language import language_of
from resolutions.readers.printed.notes import behind, starred, stray_notes
from resolutions.readers.printed.pieces import (
    Piece,
    moved_below_title,
    pieces,
    prefaced,
    unfolded,
)
from resolutions.readers.printed.problems import (
    tell_cut,
    tell_doubled,
    tell_doubts,
    tell_masthead,
    tell_none,
)
from resolutions.readers.printed.sheet import Gathered, Para, Sheet


def build(sheet: Sheet, source: Source, given: Header | None, report: Report) -> Parsed | None:
    """The documents of a sheet; None, and a problem, where it holds none that can be told."""
    language = given.language if given else language_of(sheet)
    if language is None or language not in set(languages()):
        message = "the text is in none of the six languages of the United Nations"
        report.error(source.file, 1, "unknown-language", message, "give the resolution alone")
        return None
    known = forms(language)
    sheet = starred(replace(sheet, paras=tuple(unfolded(sheet.paras, known))))
    gathered = Gathered(source, known, report, sheet)
    found = pieces(sheet.paras, known)
    if found is None:
        tell_none(gathered)
        return None
    above, several = moved_below_title(found, known)
    head, uses = masthead([*sheet.top, *above], known)
    several = [prefaced(piece) for piece in several]
    instruments = _instruments(several, head, given, gathered)
    return _parsed(instruments, uses, given, gathered) if instruments else None


def _instruments(
    several: Sequence[Piece], head: Masthead, given: Header | None, gathered: Gathered
) -> list[Instrument] | None:
    """The instruments of a sheet one after the other; None, and a problem, where one is none."""
    made = []
    after = 0
    for piece in several:
        instrument = instrument_of(piece, head, given, gathered, after)
        if instrument is None:
            return None
        made.append(instrument)
        after = behind(instrument.called, gathered.sheet, after)
    return made


def _parsed(
    instruments: Sequence[Instrument], uses: Sequence[tuple[Para, str]], given: Header | None,
    gathered: Gathered,
) -> Parsed:  # fmt: skip
    """All of a file: its instruments, its masthead with the use of each line, what is left."""
    sheet, source, report = gathered.sheet, gathered.source, gathered.report
    documents = [each.document for each in instruments]
    used = {n for each in instruments for n in each.called.places if n is not None}
    tell_doubled(documents, gathered)
    tell_cut(documents[-1].paragraphs, gathered)
    claims = [*sheet.aside, *(claim for each in instruments for claim in each.claims)]
    claims += _masthead_claims(uses, documents[0].slug, gathered)
    claims += stray_notes(used, gathered)
    tell_doubts(gathered)
    claims += unexplained(source, claims, report)
    header = given or header_of(documents[0])
    source = replace(source, header=header, alike=tuple(sheet.alike.items()))
    documents = [replace(each, source=source) for each in documents]
    return Parsed(source=source, documents=tuple(documents), frame=(), claims=tuple(claims))


def _masthead_claims(
    uses: Sequence[tuple[Para, str]], slug: str, gathered: Gathered
) -> Iterator[Claim]:
    """What the lines above the title are; one of which nothing is known is told."""
    for para, use in uses:
        found = runs((*para.label, *para.tokens))
        yield from (Claim(run, f"metadata:{slug}:{use or 'unknown'}") for run in found)
        if found and not use and para not in gathered.sheet.top:
            tell_masthead(para, gathered)
