"""How far two people agree where words part, and the program and jieba alone beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from resolutions.analysis.segment import Lexicon, segment
from resolutions.evaluate.agreement import (
    SecondWords,
    Words,
    boundaries,
    ends,
    kappa,
    raw,
    settled_words,
)
from resolutions.evaluate.score import Score
from resolutions.model.catalogue import Term


def word_rows(stretches: list[tuple[Words, SecondWords]], terms: Iterable[Term]) -> Iterator[str]:
    """Lines for the stretches; where parting and joining are both right nothing is counted."""
    lexicon, bare = Lexicon.of(terms), Lexicon.of(())
    places: list[tuple[bool, bool]] = []
    counts: dict[str, list[int]] = {}
    for one, two in stretches:
        text, first, second = "".join(one.words), ends(one.words), boundaries(two)
        spots = sorted(set(range(1, len(text))) - second.free)
        places += [(at in first, at in second.cut) for at in spots]
        holds = settled_words(one, two)
        sides = {
            "second against first": (first, second.cut, second.free),
            "program against first": (first, _cut(text, lexicon), set[int]()),
            "program against second": (second.cut, _cut(text, lexicon), second.free),
            "program against settled": (holds.cut, _cut(text, lexicon), holds.free),
            "jieba alone, settled": (holds.cut, _cut(text, bare), holds.free),
        }
        for name, (wanted, given, free) in sides.items():
            parts = (wanted & given, given - wanted, wanted - given)
            before = counts.get(name, [0, 0, 0])
            counts[name] = [n + len(part - free) for n, part in zip(before, parts, strict=True)]
    yield (
        f"words: {len(stretches)} stretches, {len(places)} places; "
        f"{raw(places):.4f} alike, kappa {kappa(places):.3f}"
    )
    for name, numbers in counts.items():
        each = Score(*numbers)
        yield f"  {name:<26}P {each.precision:.3f} R {each.recall:.3f} F1 {each.f1:.3f}"


def _cut(text: str, lexicon: Lexicon) -> set[int]:
    return {each.end for each in segment(text, lexicon)[0][:-1]}
