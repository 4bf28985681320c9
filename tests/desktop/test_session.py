"""The private desktop itself: what the other tests of this folder stand on."""

from __future__ import annotations

import contextlib
import subprocess

import pytest
import secretstorage
from jeepney.io.blocking import open_dbus_connection

pytestmark = pytest.mark.desktop

ATTRIBUTES = {"service": "traydial-test", "username": "office"}


def test_desktop_has_a_window_manager_and_a_tray_host(desktop_session, screen):
    assert screen.window_manager()
    assert screen.tray_host()
    assert subprocess.run(["xdotool", "getmouselocation"], env=desktop_session, capture_output=True).returncode == 0


@pytest.fixture
def connection(secret_service):
    with contextlib.closing(open_dbus_connection(secret_service.env["DBUS_SESSION_BUS_ADDRESS"])) as opened:
        yield opened


def test_secret_service_is_empty_and_keeps_a_secret(connection):
    assert not list(secretstorage.search_items(connection, ATTRIBUTES))
    secretstorage.get_default_collection(connection).create_item("office", ATTRIBUTES, b"s3cret")
    (item,) = secretstorage.search_items(connection, ATTRIBUTES)
    assert item.get_secret() == b"s3cret"


def test_secret_service_locks(connection, secret_service):
    secret_service.lock()
    collection = secretstorage.get_default_collection(connection)
    assert collection.is_locked()
    assert collection.unlock(), "without a prompter the prompt is dismissed"


def test_secret_service_stops_and_starts_again(connection, secret_service):
    secretstorage.get_default_collection(connection).create_item("office", ATTRIBUTES, b"s3cret")
    secret_service.stop()
    assert not secretstorage.check_service_availability(connection)
    secret_service.start()
    (item,) = secretstorage.search_items(connection, ATTRIBUTES)
    assert item.get_secret() == b"s3cret"
