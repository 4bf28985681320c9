"""Which back end gets the hotkeys: what is behind `core.ports.Hotkeys`."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping
from typing import Protocol

from traydial.core.chord import Chord
from traydial.core.ports import HotkeyStatus

log = logging.getLogger(__name__)


class Backend(Protocol):
    """A way to get hotkeys; it calls `pressed` on its own thread.

    `bind` returns the reason for each action that got none, and raises OSError when it is no way on this desktop.
    """

    name: str

    def bind(self, chords: Mapping[str, Chord], pressed: Callable[[str], None]) -> dict[str, str]: ...

    def close(self) -> None: ...


class GlobalHotkeys:
    """Binds through the first of `backends` that works. Not on the GUI thread: the X server is asked and answers."""

    def __init__(self, backends: tuple[Backend, ...]) -> None:
        self._backends = backends

    def bind(self, chords: dict[str, str], pressed: Callable[[str], None]) -> tuple[HotkeyStatus, ...]:
        wanted: dict[str, Chord] = {}
        reasons: dict[str, str] = {}
        for action, text in chords.items():
            if not text.strip():
                continue
            try:
                chord = Chord.parse(text)
            except ValueError:
                reasons[action] = "invalid"
                continue
            if chord in wanted.values():
                reasons[action] = "duplicate"
            else:
                wanted[action] = chord
        reasons |= self._bind(wanted, pressed)
        return tuple(
            HotkeyStatus(
                action=action,
                chord=text,
                bound=action in wanted and action not in reasons,
                reason=reasons.get(action, ""),
            )
            for action, text in chords.items()
        )

    def close(self) -> None:
        for backend in self._backends:
            backend.close()

    def _bind(self, wanted: dict[str, Chord], pressed: Callable[[str], None]) -> dict[str, str]:
        """Bind what is wanted; return the reasons of the actions whose chord could not be bound."""
        for backend in self._backends:
            try:
                return backend.bind(wanted, pressed)
            except OSError as error:
                log.info("hotkeys: not through %s: %s", backend.name, error)
        return dict.fromkeys(wanted, "unavailable")


def backends(environ: Mapping[str, str] = os.environ) -> tuple[Backend, ...]:
    """Return what may work here, the best first.

    Nothing does under Wayland: there X clients see keys only while one of them has the focus, which is worse than none.
    """
    from traydial.system.hotkeys.pynput import PynputHotkeys

    if sys.platform == "win32" or sys.platform == "darwin":
        return (PynputHotkeys(),)
    else:
        from traydial.system.hotkeys.x11 import X11Hotkeys

        wayland = environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland"
        display = environ.get("DISPLAY")
        return (X11Hotkeys(display), PynputHotkeys()) if display and not wayland else ()
