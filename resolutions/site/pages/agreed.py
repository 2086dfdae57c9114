"""Agreed language: wordings that stand in several instruments, from their first use on."""

from __future__ import annotations

from collections.abc import Sequence

from resolutions.catalogue.aids import MARK, SIGN, Aids
from resolutions.comparison.changes import Change, changes
from resolutions.comparison.changes import words as cut
from resolutions.comparison.compare import Comparison
from resolutions.comparison.wording import WordingUse
from resolutions.model.library import Library, Page, Place
from resolutions.model.records import Key, record
from resolutions.site.beside import elsewhere
from resolutions.web import urls
from resolutions.web.strings import Strings


@record
class Stand:
    """A use of a wording: where, how like the one before it, and what changed since."""

    id: str
    label: str
    name: str
    href: str
    year: int
    draft: bool
    status: str
    alike: int  # per cent
    pieces: Sequence[Change]


def agreed_page(library: Library, words: Strings, aids: Aids, comparison: Comparison) -> Page:
    """Every wording, those first that most instruments share, then the older ones."""
    said = _Said(library, words, aids)
    order = {slug: at for at, slug in enumerate(library.heads)}
    ranked = sorted(comparison.wordings, key=lambda uses: (-len(uses), order[uses[0].place.slug]))
    wordings = [[_stand(use, library, words, said) for use in uses] for uses in ranked]
    quoted = any(own for uses in wordings for use in uses for _, own in use.pieces)
    return Page(
        path=urls.AGREED,
        template="agreed.html.jinja",
        language=words.language,
        title=words("nav.agreed"),
        description=words("agreed.lead"),
        content={
            "wordings": wordings,
            "aid": said.aid,
            "elsewhere": []
            if quoted or not wordings
            else elsewhere(urls.AGREED, library, words, aids),
        },
    )


def agreed_of(slug: str, path: str, comparison: Comparison) -> dict[Key, tuple[str, int]]:
    """For the paragraphs of a text that say what others say: the way there, how many others."""
    return {
        use.place.key: (urls.relative(path, urls.agreed(slug, use.place.key)), len(uses) - 1)
        for uses in comparison.wordings
        for use in uses
        if use.place.slug == slug
    }


class _Said:
    """The words of paragraphs in the language of a page: of a text, else of our translation."""

    def __init__(self, library: Library, words: Strings, aids: Aids) -> None:
        self.library, self.language = library, words.language
        self.aids = aids.get(words.language, {})
        self.aid = bool(self.aids)
        self.held: dict[str, dict[Key, list[str]]] = {}

    def __call__(self, place: Place) -> list[str]:
        """A paragraph cut into words; none where the language has no such text."""
        if place.slug not in self.held:
            self.held[place.slug] = self._text(place.slug)
        return self.held[place.slug].get(place.key, [])

    def _text(self, slug: str) -> dict[Key, list[str]]:
        texts = self.library.works[slug].texts
        if self.language in texts:
            reading = texts[self.language]
            return {
                each.key: cut(each.text, reading.findings.get(each.key))
                for each in reading.document.paragraphs
            }
        aid = self.aids.get(slug)
        if aid is None:
            return {}
        return {key: cut(MARK.sub("", aid.text(key)).replace(SIGN, "")) for key in aid.paragraphs}


def _stand(use: WordingUse, library: Library, words: Strings, said: _Said) -> Stand:
    place, head = use.place, library.heads[use.place.slug]
    own = said(place)
    pieces = changes(said(use.before), own) if use.before else (Change("same", "".join(own)),)
    return Stand(
        id=f"{place.slug}-{place.key}",
        label=words.label(head.document),
        name=words.place(head, place.key),
        href=urls.resolution(place.slug, place.key),
        year=head.document.year,
        draft=head.document.status == "draft",
        status=words(f"status.{head.document.status}"),
        alike=int(100 * use.alike) if use.before else 100,
        pieces=pieces if own else (),
    )
