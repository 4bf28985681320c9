"""Past calls as a table: fetched page by page as they are scrolled to, under a heading for each day."""

from __future__ import annotations

import enum
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QDate,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QGuiApplication

from traydial.core.errors import AppError
from traydial.services.history.browse import PAGE
from traydial.ui.base.bridge import answer_to
from traydial.ui.base.i18n import translate
from traydial.ui.base.icons import ACCENTS, TrayStatus, on_dark, recorded_icon
from traydial.ui.widgets.numbers import left_to_right, past_number
from traydial.words.calls import is_recorded, outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from traydial.services.history.store import HistoryEntry
    from traydial.ui.base.commands import HistoryQueries

Index: TypeAlias = QModelIndex | QPersistentModelIndex
TIME, NUMBER, NAME, OUTCOME, DURATION, ACCOUNT, NOTE = range(7)
ROOT = QModelIndex()


class Asking(enum.Enum):
    """Where the model is with its one question at a time to the history."""

    IDLE = enum.auto()
    UNDER_WAY = enum.auto()
    OUTDATED = enum.auto()  # under way, and to be asked anew once it is answered


class HistoryModel(QAbstractTableModel):
    """Asks the history one question at a time; what is typed while one is under way waits for its answer."""

    answered = Signal()
    failed = Signal(object)  # an AppError

    def __init__(self, queries: HistoryQueries, *, mask: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queries = queries
        self._mask = mask
        self._titles: Mapping[str, str] = {}
        self._rows: list[HistoryEntry | date] = []  # a date is the heading of its day
        self._query = ""
        self._shown: str | None = None  # the query that the rows answer
        self._complete = True  # whether the rows go back to the first call; nothing is older than no rows
        self._asking = Asking.IDLE

    def search(self, query: str) -> None:
        """Show the calls that `query` finds."""
        self._query = query
        self.refresh()

    def refresh(self) -> None:
        """Show what has changed among the newest calls; what is selected stays selected."""
        if self._asking is Asking.IDLE:
            self._ask(before=None)
        else:
            self._asking = Asking.OUTDATED

    def show_accounts(self, titles: Mapping[str, str]) -> None:
        """Call accounts by these titles; one that is gone, by its id."""
        self._titles = titles
        self._all_changed()

    def show_masking(self, on: bool) -> None:
        self._mask = on
        self._all_changed()

    def entry(self, index: Index) -> HistoryEntry | None:
        """Return the call in the row of `index`; None for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return None if isinstance(row, date) else row

    def is_heading(self, row: int) -> bool:
        return isinstance(self._rows[row], date)

    def annotate(self, entry: HistoryEntry, *, name: str, note: str) -> None:
        """Show the new name at every call to the number, and the note at this one."""
        number = entry.key
        for place, row in enumerate(self._rows):
            if not isinstance(row, date) and row.key == number:
                self._rows[place] = replace(row, name=name, note=note if row.row == entry.row else row.note)
        self._all_changed()

    def remove(self, rows: Iterable[int]) -> None:
        """Show the calls with these rows no longer, nor the heading of a day without calls."""
        gone = set(rows)
        for place in reversed(range(len(self._rows))):
            row = self._rows[place]
            if isinstance(row, date):
                following = self._rows[place + 1] if place + 1 < len(self._rows) else None
                is_gone = isinstance(following, date) or (following is None and self._complete)
            else:
                is_gone = row.row in gone
            if is_gone:
                self.beginRemoveRows(ROOT, place, place)
                del self._rows[place]
                self.endRemoveRows()
        self.answered.emit()

    def clear(self) -> None:
        self._show((), complete=True)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else NOTE + 1

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._complete and self._asking is Asking.IDLE

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._ask(before=next((row.row for row in reversed(self._rows) if not isinstance(row, date)), None))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Time"),
            self.tr("Number"),
            self.tr("Name"),
            self.tr("Outcome"),
            self.tr("Duration"),
            self.tr("Account"),
            self.tr("Note"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, date):
            return self._heading(row, role)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(row, index.column())
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == TIME:  # a row is read as a whole from here
                return ", ".join(filter(None, (self._text(row, column) for column in range(self.columnCount()))))
            case Qt.ItemDataRole.DecorationRole if index.column() == OUTCOME and is_recorded(row):
                return recorded_icon()
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == DURATION:
                return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if index.column() == OUTCOME and row.failed:
                return QColor(ACCENTS[TrayStatus.PROBLEM][on_dark()])
        return None

    def number(self, entry: HistoryEntry) -> str:
        """Return the number of a call as it is shown."""
        number = past_number(entry, mask=self._mask)
        # Between letters that run from right to left its groups would change places.
        return left_to_right(number)

    def account(self, entry: HistoryEntry) -> str:
        """Return the title of the account that called."""
        return self._titles.get(entry.account_id, entry.account_id)

    def _text(self, entry: HistoryEntry, column: int) -> str:
        match column:
            case 0:
                at = QDateTime.fromSecsSinceEpoch(int(entry.at.timestamp()))
                return QLocale().toString(at.time(), QLocale.FormatType.ShortFormat)
            case 1:
                return self.number(entry)
            case 2:
                return entry.name
            case 3:
                return outcome(entry, translate)
            case 4:
                return "" if entry.duration_s is None else in_minutes(entry.duration_s)
            case 5:
                return self.account(entry)
            case _:
                return entry.note

    def _heading(self, day: date, role: int) -> Any:
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.BackgroundRole:
            return QGuiApplication.palette().alternateBase()
        if role == Qt.ItemDataRole.ForegroundRole:
            return QGuiApplication.palette().text()  # not greyed, though no arrow stops here
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        shown, today = QDate(day.year, day.month, day.day), QDate.currentDate()
        if shown == today:
            return self.tr("Today")
        if shown == today.addDays(-1):
            return self.tr("Yesterday")
        return QLocale().toString(shown, QLocale.FormatType.LongFormat)

    def _ask(self, *, before: int | None) -> None:
        self._asking = Asking.UNDER_WAY
        query = self._query
        self._queries.ask_history(
            lambda browser: browser.page(query, before=before),
            answer_to(self, lambda answer: self._take(query, before, answer)),
        )

    def _take(self, query: str, before: int | None, answer: tuple[HistoryEntry, ...] | AppError) -> None:
        outdated, self._asking = self._asking is Asking.OUTDATED, Asking.IDLE
        if outdated and query != self._query:  # typed on meanwhile
            self._ask(before=None)
            return
        if isinstance(answer, AppError):
            self._complete = True
            self.failed.emit(answer)
            return
        if before is not None:
            self._append(answer)
        elif query == self._shown:
            self._merge(answer)
        else:
            self._shown = query
            self._show(answer, complete=len(answer) < PAGE)
        if outdated:
            self._ask(before=None)

    def _show(self, entries: tuple[HistoryEntry, ...], *, complete: bool) -> None:
        self.beginResetModel()
        self._rows = self._under_headings(entries, None)
        self._complete = complete
        self.endResetModel()
        self.answered.emit()

    def _append(self, entries: tuple[HistoryEntry, ...]) -> None:
        """Show older calls below those that are shown."""
        self._complete = len(entries) < PAGE
        last = self._rows[-1] if self._rows else None
        rows = self._under_headings(entries, _day(last) if last is not None else None)
        self._insert(len(self._rows), rows)

    def _merge(self, entries: tuple[HistoryEntry, ...]) -> None:
        """Show the newest calls as they are now, and those that are new above them."""
        places = {row.row: place for place, row in enumerate(self._rows[: 3 * PAGE]) if not isinstance(row, date)}
        newest = max(places, default=0)
        for entry in entries:
            place = places.get(entry.row)
            if place is not None and self._rows[place] != entry:
                self._rows[place] = entry
                self.dataChanged.emit(self.index(place, TIME), self.index(place, NOTE))
        rows = self._under_headings(tuple(entry for entry in entries if entry.row > newest), None)
        if rows and self._rows and self._rows[0] == next(row for row in reversed(rows) if isinstance(row, date)):
            self.beginRemoveRows(ROOT, 0, 0)  # the day goes on: its heading moves up
            del self._rows[0]
            self.endRemoveRows()
        self._insert(0, rows)

    def _insert(self, place: int, rows: list[HistoryEntry | date]) -> None:
        if rows:
            self.beginInsertRows(ROOT, place, place + len(rows) - 1)
            self._rows[place:place] = rows
            self.endInsertRows()
        self.answered.emit()

    def _under_headings(self, entries: tuple[HistoryEntry, ...], day: date | None) -> list[HistoryEntry | date]:
        """Return `entries` with a heading before each day but the one above them."""
        rows: list[HistoryEntry | date] = []
        for entry in entries:
            if _day(entry) != day:
                day = _day(entry)
                rows.append(day)
            rows.append(entry)
        return rows

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, TIME), self.index(len(self._rows) - 1, NOTE))


def in_minutes(seconds: int) -> str:
    """Return a duration as 2:05 or 1:02:05."""
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def _day(row: HistoryEntry | date) -> date:
    return row if isinstance(row, date) else row.at.astimezone().date()
