"""Stage: plain text as a tool extracted it -> its documents and an account of its characters.

Takes the place of `sift` and `parse` for texts without a report's header: characters are made
alike, page furniture and notes are parted from the text, marks are found by the notes they call,
and lines become paragraphs (readers/printed).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from resolutions.model.document import Claim, Header, Parsed, Run, Source
from resolutions.model.problems import Report
from resolutions.readers.akn.inline import Stretch, Token
from resolutions.readers.printed.alike import alike
from resolutions.readers.printed.build import build
from resolutions.readers.printed.forms import Forms, forms
from resolutions.readers.printed.head import JOB, SYMBOL, TITLE_NUMBER, symbol_of
from resolutions.readers.printed.language import language_of
from resolutions.readers.printed.lines import PrintedLine, joined
from resolutions.readers.printed.sheet import Para, Sheet
from resolutions.readers.text.feet import Foot, feet
from resolutions.readers.text.marks import mark_claims, marked
from resolutions.readers.text.sift import BOLD

LARGEST = 20_000_000  # bytes
FURNITURE = (
    ("rule-line", re.compile(r"_{5,}|[─—]{8,}")),
    (
        "page-number",
        re.compile(r"\d{1,3}/\d{1,3}|[-–—] ?\d{1,3} ?[-–—]|第 ?\d+ ?页.*|Page \d+( of \d+)?"),
    ),
    (
        "job-number",
        re.compile(
            r"(?:\d{1,3}/\d{1,3} ?)?\d{2}[-‑]\d{5}(?: ?\([A-Z]\))?(?: +\d{6})*"
            r"(?: ?\d{1,3}/\d{1,3})?"
            r"|\*\d{7}\*"
        ),
    ),
    ("link", re.compile(r"https?://\S+")),
    (
        "recycle",
        re.compile(
            r"Please recycle.*|请回收.*|Merci de recycler.*|Por favor, recicle.*|يرجى إعادة.*"
            r"|Просьба.*переработки.*"
        ),
    ),
)
BLANK_SHARE = 0.6  # of lines with a blank line behind them: then blank lines part paragraphs
SHORT = 0.8  # of the length of the long lines: a line below it ends before the margin


class Row(NamedTuple):
    """A line of the text: its number, its characters made alike, its page."""

    number: int
    text: str
    page: int
    first: bool  # of its page
    gap: bool  # whether a blank line stands above it

    @property
    def run(self) -> Run:
        """Its characters without the blanks around them."""
        start = len(self.text) - len(self.text.lstrip())
        return Run(self.number, start, start + len(self.text.strip()), self.text.strip())


def read_extracted(path: Path, shown: str, given: Header | None, report: Report) -> list[Parsed]:
    """Read a plain text; an empty list, and a problem, where it holds nothing that can be read."""
    content = path.read_bytes()
    text = _decoded(content, shown, report)
    if text is None:
        return []
    raw = re.split(r"\r\n|\n|\r", text)
    lines, counts = alike(raw)
    rows = _rows(lines)
    lines = tuple(line.replace("\f", " ") for line in lines)
    source = Source(
        file=shown,
        name=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        header=given or Header(symbol="", language="en", authority="extract"),
        header_file=shown,
        lines=lines,
    )
    sheet = _sheet(rows, given, counts)
    parsed = build(sheet, source, given, report)
    return [parsed] if parsed else []


def _decoded(content: bytes, shown: str, report: Report) -> str | None:
    if len(content) > LARGEST:
        report.error(
            shown,
            1,
            "text-too-large",
            "the text is longer than any resolution",
            "give the resolution alone",
        )
        return None
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        report.error(shown, line, "not-utf8", "the text is not UTF-8", "save it as UTF-8")
        return None
    kind = next(
        (what for start, what in STRANGERS if text[:400].lstrip().lower().startswith(start)), None
    )
    if kind or "\0" in text:
        report.error(
            shown,
            1,
            "no-instrument",
            f"it is {kind or 'no plain text'}",
            "give the text of the resolution",
        )
        return None
    return text


STRANGERS = (
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("{\\rtf", "an RTF file"),
    ("%pdf", "a PDF"),
    ("<?xml", "an XML file"),
)


def _rows(lines: Sequence[str]) -> list[Row]:
    rows: list[Row] = []
    page, first, gap = 1, True, True
    for number, line in enumerate(lines, start=1):
        pages = line.count("\f")
        if pages:
            page, first = page + pages, True
        text = line.replace("\f", " ")
        if text.strip():
            rows.append(Row(number, text, page, first, gap))
            first = gap = False
        else:
            gap = True
    return rows


def _sheet(rows: list[Row], given: Header | None, counts: dict[str, int]) -> Sheet:
    plain = Sheet(paras=tuple(Para((Stretch(row.run),), row.number) for row in rows))
    language = given.language if given else language_of(plain)
    if not rows or language is None:
        return plain
    known = forms(language)
    rows, aside = _without_furniture(rows, known, given)
    blocks = _are_blocks(rows)
    foot: Foot = feet(rows, blocks)
    aside += foot.aside
    tokens, doubts = marked(foot.rows, foot.notes)
    aside += [
        Claim(run, "artefact:bold-sign" if run.text == BOLD else "note-mark")
        for run in mark_claims(foot.rows, tokens)
    ]
    lines = _lines(foot.rows, tokens, blocks)
    made = joined(lines, known, blocks)
    told = [(line, "doubtful-mark", message) for line, message in doubts]
    told += [(line, "doubtful-note", message) for line, message in foot.doubts]
    told += [
        (line, "doubtful-paragraph", "this line may begin a paragraph, or go on with the one above")
        for line in made.doubtful
    ]
    wrapped = sum(len(group.tokens) > 1 for group in made.paras)
    if not blocks and wrapped:
        message = (
            "its lines were joined by their sentences; a hyphen that a tool dropped is not seen"
        )
        told.append((rows[0].number, "joined-lines", message))
    return Sheet(
        authority="extract",
        paras=made.paras,
        notes=foot.notes,
        aside=tuple(aside),
        alike=counts,
        doubts=tuple(told),
    )


def _are_blocks(rows: Sequence[Row]) -> bool:
    return bool(rows) and sum(row.gap for row in rows) >= BLANK_SHARE * len(rows)


def _lines(
    rows: Sequence[Row], tokens: Sequence[tuple[Token, ...]], blocks: bool
) -> list[PrintedLine]:
    lengths = sorted(len(row.run.text) for row in rows)
    longest = lengths[int(len(lengths) * 0.9)] if lengths else 0
    gaps = sum(row.gap for row in rows)
    return [
        PrintedLine(
            tokens=own,
            number=row.number,
            page=row.page,
            gap=row.gap if blocks or gaps > len(rows) / 12 else None,
            short=len(row.run.text) < SHORT * longest,
            first=row.first,
        )
        for row, own in zip(rows, tokens, strict=True)
    ]


def _without_furniture(
    rows: Sequence[Row], known: Forms, given: Header | None
) -> tuple[list[Row], list[Claim]]:
    """The rows without page numbers, job numbers and running heads, and these."""
    aside: list[Claim] = []
    title = next((n for n, row in enumerate(rows) if TITLE_NUMBER.match(row.run.text)), None)
    symbols = {given.symbol} if given else set()
    symbols |= {symbol_of(row.run.text) for row in rows[:12] if SYMBOL.fullmatch(row.run.text)}
    heads = _running_heads(rows, title, symbols, known)
    kept: list[Row] = []
    first = False
    for place, row in enumerate(rows):
        text = row.run.text
        name = next((name for name, shape in FURNITURE if shape.fullmatch(text)), None)
        if name == "rule-line":
            kept.append(row)  # it says where notes begin
            continue
        if name is None and JOB.fullmatch(text) and len(text) > 6:
            name = "job-number"
        if name is None and place in heads:
            name = "running-head"
        if name is None and re.fullmatch(r"\d{1,3}", text) and _is_page_number(rows, place):
            name = "page-number"
        if name:
            aside.append(Claim(row.run, f"artefact:{name}"))
            first = first or row.first
        else:
            kept.append(row._replace(first=row.first or first))
            first = False
    return kept, aside


def _is_page_number(rows: Sequence[Row], place: int) -> bool:
    """Whether a figure on a line of its own is a page number: between blank lines or at an edge."""
    row = rows[place]
    after = rows[place + 1] if place + 1 < len(rows) else None
    alone = row.gap and (after is None or after.gap)
    last = after is None or after.first
    return alone and (last or row.first or int(row.run.text) == row.page or row.page == 1)


def _running_heads(
    rows: Sequence[Row], title: int | None, symbols: set[str], known: Forms
) -> set[int]:
    """The lines that repeat the symbol or the title of the text below it."""
    if title is None:
        return set()
    number = TITLE_NUMBER.match(rows[title].run.text)
    end = next(
        (n for n, row in enumerate(rows[title:], title) if known.begins("enacting", row.run.text)),
        title + 3,
    )
    words = "".join(row.run.text for row in rows[title:end])[number.end() if number else 0 :]
    symbols = symbols | {
        symbol_of(match["symbol"])
        for row in rows
        if number and (match := SYMBOL.match(row.run.text)) and number["number"] in match["symbol"]
    }
    whole = re.sub(r"[\s*]", "", words)
    found: set[int] = set()
    for place in range(title + 2, len(rows)):
        text = rows[place].run.text
        bare = text
        for symbol in symbols:
            bare = re.sub(rf"{re.escape(symbol)}\*?", "", bare).strip()
        flat = re.sub(r"[\s*]", "", bare)
        near = rows[place].first or place - 1 in found or rows[place].gap
        if (bare != text and (not flat or whole.startswith(flat))) or (
            near
            and len(flat) > 3
            and flat in whole
            and (whole.startswith(flat) or place - 1 in found)
            and any(
                n in found or _has_symbol(rows, n, symbols)
                for n in range(max(place - 3, 0), min(place + 4, len(rows)))
            )
        ):
            found.add(place)
    return found


def _has_symbol(rows: Sequence[Row], place: int, symbols: set[str]) -> bool:
    return symbol_of(rows[place].run.text) in symbols
