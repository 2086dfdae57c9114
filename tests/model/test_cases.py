from __future__ import annotations

import pytest

from resolutions.model.cases import told_apart


@pytest.mark.parametrize(
    ("name", "variants", "shown"),
    [
        ("дети", ["детей", "детьми", "несовершеннолетние"], ("несовершеннолетние",)),
        ("жертвы", ["потерпевшие", "потерпевшим", "жертвам"], ("потерпевшие",)),
        ("государство-участник", ["государств-участников"], ()),
        (
            "взаимная правовая помощь",
            ["взаимная юридическая помощь"],
            ("взаимная юридическая помощь",),
        ),
        ("оружие", ["огнестрельное оружие"], ("огнестрельное оружие",)),
    ],
)
def test_a_variant_is_shown_if_more_than_endings_differ(
    name: str, variants: list[str], shown: tuple[str, ...]
) -> None:
    assert told_apart("ru", name, variants) == shown


@pytest.mark.parametrize(
    ("name", "variants", "shown"),
    [
        ("الصحفيون", ["الصحفيين", "صحفيين"], ()),
        ("الموظفون العموميون", ["موظفين عموميين", "المسؤولون"], ("المسؤولون",)),
        ("فريق خبراء", ["فريق الخبراء"], ()),
        ("القانون", ["القانوني"], ("القانوني",)),
        ("مهربو المهاجرين", ["المهربون"], ("المهربون",)),
    ],
)
def test_an_arabic_variant_is_shown_if_more_than_article_and_case_differ(
    name: str, variants: list[str], shown: tuple[str, ...]
) -> None:
    assert told_apart("ar", name, variants) == shown


def test_a_language_without_cases_shows_every_variant() -> None:
    assert told_apart("fr", "trafic", ["traite", "trafics"]) == ("traite", "trafics")
