"""The private desktop as fixtures: one per test process, but a Secret Service and a browser per test."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop import session
from desktop.browser import Browser
from desktop.program import Traydial
from desktop.session import Screen, SecretService
from desktop.status_host import StatusHost
from traydial.simulator import catalog
from traydial.simulator.server import Server


@pytest.fixture(scope="session")
def desktop_home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with a private home, without a display and a bus."""
    return session.private_environment(tmp_path_factory.mktemp("desktop"))


@pytest.fixture(scope="session")
def x_display(desktop_home: dict[str, str]) -> Iterator[str]:
    """The name of a private X display."""
    with session.x_server(desktop_home) as name:
        yield name


@pytest.fixture(scope="session")
def session_bus(desktop_home: dict[str, str]) -> Iterator[str]:
    """The address of a private session bus."""
    with session.session_bus(desktop_home) as address:
        yield address


@pytest.fixture(scope="session")
def screen(x_display: str) -> Iterator[Screen]:
    """A client of the X server that can wait for windows."""
    with session.watched(x_display) as watching:
        yield watching


@pytest.fixture(scope="session")
def desktop_session(
    desktop_home: dict[str, str], x_display: str, session_bus: str, screen: Screen
) -> Iterator[dict[str, str]]:
    """The environment of a whole desktop: X server, session bus, openbox, and trayer as the tray host."""
    env = desktop_home | {"DISPLAY": x_display, "DBUS_SESSION_BUS_ADDRESS": session_bus}
    with session.window_manager(env, screen), session.tray_host(env, screen):
        yield env


@pytest.fixture
def secret_service(desktop_home: dict[str, str], session_bus: str, tmp_path: Path) -> Iterator[SecretService]:
    """A real Secret Service, unlocked and empty. For a program: `secret_service.env`; in the test: monkeypatch it."""
    service = SecretService(desktop_home | {"DBUS_SESSION_BUS_ADDRESS": session_bus}, tmp_path / "keyring")
    service.start()
    yield service
    service.stop()


@pytest.fixture
def status_host(session_bus: str) -> Iterator[StatusHost]:
    """Where trays show their icons now, instead of in trayer: it can report what the menu and the tooltip say."""
    host = StatusHost(session_bus)
    host.start()
    yield host
    host.stop()


@pytest.fixture
def start_pbx() -> Iterator[Callable[[str], Server]]:
    """Call it with a PBX's id to start a simulated one on loopback."""
    with contextlib.ExitStack() as stack:
        yield lambda pbx: stack.enter_context(Server(catalog.simulated(pbx)))


@pytest.fixture
def traydial(
    desktop_session: dict[str, str],
    secret_service: SecretService,
    screen: Screen,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Traydial]:
    """The real program on the real desktop, in a home of its own, without an account yet."""
    # A short path: one that is too long for a socket would put it below /tmp.
    program = Traydial(desktop_session, tmp_path_factory.mktemp("h"), screen)
    yield program
    program.close()


@pytest.fixture
def links_come_to_us(traydial: Traydial) -> Iterator[None]:
    """Traydial is the desktop's program for tel: and callto: links, as long as the test runs."""
    traydial.done("handler", "install")
    yield
    traydial.done("handler", "remove")


@pytest.fixture
def browser(desktop_session: dict[str, str], tmp_path: Path) -> Iterator[Browser]:
    """A browser of its own profile; `show` a link in it, then `click`."""
    opened = Browser(desktop_session, tmp_path / "browser")
    yield opened
    opened.close()
