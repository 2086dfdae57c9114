"""Stage: a sifted source -> its documents, the frame around them, and an account.

A short state machine over body lines. Whatever the input, it never raises and claims every
line: what it cannot explain it reports, with the line, and claims as `unexplained`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from resolutions.model.document import (
    BodyLine,
    Claim,
    Document,
    Mark,
    NoteMark,
    Paragraph,
    Parsed,
    Run,
    Section,
    Sifted,
)
from resolutions.model.keys import Keys, han_number, roman
from resolutions.model.problems import Report
from resolutions.model.records import Key, ParagraphKind, Part, Span
from resolutions.model.symbols import slug_of
from resolutions.readers.text.join import Joined, join
from resolutions.readers.text.notes import footnotes
from resolutions.readers.text.sift import BOLD

ORGANS = "大会|经济及社会理事会|安全理事会|预防犯罪和刑事司法委员会"
CLOSED = "，；。："
CJK = re.compile(r"[㐀-鿿]")
DATE = r"(?P<y>[\d ]+)年(?P<m>[\d ]+)月(?P<d>[\d ]+)日"

# What the first lines of a resolution print: (name, shape). Groups become metadata.
MASTHEAD = (
    ("session", re.compile(r"第(?P<session>.+)届会议")),  # 第六十八届会议
    # 13 February 2017第七十一届会议: the date of issue and the session, run together
    ("issued", re.compile(r"(\d{1,2} [A-Z][a-z]+ \d{4})第(?P<session>.+)届会议")),
    ("organ", re.compile(rf"({ORGANS})")),
    ("committee", re.compile(r"第[一二三四五六]委员会")),
    ("agenda-item", re.compile(r"议程项目 ?(?P<agenda_item>\S+)")),  # 议程项目 108
    ("date", re.compile(rf"{DATE}\s*({ORGANS})(决议|决定)")),  # 2013 年 12 月 18 日大会决议
    ("report", re.compile(r"\[根据.+?的报告 ?\((?P<report>\S+?)\)通过\]")),
    ("sponsor", re.compile(r"(?P<sponsor>[^：]+)：(决议|决定)草案")),  # 意大利：决议草案
)
CLOSING = (
    ("date", re.compile(DATE)),  # 2013 年 12 月 18 日
    ("meeting", re.compile(r"第 ?(?P<meeting>\d+) ?次全体会议")),  # 第 70 次全体会议
)
TITLE_NUMBER = re.compile(r"(\d+/\d+)\. ?(?=\S)")  # 63/195. 加强…
ENACTING = re.compile(rf"(?:{ORGANS})[，：]?")  # 大会，   大会   经济及社会理事会：
ENACTING_RUN_IN = re.compile(rf"(?:{ORGANS})，(?=\S)")  # 经济及社会理事会，回顾其…
ENACTING_MEETING = re.compile(rf"在.+会议上，(?:{ORGANS}).*：")  # 在…第 10 次会议上，…：
CHAPTER = re.compile(r"第[一二三四五六七八九十]+章")
SECTION = re.compile(r"([A-Z])\. ?(?=[㐀-鿿])")  # A. 拟由经济及社会理事会…
HEADS = (
    re.compile(r"(?:决议|决定)草案(?P<han>[一二三四五六七八九十]+)"),  # 决议草案一
    re.compile(r"第 ?(?P<number>\d+/\d+) ?号(?P<type>决议|决定)"),  # 第 20/1 号决议
)
NUMBERED = re.compile(r"(\d{1,3})\. ?(?=\S)")
ITEMS = (
    ("letter", re.compile(r"\(([a-z])\) ?(?=\S)")),  # (a) 探讨…
    ("han", re.compile(r"[（(]([一二三四五六七八九十]+)[)）] ?(?=\S)")),  # (一) 决定…
    ("dotted", re.compile(r"([a-z])\. ?(?=\S)")),  # a. 提交…
)
DASH = re.compile(r"[-–] ?(?=\S)")  # - 秘书长关于…: a list sign
TYPES = {"决议": "res", "决定": "dec"}
NOT_BODY = ("masthead", "frame", "title")


@dataclass(slots=True)
class Unit:
    """A paragraph in the making: the lines it is made of, and what it was taken for."""

    kind: ParagraphKind
    key: Key
    label: str = ""
    parent: Key | None = None
    parts: list[Run | Mark] = field(default_factory=list)
    used: list[tuple[Run, str]] = field(default_factory=list)  # labels, list signs
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def is_open(self) -> bool:
        """Whether the text so far wants to go on: no punctuation closes it."""
        text = join(self.parts).text
        return bool(text) and text[-1] not in CLOSED


@dataclass(slots=True)
class Draft:
    """An instrument in the making."""

    section: Section | None
    number: str  # "1", "20/1"
    type: str = "res"
    keys: Keys = field(default_factory=Keys)
    units: list[Unit] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    metadata: list[tuple[Run, str]] = field(default_factory=list)
    part: Part = "preambular"
    title_due: bool = True
    agenda: bool = False

    @property
    def enacted(self) -> bool:
        """Whether the enacting phrase has been read."""
        return any(unit.kind == "enacting" for unit in self.units)


class Line(NamedTuple):
    """A body line as one text, to be matched; the parts say where its pieces stand."""

    body: BodyLine
    text: str  # without marks and bold signs, trimmed

    @property
    def number(self) -> int:
        """The number of the source line."""
        return self.body.line


def parse(sifted: Sifted, report: Report) -> Parsed:
    """Read the documents of a source. Never raises; claims every character it was given."""
    machine = _Machine(sifted, report)
    lines = [Line(body, _plain(body)) for body in sifted.body]
    for position, line in enumerate(lines):
        following = lines[position + 1].text if position + 1 < len(lines) else ""
        machine.read(line, following)
    return machine.finish()


def _plain(body: BodyLine) -> str:
    # A row of a table keeps its tabs: its last cells may be empty.
    return "".join(part.text for part in body.parts if isinstance(part, Run)).strip(" \u3000")


class _Machine:
    def __init__(self, sifted: Sifted, report: Report) -> None:
        self.sifted = sifted
        self.source = sifted.source
        self.report = report
        self.sections = {section.letter: section for section in self.source.header.sections}
        self.section: Section | None = None
        self.drafts: list[Draft] = [] if self.sections else [Draft(None, "")]
        self.frame: list[Unit] = []
        self.frame_keys = Keys()
        self.claims: list[Claim] = list(sifted.claims)
        self.noted: set[str] = set()  # labels of the notes that are claimed
        self.inside = not self.sections

    # --- reading ---------------------------------------------------------------------------

    def read(self, line: Line, following: str) -> None:
        if self.sections and self._read_frame(line):
            return
        if not self.inside:
            self._unexplained(line)
        elif self.drafts[-1].enacted:
            self._read_body(line, following)
        else:
            self._read_head(line)

    def _read_frame(self, line: Line) -> bool:
        """Read what stands around the instruments of a report, and their headings."""
        section = SECTION.match(line.text)
        head = next((m for shape in HEADS if (m := shape.fullmatch(line.text))), None)
        if section and section[1] in self.sections:
            self.section, self.inside = self.sections[section[1]], False
            self._frame_unit(line, "heading")
        elif head and self.section:
            groups = head.groupdict()
            number = groups.get("number") or str(han_number(groups.get("han") or "") or 0)
            kind = TYPES.get(groups.get("type") or "", "res")
            draft = Draft(self.section, number, kind)
            draft.metadata += self._uses(line, "heading")
            self.drafts.append(draft)
            self.inside = True
        elif not self.inside and (CHAPTER.fullmatch(line.text) or not self.section):
            self._frame_unit(line, "heading")
        elif not self.inside and NUMBERED.match(line.text):
            self._frame_unit(line, "other")
        else:
            return False
        return True

    def _frame_unit(self, line: Line, kind: ParagraphKind) -> None:
        number = NUMBERED.match(line.text) or SECTION.match(line.text)
        key = self.frame_keys.count("h" if kind == "heading" else "x")
        self.frame.append(self._unit(line, kind, key, number))

    def _read_head(self, line: Line) -> None:
        """Read the lines above the enacting phrase: the masthead and the title."""
        draft = self.drafts[-1]
        last = draft.units[-1] if draft.units else None
        title = TITLE_NUMBER.match(line.text)
        if last and self._enacting(line, draft):
            return
        if last and line.body.starts is False:
            last.parts += line.body.parts
        elif last:
            self._unexplained(line)
        elif draft.section or title or "sponsor" in draft.facts:
            draft.units.append(self._unit(line, "title", draft.keys.unit("title"), title))
        else:
            self._read_masthead(line, draft)

    def _read_masthead(self, line: Line, draft: Draft) -> None:
        for name, shape in MASTHEAD:
            if match := shape.fullmatch(line.text):
                draft.metadata += self._uses(line, name)
                draft.facts |= self._facts(match, line)
                return
        if draft.metadata and draft.metadata[-1][1] == "agenda-item":  # 预防犯罪和刑事司法
            draft.metadata += self._uses(line, "agenda-title")
        else:
            self._unexplained(line)

    def _enacting(self, line: Line, draft: Draft) -> bool:
        whole = ENACTING.fullmatch(line.text) or ENACTING_MEETING.fullmatch(line.text)
        run_in = None if whole else ENACTING_RUN_IN.match(line.text)
        if whole:
            draft.units.append(self._unit(line, "enacting", draft.keys.unit("enacting")))
        elif run_in:
            first, rest = _split(line, run_in.end())
            draft.units.append(self._unit(first, "enacting", draft.keys.unit("enacting")))
            draft.units.append(self._unit(rest, "preambular", draft.keys.count("pp")))
        if whole and (day := re.match(rf"在 ?{DATE}", line.text)):
            draft.facts |= self._facts(day, line)
            draft.facts |= self._facts(re.search(r"第 ?(?P<meeting>\d+) ?次会议", line.text), line)
        return bool(whole or run_in)

    def _read_body(self, line: Line, following: str) -> None:
        draft = self.drafts[-1]
        last = draft.units[-1]
        if not draft.section and self._read_closing(line, last, draft):
            return
        if self._continues(line, last):
            last.parts += line.body.parts
        elif "\t" in line.text:
            self._read_row(line, last, draft)
        elif draft.agenda:
            self._read_agenda(line, draft)
        elif unit := self._numbered(line, draft) or self._item(line, draft):
            draft.units.append(unit)
        elif (
            draft.part == "preambular"
            and CJK.search(line.text)
            and not self._is_heading(line, following, draft)
        ):
            draft.units.append(self._unit(line, "preambular", draft.keys.count("pp")))
        elif self._is_heading(line, following, draft):
            draft.units.append(self._unit(line, "heading", draft.keys.count("h")))
            draft.agenda = self._is_decision(draft)
        else:
            self._unexplained(line)

    def _continues(self, line: Line, last: Unit) -> bool:
        if last.kind not in ("preambular", "operative", "lettered"):
            return False
        if line.body.starts is not None:
            return not line.body.starts
        begins = NUMBERED.match(line.text) or any(shape.match(line.text) for _, shape in ITEMS[:2])
        return last.is_open() and not begins and "\t" not in line.text

    def _read_closing(self, line: Line, last: Unit, draft: Draft) -> bool:
        """Read the date and the meeting below a text that has come to its full stop."""
        if draft.part != "operative" or not join(last.parts).text.endswith("。"):
            return False
        for name, shape in CLOSING:
            if match := shape.fullmatch(line.text):
                draft.metadata += self._uses(line, name)
                draft.facts |= self._facts(match, line)
                return True
        return False

    def _read_row(self, line: Line, last: Unit, draft: Draft) -> None:
        raw = "".join(part.text for part in line.body.parts if isinstance(part, Run))
        row = tuple(" ".join(cell.split()) for cell in raw.split("\t"))
        if last.kind != "table":
            last = self._unit(line, "table", draft.keys.count("x"))
            draft.units.append(last)
        else:
            last.parts += line.body.parts
        last.rows.append(row)

    def _read_agenda(self, line: Line, draft: Draft) -> None:
        """Read a line of an agenda: a numbered item, an item of its list, a document."""
        dash = DASH.match(line.text)
        signs: list[tuple[Run, str]] = []
        if dash:
            sign, line = _split(line, dash.end())
            signs += self._uses(sign, "artefact:list-sign")
        number = NUMBERED.match(line.text)
        item = ITEMS[0][1].match(line.text)
        if item:
            key, parent = draft.keys.item("letter", item[1])
            unit = self._unit(line, "other", key, item, parent)
        elif number:
            unit = self._unit(line, "other", draft.keys.count("x"), number)
        else:
            above = next((u.key for u in reversed(draft.units) if u.label.endswith(".")), None)
            unit = self._unit(line, "other", draft.keys.count("x"), None, above)
        unit.used += signs
        draft.units.append(unit)

    def _numbered(self, line: Line, draft: Draft) -> Unit | None:
        number = NUMBERED.match(line.text)
        if not number:
            return None
        if self._is_decision(draft):
            draft.agenda = True
            return self._unit(line, "other", draft.keys.count("x"), number)
        draft.part = "operative"
        self._check_sequence(line, int(number[1]), draft)
        return self._unit(line, "operative", draft.keys.unit(f"op{int(number[1])}"), number)

    def _check_sequence(self, line: Line, number: int, draft: Draft) -> None:
        before = [unit for unit in draft.units if unit.kind == "operative"]
        expected = int(before[-1].label.rstrip(".")) + 1 if before else 1
        if number != expected:
            self.report.warn(
                self.source.file,
                line.number,
                "number-gap",
                f"paragraph {number} stands where {expected} was expected",
                "compare with the source; a lost paragraph must not go unseen",
            )

    def _item(self, line: Line, draft: Draft) -> Unit | None:
        for style, shape in ITEMS:
            if match := shape.match(line.text):
                last = draft.units[-1]
                in_preamble = last.kind == "preambular" and not self._is_decision(draft)
                if last.kind in ("preambular", "enacting") and not in_preamble:
                    draft.keys.close()
                if not (in_preamble or (draft.keys.open and draft.keys.open[0][1][:2] == "pp")):
                    draft.part = "operative"
                name = match[1] if style != "han" else str(han_number(match[1]) or 0)
                key, parent = draft.keys.item(style, name)
                return self._unit(line, "lettered", key, match, parent)
        return None

    def _is_decision(self, draft: Draft) -> bool:
        kind = draft.section.kind if draft.section else self.source.header.kind
        return kind == "decision" or draft.type == "dec"

    def _is_heading(self, line: Line, following: str, draft: Draft) -> bool:
        """A short line without an end that leads a numbered paragraph, agenda or table."""
        leads = NUMBERED.match(following) or "\t" in following
        short = len(line.text) <= 60 and line.text[-1:] not in CLOSED
        wanted = draft.part == "operative" or bool(NUMBERED.match(following))
        return bool(leads and short and wanted and CJK.search(line.text))

    # --- units and claims ------------------------------------------------------------------

    def _unit(
        self,
        line: Line,
        kind: ParagraphKind,
        key: Key,
        label: re.Match[str] | None = None,
        parent: Key | None = None,
    ) -> Unit:
        unit = Unit(kind=kind, key=key, parent=parent)
        if label:
            first, line = _split(line, label.end())
            unit.label = first.text
            unit.used += self._uses(first, "label")
        unit.parts = list(line.body.parts)
        return unit

    def _uses(self, line: Line, use: str) -> list[tuple[Run, str]]:
        """The stretches of a line and what they are; bold signs and note marks apart."""
        uses = []
        for part in line.body.parts:
            if isinstance(part, Mark):
                uses.append((part.run, "artefact:bold-sign" if part.label == BOLD else "note-mark"))
            else:
                uses.append((part, use))
        return uses

    def _facts(self, match: re.Match[str] | None, line: Line) -> dict[str, str]:
        """What the groups of a shape say; a day that is in no calendar is reported."""
        groups = match.groupdict() if match else {}
        facts = {name: value for name, value in groups.items() if value and len(name) > 1}
        if "y" in groups:
            try:
                year, month, day = (int(re.sub(r"\s", "", groups[part])) for part in "ymd")
                facts["date"] = date(year, month, day).isoformat()
            except (ValueError, OverflowError):
                self.report.warn(
                    self.source.file,
                    line.number,
                    "bad-date",
                    f"{line.text[:30]!r} names no day",
                    "compare with the printed document",
                )
        if "session" in facts:
            facts["session"] = str(han_number(facts["session"]) or facts["session"])
        return facts

    def _unexplained(self, line: Line) -> None:
        uses = self._uses(line, "unexplained")
        words = line.text or "".join(run.text for run, _ in uses)  # marks without a word
        if not words:
            return
        self.claims += [Claim(run, use if line.text else "unexplained") for run, use in uses]
        self.report.error(
            self.source.file,
            line.number,
            "unexplained-line",
            f"{words[:40]!r} is neither text, note, metadata nor a known artefact",
            "mend the extraction, or teach `sift` or `parse` its shape",
        )

    # --- finishing -------------------------------------------------------------------------

    def finish(self) -> Parsed:
        documents = []
        for draft in self.drafts:
            if draft.units:
                documents.append(self._document(draft))
            else:
                self._claim_metadata(draft, self.source.header.symbol)
                self.report.error(
                    self.source.file,
                    draft.metadata[0][0].line if draft.metadata else 1,
                    "no-title",
                    "no title was found",
                    "a title follows its number, its sponsor or the heading of a report's piece",
                )
        frame = tuple(self._paragraph(unit, "frame") for unit in self.frame)
        self._claim_orphans(documents)
        return Parsed(
            source=self.source,
            documents=tuple(documents),
            frame=frame,
            claims=tuple(self.claims),
        )

    def _document(self, draft: Draft) -> Document:
        header, section = self.source.header, draft.section
        words = {
            "n": draft.number.replace("/", "-"),
            "roman": roman(int(draft.number)) if draft.number.isdecimal() else "",
            "type": draft.type,
            "TYPE": draft.type.upper(),
        }
        symbol = section.symbol if section else header.symbol
        slug = section.slug if section else slug_of(header.symbol)
        symbol = self._filled(symbol, {**words, "n": draft.number})
        slug = slug_of(self._filled(slug, words))
        paragraphs = tuple(self._paragraph(unit, slug) for unit in draft.units)
        self._claim_metadata(draft, slug)
        lines = [run.line for run, _ in draft.metadata] + [
            edge for paragraph in paragraphs for edge in paragraph.lines
        ]
        year = int(draft.facts.get("date", "0")[:4]) or header.year or 0
        return Document(
            slug=slug,
            symbol=symbol,
            part=self._filled(section.part, words) if section else None,
            kind="decision" if self._is_decision(draft) else "resolution",
            status=section.status if section else header.status,
            body=(section.body if section else header.body) or "GA",
            language=header.language,
            authority=header.authority,
            session=draft.facts.get("session") or header.session,
            year=year,
            date=draft.facts.get("date") or header.date,
            date_basis="printed" if "date" in draft.facts else header.date_basis,
            meeting=draft.facts.get("meeting"),
            agenda_item=draft.facts.get("agenda_item") or header.agenda_item,
            report=draft.facts.get("report"),
            sponsor=draft.facts.get("sponsor"),
            source=self.source,
            lines=Span(min(lines), max(lines)),
            paragraphs=paragraphs,
            footnotes=footnotes(
                self.sifted, paragraphs, slug, self.claims, self.noted, self.report
            ),
        )

    def _filled(self, pattern: str, words: dict[str, str]) -> str:
        """A pattern of the header with its {places} filled; an unknown one is reported."""
        unknown = set(re.findall(r"\{(\w*)\}", pattern)) - words.keys()
        if unknown:
            self.report.error(
                self.source.header_file,
                1,
                "bad-placeholder",
                f"{pattern!r} has the unknown {{{unknown.pop()}}}",
                f"known are {', '.join(sorted(words))}",
            )
        return re.sub(r"\{(\w+)\}", lambda match: words.get(match[1], ""), pattern)

    def _paragraph(self, unit: Unit, slug: str) -> Paragraph:
        joined: Joined = join(unit.parts)
        use = f"text:{slug}#{unit.key}"
        for part in unit.parts:
            run = part.run if isinstance(part, Mark) else part
            bold = isinstance(part, Mark) and part.label == BOLD
            mark = isinstance(part, Mark) and not bold
            self.claims.append(
                Claim(run, "artefact:bold-sign" if bold else "note-mark" if mark else use)
            )
        self.claims += [Claim(run, name) for run, name in unit.used]
        runs = [part.run if isinstance(part, Mark) else part for part in unit.parts]
        runs += [run for run, _ in unit.used]
        return Paragraph(
            key=unit.key,
            kind=unit.kind,
            label=unit.label,
            parent=unit.parent,
            text=joined.text,
            lines=Span(min(run.line for run in runs), max(run.line for run in runs)),
            rows=tuple(unit.rows),
            emphasis=joined.emphasis,
            notes=tuple(
                NoteMark(label=label, key=f"fn{label}", at=at) for label, at in joined.marks
            ),
        )

    def _claim_metadata(self, draft: Draft, slug: str) -> None:
        for run, use in draft.metadata:
            own = use.startswith(("artefact:", "note-mark"))
            self.claims.append(Claim(run, use if own else f"metadata:{slug}:{use}"))

    def _claim_orphans(self, documents: list[Document]) -> None:
        """A note whose mark was lost would vanish from every page: that is an error."""
        called = {
            (note.label, note.lines.start)
            for document in documents
            for note in document.footnotes
            if note.lines
        }
        for note in self.sifted.notes:
            if (note.label, note.label_run.line) in called:
                continue
            self.claims += [Claim(run, "unexplained") for run in (note.label_run, *note.runs)]
            self.report.error(
                self.source.file,
                note.label_run.line,
                "orphan-note",
                f"no mark calls note {note.label}",
                "set the lost mark in the text, or correct the label",
            )


def _split(line: Line, at: int) -> tuple[Line, Line]:
    """Cut a line after `at` characters of its text; marks stay with the second piece."""
    first: list[Run | Mark] = []
    rest: list[Run | Mark] = []
    raw = "".join(part.text for part in line.body.parts if isinstance(part, Run))
    left = at + len(raw) - len(raw.lstrip())
    for part in line.body.parts:
        if isinstance(part, Mark) or left <= 0:
            rest.append(part)
            continue
        cut = min(left, len(part.text))
        first.append(Run(part.line, part.start, part.start + cut, part.text[:cut]))
        if cut < len(part.text):
            rest.append(Run(part.line, part.start + cut, part.end, part.text[cut:]))
        left -= cut
    pieces = []
    for parts in (first, rest):
        body = BodyLine(line.number, tuple(parts), line.body.starts)
        pieces.append(Line(body, _plain(body)))
    return pieces[0], pieces[1]
