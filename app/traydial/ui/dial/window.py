"""The dial window: a small window to type or paste a number, or to take one from the latest calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from traydial.core.call import CallState
from traydial.core.consent import Source
from traydial.ui.base.i18n import translate
from traydial.ui.base.icons import application_icon
from traydial.ui.widgets.numbers import past_number
from traydial.ui.widgets.plain_label import PlainLabel
from traydial.words.calls import state

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from traydial.services.history.store import HistoryEntry
    from traydial.ui.base.commands import AccountView, Dialling

WINDOW = (
    Qt.WindowType.Dialog
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.CustomizeWindowHint
    | Qt.WindowType.WindowTitleHint
    | Qt.WindowType.WindowSystemMenuHint
    | Qt.WindowType.WindowCloseButtonHint
)
TEXT_LIMIT = 10_000
UNUSUAL = (CallState.REFUSED, CallState.UNKNOWN, CallState.CANCELLED)  # outcomes that the list names
STEPS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
NUMBER = Qt.ItemDataRole.UserRole
NAME = Qt.ItemDataRole.UserRole + 1


class DialWindow(QDialog):
    """Enter dials what is typed, or what is chosen in the list; arrows move in the list; Esc closes.

    `hang_up` ends the current call; it is offered here as well, within reach of the keyboard.
    """

    def __init__(self, dialling: Dialling, open_settings: Callable[[], None], hang_up: QAction) -> None:
        super().__init__(None, WINDOW)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(self.tr("Dial"))
        self.setWindowIcon(application_icon())
        self._dialling = dialling
        self._dialled = ""
        self._account = PlainLabel()
        self.text = QLineEdit(placeholderText=self.tr("Number or text with a number"), maxLength=TEXT_LIMIT)
        self.text.setAccessibleName(self.tr("Number to call"))
        self.text.setClearButtonEnabled(True)
        self.text.textEdited.connect(self._filter)
        self.text.returnPressed.connect(self._dial)
        self.text.installEventFilter(self)
        self.call = QPushButton(self.tr("&Call"))
        self.call.clicked.connect(self._dial)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Recent calls"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _item: self._dial())
        self.hang_up = QPushButton()
        self.hang_up.clicked.connect(hang_up.trigger)
        self._hang_up = hang_up
        hang_up.changed.connect(self._show_hang_up)
        self._show_hang_up()
        line = QHBoxLayout()
        line.addWidget(self.text, 1)
        line.addWidget(self.call)
        rows = QVBoxLayout(self)
        rows.addLayout(line)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._account)
        self.settings = QPushButton(self.tr("Open &Settings"))
        self.settings.clicked.connect(open_settings)
        self.settings.clicked.connect(self.hide)
        for button in (self.call, self.hang_up, self.settings):
            button.setAutoDefault(False)  # Enter dials, once
        rows.addWidget(self.hang_up, 0, Qt.AlignmentFlag.AlignLeading)
        rows.addWidget(self.settings, 0, Qt.AlignmentFlag.AlignLeading)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 70, metrics.lineSpacing() * 18)

    def show_account(self, view: AccountView | None, *, others: bool = False) -> None:
        """Say which account will dial; None: there is no account, or only `others` than the default one."""
        self.settings.setVisible(view is None and not others)
        if view is not None:
            self._account.setText(self.tr("Calling with {account}").format(account=view.title))
        elif others:
            self._account.setText(self.tr("There is no default account: you will be asked which one to use."))
        else:
            self._account.setText(self.tr("There is no account yet: add one in Settings."))

    def show_recent(self, entries: tuple[HistoryEntry, ...], *, mask: bool = False) -> None:
        """List the latest calls, newest first, each number once; `mask`: without the middle digits."""
        self.list.clear()
        locale = QLocale()
        newest: dict[str, HistoryEntry] = {}
        for entry in entries:
            newest.setdefault(entry.key, entry)
        for called, entry in newest.items():
            number = past_number(entry, mask=mask)
            when = locale.toString(
                QDateTime.fromSecsSinceEpoch(int(entry.at.timestamp())), QLocale.FormatType.ShortFormat
            )
            outcome = state(entry, translate) if entry.state in UNUSUAL else ""
            item = QListWidgetItem("  ·  ".join(filter(None, (entry.name, number, when, outcome))))
            item.setData(NUMBER, called)
            item.setData(NAME, entry.name.casefold())
            self.list.addItem(item)
        self._filter(self.text.text())

    def ask(self) -> None:
        """Show the window with the focus in it; what could not be dialled before is kept and selected."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()
        self.text.selectAll()

    def offer_again(self, text: str) -> None:
        """Put `text` back if it was typed here: it was not dialled, and may need a correction."""
        if text and text == self._dialled and not self.text.text():
            self.text.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in STEPS:
            self._move(STEPS[event.key()])
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _show_hang_up(self) -> None:
        self.hang_up.setText(self._hang_up.text())
        self.hang_up.setVisible(self._hang_up.isEnabled())

    def _move(self, step: int) -> None:
        rows = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        current = self.list.currentRow()
        before = rows.index(current) if current in rows else -1
        position = before + step
        self.list.setCurrentRow(rows[position] if 0 <= position < len(rows) else -1)

    def _filter(self, typed: str) -> None:
        wanted = "".join(char for char in typed if char.isdigit() or char in "*#")
        for row in range(self.list.count()):
            item = self.list.item(row)
            by_number = wanted in item.data(NUMBER) and (wanted or not typed.strip())
            by_name = typed.strip() and typed.strip().casefold() in item.data(NAME)
            item.setHidden(not (by_number or by_name))
        self.list.setCurrentRow(-1)

    def _dial(self) -> None:
        if self.list.currentRow() >= 0:
            self._dialling.dial(self.list.currentItem().data(NUMBER), Source.HISTORY)
        elif self.text.text().strip():
            self._dialled = self.text.text()
            self._dialling.dial(self._dialled, Source.DIAL_WINDOW)
        else:
            return
        self.text.clear()
        self._filter("")
        self.hide()
