"""How each style cites every instrument, and every kind of paragraph, kept in golden files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from conftest import GOLDEN, Edition
from test_data import COUNTS
from test_golden import compare

from resolutions.model.instruments import Held
from resolutions.model.library import Head
from resolutions.references.facts import headline, number_of, title_of
from resolutions.references.style import FormattedCitation, citations, plain
from resolutions.web.strings import LETTERS

ROW = ("op1", "op2", "op3")


def kinds_of(head: Head) -> dict[str, str]:
    """A paragraph of every kind that an instrument has: `operative`, `operative item` …"""
    found: dict[str, str] = {}
    for key, (kind, label) in head.kinds.items():
        item = " item" if label.strip("()（）") in LETTERS and label else ""
        found.setdefault(kind + item, key)
    return found


def drawn(head: Head, edition: Edition) -> str:
    return "".join(f"{line}\n" for line in lines(head, edition))


def lines(head: Head, edition: Edition) -> Iterator[str]:
    for each in citations(head, edition.catalogue):
        yield f"{each.style} {each.language}: {each.of()}"
        for kind, key in kinds_of(head).items():
            yield f"  {kind} {key}: {each.of(key)}"
        if all(key in head.kinds for key in ROW):
            yield f"  range: {each.of(ROW[0], ROW[2])}"
        if "pp1" in head.kinds and "op1" in head.kinds:
            yield f"  across: {each.of('pp1', 'op1')}"


@pytest.mark.parametrize("slug", COUNTS)
def test_references_are_as_they_were(real: Edition, slug: str) -> None:
    compare(f"references/{slug}.txt", drawn(real.library.heads[slug], real))


def test_there_is_no_golden_file_that_no_test_reads() -> None:
    assert {path.stem for path in (GOLDEN / "references").iterdir()} == set(COUNTS)


def cited(edition: Edition, slug: str, style: str, language: str) -> FormattedCitation:
    found = citations(edition.library.heads[slug], edition.catalogue)
    return next(each for each in found if (each.style, each.language) == (style, language))


def test_every_style_cites_every_instrument(real: Edition) -> None:
    styles = {(s.id, code) for s in real.catalogue.references.styles for code in s.wordings}
    for head in real.library.heads.values():
        made = {(each.style, each.language) for each in citations(head, real.catalogue)}
        assert made == styles, head.slug


def test_a_reference_never_numbers_the_preamble_nor_shows_an_address_of_ours(real: Edition) -> None:
    for head in real.library.heads.values():
        for each in citations(head, real.catalogue):
            for key in head.kinds:
                text = plain(each.of(key))
                assert "CCPCJ/" not in text
                assert "file:" not in text
                if key.startswith("pp"):
                    assert key not in text
                assert "{" not in text


def test_a_draft_is_called_one(real: Edition) -> None:
    drafts = {
        "zh": "草案",
        "en": "draft",
        "fr": "projet",
        "es": "proyecto",
        "ru": "проект",
        "ar": "مشروع",
    }
    for head in real.library.heads.values():
        for each in citations(head, real.catalogue):
            called = drafts[each.language] in plain(each.whole).lower()
            if each.style != "apa-text":
                assert called == (head.document.status == "draft"), (head.slug, each.style)


def test_a_title_of_ours_never_enters(real: Edition) -> None:
    for head in real.library.heads.values():
        held = real.catalogue.held.get(head.slug)
        unsourced = (
            {t for code, t in held.titles.items() if code not in held.sources} if held else set()
        )
        for each in citations(head, real.catalogue):
            assert not any(title in plain(each.whole) for title in unsourced)


def test_a_title_enters_once_its_source_is_named(real: Edition) -> None:
    head = real.library.heads["a-res-63-195"]
    held = Held(slug=head.slug, titles={"en": "A title"})
    catalogue = replace(real.catalogue, held={head.slug: held})
    assert title_of(head, "en", catalogue).language == "zh"
    held = Held(slug=head.slug, titles={"en": "A title"}, sources={"en": "seen"})
    catalogue = replace(real.catalogue, held={head.slug: held})
    assert title_of(head, "en", catalogue) == ("A title", "en")


def test_an_organ_without_a_name_in_a_style_is_not_cited_by_it(real: Edition) -> None:
    head = real.library.heads["a-res-63-195"]
    styles = real.catalogue.references.styles
    bare = replace(styles[0], wordings={"en": replace(styles[0].wordings["en"], organs={})})
    references = replace(real.catalogue.references, styles=(bare,))
    assert citations(head, replace(real.catalogue, references=references)) == []


def test_a_range_of_one_paragraph_is_that_paragraph(real: Edition) -> None:
    citation = cited(real, "a-res-68-193", "un", "en")
    assert citation.of("op4", "op4") == citation.of("op4")
    assert citation.pin("op4", "op7") == "paras. 4–7"
    assert citation.pin("pp1", "op2") == "first preambular paragraph to para. 2"
    assert citation.pin("title") == ""


@pytest.mark.parametrize(
    ("symbol", "number"),
    [
        ("A/RES/68/193", "68/193"),
        ("A/RES/57/270B", "57/270 B"),
        ("A/RES/S-30/1", "S-30/1"),
        ("A/RES/415(V)", "415 (V)"),
        ("E/RES/155C(VII)", "155 C (VII)"),
        ("S/RES/1373(2001)", "1373 (2001)"),
        ("CCPCJ/DEC/20/1", "20/1"),
        ("A/C.3/68/L.18", ""),
    ],
)
def test_the_number_of_a_resolution_is_read_from_its_symbol(symbol: str, number: str) -> None:
    assert number_of(symbol) == number


def test_a_headline_has_capitals_but_for_small_words_and_keeps_those_of_names(
    real: Edition,
) -> None:
    references = real.catalogue.references
    title = "Follow-up to the United Nations congress: the fight against e-crime, in iPhones too"
    assert headline(title, references) == (
        "Follow-up to the United Nations Congress: The Fight Against E-crime, in iPhones Too"
    )
