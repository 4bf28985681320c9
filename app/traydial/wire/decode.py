"""Decodes a reply's body into a typed value; any other body becomes an error that names the problem."""

from __future__ import annotations

import logging
import re
from typing import TypeVar

from traydial.core.errors import CallGone, RefusedByPbx, UnexpectedReply
from traydial.wire.http import Reply, unclear

T = TypeVar("T")

_GONE = re.compile(
    r"\b(?:no such|unknown) (?:\w+ )?(?:call|channel)\b"
    r"|\b(?:call|channel)\b.{0,60}\b(?:not found|not exist|no longer|has ended|is over|terminated|hung ?up)\b"
    r"|\bchiamata\b.{0,60}\b(?:non trovata|non esiste|inesistente|sconosciuta|terminata|conclusa)\b",
    re.IGNORECASE,
)

log = logging.getLogger(__name__)


def decode(reply: Reply, shape: type[T], *, places_call: bool = False) -> T:
    """Return the JSON body as `shape`: a dataclass, a TypedDict or built-in types. Unknown fields are ignored.

    The log gets the answer's outline, and nothing of what it holds. Raises UnexpectedReply(reply_empty, reply_not_json,
    unexpected_reply), or OutcomeUnknown(why) when the request places a call: a PBX that answered something unreadable
    may have dialled.
    """
    import msgspec

    body = reply.body.strip()
    code, outline = "reply_empty", "no JSON"
    try:
        if body:
            code = "reply_not_json"
            value = msgspec.json.decode(body)
            code, outline = "unexpected_reply", _outline(value)
            return msgspec.convert(value, shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        pass  # raised below, so that the body is not in the error's chain
    finally:
        log.info("HTTP %d, %s, %d bytes, %s", reply.status, plain(reply.content_type), len(body), outline)
    raise unclear(UnexpectedReply(code, status=reply.status), places_call=places_call)


def _outline(value: object) -> str:
    if not isinstance(value, dict):
        return type(value).__name__
    return plain(", ".join(f"{key}: {type(value[key]).__name__}" for key in value))


def refusal_of(reason: str, *, of_call: bool) -> type[RefusedByPbx]:
    """Return the error class for a refusal with the PBX's `reason`: CallGone when it is about a call that has ended.

    No vendor documents words or codes for that, so only words that leave no doubt count.
    """
    return CallGone if of_call and _GONE.search(reason) else RefusedByPbx


def plain(text: object, limit: int = 200) -> str:
    """Return a PBX's own words on one line, without control characters and cut: for a log, a popup or a table."""
    line = "".join(c if c.isprintable() else " " for c in str(text)[: 4 * limit])
    return " ".join(line.split())[:limit]
