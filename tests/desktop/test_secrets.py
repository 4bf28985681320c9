"""The keyring's process against a real gnome-keyring: unlocked, locked, absent and hung."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import secretstorage
from jeepney import DBusAddress, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

from desktop.session import SecretService
from traydial.core.adapter import Secret
from traydial.core.errors import SecretStoreError
from traydial.system.keyring.store import KeyringStore

pytestmark = [pytest.mark.desktop, pytest.mark.xdist_group("desktop"), pytest.mark.usefixtures("caplog")]


@pytest.fixture
def keyring(secret_service: SecretService, monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringStore]:
    for name, value in secret_service.env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("DISPLAY", raising=False)
    store = KeyringStore("traydial-test")
    yield store
    store.close()


def code_of_get(keyring: KeyringStore) -> str:
    with pytest.raises(SecretStoreError) as caught:
        keyring.get("office", "password")
    return caught.value.code


def test_secrets_come_and_go(keyring: KeyringStore) -> None:
    assert keyring.get("office", "password") is None
    keyring.set("office", "password", Secret("hush ☎\n2"))
    keyring.set("office", "api_key", Secret("other"))
    assert keyring.get("office", "password") == Secret("hush ☎\n2")
    keyring.delete("office", "password")
    keyring.delete("office", "password")
    assert keyring.get("office", "password") is None
    assert keyring.get("office", "api_key") == Secret("other")


def test_a_locked_keyring_opens_again_without_a_restart(keyring: KeyringStore, secret_service: SecretService) -> None:
    keyring.set("office", "password", Secret("hush"))
    secret_service.lock()
    assert code_of_get(keyring) == "secret_store_locked"
    secret_service.stop()
    secret_service.start()
    assert keyring.get("office", "password") == Secret("hush")


def test_a_keyring_that_was_never_opened_is_locked(keyring: KeyringStore, secret_service: SecretService) -> None:
    secret_service.stop()
    secret_service.start(unlocked=False)
    assert code_of_get(keyring) == "secret_store_locked"


def test_without_a_secret_service_there_is_no_plain_file(keyring: KeyringStore, secret_service: SecretService) -> None:
    secret_service.stop()
    with pytest.raises(SecretStoreError) as caught:
        keyring.set("office", "password", Secret("hush"))
    assert caught.value.code == "secret_store_missing"
    secret_service.start()
    assert keyring.get("office", "password") is None


def test_a_hung_service_is_found_out_long_before_a_persons_time_is_up(
    keyring: KeyringStore, secret_service: SecretService
) -> None:
    secret_service.hang()
    begun = time.monotonic()
    assert code_of_get(keyring) == "secret_store_timed_out"
    assert time.monotonic() - begun < 10
    secret_service.resume()
    assert keyring.get("office", "password") is None


def names_of_collections(env: dict[str, str]) -> list[str]:
    with contextlib.closing(open_dbus_connection(env["DBUS_SESSION_BUS_ADDRESS"])) as connection:
        return sorted(one.collection_path for one in secretstorage.get_all_collections(connection))


def test_without_a_default_collection_the_open_one_is_used_and_none_is_made(
    keyring: KeyringStore, secret_service: SecretService
) -> None:
    service = DBusAddress("/org/freedesktop/secrets", "org.freedesktop.secrets", "org.freedesktop.Secret.Service")
    with contextlib.closing(open_dbus_connection(secret_service.env["DBUS_SESSION_BUS_ADDRESS"])) as connection:
        no_default = new_method_call(service, "SetAlias", "so", ("default", "/"))
        connection.send_and_get_reply(no_default, timeout=5)
        [default] = connection.send_and_get_reply(new_method_call(service, "ReadAlias", "s", ("default",))).body
    assert default == "/"
    before = names_of_collections(secret_service.env)
    keyring.set("office", "password", Secret("hush"))
    assert keyring.get("office", "password") == Secret("hush")
    assert names_of_collections(secret_service.env) == before


WALLET = """
import os, signal, subprocess, sys
from jeepney import message_bus
from jeepney.io.blocking import open_dbus_connection
daemon = subprocess.Popen(
    ["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"], stdin=subprocess.PIPE,
    env=os.environ | {"XDG_DATA_HOME": sys.argv[1]},
)
daemon.stdin.write(b"wallet")
daemon.stdin.close()
connection = open_dbus_connection("SESSION")
connection.send_and_get_reply(message_bus.RequestName("org.kde.kwalletd5"))
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
try:
    while True:
        connection.receive()
finally:
    daemon.kill()
    daemon.wait()
"""


def test_a_wallet_that_d_bus_starts_by_its_own_name_alone_is_started(
    keyring: KeyringStore, secret_service: SecretService, tmp_path: Path
) -> None:
    secret_service.stop()
    assert code_of_get(keyring) == "secret_store_missing"
    script, data = tmp_path / "kwalletd5.py", tmp_path / "wallet"
    script.write_text(WALLET, encoding="utf-8")
    data.mkdir()
    service = Path(secret_service.env["XDG_DATA_HOME"], "dbus-1", "services", "org.kde.kwalletd5.service")
    service.write_text(
        f"[D-BUS Service]\nName=org.kde.kwalletd5\nExec={sys.executable} {script} {data}\n", encoding="utf-8"
    )
    address = secret_service.env["DBUS_SESSION_BUS_ADDRESS"]
    try:
        with contextlib.closing(open_dbus_connection(address)) as connection:
            connection.send_and_get_reply(new_method_call(message_bus, "ReloadConfig"), timeout=5)
        keyring.set("office", "password", Secret("hush"))
        assert keyring.get("office", "password") == Secret("hush")
    finally:
        service.unlink()
        with contextlib.closing(open_dbus_connection(address)) as connection:
            question = new_method_call(message_bus, "GetConnectionUnixProcessID", "s", ("org.kde.kwalletd5",))
            [process_id] = connection.send_and_get_reply(question, timeout=5).body
            os.kill(process_id, signal.SIGTERM)  # a program in the background of a shell is deaf to SIGINT
            rule = new_method_call(message_bus, "NameHasOwner", "s", ("org.freedesktop.secrets",))
            until_s = time.monotonic() + 20
            while connection.send_and_get_reply(rule, timeout=5).body[0]:
                assert time.monotonic() < until_s, "the wallet does not leave the bus to the next test"
            connection.send_and_get_reply(new_method_call(message_bus, "ReloadConfig"), timeout=5)
        secret_service.start()


def test_two_homes_do_not_share_secrets(keyring: KeyringStore) -> None:
    script = (
        "from traydial.system.platform import secret_store; from traydial.system.paths import Paths\n"
        "from traydial.core.adapter import Secret; import sys\n"
        "store = secret_store(Paths.of({'TRAYDIAL_HOME': sys.argv[1]}))\n"
        "print(store.get('office', 'password')); store.set('office', 'password', Secret(sys.argv[1])); store.close()\n"
    )
    for home in ("/a", "/b"):
        done = subprocess.run([sys.executable, "-c", script, home], capture_output=True, text=True)
        assert (done.stdout, done.stderr) == ("None\n", "")
