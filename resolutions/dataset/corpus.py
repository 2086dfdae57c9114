"""`corpus.json` and the JSON Schema it keeps; of a large edition, a file an instrument besides."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from resolutions.dataset.format import Context, Format, Item
from resolutions.dataset.paragraphs import paragraph_of
from resolutions.dataset.records import SCHEMA_VERSION, CorpusData, FrameData, InstrumentData
from resolutions.model.findings import Findings
from resolutions.model.library import Files
from resolutions.model.problems import Report

SCHEMA = "schema/corpus.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Corpus(Format):
    """Everything we know, checked against its schema.

    Of a large edition it lists what is known of each instrument; the texts stand in a file each.
    """

    name = "corpus.json"

    def files(self, item: Item, edition: Context) -> Files:
        """`instruments/<slug>.json`."""
        if edition.large:
            path = _own(item.data)
            yield f"data/{path}", _checked(item.data, InstrumentData, path, edition.report)

    def part(self, item: Item, edition: Context) -> bytes:
        """The instrument as `corpus.json` lists it."""
        data = item.data
        if edition.large:
            data = msgspec.structs.replace(data, texts={}, footnotes={}, file=_own(data))
        return msgspec.json.encode(data)

    def whole(self, parts: Sequence[bytes], edition: Context) -> Files:
        """`corpus.json` and its schema."""
        frames = [
            FrameData(symbol=symbol, paragraphs=[paragraph_of(p, Findings()) for p in frame])
            for symbol, frame in edition.library.frames.items()
        ]
        whole = {
            "schema_version": SCHEMA_VERSION,
            "edition": edition.catalogue.edition.edition,
            "instruments": list(map(msgspec.Raw, parts)),
            "frames": frames,
        }
        yield "data/corpus.json", _checked(whole, CorpusData, "corpus.json", edition.report)
        yield f"data/{SCHEMA}", schema_of(CorpusData)


def schema_of(kind: type) -> str:
    """The JSON Schema of a record; its `$comment` says which version of the shape it tells."""
    made: dict[str, Any] = msgspec.json.schema(kind)
    version = f"schema_version {SCHEMA_VERSION}"
    return (
        json.dumps({"$schema": DIALECT, "$comment": version, **made}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _own(data: InstrumentData) -> str:
    return f"instruments/{data.slug}.json"


def _checked(data: object, kind: type, path: str, report: Report) -> str:
    """The JSON of a record, read back as a reader of the data set does."""
    text = msgspec.json.encode(data)
    try:
        msgspec.json.decode(text, type=kind)
    except msgspec.ValidationError as problem:
        report.error(f"site/data/{path}", 1, "schema", str(problem), "mend `resolutions/dataset`")
    return text.decode("utf-8") + "\n"
