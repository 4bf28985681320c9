"""The only way from other threads into the GUI: it delivers frozen values in the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

Answer = ParamSpec("Answer")


class Bridge(QObject):
    """Create it in the GUI thread; then every receiver of `happened` runs there, whoever emits.

    `happened` carries a `core.events.DialerEvent`. `post` carries anything else: the answer to a question that a
    window asked. Both may be called from any thread and return at once.
    """

    happened = Signal(object)
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.closed = False
        self._posted.connect(self._run)

    def close(self) -> None:
        """Run nothing more, not even what is posted already; receivers of `happened` look at `closed`."""
        self.closed = True

    def post(self, job: Callable[[], None]) -> None:
        """Run `job` in the GUI thread, soon."""
        self._posted.emit(job)

    @Slot(object)
    def _run(self, job: Callable[[], None]) -> None:
        if not self.closed:
            job()


def answer_to(receiver: QObject, function: Callable[Answer, None]) -> Callable[Answer, None]:
    """Return `function` for the answer to a question that `receiver`, such as a window, asked.

    The answer is dropped when `receiver` is gone by then. A window is gone once it is deleted: it deletes itself when
    it closes by Qt.WidgetAttribute.WA_DeleteOnClose. To be called in the GUI thread, as all answers of `Commands` are.
    """

    def answered(*arguments: Answer.args, **values: Answer.kwargs) -> None:
        if shiboken6.isValid(receiver):
            function(*arguments, **values)

    return answered
