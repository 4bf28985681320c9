"""The program with a tray: connects the engine with the windows, and brings its events into the GUI thread.

Everything here runs in the GUI thread and returns at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from traydial.core.events import CallChanged, Declined, HistoryChanged
from traydial.services.engine import Engine
from traydial.ui.base.bridge import Bridge
from traydial.ui.base.commands import AccountView
from traydial.ui.base.window_memory import WindowMemory
from traydial.ui.tray.icon import RECENT_LIMIT
from traydial.ui.windows import Windows

if TYPE_CHECKING:
    from pathlib import Path

    from traydial.core.events import DialerEvent
    from traydial.core.ports import Notifier
    from traydial.services.administration import Configured
    from traydial.services.program import Program
    from traydial.ui.base.i18n import Language

# Past calls that are read for the list of recent numbers, in which each number stands once.
RECENT_CALLS = 10 * RECENT_LIMIT


class Controller:
    """Create it in the GUI thread, after the QApplication. `program` is called once, on a thread of the engine's.

    What is asked of `engine` before that waits, so that nothing delays the tray.
    """

    def __init__(
        self,
        program: Callable[[], Program],
        language: Language,
        *,
        leave: Callable[[], None],
        notifier: Notifier | None = None,
        windows_file: Path | None = None,
    ) -> None:
        self.bridge = Bridge()
        self.bridge.happened.connect(self._happened)
        self._program = program
        self.engine = Engine(
            self._open,
            emit=self.bridge.happened.emit,
            show=lambda: self.bridge.post(self.windows.come_forward),
            configured=lambda configured: self.bridge.post(lambda: self._show_configuration(configured)),
            deliver=self.bridge.post,
        )
        self.windows = Windows(self.engine, notifier=notifier, memory=WindowMemory(windows_file), leave=leave)
        self._language = language
        self.windows.popups.first_in_turns = True
        self._notifier = notifier
        if notifier is not None:
            notifier.listen(lambda event: self.bridge.post(lambda: self.windows.popups.notified(event)))
        self._configured: Configured | None = None

    def open(self) -> None:
        """Put the icon into the tray, or a window in its place where there is none, and open the engine behind it."""
        self.windows.tray.show()
        QTimer.singleShot(0, self._use_desktop_language)
        self.engine.open()
        self.engine.start()
        self.engine.tidy()

    def close(self) -> None:
        """Close all windows. Nothing more is sent, and answers that come later are dropped."""
        self.bridge.close()
        self.windows.close()
        if self._notifier is not None:
            self._notifier.close()
        self.engine.close()

    def _show_configuration(self, configured: Configured) -> None:
        """Show what the configuration says."""
        before, self._configured = self._configured, configured
        config = configured.config
        if before is None or config.language != before.config.language:
            self._language.use(config.language)
            self.windows.retranslate()
        specs = {spec.id: spec for spec in configured.specs}
        views = tuple(AccountView(account=a, spec=specs[a.pbx]) for a in config.accounts if a.pbx in specs)
        self.windows.show_accounts(views, config.default_id)
        self.windows.show_configuration(configured)
        if configured.error is not None:
            self.windows.show_error(configured.error)
        self._draw_recent()

    def _use_desktop_language(self) -> None:
        """Use the desktop's language until the configuration, which may name another one, has been read."""
        if self._configured is None:
            self._language.use("")
            self.windows.retranslate()

    def _open(self) -> Program:
        program = self._program()
        self.windows.memory.load()
        return program

    def _happened(self, event: DialerEvent) -> None:
        if self.bridge.closed:
            return
        self.windows.present(event)
        if isinstance(event, CallChanged | Declined | HistoryChanged):
            self._draw_recent()

    def _draw_recent(self) -> None:
        self.engine.recent(RECENT_CALLS, self.windows.show_recent)
