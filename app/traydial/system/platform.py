"""Chooses, for each port, what this operating system has behind it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from traydial.core.adapter import Secret
from traydial.core.ports import Autostart, Hotkeys, LinkHandler, Notifier, ScreenLock, SecretStore, TextReader, TrayHost
from traydial.system.paths import APPLICATION_ID, Paths


def secret_store(paths: Paths, redact: Callable[[str], Secret] = Secret) -> SecretStore:
    """Return the OS keyring. A portable home has secrets of its own in it."""
    from traydial.system.keyring.store import KeyringStore

    service = "traydial"
    if paths.home:
        from hashlib import sha256

        service += f"@{sha256(str(paths.home).encode(errors='surrogateescape')).hexdigest()[:12]}"
    return KeyringStore(service, redact=redact)


def hotkeys() -> Hotkeys:
    """Return the global hotkeys; nothing is bound or connected yet."""
    from traydial.system.hotkeys.choice import GlobalHotkeys, backends

    return GlobalHotkeys(backends())


def text_reader() -> TextReader:
    """Return the reader of selection and clipboard."""
    if sys.platform == "win32":
        from traydial.system.selection.clipboard import WindowsClipboard

        return WindowsClipboard()
    elif sys.platform == "darwin":
        from traydial.system.selection.clipboard import MacClipboard

        return MacClipboard()
    else:
        from traydial.system.selection.x11 import X11Selection

        return X11Selection()


def link_handler(paths: Paths) -> LinkHandler:
    """Return the registration for tel: and callto:."""
    if sys.platform == "win32":
        import ctypes
        import os
        import winreg

        from traydial.resources import resource
        from traydial.system.launch import link_command
        from traydial.system.link_handler.windows import WindowsLinkHandler, registry_values

        icon = resource("icons", f"{APPLICATION_ID}.ico")  # made for the installer
        association_changed = 0x08000000  # SHCNE_ASSOCCHANGED
        return WindowsLinkHandler(
            registry_values(link_command(), icon if icon.exists() else Path(sys.executable)),
            winreg=winreg,
            open_page=os.startfile,
            associations_changed=lambda: ctypes.windll.shell32.SHChangeNotify(association_changed, 0, None, None),
        )
    elif sys.platform == "darwin":
        from traydial.system.link_handler.darwin import MacLinkHandler

        return MacLinkHandler()
    else:
        from traydial.system.link_handler.linux import XdgLinkHandler

        return XdgLinkHandler(paths)


def autostart(paths: Paths) -> Autostart:
    """Return the switch for starting at login."""
    if sys.platform == "win32":
        import winreg

        from traydial.system.autostart import WindowsAutostart

        return WindowsAutostart(winreg)
    elif sys.platform == "darwin":
        from traydial.system.autostart import MacAutostart

        return MacAutostart(paths.home)
    else:
        from traydial.system.autostart import XdgAutostart

        return XdgAutostart(paths.home)


def screen_lock() -> ScreenLock:
    """Return what knows whether the session is locked."""
    if sys.platform == "win32":
        from traydial.system.screen_lock import WindowsScreenLock

        return WindowsScreenLock()
    elif sys.platform == "darwin":
        from traydial.system.screen_lock import NoScreenLock

        return NoScreenLock()
    else:
        from traydial.system.screen_lock import DBusScreenLock

        return DBusScreenLock()


def tray_host() -> TrayHost:
    """Return what knows whether there is a place for tray icons."""
    if sys.platform == "win32" or sys.platform == "darwin":
        from traydial.system.tray_host import OwnTray

        return OwnTray()
    else:
        from traydial.system.tray_host import XdgTrayHost

        return XdgTrayHost()


def notifier() -> Notifier | None:
    """Return the desktop's notification service; None where Traydial shows its own windows alone."""
    if sys.platform == "win32" or sys.platform == "darwin":
        return None
    else:
        from traydial.system.notifications.xdg import XdgNotifier

        return XdgNotifier()


def ask_tray(paths: Paths, request: dict[str, Any], timeout_s: float) -> dict[str, Any] | None:
    """Return the answer of the tray that runs, or None; see `system.instance.tray_client`. Raises InstanceError."""
    from traydial.system.instance import tray_client

    return tray_client.ask_tray(request, paths.runtime_dir, timeout_s=timeout_s)
