"""From a reply's body to a typed value; a body that is something else becomes an error that says what."""

from __future__ import annotations

from typing import TypeVar

from traydial.core.errors import UnexpectedReply
from traydial.wire.http import Reply, unclear

T = TypeVar("T")


def decode(reply: Reply, shape: type[T], *, places_call: bool = False) -> T:
    """Return the JSON body as `shape`: a dataclass, a TypedDict or built-in types. Unknown fields are ignored.

    Raises UnexpectedReply(reply_empty, reply_not_json, unexpected_reply), or OutcomeUnknown(why) when the request
    places a call: a PBX that answered something unreadable may well have dialled.
    """
    import msgspec

    body = reply.body.strip()
    code = "reply_empty"
    if body:
        try:
            return msgspec.json.decode(body, type=shape)
        except msgspec.ValidationError:
            code = "unexpected_reply"
        except (msgspec.DecodeError, UnicodeDecodeError):
            code = "reply_not_json"
    raise unclear(UnexpectedReply(code, status=reply.status), places_call=places_call)


def plain(text: object, limit: int = 200) -> str:
    """Return a PBX's own words on one line, without control characters and cut: fit for a log, a bubble, a table."""
    line = "".join(c if c.isprintable() else " " for c in str(text)[: 4 * limit])
    return " ".join(line.split())[:limit]
