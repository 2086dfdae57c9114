"""A library that notes what is asked of it: what was made of the answers holds as long as they do.

The pages of an instrument show facts of others: where a citation leads, what stands beside it.
Instead of a list of such facts, which would be wrong one day, the library itself tells which were
asked for. It answers for one thing at a time; whoever asks for all, or for a field that is not
watched, gets an exception and no page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from typing import Any, NoReturn, Protocol, TypeVar

from resolutions.corpus.store import PACK
from resolutions.files import checksum
from resolutions.model.findings import Reading
from resolutions.model.library import Library, Work, Works
from resolutions.model.records import Language, record

T = TypeVar("T")
Asked = dict[str, dict[str, str | None]]  # kind of fact -> of what -> the fact, or its sum


class Facts:
    """What may be asked of a library, and what is being asked."""

    def __init__(self, library: Library) -> None:
        heads = {
            slug: _sum(replace(head, stored="", sums={})) for slug, head in library.heads.items()
        }
        sums = {
            f"{slug} {code}".rstrip(): own
            for slug, head in library.heads.items()
            for code, own in head.sums.items()
        }
        self.kinds: dict[str, Callable[[str], str | None]] = {
            "head": heads.get,
            "text": sums.get,
            "held": library.by_symbol.get,
            "cited": lambda target: _sum(library.cited_by.get(target)),
            "listed": library.cited_parts.get,
            "shown": lambda key: _part(library, *key.split()),
            "beside": lambda slug: str(library.beside.get(slug)),
            "holding": lambda language: _sum(library.holding(language)),
        }
        self.asked: Asked | None = None
        self.library: Library = _watched(library, self)

    def note(self, kind: str, key: str) -> None:
        """Note that a fact is asked for."""
        if self.asked is None:
            raise RuntimeError(f"{kind} {key} is asked for where nobody notes it")
        self.asked.setdefault(kind, {})[key] = self.kinds[kind](key)

    @contextmanager
    def noting(self) -> Iterator[Asked]:
        """What is asked for until the end of the block."""
        asked: Asked = {}
        self.asked = asked
        try:
            yield asked
        finally:
            self.asked = None

    def hold(self, asked: Asked) -> bool:
        """Whether every fact is as it was when it was asked for."""
        return all(
            self.kinds[kind](key) == fact
            for kind, own in asked.items()
            for key, fact in own.items()
        )


def _sum(value: object) -> str:
    return checksum(PACK(value)).hex()


def _part(library: Library, theme: str, slug: str) -> str | None:
    return library.theme_parts[theme].get(slug)


class _Noted(Mapping[str, T]):
    """A mapping that notes for what it is asked, one at a time."""

    def __init__(self, inner: Mapping[str, T], note: Callable[[str], None]) -> None:
        self.inner, self.note = inner, note

    def __getitem__(self, key: str) -> T:
        self.note(key)
        return self.inner[key]

    def __contains__(self, key: object) -> bool:
        self.note(str(key))
        return key in self.inner

    def __iter__(self) -> Iterator[str]:
        _refuse("all keys")

    def __len__(self) -> int:
        _refuse("all keys")


class _Texts(_Noted[Reading]):
    """The texts of a work; their languages are known with the work itself."""

    def __iter__(self) -> Iterator[Language]:
        return iter(self.inner)

    def __len__(self) -> int:
        return len(self.inner)


class _NotedWorks:
    """The works, each text noted as it is read."""

    def __init__(self, works: Works, facts: Facts) -> None:
        self.works, self.facts = works, facts

    def __getitem__(self, slug: str) -> Work:
        self.facts.note("text", slug)
        work = self.works[slug]
        texts = _Texts(work.texts, lambda code: self.facts.note("text", f"{slug} {code}"))
        return replace(work, texts=texts)

    def __iter__(self) -> Iterator[str]:
        _refuse("all works")

    def __len__(self) -> int:
        _refuse("all works")

    def uses(self, slug: str) -> NoReturn:
        """The uses of terms are not watched."""
        _refuse(f"the uses of terms in {slug}")


def _refuse(what: str) -> NoReturn:
    raise TypeError(f"a watched library does not tell {what}")


class _Unwatched:
    """A field that is not watched: whatever is asked of it is refused."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __getattr__(self, name: str) -> NoReturn:
        _refuse(self.name)

    def __getitem__(self, key: object) -> NoReturn:
        _refuse(self.name)

    def __iter__(self) -> Iterator[object]:
        _refuse(self.name)

    def __len__(self) -> int:
        _refuse(self.name)


@record
class _Watched(Library):
    """A library that notes what it tells; its size is a fact of the edition, and is not noted."""

    facts: Facts
    kept: Library

    @property
    def many(self) -> bool:
        """As of the library itself."""
        return self.kept.many

    @property
    def large(self) -> bool:
        """As of the library itself."""
        return self.kept.large

    def holding(self, language: Language) -> list[str]:
        """The works that are held in a language, by slug."""
        self.facts.note("holding", language)
        return self.kept.holding(language)


def _watched(library: Library, facts: Facts) -> Library:
    def noted(inner: Mapping[str, T], kind: str, before: str = "") -> Mapping[str, T]:
        return _Noted(inner, lambda key: facts.note(kind, before + key))

    values: dict[str, Any] = {each.name: _Unwatched(each.name) for each in fields(Library)}
    values |= {
        "heads": noted(library.heads, "head"),
        "works": _NotedWorks(library.works, facts),
        "by_symbol": noted(library.by_symbol, "held"),
        "cited_by": noted(library.cited_by, "cited"),
        "cited_parts": noted(library.cited_parts, "listed"),
        "theme_parts": {
            theme: noted(own, "shown", f"{theme} ") for theme, own in library.theme_parts.items()
        },
        "beside": noted(library.beside, "beside"),
    }
    return _Watched(**values, facts=facts, kept=library)


class Units(Protocol):
    """What makes units: parts of a build, each of which asks `library` for all it needs."""

    library: Library

    def unit(self, name: str, make: Callable[[], T], given: object = None) -> T:
        """What `make` makes of the library and of `given`, or made before of the same."""


class Anew:
    """Makes every unit."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def unit(self, name: str, make: Callable[[], T], given: object = None) -> T:
        """What `make` makes."""
        return make()
