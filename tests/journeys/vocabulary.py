"""The words on the screen, in the language of the person: journeys are told in English and walked in any language."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QLibraryInfo

from traydial.resources import resource

FORMS = re.compile(r"\{[a-z_]*\}")


class Vocabulary:
    """What the program's own texts are called in `language` ("it"); in English they are called what they are."""

    def __init__(self, language: str) -> None:
        self._known: defaultdict[str, set[str]] = defaultdict(set)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self.has_qt = language == "en" or Path(folder, f"qtbase_{language}.qm").exists()
        """Whether Qt's own windows, such as the one that chooses a file, speak the language: PySide6 decides."""
        if language == "en":
            return
        root = ElementTree.parse(resource("i18n", f"traydial_{language}.ts")).getroot()  # noqa: S314 - our own
        for message in root.iter("message"):
            source, translation = message.findtext("source", ""), message.findtext("translation", "")
            self._known[_said(source)].add(_said(translation))

    def names(self, english: str) -> set[str]:
        """Every translation of a text; the text itself where there is none, as for a name."""
        return self._known.get(english) or {english}

    def parts(self, english: str) -> set[str]:
        """The same for a part of a longer text: what stands around a value that is filled in is left out."""
        return {longest_part(name) for name in self.names(english)}

    def is_english(self, shown: str) -> bool:
        """Whether a text that is shown is an English one that has another translation."""
        return shown in self._known and shown not in self._known[shown]


def longest_part(text: str) -> str:
    """The longest piece of a text between the values that are filled in."""
    return max(FORMS.split(text), key=len)


def _said(text: str) -> str:
    """A text as it is shown: without what marks its mnemonic."""
    return re.sub("&(.)", r"\1", text)
