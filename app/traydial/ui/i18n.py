"""Puts the interface into the user's language: Qt translators from resources/i18n, built there by packaging.

English is the language of the source; without a built catalogue the program speaks it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from traydial.ui.resources import resource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LANGUAGES = {"en": "English", "it": "Italiano", "vi": "Tiếng Việt"}


def translate(context: str, text: str) -> str:
    """Translate text that was marked with QT_TRANSLATE_NOOP. Call it when the text is shown, not before."""
    return QCoreApplication.translate(context, text)


class Language:
    """The translators of one application; `use` may be called again while it runs."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []

    def use(self, language: str) -> str:
        """Speak `language` ("it"), or the system's when it is empty. Returns the language now spoken.

        Windows opened later speak it at once; an open one gets QEvent.LanguageChange.
        """
        locale = QLocale(language) if language else QLocale.system()
        QLocale.setDefault(locale)
        for translator in self._translators:
            self._app.removeTranslator(translator)
        own, qt = QTranslator(self._app), QTranslator(self._app)
        spoken = next((code for code in wanted(locale) if code in LANGUAGES), "en")
        self._translators = []
        if spoken != "en" and own.load(f"traydial_{spoken}", str(resource("i18n"))):
            self._app.installTranslator(own)
            self._translators.append(own)
        if spoken != "en" and qt.load(f"qtbase_{spoken}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._app.installTranslator(qt)
            self._translators.append(qt)
        return spoken if self._translators else "en"


def wanted(locale: QLocale) -> list[str]:
    """The languages that the user reads, best first: "it" for it_CH."""
    return [tag.replace("-", "_").split("_")[0] for tag in locale.uiLanguages()]
