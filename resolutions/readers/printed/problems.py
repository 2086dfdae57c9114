"""Part of `printed`: what is odd in a sheet or an instrument, told with its line and a remedy."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from resolutions.model.document import Document, Paragraph
from resolutions.readers.printed.body import Body
from resolutions.readers.printed.forms import shape
from resolutions.readers.printed.head import Masthead
from resolutions.readers.printed.pieces import Piece, is_sentence
from resolutions.readers.printed.sheet import Gathered, Para

COMPARE = "compare with the printed document"
UNENDED = re.compile(r"[\w,;:，；：、،؛]$")  # no full stop, bracket or quotation mark
RESOLUTION = re.compile(r"/(?:RES|DEC)/|/L\.|/CRP\.|/WP\.")  # a symbol of a resolution or a draft
LOOKS_LIKE = {  # by `else_is` of printed.yml
    "letter": "a letter or note",
    "report": "a report",
    "record": "the record of a meeting",
    "statement": "a statement by a president",
    "agenda": "an agenda",
    "corrigendum": "a corrigendum",
    "press": "a press release",
    "web": "a web page",
}


def is_enclosed(piece: Piece, symbol: str, head: Masthead, gathered: Gathered) -> bool:
    """Whether what enacts stands in a letter or a report, whose symbol is not its own; told."""
    if RESOLUTION.search(symbol) or head.draft or head.date or piece.kind != "resolution":
        return False
    end = piece.text[piece.above].line if piece.text else 0
    above = [para.text for para in gathered.sheet.paras if para.text and para.line < end]
    looks = _looks(above, gathered)
    if looks:
        message = f"a resolution stands in it, but it looks like {LOOKS_LIKE[looks]}: {symbol}"
        remedy = "give the resolution alone, or a header that names its sections"
        gathered.report.error(gathered.source.file, 1, "no-instrument", message, remedy)
    return bool(looks)


def tell_none(gathered: Gathered) -> None:
    """Say what a text looks like that is no resolution."""
    texts = [para.text for para in gathered.sheet.paras if para.text]
    what = LOOKS_LIKE.get(_looks(texts, gathered) or "")
    if not texts:
        message, remedy = "there is no text in it", "a scanned page must be read by OCR first"
    elif broken := _broken(gathered):
        message = (
            f"{broken!r} stands between line breaks of one paragraph: its lines are no paragraphs"
        )
        remedy = "in Word replace line breaks by paragraph marks (^l by ^p), and give it again"
    elif what:
        message = f"it looks like {what}, not like a resolution: no organ enacts anything in it"
        remedy = "give the resolution alone, or a header that names its sections"
    else:
        message = "it is no resolution, decision, declaration or treaty: nothing is enacted in it"
        remedy = "leave it out, or give the text from its masthead to its end"
    gathered.report.error(gathered.source.file, 1, "no-instrument", message, remedy)


def _broken(gathered: Gathered) -> str | None:
    """The enacting phrase that stands in a paragraph of Word, and behind a line break a paragraph
    of a preamble; an organ in a masthead is none."""
    for line in gathered.source.lines:
        parts = [part.strip() for part in line.split("\n") if part.strip()]
        for part, below in itertools.pairwise(parts):
            if gathered.forms.match("enacting", part) and gathered.forms.begins("leads", below):
                return part
    return None


def _looks(texts: Sequence[str], gathered: Gathered) -> str | None:
    return next(
        (
            name
            for text in texts[:60]
            for name, shapes in gathered.forms.written.else_is.items()
            if any(re.fullmatch(shape, text) for shape in shapes)
        ),
        None,
    )


def tell_doubts(gathered: Gathered) -> None:
    """Report what the reader of the file left open."""
    for line, code, message in gathered.sheet.doubts:
        _warn(gathered, line, code, message)


def tell_doubled(documents: Sequence[Document], gathered: Gathered) -> None:
    """Report a symbol that several instruments of the file have: one of them is none."""
    symbols = [each.symbol for each in documents]
    for symbol in sorted({each for each in symbols if symbols.count(each) > 1}):
        message = f"{symbol} begins {symbols.count(symbol)} times in the file"
        gathered.report.warn(gathered.source.file, 1, "doubled-symbol", message, COMPARE)


def tell_late(body: Body, gathered: Gathered) -> None:
    """Report text below the meeting and the day, where a resolution ends."""
    for line, text in body.late:
        message = f"{text[:40]!r} stands below the end of the resolution; it is kept as its text"
        remedy = "take it out, if it is not of this resolution"
        _warn(gathered, line, "after-closing", message, remedy)


def tell_prefaced(piece: Piece, title: Paragraph, gathered: Gathered) -> None:
    """Report text above an old enacting phrase. A tool may have joined it with the title, which
    then ends as a sentence does."""
    kept = [para for para in piece.title[1:] if is_sentence(para.text)]
    for para in kept:
        message = f"{para.text[:40]!r} above the enacting phrase is read as a part of the title"
        _warn(gathered, para.line, "doubtful-title", message)
    for para in piece.text[: piece.above]:
        message = f"{para.text[:40]!r} above the enacting phrase is read as preamble, not as title"
        _warn(gathered, para.line, "doubtful-title", message)
    if not kept and is_sentence(title.text):
        message = f"the title ends as a sentence does: {title.text[-40:]!r}; text may stand in it"
        source = gathered.source
        gathered.report.warn(source.file, title.lines.start, "doubtful-title", message, COMPARE)


def tell_title(title: Paragraph, gathered: Gathered) -> None:
    """Report a title that begins with a number, of which the wrong figures may be its own."""
    if re.match(r"[\d/–‑-]*\d/\d", title.text):
        message = f"the title begins with a number: {title.text[:40]!r}"
        source = gathered.source
        gathered.report.warn(source.file, title.lines.start, "doubtful-title", message, COMPARE)


def tell_numbers_lost(paragraphs: Sequence[Paragraph], gathered: Gathered) -> None:
    """Report a plain text none of whose operative paragraphs has a number, though they are
    several: Word leaves automatic numbers out of what it saves as text."""
    operative = [each for each in paragraphs if each.kind == "operative"]
    if gathered.sheet.authority != "extract" or len(operative) < 2:
        return
    if not any(each.label for each in operative):
        line = operative[0].lines.start
        message = f"{len(operative)} operative paragraphs have no numbers: they may have been lost"
        remedy = "compare with the printed document; Word saves no automatic numbers as text"
        gathered.report.warn(gathered.source.file, line, "numbers-lost", message, remedy)


def tell_unnumbered(paragraphs: Sequence[Paragraph], body: Body, gathered: Gathered) -> None:
    """Report an unnumbered paragraph among the numbered ones: it may be no part of the text."""
    source = gathered.source
    late = {source.number(line) for line, _ in body.late}
    numbered, figures = False, any(re.fullmatch(r"op\d+", each.key) for each in paragraphs)
    for each in paragraphs:
        numbered = numbered or (each.kind == "operative" and bool(each.label))
        if not figures and each.key.startswith("pp") and shape("han_label").match(each.label):
            message = f"{each.text[:40]!r} (`{each.key}`) may be operative: no number is a figure"
            gathered.report.warn(source.file, each.lines.start, "unnumbered", message, COMPARE)
        odd = re.fullmatch(r"x\d+", each.key)
        if numbered and odd and not each.label and each.lines.start not in late:
            message = f"{each.text[:40]!r} (`{each.key}`) has no number, unlike its neighbours"
            gathered.report.warn(source.file, each.lines.start, "unnumbered", message, COMPARE)


def tell_act(paragraphs: Sequence[Paragraph], gathered: Gathered) -> None:
    """Report a paragraph of the preamble under which number 1 stands: it may be the act."""
    texts = [each for each in paragraphs if each.kind != "heading"]
    for above, below in itertools.pairwise(texts):
        if below.key == "op1" and above.kind == "preambular" and above.text.endswith((":", "：")):
            message = f"{above.text[:40]!r} (`{above.key}`) may be the act above {below.label}"
            gathered.report.warn(
                gathered.source.file, above.lines.start, "unnumbered", message, COMPARE
            )


def tell_cut(paragraphs: Sequence[Paragraph], gathered: Gathered) -> None:
    """Report a text that ends in the midst of a sentence: its rest may be missing."""
    last = paragraphs[-1]
    if not last.rows and UNENDED.search(last.text):
        message = f"the text ends in the midst of a sentence: {last.text[-40:]!r}"
        remedy = "give it to its end"
        gathered.report.warn(gathered.source.file, last.lines.end, "cut-short", message, remedy)


def tell_days(days: Mapping[str, str | None], gathered: Gathered) -> None:
    """Report days of adoption that differ, by who says them."""
    said = {who: day for who, day in days.items() if day}
    if len(set(said.values())) > 1:
        message = ", ".join(f"{who} says {day}" for who, day in said.items())
        gathered.report.warn(gathered.source.file, 1, "date-differs", message, COMPARE)


def tell_masthead(para: Para, gathered: Gathered) -> None:
    """Report a line above the title of which nothing is known."""
    message = f"{para.text[:40]!r} above the title is no known line of a masthead"
    _warn(gathered, para.line, "unknown-masthead-line", message)


def _warn(gathered: Gathered, line: int, code: str, message: str, remedy: str = COMPARE) -> None:
    source = gathered.source
    gathered.report.warn(source.file, source.number(line), code, message, remedy)
