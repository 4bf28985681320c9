"""The hotkeys: which keys, and whether the desktop gave them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from traydial.core.config import Hotkeys
from traydial.ui.explanations import hotkey_reason
from traydial.ui.i18n import translate
from traydial.ui.icons import Light
from traydial.ui.plain_label import PlainLabel
from traydial.ui.settings.chord_edit import ChordEdit
from traydial.ui.settings.notice import Notice

if TYPE_CHECKING:
    from traydial.core.config import Config
    from traydial.core.ports import HotkeyStatus


class HotkeysPage(QWidget):
    def __init__(self, config: Config, status: tuple[HotkeyStatus, ...]) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.addWidget(PlainLabel(self.tr("Hotkeys work in every program. Click into a field and press the keys.")))
        form = QFormLayout()
        rows.addLayout(form)
        rows.addStretch(1)
        known = {told.action: told for told in status}
        self.dial_selection = ChordEdit(config.hotkeys.dial_selection)
        self.toggle_recording = ChordEdit(config.hotkeys.toggle_recording)
        self._add(form, self.tr("&Dial the selected number"), self.dial_selection, known.get("dial_selection"))
        self._add(form, self.tr("Start or stop &recording"), self.toggle_recording, known.get("toggle_recording"))

    def applied(self, config: Config) -> Config:
        """Return `config` with what is chosen here."""
        chords = Hotkeys(dial_selection=self.dial_selection.chord(), toggle_recording=self.toggle_recording.chord())
        return replace(config, hotkeys=chords)

    def _add(self, form: QFormLayout, label: str, edit: ChordEdit, status: HotkeyStatus | None) -> None:
        notice = Notice()
        edit.setAccessibleName(label.replace("&", ""))
        edit.chord_changed.connect(lambda: notice.say(self.tr("In effect once it is saved.")))
        form.addRow(label, edit)
        form.addRow("", notice)
        if status is None or not status.chord:
            return
        if status.bound:
            notice.say(self.tr("Works."), Light.CALL)
        else:
            notice.say(hotkey_reason(status.reason, translate), Light.PROBLEM)
