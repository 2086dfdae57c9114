"""A paragraph under a theme: shown whole, as the clause that mentions it, or as a way to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from resolutions.model.document import Paragraph
from resolutions.model.findings import Reading, Tag
from resolutions.model.library import Counted, Head, Library, Work
from resolutions.model.records import Language, record
from resolutions.site.pages.excerpt import Pieces, aided, clause, named
from resolutions.site.pages.parts import by
from resolutions.site.paragraph.view import ParagraphView, lead_of, view
from resolutions.web.strings import Strings
from resolutions.web.ways import way_to


@record
class Excerpt:
    """A paragraph that mentions the theme: the clause with the words, and the way to it."""

    name: str
    href: str
    place: str  # "a-res-71-209#op37"
    language: Language
    part: str
    lead: str
    asks: str
    pieces: Pieces
    aid_language: Language
    aid: Pieces  # the same clause in the reading aid; () where none serves


class Ways(NamedTuple):
    """The ways to paragraphs that are not shown themselves, alike in strength and part."""

    strength: str
    part: str
    ways: tuple[tuple[str, str], ...]  # address, name


def whole(
    work: Work, tagged: Counted, library: Library, words: Strings, path: str, aid: Reading | None
) -> ParagraphView:
    """The paragraph as its own page shows it, with the words marked that earned the theme."""
    reading, paragraph, own = _tagged_paragraph(work, tagged, words)
    return view(reading, paragraph, words, path, library, own, aid=aid)


def excerpt(
    head: Head, work: Work, tagged: Counted, words: Strings, path: str, aid: Reading | None
) -> Excerpt:
    """The clause that has the words, and beside it the same in the reading aid."""
    reading, paragraph, own = _tagged_paragraph(work, tagged, words)
    document = reading.document
    rendered = aided(aid, tagged.key)
    return Excerpt(
        name=words.paragraph(paragraph.key, paragraph.kind, paragraph.label),
        href=way_to(head, paragraph.key, words, path),
        place=f"{document.slug}#{paragraph.key}",
        language=document.language,
        part=_part(paragraph.kind),
        lead=lead_of(reading.findings[tagged.key]),
        asks=" ".join(reading.findings[tagged.key].addressees),
        pieces=clause(paragraph.text, own.evidence, document.language),
        aid_language=aid.document.language if aid else "",
        aid=clause(rendered, named(rendered, reading, tagged.key, own, words), "en")
        if rendered
        else (),
    )


def ways(head: Head, tagged: Sequence[Counted], words: Strings, path: str) -> tuple[Ways, ...]:
    """The addresses of paragraphs from `path`, those together that are alike."""
    groups = by(((each.strength, _part(head.kinds[each.key][0])), each.key) for each in tagged)
    return tuple(
        Ways(
            strength=strength,
            part=part,
            ways=tuple((way_to(head, key, words, path), words.place(head, key)) for key in keys),
        )
        for (strength, part), keys in groups.items()
    )


def _tagged_paragraph(
    work: Work, tagged: Counted, words: Strings
) -> tuple[Reading, Paragraph, Tag]:
    """A paragraph in the language of the page if we hold it so, and its theme there."""
    reading = work.holding(tagged.key, words.language)
    tags = reading.findings[tagged.key].tags
    own = next(each for each in tags if each.theme == tagged.theme)
    return reading, next(p for p in reading.document.paragraphs if p.key == tagged.key), own


def _part(kind: str) -> str:
    return "preambular" if kind == "preambular" else "operative"
