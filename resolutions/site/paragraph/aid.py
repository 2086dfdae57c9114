"""A paragraph or note as the reading aid has it, drawn like the text it renders."""

from __future__ import annotations

from resolutions.model.document import Footnote
from resolutions.model.findings import Reading
from resolutions.model.library import Library
from resolutions.model.records import Language, record
from resolutions.site.paragraph.links import cite_link
from resolutions.site.paragraph.table import Cell, cells
from resolutions.site.paragraph.woven import Woven, woven
from resolutions.site.weave import weave
from resolutions.web.strings import Strings


@record
class AidView:
    """A paragraph of a reading aid, drawn like the text it renders; never a text of the UN."""

    language: Language
    groups: Woven
    rows: tuple[tuple[Cell, ...], ...]


def aid_view(aid: Reading, key: str, words: Strings, page: str, library: Library) -> AidView | None:
    """A paragraph as the reading aid has it; its marks have no address of their own."""
    paragraph = next((each for each in aid.document.paragraphs if each.key == key), None)
    if paragraph is None:
        return None
    return AidView(
        language=aid.document.language,
        groups=woven(aid, paragraph, words, page, library, None, home=False),
        rows=tuple(cells(row, paragraph.rows) for row in paragraph.rows),
    )


def note_aid(
    note: Footnote, aid: Reading, library: Library, words: Strings, page: str
) -> AidView | None:
    """A note as the reading aid has it; None where it has none."""
    if not note.text:
        return None
    links = [
        (each.span, cite_link(each, aid.document, words, page, library))
        for each in aid.note_citations.get(note.key, ())
    ]
    return AidView(language=aid.document.language, groups=tuple(weave(note.text, links)), rows=())
