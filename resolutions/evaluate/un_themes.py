"""The themes against paragraphs of the UN's own files, labelled by hand.

`make themes UN=FOLDER` reads the UN's XML where it lies and copies nothing: the labels of
`tests/labels/un-*.yml` name a place, `75session/Chinese/75_76_C.xml#op3`, and what it is about.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from resolutions.analysis.segment import segment
from resolutions.analysis.study import Rules
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.evaluate.score import Label, Score, read_labels, score, total
from resolutions.model.document import Paragraph
from resolutions.model.problems import Report
from resolutions.model.records import Language
from resolutions.readers.akn.reader import read_akn

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = ("un-develop", "un-held-out", "un-crime-develop", "un-crime-held-out")
Tags = dict[str, dict[str, str]]


@cache
def paragraphs_of(path: Path) -> tuple[Language, dict[str, Paragraph]]:
    """The language of a file of the UN and its paragraphs by key; the first of a key counts."""
    found: dict[str, Paragraph] = {}
    language = ""
    for parsed in read_akn(path, path.name, Report()):
        for document in parsed.documents:
            language = language or document.language
            for each in document.paragraphs:
                found.setdefault(each.key, each)
    return language, found


def both(
    labels: Iterable[Label], folder: Path, rules: dict[Language, Rules]
) -> Iterator[tuple[Language, str, dict[str, str], dict[str, str]]]:
    """Language, place, what a person and what the rules say; what is not here is left out."""
    for label in labels:
        name, _, key = label.place.rpartition("#")
        language, texts = paragraphs_of(folder / name) if (folder / name).is_file() else ("", {})
        if key in texts and language in rules:
            own, text = rules[language], texts[key].text
            found = own.tagger.tag(text, segment(text, own.lexicon)[1])
            yield language, label.place, label.themes, {t.theme: t.strength for t in found.tags}


def _row(title: str, each: Score) -> str:
    return f"  {title:<26}{each.precision:>7.3f}{each.recall:>7.3f}{each.f1:>7.3f}"


def main() -> int:
    """Print precision, recall and F1 for each list, language and group of themes."""
    if len(sys.argv) < 2:
        print("name the folder of the UN's XML files")
        return 2
    catalogue = load(DataFiles(ROOT / "data", "data", Report()))
    if catalogue is None:
        return 1
    rules = Rules.of(catalogue)
    groups = {
        "core": {each.id for each in catalogue.themes if each.group == "core"},
        "all": {each.id for each in catalogue.themes},
    }
    for name in NAMES:
        shown = f"tests/labels/{name}.yml"
        labels = read_labels(ROOT / shown, shown, Report())
        found = list(both(labels, Path(sys.argv[1]), rules))
        print(f"{name}: {len(found)} of {len(labels)} paragraphs are here")
        for language in rules:
            wanted: Tags = {place: own for code, place, own, _ in found if code == language}
            given: Tags = {place: tags for code, place, _, tags in found if code == language}
            scores = score(wanted, given)
            for group, themes in groups.items():
                for strength in ("any", "focus"):
                    if wanted:
                        title = f"{language} {group} {strength} ({len(wanted)})"
                        print(_row(title, total(scores, themes, strength)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
