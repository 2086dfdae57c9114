"""The themes against paragraphs of the UN's own files, labelled by hand.

`make themes UN=FOLDER` reads the UN's XML where it lies and copies nothing: the labels of
`tests/labels/un-*.yml` name a place, `75session/Chinese/75_76_C.xml#op3`, and what it is about.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from resolutions.analysis.segment import segment
from resolutions.analysis.study import Rules
from resolutions.evaluate.label_files import read, settled_themes
from resolutions.evaluate.score import Label, Score, score, total
from resolutions.evaluate.un_folder import paragraphs_of, run
from resolutions.model.catalogue import Catalogue
from resolutions.model.records import Language

NAMES = (
    "un-develop",
    "un-held-out",
    "un-crime-develop",
    "un-crime-develop-2",
    "un-crime-held-out",
    "un-crime-held-out-2",
)
CORE_NAMES = (  # core themes only
    "un-core-develop",
    "un-core-develop-2",
    "un-core-develop-3",
    "un-core-held-out",
    "un-core-held-out-2",
    "un-core-held-out-3",
    "un-core-held-out-4",
)
Tags = dict[str, dict[str, str]]


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


def _row(title: str, each: Score, first: Score) -> str:
    beside = f"   ({first.f1:.3f})" if first != each else ""
    return f"  {title:<26}{each.precision:>7.3f}{each.recall:>7.3f}{each.f1:>7.3f}{beside}"


def tell(folder: Path, catalogue: Catalogue) -> None:
    """Print precision, recall and F1 for each list, language and group of themes.

    Counted is what was settled; in brackets F1 by the first reader alone, where it is another.
    """
    rules = Rules.of(catalogue)
    groups = {
        "core": {each.id for each in catalogue.themes if each.group == "core"},
        "all": {each.id for each in catalogue.themes},
    }
    for name in NAMES + CORE_NAMES:
        labels = settled_themes(name)
        first = {each.place: each.themes for each in read(name, Label)}
        found = list(both(labels, folder, rules))
        print(f"{name}: {len(found)} of {len(labels)} paragraphs are here")
        for language in rules:
            wanted: Tags = {place: own for code, place, own, _ in found if code == language}
            given: Tags = {place: tags for code, place, _, tags in found if code == language}
            sides = score(wanted, given), score({place: first[place] for place in wanted}, given)
            for group, themes in groups.items() if wanted else ():
                for strength in ("any", "focus") if group == "core" or name in NAMES else ():
                    title = f"{language} {group} {strength} ({len(wanted)})"
                    print(_row(title, *(total(each, themes, strength) for each in sides)))


if __name__ == "__main__":
    sys.exit(run(tell))
