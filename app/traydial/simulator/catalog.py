"""The PBXs that can be simulated."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from traydial.simulator.pbx import DemoAccount, Pbx

_CLASSES = {
    "tvox": "TVox",
    "teleforge": "Teleforge",
    "tel4vn": "Tel4vn",
    "noojee": "Noojee",
}


def ids() -> tuple[str, ...]:
    return tuple(_CLASSES)


def simulated(pbx_id: str) -> Pbx:
    """Return a fresh PBX to put behind a `Server`. Raises KeyError."""
    name = _CLASSES[pbx_id]
    create: Callable[[], Pbx] = getattr(import_module(f"traydial.simulator.{pbx_id}"), name)
    return create()


def demo_account(pbx_id: str, url: str) -> DemoAccount:
    """Return the settings and secrets of an account at the simulated PBX served at `url`. Raises KeyError."""
    return simulated(pbx_id).account(url)
