"""Accounts' secrets in the OS keyring, behind `core.ports.SecretStore`; ADR 0003."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from traydial.core.adapter import Secret
from traydial.core.errors import SecretStoreError
from traydial.system.launch import keyring_command

if TYPE_CHECKING:
    import subprocess

log = logging.getLogger(__name__)


class KeyringStore:
    """Keeps secrets under `service`, by "<account>/<field>".

    The keyring is reached through a process that lives for `idle_s` after its last answer and is killed at the
    deadline, which leaves time for a person to unlock the keyring. Any thread may call; calls are made one at a time.
    When one gets no answer, those that waited behind it get the same error, so that no caller waits for more than one
    deadline. The calls after that have `impatient_s`, until one is answered.
    """

    def __init__(
        self,
        service: str,
        *,
        redact: Callable[[str], Secret] = Secret,
        timeout_s: float = 50.0,
        impatient_s: float = 5.0,
        idle_s: float = 5.0,
        command: tuple[str, ...] = (),
    ) -> None:
        self._service = service
        self._redact = redact
        self._timeout_s = timeout_s
        self._impatient_s = min(impatient_s, timeout_s)
        self._idle_s = idle_s
        self._command = command or keyring_command()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._rest: threading.Timer | None = None
        self._timed_out_at_s = float("-inf")
        self._hangs = False  # whether the latest question had no answer in time

    def get(self, account_id: str, field: str) -> Secret | None:
        value = self._ask("get", account_id, field).get("secret")
        return None if value is None else self._redact(value)

    def set(self, account_id: str, field: str, secret: Secret) -> None:
        self._ask("set", account_id, field, secret)

    def delete(self, account_id: str, field: str) -> None:
        self._ask("delete", account_id, field)

    def close(self) -> None:
        """End the process now, also while it is being waited for. Idempotent."""
        if process := self._process:
            process.kill()

    def _ask(self, verb: str, account_id: str, field: str, secret: Secret | None = None) -> dict[str, str | None]:
        import json

        asked_at_s = time.monotonic()
        deadline = asked_at_s + (self._impatient_s if self._hangs else self._timeout_s)
        request = {"verb": verb, "service": self._service, "user": f"{account_id}/{field}"}
        if secret is not None:
            request["secret"] = secret.reveal()
        if not self._lock.acquire(timeout=self._timeout_s):
            raise SecretStoreError("secret_store_timed_out", field=field)
        try:
            if asked_at_s < self._timed_out_at_s:
                raise SecretStoreError("secret_store_timed_out", field=field)
            try:
                line = self._exchange(json.dumps(request).encode() + b"\n", deadline)
                answer: dict[str, str | None] = json.loads(line)
            except (OSError, ValueError):  # the process could not start, ended or was killed
                late = time.monotonic() >= deadline
                answer = {"error": "secret_store_timed_out" if late else "secret_store_unavailable"}
            self._hangs = answer.get("error") == "secret_store_timed_out"
            if code := answer.get("error"):
                if code == "secret_store_timed_out":
                    self._timed_out_at_s = time.monotonic()
                self._end()  # a fresh process looks again for a keyring that came up or was unlocked since
                log.warning("keyring: %s failed: %s, %s", verb, code, answer.get("reason", "no answer"))
                raise SecretStoreError(code, field=field)
        finally:
            self._lock.release()
        return answer

    def _exchange(self, line: bytes, deadline: float) -> bytes:
        """Send `line` and return the answer, which is cut short when the process dies or is killed at the deadline."""
        if self._rest is not None:
            self._rest.cancel()
        process = self._started()
        assert process.stdin is not None  # noqa: S101 - for the type checker
        assert process.stdout is not None  # noqa: S101
        watch = threading.Timer(max(0.0, deadline - time.monotonic()), process.kill)
        watch.daemon = True
        watch.start()
        try:
            process.stdin.write(line)
            process.stdin.flush()
            answer = process.stdout.readline()
        finally:
            watch.cancel()
        self._rest = threading.Timer(self._idle_s, self._retire)
        self._rest.daemon = True
        self._rest.start()
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        import subprocess

        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW
        pipe, null = subprocess.PIPE, subprocess.DEVNULL
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            self._command, stdin=pipe, stdout=pipe, stderr=null, creationflags=flags
        )
        return self._process

    def _retire(self) -> None:
        with self._lock:
            self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()  # closes the pipes and takes the exit code
