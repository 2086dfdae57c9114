"""Stage: a source -> its body lines, its notes, its page furniture.

Two layouts come out of UN PDFs. `lines`: a paragraph a line, broken only by the end of a
page; note marks are superscripts, a line that begins with one is a note. `wrapped`: every
printed line stands alone between blank lines; an indent begins a paragraph; a figure alone
on a line is a note mark or, below a rule, the label of a note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from resolutions.model.document import BodyLine, Claim, Mark, NoteLines, Run, Sifted, Source

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
BOLD = "**"
FURNITURE = (
    ("rule-line", re.compile(r"_{5,}")),  # __________________
    ("job-number", re.compile(r"(\d+/\d+)?\d{2}-\d{5}( \(\w\))?( \d{6})?")),  # 9/1013-50877 (C)
    ("page-number", re.compile(r"\d+/\d+")),  # 9/10
    ("link", re.compile(r"https?://\S+")),  # http://undocs.org/ch/S/RES/1373(2001)
    ("distribution", re.compile(r"Distr\.: \w+")),  # Distr.: General
)
RULE_OF_BLANKS = re.compile(r"\s{20,}")  # the rule above the notes, turned into blanks
BARE_FIGURE = re.compile(r"\s*(\d{1,2})\s*")
NOTE_LINE = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s+(?=\S)")
INLINE = re.compile(
    r"(?P<exponent>(?:(?<![\d/])10|(?<![A-Za-z])[kcm]?m)(?P<power>[⁰¹²³⁴⁵⁶⁷⁸⁹]+))"  # 10⁶, km²
    r"|(?P<mark>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"  # 议定书、¹ 经
    r"|(?P<bold>\*\*)"  # **重申**
    r"|(?<=》)(?P<fallen>\d{1,2})(?=\s)"  # 《…公约》10 第 32 条: a mark fallen to the line
)


def sift(source: Source) -> Sifted:
    """Take a source apart; the body keeps its note marks where they stand."""
    return _sift_wrapped(source) if source.header.layout == "wrapped" else _sift_lines(source)


def run_of(line: int, start: int, end: int, text: str) -> Run:
    """The stretch `text[start:end]` of a line, without blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Run(line, start, end, text[start:end])


def _furniture(run: Run, symbol: str) -> str | None:
    if run.text == symbol:
        return "running-head"
    return next((name for name, shape in FURNITURE if shape.fullmatch(run.text)), None)


# --- a paragraph a line ---------------------------------------------------------------------


def _sift_lines(source: Source) -> Sifted:
    claims: list[Claim] = []
    notes: list[NoteLines] = []
    body: list[BodyLine] = []
    labels = {
        match[1].translate(SUPERSCRIPTS)
        for line in source.lines
        if (match := NOTE_LINE.match(line))
    }
    powers = _powers(source.lines, labels)
    for number, line in enumerate(source.lines, start=1):
        run = run_of(number, 0, len(line), line)
        note = NOTE_LINE.match(line)
        if not run.text:
            continue
        if name := _furniture(run, source.header.symbol):
            claims.append(Claim(run, f"artefact:{name}"))
        elif note:
            label = Run(number, 0, note.end(1), note[1])
            text = run_of(number, note.end(), len(line), line)
            notes.append(NoteLines(note[1].translate(SUPERSCRIPTS), label, (text,)))
        else:
            body.append(BodyLine(number, _inline(number, line, labels, powers), None))
    return Sifted(source=source, body=tuple(body), notes=tuple(notes), claims=tuple(claims))


def _powers(lines: Sequence[str], labels: set[str]) -> set[str]:
    """The raised figures which, behind 10 or a measure, are exponents."""
    found = [
        match for line in lines if not NOTE_LINE.match(line) for match in INLINE.finditer(line)
    ]
    marks = {match["mark"] for match in found}
    powers = {match["power"] for match in found if match["power"]}
    return {each for each in powers if each in marks or each.translate(SUPERSCRIPTS) not in labels}


def _inline(number: int, line: str, labels: set[str], powers: set[str]) -> tuple[Run | Mark, ...]:
    """The pieces of a line: its text, note marks and bold signs.

    A raised figure behind 10 or a measure is an exponent, unless a note of that number would
    be left without any other mark (`powers` are the others).
    """
    parts: list[Run | Mark] = []
    position = 0
    for match in INLINE.finditer(line):
        if match["fallen"] and match["fallen"] not in labels:
            continue
        if match["exponent"] and match["power"] in powers:
            continue
        start = match.start("power") if match["exponent"] else match.start()
        parts.append(Run(number, position, start, line[position:start]))
        printed = line[start : match.end()]
        label = BOLD if match["bold"] else printed.translate(SUPERSCRIPTS)
        parts.append(Mark(label, Run(number, start, match.end(), printed)))
        position = match.end()
    parts.append(Run(number, position, len(line), line[position:]))
    return tuple(part for part in parts if isinstance(part, Mark) or part.text)


# --- a printed line a line ------------------------------------------------------------------


@dataclass(slots=True)
class _Page:
    """What the lines read so far say about the next one."""

    claims: list[Claim] = field(default_factory=list)
    notes: list[NoteLines] = field(default_factory=list)
    body: list[BodyLine] = field(default_factory=list)
    in_notes: bool = False
    note_begun: bool = False  # since the last rule
    after_blank: bool = True
    after_mark: bool = False


def _sift_wrapped(source: Source) -> Sifted:
    page = _Page()
    for number, line in enumerate(source.lines, start=1):
        run = run_of(number, 0, len(line), line)
        if run.text:
            _place(page, run, run.start, source.header.symbol)
        elif RULE_OF_BLANKS.fullmatch(line):
            page.in_notes, page.note_begun = True, False
        page.after_blank = not run.text
        if not run.text:
            page.after_mark = False
    return Sifted(
        source=source,
        body=tuple(page.body),
        notes=tuple(page.notes),
        claims=tuple(page.claims),
    )


def _place(page: _Page, run: Run, indent: int, symbol: str) -> None:
    figure = BARE_FIGURE.fullmatch(run.text)
    if name := _furniture(run, symbol):
        page.claims.append(Claim(run, f"artefact:{name}"))
        if name == "rule-line":
            page.in_notes, page.note_begun = True, False
    elif figure and page.in_notes:
        page.notes.append(NoteLines(figure[1], run, ()))
        page.note_begun = True
    elif figure and page.body:
        last = page.body[-1]
        page.body[-1] = last._replace(parts=(*last.parts, Mark(figure[1], run)))
        page.after_mark = True
    elif page.in_notes and _belongs_to_note(page, indent):
        last_note = page.notes[-1]
        page.notes[-1] = last_note._replace(runs=(*last_note.runs, run))
    else:
        # The first line of a page follows the line before it without a blank line, and
        # has one blank more than it was printed with.
        margin = 0 if page.after_blank else 1
        starts = not page.after_mark and indent > margin
        page.body.append(BodyLine(run.line, (run,), starts))
        page.in_notes = page.after_mark = False


def _belongs_to_note(page: _Page, indent: int) -> bool:
    if not page.note_begun:
        return False
    if not page.notes[-1].runs:
        return True
    return page.after_blank and indent == 0  # 第一部分，(blank line) 第一章，D节。
