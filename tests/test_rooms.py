"""A room of the package imports only from rooms above it: the order in which a text goes."""

import ast
from pathlib import Path

from conftest import REPOSITORY

PACKAGE = REPOSITORY / "resolutions"
ORDER = (
    "model", "progress", "parallel", "files", "web", "catalogue", "readers", "analysis", "corpus",
    "references", "search", "comparison", "teaching",
    "dataset", "site", "publish", "make", "evaluate",
)  # fmt: skip


def rooms_imported(module: Path) -> set[str]:
    """The rooms a module imports from, wherever in it the import stands."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        if names == ["resolutions"]:
            assert isinstance(node, ast.ImportFrom)
            names = [f"resolutions.{each.name}" for each in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("resolutions.")}
    return found


def test_a_room_imports_only_from_rooms_above_it() -> None:
    modules = sorted(PACKAGE.rglob("*.py"))
    assert {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in modules} == {
        "__init__", *ORDER,
    }  # fmt: skip
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {room}"
        for path in modules
        for room in rooms_imported(path)
        if path != PACKAGE / "__init__.py"
        and ORDER.index(room) > ORDER.index(path.relative_to(PACKAGE).parts[0].removesuffix(".py"))
    ]
    assert wrong == []


def test_nothing_imports_what_judges_the_edition() -> None:
    importing = [path for path in PACKAGE.rglob("*.py") if "evaluate" in rooms_imported(path)]
    assert {path.parent.name for path in importing} <= {"evaluate"}
