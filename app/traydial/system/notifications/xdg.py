"""The desktop's notification service over D-Bus: `core.ports.Notifier`.

Source: freedesktop.org, "Desktop Notifications Specification" 1.3, "D-BUS Protocol", "Hints" and "Categories"; the
property `Inhibited` is Plasma's (KDE, org.freedesktop.Notifications.xml).
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import select
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from traydial.core.ports import Notification, NotificationEvent, NotificationOutcome

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

    Handler: TypeAlias = Callable[[NotificationEvent], None]

log = logging.getLogger(__name__)

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
DESKTOP_ENTRY = "org.traydial.Traydial"
NORMAL, CRITICAL = 1, 2
# They say "actions" and draw no buttons: an action is in a menu that the person may have set up.
# Sources: dunst-project/dunst issue 234; emersion/mako issues 567 and 612.
WITHOUT_BUTTONS = ("dunst", "mako")
# A service that has not answered by then is left alone, so that our own window is there within 300 ms.
ANSWER_S = 0.25
# What it shows already stays where it is while the service is slow; one that hangs is left alone, too.
REPLACEMENT_S = 2.0
DISMISSED = 2  # the reason in NotificationClosed: "the notification was dismissed by the user"
CLOSE_S = 0.5


class XdgNotifier:
    """One daemon thread from the first call on; one connection to the session bus while something is shown."""

    def __init__(self) -> None:
        self._handle: Handler = _ignore
        self._jobs: queue.SimpleQueue[Callable[[_Service], None]] = queue.SimpleQueue()
        self._wake: int  # the writing end of a pipe, while the thread runs
        self._thread: threading.Thread | None = None

    def listen(self, told: Handler) -> None:
        self._handle = told

    def show(self, key: str, notification: Notification) -> None:
        until_s = time.monotonic() + ANSWER_S
        self._submit(lambda service: service.show(key, notification, until_s))

    def consult(self, key: str) -> None:
        until_s = time.monotonic() + ANSWER_S
        self._submit(lambda service: service.decline(key, until_s))

    def withdraw(self, key: str) -> None:
        if self._thread is not None:
            self._submit(lambda service: service.withdraw(key))

    def close(self) -> None:
        if self._thread is None:
            return
        os.close(self._wake)
        self._thread.join(CLOSE_S)
        self._thread = None

    def _submit(self, job: Callable[[_Service], None]) -> None:
        if self._thread is None:
            waiting, self._wake = os.pipe()
            arguments = (_Service(self._handle), self._jobs, waiting)
            self._thread = threading.Thread(target=_serve, args=arguments, name="notifications", daemon=True)
            self._thread.start()
        self._jobs.put(job)
        os.write(self._wake, b"!")


def _serve(service: _Service, jobs: queue.SimpleQueue[Callable[[_Service], None]], waiting: int) -> None:
    """Do the jobs and read the service's signals until the writing end of `waiting` is closed."""
    with contextlib.closing(service):
        while True:
            ready, _, _ = select.select([waiting, *service.sockets()], [], [])
            if waiting in ready and not os.read(waiting, 4096):
                break
            while not jobs.empty():
                jobs.get()(service)
            service.hear()
            service.rest()
    os.close(waiting)


class _Service:
    """The service as one connection knows it. Lives on the notifier's thread; what a bus raises ends here."""

    def __init__(self, told: Handler) -> None:
        self._handle = told
        self._connection: DBusConnection | None = None
        self._owner = ""  # the unique name behind SERVICE: signals of others do not count
        self._capabilities: frozenset[str] | None = None
        self._shown: dict[str, int] = {}  # key -> the service's id
        self._overdue: dict[int, bool] = {}  # serial of a call without an answer -> whether it was Notify

    def sockets(self) -> list[int]:
        return [self._connection.sock.fileno()] if self._connection is not None else []

    def show(self, key: str, notification: Notification, until_s: float) -> None:
        offered = self._offered(until_s)
        if offered is None or (notification.needs_actions and "actions" not in offered):
            self.decline(key, until_s)
            return
        if key in self._shown:
            until_s += REPLACEMENT_S
        answer = self._call(_notify(notification, self._shown.get(key, 0), offered), until_s)
        if answer is None:
            self.decline(key, until_s)
        else:
            self._shown[key] = answer[0]

    def decline(self, key: str, until_s: float) -> None:
        """Report that `key` has to be shown by us."""
        self.withdraw(key)
        self._tell(key, NotificationOutcome.NOT_SHOWN, quiet=self._is_quiet(until_s))

    def withdraw(self, key: str) -> None:
        if key in self._shown:
            self._take_down(self._shown.pop(key))

    def hear(self) -> None:
        """Process what the bus has sent."""
        try:
            while self._connection is not None:
                self._take_in(self._connection.receive(timeout=0))
        except TimeoutError:
            return
        except Exception as error:  # noqa: BLE001 - jeepney raises what sockets and parsers raise
            self._lose(error)

    def rest(self) -> None:
        """Leave the bus when there is nothing to wait for: no signal of another program's wakes this thread then."""
        if not self._shown and not self._overdue:
            self._disconnect()

    def close(self) -> None:
        for key in tuple(self._shown):
            self.withdraw(key)
        self._disconnect()

    def _offered(self, until_s: float) -> frozenset[str] | None:
        """Return what the service can do; None when nothing can be shown."""
        if self._capabilities is None:
            capabilities = self._call(_message("GetCapabilities"), until_s)
            information = self._call(_message("GetServerInformation"), until_s)
            if capabilities is None or information is None:
                return None
            buttons = information[0] not in WITHOUT_BUTTONS
            self._capabilities = frozenset(name for name in capabilities[0] if buttons or name != "actions")
        return self._capabilities

    def _is_quiet(self, until_s: float) -> bool:
        from jeepney import DBusAddress, Properties

        answer = self._call(Properties(DBusAddress(PATH, SERVICE, SERVICE)).get("Inhibited"), until_s)
        return answer is not None and answer[0] == ("b", True)

    def _call(self, message: Message, until_s: float) -> tuple[Any, ...] | None:
        """Return the body of the answer; None without one by `until_s`, and while an earlier one is still missing."""
        from jeepney import HeaderFields, MessageType

        try:
            connection = self._connected(until_s)
            if self._overdue:
                return None
            serial = next(connection.outgoing_serial)
            connection.send(message, serial=serial)
            self._overdue[serial] = message.header.fields[HeaderFields.member] == "Notify"
            while True:
                answer = connection.receive(timeout=max(0.0, until_s - time.monotonic()))
                if answer.header.fields.get(HeaderFields.reply_serial) == serial:
                    break
                self._take_in(answer)
        except TimeoutError:
            log.debug("notifications: no answer in time")
            return None
        except Exception as error:  # noqa: BLE001 - jeepney raises what sockets, parsers and buses raise
            self._lose(error)
            return None
        self._overdue.pop(serial, None)
        if answer.header.message_type is not MessageType.method_return:
            log.debug("notifications: %s", answer.header.fields.get(HeaderFields.error_name))
            return None
        self._owner = answer.header.fields[HeaderFields.sender]
        return tuple(answer.body)

    def _connected(self, until_s: float) -> DBusConnection:
        if self._connection is None:
            from jeepney import MatchRule, message_bus
            from jeepney.io.blocking import open_dbus_connection

            left_s = max(0.01, until_s - time.monotonic())
            self._connection = open_dbus_connection("SESSION", auth_timeout=left_s)
            owners = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
            owners.add_arg_condition(0, SERVICE)
            self._connection.send(message_bus.AddMatch(owners))
            self._connection.send(message_bus.AddMatch(MatchRule(type="signal", sender=SERVICE, path=PATH)))
        return self._connection

    def _take_in(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        serial = fields.get(HeaderFields.reply_serial)
        if serial is not None:
            was_notify = self._overdue.pop(serial, False)
            if was_notify and message.header.message_type is MessageType.method_return:
                self._take_down(message.body[0])  # too late: it is in our own window by now
        elif message.header.message_type is not MessageType.signal:
            return
        elif fields.get(HeaderFields.sender) == "org.freedesktop.DBus":
            if fields[HeaderFields.member] == "NameOwnerChanged" and message.body[0] == SERVICE:
                self._restarted()
        elif fields.get(HeaderFields.sender) == self._owner:
            self._signalled(fields[HeaderFields.member], message.body)

    def _signalled(self, member: str, body: tuple[Any, ...]) -> None:
        key = next((key for key, shown in self._shown.items() if body and shown == body[0]), None)
        if key is None:
            return
        if member == "ActionInvoked":
            self.withdraw(key)  # some services do so by themselves, others do not
            self._tell(key, NotificationOutcome.ACTED, action=body[1])
        elif member == "NotificationClosed":
            del self._shown[key]
            dismissed = body[1:] == (DISMISSED,)
            self._tell(key, NotificationOutcome.DISMISSED if dismissed else NotificationOutcome.CLOSED)

    def _restarted(self) -> None:
        """Another process has the name, or none has: what was shown is gone, and no answer is expected any more."""
        lost, self._shown = self._shown, {}
        self._overdue.clear()
        self._owner, self._capabilities = "", None
        for key in lost:
            self._tell(key, NotificationOutcome.NOT_SHOWN)

    def _lose(self, error: Exception) -> None:
        log.debug("notifications: %s", type(error).__name__)
        self._disconnect()
        self._restarted()

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            self._owner, self._capabilities = "", None

    def _take_down(self, number: int) -> None:
        from jeepney import MessageFlag

        message = _message("CloseNotification", "u", (number,))
        message.header.flags |= MessageFlag.no_reply_expected
        try:
            if self._connection is not None:
                self._connection.send(message)
        except OSError as error:
            self._lose(error)

    def _tell(self, key: str, outcome: NotificationOutcome, *, action: str = "", quiet: bool = False) -> None:
        self._handle(NotificationEvent(key=key, outcome=outcome, action=action, quiet=quiet))


def _message(member: str, signature: str | None = None, body: tuple[Any, ...] = ()) -> Message:
    from jeepney import DBusAddress, new_method_call

    return new_method_call(DBusAddress(PATH, SERVICE, SERVICE), member, signature, body)


def _notify(notification: Notification, replaces: int, offered: frozenset[str]) -> Message:
    title, body = notification.title, notification.body
    if "body" not in offered:
        title, body = " – ".join(filter(None, (title, body))), ""
    elif "body-markup" in offered:
        body = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    hints = {
        "category": ("s", "call"),
        "desktop-entry": ("s", DESKTOP_ENTRY),
        "transient": (
            "b",
            notification.stays_ms > 0,
        ),  # telephone numbers do not stay in the desktop's list without need
        "urgency": ("y", CRITICAL if notification.insistent else NORMAL),
    }
    actions = [text for action in notification.actions for text in action]
    arguments = ("Traydial", replaces, notification.icon, title, body, actions, hints, notification.stays_ms)
    return _message("Notify", "susssasa{sv}i", arguments)


def _ignore(_event: NotificationEvent) -> None:
    """Ignores events until `listen` is called."""
