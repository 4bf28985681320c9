"""The country that the desktop is set to, for numbers that name none."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping


def system_region(environ: Mapping[str, str] = os.environ) -> str:
    """Return the ISO 3166 code of the user's country, or "" when the system does not say.

    POSIX: the locale category for telephone numbers, then the general ones (locale(7)). Windows: GetUserDefaultGeoName
    (learn.microsoft.com/windows/win32/api/winnls). macOS: AppleLocale in the global domain (developer.apple.com,
    "Language and Locale IDs").
    """
    for name in ("LC_ALL", "LC_TELEPHONE", "LANG"):
        if region := _region(environ.get(name, "")):
            return region
    if sys.platform == "win32":
        import ctypes

        found = ctypes.create_unicode_buffer(16)
        return found.value if ctypes.windll.kernel32.GetUserDefaultGeoName(found, len(found)) else ""
    elif sys.platform == "darwin":
        import subprocess

        command = ["/usr/bin/defaults", "read", "-g", "AppleLocale"]
        return _region(subprocess.run(command, capture_output=True, text=True, timeout=2, check=False).stdout)  # noqa: S603
    else:
        return ""


def _region(locale: str) -> str:
    """The country in "it_IT.UTF-8", "zh-Hant_TW" or "sr_RS@latin"; "" for "C"."""
    found = re.match(r"[a-z]{2,3}(?:[-_][A-Za-z]{4})?[-_]([A-Z]{2})\b", locale)
    return found.group(1) if found else ""
