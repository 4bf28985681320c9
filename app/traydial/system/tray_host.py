"""Whether the desktop has a place for tray icons: `core.ports.TrayHost`.

Sources: freedesktop.org, "System Tray Protocol Specification" (the owner of _NET_SYSTEM_TRAY_S0), and
"StatusNotifierItem" (org.kde.StatusNotifierWatcher, IsStatusNotifierHostRegistered).
"""

from __future__ import annotations

import contextlib
import logging
import sys

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
        from jeepney import DBusAddress, MessageType, Properties
        from jeepney.io.blocking import open_dbus_connection

        question = Properties(DBusAddress("/StatusNotifierWatcher", WATCHER, WATCHER)).get(
            "IsStatusNotifierHostRegistered"
        )
        try:
            with contextlib.closing(open_dbus_connection("SESSION", auth_timeout=TIMEOUT_S)) as connection:
                answer = connection.send_and_get_reply(question, timeout=TIMEOUT_S)
        except Exception as error:  # jeepney raises what sockets, parsers and buses raise
            log.debug("tray host: session bus: %s", type(error).__name__)
            return False
        return answer.header.message_type is MessageType.method_return and answer.body[0][1] is True

    def _system_tray() -> bool:
        from Xlib import X
        from Xlib.display import Display
        from Xlib.error import ConnectionClosedError, DisplayError, XError

        try:
            with contextlib.closing(Display()) as display:
                owner = display.get_selection_owner(display.intern_atom("_NET_SYSTEM_TRAY_S0"))
        except (ConnectionClosedError, DisplayError, OSError, XError) as error:
            log.debug("tray host: X server: %s", type(error).__name__)
            return False
        return bool(owner != X.NONE)
