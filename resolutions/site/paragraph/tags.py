"""The themes of a paragraph, with the words that earned them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from resolutions.model.findings import Tag
from resolutions.model.records import Language, Span, record
from resolutions.web import urls
from resolutions.web.strings import Strings


@record
class TagView:
    """A theme of a paragraph, with the words that earned it."""

    id: str
    name: str
    strength: str
    href: str
    evidence: tuple[str, ...]
    language: Language  # of the evidence
    spans: str  # "3-7 10-12", for the script that shows them; "" where all occurrences count
    reviewed: bool


def tag_views(
    tags: Iterable[Tag], text: str, language: Language, words: Strings, page: str
) -> tuple[TagView, ...]:
    """The themes with their evidence, as it stands in `text`, which is in that language."""
    return tuple([_view(tag, text, language, words, page) for tag in tags])


def _view(tag: Tag, text: str, language: Language, words: Strings, page: str) -> TagView:
    evidence = tuple(dict.fromkeys([text[start:end] for start, end in tag.evidence]))
    spans = _spans(text, evidence, tag.evidence)
    href = urls.relative(page, urls.theme(tag.theme))
    shown = tag.theme, words.themes[tag.theme], tag.strength, href, tag.origin == "reviewed"
    return _shared_view(shown, evidence, language if evidence else "", spans)


def _spans(text: str, evidence: Sequence[str], spans: Sequence[Span]) -> str:
    """Where the words of the evidence stand; "" where it is everywhere that they occur."""
    occurring = {span for words in evidence for span in _occurrences(words, text)}
    if occurring == {(start, end) for start, end in spans}:
        return ""
    return " ".join([f"{start}-{end}" for start, end in spans])


def _occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, one after another."""
    end = 0
    while (start := text.find(words, end)) >= 0:
        end = start + len(words)
        yield start, end


@lru_cache(maxsize=1000)  # in five languages of six a theme has no evidence: one record for all
def _shared_view(
    shown: tuple[str, str, str, str, bool],
    evidence: tuple[str, ...],
    language: Language,
    spans: str,
) -> TagView:
    theme, name, strength, href, reviewed = shown
    return TagView(
        id=theme,
        name=name,
        strength=strength,
        href=href,
        evidence=evidence,
        language=language,
        spans=spans,
        reviewed=reviewed,
    )
