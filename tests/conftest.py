"""What holds for every test: a home of its own, no network but loopback, a quiet log, no threads left over."""

from __future__ import annotations

import itertools
import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")  # noqa: S104 - names what is allowed, binds nothing
NEVER_RESOLVED = (".invalid", ".test")  # RFC 6761: safe to ask for, nothing answers
DESKTOP_OF_A_PERSON = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")

os.environ["QT_QPA_PLATFORM"] = "offscreen"
hypothesis.settings.register_profile("traydial", deadline=None, database=None)
hypothesis.settings.load_profile("traydial")


class OutsideNetwork(RuntimeError):
    """A test tried to leave this machine."""


def refuse_outside_network(event: str, args: tuple[object, ...]) -> None:
    """Let sockets reach loopback and Unix sockets only."""
    if event == "socket.connect":
        address = args[1]
        if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
            raise OutsideNetwork(f"connect to {address[0]}")
    elif event == "socket.getaddrinfo":
        host = args[0].decode() if isinstance(args[0], bytes) else str(args[0] or "localhost")
        if not host.startswith(LOOPBACK) and not host.endswith(NEVER_RESOLVED):
            raise OutsideNetwork(f"look up {host}")


# An audit hook also sees C code and cannot be undone by a test that replaces `socket`.
sys.addaudithook(refuse_outside_network)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Fresh folders with short names: a socket has to fit below them."""
    base = tmp_path_factory.mktemp("home")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def private_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep configuration, data, logs and sockets below a fresh folder, and the person's desktop out of reach."""
    home = next(homes)
    monkeypatch.setenv("TRAYDIAL_HOME", str(home))
    for name in (*DESKTOP_OF_A_PERSON, *PROXIES, *map(str.upper, PROXIES)):
        monkeypatch.delenv(name, raising=False)
    return home


class Loud(logging.Handler):
    """Keeps what is a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse, unless it asks for `caplog` and so looks at the log itself."""
    loud = Loud()
    logging.getLogger().addHandler(loud)
    yield
    logging.getLogger().removeHandler(loud)
    if loud.lines and "caplog" not in request.fixturenames:
        pytest.fail("unexpected in the log:\n" + "\n".join(loud.lines))


@pytest.fixture(autouse=True)
def threads_end() -> Iterator[None]:
    """Fail a test that leaves a thread which would keep the process alive."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        if not thread.daemon:
            thread.join(2)
            assert not thread.is_alive(), f"thread {thread.name} was left running"
