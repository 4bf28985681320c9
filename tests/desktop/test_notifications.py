"""The desktop's notification service as Traydial uses it, over a real bus on which a test plays the service."""

from __future__ import annotations

import contextlib
import queue
import time
from pathlib import Path

import pytest
from jeepney import HeaderFields, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from desktop import session
from desktop.notification_server import ADDRESS, NotificationServer
from traydial.core.ports import Notification, NotificationEvent, NotificationOutcome
from traydial.system.notifications.xdg import XdgNotifier

pytestmark = [pytest.mark.desktop, pytest.mark.xdist_group("desktop")]

WAIT_S = 10
UNDO = Notification(
    title="About to call",
    body="0444 123456 <Rossi & Co>",
    icon="/icons/dialling.svg",
    actions=(("undo", "Undo"), ("why", "Why this number?")),
    needs_actions=True,
    insistent=True,
)


@pytest.fixture
def server(session_bus, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session_bus)
    server = NotificationServer(session_bus)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def told():
    return queue.SimpleQueue()


@pytest.fixture
def notifier(told):
    notifier = XdgNotifier()
    notifier.listen(told.put)
    yield notifier
    notifier.close()


def not_shown(key, *, quiet=False):
    return NotificationEvent(key=key, outcome=NotificationOutcome.NOT_SHOWN, quiet=quiet)


def clients(connection):
    (names,) = connection.send_and_get_reply(message_bus.ListNames()).body
    return {name for name in names if name.startswith(":")}


def test_it_is_shown_with_its_buttons_and_no_markup(server, notifier):
    notifier.show("call", UNDO)
    shown = server.shown.get(timeout=WAIT_S)
    assert (shown.title, shown.body) == ("About to call", "0444 123456 &lt;Rossi &amp; Co&gt;")
    assert shown.actions == ["undo", "Undo", "why", "Why this number?"]
    assert (shown.icon, shown.stays_ms, shown.replaces) == ("/icons/dialling.svg", 0, 0)
    expected = {"urgency": 2, "category": "call", "desktop-entry": "org.traydial.Traydial", "transient": False}
    assert shown.hints == expected


def test_what_passes_is_kept_in_no_list(server, notifier):
    notifier.show("call", Notification(title="Call ended", stays_ms=4000))
    shown = server.shown.get(timeout=WAIT_S)
    assert (shown.hints["transient"], shown.hints["urgency"], shown.stays_ms) == (True, 1, 4000)


def test_text_goes_as_it_is_where_there_is_no_markup(server, notifier):
    server.capabilities = ("actions", "body")
    notifier.show("call", UNDO)
    assert server.shown.get(timeout=WAIT_S).body == "0444 123456 <Rossi & Co>"


def test_a_service_without_a_body_gets_it_all_in_the_title(server, notifier):
    server.capabilities = ("actions",)
    notifier.show("call", UNDO)
    shown = server.shown.get(timeout=WAIT_S)
    assert (shown.title, shown.body) == ("About to call – 0444 123456 <Rossi & Co>", "")


def test_a_change_takes_the_place_of_what_was_shown(server, notifier):
    notifier.show("call", UNDO)
    first = server.shown.get(timeout=WAIT_S)
    notifier.show("call", Notification(title="Connected"))
    assert server.shown.get(timeout=WAIT_S).replaces == first.id


def test_a_button_ends_the_notification_and_the_next_one_is_new(server, notifier, told):
    notifier.show("call", UNDO)
    shown = server.shown.get(timeout=WAIT_S)
    server.press(shown, "undo")
    assert told.get(timeout=WAIT_S) == NotificationEvent(key="call", outcome=NotificationOutcome.ACTED, action="undo")
    assert server.withdrawn.get(timeout=WAIT_S) == shown.id
    server.dismiss(shown)  # as the specification has it
    notifier.show("call", Notification(title="Cancelled"))
    assert server.shown.get(timeout=WAIT_S).replaces == 0
    notifier.consult("other")
    assert told.get(timeout=WAIT_S) == not_shown("other")


def test_an_end_is_told_once(server, notifier, told):
    notifier.show("call", UNDO)
    shown = server.shown.get(timeout=WAIT_S)
    for _ in range(2):
        server.dismiss(shown)
    assert told.get(timeout=WAIT_S) == NotificationEvent(key="call", outcome=NotificationOutcome.DISMISSED)
    notifier.consult("other")
    assert told.get(timeout=WAIT_S) == not_shown("other")


def test_a_button_that_another_program_pretends_to_press_does_nothing(server, notifier, told, session_bus):
    notifier.show("call", UNDO)
    shown = server.shown.get(timeout=WAIT_S)
    with open_dbus_connection(session_bus) as stranger:
        for name in clients(stranger) - {stranger.unique_name}:
            signal = new_signal(ADDRESS, "ActionInvoked", "us", (shown.id, "hang_up"))
            signal.header.fields[HeaderFields.destination] = name
            stranger.send(signal)
        clients(stranger)  # the bus has passed them on by now
        notifier.consult("other")
        assert told.get(timeout=WAIT_S) == not_shown("other")


def test_a_signal_that_says_nothing_does_nothing(server, notifier, told):
    notifier.show("call", UNDO)
    shown = server.shown.get(timeout=WAIT_S)
    for member in ("ActionInvoked", "NotificationClosed", "ActivationToken"):
        server.say(member)
    server.say("ActivationToken", "us", (shown.id, "token"))
    notifier.consult("other")
    assert told.get(timeout=WAIT_S) == not_shown("other")
    notifier.show("call", Notification(title="Connected"))
    assert server.shown.get(timeout=WAIT_S).replaces == shown.id


def test_closing_leaves_no_descriptor_open(server, told):
    def once():
        notifier = XdgNotifier()
        notifier.listen(told.put)
        notifier.show("call", UNDO)
        server.shown.get(timeout=WAIT_S)
        notifier.close()
        notifier.close()
        server.withdrawn.get(timeout=WAIT_S)

    once()
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        once()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_it_is_taken_down(server, notifier):
    notifier.show("call", UNDO)
    shown = server.shown.get(timeout=WAIT_S)
    notifier.withdraw("call")
    assert server.withdrawn.get(timeout=WAIT_S) == shown.id


def test_at_the_end_everything_is_taken_down(server, notifier):
    for key in ("one", "two"):
        notifier.show(key, UNDO)
    ids = {server.shown.get(timeout=WAIT_S).id for _ in range(2)}
    notifier.close()
    assert {server.withdrawn.get(timeout=WAIT_S) for _ in range(2)} == ids


def test_a_service_without_buttons_leaves_it_to_us(server, notifier, told):
    server.capabilities = ("body",)
    notifier.show("call", UNDO)
    assert told.get(timeout=WAIT_S) == not_shown("call")
    assert server.shown.empty()


def test_a_service_that_draws_no_buttons_for_actions_has_none(server, notifier, told):
    server.name = "dunst"
    notifier.show("call", UNDO)
    assert told.get(timeout=WAIT_S) == not_shown("call")


@pytest.mark.parametrize("quiet", [True, False, None])
def test_whether_the_person_wants_quiet(server, notifier, told, quiet):
    server.inhibited = quiet
    notifier.consult("call")
    assert told.get(timeout=WAIT_S) == not_shown("call", quiet=quiet is True)
    server.capabilities = ()
    notifier.show("call", UNDO)
    assert told.get(timeout=WAIT_S) == not_shown("call", quiet=quiet is True)


@pytest.mark.parametrize("hangs_at", ["GetCapabilities", "Notify"])
def test_a_service_that_hangs_leaves_it_to_us_in_time_and_nothing_comes_late(server, notifier, told, hangs_at):
    server.hangs_at = hangs_at
    begun = time.monotonic()
    notifier.show("one", UNDO)
    assert told.get(timeout=WAIT_S) == not_shown("one")
    assert time.monotonic() - begun < 0.3
    notifier.show("two", UNDO)
    assert told.get(timeout=WAIT_S) == not_shown("two")
    assert time.monotonic() - begun < 0.3, "what hangs is not waited for again"
    server.resume()
    if hangs_at == "Notify":
        late = server.shown.get(timeout=WAIT_S)
        assert server.withdrawn.get(timeout=WAIT_S) == late.id
    deadline = time.monotonic() + WAIT_S
    while server.shown.empty():  # until the answers have come through the bus
        assert time.monotonic() < deadline
        notifier.show("three", UNDO)
        with contextlib.suppress(queue.Empty):
            told.get(timeout=0.05)
    assert server.shown.get().title == UNDO.title


def test_a_service_that_goes_leaves_what_it_showed_to_us_and_the_next_one_is_used(server, notifier, told):
    notifier.show("one", UNDO)
    server.shown.get(timeout=WAIT_S)
    server.stop()
    assert told.get(timeout=WAIT_S) == not_shown("one")
    notifier.show("two", UNDO)
    assert told.get(timeout=WAIT_S) == not_shown("two")
    server.start()
    notifier.show("three", UNDO)
    assert server.shown.get(timeout=WAIT_S).title == UNDO.title


class EndsWithItsBus(NotificationServer):
    def _serve(self):
        with contextlib.suppress(EOFError, OSError):
            super()._serve()


def test_a_bus_that_goes_leaves_to_us_what_was_shown(notifier, told, tmp_path, monkeypatch):
    with session.session_bus(session.private_environment(tmp_path)) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        server = EndsWithItsBus(address)
        server.start()
        notifier.show("call", UNDO)
        server.shown.get(timeout=WAIT_S)
    assert told.get(timeout=WAIT_S) == not_shown("call")
    notifier.show("call", UNDO)
    assert told.get(timeout=WAIT_S) == not_shown("call")


@pytest.mark.parametrize("address", ["", "unix:path=/nonexistent"])
def test_without_a_bus_it_is_left_to_us(notifier, told, monkeypatch, address):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    notifier.show("call", UNDO)
    assert told.get(timeout=WAIT_S) == not_shown("call")


def test_without_a_service_it_is_left_to_us(session_bus, notifier, told, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session_bus)
    notifier.show("call", UNDO)
    assert told.get(timeout=WAIT_S) == not_shown("call")


def test_no_connection_is_kept_while_nothing_is_shown(server, notifier, told, session_bus):
    with open_dbus_connection(session_bus) as connection:
        before = clients(connection)
        notifier.show("call", UNDO)
        shown = server.shown.get(timeout=WAIT_S)
        assert len(clients(connection) - before) == 1
        server.dismiss(shown)
        told.get(timeout=WAIT_S)
        deadline = time.monotonic() + WAIT_S
        while clients(connection) - before:
            assert time.monotonic() < deadline
