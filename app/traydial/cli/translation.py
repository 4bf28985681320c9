"""The user's language for the command line, from the same .ts files as the windows, without Qt."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


class Catalogue:
    """Translations of one language, read from its file when the first text is shown; English where there is none."""

    def __init__(self, folder: Path, environ: Mapping[str, str] = os.environ) -> None:
        self._folder = folder
        self._environ = environ
        self._texts: dict[tuple[str, str], str] | None = None

    def __call__(self, context: str, text: str) -> str:
        if self._texts is None:
            self._texts = self._read()
        return self._texts.get((context, text), text)

    def _read(self) -> dict[tuple[str, str], str]:
        from xml.etree import ElementTree

        file = self._folder / f"traydial_{self._language()}.ts"
        if not file.is_file():
            return {}
        texts = {}
        for context in ElementTree.parse(file).iter("context"):  # noqa: S314 - our own files
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is not None and translation.text and translation.get("type") is None:
                    texts[context.findtext("name", ""), message.findtext("source", "")] = translation.text
        return texts

    def _language(self) -> str:
        """The language of messages, by locale(7): "it" in "it_IT.UTF-8"."""
        names = ("LC_ALL", "LC_MESSAGES", "LANG")
        chosen = next((value for name in names if (value := self._environ.get(name))), "")
        return chosen.split("_")[0].split(".")[0]
