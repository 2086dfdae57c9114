from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Edition

from resolutions.evaluate.un_names import alike, look_up, of_the_trade, texts_of
from resolutions.model.catalogue import Term


def named(identity: str, name: str, *variants: str) -> Term:
    return Term(
        id=identity, kind="concept", names={"zh": identity, "fr": name}, variants={"fr": variants}
    )


def test_a_name_without_hits_in_other_capitals_or_beaten_is_told(tmp_path: Path) -> None:
    words = "programme d’action. " + "violence contre les enfants. " * 3 + "visant des enfants"
    path = tmp_path / "f.xml"
    path.write_text(f'<FRBRlanguage language="fra"/><p>{words}</p>', encoding="utf-8")
    terms = [
        named("none", "assistance législative"),
        named("capitals", "Programme d’action"),
        named("beaten", "visant des enfants", "contre les enfants"),
        named("right", "programme d’action"),
    ]
    texts = texts_of([path])
    assert set(texts) == {"fr"}
    found = [(each.term, each.kind) for each in look_up({t.id: t for t in terms}, texts)]
    assert found == [("none", "none"), ("capitals", "capitals"), ("beaten", "beaten")]


def term(identity: str, language: str, name: str, *variants: str) -> Term:
    return Term(id=identity, kind="concept", names={language: name}, variants={language: variants})


def test_forms_in_other_cases_count_for_the_name_and_chinese_is_read(tmp_path: Path) -> None:
    """свидетелей (twelve times) is no rival of свидетели; 仇外心理 is one of 排外主义."""
    for code, words in (("rus", "свидетелей " * 12), ("zho", "消除仇外心理：" * 12)):
        path = tmp_path / f"{code}.xml"
        path.write_text(f'<FRBRlanguage language="{code}"/><p>{words}</p>', encoding="utf-8")
    terms = {
        each.id: each
        for each in (
            term("witnesses", "ru", "свидетели", "свидетелей"),
            term("xenophobia", "zh", "排外主义", "仇外心理"),
            term("sign", "zh", "消除仇外心理：消除"),
        )
    }
    found = [
        (each.term, each.kind, each.rivals)
        for each in look_up(terms, texts_of(sorted(tmp_path.iterdir())))
    ]
    assert found == [("xenophobia", "none", 0), ("xenophobia", "beaten", 12)]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("États parties", "État partie", True),
        ("organismos especializados", "organismo especializado", True),
        ("traite", "traite des personnes", True),
        ("égalité des genres", "égalité des sexes", False),
        ("violencia contra las mujeres", "violencia contra la mujer", False),
        ("alianza", "asociación", False),
    ],
)
def test_another_ending_is_no_rival_and_another_word_is(one: str, other: str, wanted: bool) -> None:
    assert alike(one, other) == wanted


def test_themes_and_the_words_of_the_trade_are_looked_up_too(real: Edition) -> None:
    found = of_the_trade(real.catalogue)
    assert found["body.GA"].names["fr"] == "Assemblée générale"
    assert found["theme corruption"].names["es"] == "Corrupción"
    assert not any("{" in name for term in found.values() for name in term.names.values())
    assert "search.go" not in found
