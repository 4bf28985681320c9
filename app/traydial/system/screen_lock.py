"""Whether the session is locked: `core.ports.ScreenLock` on each system. Asked off the GUI thread, within 0.2 s."""

from __future__ import annotations

import logging
import sys
import time
from typing import Literal

from traydial.system import dbus

log = logging.getLogger(__name__)

TIMEOUT_S = 0.2


class NoScreenLock:
    """For a desktop that cannot tell; macOS documents no way to ask."""

    def is_locked(self) -> bool:
        return False


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class WindowsScreenLock:
        """Microsoft, WTSQuerySessionInformation with WTSSessionInfoEx and WTSINFOEX_LEVEL1."""

        def is_locked(self) -> bool:
            wts = ctypes.windll.wtsapi32
            current_server, current_session, session_info_ex, locked = None, wintypes.DWORD(-1), 25, 0
            flags_at = 3 * ctypes.sizeof(wintypes.DWORD) + 4  # Level, padding, SessionId, SessionState, SessionFlags
            buffer, size = ctypes.c_void_p(), wintypes.DWORD()
            if not wts.WTSQuerySessionInformationW(
                current_server, current_session, session_info_ex, ctypes.byref(buffer), ctypes.byref(size)
            ):
                return False
            try:
                flags = ctypes.c_int32.from_buffer_copy(ctypes.string_at(buffer, size.value), flags_at).value
            finally:
                wts.WTSFreeMemory(buffer)
            return flags == locked

elif sys.platform != "darwin":

    class DBusScreenLock:
        """logind's LockedHint, which desktops set, then the session's screen saver.

        Source: org.freedesktop.login1(5); freedesktop.org, "Idle Inhibition Service", GetActive.
        """

        def is_locked(self) -> bool:
            deadline = time.monotonic() + TIMEOUT_S
            return _ask("SYSTEM", deadline) or _ask("SESSION", deadline)

    def _ask(bus: Literal["SESSION", "SYSTEM"], deadline: float) -> bool:
        """Return the answer of one bus; False when there is none by the deadline: that locks no screen."""
        from jeepney import DBusAddress, Properties, new_method_call

        session = DBusAddress(
            "/org/freedesktop/login1/session/auto", "org.freedesktop.login1", "org.freedesktop.login1.Session"
        )
        screen_saver = DBusAddress(
            "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "org.freedesktop.ScreenSaver"
        )
        if bus == "SYSTEM":
            question = Properties(session).get("LockedHint")
        else:
            question = new_method_call(screen_saver, "GetActive")
        try:
            [value] = dbus.ask(bus, question, timeout_s=deadline - time.monotonic())
        except dbus.NoAnswer as error:
            log.debug("screen lock: %s bus: %s", bus, error)
            return False
        return (value[1] if isinstance(value, tuple) else value) is True
