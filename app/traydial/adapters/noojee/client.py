"""The CallManagementAPI: commands with their parameters in the body or the query, and what its answers mean.

`Code` is 0 for success, negative for an error, positive for a notice. The key travels in the query of some requests,
so no address is ever logged or put into an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from traydial.core.adapter import AccountSettings, CancelToken, Context
from traydial.core.errors import (
    AppError,
    CredentialsRejected,
    NotAllowed,
    SecretStoreError,
    UnexpectedReply,
)
from traydial.wire.decode import decode, plain, refusal_of
from traydial.wire.http import HttpSession, Reply, unclear

API = "/servicemanager/rest/CallManagementAPI/"
HEALTH = "/servicemanager/rest/systemHealth/test"
TIMEOUT_S = 10.0

# The vendor documents no words for errors. These distinguish a request that was not read from one that was refused.
_MISSING = re.compile(
    r"missing|required|mandatory|\bnull\b|\bempty\b|not (?:been )?(?:present|supplied|provided|specified|given|set)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"white.?list|allow.?list|\bip\b", re.IGNORECASE)
_KEY = re.compile(r"api.?key|authenticat|unauthori[sz]ed|expired timestamp", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """A positive answer, perhaps with a notice in `message`; `sequence` is the number of the latest event, or 0."""

    message: str = ""
    session: str = ""
    data: object = None
    sequence: int = 0


class Client:
    """One account's access. It keeps no state between requests, so any thread may call any method."""

    def __init__(self, settings: AccountSettings, ctx: Context) -> None:
        key = settings.secret("api_key")
        if key is None:
            raise SecretStoreError("secret_missing", field="api_key")
        self._key = key
        self._settings = settings
        self._ctx = ctx
        self._http = HttpSession(settings.text("server"), ca_file=settings.ca_file)

    def warm(self) -> None:
        self._http.warm()

    def close(self) -> None:
        self._http.close()

    def is_well(self) -> bool:
        """Ask for the system's health. Returns False where the PBX has no such page; raises the error for a refusal."""
        reply = self._http.request("GET", HEALTH, query={"apiKey": self._key.reveal()})
        known = reply.status != 404 and not reply.is_html
        if known:
            self._accepted(reply, lenient=True)
        return known

    def post(
        self,
        method: str,
        fields: Mapping[str, str],
        *,
        cancel: CancelToken | None = None,
        places_call: bool = False,
        lenient: bool = False,
        of_call: bool = False,
        wait_s: int = 0,
    ) -> Answer:
        """Send one command; in mode auto once more in the other place when the PBX finds no parameters.

        `wait_s` is how long the PBX was asked to wait. `lenient`: any 2xx without a negative Code is success.
        `of_call`: it changes a call, which may have ended.
        """
        everything = {**fields, "apiKey": self._key.reveal()}
        usual, other = self._places()
        place = usual
        timeout_s = wait_s + TIMEOUT_S
        reply = self._send(method, everything, place, cancel, timeout_s, places_call=places_call)
        if other and self._says_missing(reply):
            place = other
            reply = self._send(method, everything, place, cancel, timeout_s, places_call=places_call)
        answer = self._accepted(reply, places_call=places_call, lenient=lenient, of_call=of_call)
        if place != usual:
            self._ctx.remember("parameters", place)
        return answer

    def _places(self) -> tuple[str, str]:
        """Where the parameters go, and where else they may go."""
        setting = self._settings.text("parameters")
        if setting != "auto":
            return setting, ""
        return ("query", "body") if self._ctx.recall("parameters") == "query" else ("body", "query")

    def _send(
        self,
        method: str,
        fields: Mapping[str, str],
        place: str,
        cancel: CancelToken | None,
        timeout_s: float,
        *,
        places_call: bool,
    ) -> Reply:
        return self._http.request(
            "POST",
            API + method,
            form=fields if place == "body" else {},
            query=fields if place == "query" else None,
            timeout_s=timeout_s,
            cancel=cancel,
            places_call=places_call,
        )

    def _says_missing(self, reply: Reply) -> bool:
        """Whether the PBX refused because it found no parameters, so that nothing was dialled."""
        answer = _object(reply)
        code = _number(answer.get("Code"))
        refused = (code is not None and code < 0) or reply.status in (400, 401, 403, 422)
        words = str(answer.get("Message", "")) if answer else reply.body.decode(errors="replace")
        return refused and not reply.is_html and _MISSING.search(words) is not None

    def _accepted(
        self, reply: Reply, *, places_call: bool = False, lenient: bool = False, of_call: bool = False
    ) -> Answer:
        """Return the PBX's positive answer, or raise the error that it stands for."""
        answer = _object(reply)
        code = _number(answer.get("Code"))
        message = self._words(answer.get("Message"))
        if code is not None and code < 0:
            raise _refusal(message or f"Code {code}", of_call=of_call)
        if reply.status == 403:
            raise NotAllowed("address_not_allowed")
        if 400 <= reply.status < 500 and reply.status not in (401, 404, 429):
            words = message or ("" if reply.is_html else self._words(reply.body.decode(errors="replace")))
            if words:
                raise _refusal(words, of_call=of_call)
        reply.raise_for_status(places_call=places_call, credential="api_key")
        if code is None and not (lenient and not reply.is_html):
            decode(reply, dict[str, object], places_call=places_call)  # says what it is instead
            raise unclear(UnexpectedReply(status=reply.status), places_call=places_call)
        session = answer.get("SessionID")
        return Answer(
            message,
            str(session) if isinstance(session, str | int) else "",
            answer.get("Data"),
            max(_number(answer.get("seq")) or 0, 0),
        )

    def _words(self, value: object) -> str:
        """Return the PBX's own words, with our key removed in case the PBX repeats it."""
        return plain(value.replace(self._key.reveal(), "***")) if isinstance(value, str) else ""


def _refusal(message: str, *, of_call: bool) -> AppError:
    if _ADDRESS.search(message):
        return NotAllowed("address_not_allowed", reason=message)
    if _KEY.search(message):
        return CredentialsRejected(field="api_key", reason=message)
    return refusal_of(message, of_call=of_call)(reason=message)


def _object(reply: Reply) -> dict[str, object]:
    try:
        return decode(reply, dict[str, object])
    except UnexpectedReply:
        return {}


def _number(value: object) -> int | None:
    """A Code or a sequence number, which comes as a number and from some versions as text."""
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,18}", value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
