"""The way from a page to a paragraph or note: to a page that shows it, in whatever language."""

from __future__ import annotations

from resolutions.model.library import Head
from resolutions.model.records import Key
from resolutions.web import urls
from resolutions.web.strings import Strings


def way_to(head: Head, key: Key, words: Strings, path: str) -> str:
    """The address of a paragraph from `path`, a page in the language of `words`.

    Where the text in that language lacks it, the way is to one that has it; where the edition has
    no page of such a text, to the text.
    """
    shown = words.language if words.language in head.sides else head.reference
    if key in head.sides[shown].keys:
        return urls.relative(path, urls.place(head, key))
    faces = {tongue.code for tongue in words.catalogue.interface}
    for code in (head.reference, *head.sides):
        if code in faces and key in head.sides[code].keys:
            return urls.relative(f"{words.language}/{path}", f"{code}/{urls.place(head, key)}")
    return urls.relative(path, urls.resolution(head.slug))
