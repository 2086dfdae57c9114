"""Make sure the browsers of the tests are here: Debian's chromium, as a shell without a window where
there is one, and firefox-esr, CJK fonts.

Installs what is missing where apt-get and root are at hand; else says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

# Packages that serve, the first that there is; the programs of which one is enough.
BROWSERS = (
    (
        ("chromium-headless-shell", "chromium"),
        ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"),
    ),
    (("firefox-esr", "firefox"), ("firefox-esr", "firefox")),
)
FONTS = ("fonts-noto-cjk", "fonts-noto-core")


def missing() -> list[tuple[str, ...]]:
    """The packages, one of each row, whose programs are not on PATH."""
    return [packages for packages, programs in BROWSERS if not any(map(shutil.which, programs))]


def known(package: str) -> bool:
    """Whether apt can install a package."""
    asked = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return asked.returncode == 0


def main() -> int:
    """Install what is missing; return 1 where that cannot be done."""
    lacking = missing()
    if not lacking:
        return 0
    apt = shutil.which("apt-get")
    first = [packages[0] for packages in lacking]
    print(f"the browser tests need: {' '.join([*first, *FONTS])}")
    if apt is None or os.geteuid() != 0:
        print(
            f"install them, on Debian: sudo apt-get install {' '.join([*first, *FONTS])}",
            file=sys.stderr,
        )
        return 1
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([apt, "-qq", "update"], check=True, env=environment)
    wanted = [next(filter(known, packages), packages[-1]) for packages in lacking]
    command = [apt, "-qq", "install", "--yes", "--no-install-recommends", *wanted, *FONTS]
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    sys.exit(main())
