"""The texts that stand on several pages, as scripts are told of them."""

from __future__ import annotations

from resolutions.model.library import Head, Library
from resolutions.model.records import Key


def numbers(head: Head) -> range:
    """The numbers of the pages of a text; but one as a rule."""
    return range(1, max(head.pages.values(), default=1) + 1)


def keys_by_page(head: Head) -> list[str]:
    """The keys of paragraphs and notes on each page of a text, blanks between them."""
    held: dict[int, list[Key]] = {number: [] for number in numbers(head)}
    for key, page in head.pages.items():
        held[page].append(key)
    return [" ".join(keys) for keys in held.values()]


def keys_of_long(library: Library) -> dict[str, list[str]]:
    """The same for every text on several pages."""
    return {slug: keys_by_page(head) for slug, head in library.heads.items() if head.pages}
