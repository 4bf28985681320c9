"""Starting at login, for this user: `core.ports.Autostart` on each system."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from traydial import files
from traydial.core.errors import Unsupported
from traydial.system.launch import command, exec_line
from traydial.system.paths import APPLICATION_ID


class XdgAutostart:
    """A desktop file in the user's autostart folder. Source: Desktop Application Autostart Specification."""

    def __init__(self, home: Path | None, environ: Mapping[str, str] = os.environ) -> None:
        self._home = home
        user = Path(environ.get("HOME") or Path.home())
        config = Path(environ.get("XDG_CONFIG_HOME") or user / ".config")
        self._file = config / "autostart" / f"{APPLICATION_ID}.desktop"

    def enabled(self) -> bool:
        try:
            lines = self._file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return False
        # Desktops switch an entry off in its file.
        return not {"Hidden=true", "X-GNOME-Autostart-enabled=false"} & {line.replace(" ", "") for line in lines}

    def set_enabled(self, enabled: bool) -> None:
        try:
            if enabled:
                text = (
                    f"[Desktop Entry]\nType=Application\nName=Traydial\nExec={exec_line(*command(), home=self._home)}\n"
                )
                files.replace(self._file, text.encode(), mode=files.FOR_ALL)
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise Unsupported("desktop_unsupported", reason=error.strerror) from error


class WindowsAutostart:
    """A value of the Run key; `winreg` is the module. Source: Microsoft, "Run and RunOnce Registry Keys"."""

    KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"

    def __init__(self, winreg: Any) -> None:
        self._winreg = winreg

    def enabled(self) -> bool:
        try:
            with self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, self.KEY) as key:
                self._winreg.QueryValueEx(key, "Traydial")
        except OSError:
            return False
        return True

    def set_enabled(self, enabled: bool) -> None:
        with self._winreg.CreateKey(self._winreg.HKEY_CURRENT_USER, self.KEY) as key:
            if enabled:
                line = subprocess.list2cmdline(command())
                self._winreg.SetValueEx(key, "Traydial", 0, self._winreg.REG_SZ, line)
            elif self.enabled():
                self._winreg.DeleteValue(key, "Traydial")


class MacAutostart:
    """A launch agent of the user's; macOS reads it at the next login. Source: launchd.plist(5)."""

    def __init__(self, home: Path | None, agents: Path | None = None) -> None:
        self._home = home
        self._file = (agents or Path.home() / "Library/LaunchAgents") / f"{APPLICATION_ID}.plist"

    def enabled(self) -> bool:
        return self._file.exists()

    def set_enabled(self, enabled: bool) -> None:
        import plistlib

        agent: dict[str, object] = {"Label": APPLICATION_ID, "ProgramArguments": list(command()), "RunAtLoad": True}
        if self._home:
            agent["EnvironmentVariables"] = {"TRAYDIAL_HOME": str(self._home)}
        try:
            if enabled:
                files.replace(self._file, plistlib.dumps(agent), mode=files.FOR_ALL)
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise Unsupported("desktop_unsupported", reason=error.strerror) from error
