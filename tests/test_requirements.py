"""What the build imports is installed by the list that `make site` installs from, and no more."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from conftest import REPOSITORY

MODULES = [REPOSITORY / "build_pages.py", *(REPOSITORY / "resolutions").rglob("*.py")]
NAME = re.compile(r"[\w.-]+")
UNIMPORTED = {"mkdocs-material"}  # a theme: MkDocs finds it by the name in mkdocs.yml


def imported() -> set[str]:
    """The first names of all modules that the build imports, wherever the import stands."""
    names = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module)
            elif isinstance(node, ast.Import):
                names.update(each.name for each in node.names)
    return {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"resolutions"}


def runtime() -> set[str]:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {found[0].lower() for line in project["dependencies"] if (found := NAME.match(line))}


def test_the_build_imports_what_its_list_installs_and_nothing_else() -> None:
    installed = packages_distributions()
    wanted = {installed[name][0].lower() for name in imported()}
    assert wanted == runtime() - UNIMPORTED


def test_the_list_with_hashes_has_each_of_them() -> None:
    lines = (REPOSITORY / "requirements.txt").read_text(encoding="utf-8").splitlines()
    listed = {line.split("==")[0].lower() for line in lines if "==" in line}
    assert runtime() <= listed
