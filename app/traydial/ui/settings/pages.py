"""The pages of Settings, but for the accounts: which settings stand on which, each with its help and its lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from traydial.core.chord import Chord, ChordRefused
from traydial.core.config import Config
from traydial.core.setting import Setting, declared, value_of, with_values
from traydial.ui.base.i18n import translate
from traydial.ui.base.icons import TrayStatus
from traydial.ui.settings.editors import CONTEXT, Editor, editor_of
from traydial.ui.settings.hotkey_edit import REFUSALS, HotkeyEdit
from traydial.ui.settings.links_box import LinksBox
from traydial.ui.widgets.banner import Banner
from traydial.ui.widgets.plain_label import PlainLabel
from traydial.words.reasons import hotkey_reason

if TYPE_CHECKING:
    from traydial.core.ports import HotkeyStatus
    from traydial.ui.base.commands import LinkRegistration

SETTINGS = {setting.key: setting for setting in declared(Config)}


class SettingsPage(QScrollArea):
    """A row for each of `keys`. What an administrator has `pinned` is shown locked and is never changed."""

    keys: ClassVar[tuple[str, ...]] = ()
    changed = Signal()

    def __init__(self, config: Config, pinned: frozenset[str], *, system_region: str = "") -> None:
        super().__init__()
        self.editors: dict[str, Editor] = {}
        self.notices: dict[str, Banner] = {}
        self._cells: dict[str, QVBoxLayout] = {}  # the control of a setting, and below it what is said of it
        self._pinned = pinned
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.rows = QVBoxLayout(body)
        self.rows.addLayout(self._form)
        self.rows.addStretch(1)
        for key in self.keys:
            self._add(editor_of(SETTINGS[key], value_of(config, key), self, system_region=system_region))
        self._before = {key: editor.value() for key, editor in self.editors.items()}
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def applied(self, config: Config) -> Config:
        """Return `config` with what was changed here."""
        values = {key: editor.value() for key, editor in self.editors.items() if key not in self._pinned}
        return with_values(config, {key: value for key, value in values.items() if value != self._before[key]})

    def is_changed(self) -> bool:
        return any(editor.value() != self._before[key] for key, editor in self.editors.items())

    def _add(self, editor: Editor) -> None:
        setting = editor.setting
        self.editors[setting.key] = editor
        self.notices[setting.key] = Banner()
        cell = self._cells[setting.key] = QVBoxLayout()
        cell.setSpacing(2)
        for place, widget in enumerate(editor.widgets):
            cell.addWidget(widget)
            if isinstance(widget, QRadioButton):
                cell.addWidget(_hint(translate(CONTEXT, setting.choices[place].meaning), indent=True))
        if setting.help:
            said = translate(CONTEXT, setting.help)
            cell.addWidget(_hint(said, indent=isinstance(editor.widget, QCheckBox)))
            if len(editor.widgets) == 1:
                editor.widget.setAccessibleDescription(said)
        if setting.key in self._pinned:
            self._lock(editor, cell)
        cell.addWidget(self.notices[setting.key])
        self._place(setting, editor, cell)
        editor.changed.connect(lambda *_: self.changed.emit())

    def _place(self, setting: Setting, editor: Editor, cell: QVBoxLayout) -> None:
        title = translate(CONTEXT, setting.title)
        if len(editor.widgets) > 1:
            self._form.addRow(PlainLabel(title, bold=True))
            self._form.addRow(cell)
        elif isinstance(editor.widget, QCheckBox):
            self._form.addRow(PlainLabel(), cell)  # with no label of its own a row asks for too much height
        else:
            editor.widget.setAccessibleName(title.replace("&", ""))
            caption = PlainLabel(title)
            caption.setBuddy(editor.widget)
            self._form.addRow(caption, cell)

    def _lock(self, editor: Editor, cell: QVBoxLayout) -> None:
        reason = self.tr("Set by your administrator")
        for widget in editor.widgets:
            widget.setEnabled(False)
            widget.setToolTip(reason)
            widget.setAccessibleDescription(reason)
        cell.addWidget(_hint(f"🔒 {reason}"))


def _hint(text: str, *, indent: bool = False) -> PlainLabel:
    return PlainLabel(text, scale=0.9, muted=True, indent=indent)


class CallsPage(SettingsPage):
    """`links`: whether Traydial is the desktop's program for links; shown below the setting that refuses them."""

    keys = (
        "consent.level",
        "consent.undo_s",
        "consent.link_gap_s",
        "consent.calls_per_minute",
        "consent.links",
        "consent.ask_in_call",
        "consent.deny",
        "recording.tell",
        "calls.forget_after_min",
    )

    def __init__(self, config: Config, pinned: frozenset[str], commands: LinkRegistration) -> None:
        super().__init__(config, pinned)
        dials_links = self.editors["consent.links"]
        self.links = LinksBox(commands, allowed=dials_links.value())
        self.links.changed.connect(self.changed)
        dials_links.widget.toggled.connect(self.links.allow)
        row, _role = self._form.getLayoutPosition(self._cells["consent.links"])
        self._form.insertRow(row + 1, PlainLabel(), self.links)

    def is_changed(self) -> bool:
        return super().is_changed() or self.links.is_changed()


class HistoryPage(SettingsPage):
    keys = ("history.keep_days", "history.mask")


class GeneralPage(SettingsPage):
    """`desktop_shows`: the desktop has notifications that can show calls."""

    keys = ("language", "region", "ui.popup", "ui.left_click", "start_at_login")

    def __init__(
        self, config: Config, pinned: frozenset[str], *, system_region: str = "", desktop_shows: bool = True
    ) -> None:
        super().__init__(config, pinned, system_region=system_region)
        self._form.setRowVisible(self.keys.index("ui.popup"), desktop_shows)


class HotkeysPage(SettingsPage):
    """Says of each hotkey whether it works, and what is wrong with one that was just pressed."""

    keys = ("hotkeys.dial_selection", "hotkeys.toggle_recording")

    def __init__(self, config: Config, pinned: frozenset[str], status: tuple[HotkeyStatus, ...] = ()) -> None:
        super().__init__(config, pinned)
        how = self.tr("Hotkeys work in every program. Click into a field and press the keys; Backspace turns one off.")
        self.rows.insertWidget(0, PlainLabel(how))
        for key, editor in self.editors.items():
            edit: HotkeyEdit = editor.widget
            edit.changed.connect(self._look_over)
            notice = self.notices[key]
            edit.refused.connect(
                lambda refusal, notice=notice: notice.say(translate(CONTEXT, REFUSALS[refusal]), TrayStatus.PROBLEM)
            )
        for found in status:
            shown = self.notices.get(f"hotkeys.{found.action}")
            if shown is None or not found.chord:
                continue
            if found.bound:
                shown.say(self.tr("Works."), TrayStatus.CALL)
            else:
                shown.say(hotkey_reason(found.reason, translate), TrayStatus.PROBLEM)

    def _look_over(self) -> None:
        """Say which hotkeys change with Save, and which of them are the same."""
        chords = {key: _parsed(editor.value()) for key, editor in self.editors.items()}
        for key, chord in chords.items():
            twin = next((k for k, other in chords.items() if k != key and chord is not None and other == chord), None)
            if twin is not None:
                other = translate(CONTEXT, SETTINGS[twin].title).replace("&", "")
                said = self.tr("“{hotkey}” uses the same keys. Change one of them.").format(hotkey=other)
                self.notices[key].say(said, TrayStatus.PROBLEM)
            elif self.editors[key].value() != self._before[key]:
                self.notices[key].say(self.tr("Takes effect when you save."))
            else:
                self.notices[key].clear()


def _parsed(chord: str) -> Chord | None:
    try:
        return Chord.parse(chord)
    except ChordRefused:
        return None
