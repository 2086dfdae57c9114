"""Where a term stands in each language."""

from __future__ import annotations

from dataclasses import replace

from conftest import Edition

from resolutions.web.glossary import concorded, has_page, in_glossary, place_of


def test_a_term_has_its_own_page_where_concordances_are_and_an_entry_elsewhere(
    toy: Edition,
) -> None:
    used = next(each for each in toy.catalogue.terms.values() if each.id in toy.library.forms)
    term = replace(used, page=True)
    assert place_of(term, toy.library, toy.catalogue, "en") == f"terms/{term.id}.html"
    assert (
        place_of(term, toy.library, toy.catalogue, "ru") == f"terms/kind-{term.kind}.html#{term.id}"
    )
    assert not has_page(replace(term, page=False), toy.library, toy.catalogue, "en")
    unused = replace(term, id="used-nowhere")
    assert not has_page(unused, toy.library, toy.catalogue, "en")


def test_an_edition_without_chinese_and_english_has_term_pages_in_its_languages(
    toy: Edition,
) -> None:
    languages = tuple(
        replace(each, interface=each.code == "ar") for each in toy.catalogue.languages
    )
    assert set(concorded(replace(toy.catalogue, languages=languages))) == {"ar"}


def test_the_glossary_leaves_out_what_no_text_uses(toy: Edition) -> None:
    catalogue = toy.catalogue
    plain = [each for each in catalogue.terms.values() if not each.page]
    key = {each for theme in catalogue.themes for each in theme.key_terms}
    shown = in_glossary(toy.library, catalogue)
    assert {each.id for each in plain if each in shown} <= {*toy.library.forms, *key}
    assert {*toy.library.forms} <= {each.id for each in shown}
    unused = replace(plain[0], id="used-nowhere")
    assert unused not in in_glossary(
        toy.library, replace(catalogue, terms={**catalogue.terms, unused.id: unused})
    )
