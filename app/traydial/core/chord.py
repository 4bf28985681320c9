"""A hotkey such as "ctrl+alt+d": what is allowed as one, and what Qt and X11 call its keys."""

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


@dataclass(frozen=True, slots=True)
class KeyName:
    """`qt` is the name in QKeySequence's portable text, `x11` the keysym's name. pynput has our own names."""

    qt: str
    x11: str


FUNCTION_KEYS = frozenset(f"f{number}" for number in range(1, 21))
NAMED_KEYS = {key: KeyName(key.upper(), key.upper()) for key in sorted(FUNCTION_KEYS)} | {
    "space": KeyName("Space", "space"),
    "enter": KeyName("Return", "Return"),
    "tab": KeyName("Tab", "Tab"),
    "backspace": KeyName("Backspace", "BackSpace"),
    "insert": KeyName("Ins", "Insert"),
    "delete": KeyName("Del", "Delete"),
    "up": KeyName("Up", "Up"),
    "down": KeyName("Down", "Down"),
    "left": KeyName("Left", "Left"),
    "right": KeyName("Right", "Right"),
    "plus": KeyName("+", "plus"),
    "home": KeyName("Home", "Home"),
    "end": KeyName("End", "End"),
    "page_up": KeyName("PgUp", "Prior"),
    "page_down": KeyName("PgDown", "Next"),
    "pause": KeyName("Pause", "Pause"),
    "print_screen": KeyName("Print", "Print"),
    "scroll_lock": KeyName("ScrollLock", "Scroll_Lock"),
    "menu": KeyName("Menu", "Menu"),
}
ALONE = FUNCTION_KEYS | {"pause", "scroll_lock"}  # these are not used for typing, so they need no modifier
EDITING = "acfnopqstvwxyz"  # with Ctrl: copy, paste, save and so on, in nearly every program


class Refusal(enum.StrEnum):
    """Why a text is no chord."""

    UNKNOWN_KEY = "unknown_key"
    NO_MODIFIER = "no_modifier"  # it would take what people type
    RESERVED = "reserved"  # it has a meaning in every program, or belongs to the system


class ChordRefused(ValueError):
    def __init__(self, refusal: Refusal, why: str) -> None:
        super().__init__(why)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Chord:
    """`key` is a lower-case ASCII character or one of NAMED_KEYS; "plus" stands for "+"."""

    modifiers: frozenset[Modifier]
    key: str

    @classmethod
    def parse(cls, text: str) -> Chord:
        """Read "ctrl+alt+d". Raises ChordRefused; also for a chord that other programs need."""
        *names, key = (part.strip().lower() for part in text.split("+"))
        unknown = [name for name in names if name not in MODIFIER_NAMES]
        if unknown:
            raise ChordRefused(Refusal.UNKNOWN_KEY, f"no modifier is called {unknown[0]!r}")
        modifiers = frozenset(MODIFIER_NAMES[name] for name in names)
        if len(modifiers) < len(names):
            raise ChordRefused(Refusal.UNKNOWN_KEY, "a modifier is named twice")
        character = len(key) == 1 and key.isascii() and key.isprintable()
        if not (character or key in NAMED_KEYS):
            raise ChordRefused(Refusal.UNKNOWN_KEY, f"no key is called {key!r}")
        if key not in ALONE and modifiers <= {Modifier.SHIFT}:
            raise ChordRefused(Refusal.NO_MODIFIER, "ctrl, alt or super is missing")
        chord = cls(modifiers, key)
        if chord in RESERVED:
            raise ChordRefused(Refusal.RESERVED, f"{chord} has a meaning in every program")
        return chord

    def __str__(self) -> str:
        """The chord as the configuration writes it."""
        return "+".join([*(modifier for modifier in Modifier if modifier in self.modifiers), self.key])


RESERVED = frozenset(
    {
        *(Chord(frozenset({Modifier.CTRL}), letter) for letter in EDITING),
        *(Chord(frozenset({Modifier.CTRL, Modifier.SHIFT}), letter) for letter in "ctvz"),
        *(Chord(frozenset({modifier}), "tab") for modifier in (Modifier.ALT, Modifier.CTRL, Modifier.SUPER)),
        *(Chord(frozenset({Modifier.SHIFT, modifier}), "tab") for modifier in (Modifier.ALT, Modifier.CTRL)),
        Chord(frozenset({Modifier.ALT}), "f4"),
        Chord(frozenset({Modifier.CTRL, Modifier.ALT}), "delete"),
        Chord(frozenset({Modifier.SUPER}), "l"),
    }
)
