"""A file read as a reader's would be, compared with what it should hold."""

from __future__ import annotations

import re
import time
import unicodedata
from pathlib import Path
from typing import NamedTuple

from truth import MARK, Truth

from resolutions.model.document import Document
from resolutions.model.problems import Report
from resolutions.readers.table import READERS, kind_of


class Outcome(NamedTuple):
    """What came of a file: right, told or silent; what differs first; the seconds it took."""

    verdict: str
    why: str
    seconds: float
    codes: tuple[str, ...]


def compare(path: Path, truth: Truth) -> Outcome:
    """Read a file as a reader's would be, and compare it."""
    report = Report()
    began = time.process_time()
    parsed = READERS[kind_of(path)](path, path.name, report)
    seconds = time.process_time() - began
    documents = [document for each in parsed for document in each.documents]
    codes = tuple(sorted({p.code for p in report.problems} - {"pdf-layout"}))
    refused = any(p.severity in ("error", "refused") for p in report.problems)
    if refused or len(documents) != 1:
        said = next((p.message for p in report.problems if p.severity == "error"), "nothing read")
        verdict = "refused" if refused else "told" if codes else "silent"
        return Outcome(verdict, said, seconds, codes)
    why = difference(truth, documents[0])
    verdict = "right" if why is None else "told" if codes else "silent"
    if why is not None and codes and difference(truth, documents[0], hyphens=False) is None:
        verdict = "hyphen"  # a hyphen at the end of a line is all that the tool lost
    return Outcome(verdict, why or "", seconds, codes)


def difference(truth: Truth, document: Document, hyphens: bool = True) -> str | None:
    """The first difference between what should be read and what was; hyphens may not count."""

    def _flat(text: str) -> str:
        return _plainest(text) if hyphens else re.sub(r"[-–−]", "", _plainest(text))

    symbol = re.sub(r"\s", "", truth["symbol"])
    if document.symbol != symbol:
        return f"symbol {document.symbol} for {symbol}"
    wanted = [part for part in truth["parts"] if part.get("role") not in ("meeting", "date")]
    wanted = [part for part in wanted if not part.get("table")]
    found = [each for each in document.paragraphs if not each.rows]
    for at, part in enumerate(wanted):
        if at >= len(found):
            return f"ends before {part['text'][:40]!r}"
        own = found[at]
        mine = (_flat(own.label), _flat(own.text), [mark.label for mark in own.notes])
        label = "" if own.kind == "title" else _flat(part["label"])
        mine = ("", *mine[1:]) if own.kind == "title" else mine
        theirs = (label, _flat(part["text"]), part["notes"])
        if _joined(mine) != _joined(theirs):
            return f"{own.key}: {_apart(_joined(theirs), _joined(mine))}"
        if mine[2] != theirs[2]:
            return f"{own.key}: notes {mine[2]} for {theirs[2]}"
        if theirs[0] and not mine[0]:
            return f"{own.key}: no label for {theirs[0]!r}"
    if len(found) > len(wanted):
        return f"{found[len(wanted)].key} more: {found[len(wanted)].text[:40]!r}"
    notes = {note.label: _flat(note.text or "") for note in document.footnotes}
    for label, text in truth["footnotes"].items():
        if notes.get(label) != _flat(text):
            return f"note {label}: {_apart(_flat(text), notes.get(label, ''))}"
    return None


def _joined(each: tuple[str, str, list[str]]) -> str:
    return each[0] + each[1]


def _apart(one: str, other: str) -> str:
    """Where two words part."""
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    at = min(len(one), len(other)) if at is None else at
    return f"…{one[max(0, at - 12) : at + 12]}… read as …{other[max(0, at - 12) : at + 12]}…"


def _plainest(text: str) -> str:
    """A wording without blanks and without what reading makes alike."""
    text = unicodedata.normalize("NFKC", text.replace(MARK, ""))  # as reading makes them alike
    text = re.sub(r"[\s\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]", "", text)
    text = re.sub(r"^[-–*]+", "", text)  # of a title in Arabic, of a note marked by a star
    return text.translate(str.maketrans("\u2010‑（）．", "--()."))
