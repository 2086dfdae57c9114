"""The page of an instrument in one interface language."""

from __future__ import annotations

from collections.abc import Iterator

from resolutions.analysis.reading_aid import AidReadings
from resolutions.catalogue.aids import Aids, is_stale
from resolutions.comparison.compare import NOTHING, Comparison
from resolutions.model.document import Document
from resolutions.model.findings import Reading
from resolutions.model.library import Head, Library, Page, Work
from resolutions.references.metadata import coins, legislation
from resolutions.site.beside import aid_beside
from resolutions.site.pages.agreed import agreed_of
from resolutions.site.pages.instrument.cites import cited_in
from resolutions.site.pages.instrument.cut import begun, held_on, page_links, where
from resolutions.site.pages.instrument.doubts import doubts
from resolutions.site.pages.instrument.facts import BRIEF, facts
from resolutions.site.pages.instrument.lineage import lineage
from resolutions.site.pages.instrument.notes import notes
from resolutions.site.pages.instrument.themes import theme_counts
from resolutions.site.pages.rail import label_of, rail
from resolutions.site.paragraph.view import view
from resolutions.site.versions import versions_of
from resolutions.web import urls
from resolutions.web.long import numbers
from resolutions.web.strings import Strings


def instrument_pages(
    work: Work,
    library: Library,
    words: Strings,
    aids: Aids,
    readings: AidReadings,
    comparison: Comparison = NOTHING,
) -> Iterator[Page]:
    """The page of one instrument in one interface language; of a long one its pages."""
    for number in numbers(library.heads[work.slug]):
        yield instrument_page(work, library, words, aids, readings, comparison, number)


def instrument_page(
    work: Work,
    library: Library,
    words: Strings,
    aids: Aids,
    readings: AidReadings,
    comparison: Comparison = NOTHING,
    number: int = 1,
) -> Page:
    """A page of an instrument in one interface language, and what can stand beside it."""
    head, whole = library.heads[work.slug], work.text(words.language)
    reading = held_on(whole, head, number)
    document, path = reading.document, urls.resolution(work.slug, page=number)
    pages = page_links(whole.document, head, words, path)
    title, title_language, confirmed = words.title(head)
    label = words.label(document)
    aid = aid_beside(head, words, readings)
    # a page in the language of the aid holds it; to the others a script brings it
    held = aid if aid and aid.document.language == words.language else None
    return Page(
        path=path,
        template="instrument.html.jinja",
        language=words.language,
        title=f"{label}{f' ({number}/{len(pages)})' if pages else ''} {title}",
        description=words("instrument.description", label=label, title=title),
        content={
            "document": document,
            "label": label,
            "title": title,
            "title_language": title_language,
            "title_official": confirmed,
            **_head(head, document, words),
            **_text(reading, aid, library, words, path, begun(whole.document, head, number)),
            "aid_here": held is not None,
            "beside": aid.document.language if aid else "",
            "aids_stale": any(
                is_stale(own[work.slug], head.document) for own in aids.values() if work.slug in own
            ),
            "notes": notes(reading, held, library, words, path),
            "cited": cited_in(reading, library, words, path),
            "themes": theme_counts(whole, library, words, path),
            "pages": pages,
            "where": where(head, number),
            "lineage": lineage(document, library, words, path),
            "versions": versions_of(head, aids, words, path),
            "agreed": agreed_of(document.slug, path, comparison),
            **_neighbours(document.slug, library, words, path),
        },
    )


def _head(head: Head, document: Document, words: Strings) -> dict[str, object]:
    """What is known of the document: for readers, and for programs that manage references."""
    known = facts(document, words)
    lent = document.title_from
    return {
        "status": words(f"status.{document.status}"),
        "authority": words(f"authority.{document.authority}"),
        "facts": known,
        "brief": [fact.value for fact in known if fact.key in BRIEF],
        "lent": words(f"title.lent.{lent.basis}") if lent else "",
        "doubts": doubts(head, words),
        "official": urls.official_of(document).get(words.language, ""),
        "alone": head.sides[document.language].alone,
        "legislation": legislation(head, words.language, words.catalogue),
        "coins": coins(head, words.language, words.catalogue),
    }


def _text(
    reading: Reading,
    aid: Reading | None,
    library: Library,
    words: Strings,
    path: str,
    begun: frozenset[str],
) -> dict[str, object]:
    """The paragraphs, and the contents that lead to them."""
    views = [
        view(reading, paragraph, words, path, library, aid=aid)
        for paragraph in reading.document.paragraphs
    ]
    below_title = [each for each in views if each.kind != "title"]
    stretches = rail(below_title, words, begun)
    return {
        "source_title": next(each for each in views if each.kind == "title"),
        "paragraphs": below_title,
        "rail": stretches,
        "parts": {each.before: each for each in stretches if each.before},
        "labels": {each.key: label_of(each) for each in views},
        "jump": {key: _any_word(f"jump.{key}", words) for key in ("preamble", "note")},
    }


def _any_word(key: str, words: Strings) -> str:
    """What readers of any language may call a thing, as alternatives of a pattern."""
    return "|".join(dict.fromkeys(strings[key] for strings in words.catalogue.strings.values()))


def _neighbours(
    slug: str, library: Library, words: Strings, path: str
) -> dict[str, tuple[str, str] | None]:
    """The texts before and after one in the order of the edition: address, label."""

    def way(other: str | None) -> tuple[str, str] | None:
        if other is None:
            return None
        label = words.label(library.heads[other].document)
        return urls.relative(path, urls.resolution(other)), label

    beside = library.beside[slug]
    return {"previous": way(beside.before), "next": way(beside.after)}
