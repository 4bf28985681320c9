"""Loads Qt's binding, once, before anything else of `ui` is imported."""

from __future__ import annotations

import builtins
import linecache


def load_binding() -> None:
    """Import PySide6 and give Python its own import back, which PySide6 replaces for `from __feature__ import ...`.

    Nothing here uses that. Its replacement reads the source of every module that is imported from then on, to look for
    the word "PySide6", and `linecache` keeps what was read: 9 MB in a tray.
    """
    own = builtins.__import__
    try:
        import PySide6.QtWidgets  # noqa: F401 - loaded for all later imports
    finally:
        builtins.__import__ = own
        linecache.clearcache()  # of PySide6's own source, 0.2 MB
