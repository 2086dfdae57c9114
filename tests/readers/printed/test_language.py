from __future__ import annotations

import pytest

from resolutions.model.document import Run
from resolutions.readers.akn.inline import Stretch
from resolutions.readers.printed.forms import forms
from resolutions.readers.printed.head import TITLE_NUMBER
from resolutions.readers.printed.language import language_of
from resolutions.readers.printed.sheet import Para, Sheet


def sheet(text: str) -> Sheet:
    return Sheet(paras=(Para(tokens=(Stretch(Run(1, 0, len(text), text)),), line=1),))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Toma nota del informe del Consejo y de sus recomendaciones, y decide seguir con "
         "atención el asunto en su próximo período de sesiones por medio de la Comisión.", "es"),
        ("Prend note du rapport du Conseil, décide de poursuivre ses travaux dans ce domaine et "
         "prie la Commission de lui faire rapport par écrit sur une question inscrite.", "fr"),
        ("Takes note of the report of the Council and decides to remain seized of its work.", "en"),
        ("Die Versammlung nimmt Kenntnis von dem Bericht des Rates und beschließt, die Frage des "
         "Wassers und des Bodens auf ihrer nächsten Tagung weiter zu behandeln.", None),
    ],
)  # fmt: skip
def test_a_short_text_tells_its_language_and_one_that_is_none_of_the_six_does_not(
    text: str, language: str | None
) -> None:
    assert language_of(sheet(text)) == language


@pytest.mark.parametrize("title", ["76/303\t- إجراءات", "76/303 - إجراءات", "76/303. إجراءات"])
def test_the_number_of_an_arabic_title_is_no_part_of_it(title: str) -> None:
    match = TITLE_NUMBER.match(title)
    assert match is not None
    assert (match["number"], title[match.end() :]) == ("76/303", "إجراءات")


@pytest.mark.parametrize(
    "line", ["الجلسة العامة 56", "الجلسة العامة 56 (المستأنفة)", "الجلسة العامة (المستأنفة) 56"]
)
def test_a_resumed_meeting_is_known_in_arabic(line: str) -> None:
    match = forms("ar").match("meeting", line)
    assert match is not None
    assert match["meeting"] == "56"
