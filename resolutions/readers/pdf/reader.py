"""Stage: a PDF of the United Nations -> its documents and an account of its text.

What layout says is used as evidence: running heads and feet by their place and words, notes and
their marks by size and place, paragraphs by the room between lines and by indents.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from resolutions.catalogue.yamlfile import load_yaml
from resolutions.model.document import Claim, Header, Parsed, Run, Source
from resolutions.model.problems import Report
from resolutions.readers.akn.inline import BREAK, Stretch, Token, call_of
from resolutions.readers.akn.numbering import item_in
from resolutions.readers.pdf.pages import Pages, Printed, pages_of
from resolutions.readers.printed.alike import alike
from resolutions.readers.printed.body import ENDED, NUMBER
from resolutions.readers.printed.build import build, language_of
from resolutions.readers.printed.forms import Forms, forms
from resolutions.readers.printed.head import JOB, LETTER, SYMBOL, TITLE_NUMBER, use_of
from resolutions.readers.printed.lines import HYPHEN, _trimmed
from resolutions.readers.printed.sheet import Para, PrintedNote, Sheet

RULE = re.compile(r"[_─—]{5,}")
PAGE = re.compile(r"\d{1,3}\s?/\s?\d{1,3}|\d{1,3}")
RECYCLE = re.compile(
    r"Please recycle.*|请回收.*|Merci de recycler.*|Por favor.*recicle.*|Просьба.*"
)
NOTE_SIZE = 0.93  # of the text's size: what is smaller is a note
MARK_SIZE = 0.8  # of its line's size: what is smaller and raised is a mark
LETTER_SPACE = re.compile(r"(?<=[^\W\d_]) (?=[-‑][^\W\d_])")  # eighty -first
EXPONENT = re.compile(r"(?:\b[kcm]?m|CO|(?<![\d/])10)$")
NUMERAL = re.compile(r"(?:\w+ ){0,2}(?:[IVXLC]+|\d{1,3}[A-Z]?|[A-Z])\.?")  # II, Rule 3, Section 29A
INDENT = 7.0  # points


def read_pdf(path: Path, shown: str, report: Report) -> list[Parsed]:
    """Read a PDF; an empty list, and a problem, where it holds nothing that can be read."""
    pages = pages_of(path, shown, report)
    if pages is None:
        return []
    given_path = path.with_suffix(".yml")
    given = (
        load_yaml(given_path, f"{shown.rpartition('/')[0]}/{given_path.name}", Header, report)
        if given_path.exists()
        else None
    )
    layout = _Layout(pages)
    sheet = layout.sheet(given)
    source = Source(
        file=shown,
        name=path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        header=given or Header(symbol="", language="en", authority="un-document"),
        header_file=shown,
        lines=tuple(layout.lines),
        numbers=tuple(layout.numbers),
    )
    parsed = build(sheet, source, given, report)
    if parsed is None:
        return []
    # Of 45 real files a quarter came out unlike the UN's XML, not all with a doubt of their own.
    message = "a PDF holds no paragraphs, only lines on pages: they were put together by the layout"
    remedy = "compare with the printed document; the Word file or the UN's XML is read more surely"
    report.warn(shown, 1, "pdf-layout", message, remedy)
    return [parsed]


@dataclass(slots=True)
class _Row:
    """A printed line with its tokens, and the line of the source it became."""

    printed: Printed
    tokens: tuple[Token, ...]
    text: str
    number: int
    first: bool = False  # of its page


@dataclass(slots=True)
class _Layout:
    """The pages of a PDF as they are taken apart."""

    pages: Pages
    lines: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    aside: list[Claim] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    doubts: list[tuple[int, str, str]] = field(default_factory=list)

    def sheet(self, given: Header | None) -> Sheet:
        """The text, the notes and what was set aside."""
        size = self._body_size()
        rows = [[self._row(line, size) for line in page] for page in self.pages.pages]
        plain = Sheet(paras=tuple(Para(row.tokens, row.number) for page in rows for row in page))
        language = given.language if given else language_of(plain)
        if language is None:
            return plain
        known = forms(language)
        title = _title_words([row for page in rows for row in page], known)
        body: list[_Row] = []
        notes: list[PrintedNote] = []
        for number, page in enumerate(rows):
            kept = self._without_furniture(page, number, title, known)
            text, own = self._parted(kept, size)
            if text:
                text[0].first = number > 0
            body += text
            notes += own
        labels = {note.label for note in notes}
        body = [self._marked(row, labels) for row in body]
        if language == "ar":
            message = "Arabic in a PDF has no sure order of letters and words"
            self.doubts.append((1, "arabic-pdf", message))
        for number in sorted(
            {
                below.printed.page
                for above, below in itertools.pairwise(body)
                if _beside(above, below) and not use_of(below.text, known)
            }
        ):
            row = next(row for row in body if row.printed.page == number)
            self.doubts.append(
                (row.number, "pdf-table", f"page {number} has columns: a table comes as lines")
            )
        paras = _paragraphs(body, known, size)
        return Sheet(
            paras=tuple(paras),
            notes=tuple(notes),
            aside=tuple(self.aside),
            alike=dict(self.counts),
            doubts=tuple(self.doubts),
        )

    def _body_size(self) -> float:
        sizes: Counter[float] = Counter()
        for page in self.pages.pages:
            for line in page:
                sizes[line.size] += len(line.text)
        return sizes.most_common(1)[0][0] if sizes else 10.0

    def _row(self, line: Printed, size: float) -> _Row:
        """A line as a line of the source: stretches of one setting, raised figures apart."""
        pieces: list[tuple[str, bool, bool]] = []  # text, strong, raised
        base, own = line.y, line.size
        for glyph in line.glyphs:
            raised = glyph.size < MARK_SIZE * own and glyph.y > base + 0.1 * own
            if glyph.text.isspace() and pieces:
                raised = pieces[-1][2] and raised
            strong = glyph.italic or glyph.bold
            if pieces and pieces[-1][1:] == (strong, raised):
                pieces[-1] = (pieces[-1][0] + glyph.text, strong, raised)
            else:
                pieces.append((glyph.text, strong, raised))
        number = len(self.lines) + 1
        if line.perhaps:
            message = f"two words may run together in {line.text[:50]!r}"
            self.doubts.append((number, "doubtful-blank", message))
        written = ""
        tokens: list[Token] = []
        whole, counts = alike([piece for piece, _, _ in pieces])
        self.counts.update(counts)
        for text, (_, strong, raised) in zip(whole, pieces, strict=True):
            spaced = LETTER_SPACE.sub("", text)
            self.counts["letter-spacing"] += len(text) - len(spaced)
            if (
                written.endswith(" ")
                and re.match(r"[-‑][^\W\d_]", spaced)
                and re.search(r"[^\W\d_] $", written)
            ):
                self._unspace(tokens)
                written = written[:-1]
                self.counts["letter-spacing"] += 1
            run = Run(number, len(written), len(written) + len(spaced), spaced)
            written += spaced
            if spaced:
                tokens.append(Stretch(run, strong, "raised" if raised else ""))
        self.lines.append(written)
        self.numbers.append(line.page)
        return _Row(line, tuple(tokens), " ".join(written.split()), number)

    @staticmethod
    def _unspace(tokens: list[Token]) -> None:
        for place in range(len(tokens) - 1, -1, -1):
            token = tokens[place]
            if isinstance(token, Stretch):
                run = token.run
                tokens[place] = token._replace(
                    run=Run(run.line, run.start, run.end - 1, run.text[:-1])
                )
                return

    # --- page furniture ----------------------------------------------------------------------

    def _without_furniture(
        self, page: list[_Row], number: int, title: str, known: Forms
    ) -> list[_Row]:
        lowest = min((row.printed.y for row in page), default=0)
        kept = []
        for row in page:
            name = self._foot(row, number) if row.printed.y < lowest + 4 else None
            if name:
                self._set_aside(row, name)
            else:
                kept.append(row)
        while kept and (name := self._foot(kept[-1], number)):
            self._set_aside(kept.pop(), name)
        feet = [
            row
            for row in kept
            if JOB.fullmatch(row.text)
            or (row.text.startswith("*") and row.text.endswith("*") and len(row.text) > 6)
        ]
        for row in feet:
            self._set_aside(row, "job-number")
            kept.remove(row)
        if number:
            while kept and (name := self._head(kept[0], title)):
                self._set_aside(kept.pop(0), name)
        return kept

    def _foot(self, row: _Row, number: int) -> str | None:
        if JOB.fullmatch(row.text):
            return "job-number"
        if PAGE.fullmatch(row.text):
            return "page-number"
        if RECYCLE.fullmatch(row.text):
            return "recycle"
        parts = row.text.split()
        if parts and all(
            JOB.fullmatch(p) or PAGE.fullmatch(p) or re.fullmatch(r"\([A-Z]\)|\d{6}|\*\d+\*", p)
            for p in parts
        ):
            return "job-number"
        return None

    def _head(self, row: _Row, title: str) -> str | None:
        text = SYMBOL.sub("", row.text).strip()
        flat = re.sub(r"[\s*]", "", text)
        if not flat:
            return "running-head"
        return "running-head" if len(flat) > 2 and flat in title else None

    def _set_aside(self, row: _Row, name: str) -> None:
        self.aside += [
            Claim(t.run, f"artefact:{name}")
            for t in row.tokens
            if isinstance(t, Stretch) and t.run.text.strip()
        ]

    # --- notes -------------------------------------------------------------------------------

    def _parted(self, page: list[_Row], size: float) -> tuple[list[_Row], list[PrintedNote]]:
        """The text of a page, and the notes below it: smaller lines at its end, or below a rule."""
        edge = len(page)
        while (
            edge
            and page[edge - 1].printed.size <= NOTE_SIZE * size
            and not RULE.fullmatch(page[edge - 1].text)
        ):
            edge -= 1
        begin = edge
        if edge and RULE.fullmatch(page[edge - 1].text):
            self._set_aside(page[edge - 1], "rule-line")
            begin = edge - 1
        zone = page[edge:]
        raised = any(self._label(row, True) for row in zone)
        first = next((n for n, row in enumerate(zone) if self._label(row, raised)), None)
        if first is None:
            return [row for row in page if not self._is_rule(row)], []
        if first and begin == edge:
            edge += first
            begin = edge
            zone = zone[first:]
        notes: list[PrintedNote] = []
        for row in zone:
            label = self._label(row, raised)
            if label:
                figure, run, rest = label
                notes.append(PrintedNote(figure, rest, row.number, run))
            elif notes:
                notes[-1] = notes[-1]._replace(tokens=_on(notes[-1].tokens, _unlinked(row.tokens)))
            else:
                notes.append(PrintedNote("?", _unlinked(row.tokens), row.number))
                self.doubts.append(
                    (
                        row.number,
                        "doubtful-note",
                        "a note without a number stands at the foot of this page",
                    )
                )
        return [row for row in page[:begin] if not self._is_rule(row)], notes

    def _is_rule(self, row: _Row) -> bool:
        if RULE.fullmatch(row.text):
            self._set_aside(row, "rule-line")
            return True
        return False

    def _label(self, row: _Row, raised: bool) -> tuple[str, Run, tuple[Token, ...]] | None:
        """The label a note begins with: raised, or a figure with room behind it."""
        tokens = [t for t in row.tokens if isinstance(t, Stretch)]
        while tokens and not tokens[0].run.text.strip():
            tokens.pop(0)
        if not tokens:
            return None
        first = tokens[0]
        figure = re.sub(r"[^\d*]", "", first.run.text)
        if first.link == "raised" and figure and re.fullmatch(r"[\s()\d*]+", first.run.text):
            text = first.run.text
            run = Run(first.run.line, first.run.start, first.run.end, text)
            return figure, run, _unlinked(tokens[1:])
        if raised:
            return None
        match = re.match(r"\s*(\d{1,3}|\*+)(?=\s+[^\W\d_]|\s+[“\"《(«])", first.run.text)
        if match and len(row.text) > 6:
            run = first.run
            label = Run(run.line, run.start, run.start + match.end(), run.text[: match.end()])
            rest = first._replace(
                run=Run(run.line, run.start + match.end(), run.end, run.text[match.end() :])
            )
            return match[1], label, _unlinked([rest, *tokens[1:]])
        return None

    def _marked(self, row: _Row, labels: set[str]) -> _Row:
        """A line whose raised figures are the marks of notes, where notes have those numbers."""
        tokens: list[Token] = []
        before = ""
        for token in row.tokens:
            if isinstance(token, Stretch) and token.link == "raised":
                figures = re.findall(r"\d+|\*+", token.run.text)
                bare = re.fullmatch(r"[\d*,\s()]+", token.run.text)
                if (
                    bare
                    and figures
                    and set(figures) <= labels
                    and not (EXPONENT.search(before) and figures[0] in "23")
                ):
                    self.aside.append(Claim(token.run, "note-mark"))
                    tokens += [call_of(each) for each in figures]
                    if token.run.text[-1:].isspace():
                        tokens.append(BREAK._replace(run=Run(0, 0, 1, " ")))
                    continue
                if bare and figures and not EXPONENT.search(before):
                    self.doubts.append(
                        (
                            row.number,
                            "doubtful-mark",
                            f"raised {token.run.text.strip()} calls no note of the file",
                        )
                    )
            tokens.append(token._replace(link="") if isinstance(token, Stretch) else token)
            before = token.run.text if isinstance(token, Stretch) else ""
        row.tokens = tuple(tokens)
        row.text = " ".join("".join(t.run.text for t in tokens if isinstance(t, Stretch)).split())
        return row


def _unlinked(tokens: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(t._replace(link="") if isinstance(t, Stretch) else t for t in tokens)


def _on(tokens: tuple[Token, ...], more: tuple[Token, ...]) -> tuple[Token, ...]:
    """Tokens with those of the next line: a hyphen at the end keeps its words together."""
    text = "".join(t.run.text for t in tokens if isinstance(t, Stretch)).rstrip()
    following = "".join(t.run.text for t in more if isinstance(t, Stretch)).lstrip()
    if (HYPHEN.search(text[-2:]) and following[:1].isalnum()) or (
        text[-1:] == "/" and "/" in text.rsplit(" ", 1)[-1]
    ):
        return (*_trimmed(list(tokens)), *more)
    return (*tokens, BREAK, *more)


def _title_words(rows: Sequence[_Row], known: Forms) -> str:
    """The words of the title and the symbol, without blanks: running heads repeat them."""
    start = next((n for n, row in enumerate(rows) if TITLE_NUMBER.match(row.text)), None)
    if start is None:
        return ""
    words = []
    for row in rows[start : start + 14]:
        if known.begins("enacting", row.text):
            break
        words.append(row.text)
    return re.sub(r"[\s*]", "", "".join(words))


# --- paragraphs -----------------------------------------------------------------------------


def _paragraphs(rows: Sequence[_Row], known: Forms, size: float) -> list[Para]:
    leading = _leading(rows)
    margin, right = _margins(rows, size)
    groups: list[list[_Row]] = []
    enacted = False
    for row in rows:
        last = groups[-1] if groups else None
        if last is None or (
            _begins_above(last, row, known)
            if not enacted
            else _begins(last, row, known, leading, margin, right)
        ):
            groups.append([row])
        else:
            last.append(row)
        enacted = enacted or (
            bool(known.match("enacting", row.text))
            and len(groups[-1]) == 1
            and row.printed.size <= size + 1
            and not row.printed.bold
        )
    middle = (margin + right) / 2
    return [_para(group, middle, margin, right, size) for group in groups]


def _beside(above: _Row, below: _Row) -> bool:
    """Whether a line stands beside the one before it, in a column of its own."""
    return above.printed.page == below.printed.page and abs(above.printed.y - below.printed.y) < 1


def _leading(rows: Sequence[_Row]) -> float:
    steps = Counter(
        round(above.printed.y - below.printed.y, 0)
        for above, below in itertools.pairwise(rows)
        if above.printed.page == below.printed.page and above.printed.y > below.printed.y
    )
    return min((step for step, count in steps.most_common(2) if step > 5), default=13.0)


def _margins(rows: Sequence[_Row], size: float) -> tuple[float, float]:
    own = [row.printed for row in rows if abs(row.printed.size - size) < 1]
    left = Counter(round(line.x) for line in own)
    right = Counter(round(line.right) for line in own)
    return (
        left.most_common(1)[0][0] if left else 72.0,
        max((edge for edge, count in right.most_common(8)), default=500.0),
    )


def _begins_above(last: list[_Row], row: _Row, known: Forms) -> bool:
    text, before = row.text, " ".join(each.text for each in last)
    if known.match("enacting", text) and not row.printed.bold:
        return True
    if LETTER.fullmatch(text) or LETTER.fullmatch(before):
        return True
    if TITLE_NUMBER.match(before) and not TITLE_NUMBER.match(text):
        same = abs(row.printed.size - last[-1].printed.size) < 1
        return not same and row.printed.bold != last[-1].printed.bold
    return True


def _begins(
    last: list[_Row], row: _Row, known: Forms, leading: float, margin: float, right: float
) -> bool:
    previous, line = last[-1].printed, row.printed
    before = " ".join(each.text for each in last[-2:])
    if (len(last) == 1 and known.match("annex", before)) or (
        NUMERAL.fullmatch(before) and previous.bold
    ):
        return True
    if len(last) == 1 and known.match("article", before) and len(before) < 20:
        return True
    indented = line.x - margin > INDENT
    ended = bool(ENDED.search(before))
    if known.match("enacting", before) and len(last) == 1:
        return True
    if row.first or line.page != previous.page:
        label = NUMBER.match(row.text) or item_in(row.text)
        if abs(line.size - previous.size) >= 1 or line.bold != previous.bold:
            return True
        if not ended:
            return bool(line.bold)
        short = previous.right < right - 40
        return bool(indented or label or short)
    gap = previous.y - line.y
    if gap > 1.25 * leading or gap < -2:
        return True
    if abs(line.size - previous.size) >= 1.5:
        return True
    if gap < 1:  # beside it
        return use_of(row.text, known) is not None
    fresh = indented and previous.x - margin <= INDENT and ended
    return fresh and bool(
        known.begins("leads", row.text) or NUMBER.match(row.text) or item_in(row.text)
    )


def _para(group: Sequence[_Row], middle: float, margin: float, right: float, size: float) -> Para:
    tokens: tuple[Token, ...] = ()
    for row in group:
        tokens = _on(tokens, row.tokens) if tokens else row.tokens
    first = group[0].printed
    centred = all(
        abs((row.printed.x + row.printed.right) / 2 - middle) < 6 and row.printed.x - margin > 20
        for row in group
    )
    return Para(
        tokens=tokens,
        line=group[0].number,
        centred=centred,
        bold=all(row.printed.bold for row in group),
        heading=first.size >= size + 1.5,
        page=first.page,
    )
