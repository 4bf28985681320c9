"""A field that takes a hotkey by pressing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "ctrl"),
    (Qt.KeyboardModifier.AltModifier, "alt"),
    (Qt.KeyboardModifier.ShiftModifier, "shift"),
    (Qt.KeyboardModifier.MetaModifier, "super"),
)
NAMES = {
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Insert: "insert",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
    Qt.Key.Key_PageUp: "page_up",
    Qt.Key.Key_PageDown: "page_down",
    Qt.Key.Key_Pause: "pause",
    Qt.Key.Key_Print: "print_screen",
    Qt.Key.Key_ScrollLock: "scroll_lock",
    Qt.Key.Key_Menu: "menu",
    Qt.Key.Key_Plus: "plus",
}
LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)


class ChordEdit(QLineEdit):
    """Holds a chord as the configuration writes it ("ctrl+alt+d"); Backspace or Delete turns the hotkey off.

    Tab and Esc keep their meaning, so that nobody is caught in the field.
    """

    chord_changed = Signal()

    def __init__(self, chord: str) -> None:
        super().__init__(chord)
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("off – press the keys"))

    def chord(self) -> str:
        return self.text()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:  # a chord typed here is not a shortcut of the window
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = event.key()
        held = [name for modifier, name in MODIFIERS if event.modifiers() & modifier]
        if key in LEAVING and set(held) <= {"shift"}:
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not held:
            self._take("")
        elif name := key_name(key):
            self._take("+".join((*held, name)))

    def _take(self, chord: str) -> None:
        self.setText(chord)
        self.chord_changed.emit()


def key_name(key: int) -> str:
    """The configuration's name of a key; empty for a modifier and for keys that no chord can have."""
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F20:
        return f"f{key - Qt.Key.Key_F1 + 1}"
    if key in NAMES:
        return NAMES[Qt.Key(key)]
    return chr(key).lower() if 0x21 <= key <= 0x7E else ""
