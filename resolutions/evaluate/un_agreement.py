"""How far two people agree on the labels of `tests/labels/`, and the program with each of them.

`make agreement UN=FOLDER` reads the UN's XML where it lies and the edition's own paragraphs, with
the themes and acts that readers see, from `site/data/corpus.json`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from resolutions.analysis.study import Rules
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.evaluate.agreed_acts import ActsRead, act_rows
from resolutions.evaluate.agreed_themes import Read, by_theme, theme_rows
from resolutions.evaluate.agreed_words import word_rows
from resolutions.evaluate.agreement import (
    SecondActs,
    SecondLabel,
    SecondWords,
    Words,
    settled_acts,
)
from resolutions.evaluate.label_files import pairs
from resolutions.evaluate.score import ActLabel, Label
from resolutions.evaluate.un_acts import acts_of, placed
from resolutions.evaluate.un_folder import ROOT, paragraphs_of
from resolutions.evaluate.un_themes import Tags, both
from resolutions.model.findings import Act
from resolutions.model.problems import Report
from resolutions.model.records import Language, Span

APART = ("held-out", "un-held-out", "un-crime-held-out")
CORE = ("edition-core", "un-core-held-out-2", "un-core-held-out-3", "un-core-held-out-4")
THEMES = (*APART, *CORE, "un-crime-held-out-2", "un-develop", "un-crime-develop")
ACTS = ("acts-held-out", "asked-un-held-out")
Held = Mapping[str, Mapping[str, Any]]  # paragraphs of the data set, by place


def held(path: Path) -> Held:
    """The Chinese paragraphs of the data set by place."""
    corpus = json.loads(path.read_text(encoding="utf-8"))
    return {
        f"{each['slug']}#{paragraph['key']}": paragraph
        for each in corpus["instruments"]
        for paragraph in each["texts"].get("zh", ())
    }


def themes_read(name: str, folder: Path, rules: dict[Language, Rules], own: Held) -> list[Read]:
    """The paragraphs of a list of themes; what is not here is left out."""
    labels = pairs(name, Label, SecondLabel)
    found: Tags = {
        first.place: {tag["id"]: tag["strength"] for tag in own[first.place]["themes"]}
        for first, _ in labels
        if first.place in own
    }
    found |= {place: tags for _, place, _, tags in both((one for one, _ in labels), folder, rules)}
    return [Read(one, two, found[one.place]) for one, two in labels if one.place in found]


def only(themes: set[str], read: Read) -> Read:
    """What is read, with these of the program's themes only."""
    return read._replace(found={t: own for t, own in read.found.items() if t in themes})


def acts_read(name: str, folder: Path, rules: Rules, own: Held) -> Iterator[ActsRead]:
    """The paragraphs of a list of acts; of `asked` the first act; what is not here is left out."""
    for one, two in pairs(name, ActLabel, SecondActs):
        here = _acts_of(one.place, folder, rules, own)
        if here:
            text, found = here
            first, second = placed(text, one.acts), placed(text, two.acts)
            holds = placed(text, settled_acts(one, two))
            yield ActsRead(first, second, holds, found[:1] if name.startswith("asked") else found)


def _acts_of(place: str, folder: Path, rules: Rules, own: Held) -> tuple[str, list[Act]] | None:
    if place in own:
        return own[place]["text"], [_act(each) for each in own[place]["acts"]]
    name, _, key = place.rpartition("#")
    here = paragraphs_of(folder / name)[1] if (folder / name).is_file() else {}
    return (here[key].text, acts_of(here, key, rules)) if key in here else None


def _act(each: Mapping[str, Any]) -> Act:
    span = Span(each["start"], each["end"])
    return Act(span, each["concept"], each["strength"], tuple(each["addressees"]))


def main() -> int:
    """Print the tables of decisions/0021."""
    data = ROOT / "site" / "data" / "corpus.json"
    catalogue = load(DataFiles(ROOT / "data", "data", Report()))
    if len(sys.argv) < 2 or catalogue is None or not data.is_file():
        print("name the folder of the UN's XML files; `make site` comes first")
        return 2
    rules, folder, own = Rules.of(catalogue), Path(sys.argv[1]), held(data)
    core = {each.id for each in catalogue.themes if each.group == "core"}
    every = {each.id for each in catalogue.themes}
    print("F1: core themes at any strength, core focus; all themes at any strength, all focus")
    lists = {name: themes_read(name, folder, rules, own) for name in THEMES}
    lists |= {name: [only(core, each) for each in lists[name]] for name in CORE}
    apart = [each for name in APART for each in lists[name]]
    for name, reads in {**lists, "all held out": apart}.items():
        print(*theme_rows(name, reads, core, every), sep="\n")
    print("held out, by theme: tags of either, alike, kappa; the program's focus, P and R")
    print(*by_theme(apart, every), sep="\n")
    for name in ACTS:
        print(*act_rows(name, list(acts_read(name, folder, rules["zh"], own))), sep="\n")
    print(*word_rows(pairs("words", Words, SecondWords), catalogue.terms.values()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
