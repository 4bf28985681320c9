"""Debian's Chromium, started with a page of one link that the X server's mouse clicks."""

from __future__ import annotations

import contextlib
import html
import http.server
import json
import os
import queue
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path

from desktop.session import running


class Browser:
    """Debian's Chromium with one page that is one big link; the mouse of the X server clicks it."""

    PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>Customers</title>
        <a href="{link}" style="position:fixed; inset:0; padding:2em; font:2em sans-serif">Call {link}</a>
        <script>
        const tell = (what, body) => fetch(what, {{method: "POST", body}});
        document.querySelector("a").onmousemove = () => tell("/pointed", "");
        requestAnimationFrame(() => requestAnimationFrame(() =>
            tell("/shown", [screenX + innerWidth / 2, screenY + outerHeight - innerHeight / 2].join(" "))));
        </script>"""

    def __init__(self, env: Mapping[str, str], profile: Path) -> None:
        self._env = env
        self._profile = profile
        self._page = b""
        self._shown: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._pointed = threading.Event()
        self._running = contextlib.ExitStack()

    def show(self, link: str) -> None:
        """Start the browser with a page that holds `link`, and put the mouse on the link."""
        self._page = self.PAGE.format(link=html.escape(link)).encode()
        server = self._running.enter_context(http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler()))
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        serving.start()
        self._running.callback(server.shutdown)
        origin = f"http://127.0.0.1:{server.server_port}"
        self._allow(origin, link.partition(":")[0])
        argv = ["chromium", "--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-sync"]
        argv += ["--disable-background-networking", "--disable-component-update", "--password-store=basic"]
        argv += ["--no-sandbox"] if os.geteuid() == 0 else []
        argv += [f"--user-data-dir={self._profile}", "--window-position=0,60", "--window-size=800,500", origin]
        self._running.enter_context(running(argv, self._env))
        x, y = (round(float(part)) for part in self._shown.get(timeout=30).split())
        # A window that has just come may not hear the mouse yet: it is moved until the link has felt it.
        for attempt in range(40):
            move = ["xdotool", "mousemove", str(x + attempt % 2), str(y)]
            subprocess.run(move, env=self._env, check=True)
            if self._pointed.wait(0.5):
                return
        raise TimeoutError("the link does not feel the mouse")

    def click(self, times: int = 1) -> None:
        subprocess.run(["xdotool", "click", "--repeat", str(times), "1"], env=self._env, check=True)

    def close(self) -> None:
        self._running.close()

    def _allow(self, origin: str, scheme: str) -> None:
        """What Chromium keeps when a person ticks "Always allow this site to open links of this type"."""
        preferences = {"protocol_handler": {"allowed_origin_protocol_pairs": {origin: {scheme: True}}}}
        (self._profile / "Default").mkdir(parents=True)
        (self._profile / "Default" / "Preferences").write_text(json.dumps(preferences), encoding="utf-8")

    def _handler(self) -> type[http.server.BaseHTTPRequestHandler]:
        browser = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200 if self.path == "/" else 404)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(browser._page if self.path == "/" else b"")

            def do_POST(self) -> None:
                told = self.rfile.read(int(self.headers["Content-Length"])).decode()
                if self.path == "/shown":
                    browser._shown.put(told)
                else:
                    browser._pointed.set()
                self.send_response(204)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
                """Say nothing."""

        return Handler
