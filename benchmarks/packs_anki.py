"""Each deck twice into a new collection of Anki: python packs_anki.py FOLDER, where `anki` is.

A line a deck: notes after the first and after the second import, notes that the second brought.
Ends with 1 where the second import changed their number.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest


def imported(collection: Collection, deck: Path) -> tuple[int, int]:
    """Notes of the collection after an import, and those that were new to it."""
    options = ImportAnkiPackageOptions()
    request = ImportAnkiPackageRequest(package_path=str(deck), options=options)
    log = collection.import_anki_package(request).log
    return collection.note_count(), len(log.new)


def main() -> int:
    """All decks of a folder, each in a collection of its own."""
    failed = 0
    for deck in sorted(Path(sys.argv[1]).glob("*.apkg")):
        with tempfile.TemporaryDirectory() as folder:
            collection = Collection(f"{folder}/collection.anki2")
            (first, new), (second, again) = (imported(collection, deck) for _ in range(2))
            collection.close()
        print(f"anki {deck.name}: {first} notes, then {second}, new again {again}")
        failed |= first != second or first != new or again > 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
