from __future__ import annotations

import difflib
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import GOLDEN, Root

from resolutions.publish.package import MADE_HERE, write_sums

Run = Callable[..., tuple[int, str, str]]
Break = Callable[[Root], None]

TEXT = "texts/A-RES-90-1.zh.txt"
HEADER = "texts/A-RES-90-1.zh.yml"


def with_sum(root: Root) -> None:
    """The sum of the text as it is now: the strict reader takes it."""
    path, text = root.data / HEADER, (root.data / TEXT).read_bytes()
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("sha256")]
    path.write_text(
        "".join([*kept, f"sha256: {hashlib.sha256(text).hexdigest()}\n"]), encoding="utf-8"
    )


def unexplained_line(root: Root) -> None:
    root.change(TEXT, "第 55 次全体会议\n", "第 55 次全体会议\n\n第四次修订\n")
    with_sum(root)


def changed_text(root: Root) -> None:
    root.change(TEXT, "编写报告；", "撰写报告；")


def lost_paragraph(root: Root) -> None:
    root.change(TEXT, "1. **促请**会员国打击贩运人口；\n\n", "")
    with_sum(root)


def yaml_that_breaks(root: Root) -> None:
    root.change(
        "terms.yml", "- id: secretary-general\n", "- id: secretary-general\n kind: person\n"
    )


def yaml_with_a_wrong_value(root: Root) -> None:
    root.change("errata.yml", "kind: doubled", "kind: duobled")


def yaml_with_a_doubled_key(root: Root) -> None:
    root.change("edition.yml", 'edition: "0.1"\n', 'edition: "0.1"\nedition: "0.2"\n')


def header_without_a_symbol(root: Root) -> None:
    root.change(HEADER, "symbol: A/RES/90/1\n", "")


def text_without_a_header(root: Root) -> None:
    """A letter: it says neither what it is, nor does a header."""
    (root.data / HEADER).unlink()
    (root.data / TEXT).write_text("各位代表：\n\n请查收所附文件。\n", encoding="utf-8")


def text_in_another_encoding(root: Root) -> None:
    path = root.data / TEXT
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))


def rule_with_an_unknown_term(root: Root) -> None:
    root.change(
        "themes.yml",
        "    - terms: [trafficking-in-persons]\n",
        "    - terms: [trafficking-in-person]\n",
    )


def rule_that_misses_its_example(root: Root) -> None:
    root.change("themes.yml", "      examples: [打击腐败]\n", "      examples: [打击贪污]\n")


def term_with_a_form_of_another(root: Root) -> None:
    root.change("terms.yml", "variants: {zh: [人口贩运]}", "variants: {zh: [人口贩运, 腐败]}")


def erratum_that_fits_nowhere(root: Root) -> None:
    root.change("errata.yml", "within: 作出的的努力", "within: 作出的努力")


def doubled_address(root: Root) -> None:
    for suffix in ("txt", "yml"):
        content = (root.data / f"texts/A-RES-90-1.zh.{suffix}").read_bytes()
        (root.data / f"texts/Copy-of-90-1.zh.{suffix}").write_bytes(content)


def lost_address(root: Root) -> None:
    path = root.data / "addresses.txt"
    path.write_text("a-res-90-1#op4\n" + path.read_text(encoding="utf-8"), encoding="utf-8")


def lost_page(root: Root) -> None:
    path = root.data / "addresses.txt"
    lost = "resolutions/a-res-89-9.html\n"
    path.write_text(lost + path.read_text(encoding="utf-8"), encoding="utf-8")


def lost_paragraph_with_a_published_address(root: Root) -> None:
    root.change(TEXT, "(二) 上文第 1 段所述合作；\n\n", "")
    with_sum(root)


def unknown_field(root: Root) -> None:
    root.change("instruments.yml", "document: A/RES/55/25", "documnet: A/RES/55/25")


def rule_with_an_unknown_list(root: Root) -> None:
    root.change("themes.yml", "find: [腐败]", "find: ['{crimes}']")


def rule_with_a_bad_pattern(root: Root) -> None:
    root.change("themes.yml", "find: [腐败]", "find: ['腐败(']")


def rule_with_an_unknown_theme(root: Root) -> None:
    root.change("themes.yml", "    - find: [腐败]\n", "    - find: [腐败]\n      also: [fraud]\n")


def theme_with_an_unknown_key_term(root: Root) -> None:
    root.change("themes.yml", "key_terms: [corruption]", "key_terms: [corupption]")


def override_with_an_unknown_theme(root: Root) -> None:
    root.change("overrides.yml", "theme: corruption", "theme: corupption")


def override_of_an_unknown_place(root: Root) -> None:
    root.change("overrides.yml", "a-res-90-1#op3", "a-res-90-1#op33")


def erratum_with_an_unknown_source(root: Root) -> None:
    root.change("errata.yml", "source: A-RES-90-1.zh.txt", "source: A-RES-90-2.zh.txt")


def lineage_to_a_text_that_is_not_held(root: Root) -> None:
    root.change("held.yml", "    slug: a-res-90-1\n", "    slug: a-res-90-2\n")


def held_text_that_is_not_held(root: Root) -> None:
    root.change("held.yml", "- slug: a-c-3-90-l-2", "- slug: a-c-3-90-l-3")


def edition_with_a_date_in_words(root: Root) -> None:
    root.change("edition.yml", 'date: "2035-12-03"', "date: December 2035")


def header_with_an_unknown_place_to_fill(root: Root) -> None:
    root.change("texts/E-2040-1.zh.yml", "ccpcj-{type}-{n}", "ccpcj-{type}-{n}{m}")


def yaml_with_a_key_that_is_no_word(root: Root) -> None:
    root.change("lists.yml", "crime: [", "{n}: x\ncrime: [")


def yaml_with_an_alias_that_holds_itself(root: Root) -> None:
    root.change("lists.yml", "crime: [", "a: &x [*x]\ncrime: [")


def number_of_5000_digits(root: Root) -> None:
    root.change(TEXT, "2. **请**秘书长：", "9" * 5000 + ". 请会员国；\n\n2. **请**秘书长：")
    with_sum(root)


def string_with_an_unknown_place_to_fill(root: Root) -> None:
    root.change("strings/en.yml", "note.mark: Note {n}", "note.mark: Note {x}")


def string_with_a_loose_brace(root: Root) -> None:
    root.change("strings/en.yml", "note.mark: Note {n}", "note.mark: Note {n} {")


def list_of_strings_with_too_few_entries(root: Root) -> None:
    for name, key, kept in (("en", "ordinals", 20), ("zh", "months", 11), ("en", "letters", 25)):
        path = root.data / "strings" / f"{name}.yml"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        (at,) = (n for n, line in enumerate(lines) if line.startswith(f"{key}:"))
        lines[at] = "|".join(lines[at].strip().split("|")[:kept]) + "\n"
        path.write_text("".join(lines), encoding="utf-8")


def missing_string(root: Root) -> None:
    root.change("strings/en.yml", "note.mark: Note {n}\n", "")


def term_of_one_character(root: Root) -> None:
    root.change("terms.yml", "variants: {zh: [人口贩运]}", "variants: {zh: [人口贩运, 罪]}")


def redirects(root: Root, *pairs: tuple[str, str]) -> None:
    lines = [f"- {{from: {old}, to: {new}}}\n" for old, new in pairs]
    (root.data / "redirects.yml").write_text("".join(lines), encoding="utf-8")


def redirects_that_double_and_chain(root: Root) -> None:
    redirects(root, ("a.html", "b.html"), ("b.html", "index.html"), ("b.html", "matrix.html"))


def redirects_of_a_page_and_to_none(root: Root) -> None:
    redirects(root, ("matrix.html", "index.html"), ("themes/old.html", "themes/older.html"))


def everything_at_once(root: Root) -> None:
    for break_it in (
        unexplained_line, yaml_with_a_wrong_value, rule_with_an_unknown_term, term_with_a_form_of_another,
        yaml_with_a_doubled_key, missing_string, override_with_an_unknown_theme, lost_address,
    ):  # fmt: skip
        break_it(root)


def everything_at_once_in_what_names_places(root: Root) -> None:
    for break_it in (
        unexplained_line, erratum_with_an_unknown_source, lineage_to_a_text_that_is_not_held,
        override_of_an_unknown_place, string_with_an_unknown_place_to_fill, lost_address, doubled_address,
    ):  # fmt: skip
        break_it(root)


OURS = ("resolutions/a-res-90-1", "cited/documents")
BREAKS: tuple[Break, ...] = (
    unexplained_line,
    changed_text,
    lost_paragraph,
    yaml_that_breaks,
    yaml_with_a_wrong_value,
    yaml_with_a_doubled_key,
    header_without_a_symbol,
    text_without_a_header,
    text_in_another_encoding,
    rule_with_an_unknown_term,
    rule_that_misses_its_example,
    term_with_a_form_of_another,
    erratum_that_fits_nowhere,
    doubled_address,
    lost_address,
    lost_page,
    lost_paragraph_with_a_published_address,
    unknown_field,
    rule_with_an_unknown_list,
    rule_with_a_bad_pattern,
    rule_with_an_unknown_theme,
    theme_with_an_unknown_key_term,
    override_with_an_unknown_theme,
    override_of_an_unknown_place,
    erratum_with_an_unknown_source,
    lineage_to_a_text_that_is_not_held,
    held_text_that_is_not_held,
    edition_with_a_date_in_words,
    header_with_an_unknown_place_to_fill,
    yaml_with_a_key_that_is_no_word,
    yaml_with_an_alias_that_holds_itself,
    number_of_5000_digits,
    string_with_an_unknown_place_to_fill,
    string_with_a_loose_brace,
    missing_string,
    list_of_strings_with_too_few_entries,
    term_of_one_character,
    redirects_that_double_and_chain,
    redirects_of_a_page_and_to_none,
    everything_at_once,
    everything_at_once_in_what_names_places,
)


@pytest.fixture(scope="session")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The list of addresses of the toy edition as it is now: nothing new waits in the messages."""
    root = Root(tmp_path_factory.mktemp("addresses") / "root")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["build_pages.py", "--addresses"])
        assert root.program().main() == 0
    lines = (root.data / "addresses.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    # Pages that other people add come last, so that no line of a golden message moves.
    return "".join(sorted(lines, key=_turn))


def _turn(line: str) -> int:
    if "#" in line:
        return 0
    return 1 if line.startswith(OURS) else 2 if "@" in line else 3


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def compare(name: str, found: str) -> None:
    path = GOLDEN / "messages" / f"{name}.txt"
    if os.environ.get("GOLDEN") == "overwrite":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    wanted = path.read_text(encoding="utf-8")
    difference = difflib.unified_diff(
        wanted.splitlines(), found.splitlines(), "golden", "found", lineterm=""
    )
    assert found == wanted, "\n".join(difference)


@pytest.mark.parametrize("break_it", BREAKS, ids=lambda each: each.__name__)
def test_what_is_wrong_is_told_and_the_last_good_site_stays(
    break_it: Break, root: Root, addresses: str, run: Run
) -> None:
    (root.data / "addresses.txt").write_text(addresses, encoding="utf-8")
    for name in MADE_HERE:
        page = root.folder / "site" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("the last good site", encoding="utf-8")
    write_sums(root.folder / "site")
    break_it(root)
    before = tree(root.folder / "site"), (root.data / "addresses.txt").read_bytes()
    status, _, messages = run(root, "--check")
    assert status == 1
    compare(break_it.__name__, messages)
    status, _, built = run(root)
    assert (status, built) == (1, messages)
    assert (tree(root.folder / "site"), (root.data / "addresses.txt").read_bytes()) == before
    assert not (root.folder / "dist").exists()


def test_the_toy_edition_has_one_warning_and_passes(root: Root, addresses: str, run: Run) -> None:
    (root.data / "addresses.txt").write_text(addresses, encoding="utf-8")
    status, output, messages = run(root, "--check")
    assert status == 0
    compare("nothing_is_wrong", messages)
    assert "characters lost: 0" in output
    assert not (root.folder / "site").exists()


def test_new_addresses_are_added_to_the_list_and_to_nothing_else(root: Root, run: Run) -> None:
    before = tree(root.data)
    status, output, _ = run(root, "--addresses")
    listed = tree(root.data)
    count = sum(not line.startswith(b"#") for line in listed.pop("addresses.txt").splitlines())
    assert (status, output) == (0, f"{count} addresses added to data/addresses.txt\n")
    assert listed == before
    assert run(root, "--addresses")[1] == "0 addresses added to data/addresses.txt\n"
    assert not (root.folder / "site").exists()


def test_the_exit_status_of_the_program_tells_that_something_is_wrong(root: Root) -> None:
    unexplained_line(root)
    command = [sys.executable, "build_pages.py", "--check"]
    done = subprocess.run(command, cwd=root.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "error[unexplained-line]" in done.stderr
    assert "Traceback" not in done.stderr
