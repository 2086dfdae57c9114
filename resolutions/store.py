"""Where works lie between the stages: on disk, each text by itself, read when it is asked for.

A corpus of thousands of texts does not fit into memory; a small one stays there, for the last
`KEPT` works are not read twice.
"""

from __future__ import annotations

import pickle
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from resolutions.models import Language, Reading, Use, Work

KEPT = 64  # works held in memory


class Store:
    """A folder of works: texts, and the uses of terms in them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept: OrderedDict[str, _Box] = OrderedDict()

    def put(self, name: str, work: Work, uses: Mapping[str, tuple[Use, ...]]) -> None:
        """Lay a work down under a name that says of which texts and rules it was made."""
        parts = {code: pickle.dumps(reading, 5) for code, reading in work.texts.items()}
        box = (work.reference, work.unpaired, work.studied, parts, pickle.dumps(dict(uses), 5))
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_bytes(pickle.dumps(box, 5))

    def work(self, slug: str, name: str) -> Work:
        """The work laid down under a name; its texts are read when they are asked for."""
        box = self._box(name)
        return Work(
            slug=slug,
            reference=box.reference,
            texts=box,
            unpaired=box.unpaired,
            studied=box.studied,
        )

    def uses(self, name: str) -> dict[str, tuple[Use, ...]]:
        """The uses of the terms that have a page, by term."""
        found: dict[str, tuple[Use, ...]] = pickle.loads(self._box(name).wording)
        return found

    def _box(self, name: str) -> _Box:
        if name not in self.kept:
            self.kept[name] = _Box(*pickle.loads((self.folder / name).read_bytes()))
            if len(self.kept) > KEPT:
                self.kept.popitem(last=False)
        self.kept.move_to_end(name)
        return self.kept[name]


class _Box(Mapping[Language, Reading]):
    """The texts of a work, each unpacked the first time it is read."""

    def __init__(
        self,
        reference: Language,
        unpaired: Any,
        studied: Language | None,
        parts: dict[Language, bytes],
        wording: bytes,
    ) -> None:
        self.reference, self.unpaired, self.studied = reference, unpaired, studied
        self.parts, self.wording = parts, wording
        self.read: dict[Language, Reading] = {}

    def __getitem__(self, code: Language) -> Reading:
        if code not in self.read:
            self.read[code] = pickle.loads(self.parts[code])
        return self.read[code]

    def __contains__(self, code: object) -> bool:
        return code in self.parts  # and is not read to know that

    def __iter__(self) -> Iterator[Language]:
        return iter(self.parts)

    def __len__(self) -> int:
        return len(self.parts)


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
