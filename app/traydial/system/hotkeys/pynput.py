"""Hotkeys through pynput: Windows and macOS, and X servers that refuse grabs.

pynput looks at every key that is pressed (a keyboard hook on Windows, an event tap on macOS, XRecord on X11) and cannot
tell whether a chord is taken. macOS gives it events only when the person has allowed it under Privacy & Security,
Input Monitoring; until then a chord is unavailable. Source: pynput documentation, "Platform limitations".
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from traydial.core.chord import Chord, Modifier

log = logging.getLogger(__name__)

MODIFIER_NAMES = {Modifier.CTRL: "<ctrl>", Modifier.ALT: "<alt>", Modifier.SHIFT: "<shift>", Modifier.SUPER: "<cmd>"}


class PynputHotkeys:
    """One pynput listener, from a `bind` to the next."""

    name = "pynput"

    def __init__(self) -> None:
        self._listener: Any = None

    def bind(self, chords: Mapping[str, Chord], pressed: Callable[[str], None]) -> dict[str, str]:
        """Replace all bindings; return the reason for each action without. Raises OSError where pynput cannot run."""
        self.close()
        if not chords:
            return {}
        try:
            from pynput import keyboard
        except ImportError as error:
            raise OSError("pynput does not run here") from error
        reasons = {}
        callbacks = {}
        for action, chord in chords.items():
            written = _written(chord)
            try:
                keyboard.HotKey.parse(written)
            except ValueError:
                reasons[action] = "unavailable"  # this system's keyboards have no such key
                continue
            callbacks[written] = partial(_press, pressed, action)
        listener = keyboard.GlobalHotKeys(callbacks)
        listener.daemon = True
        listener.start()
        listener.wait()
        if getattr(listener, "IS_TRUSTED", True) is False:
            listener.stop()
            return dict.fromkeys(chords, "unavailable")
        self._listener = listener
        return reasons

    def close(self) -> None:
        """Stop looking at keys. Idempotent."""
        if self._listener is not None:
            self._listener.stop()
            self._listener = None


def _press(pressed: Callable[[str], None], action: str) -> None:
    try:
        pressed(action)
    except Exception:
        log.exception("hotkeys: %s failed", action)


def _written(chord: Chord) -> str:
    key = chord.key if len(chord.key) == 1 else "+" if chord.key == "plus" else f"<{chord.key}>"
    return "+".join([*(MODIFIER_NAMES[modifier] for modifier in sorted(chord.modifiers)), key])
