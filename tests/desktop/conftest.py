"""A private desktop for tests: X server, session bus, window manager, tray host, Secret Service, browser.

Everything is real, belongs to one test process and ends with it, by process id. Nothing sleeps: the X server reports
its display over a pipe, the bus its address, and windows, tray and names announce themselves by events.
"""

from __future__ import annotations

import contextlib
import html
import http.server
import json
import os
import queue
import select
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from Xlib import X
from Xlib.display import Display

pytestmark = pytest.mark.desktop

KEYRING_PASSWORD = "correct horse"

BUS_CONFIGURATION = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextlib.contextmanager
def running(argv: list[str], env: Mapping[str, str], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program as the leader of its own process group, and end that group at the end."""
    options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | options
    process = subprocess.Popen(argv, env=dict(env), start_new_session=True, **options)
    try:
        yield process
    finally:
        for number in (signal.SIGCONT, signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, number)
            if number is signal.SIGTERM:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(5)
        process.wait(5)


class Screen:
    """The X server as seen by a client that watches the root window: waits for conditions, woken by events."""

    def __init__(self, name: str) -> None:
        self.display = Display(name)
        self.root = self.display.screen().root
        self.root.change_attributes(event_mask=X.PropertyChangeMask | X.StructureNotifyMask | X.SubstructureNotifyMask)
        self.display.flush()

    def atom(self, name: str) -> int:
        return self.display.intern_atom(name)

    def window_manager(self) -> bool:
        return self.root.get_full_property(self.atom("_NET_SUPPORTING_WM_CHECK"), X.AnyPropertyType) is not None

    def tray_host(self) -> bool:
        return self.display.get_selection_owner(self.atom("_NET_SYSTEM_TRAY_S0")) != X.NONE

    def wait_until(self, condition: Callable[[], Any], *, what: str, timeout_s: float = 20.0) -> Any:
        """Return the first true value of `condition`, asked anew after every event of the root window."""
        deadline = time.monotonic() + timeout_s
        while not (value := condition()):
            left_s = deadline - time.monotonic()
            if left_s <= 0:
                pytest.fail(f"the desktop did not show {what} within {timeout_s} s")
            if not self.display.pending_events():
                # What a root window does not announce (a title, a state) is asked again after 0.1 s.
                select.select([self.display.fileno()], [], [], min(left_s, 0.1))
            while self.display.pending_events():
                self.display.next_event()
        return value

    def close(self) -> None:
        self.display.close()


@pytest.fixture(scope="session")
def desktop_home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with a private home, no session of the person who runs the tests, and no proxies."""
    home = tmp_path_factory.mktemp("desktop")
    kept = ("PATH", "LANG", "LC_ALL", "TMPDIR", "COVERAGE_PROCESS_START")
    env = {name: os.environ[name] for name in kept if name in os.environ}
    env |= {
        "HOME": str(home),
        "USER": "traydial-test",
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "XDG_CURRENT_DESKTOP": "",
        "NO_AT_BRIDGE": "1",
        "GDK_BACKEND": "x11",
        "QT_QPA_PLATFORM": "xcb",
    }
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        Path(env[name]).mkdir(mode=0o700)
    return env


@pytest.fixture(scope="session")
def x_display(desktop_home: dict[str, str]) -> Iterator[str]:
    """The name of a private X display, ":99" for example."""
    reading, writing = os.pipe()
    argv = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]
    with running(argv, desktop_home, pass_fds=(writing,)):
        os.close(writing)
        with os.fdopen(reading, encoding="ascii") as pipe:
            number = pipe.readline().strip()
            assert number, "Xvfb did not start"
            yield f":{number}"


@pytest.fixture(scope="session")
def session_bus(desktop_home: dict[str, str]) -> Iterator[str]:
    """The address of a private session bus, on which nothing is activated but what a test installs."""
    services = Path(desktop_home["XDG_DATA_HOME"], "dbus-1", "services")
    services.mkdir(parents=True)
    configuration = Path(desktop_home["HOME"], "bus.conf")
    socket = Path(desktop_home["XDG_RUNTIME_DIR"], "bus")
    configuration.write_text(BUS_CONFIGURATION.format(socket=socket, services=services), encoding="utf-8")
    argv = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"]
    with running(argv, desktop_home, stdout=subprocess.PIPE) as daemon:
        assert daemon.stdout is not None
        with daemon.stdout:
            address = daemon.stdout.readline().decode().strip()
            assert address, "dbus-daemon did not start"
            yield address


@pytest.fixture(scope="session")
def screen(x_display: str) -> Iterator[Screen]:
    """A client of the X server that can wait for windows."""
    watching = Screen(x_display)
    yield watching
    watching.close()


@pytest.fixture(scope="session")
def desktop_session(
    desktop_home: dict[str, str], x_display: str, session_bus: str, screen: Screen
) -> Iterator[dict[str, str]]:
    """The environment of a whole desktop: X server, session bus, openbox, and trayer as the tray host."""
    env = desktop_home | {"DISPLAY": x_display, "DBUS_SESSION_BUS_ADDRESS": session_bus}
    tray_host = ["trayer", "--edge", "top", "--align", "right", "--widthtype", "percent", "--width", "30"]
    tray_host += ["--height", "32", "--expand", "true", "--SetDockType", "true"]
    with running(["openbox", "--sm-disable"], env):
        screen.wait_until(screen.window_manager, what="a window manager")
        with running(tray_host, env):
            screen.wait_until(screen.tray_host, what="a tray host")
            yield env


class SecretService:
    """A gnome-keyring of its own on the private bus; `env` is what a program needs to reach it."""

    def __init__(self, env: Mapping[str, str], data: Path) -> None:
        self.env = dict(env)
        self._data = data
        self._running = contextlib.ExitStack()
        self._daemon: subprocess.Popen[bytes] | None = None

    def start(self, *, unlocked: bool = True) -> None:
        argv = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        argv += ["--unlock"] if unlocked else []
        env = self.env | {"XDG_DATA_HOME": str(self._data)}
        env.pop("DISPLAY", None)
        with subprocess.Popen(
            ["gdbus", "wait", "--session", "--timeout", "20", "org.freedesktop.secrets"], env=env
        ) as waiting:
            self._daemon = self._running.enter_context(running(argv, env, stdin=subprocess.PIPE))
            assert self._daemon.stdin is not None
            with self._daemon.stdin as password:
                password.write(KEYRING_PASSWORD.encode())
        assert waiting.returncode == 0, "gnome-keyring did not start"

    def lock(self) -> None:
        """Lock every collection; without a prompter nothing can unlock it but `stop` and `start`."""
        import secretstorage
        from jeepney.io.blocking import open_dbus_connection

        with contextlib.closing(open_dbus_connection(self.env["DBUS_SESSION_BUS_ADDRESS"])) as connection:
            for collection in secretstorage.get_all_collections(connection):
                collection.lock()

    def hang(self) -> None:
        """Keep the name on the bus and answer nothing any more, until `resume`."""
        assert self._daemon is not None
        self._daemon.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        assert self._daemon is not None
        self._daemon.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """Leave the bus without a Secret Service."""
        self._running.close()
        self._daemon = None


@pytest.fixture
def secret_service(desktop_home: dict[str, str], session_bus: str, tmp_path: Path) -> Iterator[SecretService]:
    """A real Secret Service, unlocked and empty. For a program: `secret_service.env`; in the test: monkeypatch it."""
    service = SecretService(desktop_home | {"DBUS_SESSION_BUS_ADDRESS": session_bus}, tmp_path / "keyring")
    service.start()
    yield service
    service.stop()


class Browser:
    """Debian's Chromium with one page that is one big link; the mouse of the X server clicks it."""

    PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>Customers</title>
        <a href="{link}" style="position:fixed; inset:0; padding:2em; font:2em sans-serif">Call {link}</a>
        <script>requestAnimationFrame(() => requestAnimationFrame(() => fetch("/shown", {{method: "POST", body:
        [screenX + innerWidth / 2, screenY + outerHeight - innerHeight / 2].join(" ")}})))</script>"""

    def __init__(self, env: Mapping[str, str], profile: Path) -> None:
        self._env = env
        self._profile = profile
        self._page = b""
        self._shown: queue.SimpleQueue[str] = queue.SimpleQueue()
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
        x, y = (str(round(float(part))) for part in self._shown.get(timeout=30).split())
        subprocess.run(["xdotool", "mousemove", "--sync", x, y], env=self._env, check=True)

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
                browser._shown.put(self.rfile.read(int(self.headers["Content-Length"])).decode())
                self.send_response(204)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
                """Say nothing."""

        return Handler


@pytest.fixture
def browser(desktop_session: dict[str, str], tmp_path: Path) -> Iterator[Browser]:
    """A browser of its own profile; `show` a link in it, then `click`."""
    opened = Browser(desktop_session, tmp_path / "browser")
    yield opened
    opened.close()
