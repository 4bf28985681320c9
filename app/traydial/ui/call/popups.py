"""Where a request is shown: by the desktop's notification service, or in a popup of ours near the tray.

Imported at start, so it imports little.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from traydial.core.call import RecordingAction
from traydial.core.ports import Notification, NotificationEvent, NotificationOutcome
from traydial.ui.base.icons import on_dark, picture

if TYPE_CHECKING:
    from traydial.core.config import PopupPlace
    from traydial.core.ports import Notifier
    from traydial.ui.base.commands import AccountView, Calling
    from traydial.ui.call.popup import CallPopup
    from traydial.ui.call.popup_text import PopupEvent, PopupText

MARGIN = 12
PROBLEMS = 2  # as many popups say that something went wrong; an older one goes


class _Said(NamedTuple):
    """What was shown last of a request that has no popup."""

    event: PopupEvent
    account: AccountView | None
    notice: PopupText


class Popups(QObject):
    """Each request is in one place from its countdown to its end. All methods belong to the GUI thread.

    What is over closes by itself, at the latest when the next request comes.

    `tray` returns where the tray icon is. Without a `notifier` all requests are in popups; with one, it is asked first
    whether the person may be disturbed, also for a popup.
    """

    counted = Signal(int)  # the requests that are shown in popups

    def __init__(
        self,
        calling: Calling,
        open_settings: Callable[[], None],
        tray: Callable[[], QRect],
        notifier: Notifier | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.place: PopupPlace | None = None  # until it is set: automatic
        self.popups: dict[str, CallPopup] = {}
        # The first popup loads 6 MB. With this set it does so when a request needs it, in turns of the event loop.
        self.first_in_turns = False
        self._waiting: dict[str, bool] = {}  # requests whose popup opens after that, and whether it says why
        self._building = QTimer(self, interval=0)
        self._calling = calling
        self._open_settings = open_settings
        self._tray = tray
        self._notifier = notifier
        self._said: dict[str, _Said] = {}
        self._ours: set[str] = set()  # requests that have been in a popup, and are shown nowhere else

    def show(self, event: PopupEvent, account: AccountView | None) -> None:
        """Show `event` where its request is shown, or is to be shown."""
        key = event.request_id
        if key in self.popups:
            self.popups[key].say(event)
            self._limit_problems()
            return
        from traydial.ui.call.popup_text import popup_text_of

        earlier = self._said.get(key)
        notice = popup_text_of(event, account, earlier.notice if earlier else None)
        self._said[key] = _Said(event, account, notice)
        self._limit_problems()
        if self._notifier is None or key in self._ours:
            self._open(key)
        elif self.place != "own":
            self._notifier.show(key, self._notification(notice))
        elif earlier is None:
            self._notifier.consult(key)

    def shows(self, request_id: str) -> bool:
        return request_id in self.popups or request_id in self._said

    def make_way(self, request_id: str) -> None:
        """Close what is over, for the request `request_id` that comes now."""
        for key, notice in self._popups().items():
            if notice.over and key != request_id:
                self.withdraw(key)

    def settle(self) -> None:
        """Close what asked for a change in Settings: they have changed."""
        for key, notice in self._popups().items():
            if notice.settings:
                self.withdraw(key)

    def notified(self, event: NotificationEvent) -> None:
        """Do what the desktop's notification `event` asks for."""
        said = self._said.get(event.key)
        if said is None:
            return
        match event.outcome:
            case NotificationOutcome.ACTED:
                self._act(event.key, event.action)
            case NotificationOutcome.DISMISSED | NotificationOutcome.CLOSED:
                self._forget(event.key)
                if said.notice.undo_s and event.outcome is NotificationOutcome.DISMISSED:
                    self._calling.cancel(event.key)
            case NotificationOutcome.NOT_SHOWN:
                if event.quiet and not said.notice.insistent:
                    self._forget(event.key)
                else:
                    self._open(event.key)

    def alert(self, request_id: str) -> None:
        """Get attention by a sound, and in the task bar where there is one."""
        QApplication.beep()
        if request_id in self.popups:
            QApplication.alert(self.popups[request_id])

    def reach(self) -> None:
        """Give the newest popup the focus."""
        if self.popups:
            list(self.popups.values())[-1].reach()

    def withdraw(self, request_id: str) -> None:
        """Show nothing more of the request."""
        self._ours.discard(request_id)
        if request_id in self.popups:
            self.popups[request_id].close()
        elif request_id in self._said:
            self._forget(request_id)
            if self._notifier is not None:
                self._notifier.withdraw(request_id)

    def close(self) -> None:
        """Close everything; what happens from now on is not shown."""
        self._building.stop()
        self._said.clear()
        for popup in self.popups.values():
            popup.blockSignals(True)  # noqa: FBT003 - a method of Qt
            popup.deleteLater()

    def _notification(self, notice: PopupText) -> Notification:
        from traydial.ui.call.popup_text import actions_of

        return Notification(
            title=notice.title,
            body="\n".join(filter(None, (notice.name, notice.number, notice.where, notice.answer))),
            icon=str(picture(notice.status, dark=on_dark())),
            actions=actions_of(notice),
            needs_actions=self.place != "desktop",
            insistent=notice.insistent,
            stays_ms=notice.stays_ms,
        )

    def _act(self, request_id: str, action: str) -> None:
        match action:
            case "undo":
                self._calling.cancel(request_id)
            case "hang_up":
                self._calling.hang_up()
            case "record" | "stop_recording":
                self._calling.record(RecordingAction.START if action == "record" else RecordingAction.STOP)
            case "settings":
                self._open_settings()
            case "why":
                self._open(request_id, explained=True)

    def _build_first(self) -> None:
        """Build a popup that nobody sees, in turns of the event loop; then open those that wait for it."""
        turns = _built_unseen(self._calling, self._open_settings)

        def take_turn() -> None:
            if next(turns, None):
                return
            self._building.stop()
            self.first_in_turns = False
            waiting, self._waiting = self._waiting, {}
            for request_id, explained in waiting.items():
                if request_id in self._said:
                    self._open(request_id, explained=explained)

        self._building.timeout.connect(take_turn)
        self._building.start()

    def _open(self, request_id: str, *, explained: bool = False) -> None:
        if self.first_in_turns:
            self._waiting[request_id] = explained or self._waiting.get(request_id, False)
            if not self._building.isActive():
                self._build_first()
            return
        from traydial.ui.call.popup import CallPopup

        said = self._said.pop(request_id)
        if self._notifier is not None:
            self._notifier.withdraw(request_id)  # what it was asked to show meanwhile
        if not said.notice.over:
            self._ours.add(request_id)
        popup = CallPopup(request_id, self._calling, self._open_settings, said.account)
        popup.closed.connect(lambda: self._forget(request_id))
        popup.resized.connect(self._stack)
        self.popups[request_id] = popup
        self._count()
        popup.say(said.event)
        self._limit_problems()
        if explained:
            popup.explain()
        self._stack()  # before it is shown: a window manager is slow to follow a window that changes while it comes
        popup.show()

    def _forget(self, request_id: str) -> None:
        self._said.pop(request_id, None)
        self.popups.pop(request_id, None)
        self._count()
        self._stack()

    def _count(self) -> None:
        self.counted.emit(len(self.popups))

    def _popups(self) -> dict[str, PopupText]:
        """What is said now of each request, the oldest first."""
        said = {key: said.notice for key, said in self._said.items()}
        return said | {key: popup.notice for key, popup in self.popups.items() if popup.notice is not None}

    def _limit_problems(self) -> None:
        problems = [key for key, notice in self._popups().items() if notice.over and notice.problem]
        for key in problems[:-PROBLEMS]:
            self.withdraw(key)

    def _stack(self) -> None:
        """Stack the popups, the newest nearest to the tray."""
        beside = self._tray()
        screen = QGuiApplication.screenAt(beside.center()) if beside.isValid() else None
        area = (screen or QGuiApplication.primaryScreen()).availableGeometry()
        # Windows does not say where the icon is; its tray is at the bottom.
        at_bottom = beside.center().y() > area.center().y() if beside.isValid() else sys.platform == "win32"
        at_left = beside.isValid() and beside.center().x() < area.center().x()
        offset = MARGIN
        if beside.isValid() and area.contains(beside.center()):  # a panel that windows may cover
            offset += area.bottom() - beside.top() if at_bottom else beside.bottom() - area.top()
        for popup in reversed(self.popups.values()):
            x = area.left() + MARGIN if at_left else area.right() - popup.width() - MARGIN
            y = area.bottom() - popup.height() - offset if at_bottom else area.top() + offset
            lowest = area.bottom() - popup.height() - MARGIN
            popup.move(max(area.left(), x), max(area.top(), min(y, lowest)))  # as much as fits, its × in any case
            offset += popup.height() + MARGIN


def _built_unseen(calling: Calling, open_settings: Callable[[], None]) -> Iterator[str]:
    """Load all that a popup needs, a part between one `next` and the following: about 10 ms at most each."""
    from PySide6.QtCore import Qt  # noqa: F401 - its enumerations are most of what there is to load

    yield "Qt loaded"
    from traydial.ui.call.popup import CallPopup

    yield "popup loaded"
    popup = CallPopup("", calling, open_settings, None)
    yield "built"
    popup.sizeHint()
    yield "laid out"
    popup.grab()
    yield "painted"
    popup.deleteLater()
