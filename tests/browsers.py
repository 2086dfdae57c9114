"""Make sure the browsers of the tests are here: Debian's chromium and firefox-esr, CJK fonts.

Installs what is missing where apt-get and root are at hand; else says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PACKAGES = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "firefox-esr": ("firefox-esr", "firefox"),
    "fonts-noto-cjk": (),
}


def missing() -> list[str]:
    """The Debian packages whose programs are not on PATH (fonts go with the browsers)."""
    lacking = [
        package
        for package, programs in PACKAGES.items()
        if programs and not any(shutil.which(program) for program in programs)
    ]
    return [*lacking, "fonts-noto-cjk", "fonts-noto-core"] if lacking else []


def main() -> int:
    """Install what is missing; return 1 where that cannot be done."""
    wanted = missing()
    if not wanted:
        return 0
    apt = shutil.which("apt-get")
    print(f"the browser tests need: {' '.join(wanted)}")
    if apt is None or os.geteuid() != 0:
        print(f"install them, on Debian: sudo apt-get install {' '.join(wanted)}", file=sys.stderr)
        return 1
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([apt, "-qq", "update"], check=True, env=environment)
    command = [apt, "-qq", "install", "--yes", "--no-install-recommends", *wanted]
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    sys.exit(main())
