"""`questions-<lang>.xml`: questions for Moodle's question bank, a category an instrument."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from resolutions.model.catalogue import Catalogue
from resolutions.teaching.pack import Course, Pack, Packs, child, xml
from resolutions.teaching.questions import Question
from resolutions.web.strings import Strings

PROMPTS = {"choice": "exercise.fill", "true-false": "exercise.judge", "match": "exercise.match"}
PLAIN = "plain_text"


class QuestionBank(Pack):
    """Moodle XML: import into a question bank."""

    name = "moodle-questions"

    def files(self, course: Course) -> Packs:
        """One a language in which texts can be read."""
        for language in course.languages():
            root = Element("quiz")
            words = Strings(language, course.catalogue)
            for source in course.sources:
                own = course.questions.get((source.head.slug, language), ())
                if source.language == language and own:
                    _category(root, source.title, words)
                    for each in own:
                        _question(root, each, prompt(each, course.catalogue, source.aid))
            yield f"moodle/questions-{language}.xml", xml(root)


def prompt(question: Question, catalogue: Catalogue, aid: bool) -> str:
    """What is asked, and of what: an aid is called one."""
    words = Strings(question.language, catalogue)
    lines = [words(PROMPTS[question.kind]), question.place]
    if aid:
        lines.append(f"[{words('aid.mark')}]")
    if question.text:
        lines.append(question.text)
    return "\n".join(lines)


def _category(root: Element, title: str, words: Strings) -> None:
    made = child(root, "question", type="category")
    safe = title.replace("/", "//")  # a slash alone makes a category below
    path = f"$course$/top/{words('site.title').replace('/', '//')}/{safe}"
    child(child(made, "category"), "text", path)


def _question(root: Element, question: Question, told: str) -> None:
    kind = {"choice": "multichoice", "true-false": "truefalse", "match": "matching"}[question.kind]
    made = child(root, "question", type=kind)
    child(child(made, "name"), "text", question.id)
    child(child(made, "questiontext", format=PLAIN), "text", told)
    child(child(made, "generalfeedback", format=PLAIN), "text", question.place)
    child(made, "defaultgrade", "1")
    child(made, "penalty", "1" if kind == "truefalse" else "0.3333333")
    child(made, "hidden", "0")
    child(made, "idnumber", question.id)
    if question.kind == "choice":
        child(made, "single", "true")
        child(made, "shuffleanswers", "true")
        child(made, "answernumbering", "abc")
        for at, option in enumerate(question.options):
            answer = child(made, "answer", fraction="0" if at else "100", format=PLAIN)
            child(answer, "text", option)
    elif question.kind == "true-false":
        for value in (True, False):
            right = value == question.is_true
            answer = child(made, "answer", fraction="100" if right else "0", format=PLAIN)
            child(answer, "text", "true" if value else "false")
            child(child(answer, "feedback", format=PLAIN), "text", question.stands)
    else:
        child(made, "shuffleanswers", "true")
        for left, right_ in question.pairs:
            pair = child(made, "subquestion", format=PLAIN)
            child(pair, "text", left)
            child(child(pair, "answer"), "text", right_)
