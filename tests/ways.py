"""The ways on pages, as tests follow them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping


def dead(bodies: Mapping[str, str]) -> list[str]:
    """The links of pages that lead to no page of their languages, or to no anchor there.

    `bodies`: the pages by path, `zh/themes/wildlife.html`; other folders of a site are passed over.
    """
    languages = {path.partition("/")[0] for path in bodies}
    found = []
    for path, body in bodies.items():
        for href in re.findall(r'href="?([^">\s]+)', body):
            way, _, anchor = href.partition("#")
            target = way.partition("?")[0]
            place = posixpath.join(posixpath.dirname(path), target) if target else path
            page = posixpath.normpath(place)
            if "://" in target or page.partition("/")[0] not in languages:
                continue
            if page not in bodies or (anchor and f'id="{anchor}"' not in bodies[page]):
                found.append(f"{path} -> {href}")
    return found
