"""Records that a PBX pushes onto Redis lists, read without removing any. The only module that imports redis-py."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from traydial.core.adapter import Secret
from traydial.core.errors import (
    AppError,
    CertificateRejected,
    CredentialsRejected,
    NotAllowed,
    UnexpectedReply,
    Unreachable,
    Unsupported,
)
from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.wire.decode import plain

if TYPE_CHECKING:
    import redis

PORT = 6379
CONNECT_TIMEOUT_S = 5.0
SILENCE_S = 2.0  # nothing but this interrupts a command: no cancelled watch lasts longer


class RecordList:
    """One list of JSON records at `url` (redis or rediss, host, port, number of the database), for one thread.

    Nothing is opened before the first question, and nothing is ever written. `setting` and `credential` are the
    settings that errors are tied to. A certificate is checked against `ca_file`, else against the system's store.
    Every method raises Unreachable, CredentialsRejected, NotAllowed, CertificateRejected, UnexpectedReply, or
    Unsupported where redis-py is not installed.
    """

    def __init__(
        self, url: str, key: str, *, password: Secret | None, ca_file: str, setting: str, credential: str
    ) -> None:
        self._url = urlsplit(url)
        self._key = key
        self._password = password
        self._ca_file = ca_file
        self._setting = setting
        self._credential = credential
        self._client: redis.Redis | None = None

    def time_s(self) -> float:
        """Return the server's own time, in seconds since 1970."""
        seconds, microseconds = self._ask(lambda client: client.time())
        return float(seconds) + float(microseconds) / 1e6

    def ends(self, count: int) -> list[Mapping[str, object]]:
        """Return up to `count` records from each end, those of the longer-waiting end first. Other values are left out.

        Which end is newer depends on the program that pushes.
        """
        head = self._ask(lambda client: client.lrange(self._key, 0, count - 1))
        tail = self._ask(lambda client: client.lrange(self._key, -count, -1))
        return [record for value in (*head, *tail) if (record := _record(value)) is not None]

    def close(self) -> None:
        """Close the connection; the next question opens another. Idempotent."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _ask(self, question: Callable[[redis.Redis], Any]) -> Any:
        try:
            import redis
        except ImportError:
            reason = QT_TRANSLATE_NOOP("wire", "the Python package redis is not installed")
            raise Unsupported(field=self._setting, reason=reason) from None
        try:
            if self._client is None:
                self._client = self._open()
            return question(self._client)
        except redis.RedisError as error:
            failure = self._failure(error)
        self.close()
        raise failure  # outside the handler, so that __context__ does not hold what was sent

    def _open(self) -> redis.Redis:
        import redis
        from redis.backoff import NoBackoff
        from redis.retry import Retry

        database = self._url.path.strip("/")
        return redis.Redis(
            host=self._url.hostname or "",
            port=self._url.port or PORT,
            db=int(database) if database.isdecimal() else 0,
            password=self._password.reveal() if self._password else None,
            ssl=self._url.scheme == "rediss",
            ssl_cert_reqs="required",
            ssl_check_hostname=True,
            ssl_ca_certs=self._ca_file or None,
            socket_connect_timeout=CONNECT_TIMEOUT_S,
            socket_timeout=SILENCE_S,
            retry=Retry(NoBackoff(), 0),
            protocol=2,
        )

    def _failure(self, error: redis.RedisError) -> AppError:
        import ssl

        import redis

        setting, host, port = self._setting, self._url.hostname, self._url.port or PORT
        cause = error.__cause__ or error.__context__
        match error:
            case redis.AuthenticationError():
                return CredentialsRejected(field=self._credential)
            case redis.exceptions.NoPermissionError():
                return NotAllowed(field=self._credential)
            case redis.TimeoutError():
                return Unreachable("timed_out", field=setting, host=host, port=port)
            case redis.ConnectionError() if isinstance(cause, ssl.SSLCertVerificationError):
                return CertificateRejected(field=setting, reason=cause.verify_message, host=host, port=port)
            case redis.ConnectionError():
                return Unreachable(field=setting, host=host, port=port)
        return UnexpectedReply(field=setting, reason=plain(error))


def _record(value: object) -> Mapping[str, object] | None:
    import msgspec

    try:
        record = msgspec.json.decode(value) if isinstance(value, bytes) else None
    except msgspec.DecodeError:
        return None
    return record if isinstance(record, dict) else None
