"""The command line's side of the instance socket: asks the running tray, and waits for its answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from traydial.core.errors import InstanceError
from traydial.system.instance import client


def ask_tray(request: dict[str, Any], folder: Path, *, timeout_s: float) -> dict[str, Any] | None:
    """Return the answer of the tray that listens in `folder`, or None when none runs there.

    Raises InstanceError(tray_not_answering) when there is one and it does not answer in time: the request may have
    been carried out, so it must not be sent again.
    """
    try:
        answer = client.exchange(json.dumps(request).encode() + b"\n", str(folder), timeout_s)
        return None if answer is None else dict(json.loads(answer))
    except (TimeoutError, ValueError):
        raise InstanceError("tray_not_answering") from None
