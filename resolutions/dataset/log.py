"""Everything that was told while the texts were read, as a file of the data set."""

from __future__ import annotations

from resolutions.model.library import Files, Library
from resolutions.model.problems import ordered
from resolutions.web.urls import PROBLEMS


def log(library: Library) -> Files:
    """A line a problem, the worst first; no file where there is none."""
    if library.problems:
        yield PROBLEMS, "".join(f"{each}\n" for each in ordered(library.problems))
