"""Where files belong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from traydial.resources import resource
from traydial.system.instance import client
from traydial.system.paths import Paths

USER = {"HOME": "/home/ann", "XDG_RUNTIME_DIR": "/run/user/1000"}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="runs on Linux, and plays the other systems")


def test_a_portable_home_holds_everything(tmp_path: Path) -> None:
    paths = Paths.of({"TRAYDIAL_HOME": str(tmp_path / "h")})
    assert paths.config_file == tmp_path / "h/config/config.toml"
    assert paths.history_file == tmp_path / "h/data/history.sqlite"
    assert paths.facts_file == tmp_path / "h/data/facts.json"
    assert paths.log_file == tmp_path / "h/logs/traydial.log"
    assert paths.home == tmp_path / "h"
    assert not (tmp_path / "h").exists(), "asking for paths creates nothing"


def test_without_a_portable_home_the_base_directories_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    environ = USER | {"XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "not/absolute"}
    paths = Paths.of(environ)
    assert paths.config_dir == Path("/home/ann/.config/traydial"), "a relative path is to be ignored"
    assert paths.data_dir == Path("/data/traydial")
    assert paths.log_dir == Path("/home/ann/.local/state/traydial")
    assert paths.runtime_dir == Path("/run/user/1000/traydial")
    assert paths.home is None


def test_windows_and_macos_have_folders_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/Users/ann")
    monkeypatch.setattr(sys, "platform", "win32")
    paths = Paths.of({"APPDATA": "/Roaming", "LOCALAPPDATA": "/Local"})
    assert paths.config_file == Path("/Roaming/Traydial/config.toml")
    assert paths.history_file == Path("/Local/Traydial/history.sqlite")
    monkeypatch.setattr(sys, "platform", "darwin")
    paths = Paths.of({"HOME": "/Users/ann"})
    assert paths.config_file == Path("/Users/ann/Library/Application Support/Traydial/config.toml")
    assert paths.log_file == Path("/Users/ann/Library/Logs/Traydial/traydial.log")
    assert paths.runtime_dir == Path("/Users/ann/Library/Caches/Traydial")


def test_without_a_runtime_directory_the_socket_is_in_the_users_own_folder_of_tmp() -> None:
    assert client.runtime_dir({"HOME": "/home/ann"}) == f"/tmp/traydial-{os.getuid()}"  # noqa: S108


def test_the_socket_of_a_long_home_still_fits_and_stays_its_own() -> None:
    longs = [f"/{letter * 150}" for letter in "ab"]
    folders = {client.runtime_dir({"TRAYDIAL_HOME": long}) for long in longs}
    assert len(folders) == 2
    assert all(len(folder) < client.LONGEST_FOLDER for folder in folders)


def test_a_relative_home_means_the_same_to_the_front_door_and_to_the_tray(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    environ = {"TRAYDIAL_HOME": "h"}
    assert Path(client.runtime_dir(environ)) == Paths.of(environ).home / "run"  # type: ignore[operator]


def test_the_front_doors_environment_is_the_one_of_os(monkeypatch: pytest.MonkeyPatch) -> None:
    script = "from traydial.system.instance import client; import os; assert client.environment() == dict(os.environ)"
    odd = os.environb | {b"ODD": b"caf\xe9", b"EMPTY": b""}
    assert subprocess.run([sys.executable, "-c", script], env=odd).returncode == 0


def test_the_resources_are_found() -> None:
    assert resource("icons").is_dir()
