"""The words of `data/` that readers see, set as the UN sets them in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
import yaml
from conftest import REPOSITORY, Edition

from resolutions.web.strings import Strings

DATA = REPOSITORY / "data"
FORMULAS = {
    "printed",
    "compounds",
    "lists",
    "acts",
    "citing",
    "thesaurus",
}  # what is looked for, not shown
UNSHOWN = {"everyday", "examples", "misses", "forms", "sources", "jump.preamble", "jump.note"}
# A number right before a noun wants a plural form; where it has none, the noun stands before it.
BEFORE_A_NOUN = r"\{(?:n|all|total|focus|instruments|citations|targets)\}[ \u00a0](?!of |de |del |du |en |sur |des |per cent|%)\w"
WITH_FORMS = re.compile(r"^(?:paragraphs|search\.count|cited\.by)\.")
ORDINAL = {"session", "session.commission", "paragraph.preambular"}  # {n} is “third”
ALWAYS_MORE = {"cited.newest", "handout.some"}  # shown where there are more than it lists
# One word for one thing, in the strings of the interface: what is not said, and what is.
ONE_FORM = {
    "fr": {
        r"\binstruments?\b": "texte",
        r"\b(?:machine|ordinateur)\b": "appareil",
        r"\bclé\b(?! USB)": "clé USB",
        r"\bl’original\b": "texte source",
        r"\bblancs?\b": "espace",
    },
    "es": {
        r"\binstrumentos?\b(?! de política)": "texto",
        r"\btexto original\b|\bel original\b": "texto fuente",
        r"\bnotas? (?:de|al) pie\b": "nota a pie de página",
        r"\bcorreo\b(?! electrónico)": "correo electrónico",
        r"\bmemoria\b(?! USB)": "memoria USB",
        r"\bcercan[oa]s?\b": "afín",
        r"\bsin red\b": "sin conexión",
    },
    "en": {
        r"\bmachine\b|\bcomputer\b": "device",
        r"\bstick\b(?<!USB stick)": "USB stick",
        r"\bmail\b": "email",
        r"%": "per cent",
    },
}
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
NEVER = {
    "fr": {
        "a plain blank before a high sign": r" [;:!?»%]",
        "a plain blank after «": r"« ",
        "quotation marks of another language": r'["“”]',
        "another o than that of nᵒ": r"\bn[º°]|\bno [\d)]",
        "a plain blank between a unit and its number": r"\b(?:paragraphe|par\.|chap\.|sect\.|alinéa|note|ligne|nᵒ) [\d{]",
        "a plain blank between day and month": rf"\d (?:{MONTHS})\b",
    },
    "es": {
        "quotation marks of another language": r'["«»]',
        "a plain blank between a unit and its number": r"\b(?:párrafo|párr\.|cap\.|secc\.|nota|núm\.) [\d{]",
        "a plain blank before %": r" %",
    },
    "ru": {
        "quotation marks of another language": r'["“”„]',
        "ё": r"[ёЁ]",
        "a plain blank before a dash": r" —",
        "a hyphen between years": r"\d{4}-\d{4}",
        "a plain blank between a unit and its number": r"\b(?:пп?\.|гл\.|разд\.|(?:под)?пункт|сноска|статья|раздел|приложение|строк[аи]) [\d{]|№ ",
        "a plain blank before the number of a draft": r"проект\w* (?:резолюции|решения|декларации|договора) [{IVX]",
        "a place that touches a word": r"[}][а-я]|[а-я][{]",
        "a hyphen of another kind": "[\u2010\u2011]",
        "two words for a title": "заглави",
    },
    "ar": {
        "quotation marks of another language": r'["«»]',
        "Latin signs": r"[؀-ۿ] ?[,;?](?=\s|$)|%",
        "figures of another script": r"[٠-٩٪]",
        "a lone و that a line may end with": r"(?<!\S)و ",
        "a sign that leaves the Latin word it begins": r"(?<=[ ؀-ۿ])[-&#][-a-z]",
        "an ending with its sign": "[أ-ي]ا\u064b",  # أيضا, as in 5,759 of 6,183 places of the UN
        "hamza on an alif that has none": r"\b(?:ال|وال|بال|لل)?إ(?:تجار|تفاق|جتماع|حتيال|ستخدام|ستعراض|ستغلال|قتصاد|نتهاك)",
        "two nouns before one owner": r"قرارات ومقررات (?:ال|لجنة|مجلس)",
        "orders to the reader": r"(?<![ء-ي])[وف]?(?:افتح|أضف|الصق|احفظ|أرسل|اذكر|استعمل|انقر)(?![ء-ي])",
        "two words for a character": "محارف|محرف",
    },
    "zh": {
        "half-width signs": r"[一-鿿][,;:?!]",
        "a blank between Chinese and letters or figures": r"[一-鿿，。；：、）》”] [A-Za-z0-9{]|[A-Za-z0-9}] [一-鿿（《“]",
        "quotation marks of another language": '["«»„]',
        "another name of the edition": "本(?:汇编|版本|版(?!本)|网?站)",
        "another name of the reading aid": "阅读辅助|(?<!阅读)参考译文",
        "another name of the two parts": "(?:执行|序言)段",
        "another name of the source": "源文(?!本)",
    },
}
AS_PRINTED = ("لمكافحة الإتجار بالأشخاص، وبخاصة", "موئلاً للطيور")  # names, as the UN prints them
PAIRS = ("()", "（）", "«»", "《》", "〈〉", "[]")
ITEM = re.compile(r"(?<![\w(])\(?(?:[a-z]|[{]items?[}]|[ivx]+)\)")  # подпункт a)


def shown(content: object, language: str, own: bool) -> Iterator[str]:
    """The strings of a language; `own`: the file, or the part, is of this language."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key not in UNSHOWN:
                yield from shown(value, language, own or key == language)
    elif isinstance(content, list):
        for value in content:
            yield from shown(value, language, own)
    elif isinstance(content, str) and own:
        yield content


@cache
def contents() -> dict[str, object]:
    paths = [path for path in DATA.rglob("*.yml") if path.parent in (DATA, DATA / "strings")]
    return {
        path.stem: yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        for path in paths
        if path.stem not in FORMULAS
    }


@pytest.mark.parametrize(
    ("language", "what"), [(a, b) for a, kinds in NEVER.items() for b in kinds]
)
def test_no_word_that_readers_see_has(language: str, what: str) -> None:
    words = [
        each
        for stem, content in contents().items()
        for each in shown(content, language, stem == language)
    ]
    assert len(words) > 1000
    found = [each for each in words if re.search(NEVER[language][what], each)]
    assert [each for each in found if not any(own in each for own in AS_PRINTED)] == []


@pytest.mark.parametrize(
    ("language", "what", "wrong"),
    [
        ("fr", "a plain blank before a high sign", "le texte ; la note"),
        ("fr", "another o than that of nᵒ", "Supplément nº\u00a010"),
        ("es", "quotation marks of another language", "«texto»"),
        ("ru", "ё", "ещё"),
        ("ru", "a hyphen between years", "2008-2011"),
        ("ar", "Latin signs", "النص, والحاشية"),
        ("ar", "a lone و that a line may end with", "القراران 68/193 و 75/196"),
        ("ar", "a sign that leaves the Latin word it begins", "مع &to=op40"),
        ("ru", "a place that touches a word", "проекты {years}всего"),
        ("ru", "a plain blank between a unit and its number", "подпункт {items}"),
        ("ru", "a plain blank before the number of a draft", "в проекте резолюции II Ассамблеи"),
        ("ru", "a hyphen of another kind", "Санкт\u2011Петербургское"),
        ("ru", "two words for a title", "В источнике нет заглавия"),
        ("ar", "an ending with its sign", "البحث فيها أيضاً"),
        ("ar", "hamza on an alif that has none", "بالإتجار"),
        ("ar", "two nouns before one owner", "قرارات ومقررات اللجنة"),
        ("ar", "orders to the reader", "كان البرنامج يقطع العنوان فاستعمل"),
        ("ar", "two words for a character", "محارف كاملة العرض"),
        ("zh", "half-width signs", "来源,行数"),
        ("zh", "a blank between Chinese and letters or figures", "共 {all} 份"),
        ("zh", "a blank between Chinese and letters or figures", "供Moodle、SCORM 平台使用"),
        ("zh", "quotation marks of another language", '标明"草案"者'),
        ("zh", "another name of the edition", "本版本的更正"),
        ("zh", "another name of the edition", "本版自编序号"),
        ("zh", "another name of the reading aid", "英文阅读辅助译文"),
        ("zh", "another name of the two parts", "每一序言段"),
        ("zh", "another name of the source", "源文作"),
    ],
)
def test_what_is_never_set_so_is_found(language: str, what: str, wrong: str) -> None:
    assert re.search(NEVER[language][what], wrong)


def unclosed(words: str) -> list[str]:
    """The brackets and marks that are opened and not closed, or closed and not opened."""
    bare = ITEM.sub("", words)
    return [pair for pair in PAIRS if bare.count(pair[0]) != bare.count(pair[1])]


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_what_is_opened_is_closed(language: str) -> None:
    words = [
        each
        for stem, content in contents().items()
        if stem != "references"  # pieces, of which one opens and another closes
        for each in shown(content, language, stem == language)
    ]
    assert [each for each in words if unclosed(each)] == []
    assert unclosed("проекты {years}всего: {instruments})") == ["()"]
    assert unclosed("в пункте 2 c) статьи 62") == []


COUNTED = {
    "paragraphs": {
        "ru": "0 пунктов|1 пункт|2 пункта|3 пункта|11 пунктов|21 пункт|100 пунктов|111 пунктов",
        "ar": "لا توجد فقرات|فقرة واحدة|فقرتان|3 فقرات|11 فقرة|21 فقرة|100 فقرة|111 فقرة",
        "zh": "0段|1段|2段|3段|11段|21段|100段|111段",
    },
    "cited.by": {
        "ru": "в 0 местах|в 1 месте|в 2 местах|в 3 местах|в 11 местах|в 21 месте|в 100 местах|в 111 местах",
        "ar": "لا توجد استشهادات|موضع استشهاد واحد|موضعا استشهاد|3 مواضع استشهاد|11 موضع استشهاد|21 موضع استشهاد|100 موضع استشهاد|111 موضع استشهاد",
    },
}


@pytest.mark.parametrize(
    ("key", "language"), [(key, each) for key, forms in COUNTED.items() for each in forms]
)
def test_a_noun_takes_the_form_its_number_asks_for(real: Edition, key: str, language: str) -> None:
    words = Strings(language, real.catalogue)
    counted = [words.count(key, number) for number in (0, 1, 2, 3, 11, 21, 100, 111)]
    for own, asked in zip(counted, COUNTED[key][language].split("|"), strict=True):
        assert own.endswith(asked), (own, asked)


def test_what_is_both_term_and_instrument_has_one_name(real: Edition) -> None:
    """But for a short name in brackets, and the first letter."""
    instruments = {each.names.get("zh"): each for each in real.catalogue.instruments.values()}
    both = [
        (a, b) for a in real.catalogue.terms.values() if (b := instruments.get(a.names.get("zh")))
    ]
    assert len(both) > 20
    bare = {language: re.compile(r" \([^)]*\)$") for language in NEVER}
    for term, instrument in both:
        for language, brackets in bare.items():
            names = (term.names.get(language, ""), instrument.names.get(language, ""))
            assert len({brackets.sub("", name).casefold() for name in names}) == 1, (term.id, names)


LONGER = {  # the instrument by its whole title, or with its year
    "convention-against-illicit-traffic-in-narcotic-drugs", "convention-on-psychotropic-substances",
    "doha-declaration", "financial-and-administrative-framework-agreement", "salvador-declaration",
    "single-convention-on-narcotic-drugs", "unodc-strategy-2012-2015",
}  # fmt: skip


def test_what_has_one_english_name_has_one_chinese_name(real: Edition) -> None:
    """The other way round: two Chinese names kept a term and its instrument from being compared."""
    plain = re.compile(r" \([^)]*\)$|（[^）]*）$")
    instruments = {
        plain.sub("", each.names.get("en", "")).casefold(): plain.sub("", each.names.get("zh", ""))
        for each in real.catalogue.instruments.values()
        if "/" not in each.id  # titles of resolutions are as each prints them
    }
    both = [
        (term, own)
        for term in real.catalogue.terms.values()
        if (own := instruments.get(plain.sub("", term.names.get("en", "")).casefold()))
    ]
    assert len(both) > 20
    assert {term.id for term, own in both if plain.sub("", term.names["zh"]) != own} == LONGER


@pytest.mark.parametrize("language", ONE_FORM)
def test_a_number_stands_before_no_noun_that_has_one_form(language: str) -> None:
    words = contents()[language]
    assert isinstance(words, dict)
    left = {key for key in words if not WITH_FORMS.match(key)} - ORDINAL - ALWAYS_MORE
    assert [key for key in left if re.search(BEFORE_A_NOUN, str(words[key]))] == []
    assert re.search(BEFORE_A_NOUN, "{n} textes sur {all}")
    assert not re.search(BEFORE_A_NOUN, "Textes\u00a0: {n} sur {all}")


@pytest.mark.parametrize(
    ("language", "never"), [(a, b) for a, forms in ONE_FORM.items() for b in forms]
)
def test_the_interface_has_one_word_for_one_thing(language: str, never: str) -> None:
    words = contents()[language]
    assert isinstance(words, dict)
    said = {key: re.sub(r"\{\w+\}", "", str(value)) for key, value in words.items()}
    assert {k: v for k, v in said.items() if re.search(never, v, re.IGNORECASE)} == {}
