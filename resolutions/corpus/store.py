"""Where works lie between the stages: on disk, each text by itself, read when it is asked for.

A corpus of thousands of texts does not fit into memory; a small one stays there, for the last
`KEPT` works are not read twice. What lies here from an earlier run is a cache: what cannot be
read is absent, and what no run asked for in a month is removed.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from msgspec.msgpack import Decoder, Encoder

from resolutions.files import checksum, read_cached, write_cached
from resolutions.model.document import Unpaired
from resolutions.model.findings import Reading
from resolutions.model.library import Use, Work
from resolutions.model.records import Language, record

KEPT = 32  # works held in memory
UNUSED = 30 * 24 * 3600  # seconds after which what no run asked for is removed


@record
class Packed:
    """A work as it lies on disk: each of its texts is unpacked by itself."""

    reference: Language
    unpaired: dict[Language, tuple[Unpaired, ...]]
    studied: Language | None
    texts: dict[Language, bytes]
    uses: bytes


PACK = Encoder().encode
WORK = Decoder(Packed)
TEXT = Decoder(Reading)
USES = Decoder(dict[str, tuple[Use, ...]])


class Store:
    """A folder of works: texts, and the uses of terms in them; and what is known of files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept: OrderedDict[str, _Box] = OrderedDict()

    @classmethod
    def of(cls, folder: Path, fingerprint: str) -> Store:
        """The store of works read in one way; those of other ways, and old ones, are removed."""
        own = folder / fingerprint[:16]
        for other in folder.glob("*"):
            if other.is_file():
                other.unlink()
            elif other != own:
                shutil.rmtree(other)
        for path in own.glob("*"):
            if path.stat().st_mtime < time.time() - UNUSED:
                path.unlink()
        return cls(own)

    def recall(self, name: str) -> bytes | None:
        """What an earlier run made under a name; None where it is absent or cannot be read."""
        found = read_cached(self.folder / name)
        if found is not None:
            os.utime(self.folder / name)  # it is in use
        return found

    def keep(self, name: str, content: bytes) -> None:
        """Lay something down under a name."""
        write_cached(self.folder / name, content)

    def put(
        self, name: str, work: Work, uses: Mapping[str, tuple[Use, ...]]
    ) -> dict[Language, str]:
        """Lay a work down under a name that says of which texts and rules it was made.

        Returns the sum of each of its texts, and under "" that of what else is laid down.
        """
        packed = Packed(
            reference=work.reference,
            unpaired=work.unpaired,
            studied=work.studied,
            texts={code: PACK(reading) for code, reading in work.texts.items()},
            uses=PACK(uses),
        )
        self.keep(name, PACK(packed))
        rest = PACK(replace(packed, texts=dict.fromkeys(packed.texts, b""), uses=b""))
        return {code: checksum(text).hex() for code, text in {**packed.texts, "": rest}.items()}

    def work(self, slug: str, name: str) -> Work:
        """The work laid down under a name; its texts are read when they are asked for."""
        box = self._box(name)
        packed = box.packed
        return Work(
            slug=slug,
            reference=packed.reference,
            texts=box,
            unpaired=packed.unpaired,
            studied=packed.studied,
        )

    def uses(self, name: str) -> dict[str, tuple[Use, ...]]:
        """The uses of the terms that have a page, by term."""
        return USES.decode(self._box(name).packed.uses)

    def _box(self, name: str) -> _Box:
        if name not in self.kept:
            content = read_cached(self.folder / name)
            if content is None:  # it was whole when the run began
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(self.folder / name))
            self.kept[name] = _Box(WORK.decode(content))
            if len(self.kept) > KEPT:
                self.kept.popitem(last=False)
        self.kept.move_to_end(name)
        return self.kept[name]


class _Box(Mapping[Language, Reading]):
    """The texts of a work, each unpacked the first time it is read."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self.read: dict[Language, Reading] = {}

    def __getitem__(self, code: Language) -> Reading:
        if code not in self.read:
            self.read[code] = TEXT.decode(self.packed.texts[code])
        return self.read[code]

    def __contains__(self, code: object) -> bool:
        return code in self.packed.texts  # and is not read to know that

    def __iter__(self) -> Iterator[Language]:
        return iter(self.packed.texts)

    def __len__(self) -> int:
        return len(self.packed.texts)


class Stored(Mapping[str, Work]):
    """The works of a store by slug, in the order of the edition."""

    def __init__(self, store: Store, names: Mapping[str, str]) -> None:
        self.store, self.names = store, names

    def __getitem__(self, slug: str) -> Work:
        return self.store.work(slug, self.names[slug])

    def __contains__(self, slug: object) -> bool:
        return slug in self.names  # and is not read to know that

    def uses(self, slug: str) -> dict[str, tuple[Use, ...]]:
        """The uses of the terms that have a page, by term."""
        return self.store.uses(self.names[slug])

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)
