"""The act above a text that it adopts, where the numbers are those of the text adopted.

As A/RES/75/1, A/RES/76/3 and A/RES/3201(S-VI) print it; the keys are those of the UN's XML.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from extracted import read

from resolutions.model.document import Document

TEXT = """90/11. {title}

{organ}

{above}{act}

{title}

1. {one}

2. {two}
"""
ADOPTS = [
    ("en", "The General Assembly,", "Adopts the following declaration:"),
    ("en", "The General Assembly", "Solemnly proclaims the following:"),
    ("en", "The General Assembly", "Resolves that:"),
    ("zh", "大会，", "通过以下宣言："),
    ("zh", "大会", "正式决定："),
    ("fr", "L’Assemblée générale,", "Adopte la déclaration suivante :"),
    ("fr", "L’Assemblée générale", "Décide ce qui suit :"),
    ("es", "La Asamblea General,", "Aprueba la siguiente declaración:"),
    ("es", "La Asamblea General", "Resuelve que:"),
    ("ru", "Генеральная Ассамблея,", "принимает следующую декларацию:"),
    ("ru", "Генеральная Ассамблея", "постановляет, что:"),
    ("ar", "إن الجمعية العامة،", "تعتمد الإعلان التالي:"),
]
WORDS = {
    "en": ("Declaration on the rivers of the world", "We value the rivers and the lakes of the world;", "We will protect the rivers by all that is in our hands."),
    "zh": ("河流宣言", "我们珍视世界的河流和湖泊；", "我们将尽力保护世界的河流。"),
    "fr": ("Déclaration sur les fleuves du monde", "Nous aimons les fleuves du monde et les lacs dans les pays ;", "Nous les protégerons dans le monde par une loi."),
    "es": ("Declaración sobre los ríos del mundo", "Apreciamos los ríos y los lagos del mundo en la tierra;", "Protegeremos los ríos del mundo con una ley para todos."),
    "ru": ("Декларация о реках мира", "мы ценим реки и озера мира, на которых живут люди;", "мы будем защищать реки мира и тех, кто на них живет."),
    "ar": ("إعلان بشأن أنهار العالم", "نقدر أنهار العالم وبحيراته في كل مكان من الأرض؛", "سنحمي أنهار العالم من كل ضرر في كل مكان."),
}  # fmt: skip


def keys(document: Document) -> str:
    return " ".join(each.key for each in document.paragraphs)


@pytest.mark.parametrize(("language", "organ", "act"), ADOPTS)
def test_the_act_stands_above_the_text_it_adopts_and_in_no_preamble(
    language: str, organ: str, act: str, tmp_path: Path
) -> None:
    title, one, two = WORDS[language]
    text = TEXT.format(title=title, organ=organ, above="", act=act, one=one, two=two)
    document, _ = read(tmp_path, text)
    assert document.language == language
    assert keys(document) == "title enacting x1 h1 op1 op2"
    assert (document.paragraphs[2].text, document.paragraphs[2].kind) == (act, "operative")


def test_a_preamble_above_the_act_stays_and_what_the_declaration_begins_with_is_its_own(
    tmp_path: Path,
) -> None:
    text = """3201 (S-VI). Declaration on Rivers

The General Assembly,

Recalling its resolution 5 (V),

Adopts the following Declaration:

Declaration on Rivers

We, the Members of the United Nations,

Having met to study the rivers,

Solemnly proclaim our will to work for rivers:

1. Rivers are a heritage of all.

2. They are to be kept.
"""
    document, _ = read(tmp_path, text)
    kinds = {each.text.split()[0]: each.kind for each in document.paragraphs[2:]}
    assert [kinds[word] for word in ("Recalling", "Adopts")] == ["preambular", "operative"]
    assert not {kinds["We,"], kinds["Having"], kinds["Solemnly"]} & {"preambular", "heading"}


def test_an_act_that_runs_on_from_the_organ(tmp_path: Path) -> None:
    title, one, two = WORDS["zh"]
    text = TEXT.format(
        title=title, organ="大会，通过以下宣言：", above="", act="", one=one, two=two
    )
    assert keys(read(tmp_path, text)[0]) == "title enacting x1 h1 op1 op2"


@pytest.mark.parametrize(
    ("above", "told"),
    [("Noting the following:", True), ("Noting the following of its rules,", False)],
)
def test_another_paragraph_under_which_number_1_stands_is_told(
    above: str, told: bool, tmp_path: Path
) -> None:
    title, one, two = WORDS["en"]
    text = TEXT.format(
        title=title, organ="The General Assembly,", above="", act=above, one=one, two=two
    )
    document, report = read(tmp_path, text)
    assert "pp1" in keys(document)
    assert any("may be the act above 1." in each.message for each in report.problems) == told


@pytest.mark.parametrize(
    ("above", "told"),
    [
        ("", 0),
        ("Whereas the rivers of the world are the foundation of life in it and of peace,", 1),
        ("Its attention has been drawn to the rivers of the world.\n\nTherefore,", 1),
        ("A\n\nWhereas the rivers of the world are the foundation of life and of peace,", 1),
    ],
)
def test_text_above_an_old_enacting_phrase_is_told(above: str, told: int, tmp_path: Path) -> None:
    """217 A (III), 4 (1946): a tool joined it with the title."""
    _, one, two = WORDS["en"]
    text = TEXT.replace("{organ}", f"{above}\n\n{{organ}}").replace("90/11", "217 (III)", 1)
    act = "Recalling its resolution 5 (V),"
    filled = text.format(
        title="Rivers", organ="The General Assembly,", above="", act=act, one=one, two=two
    )
    _, report = read(
        tmp_path, filled.replace("217 (III)", "217 (III)" if above[:2] == "A\n" else "217 A (III)")
    )
    assert [each.code for each in report.problems].count("doubtful-title") == told
