"""What layout and words say of a line. All texts are invented."""

from __future__ import annotations

from typing import Any

import pytest
from printedlines import line

from resolutions.model.records import Language
from resolutions.readers.printed.breaks import Break, by_layout
from resolutions.readers.printed.forms import forms
from resolutions.readers.printed.place import Place


def found(above: str, text: str, language: Language = "en", **said: Any) -> Break:
    place = Place(forms(language))
    place.enacted = True
    place.groups.append([line(above)])
    return by_layout(place, line(text, 2, **said), above, "", blocks=False)


@pytest.mark.parametrize(
    ("above", "text", "said", "wanted"),
    [
        ("Recalling its report,", "Noting rivers,", {"fits": True}, Break(True)),
        ("Recalling its report,", "Noting rivers,", {"fits": False}, Break(True, True)),
        ("Recalling its report,", "and its rivers,", {"fits": True}, Break(False)),
        ("Recalling its report,", "1974/5 of 1 May,", {"fits": True}, Break(False)),
        ("Recalling its report,", "Noting rivers,", {"fits": False, "opens": False}, Break(False)),
        ("It has ended.", "Rivers are", {"fits": True}, Break(True)),
        ("It has ended.", "Rivers are", {"fits": False}, Break(False)),
        ("It goes on", "Rivers are", {"fits": False}, Break(False)),
        ("It has ended.", "Rivers are", {"indent": True, "gap": False}, Break(True)),
        ("It goes on and on" + " and on" * 20, "Rivers", {"indent": True}, Break(False)),
    ],
)
def test_what_layout_and_words_say(
    above: str, text: str, said: dict[str, Any], wanted: Break
) -> None:
    assert found(above, text, **said) == wanted


def test_a_line_below_the_items_of_a_list_is_told() -> None:
    place = Place(forms("en"))
    place.enacted = place.counted = True
    place.groups.append([line("(b) To train;")])
    said = by_layout(place, line("and to report", 2, fits=True), "(b) To train;", "", blocks=False)
    assert said == Break(True, True)


def test_russian_has_no_capitals_to_tell() -> None:
    above, text = "ссылаясь на доклад,", "реки мира"
    assert found(above, text, "ru", fits=True, spare=5.0) == Break(True, True)
    assert found(above, text, "ru", fits=True, spare=1.0) == Break(False, True)
    assert found(above, text, "ru", fits=False) == Break(False)
