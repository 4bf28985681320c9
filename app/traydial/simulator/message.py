"""An HTTP request and its answer as frozen values, between the server and a simulated PBX."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What came over the wire. Its repr shows neither query, headers nor body: secrets travel in all three."""

    method: str
    path: str
    query: str = field(default="", repr=False)  # as it stands in the request line
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)  # names in lower case
    body: bytes = field(default=b"", repr=False)

    @property
    def content_type(self) -> str:
        """The media type without its parameters, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def cookies(self) -> dict[str, str]:
        return {name: morsel.value for name, morsel in SimpleCookie(self.headers.get("cookie", "")).items()}

    def query_fields(self) -> Pairs:
        """The fields of the query in order, empty ones too. Raises ValueError."""
        return fields_of(self.query)

    def form_fields(self) -> Pairs:
        """The fields of a urlencoded body in order, empty ones too. Raises ValueError."""
        return fields_of(self.body.decode("ascii"))

    def json(self) -> object:
        """The body as JSON. Raises ValueError."""
        value: object = json.loads(self.body)
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a PBX takes a request for: an action such as "dial", a sentence about it, and its fields by name."""

    action: str
    sentence: str
    fields: Mapping[str, str] = field(default_factory=dict)


def json_response(value: object, status: int = 200) -> Response:
    return Response(status=status, body=json.dumps(value, ensure_ascii=False).encode())


def fields_of(text: str) -> Pairs:
    """Split a urlencoded text. Raises ValueError when it is none."""
    return tuple(parse_qsl(text, keep_blank_values=True, strict_parsing=True, errors="strict")) if text else ()
