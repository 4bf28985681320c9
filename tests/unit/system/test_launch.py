"""Commands in desktop files, read back by GLib itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from traydial.system.launch import command, exec_line

if sys.platform != "linux":
    pytest.skip("desktop files", allow_module_level=True)


@pytest.mark.parametrize(
    "name",
    ["plain", "two words", "quo\"te'", "dol$HOME`id`", "back\\slash", "per%cent %u", "a=b;c&d#(é)", "two\nlines"],
)
def test_a_desktop_starts_exactly_the_command(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    pipe, script = tmp_path / "pipe", folder / "script"
    os.mkfifo(pipe)
    code = 'import os, sys; open(sys.argv[1], "w").write(repr((sys.argv[2:], os.environ["TRAYDIAL_HOME"])))'
    script.write_text(code, encoding="utf-8")
    line = exec_line(sys.executable, "-I", "-S", str(script), str(pipe), name, home=folder)
    entry = tmp_path / "test.desktop"
    entry.write_text(f"[Desktop Entry]\nType=Application\nName=Test\nExec={line} %u\n", encoding="utf-8")
    environ = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    launched = subprocess.run([str(shutil.which("gio")), "launch", str(entry), "tel:+39%200444;ext=5"], env=environ)
    assert launched.returncode == 0
    assert pipe.read_text(encoding="utf-8") == repr(([name, "tel:+39%200444;ext=5"], str(folder)))


def test_the_folder_it_is_started_in_is_not_imported_from(tmp_path: Path) -> None:
    (tmp_path / "traydial").mkdir()
    (tmp_path / "traydial" / "__main__.py").write_text("raise SystemExit('hijacked')", encoding="utf-8")
    done = subprocess.run([*command(), "--no-such-option"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 2
    assert "hijacked" not in done.stderr
