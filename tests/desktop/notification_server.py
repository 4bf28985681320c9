"""A notification service that does exactly what a test asks for, on a real bus: no buttons, hung, gone, or quiet."""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass, field
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

SERVICE = "org.freedesktop.Notifications"
ADDRESS = DBusAddress("/org/freedesktop/Notifications", SERVICE, SERVICE)
STOP = DBusAddress("/", interface="org.traydial.Test")


@dataclass(frozen=True)
class Shown:
    """One call of Notify, as it arrived."""

    id: int
    replaces: int
    icon: str
    title: str
    body: str
    actions: list[str]
    hints: dict[str, Any]
    stays_ms: int


@dataclass
class NotificationServer:
    """Owns the service's name from `start` to `stop`."""

    bus: str
    capabilities: tuple[str, ...] = ("actions", "body", "body-markup")
    name: str = "A desktop"
    inhibited: bool | None = None  # None: this service has no such property
    hangs_at: str = ""  # the member that it does not answer until `resume`
    shown: queue.SimpleQueue[Shown] = field(default_factory=queue.SimpleQueue)
    withdrawn: queue.SimpleQueue[int] = field(default_factory=queue.SimpleQueue)

    def start(self) -> None:
        self._connection = open_dbus_connection(self.bus)
        first_owner, already_owner = 1, 4
        while True:  # the bus may not have noticed yet that the one before has gone
            answer = self._connection.send_and_get_reply(message_bus.RequestName(SERVICE))
            if answer.body[0] in (first_owner, already_owner):
                break
        self._owed: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self._shows: list[Shown] = []
        self._sending = threading.Lock()
        self._last = 0
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def stop(self) -> None:
        with open_dbus_connection(self.bus) as connection:
            stop = new_signal(STOP, "Stop")
            stop.header.fields[HeaderFields.destination] = self._connection.unique_name
            connection.send(stop)
            self._thread.join()

    def press(self, shown: Shown, action: str) -> None:
        self._send(new_signal(ADDRESS, "ActionInvoked", "us", (shown.id, action)))

    def dismiss(self, shown: Shown) -> None:
        self._send(new_signal(ADDRESS, "NotificationClosed", "uu", (shown.id, 2)))

    def say(self, member: str, signature: str | None = None, body: tuple[Any, ...] = ()) -> None:
        self._send(new_signal(ADDRESS, member, signature, body))

    def resume(self) -> None:
        """Answer what is owed."""
        self.hangs_at = ""
        while not self._owed.empty():
            self._reply(self._owed.get())

    def _serve(self) -> None:
        with self._connection:
            while True:
                message = self._connection.receive()
                member = message.header.fields.get(HeaderFields.member)
                if message.header.message_type is MessageType.signal and member == "Stop":
                    return
                if message.header.message_type is not MessageType.method_call:
                    continue
                if member == self.hangs_at:
                    self._owed.put(message)
                else:
                    self._reply(message)

    def _reply(self, call: Message) -> None:
        """Answer, and only then show: a person presses nothing before the program knows what is shown."""
        self._send(self._answer(call))
        while self._shows:
            self.shown.put(self._shows.pop(0))

    def _send(self, message: Message) -> None:
        with self._sending:
            self._connection.send(message)

    def _answer(self, call: Message) -> Message:
        member = call.header.fields[HeaderFields.member]
        if member == "GetCapabilities":
            return new_method_return(call, "as", (list(self.capabilities),))
        if member == "GetServerInformation":
            return new_method_return(call, "ssss", (self.name, "", "1", "1.2"))
        if member == "Notify":
            _name, replaces, icon, title, body, actions, hints, stays_ms = call.body
            self._last += 1
            number = replaces or self._last
            plain = {name: value for name, (_signature, value) in hints.items()}
            self._shows.append(Shown(number, replaces, icon, title, body, actions, plain, stays_ms))
            return new_method_return(call, "u", (number,))
        if member == "CloseNotification":
            self.withdrawn.put(call.body[0])
            return new_method_return(call)
        if member == "Get" and self.inhibited is not None:
            return new_method_return(call, "v", (("b", self.inhibited),))
        return new_error(call, "org.freedesktop.DBus.Error.UnknownMethod", "s", (f"no {member} here",))
