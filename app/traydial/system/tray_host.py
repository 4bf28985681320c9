"""Whether the desktop has a place for tray icons: `core.ports.TrayHost`.

Sources: freedesktop.org, "System Tray Protocol Specification" (the owner of _NET_SYSTEM_TRAY_S0), and
"StatusNotifierItem" (org.kde.StatusNotifierWatcher, IsStatusNotifierHostRegistered).
"""

from __future__ import annotations

import contextlib
import logging
import sys

from traydial.system import dbus, x11

log = logging.getLogger(__name__)

TIMEOUT_S = 1.0
WATCHER = "org.kde.StatusNotifierWatcher"


class OwnTray:
    """Windows and macOS always have one."""

    def present(self) -> bool:
        return True


if sys.platform != "win32" and sys.platform != "darwin":

    class XdgTrayHost:
        """Asks the session bus and the X server, in this order, as Qt does. Not on the GUI thread."""

        def present(self) -> bool:
            return _notifier_host() or _system_tray()

    def _notifier_host() -> bool:
        from jeepney import DBusAddress, Properties

        question = Properties(DBusAddress("/StatusNotifierWatcher", WATCHER, WATCHER)).get(
            "IsStatusNotifierHostRegistered"
        )
        try:
            return dbus.ask("SESSION", question, timeout_s=TIMEOUT_S)[0][1] is True
        except dbus.NoAnswer as error:
            log.debug("tray host: session bus: %s", error)
            return False

    def _system_tray() -> bool:
        from Xlib import X
        from Xlib.error import ConnectionClosedError, XError

        try:
            with contextlib.closing(x11.connect()) as display:
                owner = display.get_selection_owner(display.intern_atom("_NET_SYSTEM_TRAY_S0"))
        except (ConnectionClosedError, OSError, XError) as error:
            log.debug("tray host: X server: %s", type(error).__name__)
            return False
        return bool(owner != X.NONE)
