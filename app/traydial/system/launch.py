"""How another program has to start this one, and how such a command is written into the files of a desktop."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import traydial

if TYPE_CHECKING:
    import subprocess


KEYRING_COMMAND = (
    "keyring-helper"  # the argument by which `traydial.main` runs `system.keyring.process`; not a command for people
)


def is_frozen() -> bool:
    """Whether this is PyInstaller's executable, which is its own interpreter and takes no options of Python's."""
    return getattr(sys, "frozen", False) is True


def command(*arguments: str) -> tuple[str, ...]:
    """Return the command that runs Traydial with `arguments`; -P: the folder it is started in is nothing to import."""
    if is_frozen():
        return (sys.executable, *arguments)
    return (windowless_python(), "-P", "-m", "traydial", *arguments)


def link_command() -> tuple[str, ...]:
    """Return the command that opens the link put behind it, by the fast path of `traydial.__main__`."""
    if sys.platform == "win32" or is_frozen():
        return command()
    else:
        return (sys.executable, "-I", "-S", str(Path(traydial.__file__).with_name("__main__.py")))


def keyring_command() -> tuple[str, ...]:
    """Return the command that runs `system.keyring.process`."""
    return command(KEYRING_COMMAND)


def windowless_python() -> str:
    """Return this Python, on Windows the one that opens no console."""
    pythonw = Path(sys.executable).with_name("pythonw.exe")
    return str(pythonw) if sys.platform == "win32" and pythonw.exists() else sys.executable


def start_tray() -> subprocess.Popen[bytes]:
    """Start the tray so that it outlives this process and what started it: a browser, a terminal. Raises OSError.

    It gets no arguments: every user can read the arguments of a process.
    """
    import subprocess

    null = subprocess.DEVNULL
    if sys.platform == "win32":
        apart = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(command(), stdin=null, stdout=null, stderr=null, creationflags=apart)  # noqa: S603 - ours
    else:
        return subprocess.Popen(command(), stdin=null, stdout=null, stderr=null, start_new_session=True)  # noqa: S603


def exec_line(*arguments: str, home: Path | None = None) -> str:
    r"""Write a command as the value of Exec; `home` becomes its TRAYDIAL_HOME.

    Desktop Entry Specification, "The Exec key": an argument with a reserved character is quoted, within quotes a
    backslash stands before " ` $ and \, and a percent sign is doubled. Backslashes and line ends are then escaped once
    more, as in every string of the file. xdg-open on a desktop that it does not know splits at every blank in spite of
    quotes (xdg-utils 1.1.3), so nothing is quoted without need.
    """
    words = [*(("/usr/bin/env", f"TRAYDIAL_HOME={home}") if home else ()), *arguments]
    return " ".join(_quoted(word) for word in words).replace("\\", "\\\\").replace("\n", "\\n")


def _quoted(word: str) -> str:
    escaped = "".join(f"\\{char}" if char in '"`$\\' else char for char in word.replace("%", "%%"))
    plain = word and not any(char in word for char in " \t\n\"'\\><~|&;$*?#()`")
    return escaped if plain else f'"{escaped}"'
