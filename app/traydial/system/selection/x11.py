"""Reads the text that an X11 program offers: `core.ports.TextReader` on Linux.

The program that owns a selection answers for it, and may hang; Qt would then wait for 5 s in the GUI thread. So it is
asked here: on the caller's thread, over a connection of its own, for 0.3 s. Source: Inter-Client Communication
Conventions Manual, section 2, "Peer-to-Peer Communication by Means of Selections".
"""

from __future__ import annotations

import contextlib
import select
import time
from typing import Any

from traydial.core.errors import SelectionError
from traydial.core.ports import TextSource
from traydial.system import x11

TIMEOUT_S = 0.3
SIZE_LIMIT = 1 << 20  # bytes; what is beyond is not read


class X11Selection:
    """`display` empty: the environment's."""

    def __init__(self, display: str = "") -> None:
        self._display_name = display

    def read(self, source: TextSource) -> str:
        """Return the text of PRIMARY, else of CLIPBOARD; when PRIMARY hangs, that is an error."""
        from Xlib.error import ConnectionClosedError, XError

        try:
            with contextlib.closing(x11.connect(self._display_name)) as connection:
                transfer = _Transfer(connection, time.monotonic() + TIMEOUT_S)
                if source is TextSource.SELECTION and (text := transfer.text("PRIMARY")):
                    return text
                if text := transfer.text("CLIPBOARD"):
                    return text
        except TimeoutError:
            raise SelectionError("selection_timed_out") from None
        except (ConnectionClosedError, OSError, XError):
            raise SelectionError("selection_unavailable") from None
        raise SelectionError("selection_empty" if source is TextSource.SELECTION else "clipboard_empty")


class _Transfer:
    """What is asked of the owners of selections on one connection, until `deadline` (monotonic)."""

    def __init__(self, connection: Any, deadline: float) -> None:
        from Xlib import X

        self._connection = connection
        self._deadline = deadline
        self._property = connection.intern_atom("TRAYDIAL_TEXT")
        root = connection.screen().root
        self._window = root.create_window(0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)

    def text(self, selection: str) -> str:
        """Return the text of `selection`, empty when it has none but space. Raises TimeoutError."""
        atom = self._connection.intern_atom
        if not self._connection.get_selection_owner(atom(selection)):
            return ""
        for target, encoding in (("UTF8_STRING", "utf-8"), ("STRING", "latin-1")):
            value = self._convert(atom(selection), atom(target))
            if value is not None:
                text = value[:SIZE_LIMIT].decode(encoding, errors="replace")
                return text if text.strip() else ""
        return ""

    def _convert(self, selection: int, target: int) -> bytes | None:
        """Return what the owner sends, or None when it has no such form."""
        from Xlib import X

        self._window.convert_selection(selection, target, self._property, X.CurrentTime)
        while (event := self._event()).type != X.SelectionNotify:
            pass
        if event.property == X.NONE:
            return None
        kind, value = self._take()
        if kind != self._connection.intern_atom("INCR"):
            return value
        # A long text comes in parts: each time the property is taken away, the owner puts the next one there.
        parts = bytearray()
        while len(parts) < SIZE_LIMIT:
            event = self._event()
            if event.type == X.PropertyNotify and event.state == X.PropertyNewValue and event.atom == self._property:
                _, part = self._take()
                if not part:
                    break
                parts += part
        return bytes(parts)

    def _take(self) -> tuple[int, bytes]:
        """Return type and value of our property, and delete it."""
        from Xlib import X

        found = self._window.get_full_property(self._property, X.AnyPropertyType, sizehint=SIZE_LIMIT)
        self._window.delete_property(self._property)
        if found is None:
            return X.NONE, b""
        return int(found.property_type), found.value if isinstance(found.value, bytes) else b""

    def _event(self) -> Any:
        """Return the next event. Raises TimeoutError at the deadline."""
        while (left_s := self._deadline - time.monotonic()) > 0:
            if self._connection.pending_events():
                return self._connection.next_event()
            select.select([self._connection.fileno()], [], [], left_s)
        raise TimeoutError
