"""The command line's side of the instance socket: asks the tray that runs, and waits for its answer."""

from __future__ import annotations

import json
import socket
import sys
from pathlib import Path
from typing import Any

from traydial.core.errors import InstanceError

assert sys.platform != "win32"  # noqa: S101 - the form of this that type checkers read

from traydial.system.instance import SOCKET_NAME, is_private, is_same_user  # noqa: E402

CONNECT_TIMEOUT_S = 1.5


def ask_tray(request: dict[str, Any], folder: Path, *, timeout_s: float) -> dict[str, Any] | None:
    """Return the answer of the tray whose socket is in `folder`, or None when no tray runs there.

    Raises InstanceError(tray_not_answering) when there is one and it does not answer in time: the request may have
    been carried out, so it must not be sent again.
    """
    try:
        if not is_private(str(folder)):
            return None
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    except OSError:
        return None
    with connection:
        connection.settimeout(CONNECT_TIMEOUT_S)
        try:
            connection.connect(str(folder / SOCKET_NAME))
            if not is_same_user(connection):
                return None
        except OSError:
            return None
        try:
            connection.sendall(json.dumps(request).encode() + b"\n")
            connection.settimeout(timeout_s)
            with connection.makefile("rb") as answers:
                answer = json.loads(answers.readline())
        except (OSError, ValueError):
            raise InstanceError("tray_not_answering") from None
    return dict(answer)
