"""How often a PBX is asked, and what is waited out."""

from __future__ import annotations

from typing import Any

import pytest

from traydial.core.errors import (
    AppError,
    Cancelled,
    CertificateRejected,
    CredentialsRejected,
    NotAllowed,
    RateLimited,
    UnexpectedReply,
    Unreachable,
)
from traydial.wire.pace import FAILURES, Pace


def nothing() -> None:
    """A step in which nothing happens."""


def test_waits_double_to_a_limit_and_begin_anew_after_news(stepping: Any) -> None:
    token = stepping(*[nothing] * 8)
    pace = Pace(token)
    for _ in range(6):
        pace.wait()
    pace.reset()
    pace.wait()
    assert token.waits == [1, 2, 4, 8, 10, 10, 1]


@pytest.mark.parametrize(
    ("error", "waited"),
    [
        (Unreachable("connection_lost"), 1),
        (UnexpectedReply("server_error", status=503), 1),
        (RateLimited(), 1),
        (RateLimited(after_s=7), 7),
        (RateLimited(after_s=86400), 60),
    ],
)
def test_what_may_pass_is_waited_out(stepping: Any, error: AppError, waited: float) -> None:
    token = stepping(nothing)
    Pace(token).recover(error)
    assert token.waits == [waited]


@pytest.mark.parametrize(
    "error", [CredentialsRejected(), NotAllowed(), CertificateRejected(), UnexpectedReply("reply_not_json")]
)
def test_what_will_not_pass_is_raised(stepping: Any, error: AppError) -> None:
    token = stepping(nothing)
    with pytest.raises(type(error)):
        Pace(token).recover(error)
    assert token.waits == []


def test_what_does_not_pass_for_long_is_raised(stepping: Any) -> None:
    token = stepping(*[nothing] * 99)
    pace = Pace(token)
    for _ in range(FAILURES - 1):
        pace.recover(Unreachable())
    pace.wait()  # an answer in between
    for _ in range(FAILURES - 1):
        pace.recover(Unreachable())
    with pytest.raises(Unreachable):
        pace.recover(Unreachable())
    assert 60 < sum(token.waits[: FAILURES - 1]) < 120


def test_a_wait_that_is_cancelled_raises(stepping: Any) -> None:
    with pytest.raises(Cancelled):
        Pace(stepping()).wait()
