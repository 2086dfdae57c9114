"""Acts and addressees against paragraphs of the UN's own files, labelled by hand.

`make acts UN=FOLDER` reads the UN's XML where it lies and copies nothing:
`tests/labels/acts-un*.yml` name all acts of a paragraph, `asked-un-*.yml` whom its first act asks,
`due-un-*.yml` by when its acts ask.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from resolutions.analysis.acts.acts import find_acts
from resolutions.analysis.acts.due import asked
from resolutions.analysis.segment import segment
from resolutions.analysis.study import Rules
from resolutions.evaluate.label_files import read, settled_list
from resolutions.evaluate.score import ActLabel, LabelledAct, Score
from resolutions.evaluate.un_folder import paragraphs_of, run
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Paragraph
from resolutions.model.findings import Act
from resolutions.model.records import Key, Span
from resolutions.model.rules import ActStrength, Concept

NAMES = (
    "acts-un",
    "acts-un-develop-2",
    "acts-un-held-out",
    "acts-un-held-out-2",
    "asked-un-develop",
    "asked-un-develop-2",
    "asked-un-develop-3",
    "asked-un-develop-4",
    "asked-un-develop-5",
    "asked-un-develop-6",
    "asked-un-develop-7",
    "asked-un-develop-en",
    "asked-un-develop-en-2",
    "asked-un-held-out",
    "asked-un-held-out-2",
    "asked-un-held-out-3",
)
TIMES = ("due-un-develop", "due-un-develop-en", "acts-un-held-out-2")
# What stands before an act: the start of a clause, or of one with a word before the verb.
BEGINS = (
    re.compile(r"(?:^|[^\w ]) *\w{0,2}$"),
    re.compile(r"(?:^|[^\w ]) *\w{0,6}$"),
    re.compile(""),
)
ASKING = frozenset({"request", "encourage"})  # the strengths that ask somebody
STRENGTHS: dict[Concept, ActStrength] = {
    **dict.fromkeys(("request", "urge", "call-upon"), "request"),
    **dict.fromkeys(("encourage", "invite", "recommend"), "encourage"),
    "decide": "decide",
}  # the convention at the head of data/acts.yml; all others state


class Figures(NamedTuple):
    """Paragraphs that are here; acts; of those that ask, how many name whom they should."""

    here: int
    acts: Score
    right: int
    asking: int
    wrong: int  # that name somebody who is not asked


def compare(labels: Iterable[ActLabel], folder: Path, rules: Rules, first: bool) -> Figures:
    """Labels against what the rules find; `first`: only the first act of each paragraph."""
    pairs: list[tuple[list[Act], list[Act]]] = []
    for label in labels:
        name, _, key = label.place.rpartition("#")
        all_of_it = paragraphs_of(folder / name)[1] if (folder / name).is_file() else {}
        if key in all_of_it:
            found = acts_of(all_of_it, key, rules)
            pairs.append((placed(all_of_it[key].text, label.acts), found[:1] if first else found))
    return tally(pairs)


def acts_of(paragraphs: Mapping[Key, Paragraph], key: Key, rules: Rules) -> list[Act]:
    """The acts of a paragraph of the Assembly, with the paragraphs before it in mind."""
    own = paragraphs[key]
    before = [each.text for each in takewhile(lambda each: each is not own, paragraphs.values())]
    terms = segment(own.text, rules.lexicon)[1]
    return list(find_acts(own.text, own.kind, "GA", rules.grammar, (), terms, before))


def placed(text: str, acts: Iterable[LabelledAct]) -> list[Act]:
    """Acts where their words stand in a text, in order."""
    found: list[Act] = []
    for each in acts:
        after = found[-1].span.end if found else 0
        starts = [m.start() for m in re.finditer(re.escape(each.text), text[after:])] or [
            -1 - after
        ]
        begins = (at for way in BEGINS for at in starts if way.search(text[: after + at]))
        start = after + next(begins)
        span = Span(start, start + len(each.text))
        found.append(Act(span, each.concept, STRENGTHS.get(each.concept, "state"), each.addressees))
    return found


def matched(wanted: Iterable[Act], given: Iterable[Act]) -> Iterator[tuple[Act, Act | None]]:
    """Each act wanted and the one given at its place that does the same, None where none does."""
    left = list(given)
    for each in wanted:
        start, end = each.span
        act = next((a for a in left if a.span.start < end and start < a.span.end), None)
        if act is None or act.concept != each.concept:
            yield each, None
        else:
            left.remove(act)
            yield each, act


def tally(pairs: Iterable[tuple[list[Act], list[Act]]]) -> Figures:
    """The acts wanted and given of each paragraph, counted."""
    here = hits = extra = missed = right = asking = wrong = 0
    for wanted, given in pairs:
        here += 1
        both = list(matched(wanted, given))
        same = [(each, act) for each, act in both if act]
        hits += len(same)
        missed += len(both) - len(same)
        extra += len(given) - len(same)
        for each, act in same:
            if act.strength in ASKING:
                asking += 1
                right += set(act.addressees) == set(each.addressees)
                wrong += bool(set(act.addressees) - set(each.addressees))
    return Figures(here, Score(hits, extra, missed), right, asking, wrong)


def times(labels: Iterable[ActLabel], folder: Path, rules: Rules) -> Score:
    """By when the acts of paragraphs ask, as labelled and as found; the first of each counts."""
    right = wrong = missed = 0
    for label in labels:
        name, _, key = label.place.rpartition("#")
        own = paragraphs_of(folder / name)[1] if (folder / name).is_file() else {}
        if key not in own:
            continue
        text, acts = own[key].text, acts_of(own, key, rules)
        due = {each.act: each.due for each in asked(text, acts, "GA", rules.grammar.words)}
        wanted = placed(text, label.acts)
        given = {one: due[act] for one, act in matched(wanted, acts) if act}
        for one, said in zip(wanted, label.acts, strict=True):
            found = given.get(one)
            words = text[found.start : found.end] if found else ""
            alike = any(words in each or each in words for each in said.due if words)
            right += alike
            wrong += bool(found) and not alike
            missed += bool(said.due) and not alike
    return Score(right, wrong, missed)


def tell(folder: Path, catalogue: Catalogue) -> None:
    """Print the figures of each list as it was settled, and as the first reader labelled it."""
    rules = Rules.of(catalogue)
    for name in NAMES:
        first, held = read(name, ActLabel), settled_list(name)
        for title, labels in {name: held, f"{name}, as the first reader": first}.items():
            if labels is held or first != held:
                own = rules["en" if "-en" in name else "zh"]
                found = compare(labels, folder, own, name.startswith("asked"))
                print(
                    f"{title}: {found.here} of {len(labels)} paragraphs are here; acts P "
                    f"{found.acts.precision:.3f} R {found.acts.recall:.3f} F1 {found.acts.f1:.3f}; "
                    f"whom they ask: {found.right} of {found.asking} right, {found.wrong} with a "
                    "wrong name"
                )
    for name in TIMES:
        own = rules["en" if "-en" in name else "zh"]
        found_times = times(read(name, ActLabel), folder, own)
        print(
            f"{name}: by when P {found_times.precision:.3f} R {found_times.recall:.3f}: "
            f"{found_times.right} right, {found_times.wrong} wrong, {found_times.missed} missed"
        )


if __name__ == "__main__":
    sys.exit(run(tell))
