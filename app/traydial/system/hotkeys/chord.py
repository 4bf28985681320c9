"""A chord such as "ctrl+alt+d": what the configuration may say, and what each back end is given."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Modifier(enum.StrEnum):
    CTRL = "ctrl"
    ALT = "alt"
    SHIFT = "shift"
    SUPER = "super"


MODIFIER_NAMES = {
    "ctrl": Modifier.CTRL,
    "control": Modifier.CTRL,
    "alt": Modifier.ALT,
    "option": Modifier.ALT,
    "shift": Modifier.SHIFT,
    "super": Modifier.SUPER,
    "win": Modifier.SUPER,
    "meta": Modifier.SUPER,
    "cmd": Modifier.SUPER,
}
FUNCTION_KEYS = frozenset(f"f{number}" for number in range(1, 21))
NAMED_KEYS = frozenset(
    {"space", "enter", "tab", "backspace", "insert", "delete", "up", "down", "left", "right", "plus"}
) | {"home", "end", "page_up", "page_down", "pause", "print_screen", "scroll_lock", "menu"}
ALONE = FUNCTION_KEYS | {"pause", "scroll_lock"}  # nobody types with these, so they need no modifier


@dataclass(frozen=True, slots=True)
class Chord:
    """`key` is a lower-case ASCII character or one of FUNCTION_KEYS and NAMED_KEYS; "plus" stands for "+"."""

    modifiers: frozenset[Modifier]
    key: str

    @classmethod
    def parse(cls, text: str) -> Chord:
        """Read "ctrl+alt+d". Raises ValueError; also for a chord that would swallow ordinary typing."""
        *names, key = (part.strip().lower() for part in text.split("+"))
        try:
            modifiers = frozenset(MODIFIER_NAMES[name] for name in names)
        except KeyError as error:
            raise ValueError(f"no modifier is called {error}") from None
        if len(modifiers) < len(names):
            raise ValueError("a modifier is named twice")
        character = len(key) == 1 and key.isascii() and key.isprintable()
        if not (character or key in FUNCTION_KEYS or key in NAMED_KEYS):
            raise ValueError(f"no key is called {key!r}")
        if key not in ALONE and modifiers <= {Modifier.SHIFT}:
            raise ValueError("ctrl, alt or super is missing")
        return cls(modifiers, key)
