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
from resolutions.readers.akn.inline import Stretch, Token, plain
from resolutions.readers.pdf.furniture import furniture
from resolutions.readers.pdf.hyphens import mended
from resolutions.readers.pdf.marks import marked
from resolutions.readers.pdf.pages import Pages, Printed, pages_of
from resolutions.readers.pdf.paragraphs import beside, paragraphs
from resolutions.readers.pdf.rows import Row, joined, unlinked
from resolutions.readers.printed.alike import alike
from resolutions.readers.printed.body import FULL_STOP
from resolutions.readers.printed.build import build
from resolutions.readers.printed.forms import Forms, forms
from resolutions.readers.printed.head import TITLE_NUMBER, use_of
from resolutions.readers.printed.language import language_of
from resolutions.readers.printed.sheet import Para, PrintedNote, Sheet

RULE = re.compile(r"[_─—]{5,}")
NOTE_SIZE = 0.93  # of the text's size: what is smaller is a note
MARK_SIZE = 0.8  # of its line's size: what is smaller and raised is a mark
LETTER_SPACE = re.compile(r"(?<=[^\W\d_]) (?=[-‑][^\W\d_])")  # eighty -first


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
        body: list[Row] = []
        notes: list[PrintedNote] = []
        for number, page in enumerate(rows):
            for row, name in furniture(page, number, title):
                self._set_aside(row, name)
                page.remove(row)
            text = self._parted(page, size, notes)
            if text:
                text[0].first = number > 0
            body += text
        labels = {note.label for note in notes}
        found = marked(body, labels)
        body = found.rows
        self.aside += found.claims
        self.doubts += found.doubts
        if language != "en":  # the UN's English is never hyphenated by the machine
            whole = mended(body)
            body = whole.rows
            self.aside += whole.claims
            self.doubts += whole.doubts
        if language == "ar":
            message = "Arabic in a PDF has no sure order of letters and words"
            self.doubts.append((1, "arabic-pdf", message))
        for number in sorted(
            {
                below.printed.page
                for above, below in itertools.pairwise(body)
                if beside(above, below) and not use_of(below.text, known)
            }
        ):
            row = next(row for row in body if row.printed.page == number)
            self.doubts.append(
                (row.number, "pdf-table", f"page {number} has columns: a table comes as lines")
            )
        paras = paragraphs(body, known, size)
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

    def _row(self, line: Printed, size: float) -> Row:
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
        return Row(line, tuple(tokens), " ".join(written.split()), number)

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

    def _set_aside(self, row: Row, name: str) -> None:
        self.aside += [
            Claim(t.run, f"artefact:{name}")
            for t in row.tokens
            if isinstance(t, Stretch) and t.run.text.strip()
        ]

    # --- notes -------------------------------------------------------------------------------

    def _parted(self, page: list[Row], size: float, notes: list[PrintedNote]) -> list[Row]:
        """The text of a page; the notes below it, smaller lines at its end, join the others.

        Lines above the first label go on with the last note of the page before, if it has no end.
        """
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
            return [row for row in page if not self._is_rule(row)]
        goes_on = bool(notes) and not FULL_STOP.search(plain(notes[-1].tokens).rstrip())
        if first and begin == edge and not goes_on:
            edge += first
            begin = edge
            zone = zone[first:]
        before = len(notes)
        for row in zone:
            label = self._label(row, raised)
            # a line of a note may begin with a figure: without a raised one, the next label alone
            own = notes[before:]
            if label and (raised or not own or _follows(label[0], notes[-1].label)):
                figure, run, rest = label
                notes.append(PrintedNote(figure, rest, row.number, run))
            elif own or goes_on:
                notes[-1] = notes[-1]._replace(
                    tokens=joined(notes[-1].tokens, unlinked(row.tokens))
                )
            else:
                notes.append(PrintedNote("?", unlinked(row.tokens), row.number))
                self.doubts.append(
                    (
                        row.number,
                        "doubtful-note",
                        "a note without a number stands at the foot of this page",
                    )
                )
        return [row for row in page[:begin] if not self._is_rule(row)]

    def _is_rule(self, row: Row) -> bool:
        if RULE.fullmatch(row.text):
            self._set_aside(row, "rule-line")
            return True
        return False

    def _label(self, row: Row, raised: bool) -> tuple[str, Run, tuple[Token, ...]] | None:
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
            return figure, run, unlinked(tokens[1:])
        if raised:
            return None
        match = re.match(r"\s*(\d{1,3}|\*+)(?=\s+[^\W\d_]|\s*[“\"《(«㐀-鿿])", first.run.text)
        if match and len(row.text) > 6:
            run = first.run
            label = Run(run.line, run.start, run.start + match.end(), run.text[: match.end()])
            rest = first._replace(
                run=Run(run.line, run.start + match.end(), run.end, run.text[match.end() :])
            )
            return match[1], label, unlinked([rest, *tokens[1:]])
        return None


def _follows(label: str, before: str) -> bool:
    """Whether a label is the next: 3 behind 2; a star behind anything."""
    if not (label.isdecimal() and before.isdecimal()):
        return True
    return int(label) == int(before) + 1


def _title_words(rows: Sequence[Row], known: Forms) -> str:
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
