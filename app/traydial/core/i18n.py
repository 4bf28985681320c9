"""Marks text for translation without knowing Qt; it is translated when shown, in `ui.base.i18n`."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Return `text` unchanged; `pyside6-lupdate` extracts calls of a function with this name."""
    return text
