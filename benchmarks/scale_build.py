"""Measure the build of a large corpus: time, processor, memory, what one changed file costs.

python benchmarks/scale_build.py [--un ../shared/un-xml] [--akn ../shared/akn] [--keep FOLDER]
                                 [--limit FILES]

Builds the site of the UN's own repository (three sessions, as `unpack` in its folder lays them
out) and of our texts, then again with one file changed, with none changed, and looks for dead
links. Where it does not lie there, or with
`--recombined`, the corpus is made by recombining a few files of the UN (see corpus.py).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 500_000  # bytes that a page should not exceed


def main() -> int:
    """Print the figures of both builds; say so where there are no files to build of."""
    parser = argparse.ArgumentParser(description=__doc__)
    shared = ROOT.parent / "shared"
    parser.add_argument("--un", type=Path, default=shared / "un-xml", help="the UN's repository")
    parser.add_argument("--akn", type=Path, default=shared / "akn")
    parser.add_argument(
        "--recombined", action="store_true", help="of few files, though it is there"
    )
    parser.add_argument("--resolutions", type=int, default=1700, help="that are recombined")
    parser.add_argument("--limit", type=int, help="files, those of one resolution together")
    parser.add_argument("--keep", type=Path, help="make the corpus here and leave it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        texts, site = options.keep or Path(folder) / "texts", Path(folder) / "site"
        if not _lay_out(options, texts):
            print(f"no UN XML at {options.un} or {options.akn}: name its folder with --un or --akn")
            return 0
        print(f"\ncores {os.cpu_count()}, Python {sys.version.split()[0]}")
        files = [path for path in sorted(texts.rglob("*")) if path.suffix.lower() == ".xml"]
        if options.limit:
            files = _few(files, options.limit)
        print(f"{len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.0f} MB")
        _tell("from scratch", *_build(texts, site))
        changed = files[0]
        changed.write_bytes(changed.read_bytes() + b"\n")
        _tell("one file changed", *_build(texts, site))
        _tell("nothing changed", *_build(texts, site))
        _look(site)
    return 0


def _look(site: Path) -> None:
    """Print what the site came to, and how many of its links are dead."""
    pages = [path.stat().st_size for path in site.rglob("*.html")]
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    over = sum(each > LARGEST for each in pages)
    print(
        f"{len(pages)} pages, the largest {max(pages) / 1e3:.0f} kB, {over} above "
        f"{LARGEST / 1e3:.0f} kB; folder {size / 1e6:.0f} MB",
        flush=True,
    )
    look = [sys.executable, "-m", "resolutions.evaluate.dead_links", str(site)]
    subprocess.run(look, cwd=ROOT, check=False)


def _lay_out(options: argparse.Namespace, texts: Path) -> bool:
    """Lay the corpus out, and say which it is; False where neither can be had."""
    unpack = options.un / "unpack"
    if unpack.is_file() and not options.recombined:
        print(f"the UN's repository: three sessions of {options.un}")
        subprocess.run([str(unpack), str(texts)], check=True)
    elif options.akn.is_dir():
        print(f"recombined from {options.akn}, not texts of the UN")
        maker = [sys.executable, str(ROOT / "benchmarks" / "corpus.py"), str(options.akn)]
        subprocess.run([*maker, str(texts), "--resolutions", str(options.resolutions)], check=True)
    else:
        return False
    return True


def _few(files: list[Path], most: int) -> list[Path]:
    """The first so many files in the order of their symbols; the others are removed."""
    ordered = sorted(files, key=lambda path: [int(n) for n in re.findall(r"\d+", path.stem)[:2]])
    for path in ordered[most:]:
        path.unlink()
    return ordered[:most]


def _build(texts: Path, site: Path) -> tuple[float, float, int, dict[str, float]]:
    """Wall, processor, memory, stages."""
    timings = site.with_suffix(".json")
    command = [sys.executable, "build_pages.py", "--texts", str(texts), "--site", str(site)]
    command += ["--build", str(site.with_name("build"))]
    timings.unlink(missing_ok=True)
    began, most, worked = time.perf_counter(), [0], _worked()
    process = subprocess.Popen(
        [*command, "--timings", str(timings)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    watcher = threading.Thread(target=_watch, args=(process, most), daemon=True)
    watcher.start()
    if process.wait():
        raise SystemExit("the build failed")
    wall = time.perf_counter() - began
    stages: dict[str, float] = json.loads(timings.read_text(encoding="utf-8"))
    return wall, _worked() - worked, most[0], stages


def _worked() -> float:
    """Seconds of processor of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(process: subprocess.Popen[bytes], most: list[int]) -> None:
    """The memory of the process and all below it, each page counted once among those sharing it."""
    while process.poll() is None:
        most[0] = max(most[0], sum(_proportional(pid) for pid in _below(process.pid)))
        time.sleep(0.5)


def _below(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [pid, *(each for child in children for each in _below(int(child)))]


def _proportional(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return next(
        (int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0
    )


def _tell(name: str, seconds: float, worked: float, memory: int, stages: dict[str, float]) -> None:
    print(
        f"{name:<18}{seconds:7.1f} s, {worked:6.1f} s of processor, "
        f"{memory / 1e6:6.0f} MB over all processes",
        flush=True,
    )
    for stage, taken in stages.items():
        print(f"  {stage:<26}{taken:7.1f} s")


if __name__ == "__main__":
    sys.exit(main())
