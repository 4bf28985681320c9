"""Remembers how large each window was and which of its pages was open, across restarts."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QTabWidget, QWidget

from traydial import files
from traydial.services.worker import Worker

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 32_767  # of a window's side, in X11 and in Qt

_LOG = logging.getLogger(__name__)


class WindowMemory(QObject):
    """A JSON file of window -> [width, height, page]; with None nothing is kept. It is written on its own thread.

    A file that is broken or cannot be written costs the sizes alone.
    """

    def __init__(self, file: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._known: dict[str, tuple[int, int, int]] = {}
        self._writer = Worker("windows")

    def load(self) -> None:
        """Read the file. Blocks; may be called from any thread."""
        if self._file is None:
            return
        try:
            known = json.loads(self._file.read_bytes())
            self._known = {str(name): _read(values) for name, values in known.items()}
        except FileNotFoundError:
            return
        except (OSError, ValueError, TypeError, AttributeError):
            _LOG.warning("The sizes of the windows are not readable and start anew")

    def watch(self, window: QWidget) -> None:
        """Give a window that was just made its last size and page, and store them when it closes."""
        if (known := self._known.get(_name(window))) is not None:
            width, height, page = known
            window.resize(QSize(width, height).boundedTo(window.screen().availableSize()))
            if pages := window.findChild(QTabWidget):
                pages.setCurrentIndex(page)
        window.installEventFilter(self)

    def close(self) -> None:
        """Store nothing more, and write what is still waiting."""
        self._writer.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Hide and isinstance(watched, QWidget):
            self._note(watched)
        return super().eventFilter(watched, event)

    def _note(self, window: QWidget) -> None:
        size = window.normalGeometry().size() if window.isMaximized() else window.size()
        page = next((pages.currentIndex() for pages in window.findChildren(QTabWidget)), 0)
        if self._file is not None:
            self._known = {**self._known, _name(window): (size.width(), size.height(), page)}
            known, file = self._known, self._file
            self._writer.submit(lambda: _write(file, known))


def _name(window: QWidget) -> str:
    return type(window).__name__


def _read(values: list[int]) -> tuple[int, int, int]:
    width, height, page = values
    if any(value not in range(LIMIT) for value in values):
        raise ValueError
    return width, height, page


def _write(file: Path, known: dict[str, tuple[int, int, int]]) -> None:
    try:
        files.replace(file, json.dumps(known, indent=1).encode())
    except OSError as error:
        _LOG.warning("The sizes of the windows are not kept: %s", error.strerror)
