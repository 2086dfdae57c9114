"""`links-<lang>.imscc`: a Thin Common Cartridge of links to every instrument and theme.

Only where `edition.yml` says where on the web the edition stands: a link of a stick leads nowhere
from a course.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from resolutions.teaching.pack import Course, Pack, Packs, child, xml, zipped
from resolutions.web import urls
from resolutions.web.strings import Strings

PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1"
LINK = "http://www.imsglobal.org/xsd/imsccv1p2/imswl_v1p2"
ABOUT = "http://ltsc.ieee.org/xsd/imsccv1p2/LOM/manifest"  # the metadata that a manifest must have


class Cartridge(Pack):
    """IMS Thin Common Cartridge 1.2."""

    name = "common-cartridge"

    def files(self, course: Course) -> Packs:
        """One an interface language; none without a web address."""
        if not course.catalogue.edition.base_url:
            return
        for tongue in course.catalogue.interface:
            words = Strings(tongue.code, course.catalogue)
            heads = course.library.heads.values()
            texts = [
                (
                    f"{words.label(head.document)} · {words.title(head)[0]}",
                    urls.resolution(head.slug),
                )
                for head in heads
            ]
            held = course.library.by_theme
            themes = [(name, urls.theme(each)) for each, name in words.themes.items() if held[each]]
            parts = ((words("nav.resolutions"), texts), (words("nav.themes"), themes))
            yield f"cartridge/links-{tongue.code}.imscc", _cartridge(words, parts)


def _cartridge(words: Strings, parts: tuple[tuple[str, list[tuple[str, str]]], ...]) -> bytes:
    root = Element("manifest", {"identifier": f"un-links-{words.language}", "xmlns": PACKAGE})
    about = child(root, "metadata")
    child(about, "schema", "IMS Thin Common Cartridge")
    child(about, "schemaversion", "1.2.0")
    _title(about, words)
    tree = child(
        child(root, "organizations"), "organization", identifier="o", structure="rooted-hierarchy"
    )
    top = child(tree, "item", identifier="top")
    resources = child(root, "resources")
    files: list[tuple[str, bytes]] = []
    for number, (name, links) in enumerate(parts):
        folder = child(top, "item", identifier=f"f{number}")
        child(folder, "title", name)
        for title, path in links:
            mark = f"l{len(files)}"
            item = child(folder, "item", identifier=f"i{mark}", identifierref=mark)
            child(item, "title", title)
            made = child(resources, "resource", identifier=mark, type="imswl_xmlv1p2")
            child(made, "file", href=f"{mark}.xml")
            address = words.catalogue.edition.address(f"{words.language}/{path}")
            files.append((f"{mark}.xml", _link(title, address)))
    return zipped([("imsmanifest.xml", xml(root)), *files])


def _title(about: Element, words: Strings) -> None:
    about = child(about, "lomimscc:lom", **{"xmlns:lomimscc": ABOUT})
    title = child(child(about, "lomimscc:general"), "lomimscc:title")
    child(title, "lomimscc:string", words("site.title"), language=words.language)


def _link(title: str, address: str) -> bytes:
    root = Element("webLink", {"xmlns": LINK})
    child(root, "title", title)
    child(root, "url", href=address, target="_blank")
    return xml(root)
