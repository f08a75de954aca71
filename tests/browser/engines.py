"""Firefox and WebKitGTK, by the protocols that they speak themselves: WebDriver BiDi, and WebDriver.

Playwright drives neither as Debian packages them. Only what the shorter walk needs: open an address, ask the page, print it.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path
from typing import Any, Protocol

import websocket

PATIENCE = 60
"""Seconds in which a browser on a busy machine answers."""
VIOLATIONS = (
    "window.violations = []; document.addEventListener('securitypolicyviolation', "
    "e => window.violations.push(e.violatedDirective + ' ' + e.blockedURI));"
)


class Engine(Protocol):
    """A browser's only window."""

    name: str

    def open(self, address: str) -> None:
        """Goes to an address, and waits until the page is loaded."""

    def ask(self, script: str) -> Any:
        """What a function body returns in the page; a promise is waited for."""

    def resize(self, width: int, height: int) -> None:
        """Gives the window this size in CSS pixels, or the least that the engine has."""

    def shot(self) -> str:
        """A PNG in base64: of the whole page where the engine can, else of what is in the window."""


def until(engine: Engine, condition: str) -> None:
    """Waits until an expression is true in the page."""
    end = time.monotonic() + PATIENCE / 2
    while not engine.ask(f"return Boolean({condition})"):
        assert time.monotonic() < end, f"{engine.name}: never came true: {condition}"
        time.sleep(0.1)


class Firefox:
    """Debian's `firefox-esr`, over WebDriver BiDi."""

    name = "firefox"

    def __init__(self, address: str) -> None:
        self._socket = websocket.create_connection(f"{address}/session", suppress_origin=True, timeout=PATIENCE)
        self._last = 0
        self._call("session.new", {"capabilities": {}})
        self._window = self._call("browsingContext.getTree", {})["contexts"][0]["context"]
        self._call("script.addPreloadScript", {"functionDeclaration": f"() => {{ {VIOLATIONS} }}"})

    def open(self, address: str) -> None:
        self._call("browsingContext.navigate", {"context": self._window, "url": address, "wait": "complete"})

    def ask(self, script: str) -> Any:
        asked = {
            "expression": f"(async () => JSON.stringify(await (() => {{ {script} }})() ?? null))()",
            "target": {"context": self._window},
            "awaitPromise": True,
        }
        answer = self._call("script.evaluate", asked)
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"]["value"])

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self._call("browsingContext.setViewport", {"context": self._window, "viewport": size})

    def shot(self) -> str:
        options = {"context": self._window, "origin": "document"}
        return str(self._call("browsingContext.captureScreenshot", options)["data"])

    def violations(self) -> list[str]:
        """What the page's policy forbade since it began to load."""
        found: list[str] = self.ask("return window.violations")
        return found

    def printed(self) -> bytes:
        """The page as a PDF on A4."""
        paper = {"width": 21.0, "height": 29.7}
        margins = dict.fromkeys(("top", "bottom", "left", "right"), 1.0)
        options = {"context": self._window, "page": paper, "margin": margins}
        return base64.b64decode(self._call("browsingContext.print", options)["data"])

    def close(self) -> None:
        self._socket.close()

    def _call(self, method: str, params: dict[str, Any]) -> Any:
        self._last += 1
        self._socket.send(json.dumps({"id": self._last, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == self._last:
                assert answer["type"] == "success", f"{method}: {answer.get('message')}"
                return answer["result"]


class WebKit:
    """Debian's `webkit2gtk-driver` with the browser that comes with it, over WebDriver."""

    name = "webkit"

    def __init__(self, address: str) -> None:
        self._address = address
        options = {"binary": mini_browser(), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._address += f"/session/{self._call('POST', '/session', wanted)['sessionId']}"

    def open(self, address: str) -> None:
        self._call("POST", "/url", {"url": address})

    def ask(self, script: str) -> Any:
        waiting = (
            f"const done = arguments[0]; (async () => (() => {{ {script} }})())().then(done, e => done('failed: ' + e))"
        )
        answer = self._call("POST", "/execute/async", {"script": waiting, "args": []})
        assert not (isinstance(answer, str) and answer.startswith("failed: ")), answer
        return answer

    def resize(self, width: int, height: int) -> None:
        self._call("POST", "/window/rect", {"width": width, "height": height})

    def shot(self) -> str:
        return str(self._call("GET", "/screenshot"))

    def close(self) -> None:
        self._call("DELETE", "")

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self._address + path, data, {"Content-Type": "application/json"}, method=method
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]


def mini_browser() -> str:
    """Where Debian puts WebKitGTK's own small browser."""
    found = sorted(glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser"))
    assert found, "WebKitGTK's MiniBrowser is not installed (webkit2gtk-driver)"
    return found[-1]


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """Firefox without a window, with a new profile in this folder."""
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "user.js").write_text(
        'user_pref("app.normandy.enabled", false);\nuser_pref("datareporting.policy.dataSubmissionEnabled", false);\n'
        'user_pref("network.connectivity-service.enabled", false);\nuser_pref("browser.shell.checkDefaultBrowser", false);\n',
        encoding="utf-8",
    )
    log = profile / "said.txt"
    command = ["firefox-esr", "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with log.open("w") as said, _running(command, said, os.environ | {"HOME": str(profile)}):
        browser = Firefox(
            _waited_for(lambda: re.search(r"BiDi listening on (ws://\S+)", log.read_text("utf-8", "replace")))
        )
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def webkit(folder: Path) -> Iterator[WebKit]:
    """WebKitGTK on a screen of its own that nobody sees."""
    folder.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    # A container has no namespaces for the engine's sandbox; the pages are ours.
    environment = os.environ | {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "HOME": str(folder)}
    command = [shutil.which("xvfb-run") or "xvfb-run", "-a", "WebKitWebDriver", f"--port={port}"]
    with (folder / "said.txt").open("w") as said, _running(command, said, environment):
        address = f"http://127.0.0.1:{port}"
        _waited_for(lambda: _answers(f"{address}/status"))
        browser = WebKit(address)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def _running(command: list[str], said: Any, environment: dict[str, str]) -> Iterator[None]:
    """A process and what it starts, ended together."""
    process = subprocess.Popen(command, stdout=said, stderr=said, env=environment, start_new_session=True)
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _waited_for(found: Any) -> Any:
    end = time.monotonic() + PATIENCE
    while not (answer := found()):
        assert time.monotonic() < end, "the browser did not start"
        time.sleep(0.1)
    return answer[1] if isinstance(answer, re.Match) else answer


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5):
            return True
    except (urllib.error.URLError, OSError):
        return False


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
