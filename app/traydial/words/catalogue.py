"""Reads a translation from its Qt .ts file, for the windows and the command line alike.

Without Qt, and without a compiled copy that would have to be built, shipped and kept in step (ADR 9). Reading the 700
texts of a language takes 5 ms; English, the language of the source, needs no file.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from traydial.resources import resource

LANGUAGES = {"en": "English", "it": "Italiano", "vi": "Tiếng Việt"}


class Catalogue:
    """The texts of one language of LANGUAGES, read when the first one is asked for."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._texts: dict[tuple[str, str], str] | None = None

    def find(self, context: str, text: str) -> str | None:
        """Return the translation, or None where there is none."""
        if self._texts is None:
            self._texts = {} if self._language == "en" else self._read()
        return self._texts.get((context, text))

    def __call__(self, context: str, text: str) -> str:
        """Return the translation, or the text itself: a `words.messages.Translate`."""
        return self.find(context, text) or text

    def _read(self) -> dict[tuple[str, str], str]:
        from xml.etree import ElementTree

        root = ElementTree.parse(resource("i18n", f"traydial_{self._language}.ts")).getroot()  # noqa: S314 - our own
        texts = {}
        for context in root.iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is not None and translation.text and translation.get("type") is None:
                    texts[name, message.findtext("source", "")] = translation.text
        return texts


def language_of(environ: Mapping[str, str] = os.environ) -> str:
    """Return the language of programs in a terminal, by locale(7): "it" for "it_IT.UTF-8"."""
    chosen = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environ.get(name))), "")
    language = chosen.split("_")[0].split(".")[0]
    return language if language in LANGUAGES else "en"
