"""Make `data/compounds.yml` of the UN's XML: words with a hyphen, by language.

python benchmarks/documents/compounds.py UN [--without NAMES] > data/compounds.yml

A word is taken that stands in two resolutions or more, and at least twenty times as often with its
hyphens as without; none with a figure. `--without`: a file of names of resolutions to leave out.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections import Counter
from pathlib import Path

from truth import MARK, truth_of

LANGUAGES = {"en": "English", "es": "Spanish", "fr": "French", "ru": "Russian"}
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
FIGURE = re.compile(r"[^\W\d_]{4,}-\d+|[^\d]+")  # covid-19
OFTEN = 20
UNITS = "one two three four five six seven eight nine first second third fourth fifth sixth seventh"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMERALS = [
    f"{ten}-{unit}" for ten in TENS.split() for unit in f"{UNITS} eighth ninth".split()
]  # of sessions, in English
HEAD = """# Words that the UN writes with a hyphen, by language, in lower case: pdftotext drops
# the hyphen at the end of a line, and these get it back (readers/printed/compounds). Made of the
# UN's XML of sessions 75 to 77 by benchmarks/documents/compounds.py; not to be mended by hand."""


def compounds(paths: list[Path], without: set[str]) -> list[str]:
    """The words of one language."""
    held: Counter[str] = Counter()  # in how many resolutions
    often: Counter[str] = Counter()
    for path in paths:
        name = re.match(r"A_RES_[\w-]+?_\d+(?: ?[A-Z])?(?=[-_.])", path.name)
        truth = None if name and name[0] in without else truth_of(path)
        if truth:
            texts = [part["text"] for part in truth["parts"]] + list(truth["footnotes"].values())
            text = re.sub("[‑‐]", "-", " ".join(texts).replace(MARK, " ")).lower()
            words = WORD.findall(text)
            often.update(words)
            held.update(set(words))
    return sorted(
        word
        for word, count in held.items()
        if "-" in word and count > 1 and FIGURE.fullmatch(word)
        if often[word] >= OFTEN * often[word.replace("-", "")]
    )


def main() -> None:
    """Print the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("un", type=Path)
    parser.add_argument("--without", type=Path)
    given = parser.parse_args()
    without = set(given.without.read_text(encoding="utf-8").split()) if given.without else set()
    print(HEAD)
    for code, folder in LANGUAGES.items():
        words = compounds(sorted(given.un.rglob(f"{folder}/*.xml")), without)
        words = sorted({*words, *NUMERALS}) if code == "en" else words
        lines = textwrap.wrap(" ".join(words), 116, break_on_hyphens=False)
        print(f"{code}: >-", *(f"  {line}" for line in lines), sep="\n")


if __name__ == "__main__":
    main()
