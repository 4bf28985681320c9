"""Make a checkout ready to run or to test, on a bare machine too: system packages and a virtual environment.

Standard library only, since it runs before anything is installed. `app/run`, `tests/run` and `tests/bench/run` start
here. Where packages come from is pip's and apt's own configuration: nothing here names a source.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
OLDEST_PYTHON = (3, 11)

# What must be there, and the Debian package that brings it. Libraries are asked for by name, programs by command, so
# that the answer is right on any Linux.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
DESKTOP_PROGRAMS = {
    "Xvfb": "xvfb",
    "chromium": "chromium",
    "dbus-daemon": "dbus-daemon",
    "dbus-run-session": "dbus",
    "desktop-file-validate": "desktop-file-utils",
    "gdbus": "libglib2.0-bin",
    "gnome-keyring-daemon": "gnome-keyring",
    "import": "imagemagick",
    "openbox": "openbox",
    "trayer": "trayer",
    "xclip": "xclip",
    "xdg-open": "xdg-utils",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/notification-daemon/notification-daemon": "notification-daemon",
}
# pynput, the fallback for hotkeys, compiles evdev on Linux.
COMPILER = {"gcc": "gcc", "git": "git"}
SERVERS = {"redis-server": "redis-server"}
CLOCK = {"faketime": "faketime"}  # lets one program see another time of day
BENCH_PROGRAMS = {"curl": "curl", "openssl": "openssl"}


class Missing(Exception):
    """What stands in the way, as a sentence for the person who started the command."""


@dataclass(frozen=True)
class Purpose:
    """What a checkout is made ready for."""

    name: str
    folder: str
    extras: tuple[str, ...] = ()
    programs: tuple[dict[str, str], ...] = ()
    editable: bool = True

    @property
    def environment(self) -> Path:
        return ROOT / self.folder

    @property
    def python(self) -> Path:
        inside = Path("Scripts", "python.exe") if os.name == "nt" else Path("bin", "python")
        return self.environment / inside

    @property
    def stamp(self) -> Path:
        return self.environment / f"ready-to-{self.name}"


RUN = Purpose("run", ".venv")
TEST = Purpose("test", ".venv", extras=("test", "fallback"), programs=(DESKTOP_PROGRAMS, COMPILER, SERVERS))
# What `python3 tests/run WORD` needs, by its word; the program itself is tests/lanes/WORD.py. In the order of `all`.
LANES = {
    "mutants": Purpose("mutants", ".venv", extras=("test", "fallback", "mutants"), programs=TEST.programs),
    "coverage": Purpose("coverage", ".venv", extras=("test", "fallback", "coverage"), programs=TEST.programs),
    "attacks": Purpose("attacks", ".venv", extras=("test", "fallback"), programs=(*TEST.programs, CLOCK)),
    "repeat": TEST,
    "audit": Purpose("audit", ".venv", extras=("test", "fallback", "audit"), programs=TEST.programs),
}
# Only what a user has, installed as a user has it: an import costs more where pytest's friends are.
BENCH = Purpose("bench", ".venv-bench", programs=(DESKTOP_PROGRAMS, BENCH_PROGRAMS), editable=False)


def prepare(purpose: Purpose) -> Path:
    """Return the Python that has all that `purpose` needs, installing only what is missing. Exits 2 with a sentence."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"Traydial needs Python {'.'.join(map(str, OLDEST_PYTHON))} or newer; this is {sys.version}.")
    try:
        if sys.platform == "linux":
            install_system_packages(missing_packages(purpose))
        install_python_packages(purpose)
    except Missing as reason:
        print(f"\n{reason}", file=sys.stderr)
        sys.exit(2)
    return purpose.python


def missing_packages(purpose: Purpose) -> list[str]:
    """Name the Debian packages whose library, program or module this machine lacks."""
    missing = {package for library, package in QT_LIBRARIES.items() if library not in known_libraries()}
    for programs in purpose.programs:
        missing |= {package for program, package in programs.items() if shutil.which(program) is None}
    if not any(Path("/usr/share/fonts").rglob("*.[to]tf")):
        missing.add("fonts-dejavu-core")
    if importlib.util.find_spec("ensurepip") is None:
        missing.add("python3-venv")
    if COMPILER in purpose.programs:
        if not Path(sysconfig.get_path("include"), "Python.h").exists():
            missing.add("python3-dev")
        if not Path("/usr/include/linux/input.h").exists():
            missing.add("linux-libc-dev")
    return sorted(missing)


def known_libraries() -> frozenset[str]:
    """Return the names of the shared libraries that the dynamic linker finds."""
    ldconfig = shutil.which("ldconfig", path=os.environ.get("PATH", "") + ":/sbin:/usr/sbin")
    if ldconfig is None:
        return frozenset()
    listing = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=True)
    return frozenset(line.split()[0] for line in listing.stdout.splitlines()[1:] if line.strip())


def install_system_packages(packages: list[str]) -> None:
    """Install Debian packages as root or through a sudo that asks nothing; else raise Missing with the line to run."""
    if not packages:
        return
    if shutil.which("apt-get") is None:
        print(f"Not found on this machine, by their Debian names: {' '.join(packages)}", file=sys.stderr)
        return
    install = ["apt-get", "-o", "DPkg::Lock::Timeout=500", "install", "-y", "--no-install-recommends", *packages]
    update = ["apt-get", "-o", "DPkg::Lock::Timeout=500", "update"]
    if os.geteuid() != 0:
        if shutil.which("sudo") is None or quietly(["sudo", "-n", "true"]):
            raise Missing(
                f"Some system packages are missing. Install them, then start again:\n  sudo {shlex.join(install)}"
            )
        install, update = ["sudo", "-n", *install], ["sudo", "-n", *update]
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    listed = any(Path("/var/lib/apt/lists").glob("*_Packages*"))
    if listed and quietly(install, environment) is None:
        return
    reason = quietly(update, environment) or quietly(install, environment)
    if reason:
        raise Missing(f"The system packages could not be installed. Is there a network?\n{reason}")


def install_python_packages(purpose: Purpose) -> None:
    """Make the virtual environment, and install into it when the pins or the project file changed."""
    digest = fingerprint(purpose)
    if purpose.python.exists() and purpose.stamp.exists() and purpose.stamp.read_text(encoding="utf-8") == digest:
        return
    if not works(purpose.python):
        print(f"Making the virtual environment {purpose.folder}", flush=True)
        if reason := quietly([sys.executable, "-m", "venv", "--clear", str(purpose.environment)]):
            raise Missing(f"The virtual environment could not be made.\n{reason}")
    print("Installing Python packages; the first time this takes a minute", flush=True)
    target = f"{ROOT}[{','.join(purpose.extras)}]" if purpose.extras else str(ROOT)
    argv = [str(purpose.python), "-m", "pip", "install", "--disable-pip-version-check", "-c", str(CONSTRAINTS)]
    if reason := quietly([*argv, *(["-e"] if purpose.editable else []), target]):
        raise Missing(f"The Python packages could not be installed. Is there a network?\n{reason}")
    purpose.stamp.write_text(digest, encoding="utf-8")


def fingerprint(purpose: Purpose) -> str:
    """Return what the installation depends on, as one string."""
    digest = hashlib.sha256(repr((sys.version_info[:2], purpose.extras)).encode())
    sources = [ROOT / "pyproject.toml", CONSTRAINTS]
    if not purpose.editable:
        sources += sorted(path for path in (ROOT / "app").rglob("*.py"))
    for path in sources:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def works(python: Path) -> bool:
    """Tell whether a virtual environment's Python still starts and has pip."""
    return python.exists() and quietly([str(python), "-m", "pip", "--version"]) is None


def quietly(argv: list[str], environment: dict[str, str] | None = None) -> str | None:
    """Run a command; return None when it went well, else the end of what it said."""
    done = subprocess.run(
        argv, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return None if done.returncode == 0 else "\n".join(done.stdout.splitlines()[-15:]) or f"exit code {done.returncode}"
