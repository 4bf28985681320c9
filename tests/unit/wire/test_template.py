"""Texts that every call fills in: which characters survive, and which placeholders there are."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from traydial.core.adapter import Secret
from traydial.wire.template import expand, pattern

LEGAL = "A-Za-z0-9._-"


@dataclass
class Desk:
    account_id: str = "office"
    user_name: str = "mrossi"

    def now(self) -> datetime:
        return datetime(2026, 3, 9, 4, 5, 6, tzinfo=UTC)

    def redact(self, value: str) -> Secret:
        return Secret(value)

    def recall(self, key: str) -> str | None:
        return None

    def remember(self, key: str, value: str) -> None:
        raise AssertionError("a template remembers nothing")


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("", ""),
        ("plain.text", "plain.text"),
        ("{date}_{time}", "2026-03-09_04-05-06"),
        ("{user}-{number}", "mrossi-390444123456"),
        ("{nonsense}{}", "{nonsense}{}"),
        ("{{date}}", "{2026-03-09}"),
    ],
)
def test_fills_in_what_it_knows(template: str, text: str) -> None:
    assert expand(template, Desk(), "+390444123456", legal=LEGAL) == text


@pytest.mark.parametrize(
    ("user", "text"),
    [
        ("Jörg Müller", "Jorg-Muller"),
        ("../../etc", "..-..-etc"),
        ("a{number}b", "a-number-b"),
        ("北京", ""),
        ("\r\n", ""),
    ],
)
def test_what_is_filled_in_keeps_to_the_legal_characters(user: str, text: str) -> None:
    assert expand("{user}", Desk(user_name=user), "1", legal=LEGAL) == text


def test_a_uuid_is_one_and_always_another() -> None:
    first, second = (uuid.UUID(expand("{uuid}", Desk(), "1", legal=LEGAL)) for _ in range(2))
    assert first != second


@pytest.mark.parametrize(
    ("template", "fits"),
    [
        ("", True),
        ("call-{number}_{uuid}", True),
        ("{nonsense}", False),
        ("a b", False),
        ("{date", False),
        ("a/b", False),
    ],
)
def test_the_pattern_of_a_field_that_holds_a_template(template: str, fits: bool) -> None:
    assert (re.fullmatch(pattern(LEGAL), template) is not None) == fits
