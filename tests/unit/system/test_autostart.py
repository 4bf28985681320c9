"""Starting at login on Linux and macOS; Windows is tested beside its registry."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from traydial.core.errors import Unsupported
from traydial.system.autostart import MacAutostart, XdgAutostart


def test_on_linux_it_is_an_entry_of_the_users(tmp_path: Path) -> None:
    autostart = XdgAutostart(None, {"XDG_CONFIG_HOME": str(tmp_path)})
    entry = tmp_path / "autostart" / "org.traydial.Traydial.desktop"
    assert not autostart.enabled()
    autostart.set_enabled(True)
    assert autostart.enabled()
    assert "-P -m traydial" in entry.read_text(encoding="utf-8")
    if sys.platform == "linux":
        assert subprocess.run(["desktop-file-validate", entry]).returncode == 0
    autostart.set_enabled(False)
    autostart.set_enabled(False)
    assert not entry.exists()


@pytest.mark.parametrize("line", ["Hidden=true", "Hidden = true", "X-GNOME-Autostart-enabled=false"])
def test_a_desktop_may_have_switched_it_off(tmp_path: Path, line: str) -> None:
    autostart = XdgAutostart(None, {"XDG_CONFIG_HOME": str(tmp_path)})
    autostart.set_enabled(True)
    with (tmp_path / "autostart" / "org.traydial.Traydial.desktop").open("a", encoding="utf-8") as entry:
        entry.write(line + "\n")
    assert not autostart.enabled()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(Unsupported):
        XdgAutostart(None, {"XDG_CONFIG_HOME": str(tmp_path)}).set_enabled(True)


def test_on_a_mac_it_is_a_launch_agent(tmp_path: Path) -> None:
    autostart = MacAutostart(tmp_path / "home", agents=tmp_path)
    autostart.set_enabled(True)
    agent = plistlib.loads((tmp_path / "org.traydial.Traydial.plist").read_bytes())
    assert agent["RunAtLoad"] is True
    assert agent["ProgramArguments"][-2:] == ["-m", "traydial"]
    assert agent["EnvironmentVariables"] == {"TRAYDIAL_HOME": str(tmp_path / "home")}
    assert autostart.enabled()
    autostart.set_enabled(False)
    assert not autostart.enabled()
