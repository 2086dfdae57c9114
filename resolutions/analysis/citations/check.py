"""What is wrong with `citing.yml`: instruments that are not there, patterns that do not compile."""

from __future__ import annotations

import re
from collections.abc import Mapping

from resolutions.analysis.citations.names import Names
from resolutions.catalogue.yamlfile import Complaint
from resolutions.model.instruments import Instrument
from resolutions.model.records import Target
from resolutions.model.rules import Citing


def check_citing(citing: Citing, instruments: Mapping[Target, Instrument]) -> list[Complaint]:
    """Unknown instruments, bad patterns."""
    complaints: list[Complaint] = [
        (
            ("names", target),
            "unknown-instrument",
            f"names for `{target}`, which is not in instruments.yml",
            "correct the id, or add the instrument",
        )
        for target in citing.names
        if target not in instruments
    ]
    try:
        Names.of(instruments, citing)
    except KeyError as problem:
        complaints.append(((), "unknown-list", f"no part {problem}", "correct the name"))
    except re.error as problem:
        message = f"{problem.pattern!r}: {problem}"
        complaints.append(((), "bad-pattern", message, "mend the pattern"))
    return complaints
