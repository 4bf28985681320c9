"""Sends requests to TEL4VN with a valid token, and reads its answers."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from traydial.core.adapter import AccountSettings, CancelToken, Context, Secret
from traydial.core.errors import CredentialsRejected, SecretStoreError, UnexpectedReply
from traydial.wire.decode import decode, plain
from traydial.wire.http import HttpSession, Reply

TOKEN_PATHS = ("/v1/auth/token", "/v3/auth/token")  # the second is the call-centre edition's
RENEW_BEFORE = timedelta(minutes=5)


class Client:
    """One account's access. A token is fetched when first needed; any thread may ask."""

    def __init__(self, settings: AccountSettings, ctx: Context) -> None:
        self._ctx = ctx
        self._http = HttpSession(settings.text("server"), ca_file=settings.ca_file)
        self._api_key = settings.secret("api_key")
        self._lock = threading.Lock()  # guards the two below, and lets one thread at a time fetch
        self._token = settings.secret("token")
        self._renew_at: datetime | None = None
        if self._api_key is None and self._token is None:
            raise SecretStoreError("secret_missing", field="api_key")

    @property
    def has_key(self) -> bool:
        return self._api_key is not None

    def warm(self) -> None:
        self._current_token(None)
        self._http.warm()

    def close(self) -> None:
        self._http.close()

    def get(
        self,
        path: str,
        query: Mapping[str, str] | None = None,
        *,
        cancel: CancelToken | None = None,
        timeout_s: float | None = None,
        places_call: bool = False,
    ) -> Reply:
        """GET with the token; on 401 once more with a fresh one: a 401 means that nothing was done."""

        def send(token: Secret) -> Reply:
            return self._http.request(
                "GET",
                path,
                query=query,
                headers={"Authorization": f"Bearer {token.reveal()}"},
                timeout_s=timeout_s,
                cancel=cancel,
                places_call=places_call,
            )

        token = self._current_token(cancel)
        reply = send(token)
        if reply.status == 401 and self.has_key:
            reply = send(self._current_token(cancel, instead_of=token))
        if reply.status == 401:
            raise CredentialsRejected("token_rejected", field="api_key" if self.has_key else "token")
        return reply

    def _current_token(self, cancel: CancelToken | None, *, instead_of: Secret | None = None) -> Secret:
        """Return a token that is not about to end and is not `instead_of`, fetching one where needed."""
        with self._lock:
            ending = self._renew_at is not None and self._ctx.now() >= self._renew_at
            if self._token is None or (self._api_key is not None and (ending or self._token == instead_of)):
                self._token, self._renew_at = self._fetch_token(cancel)
            return self._token

    def _fetch_token(self, cancel: CancelToken | None) -> tuple[Secret, datetime | None]:
        """Exchange the API key for a token, and say when to renew it.

        Known answers: {"data": {"token", "expired": unix seconds}} and {"token", "expired_in": seconds}.
        """
        key = self._api_key.reveal() if self._api_key else ""
        for path in TOKEN_PATHS:
            reply = self._http.request("POST", path, json={"api_key": key}, cancel=cancel)
            if reply.status != 404:
                break
        reply.raise_for_status(credential="api_key")
        answer = decode(reply, dict[str, object])
        data = answer.get("data")
        inner = data if isinstance(data, dict) else answer
        token = inner.get("token")
        if isinstance(token, dict):
            inner, token = token, token.get("token")
        if not isinstance(token, str) or not token:
            raise UnexpectedReply(status=reply.status)
        return self._ctx.redact(token), self._renewal(inner)

    def _renewal(self, answer: dict[str, object]) -> datetime | None:
        now = self._ctx.now()
        expired, expired_in = answer.get("expired"), answer.get("expired_in")
        try:
            if isinstance(expired, int | float):
                end = datetime.fromtimestamp(expired, UTC)
            elif isinstance(expired_in, int | float):
                end = now + timedelta(seconds=expired_in)
            else:
                return None
        except (ValueError, OverflowError, OSError):  # no time: the PBX will say 401 when it is over
            return None
        return end - min(RENEW_BEFORE, (end - now) / 10)


def rows_of(reply: Reply) -> list[dict[str, object]]:
    """Return the rows of a list. Raises the error for a refusal."""
    reply.raise_for_status()
    rows = decode(reply, dict[str, object]).get("data")
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def words(value: object) -> str:
    """The PBX's own words, where it has any."""
    return plain(value) if isinstance(value, str | int) else ""
