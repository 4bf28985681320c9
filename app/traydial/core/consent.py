"""The one door: whether a planned call is dialled, may be undone, must be asked about, or is refused. Pure."""

from __future__ import annotations

import enum


class Level(enum.StrEnum):
    CAREFUL = "careful"
    NORMAL = "normal"
    FAST = "fast"


class Source(enum.StrEnum):
    """Where a dial request came from."""

    LINK = "link"
    HOTKEY = "hotkey"
    CLIPBOARD = "clipboard"
    PALETTE = "palette"
    COMMAND_LINE = "command_line"
    HISTORY = "history"
