"""The page that draws a hand-out in the browser, of chosen passages or of a theme."""

from __future__ import annotations

from resolutions.model.library import Library, Page
from resolutions.web import urls
from resolutions.web.strings import Strings

PREFIXES = ("handout.", "exercise.")


def handout_page(library: Library, words: Strings) -> Page:
    """What is chosen and how it is printed; a script brings the passages from the data set."""
    data = {
        "site": words("site.title"),
        "source": words("shell.unofficial"),
        "edition": f"{words('shell.edition')} {words.catalogue.edition.edition}, "
        + words.date(words.catalogue.edition.date),
        "comma": words("comma"),
        "colon": words("colon"),
        "themes": words.themes,
        "aid": words("aid.mark"),
        "unconfirmed": words("name.unconfirmed"),
        "tongues": {each.code: words(f"tongue.{each.code}") for each in words.catalogue.languages},
        "dirs": {each.code: each.dir for each in words.catalogue.languages},
        "ellipsis": words.catalogue.references.ellipsis,
        "strings": {key: text for key, text in words.strings.items() if key.startswith(PREFIXES)},
    }
    held = [theme for theme, places in library.by_theme.items() if places]
    return Page(
        path=urls.HANDOUT,
        template="handout.html.jinja",
        language=words.language,
        title=words("nav.handout"),
        description=words("handout.lead"),
        content={"data": data, "large": library.large, "held": held},
    )
