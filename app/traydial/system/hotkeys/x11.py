"""Hotkeys as passive grabs of an X server: it sends us these chords alone, and nothing while people type.

Source: X Window System Protocol, requests GrabKey and UngrabKey, event MappingNotify.
"""

from __future__ import annotations

import logging
import os
import select
import threading
from collections.abc import Callable, Mapping
from typing import Any

from traydial.core.chord import NAMED_KEYS, Chord, Modifier
from traydial.system import x11

log = logging.getLogger(__name__)


class X11Hotkeys:
    """One connection and one thread, from a `bind` to the next. `display` empty: the environment's."""

    name = "x11"

    def __init__(self, display: str = "") -> None:
        self._display_name = display
        self._wake: int  # the writing end of a pipe, while the thread runs
        self._thread: threading.Thread | None = None

    def bind(self, chords: Mapping[str, Chord], pressed: Callable[[str], None]) -> dict[str, str]:
        """Replace all bindings; return the reason for each action that has none. Raises OSError without an X server."""
        self.close()
        if not chords:
            return {}
        try:
            grabs = _Grabs(self._display_name, chords)
        except ImportError as error:
            raise OSError("python-xlib is not installed") from error
        reasons = grabs.take()
        waiting, self._wake = os.pipe()
        self._thread = threading.Thread(target=_listen, args=(grabs, waiting, pressed), name="hotkeys", daemon=True)
        self._thread.start()
        return reasons

    def close(self) -> None:
        """Give all chords back, and return when the X server has them. Idempotent."""
        if self._thread is None:
            return
        os.close(self._wake)
        self._thread.join(2.0)  # when the X server hangs, only a daemon thread is left
        self._thread = None


def _listen(grabs: _Grabs, waiting: int, pressed: Callable[[str], None]) -> None:
    from Xlib.error import ConnectionClosedError

    try:
        while True:
            for action in grabs.pressed():
                try:
                    pressed(action)
                except Exception:
                    log.exception("hotkeys: %s failed", action)
            if waiting in select.select([waiting, grabs.fileno()], [], [])[0]:
                break
        grabs.release()
    except (ConnectionClosedError, OSError):
        log.warning("hotkeys: the X server has gone")
    finally:
        os.close(waiting)


class _Grabs:
    """The chords of one connection; used by one thread at a time."""

    def __init__(self, display_name: str, chords: Mapping[str, Chord]) -> None:
        from Xlib import X

        self._connection: Any = x11.connect(display_name)
        self._connection.set_error_handler(lambda error, _request: log.debug("hotkeys: %s", error))
        self._root = self._connection.screen().root
        self._chords = chords
        self._actions: dict[tuple[int, int], str] = {}
        self._released: tuple[int, int] = (0, 0)
        self._modifiers = {
            Modifier.CTRL: X.ControlMask,
            Modifier.ALT: X.Mod1Mask,
            Modifier.SHIFT: X.ShiftMask,
            Modifier.SUPER: X.Mod4Mask,
        }
        self._locks = (0, X.LockMask, X.Mod2Mask, X.LockMask | X.Mod2Mask)  # with Caps Lock and Num Lock as without

    def fileno(self) -> int:
        return int(self._connection.fileno())

    def take(self) -> dict[str, str]:
        """Grab every chord that can be had; return the reason for each that cannot."""
        reasons = {}
        for action, chord in self._chords.items():
            modifiers = 0
            for modifier in chord.modifiers:
                modifiers |= self._modifiers[modifier]
            keycode = self._connection.keysym_to_keycode(_keysym(chord.key))
            if not keycode:
                reasons[action] = "unavailable"
            elif self._grab(keycode, modifiers):
                self._actions[keycode, modifiers] = action
            else:
                self._ungrab(keycode, modifiers)
                reasons[action] = "taken"
        self._connection.sync()
        return reasons

    def release(self) -> None:
        """Give everything back and end the connection."""
        self._drop()
        self._connection.close()

    def pressed(self) -> list[str]:
        """Return the actions whose chords were pressed since the last call, without waiting."""
        from Xlib import X

        actions = []
        while self._connection.pending_events():
            event = self._connection.next_event()
            if event.type == X.MappingNotify:
                self._connection.refresh_keyboard_mapping(event)
                if event.request == X.MappingKeyboard:
                    self._drop()
                    self.take()
            elif event.type == X.KeyRelease:
                self._released = (event.detail, event.time)
            elif event.type == X.KeyPress and (event.detail, event.time) != self._released:
                # A held key repeats: the server says released and pressed at one and the same time.
                used = event.state & (X.ControlMask | X.ShiftMask | X.Mod1Mask | X.Mod4Mask)
                if action := self._actions.get((event.detail, used)):
                    actions.append(action)
        return actions

    def _drop(self) -> None:
        for keycode, modifiers in self._actions:
            self._ungrab(keycode, modifiers)
        self._actions.clear()

    def _grab(self, keycode: int, modifiers: int) -> bool:
        from Xlib import X
        from Xlib.error import BadAccess, CatchError

        taken = CatchError(BadAccess)
        for lock in self._locks:
            self._root.grab_key(
                keycode,
                modifiers | lock,
                owner_events=True,
                pointer_mode=X.GrabModeAsync,
                keyboard_mode=X.GrabModeAsync,
                onerror=taken,
            )
        self._connection.sync()
        return taken.get_error() is None

    def _ungrab(self, keycode: int, modifiers: int) -> None:
        for lock in self._locks:
            self._root.ungrab_key(keycode, modifiers | lock)


def _keysym(key: str) -> int:
    from Xlib import XK

    if len(key) == 1:
        return ord(key)  # ASCII characters are their own keysyms
    return int(XK.string_to_keysym(NAMED_KEYS[key].x11))
