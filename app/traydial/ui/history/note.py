"""A small window for the name of a number and the note of a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from traydial.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from traydial.services.history.store import HistoryEntry

NAME_LIMIT, NOTE_LIMIT = 100, 500


class NoteDialog(QDialog):
    """Deleted when it closes; read `name` and `note` when it is accepted."""

    def __init__(self, parent: QWidget, entry: HistoryEntry, number: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Name and note"))
        self.name = QLineEdit(entry.name, maxLength=NAME_LIMIT)
        self.note = QLineEdit(entry.note, maxLength=NOTE_LIMIT)
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("N&ote on this call"), self.note)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(PlainLabel(number, bold=True))
        rows.addWidget(PlainLabel(self.tr("The name is shown with every call to this number.")))
        rows.addLayout(form)
        rows.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        (self.note if entry.name else self.name).setFocus()
