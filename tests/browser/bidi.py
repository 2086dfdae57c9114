"""Firefox by WebDriver BiDi: as much of it as these tests need."""

from __future__ import annotations

import json
import re
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import websocket

STARTED = re.compile(r"WebDriver BiDi listening on (ws://\S+)\s")
PATIENCE = 30.0  # seconds for an answer
LOOK = 0.05  # seconds after which one looks again, though nothing was reported
KEYS = {
    "Escape": "\ue00c",
    "Enter": "\ue007",
    "Tab": "\ue004",
    "Space": " ",
    "ArrowUp": "\ue013",
    "ArrowDown": "\ue015",
}

# A fresh profile that asks nothing of the network on its own.
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.download.alwaysOpenPanel": False,  # it takes the focus from the page
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.prefetch-next": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.enabled": False,
    "toolkit.telemetry.server": "data:,",
    "ui.systemUsesDarkTheme": 0,
}


class Firefox:
    """A headless Firefox with one tab; what its pages say and ask for is kept."""

    def __init__(self, path: str, profile: Path) -> None:
        profile.mkdir(parents=True, exist_ok=True)
        lines = (
            f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
            for name, value in PREFERENCES.items()
        )
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        command = [path, "--headless", "--no-remote", "--profile", str(profile)]
        self.log = profile.with_name("firefox.log")
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, "--remote-debugging-port", "0", "about:blank"], stdout=log, stderr=log
            )
        self.messages: list[str] = []
        self.requests: list[str] = []
        self.number = 0
        self.socket: websocket.WebSocket | None = None
        try:
            self.socket = websocket.create_connection(
                self._address() + "/session", suppress_origin=True, timeout=PATIENCE
            )
            self.call("session.new", capabilities={})
            self.call("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
            # A new one: in the first the bar of addresses has the focus, and no button hears a key.
            self.tab: str = self.call("browsingContext.create", type="tab")["context"]
        except BaseException:
            self.close()
            raise

    def _address(self) -> str:
        """Where Firefox says it listens."""
        until = time.monotonic() + PATIENCE
        said = ""
        while time.monotonic() < until:
            said = self.log.read_text(encoding="utf-8", errors="replace")
            found = STARTED.search(said)
            if found:
                return found[1]
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(LOOK)
                break  # it has ended
        pytest.fail(f"Firefox does not start: {said}")

    def close(self) -> None:
        """End the browser and wait until it has gone."""
        if self.socket is not None:
            self.socket.close()
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command; keep what is reported until its answer comes."""
        assert self.socket is not None
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.number:
                assert answer["type"] == "success", f"{method}: {answer}"
                result: dict[str, Any] = answer["result"]
                return result
            self._keep(answer.get("method"), answer.get("params", {}))

    def _keep(self, event: str | None, report: dict[str, Any]) -> None:
        if event == "log.entryAdded" and report["level"] in ("warn", "error"):
            self.messages.append(f"{report['level']}: {report['text']}")
        elif event == "network.beforeRequestSent":
            self.requests.append(report["request"]["url"])

    def go(self, address: str) -> None:
        """Open a page and wait until it has loaded; forget the one before."""
        self.messages, self.requests = [], []
        self.call("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def ask(self, script: str) -> Any:
        """The value of a script, by way of JSON."""
        answer = self.call(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({script})))()",
            target={"context": self.tab},
            awaitPromise=True,
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        value = answer["result"].get("value")
        return None if value is None else json.loads(value)

    def wait(self, script: str) -> None:
        """Until a script is true, on this page or on one it leads to; fail after `PATIENCE`."""
        until = time.monotonic() + PATIENCE
        while not self.ask(f"Boolean({script})"):  # an element would come as an empty record
            assert time.monotonic() < until, f"never: {script}"
            self._listen()

    def _listen(self) -> None:
        """Keep the next report, if one comes soon."""
        assert self.socket is not None
        self.socket.settimeout(LOOK)
        with suppress(websocket.WebSocketTimeoutException):
            report = json.loads(self.socket.recv())
            self._keep(report.get("method"), report.get("params", {}))
        self.socket.settimeout(PATIENCE)

    def click(self, selector: str) -> None:
        """Press the mouse on the first element of a selector, as a reader would."""
        steps = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self._point(selector, "mouse", "mouse", steps)
        self.call("input.releaseActions", context=self.tab)

    def _node(self, selector: str) -> dict[str, str]:
        """The first element of a selector."""
        locator = {"type": "css", "value": selector}
        nodes = self.call(
            "browsingContext.locateNodes", context=self.tab, locator=locator, maxNodeCount=1
        )["nodes"]
        assert nodes, f"nothing matches {selector}"
        return {"sharedId": nodes[0]["sharedId"]}

    def give(self, selector: str, path: Path) -> None:
        """Choose a file in a field for files."""
        node = self._node(selector)
        self.call("input.setFiles", context=self.tab, element=node, files=[str(path)])

    def save_to(self, folder: Path) -> None:
        """Where downloads go from now on."""
        way = {"type": "allowed", "destinationFolder": str(folder)}
        self.call("browser.setDownloadBehavior", downloadBehavior=way)

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self.call("browsingContext.setViewport", context=self.tab, viewport=size)

    def _point(self, selector: str, id: str, kind: str, steps: list[dict[str, Any]]) -> None:
        """Bring an element into view and a pointer onto it; then what the pointer does."""
        node = self._node(selector)
        self.ask(
            f"document.querySelector({json.dumps(selector)})"
            ".scrollIntoView({block: 'center', behavior: 'instant'})"
        )
        origin = {"type": "element", "element": node}
        move = {"type": "pointerMove", "x": 0, "y": 0, "origin": origin}
        source = {
            "type": "pointer",
            "id": id,
            "parameters": {"pointerType": kind},
            "actions": [move, *steps],
        }
        self.call("input.performActions", context=self.tab, actions=[source])

    def rest(self, selector: str) -> None:
        """Lay a finger on the first element of a selector, and leave it there."""
        self._point(selector, "finger", "touch", [{"type": "pointerDown", "button": 0}])

    def lift(self) -> None:
        """Take the finger away."""
        self.call("input.releaseActions", context=self.tab)

    def tap(self, selector: str) -> None:
        """Touch the first element of a selector."""
        steps = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self._point(selector, "finger", "touch", steps)
        self.lift()

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        self.write(KEYS[key])

    def write(self, words: str) -> None:
        """Press the keys of some words."""
        steps = [
            {"type": kind, "value": letter} for letter in words for kind in ("keyDown", "keyUp")
        ]
        source = {"type": "key", "id": "keys", "actions": steps}
        self.call("input.performActions", context=self.tab, actions=[source])
        self.call("input.releaseActions", context=self.tab)
