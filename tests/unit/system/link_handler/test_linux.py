"""Registration on Linux, judged by the desktop's own tools in a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.core.errors import Unsupported
from traydial.core.ports import SchemeStatus
from traydial.system.link_handler.linux import DESKTOP_FILE, XdgLinkHandler, with_defaults
from traydial.system.paths import Paths

if sys.platform != "linux":
    pytest.skip("desktop files", allow_module_level=True)

OTHER = "[Desktop Entry]\nType=Application\nName=Other\nExec=true %u\nMimeType=x-scheme-handler/tel;\n"


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "da ta"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_DIRS": str(tmp_path / "none"),
        "XDG_CONFIG_DIRS": str(tmp_path / "none"),
    }


@pytest.fixture
def applications(environ: dict[str, str]) -> Path:
    return Path(environ["XDG_DATA_HOME"], "applications")


@pytest.fixture
def defaults(environ: dict[str, str]) -> Path:
    return Path(environ["XDG_CONFIG_HOME"], "mimeapps.list")


@pytest.fixture
def handler(environ: dict[str, str]) -> XdgLinkHandler:
    return XdgLinkHandler(Paths.of({"HOME": environ["HOME"]}), environ)


def test_installed_it_is_the_default_for_every_tool(handler: XdgLinkHandler, environ: dict[str, str]) -> None:
    assert [status.ours for status in handler.status()] == [False, False]
    handler.install()
    handler.install()
    assert handler.status() == (
        SchemeStatus(scheme="tel", handler=DESKTOP_FILE, ours=True),
        SchemeStatus(scheme="callto", handler=DESKTOP_FILE, ours=True),
    )
    gio = subprocess.run(["gio", "mime", "x-scheme-handler/callto"], env=environ, capture_output=True, text=True)
    assert DESKTOP_FILE in gio.stdout.splitlines()[0]


def test_the_desktop_file_is_valid(handler: XdgLinkHandler, applications: Path) -> None:
    handler.install()
    checked = subprocess.run(["desktop-file-validate", applications / DESKTOP_FILE], capture_output=True, text=True)
    assert (checked.returncode, checked.stdout) == (0, "")
    assert Path(
        next(line for line in handler.entry().splitlines() if line.startswith("Icon=")).removeprefix("Icon=")
    ).exists()


def test_removed_it_leaves_the_program_that_was_there_before(
    handler: XdgLinkHandler, applications: Path, defaults: Path
) -> None:
    applications.mkdir(parents=True)
    (applications / "other.desktop").write_text(OTHER, encoding="utf-8")
    defaults.parent.mkdir()
    before = "# mine\n[Default Applications]\nx-scheme-handler/tel=other.desktop;\ntext/plain=ed.desktop\n"
    defaults.write_text(before, encoding="utf-8")
    assert handler.status()[0].handler == "other.desktop"
    handler.install()
    assert handler.status()[0].ours
    handler.remove()
    handler.remove()
    assert handler.status()[0].handler == "other.desktop"
    assert defaults.read_text(encoding="utf-8") == before
    assert not (applications / DESKTOP_FILE).exists()


def test_a_portable_home_travels_with_the_link(environ: dict[str, str], tmp_path: Path) -> None:
    handler = XdgLinkHandler(Paths.of({"TRAYDIAL_HOME": str(tmp_path / "my home")}), environ)
    lines = [line for line in handler.entry().splitlines() if line.startswith("Exec=")]
    assert len(lines) == 4
    assert all(f'"TRAYDIAL_HOME={tmp_path}/my home"' in line for line in lines)
    assert lines[0].endswith(" %u")


def test_a_registration_that_leads_elsewhere_is_not_ours(
    handler: XdgLinkHandler, environ: dict[str, str], applications: Path, tmp_path: Path
) -> None:
    other_home = XdgLinkHandler(Paths.of({"TRAYDIAL_HOME": str(tmp_path / "other")}), environ)
    other_home.install()
    assert other_home.status()[0].ours
    assert not handler.status()[0].ours
    handler.install()
    assert [handler.status()[0].ours, other_home.status()[0].ours] == [True, False]
    entry = applications / DESKTOP_FILE
    entry.write_text(entry.read_text(encoding="utf-8").replace(sys.executable, "/old/python"), encoding="utf-8")
    assert not handler.status()[0].ours


def test_where_it_cannot_be_done_it_says_so(handler: XdgLinkHandler, environ: dict[str, str], tmp_path: Path) -> None:
    environ["PATH"] = str(tmp_path / "none")
    with pytest.raises(Unsupported) as caught:
        handler.status()
    assert caught.value.values == {"reason": "xdg-mime"}
    Path(environ["XDG_DATA_HOME"]).write_text("a file in the way", encoding="utf-8")
    with pytest.raises(Unsupported):
        handler.install()


OURS = "[Default Applications]\nx-scheme-handler/tel=US;\nx-scheme-handler/callto=US;"
ADDED = "[Added Associations]\nx-scheme-handler/tel=a.desktop;\n"
CALLTO = "[Default Applications]\nx-scheme-handler/callto = a.desktop;US;b.desktop\n"
LAST = "\n[Other]\nx-scheme-handler/tel=c\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"{OURS}\n"),
        (ADDED, f"{ADDED}\n{OURS}\n"),
        (CALLTO + LAST, f"{OURS}a.desktop;b.desktop;\n{LAST}"),
    ],
)
def test_the_defaults_keep_what_others_wrote(before: str, after: str) -> None:
    ours = with_defaults(before.replace("US", DESKTOP_FILE), ours=True)
    assert ours == after.replace("US", DESKTOP_FILE)
    assert DESKTOP_FILE not in with_defaults(ours, ours=False)


LINES = st.sampled_from(
    [
        "",
        "# note",
        "[Default Applications]",
        "[Other]",
        "x-scheme-handler/tel=a.desktop;b.desktop",
        "text/plain=c.desktop",
    ]
)


@given(st.lists(LINES, max_size=8).map(lambda lines: "".join(f"{line}\n" for line in lines)))
def test_changing_the_defaults_is_stable_and_loses_nothing(text: str) -> None:
    ours = with_defaults(text, ours=True)
    assert with_defaults(ours, ours=True) == ours
    kept = [line for line in text.splitlines() if line and not line.startswith("x-scheme-handler/")]
    assert [line for line in ours.splitlines() if line in kept][: len(kept)] == kept


def test_the_cache_of_the_desktop_follows(handler: XdgLinkHandler, applications: Path) -> None:
    cache = applications / "mimeinfo.cache"
    handler.install()
    assert f"x-scheme-handler/tel={DESKTOP_FILE};" in cache.read_text(encoding="utf-8")
    handler.remove()
    assert DESKTOP_FILE not in cache.read_text(encoding="utf-8")
