"""Shows the windows in the user's language, which may change while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from traydial.words.catalogue import LANGUAGES, Catalogue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def translate(context: str, text: str) -> str:
    """Translate text that was marked with QT_TRANSLATE_NOOP. Call it when the text is shown, not before.

    Text that depends on a count is translated by `QObject.tr` with its third argument.
    """
    return QCoreApplication.translate(context, text)


class Language:
    """The translators of one application; `use` may be called again while it runs."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []

    def use(self, language: str) -> str:
        """Use `language` ("it"), or the system's when it is empty. Returns the language now in use.

        Windows opened later use it at once; an open one gets QEvent.LanguageChange.
        """
        locale = QLocale(language) if language else QLocale.system()
        spoken = next((code for code in wanted(locale) if code in LANGUAGES), "en")
        words = QLocale.codeToLanguage(spoken)
        # Dates and digits in the words' own language: an Arabic desktop gets no Arabic digits inside English text.
        QLocale.setDefault(locale if locale.language() == words else QLocale(words, locale.territory()))
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        qt = QTranslator(self._app)
        if spoken != "en" and qt.load(f"qtbase_{spoken}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._translators.append(qt)
        self._translators.append(_Translator(Catalogue(spoken), self._app))
        for translator in self._translators:
            self._app.installTranslator(translator)
        return spoken


class _Translator(QTranslator):
    def __init__(self, catalogue: Catalogue, parent: QApplication) -> None:
        super().__init__(parent)
        self._catalogue = catalogue

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, text: str, _disambiguation: str | None = None, count: int | None = None
    ) -> str | None:
        find = self._catalogue.find  # where it returns None, Qt asks the next translator
        return find(context, text) if count is None else find(context, text, count)


def wanted(locale: QLocale) -> list[str]:
    """The languages that the user reads, best first: "it" for it_CH."""
    return [tag.replace("-", "_").split("_")[0] for tag in locale.uiLanguages()]
