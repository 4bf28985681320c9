"""Whether the session is locked, asked over a real bus on which a test plays logind and the screen saver."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from jeepney import HeaderFields, MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from traydial.system.screen_lock import DBusScreenLock

pytestmark = [pytest.mark.desktop, pytest.mark.xdist_group("desktop")]


@pytest.fixture
def service(session_bus: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str, tuple[object]], None]]:
    """Call it with a bus name, the signature and the body of what that name answers to everything."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session_bus)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", session_bus)
    with contextlib.ExitStack() as ending:

        def serve(name: str, signature: str, body: tuple[object]) -> None:
            connection = open_dbus_connection(session_bus)
            connection.send_and_get_reply(message_bus.RequestName(name))

            def answer() -> None:
                with contextlib.closing(connection):
                    while True:
                        call = connection.receive()
                        if (
                            call.header.message_type is MessageType.signal
                            and call.header.fields[HeaderFields.member] == "Stop"
                        ):
                            return
                        if call.header.message_type is MessageType.method_call and signature:
                            connection.send(new_method_return(call, signature, body))

            thread = threading.Thread(target=answer)
            thread.start()
            ending.callback(thread.join)
            ending.callback(stop, name)

        def stop(name: str) -> None:
            from jeepney import DBusAddress, new_signal

            with contextlib.closing(open_dbus_connection(session_bus)) as connection:
                signal = new_signal(DBusAddress("/", interface="org.traydial.Test"), "Stop")
                signal.header.fields[HeaderFields.destination] = name
                connection.send(signal)

        yield serve


@pytest.mark.parametrize("locked", [True, False])
def test_logind_knows(service: Callable[[str, str, tuple[object]], None], locked: bool) -> None:
    service("org.freedesktop.login1", "v", (("b", locked),))
    assert DBusScreenLock().is_locked() is locked


@pytest.mark.parametrize("locked", [True, False])
def test_the_screen_saver_knows_where_logind_does_not(
    service: Callable[[str, str, tuple[object]], None], locked: bool
) -> None:
    service("org.freedesktop.ScreenSaver", "b", (locked,))
    assert DBusScreenLock().is_locked() is locked


@pytest.mark.usefixtures("service")
def test_where_nobody_knows_it_is_not_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not DBusScreenLock().is_locked()
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert not DBusScreenLock().is_locked()


def test_a_service_that_does_not_answer_costs_no_more_than_its_limit(
    service: Callable[[str, str, tuple[object]], None],
) -> None:
    service("org.freedesktop.login1", "", ("",))
    begun = time.monotonic()
    assert not DBusScreenLock().is_locked()
    assert time.monotonic() - begun < 1
