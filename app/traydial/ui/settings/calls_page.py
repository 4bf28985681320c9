"""How careful Traydial is before it calls, and how long it shows a call."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from traydial.core.consent import Level
from traydial.ui.explanations import level
from traydial.ui.i18n import translate
from traydial.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from traydial.core.config import Config


class CallsPage(QWidget):
    def __init__(self, config: Config) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.addWidget(PlainLabel(self.tr("Before a number is called"), bold=True))
        self.levels: dict[Level, QRadioButton] = {}
        group = QButtonGroup(self)
        for value in Level:
            name, meaning = level(value, translate)
            button = QRadioButton(name)
            button.setAccessibleName(name)
            button.setAccessibleDescription(meaning)
            button.setChecked(value is config.consent.level)
            group.addButton(button)
            self.levels[value] = button
            said = PlainLabel(meaning)
            said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            said.setIndent(self.fontMetrics().height() * 3 // 2)
            rows.addWidget(button)
            rows.addWidget(said)
        rows.addWidget(
            PlainLabel(
                self.tr("Emergency numbers are dialled at once, except from links. Codes with * or # always ask first.")
            )
        )
        self.undo_s = QDoubleSpinBox(minimum=1.0, maximum=30.0, singleStep=0.5, decimals=1, value=config.consent.undo_s)
        self.undo_s.setSuffix(self.tr(" s"))
        self.undo_s.setAccessibleName(self.tr("Time to take a call back"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(self.tr("&Time to take a call back"), self.undo_s)
        self.forget_after_min = QSpinBox(minimum=1, maximum=1440, value=round(config.calls.forget_after_min))
        self._forget_after_min = self.forget_after_min.value()
        self.forget_after_min.setSuffix(self.tr(" min"))
        self.forget_after_min.setAccessibleName(self.tr("Forget calls that the PBX tells nothing of"))
        form.addRow(self.tr("&Forget calls that the PBX tells nothing of"), self.forget_after_min)
        self.tell = QLineEdit(", ".join(config.recording.tell))
        self.tell.setPlaceholderText(self.tr("for example DE, +1*"))
        self.tell.setAccessibleName(self.tr("Tell the other party before recording"))
        self.tell.setToolTip(self.tr("Countries and numbers whose calls are recorded only once you say they agreed"))
        form.addRow(self.tr("Tell the other &party before recording"), self.tell)
        rows.addLayout(form)
        rows.addStretch(1)
        self.settings: dict[str, tuple[QWidget, ...]] = {
            "consent.level": tuple(self.levels.values()),
            "consent.undo_s": (self.undo_s,),
            "calls.forget_after_min": (self.forget_after_min,),
            "recording.tell": (self.tell,),
        }

    def applied(self, config: Config) -> Config:
        """Return `config` with what is chosen here."""
        chosen = next(value for value, button in self.levels.items() if button.isChecked())
        undo_s = (
            config.consent.undo_s if self.undo_s.value() == round(config.consent.undo_s, 1) else self.undo_s.value()
        )
        calls = config.calls
        if self.forget_after_min.value() != self._forget_after_min:
            calls = replace(calls, forget_after_min=float(self.forget_after_min.value()))
        tell = tuple(entry for text in self.tell.text().split(",") if (entry := text.strip()))
        consent, recording = replace(config.consent, level=chosen, undo_s=undo_s), replace(config.recording, tell=tell)
        return replace(config, consent=consent, calls=calls, recording=recording)
