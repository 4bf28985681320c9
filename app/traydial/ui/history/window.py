"""The History window: every past call, found by number, name or note, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QDateTime,
    QEvent,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QObject,
    QStandardPaths,
    Qt,
    QUrl,
)
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from traydial.core.consent import Source
from traydial.core.errors import AppError
from traydial.services.history.search import GRAM
from traydial.ui.base.bridge import answer_to
from traydial.ui.base.i18n import translate
from traydial.ui.base.icons import application_icon
from traydial.ui.history.model import ACCOUNT, DURATION, NAME, NUMBER, OUTCOME, TIME, HistoryModel
from traydial.ui.history.note import NoteDialog
from traydial.ui.widgets.banner import Banner
from traydial.ui.widgets.numbers import country_name, left_to_right
from traydial.ui.widgets.plain_label import PlainLabel
from traydial.words.calls import consent
from traydial.words.dialplan import step_in_words

if TYPE_CHECKING:
    from traydial.services.history.browse import HistoryBrowser
    from traydial.services.history.store import HistoryEntry
    from traydial.ui.base.commands import AccountView, HistoryDialling

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WIDTHS = {TIME: 12, NUMBER: 23, NAME: 22, OUTCOME: 34, DURATION: 12, ACCOUNT: 18}  # in characters
TEXT_LIMIT = 200


class HistoryWindow(QDialog):
    """Enter calls, F2 edits, Del deletes, Ctrl+F searches, Esc clears the search, then closes. Deleted when closed."""

    def __init__(self, commands: HistoryDialling, accounts: tuple[AccountView, ...], *, mask: bool) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(self.tr("History"))
        self.setWindowIcon(application_icon())
        self._commands = commands
        self._mask = mask
        self.model = HistoryModel(commands, mask=mask, parent=self)
        self.search = QLineEdit(placeholderText=self.tr("Number, name or note"), maxLength=TEXT_LIMIT)
        self.search.setAccessibleName(self.tr("Search the history"))
        self.search.setClearButtonEnabled(True)
        self.list = QTableView()
        self._prepare_list()
        self.details = PlainLabel(muted=True)
        self.details.setAccessibleName(self.tr("About this call"))
        self.details.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.notice = Banner()
        self._make_actions()
        rows = QVBoxLayout(self)
        rows.addWidget(self.search)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.details)
        rows.addWidget(self.notice)
        rows.addLayout(self._buttons())
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 140, metrics.lineSpacing() * 34)
        self.search.textChanged.connect(self.model.search)
        self.search.returnPressed.connect(self._enter_list)
        self.model.answered.connect(self._answered)
        self.model.failed.connect(self.notice.say_error)
        self.model.rowsInserted.connect(lambda _parent, first, last: self._span(first, last))
        self.model.modelAboutToBeReset.connect(self.list.clearSpans)
        self.model.modelReset.connect(lambda: self._span(0, self.model.rowCount() - 1))
        self.model.modelReset.connect(self.list.scrollToTop)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.model.dataChanged.connect(lambda *_: self._offer())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        self._offer()
        self.show_accounts(accounts)
        self.model.search("")

    def ask(self) -> None:
        """Show the window in front, with the keyboard in the search."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()

    def refresh(self) -> None:
        """Show what has changed among the newest calls."""
        self.model.refresh()

    def show_accounts(self, accounts: tuple[AccountView, ...]) -> None:
        """Say through which account each call went, where there are several."""
        self.model.show_accounts({view.account.id: view.account.title for view in accounts})
        self.list.setColumnHidden(ACCOUNT, len(accounts) < 2)

    def show_masking(self, on: bool) -> None:
        """Show the numbers without their middle digits, or whole."""
        self._mask = on
        self.model.show_masking(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The down arrow goes on from the search into the list."""
        if event.key() == Qt.Key.Key_Down and self.focusWidget() is self.search:
            self._enter_list()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter that is held calls once."""
        if isinstance(event, QKeyEvent) and event.isAutoRepeat() and event.key() in ENTER:
            return True
        return super().eventFilter(watched, event)

    def reject(self) -> None:
        if self.search.text() and self.focusWidget() is self.search:
            self.search.clear()
        else:
            super().reject()

    def _prepare_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Past calls"))
        self.list.setShowGrid(False)
        self.list.setWordWrap(False)
        self.list.setTabKeyNavigation(False)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.activated.connect(lambda _index: self._call())
        self.list.installEventFilter(self)
        self.search.installEventFilter(self)
        self.list.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.list.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 8 // 5)
        self.list.verticalHeader().hide()
        header = self.list.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        character = self.fontMetrics().averageCharWidth()
        for column, width in WIDTHS.items():
            self.list.setColumnWidth(column, width * character)

    def _make_actions(self) -> None:
        self.call = self._action(self.tr("&Call"), self._call)
        self.edit = self._action(self.tr("&Name and note…"), self._edit, QKeySequence(Qt.Key.Key_F2))
        self.copy = self._action(self.tr("C&opy number"), self._copy, QKeySequence(QKeySequence.StandardKey.Copy))
        self.why = self._action(self.tr("&Why this number?"), self._explain)
        self.recording = self._action(self.tr("Open &recording"), self._open_recording)
        self.delete = self._action(self.tr("&Delete…"), self._delete, QKeySequence(QKeySequence.StandardKey.Delete))
        self.export = self._action(self.tr("E&xport…"), self._choose_file)
        self.delete_all = self._action(self.tr("Delete &all…"), self._delete_all)

    def _action(self, text: str, job: Callable[[], None], shortcut: QKeySequence | None = None) -> QAction:
        action = QAction(text, self.list)
        action.triggered.connect(lambda _=False: job())
        if shortcut is not None:
            action.setShortcut(shortcut)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.list.addAction(action)
        return action

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        for action in (self.call, self.edit, self.delete):
            line.addWidget(_button(action, self))
        more = QPushButton(self.tr("&More"))
        more.setAutoDefault(False)
        menu = QMenu(more)
        menu.setToolTipsVisible(True)
        menu.addActions([self.copy, self.why, self.recording])
        menu.addSeparator()
        menu.addActions([self.export, self.delete_all])
        more.setMenu(menu)
        close = QPushButton(self.tr("C&lose"))
        close.setAutoDefault(False)
        close.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        line.addWidget(more)
        line.addStretch(1)
        line.addWidget(close)
        return line

    def _span(self, first: int, last: int) -> None:
        for row in filter(self.model.is_heading, range(first, last + 1)):
            self.list.setSpan(row, TIME, 1, self.model.columnCount())

    def _enter_list(self) -> None:
        """Go from the search to the first call that it found."""
        index = next((i for i in map(self._index, range(self.model.rowCount())) if self.model.entry(i)), None)
        if index is not None:
            flags = QItemSelectionModel.SelectionFlag
            self.list.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.list.setFocus()

    def _index(self, row: int) -> QModelIndex:
        return self.model.index(row, TIME)

    def _selected(self) -> list[HistoryEntry]:
        entries = map(self.model.entry, self.list.selectionModel().selectedRows())
        return [entry for entry in entries if entry is not None]

    def _only(self) -> HistoryEntry | None:
        """Return the call that is selected alone."""
        selected = self._selected()
        return selected[0] if len(selected) == 1 else None

    def _answered(self) -> None:
        query = self.search.text()
        self.notice.clear()
        if not self.model.rowCount():
            self.notice.say(self.tr("No calls found.") if query.strip() else self.tr("No calls yet."))
        elif 0 < len(query.strip()) < GRAM:
            self.notice.say(self.tr("This searches the latest 10,000 calls. Type a third character to search all."))
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with what is selected."""
        entry, selected = self._only(), self._selected()
        masked = self.tr("Numbers are masked: see Settings, History.") if self._mask else ""
        self.call.setEnabled(entry is not None)
        self.edit.setEnabled(entry is not None)
        self.delete.setEnabled(bool(selected))
        for action, possible in ((self.copy, True), (self.why, bool(entry and entry.trace))):
            action.setEnabled(entry is not None and possible and not self._mask)
            action.setToolTip(masked or action.text().replace("&", ""))
        self.recording.setEnabled(entry is not None and _is_safe(entry.recording_url))
        unsafe = entry is not None and entry.recording_url and not self.recording.isEnabled()
        self.recording.setToolTip(
            self.tr("This link is not opened: it does not begin with https.")
            if unsafe
            else self.recording.text().replace("&", "")
        )
        self.details.setText(self._about(entry) if entry else "")

    def _about(self, entry: HistoryEntry) -> str:
        parts = (
            country_name(entry.country),
            self.tr("through {account}").format(account=self.model.account(entry)),
            "" if self._mask else self.tr("dialled as {number}").format(number=left_to_right(entry.dialled)),
            self.tr("tag {tag}").format(tag=entry.tag) if entry.tag else "",
            self.tr("reference {reference}").format(reference=entry.reference) if entry.reference else "",
            consent(entry, self._moment(entry), translate),
            self.tr("there is a recording") if entry.recording_url else "",
        )
        return " · ".join(filter(None, parts))

    def _moment(self, entry: HistoryEntry) -> str:
        at = entry.recording_consent_at or entry.at
        return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at.timestamp())), QLocale.FormatType.ShortFormat)

    def _call(self) -> None:
        if entry := self._only():
            self._commands.dial(entry.key, Source.HISTORY)

    def _copy(self) -> None:
        if entry := self._only():
            QGuiApplication.clipboard().setText(entry.key)

    def _edit(self) -> None:
        if entry := self._only():
            dialog = NoteDialog(self, entry, self.model.number(entry))
            dialog.accepted.connect(lambda: self._annotate(entry, dialog.name.text(), dialog.note.text()))
            dialog.open()

    def _annotate(self, entry: HistoryEntry, name: str, note: str) -> None:
        self._change(
            lambda browser: browser.annotate(entry, name=name, note=note),
            lambda: self.model.annotate(entry, name=name, note=note),
        )

    def _explain(self) -> None:
        if entry := self._only():
            steps = "\n".join(step_in_words(step, translate, left_to_right) for step in entry.trace)
            self._box(QMessageBox.Icon.Information, self.tr("Why this number?"), steps).open()

    def _open_recording(self) -> None:
        entry = self._only()
        if entry is not None and _is_safe(entry.recording_url):
            QDesktopServices.openUrl(QUrl(entry.recording_url))

    def _delete(self) -> None:
        selected = self._selected()
        rows = [entry.row for entry in selected]
        question = (
            self.tr("Delete this call from the history?")
            if len(rows) == 1
            else self.tr("Delete %n call(s) from the history?", "", len(rows))
        )

        if rows:
            self._confirm(
                question, lambda: self._change(lambda browser: browser.delete(rows), lambda: self.model.remove(rows))
            )

    def _delete_all(self) -> None:
        question = self.tr("Delete all calls from the history?")
        self._confirm(question, lambda: self._change(lambda browser: browser.delete_all(), self.model.clear))

    def _confirm(self, question: str, job: Callable[[], None]) -> None:
        box = self._box(QMessageBox.Icon.Warning, question, self.tr("This cannot be undone."))
        delete = box.addButton(self.tr("&Delete"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("&Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        delete.clicked.connect(job)
        box.open()

    def _box(self, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
        box = QMessageBox(icon, self.windowTitle(), title, parent=self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(text)
        return box

    def _choose_file(self) -> None:
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        suggested = str((documents if documents.is_dir() else Path.home()) / self.tr("call-history.csv"))
        chooser = QFileDialog(self, self.tr("Export the history"), suggested, self.tr("Table (*.csv)"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("csv")
        chooser.selectFile(suggested)
        chooser.fileSelected.connect(lambda name: self.export_to(Path(name)))
        chooser.open()

    def export_to(self, target: Path) -> None:
        """Write the calls that the search finds to `target`; with an empty search, all."""
        query, mask = self.search.text(), self._mask
        self.notice.say(self.tr("Exporting…"))

        def exported(answer: int | AppError) -> None:
            if isinstance(answer, AppError):
                self.notice.say_error(answer)
            else:
                self.notice.say(self.tr("%n call(s) exported to {file}.", "", answer).format(file=target.name))

        self._commands.ask_history(lambda browser: browser.export(target, query, mask=mask), answer_to(self, exported))

    def _change(self, job: Callable[[HistoryBrowser], None], show: Callable[[], None]) -> None:
        """Have `job` change past calls, and `show` what it changed; an error is shown in its place."""

        def changed(answer: AppError | None) -> None:
            if answer is None:
                show()
            else:
                self.notice.say_error(answer)

        self._commands.change_history(job, answer_to(self, changed))


def _button(action: QAction, parent: QWidget) -> QPushButton:
    """Return a button for `action`, which is greyed with it."""
    button = QPushButton(action.text(), parent)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _=False: action.trigger())
    action.enabledChanged.connect(button.setEnabled)
    return button


def _is_safe(url: str) -> bool:
    link = QUrl(url, QUrl.ParsingMode.StrictMode)
    return link.isValid() and link.scheme() == "https" and bool(link.host())
