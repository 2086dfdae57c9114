"""Part of `parse`: footnotes, found by their marks and not by their place on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resolutions.model.document import (
    Claim,
    Footnote,
    NoteLines,
    NoteMark,
    Paragraph,
    Run,
    Sifted,
)
from resolutions.model.problems import Report
from resolutions.model.records import Language, Span
from resolutions.readers.printed.forms import shape
from resolutions.readers.text.join import join


class Called(NamedTuple):
    """A footnote, and the lines it was printed on; None where a mark has no note."""

    footnote: Footnote
    note: NoteLines | None

    @property
    def line(self) -> int:
        """The source line its label stands on; 0 where it stands nowhere."""
        return self.note.label_run.line if self.note else 0

    def claims(self, slug: str) -> Iterator[Claim]:
        """What the note is made of."""
        if self.note:
            yield Claim(self.note.label_run, "label")
            for run in self.note.runs:
                yield Claim(run, f"note:{slug}#{self.footnote.key}")


def called_notes(
    sifted: Sifted, paragraphs: Sequence[Paragraph], report: Report
) -> tuple[Called, ...]:
    """The notes whose marks stand in these paragraphs, in the order of their first mark.

    A mark without a note makes a footnote whose text is None, and is reported.
    """
    resolved = dict(zip(sifted.notes, resolve_ibid(sifted.notes), strict=True))
    made: dict[str, Called] = {}
    for paragraph in paragraphs:
        for mark in paragraph.notes:
            if mark.key in made:
                continue
            note = _note_of(mark.label, paragraph.lines.start, sifted.notes)
            made[mark.key] = Called(_footnote(mark, note, resolved[note] if note else None), note)
            if note is None:
                report.warn(
                    sifted.source.file,
                    paragraph.lines.start,
                    "missing-note",
                    f"mark {mark.label} in {paragraph.key} has no note in the source",
                    "the page says so; compare with the printed document",
                )
    return tuple(made.values())


def _note_of(label: str, line: int, notes: Sequence[NoteLines]) -> NoteLines | None:
    """The note of a label. Where numbers begin anew (instruments of one report, each with its
    own), it is the first one below the paragraph, for notes stand at the foot of a page or at
    the end; else the last."""
    named = [note for note in notes if note.label == label]
    below = (note for note in named if note.label_run.line >= line)
    return next(below, named[-1] if named else None)


def _footnote(mark: NoteMark, note: NoteLines | None, resolved: str | None) -> Footnote:
    if note is None:
        return Footnote(key=mark.key, label=mark.label, text=None, resolved=None, lines=None)
    lines = [note.label_run.line, *(run.line for run in note.runs)]
    return Footnote(
        key=mark.key,
        label=mark.label,
        text=join(note.runs).text,
        resolved=resolved,
        lines=Span(min(lines), max(lines)),
    )


def resolve_ibid(notes: Sequence[NoteLines]) -> list[str]:
    """The text of each note with 同上 replaced by what it stands for in the note before.

    同上 alone repeats the whole note; 同上，第 976 卷 repeats what precedes the volume;
    同上，《2014年 repeats what precedes the year of the Official Records. A 同上 that fits
    none of these is left as it is.
    """
    resolved: list[str] = []
    for note in notes:
        before = resolved[-1] if resolved else ""
        resolved.append(_without_ibid(join(note.runs).text, before))
    return resolved


def resolve(texts: Sequence[str], language: Language) -> list[str]:
    """The texts of notes in their order, with what repeats the note before written out.

    Only what is certain: a bare "ibid." is the whole note before it, one that goes on with a
    volume repeats what precedes the volume there.
    """
    if language == "zh":
        runs = [Run(1, 0, len(text), text) for text in texts]
        notes = [NoteLines(str(n), run, (run,)) for n, run in enumerate(runs)]
        return resolve_ibid(notes)
    resolved: list[str] = []
    for text in texts:
        again = shape("ibid").match(text)
        before = resolved[-1] if resolved else ""
        if again and again["rest"]:
            series = shape("series").match(before)
            resolved.append(series[0] + again["rest"] if series else text)
        else:
            resolved.append(before or text if again else text)
    return resolved


def _without_ibid(text: str, before: str) -> str:
    if shape("ibid_zh").fullmatch(text):
        return before or text
    again = shape("ibid_zh_rest").fullmatch(text)
    if again is None:
        return text
    volume, records = shape("volume_zh").match(before), shape("records_zh").match(before)
    if again["volume"] and volume:
        return volume["before"] + again["volume"]
    if again["record"] is not None and records:
        return records["before"] + again["record"]
    return text
