"""The process that talks to the OS keyring for `system.secrets`, and can be killed when the keyring hangs.

One JSON object in on stdin, one out on stdout, line by line, until stdin ends:
`{"verb": "get" | "set" | "delete", "service": …, "user": …, "secret": …}` gives `{"secret": … | null}`,
`{}` or `{"error": code of SecretStoreError, "reason": name of the cause}`. Nothing else is ever written.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys

import keyring
from keyring.core import init_backend, recommended
from keyring.errors import KeyringError, KeyringLocked, NoKeyringError, PasswordDeleteError

SECRET_SERVICE_BACKENDS = {f"keyring.backends.{name}" for name in ("SecretService", "libsecret", "chainer")}
PING_TIMEOUT_S = 5.0  # it may have to start first


def answer(request: dict[str, str]) -> dict[str, str | None]:
    """Do what `request` asks for, and say how it went."""
    try:
        return _done(request["verb"], request["service"], request["user"], request.get("secret", ""))
    except Exception as error:  # back ends raise what they like; the cause's name is all that may leave
        return {"error": _code(error), "reason": type(error).__name__}


def _done(verb: str, service: str, user: str, secret: str) -> dict[str, str | None]:
    init_backend(limit=recommended)
    backend = keyring.get_keyring()
    if not recommended(backend):
        # Also from PYTHON_KEYRING_BACKEND or keyringrc.cfg: `fail` and `null`, and the plain files of keyrings.alt.
        raise NoKeyringError
    if type(backend).__module__ in SECRET_SERVICE_BACKENDS:
        _ping_secret_service()
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


def _ping_secret_service() -> None:
    """Raise TimeoutError when the service hangs: one that asks the person to unlock it still answers this at once."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    service = DBusAddress("/org/freedesktop/secrets", "org.freedesktop.secrets", "org.freedesktop.DBus.Peer")
    with contextlib.closing(open_dbus_connection("SESSION")) as connection:
        connection.send_and_get_reply(new_method_call(service, "Ping"), timeout=PING_TIMEOUT_S)


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
