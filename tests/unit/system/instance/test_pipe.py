"""The named pipe's near end: what of it is plain Python. The pipe itself needs Windows (docs/platforms.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from traydial.system.instance import pipe


def test_the_folder_is_the_users_own_or_the_portable_homes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", "/Users/ann")
    monkeypatch.chdir(tmp_path)
    assert pipe.runtime_dir({"LOCALAPPDATA": "/Local"}) == "/Local/Traydial/run"
    assert pipe.runtime_dir({}) == "/Users/ann/AppData/Local/Traydial/run"
    assert pipe.runtime_dir({"TRAYDIAL_HOME": "h", "LOCALAPPDATA": "/Local"}) == str(tmp_path / "h/run")


@pytest.mark.parametrize(
    "folder", [r"C:\Users\Ann\AppData\Local\Traydial\run", "C:\\Users\\Jos\u00e9\\run", "C:\\\udcff"]
)
def test_each_folder_has_a_pipe_however_its_name_is_written(folder: str) -> None:
    name = pipe.pipe_name(folder)
    assert name.startswith(r"\\.\pipe\traydial-")
    assert "\\" not in name.removeprefix(r"\\.\pipe" + "\\"), "CreateNamedPipe: any character but a backslash"
    assert name == pipe.pipe_name(folder.upper())
    assert name != pipe.pipe_name(folder + "2")
