"""A host of status notifier items, as KDE and GNOME's extension have one: a test can read what it is shown.

While it owns the watcher's name on the bus, trays that start go there and not to the X server's tray.
"""

from __future__ import annotations

import queue
import re
import threading
import time
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Properties,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM, MENU = "org.kde.StatusNotifierItem", "com.canonical.dbusmenu"
STOP = DBusAddress("/", interface="org.traydial.Test")
INTROSPECTION = f"""<node><interface name="{WATCHER}">
  <method name="RegisterStatusNotifierItem"><arg name="service" type="s" direction="in"/></method>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
</interface></node>"""


@dataclass(frozen=True)
class Entry:
    """One line of the menu. `checked` None: it has no mark."""

    id: int
    enabled: bool
    checked: bool | None


class StatusItem:
    """A tray icon as its host sees it, and the menu that a click on it would open."""

    def __init__(self, connection: DBusConnection, owner: str) -> None:
        self._connection = connection
        self._item = DBusAddress("/StatusNotifierItem", owner, ITEM)
        self._changed = MatchRule(type="signal", sender=owner)
        connection.send_and_get_reply(message_bus.AddMatch(self._changed))
        _, path = self._property("Menu")
        self._menu = DBusAddress(path, owner, MENU)

    @property
    def tooltip(self) -> str:
        return str(self._property("ToolTip")[1][2])

    @property
    def picture(self) -> QImage:
        """The largest picture, on white."""
        width, height, pixels = max(self._property("IconPixmap")[1])
        words = array("I", pixels)  # 0xAARRGGBB, the most significant byte first
        words.byteswap()
        data = words.tobytes()
        picture = QImage(width, height, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.drawImage(0, 0, QImage(data, width, height, QImage.Format.Format_ARGB32))
        painter.end()
        return picture

    def menu(self) -> Mapping[str, Entry]:
        """What the menu offers now, by its words."""
        _, (_, _, children) = self._call(self._menu, "GetLayout", "iias", (0, 1, []))
        lines: dict[str, Entry] = {}
        for _, (number, properties, _) in children:
            told = {name: value for name, (_, value) in properties.items()}
            marked = told["toggle-state"] == 1 if told.get("toggle-type") else None
            lines[told.get("label", "").replace("_", "")] = Entry(number, told.get("enabled", True), marked)
        return lines

    def choose(self, words: str) -> None:
        """Click a line of the menu."""
        entry = self.menu()[words]
        assert entry.enabled, f"{words!r} is greyed"
        self._call(self._menu, "Event", "isvu", (entry.id, "clicked", ("i", 0), 0))

    def wait_for(self, pattern: str, *, timeout_s: float = 20.0) -> None:
        """Wait until the tooltip matches; it is read anew whenever the item says that it has changed."""
        deadline = time.monotonic() + timeout_s
        while not re.search(pattern, tooltip := self.tooltip):
            assert time.monotonic() < deadline, f"expected {pattern!r}, the tooltip is {tooltip!r}"
            with self._connection.filter(self._changed) as signals:
                try:
                    # A change during the reading has been signalled already: it is read again after 0.1 s.
                    self._connection.recv_until_filtered(signals, timeout=0.1)
                except TimeoutError:
                    continue

    def _property(self, name: str) -> Any:
        return self._reply(Properties(self._item).get(name))[0]

    def _call(self, address: DBusAddress, member: str, signature: str, body: tuple[Any, ...]) -> Any:
        return self._reply(new_method_call(address, member, signature, body))

    def _reply(self, call: Message) -> Any:
        reply = self._connection.send_and_get_reply(call, timeout=20)
        assert reply.header.message_type is MessageType.method_return, reply.body
        return reply.body


class StatusHost:
    """Owns the watcher's name from `start` to `stop`."""

    def __init__(self, bus: str) -> None:
        self._bus = bus
        self._owners: queue.SimpleQueue[str] = queue.SimpleQueue()

    def start(self) -> None:
        self._watcher = open_dbus_connection(self._bus)
        self._watcher.send_and_get_reply(message_bus.RequestName(WATCHER))
        self._host = open_dbus_connection(self._bus)
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def stop(self) -> None:
        stop = new_signal(STOP, "Stop")
        stop.header.fields[HeaderFields.destination] = self._watcher.unique_name
        with self._host:
            self._host.send(stop)
            self._thread.join()

    def item(self) -> StatusItem:
        """The next tray icon that comes."""
        return StatusItem(self._host, self._owners.get(timeout=20))

    def _serve(self) -> None:
        with self._watcher:
            while True:
                message = self._watcher.receive()
                member = message.header.fields.get(HeaderFields.member)
                if message.header.message_type is MessageType.signal and member == "Stop":
                    return
                if message.header.message_type is MessageType.method_call:
                    self._watcher.send(self._answer(message, member))

    def _answer(self, call: Message, member: str) -> Message:
        if member == "Introspect":
            return new_method_return(call, "s", (INTROSPECTION,))
        if member == "Get":
            return new_method_return(call, "v", (("b", True),))
        if member == "GetAll":
            return new_method_return(call, "a{sv}", ({"IsStatusNotifierHostRegistered": ("b", True)},))
        if member == "RegisterStatusNotifierItem":
            self._owners.put(call.header.fields[HeaderFields.sender])
            return new_method_return(call)
        return new_error(call, "org.freedesktop.DBus.Error.UnknownMethod", "s", (f"no {member} here",))
