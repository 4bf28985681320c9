"""Commands in desktop files, read back by GLib itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import traydial
from traydial.system.launch import KEYRING_COMMAND, command, exec_line, keyring_command, link_command, start_tray

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


def test_from_source_and_from_pip_python_runs_the_package() -> None:
    assert command("record", "toggle") == (sys.executable, "-P", "-m", "traydial", "record", "toggle")
    assert link_command()[:3] == (sys.executable, "-I", "-S")
    assert keyring_command() == (sys.executable, "-P", "-m", "traydial", "keyring-helper")


def test_a_frozen_program_starts_itself_with_its_own_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/traydial/traydial")
    assert command() == ("/opt/traydial/traydial",)
    assert command("record", "toggle") == ("/opt/traydial/traydial", "record", "toggle")
    assert link_command() == ("/opt/traydial/traydial",)
    assert keyring_command() == ("/opt/traydial/traydial", "keyring-helper")


# What PyInstaller's executable does: no site, `sys.frozen`, and the arguments as they are.
FROZEN = (sys.executable, "-S", "-c")
ENTRY = """
import sys
sys.path[:0] = sys.argv[1].split(";")
sys.frozen = True
del sys.argv[1]
from traydial.__main__ import main
sys.exit(main())
"""


@pytest.fixture(params=["from source", "frozen"])
def program(request: pytest.FixtureRequest) -> tuple[str, ...]:
    if request.param == "frozen":
        return (*FROZEN, ENTRY, ";".join(sys.path[1:]))
    return command()


def test_every_word_that_it_starts_itself_with_is_understood(program: tuple[str, ...], tmp_path: Path) -> None:
    shown = subprocess.run([*program, "--version"], capture_output=True, text=True, cwd=tmp_path)
    assert (shown.returncode, shown.stdout) == (0, f"traydial {traydial.__version__}\n")
    question = '{"verb": "get", "service": "traydial-test", "user": "office/password"}\n'
    environ = os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    kept = subprocess.run(
        [*program, KEYRING_COMMAND], input=question, capture_output=True, text=True, cwd=tmp_path, env=environ
    )
    assert (kept.returncode, json.loads(kept.stdout)["error"]) == (0, "secret_store_missing")
    no_screen = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    no_screen.pop("QT_QPA_PLATFORM", None)
    link = subprocess.run([*program, "tel:+390444123456"], capture_output=True, text=True, cwd=tmp_path, env=no_screen)
    assert link.returncode == 1, link.stderr  # there is no tray, and no screen to start one on
    assert "Traceback" not in link.stderr


def test_the_link_command_opens_links(tmp_path: Path) -> None:
    done = subprocess.run([*link_command(), "tel:6\n00"], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 4, done.stderr


@pytest.mark.parametrize("name", ["keyring", "jeepney", "json"])
def test_the_keyring_helper_imports_nothing_from_the_folder_it_is_started_in(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.py").write_text("raise SystemExit('hijacked')", encoding="utf-8")
    done = subprocess.run(keyring_command(), input="", cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_tray_outlives_the_session_of_what_started_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A terminal or a browser that ends takes its whole session with it."""
    monkeypatch.setenv("TRAYDIAL_HOME", str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    with start_tray() as tray:
        try:
            assert os.getsid(tray.pid) == tray.pid != os.getsid(0)
        finally:
            tray.kill()


def test_the_folder_it_is_started_in_is_not_imported_from(tmp_path: Path) -> None:
    (tmp_path / "traydial").mkdir()
    (tmp_path / "traydial" / "__main__.py").write_text("raise SystemExit('hijacked')", encoding="utf-8")
    done = subprocess.run([*command(), "--no-such-option"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 2
    assert "hijacked" not in done.stderr
