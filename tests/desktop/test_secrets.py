"""The keyring's process against a real gnome-keyring: unlocked, locked, absent and hung."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from desktop.session import SecretService
from traydial.core.adapter import Secret
from traydial.core.errors import SecretStoreError
from traydial.system.secrets import KeyringStore

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


def test_two_homes_do_not_share_secrets(keyring: KeyringStore) -> None:
    script = (
        "from traydial.system.desktop import secret_store; from traydial.system.paths import Paths\n"
        "from traydial.core.adapter import Secret; import sys\n"
        "store = secret_store(Paths.of({'TRAYDIAL_HOME': sys.argv[1]}))\n"
        "print(store.get('office', 'password')); store.set('office', 'password', Secret(sys.argv[1])); store.close()\n"
    )
    for home in ("/a", "/b"):
        done = subprocess.run([sys.executable, "-c", script, home], capture_output=True, text=True)
        assert (done.stdout, done.stderr) == ("None\n", "")
