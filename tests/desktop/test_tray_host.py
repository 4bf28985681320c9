"""Whether the desktop shows tray icons, asked of a real X server and a real session bus."""

from __future__ import annotations

import pytest

from traydial.system.tray_host import XdgTrayHost

pytestmark = [pytest.mark.desktop, pytest.mark.xdist_group("desktop")]


def test_a_tray_host_is_seen(desktop_session: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", desktop_session["DISPLAY"])
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop_session["DBUS_SESSION_BUS_ADDRESS"])
    assert XdgTrayHost().present()


def test_a_bus_without_a_watcher_is_no_tray_host(session_bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session_bus)
    assert not XdgTrayHost().present()


def test_without_a_desktop_there_is_none() -> None:
    assert not XdgTrayHost().present()
