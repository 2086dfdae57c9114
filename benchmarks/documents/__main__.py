"""Read Word files, PDFs and plain text made of the UN's XML, and compare them with that XML.

python benchmarks/documents UN FOLDER [--resolutions 20] [--skip 0] [--seed N] [--truth DIR]

UN is the UN's repository as it is cloned. Resolutions that are held in six languages are drawn from
it; each text becomes a .docx (real footnotes), with LibreOffice a .pdf, and of that plain text as
pdftotext, pypdfium2 and pdfminer.six (where they are installed) extract it. What should be read is
taken from the raw XML, not by our reader. A file is right when its title, symbol, paragraphs with
their labels and note marks, and the texts of its notes are equal; told when it is not, and a
problem says so; hyphen when a hyphen at a line end, which pdftotext drops, is all that differs;
silent when nothing does. `--truth DIR`: compare files that lie beside their
`NAME.truth.json` instead.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from compare import Outcome, compare
from extracts import make_pdfs, make_texts
from truth import Truth, truth_of
from word import write_docx

SEED = 20310719
LANGUAGES = {
    "Arabic": "ar", "Chinese": "zh", "English": "en",
    "French": "fr", "Russian": "ru", "Spanish": "es",
}  # fmt: skip


def drawn(un: Path, count: int, skip: int, seed: int) -> Iterator[tuple[str, str, Truth]]:
    """Resolutions in six languages, drawn at random: name, language, what they hold."""
    texts: dict[str, dict[str, Path]] = defaultdict(dict)
    for path in sorted(un.rglob("*.xml")):
        symbol = re.match(r"A_RES_[\w-]+?_\d+(?: ?[A-Z])?(?=[-_.])", path.name)
        language = LANGUAGES.get(path.parent.name)
        if symbol and language:
            texts[symbol[0]][language] = path
    whole = sorted(name for name, own in texts.items() if len(own) == len(LANGUAGES))
    random.Random(seed).shuffle(whole)
    taken = 0
    for name in whole:
        truths = {code: truth_of(path) for code, path in texts[name].items()}
        if all(truths.values()):
            if taken >= skip:
                yield from ((name, code, truth) for code, truth in truths.items() if truth)
            taken += 1
        if taken == skip + count:
            return


def make(un: Path, folder: Path, count: int, skip: int, seed: int) -> None:
    """Make the files, each beside its truth."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, language, truth in drawn(un, count, skip, seed):
        path = folder / f"{name}.{language}.docx"
        write_docx(truth, path, language)
        path.with_suffix(".truth.json").write_text(json.dumps(truth, ensure_ascii=False), "utf-8")
        made.append(path)
    for pdf in make_pdfs(made, folder):
        list(make_texts(pdf))


def measure(folder: Path, kinds: Sequence[str]) -> Iterator[tuple[str, str, Path, Outcome]]:
    """Read every file that lies beside its truth: kind, language, file, what came of it."""
    for path in sorted(folder.rglob("*")):
        stem = re.match(r"(.+?\.(ar|en|es|fr|ru|zh))\.(?:(\w+)\.)?(docx|pdf|txt)$", path.name)
        if not stem or (kinds and (stem[3] or stem[4]) not in kinds):
            continue
        truth = json.loads((path.parent / f"{stem[1]}.truth.json").read_text(encoding="utf-8"))
        yield stem[3] or stem[4], stem[2], path, compare(path, truth)


def tell(outcomes: Iterator[tuple[str, str, Path, Outcome]]) -> None:
    """Print every difference, then the figures by kind and language."""
    count: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    seconds: dict[str, list[float]] = defaultdict(list)
    for kind, language, path, outcome in outcomes:
        count[kind][language][outcome.verdict] += 1
        seconds[kind].append(outcome.seconds)
        if outcome.verdict != "right":
            codes = ", ".join(outcome.codes)
            print(f"{outcome.verdict:<8}{path.name}: {outcome.why} [{codes}]", flush=True)
    for kind, languages in sorted(count.items()):
        for language, verdicts in sorted(languages.items()):
            print(f"{kind:<10} {language} {dict(verdicts)}")
        total = sum(languages.values(), Counter())
        own = sorted(seconds[kind])
        times = f"median {own[len(own) // 2]:.2f} s, slowest {own[-1]:.2f} s"
        print(f"{kind:<10} all {dict(total)} right {total['right'] / total.total():.3f}, {times}")


def main() -> None:
    """Make the files, read them, print the figures and every difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("un", type=Path, nargs="?")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--resolutions", type=int, default=20)
    parser.add_argument("--skip", type=int, default=0, help="leave out the first drawn")
    parser.add_argument("--seed", type=int, default=SEED, help="of the draw")
    parser.add_argument("--truth", type=Path)
    parser.add_argument("--kinds", default="", help="docx,pdf,pdftotext: these alone")
    given = parser.parse_args()
    if given.truth is None:
        make(given.un, given.folder, given.resolutions, given.skip, given.seed)
    tell(measure(given.truth or given.folder, given.kinds.split(",") if given.kinds else []))


if __name__ == "__main__":
    main()
