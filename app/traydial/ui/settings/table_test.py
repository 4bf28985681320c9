"""Test a table of numbers: load a CSV, see what would be dialled and why, save what came of it. Dials nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QStandardPaths, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from traydial.core.errors import AppError
from traydial.ui.base.bridge import answer_to
from traydial.ui.base.i18n import translate
from traydial.ui.base.icons import ACCENTS, TrayStatus, on_dark
from traydial.ui.widgets.banner import Banner
from traydial.ui.widgets.numbers import left_to_right
from traydial.ui.widgets.plain_label import PlainLabel
from traydial.words.dialplan import explained
from traydial.words.messages import message, readable

if TYPE_CHECKING:
    from traydial.core.account import Account
    from traydial.core.dialplan.table import PlannedNumber
    from traydial.ui.base.commands import NumberTesting

Index: TypeAlias = QModelIndex | QPersistentModelIndex
NUMBER, DIALLED, EXPECTED, RESULT = range(4)
WIDTHS = {NUMBER: 30, DIALLED: 24, EXPECTED: 24}  # in characters
ROOT = QModelIndex()


class TableModel(QAbstractTableModel):
    """The numbers of a table and their plans; `narrow` leaves those that need a look."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.table: tuple[PlannedNumber, ...] = ()
        self._shown: tuple[PlannedNumber, ...] = ()
        self._titles = (self.tr("Number"), self.tr("Dialled"), self.tr("Expected"), self.tr("Result"))

    def show(self, table: tuple[PlannedNumber, ...], *, narrow: bool) -> None:
        self.beginResetModel()
        self.table = table
        self._shown = tuple(filter(needs_a_look, table)) if narrow else table
        self.endResetModel()

    def number(self, index: Index) -> PlannedNumber:
        return self._shown[index.row()]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number = self.number(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(number, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == RESULT and needs_a_look(number):
            return QColor(ACCENTS[TrayStatus.PROBLEM][on_dark()])
        return None

    def _text(self, number: PlannedNumber, column: int) -> str:
        match column:
            case 0:
                return left_to_right(readable(number.number))
            case 1:
                return left_to_right(number.plan.dialled) if number.plan else ""
            case 2:
                return left_to_right(readable(number.expected))
        outcome = message(number.error, translate).title if number.error else ""
        if number.result == "ok":
            outcome = " · ".join(filter(None, (self.tr("As expected"), outcome)))
        elif number.result:
            outcome = " · ".join(filter(None, (self.tr("Differs"), outcome)))
        return outcome


def needs_a_look(number: PlannedNumber) -> bool:
    """Whether it is not as expected, or cannot be dialled though nothing was expected."""
    return number.result == "differs" or (number.error is not None and not number.expected)


class TableTest(QDialog):
    """Keeps its file: shown again, it tests the same one with the rules as they are by then."""

    def __init__(self, commands: NumberTesting, account: Callable[[], Account], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Test a table of numbers"))
        self._commands = commands
        self._account = account
        self._file: Path | None = None
        self._asked = object()  # the latest question
        self.model = TableModel(self)
        self.view = QTreeView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Numbers and what would be dialled"))
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setAllColumnsShowFocus(True)
        character = self.fontMetrics().averageCharWidth()
        for column, width in WIDTHS.items():
            self.view.setColumnWidth(column, width * character)
        self.view.selectionModel().currentRowChanged.connect(lambda index, _before: self._explain(index))
        self.notice = Banner()
        self.trace = PlainLabel()
        self.trace.setAccessibleName(self.tr("Why this number?"))
        self.trace.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.trace.setMinimumHeight(6 * self.fontMetrics().lineSpacing())
        self.narrow = QCheckBox(self.tr("&Only those that differ or cannot be dialled"))
        self.narrow.toggled.connect(lambda _on: self._draw(self.model.table))
        self.load_button = self._button(self.tr("&Load a table…"), self._choose_table)
        self.save_button = self._button(self.tr("&Save the results…"), self._choose_target)
        close = self._button(self.tr("&Close"), self.reject)
        hint = PlainLabel(
            self.tr(
                "A CSV file with a column “number” and, if you like, “expected”: what should be dialled. "
                "No call is placed."
            )
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self.load_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        rows = QVBoxLayout(self)
        rows.addWidget(hint)
        rows.addWidget(self.view, 1)
        rows.addWidget(self.narrow)
        rows.addWidget(self.trace)
        rows.addWidget(self.notice)
        rows.addLayout(buttons)
        self.resize(character * 130, self.fontMetrics().lineSpacing() * 34)
        self._draw(())

    def ask(self) -> None:
        """Show the window; what it tests is the account as it stands in the form."""
        if self._file is not None:
            self.load(self._file)
        self.open()

    def load(self, file: Path) -> None:
        """Put the numbers of a CSV file through the account's dial plan."""
        self._file = file
        asked = self._asked = object()
        self.load_button.setEnabled(False)
        self.notice.say(self.tr("Testing {file}…").format(file=file.name))
        self._commands.plan_table(file, self._account(), answer_to(self, lambda answer: self._planned(asked, answer)))

    def save_to(self, target: Path) -> None:
        """Write what came of the table as CSV."""
        asked = self._asked

        def saved(error: AppError | None) -> None:
            if asked is not self._asked:
                return
            if error is None:
                self.notice.say(self.tr("The results are in {file}.").format(file=target.name), TrayStatus.CALL)
            else:
                self.notice.say_error(error)

        self._commands.save_table(self.model.table, target, answer_to(self, saved))

    def _button(self, text: str, job: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: job())
        return button

    def _planned(self, asked: object, answer: tuple[PlannedNumber, ...] | AppError) -> None:
        if asked is not self._asked:
            return
        self.load_button.setEnabled(True)
        if isinstance(answer, AppError):
            self._draw(())
            self.notice.say_error(answer)
            return
        self._draw(answer)
        self.notice.say(self._summary(answer))

    def _summary(self, table: tuple[PlannedNumber, ...]) -> str:
        words = self.tr("Numbers: {count}. As expected: {same}. Different: {differing}. Not dialled: {undialled}.")
        results = Counter(number.result for number in table)
        undialled = sum(number.error is not None for number in table)
        return words.format(count=len(table), same=results["ok"], differing=results["differs"], undialled=undialled)

    def _draw(self, table: tuple[PlannedNumber, ...]) -> None:
        self.model.show(table, narrow=self.narrow.isChecked())
        self.save_button.setEnabled(bool(table))
        self.narrow.setEnabled(bool(table))
        self.view.setCurrentIndex(self.model.index(0, NUMBER))
        self._explain(self.view.currentIndex())

    def _explain(self, index: QModelIndex) -> None:
        """Say why the chosen number is dialled so, or why not."""
        if not index.isValid():
            self.trace.clear()
            return
        number = self.model.number(index)
        if number.error is not None:
            self.trace.setText(str(message(number.error, translate)))
        elif number.plan is not None:
            self.trace.setText(explained(number.plan, translate, left_to_right))

    def _choose_table(self) -> None:
        chooser = self._chooser(self.tr("Load a table"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self.load(Path(name)))
        chooser.open()

    def _choose_target(self) -> None:
        chooser = self._chooser(self.tr("Save the results"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("csv")
        suggested = self.tr("{table}-results.csv").format(table=self._file.stem if self._file else "")
        chooser.selectFile(suggested)
        chooser.fileSelected.connect(lambda name: self.save_to(Path(name)))
        chooser.open()

    def _chooser(self, title: str) -> QFileDialog:
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        folder = self._file.parent if self._file else documents if documents.is_dir() else Path.home()
        chooser = QFileDialog(self, title, str(folder), self.tr("Table (*.csv)"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return chooser
