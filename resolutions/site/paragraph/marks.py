"""The signs in a text that lead elsewhere on its page: marks of notes, marks of errata."""

from __future__ import annotations

from resolutions.model.document import Paragraph
from resolutions.model.findings import Findings, Flaw
from resolutions.model.library import Head
from resolutions.model.records import record
from resolutions.web import urls
from resolutions.web.strings import Strings
from resolutions.web.ways import way_to


@record
class NoteLink:
    """A note mark: its label, the note's anchor and its own."""

    label: str
    href: str
    id: str  # "" where the paragraph is not at home


@record
class FlawMark:
    """The sign of an erratum, at the end of the words it concerns."""

    number: int
    kind: str
    found: str
    suggested: str
    certainty: str
    reason: str
    href: str  # where the note on it stands


def note_link(
    head: Head,
    paragraph: Paragraph,
    number: int,
    key: str,
    label: str,
    words: Strings,
    page: str,
    home: bool,
) -> NoteLink:
    """The mark of a note; with an address of its own on the page of its text, if `home`.

    Every page of a text has the notes of its marks.
    """
    at_home = urls.first_page(page) == urls.resolution(head.slug)
    href = f"#{key}" if at_home else way_to(head, key, words, page)
    own = home and at_home
    return NoteLink(label=label, href=href, id=f"{paragraph.key}-mark{number}" if own else "")


def flaw_marks(
    head: Head, found: Findings, paragraph: Paragraph, words: Strings, page: str
) -> tuple[FlawMark, ...]:
    """The signs of the errata of a paragraph; what they say stands on the page of its text."""
    return tuple(
        flaw_mark(
            n,
            flaw,
            paragraph.text,
            words,
            urls.relative(page, f"{urls.place(head, paragraph.key)}-flaw{n}"),
        )
        for n, flaw in enumerate(found.flaws, 1)
    )


def flaw_mark(number: int, flaw: Flaw, text: str, words: Strings, href: str) -> FlawMark:
    """An erratum with what a reader is told of it."""
    erratum = flaw.erratum
    return FlawMark(
        number=number,
        kind=words(f"erratum.kind.{erratum.kind}"),
        found=text[flaw.span.start : flaw.span.end],
        suggested=erratum.suggested,
        certainty=words(f"certainty.{erratum.certainty}"),
        reason=words.name(erratum.reason),
        href=href,
    )
