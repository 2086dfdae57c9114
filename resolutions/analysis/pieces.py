"""A paragraph cut into pieces, two paragraphs as one; what is marked goes with its words."""

from __future__ import annotations

import re
from dataclasses import replace

from resolutions.model.document import Paragraph
from resolutions.model.records import Span

CJK = re.compile(r"[㐀-鿿，；：、（）]")


def piece(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """A stretch of a paragraph as a paragraph; a note at its very end is its own."""
    text = paragraph.text[start:end].rstrip()

    def within(span: Span) -> Span | None:
        first, last = max(0, span.start - start), min(len(text), span.end - start)
        return Span(first, last) if first < last else None

    marks = (note for note in paragraph.notes if (start < note.at or not start) and note.at <= end)
    return replace(
        paragraph,
        text=text,
        emphasis=tuple(new for old in paragraph.emphasis if (new := within(old))),
        notes=tuple(replace(note, at=min(note.at - start, len(text))) for note in marks),
        links=tuple((new, to) for old, to in paragraph.links if (new := within(old))),
    )


def joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two paragraphs as one, the first of which gives its key, kind and label.

    A blank comes between them; not between Chinese signs.
    """
    close = CJK.match(first.text[-1:]) and CJK.match(second.text[:1])
    before = "" if close or not first.text else " "
    own = f"{second.label} " if second.label else ""
    by = len(first.text) + len(before) + len(own)

    def on(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return replace(
        first,
        text=first.text + before + own + second.text,
        lines=Span(first.lines.start, second.lines.end),
        emphasis=(*first.emphasis, *map(on, second.emphasis)),
        notes=(*first.notes, *(replace(note, at=note.at + by) for note in second.notes)),
        links=(*first.links, *((on(span), to) for span, to in second.links)),
    )
