"""A journey: a desktop of its own, the installed program on it, and a person with a mouse and a keyboard."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from desktop import session
from desktop.session import SecretService
from journeys.accessibility import accessibility_bus
from journeys.hands import Hands
from journeys.installed import Installed
from journeys.person import Person
from journeys.vocabulary import Vocabulary
from traydial.simulator import catalog
from traydial.simulator.server import Server

WALLPAPER = 0x4A6274  # black windows and black corners can be told from it
PICTURES = Path(__file__).resolve().parents[2] / "build" / "journeys"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--film", metavar="FOLDER", help="where a journey puts its pictures, instead of build/journeys")


class Begin(Protocol):
    """Starts Traydial on a fresh desktop and seats a person in front of it."""

    def __call__(self, language: str = "en_US", *, size: str = "1280x800", scale: float = 1.0) -> Person: ...


@pytest.fixture
def begin(request: pytest.FixtureRequest) -> Iterator[Begin]:
    """Call it once in a journey; an exception in a slot, or anything on the terminal, fails the journey at its end."""
    started: list[Installed] = []
    with contextlib.ExitStack() as stack:

        def beginning(language: str = "en_US", *, size: str = "1280x800", scale: float = 1.0) -> Person:
            # A short path: sockets have to fit below it.
            home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="journey-")))
            env = session.private_environment(home)
            del env["NO_AT_BRIDGE"]
            env.pop("LC_ALL", None)
            env |= {"LANG": f"{language}.UTF-8", "QT_SCALE_FACTOR": str(scale), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
            env |= {"TRAYDIAL_HOME": str(home / "t")}
            env["DISPLAY"] = stack.enter_context(session.x_server(env, size))
            env["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(session.session_bus(env))
            screen = stack.enter_context(session.watched(env["DISPLAY"]))
            screen.root.change_attributes(background_pixel=WALLPAPER)
            screen.root.clear_area()
            stack.enter_context(session.window_manager(env, screen))
            stack.enter_context(session.tray_host(env, screen))
            keyring = SecretService(env, home / "keyring")
            keyring.start()
            stack.callback(keyring.stop)
            tree = stack.enter_context(accessibility_bus(env, scale))
            hands = stack.enter_context(contextlib.closing(Hands(env["DISPLAY"])))
            program = Installed(env)
            stack.callback(program.close)
            started.append(program)
            pictures = Path(request.config.getoption("film", None) or PICTURES / request.node.name)
            return Person(tree, screen, hands, program, Vocabulary(language[:2]), pictures)

        yield beginning
        for program in started:
            program.close()
            assert not program.trouble(), "\n".join(program.trouble())


@pytest.fixture
def start_pbx() -> Iterator[Callable[[str], Server]]:
    """Call it with a PBX's id to start a simulated one on loopback."""
    with contextlib.ExitStack() as stack:
        yield lambda pbx: stack.enter_context(Server(catalog.simulated(pbx)))
