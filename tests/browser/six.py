"""A resolution of our own in six languages, as the UN publishes its XML, and a site of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from conftest import SHARED, Root

from .helpers import ROOT

SLUG = "a-res-90-7"


class Text(NamedTuple):
    """What one language says; None where it says nothing."""

    code: str  # of the UN's files
    title: str
    enacting: str
    preamble: tuple[str, ...]
    operative: tuple[str | None, ...]
    items: tuple[str, str]  # of the second paragraph
    letters: tuple[str, str]
    numbered: str
    note: str


# The French text has a preambular paragraph of its own, the Russian one lacks paragraph 3.
TEXTS = {
    "zh": Text(
        "zho", "加强打击贩运人口的合作", "大会，", ("重申联合国宪章的宗旨和原则，",),
        ("促请会员国防止贩运人口；", "请秘书长：", "鼓励各国交流经验；", "决定继续处理此案。"),
        ("提交一份报告；", "提供技术援助；"), ("(a)", "(b)"), "{}.", "见第88/5号决议。",
    ),
    "en": Text(
        "eng", "Cooperation against trafficking in persons", "The General Assembly,",
        ("Reaffirming the purposes and principles of the Charter,",),
        ("Urges Member States to prevent trafficking in persons;", "Requests the Secretary-General:",
         "Encourages States to share their experience;", "Decides to remain seized of the matter."),
        ("To submit a report;", "To provide technical assistance;"), ("(a)", "(b)"), "{}.",
        "See resolution 88/5.",
    ),
    "fr": Text(
        "fra", "Coopération contre la traite des personnes", "L’Assemblée générale,",
        ("Réaffirmant les buts et principes de la Charte,",
         "Consciente d’un alinéa que seul le texte français comporte, et qui est assez long pour que "
         "nul ne le prenne pour la traduction de celui qui le précède dans les autres langues,"),
        ("Exhorte les États Membres à prévenir la traite des personnes ;",
         "Prie le Secrétaire général :", "Encourage les États à échanger leur expérience ;",
         "Décide de rester saisie de la question."),
        ("De présenter un rapport ;", "De fournir une assistance technique ;"), ("a)", "b)"), "{}.",
        "Voir la résolution 88/5.",
    ),
    "es": Text(
        "spa", "Cooperación contra la trata de personas", "La Asamblea General,",
        ("Reafirmando los propósitos y principios de la Carta,",),
        ("Insta a los Estados Miembros a que prevengan la trata de personas;",
         "Solicita al Secretario General:", "Alienta a los Estados a que intercambien experiencias;",
         "Decide seguir ocupándose de la cuestión."),
        ("Que presente un informe;", "Que preste asistencia técnica;"), ("a)", "b)"), "{}.",
        "Véase la resolución 88/5.",
    ),
    "ru": Text(
        "rus", "Сотрудничество в борьбе с торговлей людьми", "Генеральная Ассамблея,",
        ("подтверждая цели и принципы Устава,",),
        ("настоятельно призывает государства-члены предупреждать торговлю людьми;",
         "просит Генерального секретаря:", None, "постановляет продолжать заниматься этим вопросом."),
        ("представить доклад;", "оказывать техническую помощь;"), ("a)", "b)"), "{}.",
        "См. резолюцию 88/5.",
    ),
    "ar": Text(
        "ara", "التعاون على مكافحة الاتجار بالأشخاص", "إن الجمعية العامة،",
        ("إذ تعيد تأكيد مقاصد الميثاق ومبادئه،",),
        ("تحث الدول الأعضاء على منع الاتجار بالأشخاص؛", "تطلب إلى الأمين العام:",
         "تشجع الدول على تبادل خبراتها؛", "تقرر أن تبقي المسألة قيد نظرها."),
        ("تقديم تقرير؛", "تقديم المساعدة التقنية؛"), ("(أ)", "(ب)"), "{} -", "انظر القرار 88/5.",
    ),
}  # fmt: skip


def xml(text: Text) -> str:
    """The file of a language."""
    preamble = "".join(f"<container><p>{each}</p></container>" for each in text.preamble)
    body = []
    for number, words in enumerate(text.operative, 1):
        if words is None:
            continue
        mark = (
            f'<authorialNote marker="1" placement="bottom"><p>{text.note}</p></authorialNote>'
            if number == 1
            else ""
        )
        body.append(_paragraph(text.numbered.format(number), words + mark))
        if number == 2:
            body += map(_paragraph, text.letters, text.items)
    return f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification source="#x"><FRBRWork><FRBRuri value="/akn/un/statement/deliberation/unga/2035-12-03/90-7/"/>
<FRBRdate date="2035-12-03" name="adoption"/><FRBRauthor href="ga" as="author"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="{text.code}"/></FRBRExpression></identification></meta>
<coverPage><p><docNumber refersTo="#symbol">A/RES/90/7</docNumber></p><p><session value="90">90</session></p></coverPage>
<preface><p><docNumber>90/7.</docNumber> <docTitle refersTo="#resolutionTitle">{text.title}</docTitle></p></preface>
<preamble><formula name="enactingFormula"><p>{text.enacting}</p></formula>{preamble}</preamble>
<mainBody>{"".join(body)}</mainBody>
<conclusions><p><docDate date="2035-12-03" refersTo="#adoptionDate">3.12.2035</docDate></p></conclusions>
</statement></akomaNtoso>"""


def _paragraph(number: str, words: str) -> str:
    return f"<paragraph><num>{number}</num><content><p>{words}</p></content></paragraph>"


def build(folder: Path) -> Path:
    """A site of the toy data, of our resolution in six languages, of the shared texts if any."""
    root = Root(folder / "root")
    shutil.copy(ROOT / "data" / "languages.yml", root.data)
    shutil.copy(ROOT / "requirements.txt", root.folder)
    texts = folder / "texts"
    texts.mkdir()
    for code, text in TEXTS.items():
        (texts / f"A-RES-90-7.{code}.xml").write_text(xml(text), encoding="utf-8")
    shared = ["--texts", str(SHARED / "akn")] if SHARED.is_dir() else []
    command = [sys.executable, "build_pages.py", "--texts", str(texts), *shared]
    subprocess.run(command, cwd=root.folder, check=True, capture_output=True)
    return root.folder / "site"
