"""Look for dead links in a site, however large: python -m resolutions.evaluate.dead_links [SITE]

Every href and src of every page leads to a file of the site and, where it names one, to an element
with that id; a link out of it is of an `a`, or says where the page stands on the web, to https.
Pages are read side by side. The status is 1 where a link is dead.
"""

from __future__ import annotations

import posixpath
import sys
import time
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from lxml import etree

from resolutions import parallel

AT_ONCE = 40  # pages that a process is given together
SHOWN = 40  # dead links that are named
NOWHERE = "../"  # the end of a link that no site may have


class Read(NamedTuple):
    """A page: its own places, and those it leads to; hashes of `path#id` or of `path`."""

    own: array[int]
    led_to: array[int]


class Found(NamedTuple):
    """What a site was found to hold."""

    pages: int
    largest: int  # bytes of a page
    links: int  # to different places, of each page
    dead: list[str]


def main() -> int:
    """Print what was found."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    began = time.perf_counter()
    found = look(site)
    for each in found.dead[:SHOWN]:
        print(each)
    print(
        f"{len(found.dead)} dead of {found.links} links on {found.pages} pages, "
        f"the largest {found.largest / 1e3:.0f} kB; {time.perf_counter() - began:.0f} s"
    )
    return int(bool(found.dead))


def look(site: Path) -> Found:
    """Read every page, and again those with a dead link, to name it."""
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    pages = sorted(path for path in files if path.endswith(".html"))
    known = {hash(path) for path in files}
    led_to = []
    for read in parallel.each(lambda page: _read(site, page), pages, AT_ONCE):
        known.update(read.own)
        led_to.append(read.led_to)
    dead = [
        f"{page}: {link}"
        for page, own in zip(pages, led_to, strict=True)
        if not known.issuperset(own)
        for link, ends in _links(site, page)
        if not known.issuperset(map(hash, ends))
    ]
    largest = max((site / page).stat().st_size for page in pages)
    return Found(len(pages), largest, sum(map(len, led_to)), dead)


def _read(site: Path, page: str) -> Read:
    own = {hash(f"{page}#{each.get('id')}") for each in _elements(site, page) if each.get("id")}
    led_to = {hash(end) for _, ends in _links(site, page) for end in ends}
    return Read(array("q", own), array("q", led_to))


def _elements(site: Path, page: str) -> Iterator[etree._Element]:
    tree = etree.parse(site / page, etree.HTMLParser(encoding="utf-8"))
    return tree.iter(etree.Element)


def _links(site: Path, page: str) -> Iterator[tuple[str, list[str]]]:
    """The links of a page, and all that must be there for each."""
    for each in _elements(site, page):
        for name in ("href", "src"):
            link = each.get(name)
            if link is not None and not (each.tag == "link" and link == "data:,"):
                outward = each.tag == "a" or each.get("rel") == "canonical"
                yield link, _ends(page, outward, link)


def _ends(page: str, outward: bool, link: str) -> list[str]:
    """The places that a link needs; none of one that leads out of the site as it may."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return [] if parts.scheme == "https" and parts.netloc and outward else [NOWHERE]
    way = unquote(parts.path)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), way)) if way else page
    language = page.partition("/")[0]
    ends = [path] + [
        f"{language}/resolutions/{slug}.html"
        for slug in parse_qs(parts.query).get("instrument", ())
    ]
    return [*ends, f"{path}#{unquote(parts.fragment)}"] if "#" in link else ends


if __name__ == "__main__":
    sys.exit(main())
