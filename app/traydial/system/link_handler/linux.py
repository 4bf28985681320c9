"""Links on Linux: a desktop file of the user's, and the user's default applications.

Source: Desktop Entry Specification; Association between MIME types and applications 1.0.1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from traydial import files
from traydial.core.errors import Unsupported
from traydial.core.ports import SchemeStatus
from traydial.resources import resource
from traydial.system.launch import command, exec_line, link_command
from traydial.system.link_handler import SCHEMES
from traydial.system.paths import APPLICATION_ID, Paths

DESKTOP_FILE = f"{APPLICATION_ID}.desktop"
MIME_TYPES = tuple(f"x-scheme-handler/{scheme}" for scheme in SCHEMES)
DEFAULTS = "[Default Applications]"
TOOL_TIMEOUT_S = 10.0

ENTRY = """\
[Desktop Entry]
Type=Application
Version=1.1
Name=Traydial
GenericName=Dialer
GenericName[it]=Compositore telefonico
GenericName[vi]=Trình quay số
Comment=Click a number anywhere, and your phone rings
Comment[it]=Fai clic su un numero ovunque e il tuo telefono squilla
Comment[vi]=Nhấp vào một số ở bất kỳ đâu, điện thoại của bạn sẽ đổ chuông
Icon={icon}
Exec={link} %u
Terminal=false
StartupNotify=false
Categories=Network;Telephony;
MimeType={mime_types};
Actions=dial-clipboard;toggle-recording;hang-up;

[Desktop Action dial-clipboard]
Name=Dial the clipboard
Name[it]=Chiama il numero negli appunti
Name[vi]=Gọi số trong bảng nhớ tạm
Exec={dial_clipboard}

[Desktop Action toggle-recording]
Name=Start or stop recording
Name[it]=Avvia o ferma la registrazione
Name[vi]=Bắt đầu hoặc dừng ghi âm
Exec={toggle_recording}

[Desktop Action hang-up]
Name=Hang up
Name[it]=Riaggancia
Name[vi]=Gác máy
Exec={hang_up}
"""


class XdgLinkHandler:
    """Works for the user alone, below XDG_DATA_HOME and XDG_CONFIG_HOME; runs small tools, so not on the GUI thread."""

    def __init__(self, paths: Paths, environ: Mapping[str, str] = os.environ) -> None:
        self._paths = paths
        self._environ = environ
        user = Path(environ.get("HOME") or Path.home())
        data = Path(environ.get("XDG_DATA_HOME") or user / ".local/share")
        config = Path(environ.get("XDG_CONFIG_HOME") or user / ".config")
        self._desktop_file = data / "applications" / DESKTOP_FILE
        self._defaults_file = config / "mimeapps.list"

    def status(self) -> tuple[SchemeStatus, ...]:
        statuses = []
        for scheme, mime_type in zip(SCHEMES, MIME_TYPES, strict=True):
            handler = self._run("xdg-mime", "query", "default", mime_type)
            ours = handler == DESKTOP_FILE and self._leads_here()
            statuses.append(SchemeStatus(scheme=scheme, handler=handler, ours=ours))
        return tuple(statuses)

    def install(self) -> None:
        try:
            files.replace(self._desktop_file, self.entry().encode(errors="surrogateescape"), mode=files.FOR_ALL)
            self._change_defaults(ours=True)
        except OSError as error:
            raise Unsupported("desktop_unsupported", reason=error.strerror) from error
        self._update_database()

    def remove(self) -> None:
        try:
            self._desktop_file.unlink(missing_ok=True)
            self._change_defaults(ours=False)
        except OSError as error:
            raise Unsupported("desktop_unsupported", reason=error.strerror) from error
        self._update_database()

    def entry(self) -> str:
        """Return the text of the desktop file."""
        home = self._paths.home
        return ENTRY.format(
            icon=resource("icons", f"{APPLICATION_ID}.svg"),
            mime_types=";".join(MIME_TYPES),
            link=exec_line(*link_command(), home=home),
            dial_clipboard=exec_line(*command("dial", "--clipboard"), home=home),
            toggle_recording=exec_line(*command("record", "toggle"), home=home),
            hang_up=exec_line(*command("hangup"), home=home),
        )

    def _leads_here(self) -> bool:
        """Whether a link would start this installation, in this home; one for all users has no file of the user's."""
        try:
            text = self._desktop_file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return True
        return f"\nExec={exec_line(*link_command(), home=self._paths.home)} %u\n" in text

    def _change_defaults(self, *, ours: bool) -> None:
        path = self._defaults_file
        before = path.read_text(encoding="utf-8", errors="surrogateescape") if path.exists() else ""
        after = with_defaults(before, ours=ours)
        if after != before:
            files.replace(path, after.encode(errors="surrogateescape"), mode=files.FOR_ALL)

    def _update_database(self) -> None:
        if shutil.which("update-desktop-database"):
            self._run("update-desktop-database", str(self._desktop_file.parent))

    def _run(self, *words: str) -> str:
        try:
            done = subprocess.run(  # noqa: S603 - the desktop's own tools
                words, env=dict(self._environ), capture_output=True, text=True, timeout=TOOL_TIMEOUT_S, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Unsupported("desktop_unsupported", reason=words[0]) from error
        return done.stdout.strip()


def with_defaults(text: str, *, ours: bool) -> str:
    """Return a mimeapps.list in which Traydial is the first of the defaults, or none of them.

    `xdg-mime default` would drop the program that was the default before; here it stays second, and is the
    default again when Traydial is removed.
    """
    lines = text.splitlines()
    if DEFAULTS not in lines:
        if not ours:
            return text
        lines += [*([""] if lines else []), DEFAULTS]
    start = lines.index(DEFAULTS) + 1
    end = next((index for index in range(start, len(lines)) if lines[index].startswith("[")), len(lines))
    section = lines[start:end]
    for mime_type in reversed(MIME_TYPES):
        old = [line for line in section if line.partition("=")[0].strip() == mime_type]
        others = [name.strip() for line in old for name in line.partition("=")[2].split(";")]
        names = [*([DESKTOP_FILE] if ours else []), *(name for name in others if name not in ("", DESKTOP_FILE))]
        section = [line for line in section if line not in old]
        if names:
            section.insert(0, f"{mime_type}={';'.join(names)};")
    return "\n".join([*lines[:start], *section, *lines[end:]]) + "\n"
