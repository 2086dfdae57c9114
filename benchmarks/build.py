"""Measure the build: from scratch and unchanged, and the share of each stage.

python benchmarks/build.py [--runs 3]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Print the median seconds of both kinds of run and the seconds of each stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        site, timings = Path(folder) / "site", Path(folder) / "timings.json"
        scratch = sorted(_run(site, timings, fresh=True) for _ in range(runs))[runs // 2]
        stages: dict[str, float] = json.loads(timings.read_text(encoding="utf-8"))
        again = sorted(_run(site, timings, fresh=False) for _ in range(runs))[runs // 2]
        size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
        pages = [path.stat().st_size for path in site.rglob("*.html")]
        packed = Path(f"{site}.zip").stat().st_size
    print(f"\ncores {os.cpu_count()}, Python {sys.version.split()[0]}, median of {runs}")
    print(f"from scratch {scratch:6.2f} s\nunchanged    {again:6.2f} s")
    for name, seconds in stages.items():
        print(f"  {name:<24}{seconds:6.2f} s  {seconds / scratch:5.0%}")
    print(f"{len(pages)} pages, the largest {max(pages) / 1000:.0f} kB")
    print(f"folder {size / 1e6:.1f} MB, zip {packed / 1e6:.1f} MB")
    return 0


def _run(site: Path, timings: Path, fresh: bool) -> float:
    if fresh:
        for folder in (site, site.with_name("build")):
            shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "build_pages.py", "--site", str(site), "--timings", str(timings)]
    command += ["--build", str(site.with_name("build"))]
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
