"""The page on which a quotation is checked against the texts."""

from __future__ import annotations

from resolutions.model.library import Page
from resolutions.web import urls
from resolutions.web.strings import Strings

VERDICTS = ("exact", "draft", "aid", "near", "none", "short")


def check_page(words: Strings) -> Page:
    """A box for the quotation, and what the script says of it."""
    told = (*VERDICTS, "differences", "adopted", "alike")
    data = {each: words.strings[f"check.{each}"] for each in told} | {
        "searching": words("search.searching"),
        "failed": words("versions.failed"),
        "comma": words("comma"),
        "mark": words("aid.mark"),
    }
    return Page(
        path=urls.CHECK,
        template="check.html.jinja",
        language=words.language,
        title=words("nav.check"),
        description=words("check.lead"),
        content={"data": data},
    )
