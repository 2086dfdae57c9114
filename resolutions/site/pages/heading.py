"""An instrument where a page lists paragraphs of several: what stands above its own."""

from __future__ import annotations

from resolutions.model.library import Head
from resolutions.model.records import Language, record
from resolutions.web import urls
from resolutions.web.strings import Strings


@record
class Heading:
    """The name of an instrument, the way to it, and what must be known of it at once."""

    slug: str
    label: str
    title: str
    title_language: Language
    href: str
    year: int
    status: str
    draft: bool


def heading(head: Head, words: Strings, page: str) -> Heading:
    """The heading of an instrument on a page."""
    document = head.document
    title, language, _ = words.title(head)
    return Heading(
        slug=head.slug,
        label=words.label(document),
        title=title,
        title_language=language,
        href=urls.relative(page, urls.resolution(head.slug)),
        year=document.year,
        status=words(f"status.{document.status}"),
        draft=document.status == "draft",
    )
