"""Agreed language: wordings that stand in several instruments, from their first use on."""

from __future__ import annotations

from collections.abc import Sequence

from resolutions.catalogue.aids import MARK, SIGN, Aids
from resolutions.comparison.changes import Change, changes
from resolutions.comparison.changes import words as cut
from resolutions.comparison.compare import Comparison
from resolutions.comparison.wording import WordingUse
from resolutions.model.findings import Reading
from resolutions.model.library import Library, Page, Place, Work
from resolutions.model.records import Key, Language, record
from resolutions.site.beside import Version, elsewhere, tongues
from resolutions.web import urls
from resolutions.web.strings import Strings


@record
class Stand:
    """A use of a wording: where, how like the one before it, and its words."""

    id: str
    place: str  # "a-res-71-209#op37"
    before: str  # the place that it goes on from
    label: str
    name: str
    href: str
    year: int
    draft: bool
    status: str
    alike: int  # per cent
    same: bool  # word for word in the source
    versions: tuple[Version, ...]  # for the reader, then the source that a reading aid renders


def agreed_page(library: Library, words: Strings, aids: Aids, comparison: Comparison) -> Page:
    """Every wording, those first that most instruments share, then the older ones."""
    said = _Said(library, words, aids)
    order = {slug: at for at, slug in enumerate(library.heads)}
    ranked = sorted(comparison.wordings, key=lambda uses: (-len(uses), order[uses[0].place.slug]))
    wordings = [[_stand(use, library, words, said) for use in uses] for uses in ranked]
    versions = [each for uses in wordings for use in uses for each in use.versions]
    apart = bool(wordings) and not versions
    return Page(
        path=urls.AGREED,
        template="agreed.html.jinja",
        language=words.language,
        title=words("nav.agreed"),
        description=words("agreed.lead"),
        content={
            "wordings": wordings,
            "aid": any(each.aid for each in versions),
            "elsewhere": elsewhere(urls.AGREED, library, words, aids) if apart else [],
            "brought": tongues(library, words, aids) if apart else [],
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
    """The paragraphs of texts, cut into words: as the source has them, and for the reader."""

    def __init__(self, library: Library, words: Strings, aids: Aids) -> None:
        self.library, self.language = library, words.language
        self.aids = aids.get(words.language, {})
        self.held: dict[tuple[str, bool], dict[Key, list[str]]] = {}

    def __call__(self, place: Place, source: bool) -> list[str]:
        """A paragraph; none where the language of the page has no such text."""
        if (place.slug, source) not in self.held:
            work = self.library.works[place.slug]
            self.held[place.slug, source] = _text(work.reading) if source else self._own(work)
        return self.held[place.slug, source].get(place.key, [])

    def shown(self, slug: str) -> tuple[tuple[Language, bool, bool], ...]:
        """What the page shows of a text: language, whether an aid, whether read as the source."""
        if self.language in self.library.works[slug].texts:
            return ((self.language, False, False),)
        if slug in self.aids:
            head = self.library.heads[slug]
            return ((self.language, True, False), (head.document.language, False, True))
        return ()

    def _own(self, work: Work) -> dict[Key, list[str]]:
        if self.language in work.texts:
            return _text(work.texts[self.language])
        aid = self.aids.get(work.slug)
        if aid is None:
            return {}
        return {key: cut(MARK.sub("", aid.text(key)).replace(SIGN, "")) for key in aid.paragraphs}


def _text(reading: Reading) -> dict[Key, list[str]]:
    return {
        each.key: cut(each.text, reading.findings.get(each.key))
        for each in reading.document.paragraphs
    }


def _stand(use: WordingUse, library: Library, words: Strings, said: _Said) -> Stand:
    place, head = use.place, library.heads[use.place.slug]
    same = use.before is not None and said(use.before, True) == said(place, True)
    return Stand(
        id=f"{place.slug}-{place.key}",
        place=f"{place.slug}#{place.key}",
        before=f"{use.before.slug}#{use.before.key}" if use.before else "",
        label=words.label(head.document),
        name=words.place(head, place.key),
        href=urls.place(head, place.key),
        year=head.document.year,
        draft=head.document.status == "draft",
        status=words(f"status.{head.document.status}"),
        alike=int(100 * use.alike) if use.before else 100,
        same=same,
        versions=()
        if same
        else tuple(
            Version(language=language, aid=aid, pieces=_pieces(use, said, source))
            for language, aid, source in said.shown(place.slug)
        ),
    )


def _pieces(use: WordingUse, said: _Said, source: bool) -> Sequence[Change]:
    own = said(use.place, source)
    if use.before is None:
        return (Change("same", "".join(own)),)
    return changes(said(use.before, source), own)
