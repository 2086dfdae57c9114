"""The paragraphs of one instrument under each of its themes."""

from __future__ import annotations

from resolutions.analysis.reading_aid import AidReadings
from resolutions.model.findings import Reading
from resolutions.model.library import Counted, Head, Library, Work
from resolutions.model.records import record
from resolutions.site.pages.excerpt import aid_here
from resolutions.site.pages.heading import Heading, heading
from resolutions.site.pages.theme.excerpt import Excerpt, Ways, excerpt, ways, whole
from resolutions.site.paragraph.view import ParagraphView
from resolutions.web import urls
from resolutions.web.strings import Strings

WHOLE = 2  # paragraphs of an instrument that a large corpus shows in full


@record
class Block:
    """The paragraphs of one instrument under a theme; a large corpus shows the first of them."""

    heading: Heading
    date: str
    body: str
    body_id: str
    focus: tuple[ParagraphView, ...]
    mentions: tuple[Excerpt, ...]
    ways: tuple[Ways, ...]


def blocks_of(
    work: Work, library: Library, words: Strings, readings: AidReadings
) -> dict[str, Block]:
    """The paragraphs of an instrument under each of its themes.

    The pages in the language of a reading aid hold it; in the others a script brings it.
    """
    head = library.heads[work.slug]
    aid = aid_here(head, words, readings)
    by_theme: dict[str, list[Counted]] = {}
    for tagged in head.tagged:
        by_theme.setdefault(tagged.theme, []).append(tagged)
    return {
        theme: _block(head, work, tagged, library, words, aid) for theme, tagged in by_theme.items()
    }


def _block(
    head: Head,
    work: Work,
    tagged: list[Counted],
    library: Library,
    words: Strings,
    aid: Reading | None,
) -> Block:
    document, path = head.document, urls.theme(tagged[0].theme)
    focus = [each for each in tagged if each.strength == "focus"]
    others = [each for each in tagged if each.strength == "mention"]
    if library.large:  # where some are chosen, not the title, which stands above
        focus.sort(key=lambda each: each.key == "title")
    shown = focus[:WHOLE] if library.large else focus
    return Block(
        heading=heading(head, words, path),
        date=words.date(document.date) if document.date else str(document.year),
        body=words(f"body.{document.body}"),
        body_id=document.body,
        focus=tuple(whole(work, each, library, words, path, aid) for each in shown),
        mentions=()
        if library.large
        else tuple(excerpt(head, work, each, words, path, aid) for each in others),
        ways=ways(head, (*focus[WHOLE:], *others), words, path) if library.large else (),
    )
