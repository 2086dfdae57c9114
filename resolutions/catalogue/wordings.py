"""`data/reading-aids/wordings.yml`: how aids word the verbs and formulas of the source, by concept.

A wording is a pattern in Chinese and one in the aid's language; an aid has the second at least as
often as its source has the first (or exactly as often), and never what is ruled out there.
"""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Literal

from resolutions.catalogue.yamlfile import convert, lines_of, parse_yaml
from resolutions.model.problems import Report
from resolutions.model.records import Key, Language, record


@record
class Attested:
    """In how many of the UN's paragraphs that have the Chinese its own English has the wording."""

    at: Literal["opening", "anywhere"]
    right: int
    of: int


@record
class AidWording:
    """The wording an aid gives to a verb or formula, and why."""

    concept: str
    chinese: str
    english: str
    un: Attested
    reason: str
    exactly: bool = False
    never: str = ""
    within: tuple[str, ...] = ()  # globs of slugs; all without
    exempt: tuple[str, ...] = ()  # slug#key

    def holds_for(self, slug: str, key: Key) -> bool:
        """Whether the paragraph is held to it."""
        return f"{slug}#{key}" not in self.exempt and (
            not self.within or any(fnmatch(slug, glob) for glob in self.within)
        )

    def complaint(self, source: str, text: str) -> str | None:
        """What is wrong with the wording of a paragraph, or None."""
        wanted = len(re.findall(self.chinese, source))
        if not wanted and not self.exactly:
            return None
        if wanted and self.never and re.search(self.never, text, re.IGNORECASE):
            return f"has `{self.never}`, which {self.chinese} is not"
        found = len(re.findall(self.english, text, re.IGNORECASE)) if self.english else wanted
        if found < wanted or (self.exactly and found > wanted):
            return f"has {self.chinese} {wanted} times, `{self.english}` {found} times"
        return None


AidWordings = dict[Language, tuple[AidWording, ...]]


def load_wordings(path: Path, shown: str, report: Report) -> AidWordings:
    """The wordings by language of the aid; a pattern that cannot be read is reported."""
    parsed = parse_yaml(path, shown, report) if path.exists() else None
    if parsed is None:
        return {}
    wordings: AidWordings = convert(*parsed, shown, AidWordings, report) or {}
    for language, own in wordings.items():
        for number, each in enumerate(own):
            for pattern in (each.chinese, each.english, each.never):
                try:
                    re.compile(pattern)
                except re.error as error:
                    line = lines_of(parsed[1], (language, number))
                    message = f"`{pattern}` is no pattern: {error}"
                    report.error(shown, line, "bad-pattern", message, "correct it")
                    return {}
    return wordings
