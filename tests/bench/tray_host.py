"""A tray host that knows the moment in which an icon is first painted, which no real tray host reports."""

from __future__ import annotations

import select
import time
from typing import Any

from Xlib import X
from Xlib.display import Display
from Xlib.ext import damage
from Xlib.protocol import event

REQUEST_DOCK = 0  # freedesktop.org, System Tray Protocol Specification


class TrayHost:
    """Holds one icon at a time, on its own connection to the X server."""

    def __init__(self, name: str) -> None:
        self._display = Display(name)
        self._display.damage_query_version()
        screen = self._display.screen()
        self._window = screen.root.create_window(
            0, 0, 32, 32, 0, screen.root_depth, override_redirect=True, background_pixel=screen.black_pixel
        )
        self._window.map()
        selection = self._atom("_NET_SYSTEM_TRAY_S0")
        self._window.set_selection_owner(selection, X.CurrentTime)
        announcement = [X.CurrentTime, selection, self._window.id, 0, 0]
        manager = event.ClientMessage(window=screen.root, client_type=self._atom("MANAGER"), data=(32, announcement))
        screen.root.send_event(manager, event_mask=X.StructureNotifyMask)
        self._display.sync()

    def _atom(self, name: str) -> int:
        return self._display.intern_atom(name)

    def wait_for_icon(self, timeout_s: float = 30.0) -> int:
        """Dock the next icon and return when it was painted, on the clock of time.perf_counter_ns()."""
        opcode = self._atom("_NET_SYSTEM_TRAY_OPCODE")
        deadline = time.monotonic() + timeout_s
        docked = False
        while True:
            found = self._next_event(deadline)
            if docked and found.type == self._display.extension_event.DamageNotify:
                return time.perf_counter_ns()
            if found.type == X.ClientMessage and found.client_type == opcode and found.data[1][1] == REQUEST_DOCK:
                icon = self._display.create_resource_object("window", found.data[1][2])
                icon.damage_create(damage.DamageReportNonEmpty)
                icon.configure(width=32, height=32)
                icon.reparent(self._window, 0, 0)
                icon.map()
                self._display.flush()
                docked = True

    def _next_event(self, deadline: float) -> Any:
        while not self._display.pending_events():
            left_s = deadline - time.monotonic()
            if left_s <= 0:
                raise TimeoutError("no tray icon was painted")
            select.select([self._display.fileno()], [], [], left_s)
        return self._display.next_event()

    def close(self) -> None:
        self._display.close()
