"""A mouse and a keyboard: real input events of the X server (XTEST), which go wherever a person's would."""

from __future__ import annotations

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

NAMES = {"\n": "Return", "\t": "Tab", "ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L"}
LEFT, MIDDLE, RIGHT, WHEEL_UP, WHEEL_DOWN = 1, 2, 3, 4, 5


class Hands:
    """One person's, at one screen."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)
        self._away = False
        self.at = (0, 0)  # where the mouse is

    def press(self, x: int, y: int, button: int = LEFT) -> None:
        """Press a button there, or a few pixels beside it."""
        # To Qt a second press on one spot is a double click, of any button; these come quicker than a person's.
        self._away = not self._away
        self.at = (x + 6 * self._away, y)
        xtest.fake_input(self._display, X.MotionNotify, x=self.at[0], y=self.at[1])
        xtest.fake_input(self._display, X.ButtonPress, button)
        self._display.sync()

    def release(self, button: int = LEFT) -> None:
        xtest.fake_input(self._display, X.ButtonRelease, button)
        self._display.sync()

    def click(self, x: int, y: int, button: int = LEFT) -> None:
        self.press(x, y, button)
        self.release(button)

    def keys(self, *chords: str) -> None:
        """Press keys, one after the other, such as "Tab" or "ctrl+a"."""
        for chord in chords:
            codes = [self._code(name) for name in chord.split("+")]
            for code, _ in codes:
                xtest.fake_input(self._display, X.KeyPress, code)
            for code, _ in reversed(codes):
                xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()

    def type(self, text: str) -> None:
        """Type text that a US keyboard has."""
        shift, _ = self._code("shift")
        for char in text:
            code, shifted = self._code(char)
            if shifted:
                xtest.fake_input(self._display, X.KeyPress, shift)
            xtest.fake_input(self._display, X.KeyPress, code)
            xtest.fake_input(self._display, X.KeyRelease, code)
            if shifted:
                xtest.fake_input(self._display, X.KeyRelease, shift)
        self._display.sync()

    def close(self) -> None:
        self._display.close()

    def _code(self, name: str) -> tuple[int, bool]:
        """The key that carries `name` (a character or the name of a keysym), and whether with Shift."""
        keysym = XK.string_to_keysym(NAMES.get(name, name)) or ord(name)  # Latin-1 has its own code as keysym
        code = self._display.keysym_to_keycode(keysym)
        if not code:
            raise ValueError(f"no key for {name!r}")
        return code, self._display.keycode_to_keysym(code, 0) != keysym
