"""A line for what went well or wrong, beside what it is about; takes no room while there is nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from traydial.ui.base.i18n import translate
from traydial.ui.base.icons import ACCENTS, TrayStatus, on_dark
from traydial.ui.widgets.plain_label import PlainLabel
from traydial.words.messages import message

if TYPE_CHECKING:
    from traydial.core.errors import AppError


class Banner(PlainLabel):
    def __init__(self) -> None:
        super().__init__()
        self.hide()

    def say(self, text: str, status: TrayStatus | None = None) -> None:
        """Show `text`, in the colour of `status`; an empty one clears the line."""
        palette = QPalette()
        if status is not None:
            palette.setColor(QPalette.ColorRole.WindowText, QColor(ACCENTS[status][on_dark()]))
        self.setPalette(palette)
        self.setText(text)
        self.setVisible(bool(text))

    def say_error(self, error: AppError, *contexts: str) -> None:
        """Show what went wrong; an adapter's own words are translated in `contexts`."""
        self.say(str(message(error, translate, ("accounts", *contexts))), TrayStatus.PROBLEM)

    def clear(self) -> None:
        self.say("")
