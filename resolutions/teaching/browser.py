"""What the hand-out loads to make exercises: a script an instrument, and the names of treaties.

The texts themselves are in what the search loads; offsets count code points of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from resolutions.model.catalogue import Catalogue
from resolutions.model.findings import Reading
from resolutions.model.library import Files, Library
from resolutions.model.records import Language
from resolutions.teaching.material import material, treaty_names
from resolutions.web import urls
from resolutions.web.scripts import call


def material_script(slug: str, texts: Mapping[Language, Reading], catalogue: Catalogue) -> Files:
    """`handout/<slug>.js`: by language and key, the lead verb and the treaties of a paragraph.

    A lead is `[start, end, strength]`, a treaty `[start, end, id]`.
    """
    found = {}
    for language, reading in texts.items():
        own = list(material(reading, catalogue))
        found[language] = {
            "leads": {each.key: [*each.lead.span, each.lead.strength] for each in own if each.lead},
            "treaties": {
                each.key: [[*span, target] for span, target in each.treaties]
                for each in own
                if each.treaties
            },
        }
    yield urls.material(slug), call("edition.material", {"slug": slug, "texts": found})


def treaties_script(library: Library, catalogue: Catalogue) -> Files:
    """`handout/treaties.js`: the confirmed names of every treaty that a text cites."""
    cited = {
        target
        for head in library.heads.values()
        for _, target in head.cited
        if target in catalogue.instruments and catalogue.instruments[target].kind == "treaty"
    }
    yield urls.TREATIES, call("edition.treaties", treaty_names(cited, catalogue))
