"""Texts beside each other: the pages of those that follow each other, the page for any two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from resolutions.catalogue.aids import MARK, SIGN, Aids
from resolutions.comparison.align import Pair, Relation
from resolutions.comparison.changes import Change, changes
from resolutions.comparison.changes import words as words_of
from resolutions.comparison.compare import Alignment, Comparison
from resolutions.model.library import Library, Page, Work
from resolutions.model.records import Key, Language, record
from resolutions.site.beside import Version
from resolutions.site.pages.parts import by, counted, cut, paged
from resolutions.web import urls
from resolutions.web.strings import Strings

RELATIONS: tuple[Relation, ...] = get_args(Relation)
PAIRS = 300  # pairs of texts on a part of their list, of a large corpus
Texts = dict[Key, list[str]]  # the words of each paragraph


@record
class Row:
    """A paragraph of either text, where it stands in each, and what changed in it."""

    id: str
    place: str  # "<slug>#<key>"
    relation: Relation
    moved: bool
    newer: tuple[str, str] | None  # name, address
    older: tuple[tuple[str, str], ...]
    before: str  # the places that it goes on from, "<slug>#<key>" with blanks between
    versions: tuple[Version, ...]  # none where the language of the page has neither text


@record
class Compared:
    """Two texts in the list of those that follow each other."""

    older: str
    newer: str
    title: str
    title_language: Language
    href: str
    counts: tuple[tuple[Relation, int], ...]


def compare_pages(
    library: Library, words: Strings, aids: Aids, comparison: Comparison
) -> Iterator[Page]:
    """The page for any two texts, and one for each two that follow each other.

    Of a large corpus only those have one that the edition itself holds: their addresses last.
    """
    yield from _index(library, words, aids, comparison)
    for each in comparison.alignments:
        if _has_page(each, library, words):
            yield _pair_page(each, library, words, aids)


def _has_page(each: Alignment, library: Library, words: Strings) -> bool:
    return not library.large or {each.older, each.newer} <= words.catalogue.held.keys()


def _index(library: Library, words: Strings, aids: Aids, comparison: Comparison) -> Iterator[Page]:
    """The page for any two texts, and those that follow each other; of a large corpus by year."""
    years = by(
        (str(library.heads[each.newer].document.year), each)
        for each in reversed(comparison.alignments)
    )
    if library.large:
        years = paged(dict(sorted(years.items(), reverse=True)), PAIRS)
    texts = {*aids, *(code for head in library.heads.values() for code in head.sides)}
    for part in cut(urls.COMPARE, counted(years), library.large):
        whole = part.path == urls.COMPARE
        yield Page(
            path=part.path,
            template="compare-index.html.jinja",
            language=words.language,
            title=words("nav.compare"),
            description=words("compare.lead"),
            content={
                "pairs": [_line(each, library, words) for key in part.keys for each in years[key]],
                "parts": part.links,
                "any": whole,
                "instruments": [
                    (slug, words.label(head.document), *words.title(head)[:2])
                    for slug, head in library.heads.items()
                    if whole
                ],
                "texts": [each.code for each in words.catalogue.languages if each.code in texts],
                "data": _told(words),
                "agreed": urls.relative(urls.COMPARE, urls.AGREED) if comparison.wordings else "",
            },
        )


def _line(each: Alignment, library: Library, words: Strings) -> Compared:
    newer = library.heads[each.newer]
    title, language, _ = words.title(newer)
    address = urls.compared if _has_page(each, library, words) else urls.compare
    return Compared(
        older=words.label(library.heads[each.older].document),
        newer=words.label(newer.document),
        title=title,
        title_language=language,
        href=urls.relative(urls.COMPARE, address(each.older, each.newer)),
        counts=_counts(each.pairs),
    )


def _told(words: Strings) -> dict[str, object]:
    """What the script says."""
    return {
        "relations": {each: words(f"compare.relation.{each}") for each in RELATIONS},
        "moved": words("compare.moved"),
        "missing": words("compare.missing"),
        "failed": words("versions.failed"),
        "aid": words("aid.mark"),
        "searching": words("search.searching"),
    }


def _counts(pairs: Iterable[Pair]) -> tuple[tuple[Relation, int], ...]:
    found = Counter(pair.relation for pair in pairs)
    return tuple((each, found[each]) for each in RELATIONS if found[each])


def _pair_page(each: Alignment, library: Library, words: Strings, aids: Aids) -> Page:
    older, newer = library.heads[each.older], library.heads[each.newer]
    names = words.label(older.document), words.label(newer.document)
    path = urls.compared(each.older, each.newer)
    sides, aid = _sides(each, library, words, aids)
    sources = [each.language, *(() if sides else aids)]
    title, language, _ = words.title(newer)
    name = words("compare.pair", older=names[0], newer=names[1])
    return Page(
        path=path,
        template="compare.html.jinja",
        language=words.language,
        title=name,
        description=words("compare.lead"),
        content={
            "name": name,
            "title": title,
            "title_language": language,
            "older": (names[0], urls.relative(path, urls.resolution(each.older))),
            "newer": (names[1], urls.relative(path, urls.resolution(each.newer))),
            "rows": [
                _row(pair, each, _versions(pair, sides, aid, words), library, words)
                for pair in _in_order(each)
            ],
            "counts": _counts(each.pairs),
            "quoted": bool(sides),
            "aid": aid,
            "brought": [code for code in dict.fromkeys(sources) if code != words.language]
            if aid or not sides
            else [],
            "ways": [
                (words(f"tongue.{code}"), urls.relative(path, f"{way}&text={code}"))
                for way in [urls.compare(each.older, each.newer)]
                for code in dict.fromkeys([each.language, *aids])
                if code != words.language or not sides
            ],
        },
    )


def _in_order(each: Alignment) -> list[Pair]:
    """As the newer text has them; what is gone stands behind what it followed."""
    gone = [pair for pair in each.pairs if pair.new is None]
    rows = [pair for pair in each.pairs if pair.new is not None]
    place = {key: number for number, pair in enumerate(rows) for key in pair.old}
    before: dict[int, list[Pair]] = {}
    for pair in gone:
        key = each.older_keys[: each.older_keys.index(pair.old[0])]
        at = next((place[one] for one in reversed(key) if one in place), -1)
        before.setdefault(at, []).append(pair)
    found = [*before.get(-1, ())]
    for number, pair in enumerate(rows):
        found += [pair, *before.get(number, ())]
    return found


def _sides(
    each: Alignment, library: Library, words: Strings, aids: Aids
) -> tuple[tuple[Texts, Texts] | None, bool]:
    """Both texts in the language of the page, and whether they are our translations."""
    code = words.language
    works = library.works[each.older], library.works[each.newer]
    if all(code in work.texts for work in works):
        return (_texts(works[0], code), _texts(works[1], code)), False
    own = aids.get(code, {})
    if each.older in own and each.newer in own:
        older, newer = (
            {
                key: words_of(MARK.sub("", own[work.slug].text(key)).replace(SIGN, ""))
                for key in own[work.slug].paragraphs
            }
            for work in works
        )
        return (older, newer), True
    return None, False


def _texts(work: Work, language: Language) -> Texts:
    reading = work.texts[language]
    return {
        each.key: words_of(each.text, reading.findings.get(each.key))
        for each in reading.document.paragraphs
    }


def _row(
    pair: Pair,
    each: Alignment,
    versions: tuple[Version, ...],
    library: Library,
    words: Strings,
) -> Row:
    path = urls.compared(each.older, each.newer)
    slug, key = (each.newer, pair.new) if pair.new else (each.older, pair.old[0])

    def way(slug: str, key: Key) -> tuple[str, str]:
        name = words.place(library.heads[slug], key)
        return name, urls.relative(path, urls.place(library.heads[slug], key))

    return Row(
        id=pair.new or f"old-{pair.old[0]}",
        place=f"{slug}#{key}",
        relation=pair.relation,
        moved=pair.moved,
        newer=way(each.newer, pair.new) if pair.new else None,
        older=tuple(way(each.older, key) for key in pair.old),
        before=" ".join(f"{each.older}#{key}" for key in pair.old)
        if pair.relation != "same"
        else "",
        versions=versions,
    )


def _versions(
    pair: Pair, sides: tuple[Texts, Texts] | None, aid: bool, words: Strings
) -> tuple[Version, ...]:
    if sides is None:
        return ()
    return (Version(language=words.language, aid=aid, pieces=_pieces(pair, *sides)),)


def _pieces(pair: Pair, older: Texts, newer: Texts) -> Sequence[Change]:
    old = [word for key in pair.old for word in older.get(key, ())]
    new = newer.get(pair.new, []) if pair.new else []
    if pair.relation == "same":
        return (Change("same", "".join(new)),)
    return changes(old, new)
