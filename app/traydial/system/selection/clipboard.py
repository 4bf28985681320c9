"""Reads the clipboard of Windows and macOS, which have no selection to read: `core.ports.TextReader` there."""

from __future__ import annotations

import sys

from traydial.core.errors import SelectionError
from traydial.core.ports import TextSource

TIMEOUT_S = 0.3
SIZE_LIMIT = 1 << 20  # bytes

if sys.platform == "win32":
    import ctypes

    CF_UNICODETEXT = 13  # Microsoft, "Standard Clipboard Formats"

    class WindowsClipboard:
        """By the functions of Microsoft's "Clipboard Functions"."""

        def read(self, _source: TextSource) -> str:
            import time

            user32, kernel32 = ctypes.windll.user32, ctypes.windll.kernel32
            user32.GetClipboardData.restype = kernel32.GlobalLock.restype = ctypes.c_void_p
            kernel32.GlobalLock.argtypes = kernel32.GlobalUnlock.argtypes = (ctypes.c_void_p,)
            kernel32.GlobalSize.argtypes, kernel32.GlobalSize.restype = (ctypes.c_void_p,), ctypes.c_size_t
            deadline = time.monotonic() + TIMEOUT_S
            while not user32.OpenClipboard(None):  # another program has it open, and no event tells when it is free
                if time.monotonic() > deadline:
                    raise SelectionError("selection_timed_out")
                kernel32.Sleep(10)
            try:
                handle = user32.GetClipboardData(CF_UNICODETEXT)
                address = kernel32.GlobalLock(handle) if handle else None
                if not address:
                    raise SelectionError("clipboard_empty")
                try:
                    length = min(kernel32.GlobalSize(handle), SIZE_LIMIT) // ctypes.sizeof(ctypes.c_wchar)
                    text = ctypes.wstring_at(address, length).partition("\0")[0]
                finally:
                    kernel32.GlobalUnlock(handle)
            finally:
                user32.CloseClipboard()
            return _not_blank(text)


if sys.platform == "darwin":

    class MacClipboard:
        """Through pbpaste(1)."""

        def read(self, _source: TextSource) -> str:
            import os
            import subprocess

            command = ("/usr/bin/pbpaste", "-Prefer", "txt")
            environ = os.environ | {"LC_CTYPE": "UTF-8"}  # else pbpaste writes MacRoman
            try:
                done = subprocess.run(command, capture_output=True, timeout=TIMEOUT_S, env=environ, check=True)  # noqa: S603
            except subprocess.TimeoutExpired:
                raise SelectionError("selection_timed_out") from None
            except (OSError, subprocess.CalledProcessError):
                raise SelectionError("selection_unavailable") from None
            return _not_blank(done.stdout[:SIZE_LIMIT].decode(errors="replace"))


def _not_blank(text: str) -> str:
    if not text.strip():
        raise SelectionError("clipboard_empty")
    return text
