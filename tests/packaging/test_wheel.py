"""The wheel: built, installed into a fresh environment, and started there."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

import traydial

ROOT = Path(__file__).resolve().parents[2]


def pip(*arguments: str | Path, python: Path | None = None) -> None:
    whose = ["--python", python] if python else []
    command = [
        sys.executable,
        "-m",
        "pip",
        *whose,
        *arguments,
        "--no-deps",
        "--no-index",
        "--disable-pip-version-check",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel, tmp_path_factory) -> Path:
    """The programs of an environment that holds the wheel; its dependencies are those of the running tests."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip("install", wheel, python=programs / "python")
    inside = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    (inside / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs


def said(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_installed_command_starts(programs):
    assert traydial.__version__ in said(programs / "traydial", "--version")


def test_the_installed_program_has_its_resources(programs):
    ask = "from traydial.resources import resource as r; print(*sorted(p.name for p in r(*'{}'.split('/')).iterdir()))"
    assert Path(said(programs / "python", "-c", "import traydial; print(traydial.__file__)")).is_relative_to(
        programs.parent
    )
    for folder in ("i18n", "icons"):
        here = sorted(path.name for path in (ROOT / "resources" / folder).iterdir())
        assert said(programs / "python", "-c", ask.format(folder)).split() == here


def test_the_wheel_holds_the_program_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    folders = {name.partition("/")[0] for name in names}
    assert folders == {"traydial", f"traydial-{traydial.__version__}.dist-info"}
    assert [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".orig"))] == []


def test_the_project_says_what_a_package_index_shows():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"authors", "keywords", "readme", "license"} <= project.keys()
    versions = {f"Programming Language :: Python :: 3.{minor}" for minor in (11, 12, 13)}
    assert versions <= set(project["classifiers"])
