"""Links on macOS: Launch Services knows programs by their bundle, so only the application bundle can be chosen.

Source: Apple, "Launch Services" (LSCopyDefaultHandlerForURLScheme, LSSetDefaultHandlerForURLScheme) and "CFString".
"""

from __future__ import annotations

import sys
from pathlib import Path

from traydial.core.errors import Unsupported
from traydial.core.ports import SchemeStatus
from traydial.system.link_handler import SCHEMES
from traydial.system.paths import APPLICATION_ID

if sys.platform == "darwin":
    import ctypes

    UTF8 = 0x08000100  # kCFStringEncodingUTF8
    CORE_SERVICES = "/System/Library/Frameworks/CoreServices.framework/CoreServices"
    CORE_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"

    class MacLinkHandler:
        """The default programs of Launch Services."""

        def __init__(self) -> None:
            self._services = ctypes.CDLL(CORE_SERVICES)
            self._foundation = ctypes.CDLL(CORE_FOUNDATION)
            pointer = ctypes.c_void_p
            self._foundation.CFStringCreateWithCString.argtypes = (pointer, ctypes.c_char_p, ctypes.c_uint32)
            self._foundation.CFStringCreateWithCString.restype = pointer
            self._foundation.CFStringGetCString.argtypes = (pointer, ctypes.c_char_p, ctypes.c_long, ctypes.c_uint32)
            self._foundation.CFRelease.argtypes = (pointer,)
            self._services.LSCopyDefaultHandlerForURLScheme.argtypes = (pointer,)
            self._services.LSCopyDefaultHandlerForURLScheme.restype = pointer
            self._services.LSSetDefaultHandlerForURLScheme.argtypes = (pointer, pointer)

        def status(self) -> tuple[SchemeStatus, ...]:
            statuses = []
            for scheme in SCHEMES:
                found = self._services.LSCopyDefaultHandlerForURLScheme(self._string(scheme))
                handler = self._text(found) if found else ""
                ours = handler.lower() == APPLICATION_ID.lower()  # Launch Services answers in lower case
                statuses.append(SchemeStatus(scheme=scheme, handler=handler, ours=ours))
            return tuple(statuses)

        def install(self) -> None:
            if not any(part.suffix == ".app" for part in Path(sys.executable).parents):
                raise Unsupported("desktop_unsupported", reason="not an application bundle")
            for scheme in SCHEMES:
                code = self._services.LSSetDefaultHandlerForURLScheme(
                    self._string(scheme), self._string(APPLICATION_ID)
                )
                if code:
                    raise Unsupported("desktop_unsupported", reason=f"Launch Services {code}")

        def remove(self) -> None:
            """Do nothing: on macOS another program has to be chosen instead."""
            raise Unsupported("desktop_unsupported", reason="choose another program instead")

        def _string(self, text: str) -> int | None:
            created: int | None = self._foundation.CFStringCreateWithCString(None, text.encode(), UTF8)
            return created

        def _text(self, string: int) -> str:
            buffer = ctypes.create_string_buffer(1024)
            self._foundation.CFStringGetCString(string, buffer, len(buffer), UTF8)
            self._foundation.CFRelease(string)
            return buffer.value.decode()
