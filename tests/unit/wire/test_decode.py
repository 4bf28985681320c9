"""From a body to a typed value, or to an error that says what the body was."""

from __future__ import annotations

import logging
from typing import Any, TypedDict

import pytest

from traydial.core.errors import CallGone, OutcomeUnknown, RefusedByPbx, UnexpectedReply
from traydial.wire.decode import decode, plain, refusal_of
from traydial.wire.http import Reply


class Shape(TypedDict, total=False):
    status: str
    data: dict[str, Any]


def test_unknown_fields_and_spaces_do_not_matter() -> None:
    assert decode(Reply(200, body=b' {"status": "success", "more": 1}\r\n'), Shape) == {"status": "success"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "reply_empty"),
        (b" \r\n", "reply_empty"),
        (b"<html></html>", "reply_not_json"),
        (b'{"status": "succ', "reply_not_json"),
        (b'{"status": "\xff"}', "reply_not_json"),
        (b"[]", "unexpected_reply"),
        (b'{"status": 1}', "unexpected_reply"),
        (b"[" * 100_000, "reply_not_json"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "reply_not_json"),
    ],
)
def test_anything_else_says_what_it_is(body: bytes, code: str) -> None:
    with pytest.raises(UnexpectedReply) as caught:
        decode(Reply(200, body=body), Shape)
    assert caught.value.code == code
    with pytest.raises(OutcomeUnknown) as unknown:
        decode(Reply(200, body=body), Shape, places_call=True)
    assert unknown.value.values["why"] == code
    assert isinstance(unknown.value.__cause__, UnexpectedReply)


def test_the_log_gets_the_outline_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    decode(Reply(200, "application/json", b'{"token": "s3cret", "data": {"key": "s3cret"}, "n": null}'), dict[str, Any])
    with pytest.raises(UnexpectedReply):
        decode(Reply(502, "text/html", b"<html>s3cret</html>"), Shape)
    assert [record.getMessage() for record in caplog.records] == [
        "HTTP 200, application/json, 57 bytes, token: str, data: dict, n: NoneType",
        "HTTP 502, text/html, 19 bytes, no JSON",
    ]


def test_a_pbx_s_words_fit_on_a_line() -> None:
    assert plain("User\r\n\x1b[31mis   busy\u202e ") == "User [31mis busy"
    assert plain("x" * 1000) == "x" * 200
    assert plain(7) == "7"


@pytest.mark.parametrize(
    "reason",
    [
        "No such call",
        "no such active channel",
        "Unknown call 1234@5678",
        "Call 1234@5678 not found",
        "The channel does not exist",
        "The call has ended.",
        "Chiamata non trovata",
        "La chiamata è già terminata",
    ],
)
def test_a_no_to_a_command_because_the_call_is_over_is_told_from_others(reason: str) -> None:
    assert refusal_of(reason, of_call=True) is CallGone
    assert refusal_of(reason, of_call=False) is RefusedByPbx  # a dial has no call that could be over


@pytest.mark.parametrize(
    "reason",
    [
        "",
        "The call is already being recorded",
        "Call recording is off",
        "Unknown user",
        "Unknown error",
        "Session over",
    ],
)
def test_another_no_to_a_command_leaves_the_call_as_it_is(reason: str) -> None:
    assert refusal_of(reason, of_call=True) is RefusedByPbx
