"""A private desktop: X server, session bus, window manager, tray host, Secret Service.

Everything is real, belongs to one process and ends with it, by process id. Nothing sleeps: the X server reports its
display over a pipe, the bus its address, and windows, tray and names announce themselves by events. Shared by the
tests of this folder and by the benchmark, so it needs no pytest.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from Xlib import X
from Xlib.display import Display
from Xlib.error import BadDrawable, BadWindow

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


class Window(NamedTuple):
    """What can be seen of a program: where it is on the screen, and whether it is a window, a popup or a tray icon."""

    id: int
    x: int
    y: int
    width: int
    height: int
    kind: str

    @property
    def centre(self) -> tuple[str, str]:
        return str(self.x + self.width // 2), str(self.y + self.height // 2)


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

    def selection_owned(self, name: str = "PRIMARY") -> bool:
        return self.display.get_selection_owner(self.atom(name)) != X.NONE

    def windows(self, pid: int) -> list[Window]:
        """The windows of a process that can be seen now, wherever a window manager or a tray host has put them."""
        return list(self._windows(self.root, pid))

    def _windows(self, parent: Any, pid: int) -> Iterator[Window]:
        for child in parent.query_tree().children:
            with contextlib.suppress(BadWindow, BadDrawable):  # it may close while we look
                owner = child.get_full_property(self.atom("_NET_WM_PID"), X.AnyPropertyType)
                if owner is not None and owner.value[0] == pid and child.get_attributes().map_state == X.IsViewable:
                    size = child.get_geometry()
                    corner = child.translate_coords(self.root, 0, 0)
                    unmanaged = bool(child.get_attributes().override_redirect)
                    kind = "window" if not unmanaged else "popup" if parent == self.root else "icon"
                    yield Window(child.id, -corner.x, -corner.y, size.width, size.height, kind)
                yield from self._windows(child, pid)

    def active(self) -> int:
        """The window that the window manager gives the keyboard; 0 when there is none."""
        told = self.root.get_full_property(self.atom("_NET_ACTIVE_WINDOW"), X.AnyPropertyType)
        return int(told.value[0]) if told is not None else 0

    def title(self, window: Window) -> str:
        """What a window says of itself; empty when it says nothing, or has gone."""
        with contextlib.suppress(BadWindow):
            told = self._resource(window).get_full_property(self.atom("_NET_WM_NAME"), X.AnyPropertyType)
            return str(told.value.decode()) if told is not None else ""
        return ""

    def pixels(self, window: Window) -> bytes:
        """What is painted where a window stands, four bytes a pixel: blue, green, red, and one without meaning."""
        corner, size = (window.x, window.y), (window.width, window.height)
        return bytes(self.root.get_image(*corner, *size, X.ZPixmap, 0xFFFFFFFF).data)

    def _resource(self, window: Window) -> Any:
        return self.display.create_resource_object("window", window.id)

    def wait_until(self, condition: Callable[[], Any], *, what: str, timeout_s: float = 20.0) -> Any:
        """Return the first true value of `condition`, asked anew after every event of the root window."""
        deadline = time.monotonic() + timeout_s
        while not (value := condition()):
            left_s = deadline - time.monotonic()
            if left_s <= 0:
                raise TimeoutError(f"the desktop did not show {what} within {timeout_s} s")
            if not self.display.pending_events():
                # What a root window does not announce (a title, a state) is asked again after 0.1 s.
                select.select([self.display.fileno()], [], [], min(left_s, 0.1))
            while self.display.pending_events():
                self.display.next_event()
        return value

    def close(self) -> None:
        self.display.close()


def private_environment(home: Path) -> dict[str, str]:
    """Return an environment with a home of its own, no desktop of the person who starts it, and no proxies."""
    kept = ("PATH", "LANG", "LC_ALL", "TMPDIR")
    # What coverage sets has programs on the screen measured as well: python3 tests/run coverage.
    env = {name: value for name, value in os.environ.items() if name in kept or name.startswith("COVERAGE_")}
    env |= {"HOME": str(home), "USER": "traydial-test", "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11"}
    env |= {"QT_QPA_PLATFORM": "xcb"}
    for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"):
        folder = home / name.partition("_")[0].lower()
        folder.mkdir(mode=0o700)
        env[f"XDG_{name}"] = str(folder)
    return env


@contextlib.contextmanager
def x_server(env: Mapping[str, str], size: str = "1280x800") -> Iterator[str]:
    """Run a private X server with a screen of `size`; its name is ":99" for example."""
    reading, writing = os.pipe()
    argv = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
    with running(argv, env, pass_fds=(writing,)), os.fdopen(reading, encoding="ascii") as pipe:
        os.close(writing)
        number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield f":{number}"


@contextlib.contextmanager
def session_bus(env: Mapping[str, str]) -> Iterator[str]:
    """Run a private session bus, on which nothing is activated but what a test installs; yields its address."""
    services = Path(env["XDG_DATA_HOME"], "dbus-1", "services")
    services.mkdir(parents=True)
    configuration = Path(env["HOME"], "bus.conf")
    socket = Path(env["XDG_RUNTIME_DIR"], "bus")
    configuration.write_text(BUS_CONFIGURATION.format(socket=socket, services=services), encoding="utf-8")
    argv = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"]
    with running(argv, env, stdout=subprocess.PIPE) as daemon:
        assert daemon.stdout is not None
        with daemon.stdout:
            address = daemon.stdout.readline().decode().strip()
            if not address:
                raise RuntimeError("dbus-daemon did not start")
            yield address


@contextlib.contextmanager
def watched(display: str) -> Iterator[Screen]:
    """A client of the X server that can wait for windows."""
    screen = Screen(display)
    try:
        yield screen
    finally:
        screen.close()


@contextlib.contextmanager
def window_manager(env: Mapping[str, str], screen: Screen) -> Iterator[None]:
    with running(["openbox", "--sm-disable"], env):
        screen.wait_until(screen.window_manager, what="a window manager")
        yield


@contextlib.contextmanager
def tray_host(env: Mapping[str, str], screen: Screen) -> Iterator[subprocess.Popen[bytes]]:
    argv = ["trayer", "--edge", "top", "--align", "right", "--widthtype", "percent", "--width", "30"]
    argv += ["--height", "32", "--expand", "true", "--SetDockType", "true"]
    with running(argv, env) as host:
        screen.wait_until(screen.tray_host, what="a tray host")
        yield host


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
