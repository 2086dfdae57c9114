"""The title of an edition that has none of its own: on crime only where its texts are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Head

GENERAL = {"site.title": "site.title.all", "shell.title": "shell.title.all"}


def entitled(catalogue: Catalogue, heads: Collection[Head]) -> Catalogue:
    """The catalogue, under the general title where most texts are about none of our core themes."""
    core = {theme.id for theme in catalogue.themes if theme.group != "other"}
    about = sum(any(each.theme in core for each in head.tagged) for head in heads)
    if catalogue.titled or 2 * about >= len(heads):
        return catalogue
    strings = {
        code: {**words, **{name: words[general] for name, general in GENERAL.items()}}
        for code, words in catalogue.strings.items()
    }
    return replace(catalogue, strings=strings)
