"""`questions-<lang>.gift`: the same questions in GIFT, which many platforms read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from resolutions.teaching.pack import Course, Pack, Packs
from resolutions.teaching.questions import Question
from resolutions.teaching.quiz import prompt

SIGNS = re.compile(r"([~=#{}:\\])")  # what GIFT reads as its own


class Gift(Pack):
    """GIFT, UTF-8."""

    name = "gift"

    def files(self, course: Course) -> Packs:
        """One a language in which texts can be read."""
        for language in course.languages():
            lines = []
            for source in course.sources:
                own = course.questions.get((source.head.slug, language), ())
                if source.language == language and own:
                    lines.append(f"$CATEGORY: $course$/top/{_category(source.title)}\n")
                    for each in own:
                        lines.append(_question(each, prompt(each, course.catalogue, source.aid)))
            yield f"gift/questions-{language}.gift", "\n".join(lines).encode()


def escaped(text: str) -> str:
    """A text in which nothing is a sign of GIFT; a line break is told as one."""
    return SIGNS.sub(r"\\\1", text).replace("\n", "\\n")


def _category(title: str) -> str:
    return title.replace("/", "//").replace("\n", " ")


def _question(question: Question, told: str) -> str:
    answers = "\n".join(f"\t{each}" for each in _answers(question))
    return f"::{escaped(question.id)}::[plain]{escaped(told)} {{\n{answers}\n}}\n"


def _answers(question: Question) -> Iterator[str]:
    if question.kind == "choice":
        for at, option in enumerate(question.options):
            yield f"{'~' if at else '='}{escaped(option)}"
    elif question.kind == "true-false":
        yield "TRUE" if question.is_true else f"FALSE#{escaped(question.stands)}"
    elif question.kind == "match":
        for left, right in question.pairs:
            yield f"={escaped(left)} -> {escaped(right)}"
    else:
        assert_never(question.kind)
