"""The process that talks to the OS keyring for `system.keyring.store`, and can be killed when the keyring hangs.

One JSON object in on stdin, one out on stdout, line by line, until stdin ends:
`{"verb": "get" | "set" | "delete", "service": …, "user": …, "secret": …}` gives `{"secret": … | null}`,
`{}` or `{"error": code of SecretStoreError, "reason": name of the cause}`. Nothing else is ever written.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import keyring
from keyring.core import init_backend, recommended
from keyring.errors import KeyringError, KeyringLocked, NoKeyringError, PasswordDeleteError

from traydial.system import dbus

if TYPE_CHECKING:
    from jeepney import Message

SECRET_SERVICE_BACKENDS = {f"keyring.backends.{name}" for name in ("SecretService", "libsecret", "chainer")}
SERVICE = "org.freedesktop.secrets"
PATH = "/org/freedesktop/secrets"
IN_MEMORY = "/org/freedesktop/secrets/collection/session"  # of gnome-keyring's, gone with the session
WALLETS = ("org.kde.kwalletd6", "org.kde.kwalletd5")
PING_TIMEOUT_S = 5.0  # it may have to start first


def answer(request: dict[str, str]) -> dict[str, str | None]:
    """Carry out `request` and return its result."""
    try:
        return _done(request["verb"], request["service"], request["user"], request.get("secret", ""))
    except Exception as error:  # noqa: BLE001 - back ends raise anything; only the exception's name may leave this process
        return {"error": _code(error), "reason": type(error).__name__}


def _done(verb: str, service: str, user: str, secret: str) -> dict[str, str | None]:
    if sys.platform == "linux":
        _start_wallet()
    init_backend(limit=recommended)
    backend = keyring.get_keyring()
    if not recommended(backend):
        # Also from PYTHON_KEYRING_BACKEND or keyringrc.cfg: `fail` and `null`, and the plain files of keyrings.alt.
        raise NoKeyringError
    if type(backend).__module__ in SECRET_SERVICE_BACKENDS:
        _ping_secret_service()
        _choose_collection()
    match verb:
        case "get":
            return {"secret": keyring.get_password(service, user)}
        case "set":
            keyring.set_password(service, user, secret)
        case "delete":
            try:
                keyring.delete_password(service, user)
            except PasswordDeleteError:  # also when there is nothing to delete, which is what was wanted
                if keyring.get_password(service, user) is not None:
                    raise
    return {}


def _start_wallet() -> None:
    """Start KWallet where no Secret Service runs yet: on Plasma D-Bus starts it by its own names only."""
    from jeepney import message_bus

    def has_owner() -> bool:
        return bool(dbus.ask("SESSION", message_bus.NameHasOwner(SERVICE), timeout_s=PING_TIMEOUT_S)[0])

    with contextlib.suppress(dbus.NoAnswer):  # then there is no keyring either, which its back end says
        if has_owner():
            return
        [activatable] = dbus.ask("SESSION", message_bus.ListActivatableNames(), timeout_s=PING_TIMEOUT_S)
        wallet = next((name for name in WALLETS if name in activatable), None)
        if SERVICE in activatable or wallet is None:
            return
        until_s = time.monotonic() + PING_TIMEOUT_S
        dbus.ask("SESSION", message_bus.StartServiceByName(wallet), timeout_s=PING_TIMEOUT_S)
        while not has_owner() and time.monotonic() < until_s:
            threading.Event().wait(0.02)


def _ping_secret_service() -> None:
    """Raise TimeoutError when the service hangs: one that asks the person to unlock it still answers this at once."""
    from jeepney import DBusAddress, new_method_call

    service = DBusAddress(PATH, SERVICE, "org.freedesktop.DBus.Peer")
    _asked(new_method_call(service, "Ping"))


def _choose_collection() -> None:
    """Where no collection is the default, take an open one, or else the first.

    SecretStorage would have the service make one with the name "Default", which for KWallet is a wizard.
    """
    from jeepney import DBusAddress, Properties, new_method_call
    from keyring.backends import SecretService

    def locked(path: str) -> bool:
        collection = DBusAddress(path, SERVICE, "org.freedesktop.Secret.Collection")
        answer = _asked(Properties(collection).get("Locked"))
        return not answer or answer[0][1] is True

    service = DBusAddress(PATH, SERVICE, "org.freedesktop.Secret.Service")
    default = _asked(new_method_call(service, "ReadAlias", "s", ("default",)))
    collections = _asked(Properties(service).get("Collections")) if default == ("/",) else ()
    lasting = [path for path in collections[0][1] if path != IN_MEMORY] if collections else []
    if lasting:
        SecretService.Keyring.preferred_collection = min(lasting, key=locked)  # type: ignore[attr-defined] # its option
    elif hasattr(SecretService.Keyring, "preferred_collection"):
        del SecretService.Keyring.preferred_collection


def _asked(question: Message) -> tuple[Any, ...]:
    """Return the answer, empty when the service has none. Raises TimeoutError."""
    try:
        return dbus.ask("SESSION", question, timeout_s=PING_TIMEOUT_S)
    except TimeoutError:
        raise
    except dbus.NoAnswer:
        return ()


def _code(error: BaseException) -> str:
    if isinstance(error, KeyringLocked):
        return "secret_store_locked"
    if isinstance(error, TimeoutError):
        return "secret_store_timed_out"
    if isinstance(error, NoKeyringError | ImportError) or (
        isinstance(error, RuntimeError) and not isinstance(error, KeyringError)
    ):
        return "secret_store_missing"  # a back end that is named but cannot run raises RuntimeError
    names = {type(error).__name__, type(error.__cause__).__name__}
    if names & {"LockedException", "PromptDismissedException"}:  # of secretstorage, which exists on Linux only
        return "secret_store_locked"
    if "SecretServiceNotAvailableException" in names:
        return "secret_store_missing"
    return "secret_store_unavailable"


def main() -> None:
    """Answer until stdin ends."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(2, 1)  # what a back end prints is not an answer
        for line in sys.stdin.buffer:
            print(json.dumps(answer(json.loads(line))), file=answers, flush=True)


if __name__ == "__main__":
    main()
