"""What the texts of a language cite by: the names of instruments, and the patterns of `citing.yml`.

A name is known whatever blanks a line break or a figure left in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from resolutions.model.instruments import Instrument
from resolutions.model.patterns import compiled, filled
from resolutions.model.records import Target, record
from resolutions.model.rules import Citing, NameForms
from resolutions.model.symbols import PART

CJK = re.compile("[㐀-鿿]")
NO_NAME = "(?!)"  # a pattern that never matches


@record
class Patterns:
    """The patterns of `citing.yml` with their parts filled in; its head tells what each matches."""

    ibid: re.Pattern[str]
    chain: re.Pattern[str]
    behind: re.Pattern[str]
    number: re.Pattern[str]
    after: re.Pattern[str]
    no_number: re.Pattern[str]
    dated: re.Pattern[str]  # a number (`at`) with the `year` of its date
    organ: re.Pattern[str]
    volume: re.Pattern[str]
    clause: re.Pattern[str]
    part: re.Pattern[str]  # Corr.1, of the document named before it
    above: re.Pattern[str]
    above_items: re.Pattern[str]
    item: re.Pattern[str]
    and_: re.Pattern[str]  # between items
    through: re.Pattern[str]  # from one letter of a number to another
    until: re.Pattern[str]  # from one number to another

    @classmethod
    def of(cls, citing: Citing) -> Patterns:
        """KeyError for a part that `citing` has not, re.error for a bad pattern."""

        def pattern(text: str) -> re.Pattern[str]:
            return compiled(filled(text, citing.parts))

        return cls(
            ibid=compiled(citing.ibid),
            chain=pattern(citing.chain),
            behind=pattern(citing.behind),
            number=pattern("{number}"),
            after=pattern(citing.after),
            no_number=pattern(citing.no_number),
            dated=pattern(citing.dated),
            organ=pattern(citing.organ),
            volume=pattern(citing.volumes),
            clause=pattern(citing.clause),
            part=pattern(f"(?:{citing.also}){PART}"),
            above=pattern(citing.above),
            above_items=pattern(citing.above_items),
            item=pattern("{item}"),
            and_=pattern("{and}"),
            through=pattern("{through}"),
            until=pattern("{until}"),
        )


@record
class Names:
    """All that texts of a language cite by."""

    citing: Citing
    patterns: Patterns
    instruments: Mapping[Target, Instrument]
    whole: Mapping[str, Instrument]  # by a whole name, its blanks squeezed
    short: Mapping[str, Sequence[Instrument]]  # all that a short title may mean
    following: Sequence[tuple[re.Pattern[str], Instrument]]  # cited only after their treaty
    volumes: Mapping[tuple[int, int], Sequence[Target]]  # by volume and number in a treaty series
    named: re.Pattern[str]  # a whole name where it cites
    shortened: re.Pattern[str]  # a short title where it counts
    mentioned: re.Pattern[str]  # a name with a short title, wherever it stands

    @classmethod
    def of(cls, instruments: Mapping[Target, Instrument], citing: Citing) -> Names:
        """The names in use; KeyError or re.error where the patterns of `citing` are no good."""
        wordings = [(each, citing.wordings(each)) for each in instruments.values()]
        whole = {
            squeezed(name): each for each, own in wordings if not each.of for name in _full(own)
        }
        short = _by_short_title(wordings)
        bare = {squeezed(name) for _, own in wordings for name in own.bare}
        with_short = {squeezed(name) for _, own in wordings if own.short for name in _full(own)}
        return cls(
            citing=citing,
            named=_any(citing.name, whole, bare),
            shortened=_any(citing.short, short, set()),
            mentioned=_any("(?:{names})", with_short & whole.keys(), set()),
            patterns=Patterns.of(citing),
            instruments=instruments,
            whole=whole,
            short=short,
            following=[
                (re.compile(_loose(name)), each)
                for each, own in wordings
                if each.of
                for name in _full(own)
            ],
            volumes=_by_volume(instruments.values()),
        )


def _full(forms: NameForms) -> tuple[str, ...]:
    return *forms.forms, *forms.bare


def _by_short_title(
    wordings: Iterable[tuple[Instrument, NameForms]],
) -> dict[str, list[Instrument]]:
    short: dict[str, list[Instrument]] = {}
    for instrument, forms in wordings:
        for title in forms.short:
            short.setdefault(squeezed(title), []).append(instrument)
    return short


def _by_volume(instruments: Iterable[Instrument]) -> dict[tuple[int, int], list[Target]]:
    volumes: dict[tuple[int, int], list[Target]] = {}
    for instrument in instruments:
        for place in instrument.series:
            volumes.setdefault((place.volume, place.number), []).append(instrument.id)
    return volumes


def _any(frame: str, names: Iterable[str], bare: set[str]) -> re.Pattern[str]:
    """The pattern for any of these names, the longest first, in their `frame`.

    `bare`: those of them that stand in the open too, as the frame's `{bare}`.
    """
    longest = sorted(names, key=lambda name: (-len(name), name))
    every = "|".join(map(_loose, longest)) or NO_NAME
    in_the_open = "|".join(_loose(name) for name in longest if name in bare) or NO_NAME
    return re.compile(frame.replace("{names}", every).replace("{bare}", in_the_open))


def squeezed(name: str) -> str:
    """A name without blanks; where they part words, with one blank between these."""
    return ("" if CJK.search(name) else " ").join(name.split())


def _loose(name: str) -> str:
    """A pattern for a name, whatever blanks a line break or a figure left in it."""
    if CJK.search(name):
        return r" ?".join(re.escape(character) for character in squeezed(name))
    return r"\s".join(map(re.escape, name.split()))
