"""YAML files read into records, every problem with the line it stands on."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints, is_typeddict

import msgspec
import yaml

from resolutions.model.problems import Report

T = TypeVar("T")
YamlPath = tuple[str | int, ...]  # where a value stands: (3, "names", "en")
Complaint = tuple[YamlPath, str, str, str]  # where, code, message, remedy

BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the loader in C, where PyYAML has it


class _Loader(BASE):  # type: ignore[misc]
    """YAML as our editors mean it: dates stay text, a doubled key is a problem."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load_yaml(path: Path, shown: str, kind: type[T] | Any, report: Report) -> T | None:
    """Read a YAML file into records of `kind`; report what does not fit and return None."""
    loaded = parse_yaml(path, shown, report)
    return convert(*loaded, shown, kind, report) if loaded else None


def convert(
    value: Any, lines: dict[YamlPath, int], shown: str, kind: type[T] | Any, report: Report
) -> T | None:
    """Turn plain values into records of `kind`; report what does not fit, with its line."""
    for place, name, known in _unknown(value, kind, ()):
        close = difflib.get_close_matches(str(name), known, 1)
        remedy = f"did you mean `{close[0]}`?" if close else f"the fields are {', '.join(known)}"
        line = lines_of(lines, (*place, name))
        report.error(shown, line, "unknown-field", f"`{name}` is not a field", remedy)
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as problem:
        message, place = _placed(str(problem))
        remedy = "data/README.md tells the fields of this file"
        report.error(shown, lines_of(lines, place), "bad-field", message, remedy)
        return None


def parse_yaml(path: Path, shown: str, report: Report) -> tuple[Any, dict[YamlPath, int]] | None:
    """Read YAML into plain values, and the line of each; report what is not YAML."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as problem:
        mark = getattr(problem, "problem_mark", None)
        reason = getattr(problem, "problem", None) or str(problem)
        line = mark.line + 1 if mark else 1
        report.error(
            shown, line, "bad-yaml", f"not YAML: {reason}", "mind the indent and the colon"
        )
        return None
    lines: dict[YamlPath, int] = {(): 1}
    value = _value(node, (), lines, shown, report)
    return value, lines


def lines_of(lines: dict[YamlPath, int], place: YamlPath) -> int:
    """The line of a place in a YAML file, or of the nearest place around it."""
    while place not in lines:
        place = place[:-1]
    return lines[place]


def _value(
    node: yaml.Node | None,
    place: YamlPath,
    lines: dict[YamlPath, int],
    shown: str,
    report: Report,
    within: tuple[yaml.Node, ...] = (),
) -> Any:
    if node is None:
        return None
    lines[place] = node.start_mark.line + 1
    if node in within:
        report.error(shown, lines[place], "bad-yaml", "an alias holds itself", "write it out")
        return None
    within = (*within, node)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                report.error(shown, line, "bad-yaml", "a key is not a word", "quote it")
                continue
            key = _scalar(key_node)
            if key in mapping:
                report.error(shown, line, "doubled-key", f"`{key}` stands twice", "keep one")
            mapping[key] = _value(value_node, (*place, key), lines, shown, report, within)
            lines[(*place, key)] = line
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(each, (*place, number), lines, shown, report, within)
            for number, each in enumerate(node.value)
        ]
    return _scalar(node)


_SCALARS = yaml.SafeLoader("")


def _scalar(node: yaml.Node) -> Any:
    if node.tag == "tag:yaml.org,2002:str":
        return node.value
    try:
        return _SCALARS.construct_object(node, deep=True)  # type: ignore[no-untyped-call, unused-ignore]
    except (yaml.YAMLError, ValueError, TypeError):
        return getattr(node, "value", None)


def _placed(message: str) -> tuple[str, YamlPath]:
    # "Object contains unknown field `name` - at `$[3].names`"
    match = re.search(r" - at `(?:key in )?\$(.*)`$", message)
    if not match:
        return message, ()
    place: list[str | int] = []
    for name, number in re.findall(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]", match[1]):
        if number == "...":
            break
        place.append(int(number) if number else name)
    return message[: match.start()], tuple(place)


def _unknown(value: Any, kind: Any, place: YamlPath) -> Iterator[tuple[YamlPath, Any, list[str]]]:
    """The keys that stand where a record has no such field, with the fields it has."""
    if isinstance(value, list):
        inner = [each for each in get_args(kind) if each is not Ellipsis]
        for number, each in enumerate(value):
            yield from _unknown(each, inner[0] if inner else None, (*place, number))
    elif isinstance(value, dict) and (is_dataclass(kind) or is_typeddict(kind)):
        hints = _hints(kind)
        for key, each in value.items():
            if key not in hints:
                yield place, key, list(hints)
            else:
                yield from _unknown(each, _plain(hints[key]), (*place, key))


@cache  # each record has many values
def _hints(kind: Any) -> dict[str, Any]:
    """The fields of a record and their kinds."""
    return get_type_hints(kind)


def _plain(kind: Any) -> Any:
    """The kind without `| None`."""
    if get_origin(kind) in (Union, UnionType):
        kinds = [each for each in get_args(kind) if each is not NoneType]
        return kinds[0] if len(kinds) == 1 else None
    return kind
