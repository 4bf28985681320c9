"""Reads a translation from its Qt .ts file, for the windows and the command line alike.

Without Qt, and without a compiled copy that would have to be built, shipped and kept in step (ADR 9). Reading the 700
texts of a language takes 5 ms; English, the language of the source, has a file for its plurals alone, which is read
when the first one is asked for.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from traydial.resources import resource

LANGUAGES = {"en": "English", "it": "Italiano", "vi": "Tiếng Việt"}
ONE_FORM = ("vi",)  # languages whose nouns have no plural; the others here have one form for 1 and one for the rest


class Catalogue:
    """The texts of one language of LANGUAGES, read when the first one is asked for."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._texts: dict[tuple[str, str], tuple[str, ...]] | None = None

    def find(self, context: str, text: str, count: int = -1) -> str | None:
        """Return the translation, or None where there is none; for a text with a plural the form for `count`."""
        if self._texts is None:
            if self._language == "en" and count < 0:
                return None
            self._texts = self._read()
        forms = self._texts.get((context, text))
        if forms is None:
            return None
        return forms[0] if count == 1 or self._language in ONE_FORM else forms[-1]

    def __call__(self, context: str, text: str) -> str:
        """Return the translation, or the text itself: a `words.messages.Translate`."""
        return self.find(context, text) or text

    def _read(self) -> dict[tuple[str, str], tuple[str, ...]]:
        from xml.etree import ElementTree

        root = ElementTree.parse(resource("i18n", f"traydial_{self._language}.ts")).getroot()  # noqa: S314 - our own
        texts: dict[tuple[str, str], tuple[str, ...]] = {}
        for context in root.iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is None or translation.get("type") is not None:
                    continue
                forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
                if all(forms):
                    texts[name, message.findtext("source", "")] = forms
        return texts


def language_of(environ: Mapping[str, str] = os.environ) -> str:
    """Return the language of programs in a terminal, by locale(7): "it" for "it_IT.UTF-8"."""
    chosen = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environ.get(name))), "")
    language = chosen.split("_")[0].split(".")[0]
    return language if language in LANGUAGES else "en"
