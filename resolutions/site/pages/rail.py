"""The contents of an instrument: its parts, and each paragraph by its number and first words."""

from __future__ import annotations

from collections.abc import Container, Sequence

from resolutions.analysis.segment import CHINESE
from resolutions.model.records import Key, Language, record
from resolutions.site.paragraph.view import ParagraphView
from resolutions.site.paragraph.woven import plain
from resolutions.web.strings import Strings

LONGEST, LONGEST_CHINESE = 36, 18  # characters of a paragraph's first words
PARTS = {
    "enacting": "preambular",
    "preambular": "preambular",
    "operative": "operative",
    "lettered": "operative",
}


@record
class Stop:
    """A paragraph in the contents."""

    key: Key
    label: str
    words: str
    language: Language


@record
class RailPart:
    """A part of the text: the preamble, the operative part, what stands under a heading."""

    id: str  # of its heading
    name: str
    language: Language
    before: Key | None  # the paragraph above which our own heading of the part stands
    stops: tuple[Stop, ...]


def rail(
    views: Sequence[ParagraphView], words: Strings, begun: Container[str] = ()
) -> tuple[RailPart, ...]:
    """The parts of a text in its order; headings of the text open parts of their own.

    `begun`: the parts that began on an earlier page.
    """
    starts = {key: part for key, part in _starts(views).items() if part not in begun}
    stretches: list[tuple[str, str, Language, Key | None, list[Stop]]] = []
    for view in views:
        text, language = _shown(view)
        if view.kind == "heading":
            stretches.append((view.key, text, language, None, []))
            continue
        if view.key in starts:
            part = starts[view.key]
            name = words(f"part.{part}")
            stretches.append((part, name, words.language, view.key, []))
        if not stretches:
            stretches.append(("", "", words.language, None, []))
        stretches[-1][4].append(
            Stop(
                key=view.key,
                label=label_of(view),
                words=_opening(text, language) or view.name,
                language=language if text else words.language,
            )
        )
    return tuple(
        RailPart(id=id, name=name, language=language, before=before, stops=tuple(stops))
        for id, name, language, before, stops in stretches
    )


def label_of(view: ParagraphView) -> str:
    """The number of a paragraph; of a preambular one, in brackets, the count that is ours."""
    if view.label or view.kind != "preambular" or not view.key.startswith("pp"):
        return view.label
    number = view.key[2:]
    return f"[{number}]" if number.isdecimal() else ""


def _starts(views: Sequence[ParagraphView]) -> dict[Key, str]:
    """Where the preamble and the operative part begin: the key, the part."""
    kinds = {view.kind for view in views}
    starts: dict[Key, str] = {}
    for view in views:
        part = PARTS.get(view.kind, "")
        if view.kind == "enacting" and "preambular" not in kinds:
            part = "operative" if kinds & {"operative", "lettered"} else ""
        if part and part not in starts.values():
            starts[view.key] = part
    return starts


def _shown(view: ParagraphView) -> tuple[str, Language]:
    """The words of a paragraph in the language a reader has it in."""
    if view.aid:
        return plain(view.aid.groups), view.aid.language
    return plain(view.groups), view.language


def _opening(text: str, language: Language) -> str:
    longest = LONGEST_CHINESE if language == CHINESE else LONGEST
    if len(text) <= longest:
        return text
    end = longest if language == CHINESE else max(text.rfind(" ", 0, longest), 1)
    return text[:end].rstrip("，,;；:： ") + "…"
