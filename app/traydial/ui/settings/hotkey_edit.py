"""A field that takes a hotkey by pressing it, and says why a combination cannot be one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit

from traydial.core.chord import NAMED_KEYS, Chord, ChordRefused, Refusal
from traydial.core.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

QT_MODIFIERS = {"Ctrl": "ctrl", "Meta": "super", "Alt": "alt", "Shift": "shift"}
if sys.platform == "darwin":  # there Qt calls the Command key Ctrl
    QT_MODIFIERS |= {"Ctrl": "super", "Meta": "ctrl"}
OUR_KEYS = {name.qt: key for key, name in NAMED_KEYS.items()} | {"Enter": "enter"}
REFUSALS = {
    Refusal.UNKNOWN_KEY: QT_TRANSLATE_NOOP("settings", "This key cannot be a hotkey. Choose another one."),
    Refusal.NO_MODIFIER: QT_TRANSLATE_NOOP(
        "settings", "This key alone is needed for typing. Hold Ctrl, Alt or Super with it."
    ),
    Refusal.RESERVED: QT_TRANSLATE_NOOP("settings", "Other programs need this combination. Choose another one."),
}
LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class HotkeyEdit(QKeySequenceEdit):
    """Holds a chord as the configuration writes it ("ctrl+alt+d"). Backspace or Delete turns the hotkey off.

    Tab and Esc keep their meaning, so that the keyboard can leave the field. What cannot be a hotkey is refused.
    """

    changed = Signal()
    refused = Signal(object)  # a core.chord.Refusal

    def __init__(self, chord: str) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        self._chord = chord
        self._show()
        self.editingFinished.connect(self._take)

    def chord(self) -> str:
        return self._chord

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and _leaves(event):  # type: ignore[arg-type]  # a key event
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _leaves(event):
            event.ignore()
        elif event.key() in CLEARING and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._keep("")
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        text = self.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if not text or text == sequence(self._chord).toString(QKeySequence.SequenceFormat.PortableText):
            self._show()
            return
        try:
            self._keep(str(Chord.parse(chord_text(text))))
        except ChordRefused as error:
            self._show()
            self.refused.emit(error.refusal)

    def _keep(self, chord: str) -> None:
        self._chord = chord
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.setKeySequence(sequence(self._chord))


def sequence(chord: str) -> QKeySequence:
    """Return what Qt shows for a chord of the configuration; nothing for an empty or unreadable one."""
    try:
        parsed = Chord.parse(chord)
    except ChordRefused:
        return QKeySequence()
    held = [qt for qt, ours in QT_MODIFIERS.items() if ours in parsed.modifiers]
    key = NAMED_KEYS[parsed.key].qt if parsed.key in NAMED_KEYS else parsed.key.upper()
    return QKeySequence("+".join([*held, key]), QKeySequence.SequenceFormat.PortableText)


def chord_text(portable: str) -> str:
    """Return a key sequence in the words of the configuration; it may still be no chord."""
    held, _, key = portable.rpartition("+")
    if not key:  # the key is "+" itself
        held, key = held.rstrip("+"), "+"
    names = [QT_MODIFIERS.get(name, name) for name in held.split("+") if name]
    return "+".join([*names, OUR_KEYS.get(key, key.lower())])


def _leaves(event: QKeyEvent) -> bool:
    shift = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return event.key() in LEAVING and shift
