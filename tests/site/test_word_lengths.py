"""The words of a Chinese text, handed to the browser once for all languages."""

import json

from conftest import Edition

from resolutions.model.library import Work
from resolutions.site.words import word_script

NAME = "var wordLengths = "


def script_of(work: Work, language: str) -> dict[str, str]:
    ((path, text),) = word_script(work.texts[language])
    assert path == f"words/{work.slug}.js"
    return dict(json.loads(text.removeprefix(NAME).removesuffix(";\n")))


def test_the_words_of_each_paragraph_tile_its_text(toy: Edition) -> None:
    work = toy.library.works["a-res-90-1"]
    lengths = script_of(work, "zh")
    texts = {each.key: each.text for each in work.texts["zh"].document.paragraphs}
    assert lengths["title"] == "22412"
    assert {"enacting", "pp1", "op1"} <= lengths.keys() <= texts.keys()
    signs = {key: value for key, value in lengths.items() if "(" not in value}
    assert {key: sum(int(sign, 36) for sign in value) for key, value in signs.items()} == {
        key: len(texts[key]) for key in signs
    }


def test_blanks_part_the_words_of_other_languages(toy: Edition) -> None:
    readings = [
        reading
        for work in map(toy.library.works.__getitem__, toy.library.heads)
        for code, reading in work.texts.items()
        if code != "zh"
    ]
    assert [path for reading in readings for path, _ in word_script(reading)] == []
