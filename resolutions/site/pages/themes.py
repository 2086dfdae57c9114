"""The list of all themes, each with its scope and its counts."""

from __future__ import annotations

from resolutions.model.library import Library, Page, Place
from resolutions.model.records import Strength, record
from resolutions.model.rules import Theme
from resolutions.web import urls
from resolutions.web.strings import Strings


@record
class ThemeCard:
    """A theme in a list, with its counts."""

    id: str
    group: str
    name: str
    scope: str
    href: str
    focus: int
    total: int
    instruments: int


def themes_page(library: Library, words: Strings) -> Page:
    """The list of all themes with their scope notes."""
    return Page(
        path=urls.THEMES,
        template="themes.html.jinja",
        language=words.language,
        title=words("nav.themes"),
        description=words("themes.lead"),
        content={"cards": theme_cards(library, words, urls.THEMES)},
    )


def theme_cards(library: Library, words: Strings, page: str) -> list[ThemeCard]:
    """All themes with their counts, in the order of the taxonomy."""
    return [
        _card(theme, library.by_theme[theme.id], words, page) for theme in words.catalogue.themes
    ]


def _card(
    theme: Theme, tagged: tuple[tuple[Place, Strength], ...], words: Strings, page: str
) -> ThemeCard:
    return ThemeCard(
        id=theme.id,
        group=theme.group,
        name=words.name(theme.names),
        scope=words.name(theme.scope),
        href=urls.relative(page, urls.theme(theme.id)),
        focus=sum(strength == "focus" for _, strength in tagged),
        total=len(tagged),
        instruments=len({place.slug for place, _ in tagged}),
    )
