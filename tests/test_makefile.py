from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from conftest import REPOSITORY


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
@pytest.mark.parametrize("goal", ["site", "check", "addresses"])
@pytest.mark.parametrize("folder", ["my texts", "l'été $HOME", '"x" & y'])
def test_the_folder_of_texts_is_one_word_of_the_command(goal: str, folder: str) -> None:
    words = "-c 'import sys; print(sys.argv[1:])'"
    command = ["make", "--silent", "-o", ".venv/.site", goal, f"RUN={sys.executable} {words}"]
    done = subprocess.run(
        [*command, f"TEXTS={folder.replace('$', '$$')}"],
        cwd=REPOSITORY, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip().endswith(f"'--texts', {folder!r}]")
