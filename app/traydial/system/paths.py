"""Where Traydial keeps its files on each system. Paths only: nothing is created or read here."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

APPLICATION_ID = "org.traydial.Traydial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The folders of one instance; `home` is TRAYDIAL_HOME where it is portable.

    Sources: XDG Base Directory Specification; Microsoft, "KNOWNFOLDERID" (RoamingAppData, LocalAppData); Apple, "File
    System Programming Guide".
    """

    home: Path | None
    config_dir: Path
    data_dir: Path
    log_dir: Path
    runtime_dir: Path

    @classmethod
    def of(cls, environ: Mapping[str, str] = os.environ) -> Paths:
        """Return the folders that `environ` asks for."""
        home = Path(environ["TRAYDIAL_HOME"]).absolute() if environ.get("TRAYDIAL_HOME") else None
        if home:
            config, data, log = home / "config", home / "data", home / "logs"
        elif sys.platform == "win32":
            config = Path(environ.get("APPDATA") or Path.home() / "AppData/Roaming") / "Traydial"
            data = Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "Traydial"
            log = data / "Logs"
        elif sys.platform == "darwin":
            config = data = Path.home() / "Library/Application Support/Traydial"
            log = Path.home() / "Library/Logs/Traydial"
        else:
            config = _xdg(environ, "XDG_CONFIG_HOME", ".config")
            data = _xdg(environ, "XDG_DATA_HOME", ".local/share")
            log = _xdg(environ, "XDG_STATE_HOME", ".local/state")
        from traydial.system.instance import client

        runtime = Path(client.runtime_dir(environ))
        return cls(home=home, config_dir=config, data_dir=data, log_dir=log, runtime_dir=runtime)

    @property
    def config_file(self) -> Path:
        return self.config_dir / "config.toml"

    @property
    def policy_file(self) -> Path:
        """The file in which an administrator pins settings for every user of this machine, portable homes included."""
        if sys.platform == "win32":
            folder = Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "Traydial"
        elif sys.platform == "darwin":
            folder = Path("/Library/Application Support/Traydial")
        else:
            folder = Path("/etc/traydial")
        return folder / "policy.toml"

    @property
    def history_file(self) -> Path:
        return self.data_dir / "history.sqlite"

    @property
    def facts_file(self) -> Path:
        return self.data_dir / "facts.json"

    @property
    def windows_file(self) -> Path:
        """The sizes of the windows."""
        return self.data_dir / "windows.json"

    @property
    def log_file(self) -> Path:
        return self.log_dir / "traydial.log"


def _xdg(environ: Mapping[str, str], name: str, default: str) -> Path:
    base = environ.get(name, "")  # a relative path is to be ignored
    return (Path(base) if base.startswith("/") else Path.home() / default) / "traydial"
