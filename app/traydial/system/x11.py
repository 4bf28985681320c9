"""Opens a connection to an X server without the set-up of extensions that are not used."""

from __future__ import annotations

from typing import Any


def connect(display_name: str = "") -> Any:
    """Return an Xlib Display; `display_name` empty: the environment's. Raises OSError, and Xlib's errors later on."""
    from Xlib.display import Display
    from Xlib.error import DisplayError, XError

    class Connection(Display):  # type: ignore[misc]  # python-xlib has no types
        def list_extensions(self) -> list[str]:
            return []  # none is used here, and setting them all up takes 20 round trips and 2 MB

    try:
        return Connection(display_name or None)
    except (DisplayError, XError) as error:
        raise OSError(f"no X server: {error}") from error
