"""F: what the tray depends on hangs; its event loop goes on, and whoever asks for something is answered."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from pathlib import Path

import pytest
from jeepney import DBusAddress, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

from attacks import hostile
from attacks.surroundings import unshare_works
from attacks.tray import PROGRAM, number
from desktop import session
from traydial.services.calling import calls
from traydial.simulator.teleforge import Teleforge

pytestmark = pytest.mark.desktop

BENCH = Path(__file__).resolve().parents[1] / "bench"
WITH_HEARTBEAT = f"""
import sys
sys.path.insert(0, {str(BENCH)!r})
import heartbeat
heartbeat.run_with_heartbeat()
{PROGRAM}"""
WITH_THE_KEYRING = WITH_HEARTBEAT.replace("run_tray(os.environ, secrets,", "run_tray(os.environ, None,")
KEYRING = "org.freedesktop.secrets"
SERVICES = ("org.freedesktop.Notifications", "org.freedesktop.ScreenSaver", "org.kde.StatusNotifierWatcher")
# In which the event loop answers nobody. On a busy machine the interpreter's lock alone takes some 0.3 s; a wait for
# what hangs has no end, or a desktop's usual one of 25 s.
GAP_MS = 1000.0
LONGEST_S = calls.DIAL_DEADLINE_S + 10  # a call is answered by its deadline, and so are those that wait behind it
DNS_ANSWERS_NOTHING = """
import socket
hole = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
hole.bind(("127.0.0.1", 53))
"""
# In a network of its own, where the only name server is that socket.
IN_A_BLACK_HOLE = 'ip link set lo up && mount --bind "$1" /etc/resolv.conf && shift && exec "$@"'


class Desk:
    """A private desktop whose parts can hang."""

    def __init__(self, env, screen, host, parts):
        self.env, self._screen, self._host, self._parts = env, screen, host, parts
        self._bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")

    def connect(self):
        return open_dbus_connection(self.env["DBUS_SESSION_BUS_ADDRESS"])

    def hang_service(self, name):
        """Own its name on the bus, and read nothing of what is asked there."""
        connection = self._parts.enter_context(self.connect())
        connection.send_and_get_reply(message_bus.RequestName(name))

    def hang_bus(self):
        with self.connect() as connection:
            question = new_method_call(self._bus, "GetConnectionUnixProcessID", "s", ("org.freedesktop.DBus",))
            [pid] = connection.send_and_get_reply(question).body
        os.kill(pid, signal.SIGSTOP)

    def hang_tray_host(self):
        self._host.send_signal(signal.SIGSTOP)

    def hang_clipboard(self):
        argv = ["xclip", "-quiet", "-selection", "clipboard"]
        program = self._parts.enter_context(session.running(argv, self.env, stdin=subprocess.PIPE))
        with program.stdin as text:
            text.write(number("teleforge", 77).encode())
        self._screen.wait_until(lambda: self._screen.selection_owned("CLIPBOARD"), what="a clipboard")
        program.send_signal(signal.SIGSTOP)


@pytest.fixture
def desk(tmp_path):
    env = session.private_environment(tmp_path)
    with contextlib.ExitStack() as parts:
        env["DISPLAY"] = parts.enter_context(session.x_server(env))
        env["DBUS_SESSION_BUS_ADDRESS"] = parts.enter_context(session.session_bus(env))
        screen = parts.enter_context(session.watched(env["DISPLAY"]))
        yield Desk(env, screen, parts.enter_context(session.tray_host(env, screen)), parts)


@pytest.fixture
def at_the_desk(tray, start_peer, desk):
    """The tray on that desktop, with an account at a PBX that answers; it has to end by itself, too."""
    tray.add(Teleforge(), start_peer(hostile.answers).url)
    tray.configure(consent={"level": "fast"})
    tray.environ |= desk.env
    yield tray
    tray.close()


def gap_ms(tray):
    """Return the longest silence of the event loop since this was asked last."""
    tray.process.stdin.write("\n")
    tray.process.stdin.flush()
    return float(tray.process.stdout.readline())


def goes_on(tray, outcome="accepted"):
    """Ask for everything that a person or a script may ask for; each is answered, and the event loop never waits."""
    tray.click(f"tel:{number('teleforge', 1)}")
    tray.ask(command="show")
    assert tray.dial(number("teleforge", 2), yes=True, timeout_s=LONGEST_S)["outcome"] == outcome
    tray.ask(command="record", action="start")
    tray.ask(command="hangup")
    assert tray.ask(command="doctor", timeout_s=LONGEST_S)["checks"]
    tray.click("tel:*21*600%23")
    assert tray.ask(command="status")["tray"] is True
    gap = gap_ms(tray)
    print(f"longest gap of the event loop: {gap:.0f} ms")
    assert gap < GAP_MS
    assert "Traceback" not in tray.logged()


def test_every_service_of_the_desktop_hangs_before_the_start(at_the_desk, desk):
    for service in SERVICES:
        desk.hang_service(service)
    at_the_desk.start(program=WITH_HEARTBEAT)
    goes_on(at_the_desk)


@pytest.mark.heavy
@pytest.mark.parametrize("service", SERVICES)
def test_one_service_hangs_before_the_start(at_the_desk, desk, service):
    desk.hang_service(service)
    at_the_desk.start(program=WITH_HEARTBEAT)
    goes_on(at_the_desk)


@pytest.mark.heavy
def test_the_keyring_hangs(at_the_desk, desk):
    desk.hang_service(KEYRING)
    at_the_desk.start(program=WITH_THE_KEYRING)
    goes_on(at_the_desk, "failed")


@pytest.mark.heavy
@pytest.mark.parametrize("part", ["bus", "tray_host", "clipboard"])
def test_a_part_of_the_desktop_hangs_while_the_tray_runs(at_the_desk, desk, part):
    at_the_desk.start(program=WITH_HEARTBEAT)
    getattr(desk, f"hang_{part}")()
    goes_on(at_the_desk)


@pytest.mark.heavy
@pytest.mark.skipif(not unshare_works(), reason="a network of one's own needs Linux and user namespaces")
def test_a_name_server_that_answers_nothing(tray, desk, tmp_path):
    """An account of a name: each call fails in its time, and is told so."""
    tray.add(Teleforge(), "http://pbx.example.com", name="far")
    resolver = tmp_path / "resolv.conf"
    resolver.write_text("nameserver 127.0.0.1\n")
    tray.environ |= desk.env
    through = ["unshare", "-rmn", "sh", "-c", IN_A_BLACK_HOLE, "sh", str(resolver)]
    tray.start(program=DNS_ANSWERS_NOTHING + WITH_HEARTBEAT, through=through)
    goes_on(tray, "failed")
