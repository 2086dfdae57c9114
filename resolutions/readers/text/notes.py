"""Part of `parse`: footnotes, found by their marks and not by their place on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resolutions.model.document import Claim, Footnote, NoteLines, Paragraph, Run, Sifted
from resolutions.model.problems import Report
from resolutions.model.records import Language, Span
from resolutions.readers.text.join import join

BARE_IBID = re.compile(r"同上。?")
VOLUME = re.compile(r"^(.*?《条约汇编》，)第")  # 联合国，《条约汇编》，| 第 2225 卷
RECORDS = re.compile(r"^(见?《[^》]*?正式记录，)")  # 见《经济及社会理事会正式记录，| 2009年…


def footnotes(
    sifted: Sifted,
    paragraphs: Sequence[Paragraph],
    slug: str,
    claims: list[Claim],
    noted: set[str],
    report: Report,
) -> tuple[Footnote, ...]:
    """The notes whose marks stand in these paragraphs, in the order of their first mark.

    A mark without a note makes a footnote whose text is None, and is reported. `noted` keeps
    the labels whose characters are claimed: two instruments of a report can call one note.
    """
    printed = {note.label: note for note in sifted.notes}
    resolved = resolve_ibid(sifted.notes)
    made: dict[str, Footnote] = {}
    for paragraph in paragraphs:
        for mark in paragraph.notes:
            if mark.label in made:
                continue
            note = printed.get(mark.label)
            made[mark.label] = _footnote(mark.label, note, resolved.get(mark.label))
            if note and mark.label not in noted:
                noted.add(mark.label)
                claims.append(Claim(note.label_run, "label"))
                claims.extend(Claim(run, f"note:{slug}#{mark.key}") for run in note.runs)
            elif not note:
                report.warn(
                    sifted.source.file,
                    paragraph.lines.start,
                    "missing-note",
                    f"mark {mark.label} in {paragraph.key} has no note in the source",
                    "the page says so; compare with the printed document",
                )
    return tuple(made.values())


def _footnote(label: str, note: NoteLines | None, resolved: str | None) -> Footnote:
    if note is None:
        return Footnote(key=f"fn{label}", label=label, text=None, resolved=None, lines=None)
    lines = [note.label_run.line, *(run.line for run in note.runs)]
    return Footnote(
        key=f"fn{label}",
        label=label,
        text=join(note.runs).text,
        resolved=resolved,
        lines=Span(min(lines), max(lines)),
    )


def resolve_ibid(notes: Sequence[NoteLines]) -> dict[str, str]:
    """The text of each note with 同上 replaced by what it stands for in the note before.

    同上 alone repeats the whole note; 同上，第 976 卷 repeats what precedes the volume;
    同上，《2014年 repeats what precedes the year of the Official Records. A 同上 that fits
    none of these is left as it is.
    """
    resolved: dict[str, str] = {}
    before = ""
    for note in notes:
        text = join(note.runs).text
        before = resolved[note.label] = _without_ibid(text, before)
    return resolved


IBID = r"Ibid\.?|Ib[ií]d\.?|Там же\.?|المرجع نفسه"  # how the other languages say it
VOLUMES = r"(?:vols?\.|тома?|المجلد(?:ات|ان)?)\s"  # 2237, of a treaty series
IBID_NOTE = re.compile(rf"(?:{IBID})(?:[,،]?\s*(?P<rest>{VOLUMES}.*)|\.?\s*$)")
SERIES = re.compile(rf"(?:(?!{VOLUMES}).)+?[,،]\s(?={VOLUMES})")  # …, Treaty Series, | vol. 1


def resolve(texts: Sequence[str], language: Language) -> list[str]:
    """The texts of notes in their order, with what repeats the note before written out.

    Only what is certain: a bare "ibid." is the whole note before it, one that goes on with a
    volume repeats what precedes the volume there.
    """
    if language == "zh":
        runs = [Run(1, 0, len(text), text) for text in texts]
        notes = [NoteLines(str(n), run, (run,)) for n, run in enumerate(runs)]
        return list(resolve_ibid(notes).values())
    resolved: list[str] = []
    for text in texts:
        again = IBID_NOTE.match(text)
        before = resolved[-1] if resolved else ""
        if again and again["rest"]:
            series = SERIES.match(before)
            resolved.append(series[0] + again["rest"] if series else text)
        else:
            resolved.append(before or text if again else text)
    return resolved


def _without_ibid(text: str, before: str) -> str:
    if BARE_IBID.fullmatch(text):
        return before or text
    rest = text.removeprefix("同上，")
    if rest == text:
        return text
    volume, records = VOLUME.match(before), RECORDS.match(before)
    if rest.startswith("第") and volume:
        return volume[1] + rest
    if rest.startswith("《") and records:
        return records[1] + rest[1:]
    return text
