"""Numbers of cards and books are told from telephone numbers by their check digit."""

from contextlib import suppress

import pytest

from traydial.core.errors import NumberRejected
from traydial.core.number.read import read


def is_number(text: str, region: str) -> bool:
    with suppress(NumberRejected):
        return bool(read(text, region=region).candidates)
    return False


@pytest.mark.parametrize(
    ("stem", "region", "check"),
    [
        ("491511234567", "DE", "8"),
        ("491609876543", "DE", "4"),
        ("491700000000", "DE", "1"),
        ("491799999999", "DE", "9"),
    ],
)
def test_a_row_with_the_check_digit_of_a_card_is_no_number(stem, region, check):
    assert [digit for digit in "0123456789" if not is_number(stem + digit, region)] == [check]


@pytest.mark.parametrize(
    ("stem", "region", "check"),
    [
        ("0-306-40615-", "GB", "2"),
        ("0-1632-9605-", "GB", "7"),
        ("0-20-794609-", "GB", "4"),
        ("0-444-56789-", "IT", "5"),
    ],
)
def test_a_row_with_the_check_digit_of_a_book_is_no_number(stem, region, check):
    assert [digit for digit in "0123456789" if not is_number(stem + digit, region)] == [check]


def test_with_a_plus_there_is_no_doubt():
    assert is_number("+4915112345678", "DE")


@pytest.mark.parametrize(
    "text", ["4000 0000 0000 0002", "4000-0000-0000-0002", "3714 496353 98431", "6011000990139424"]
)
def test_a_card_is_no_number(text):
    assert not is_number(text, "US")
    assert not is_number(text, "DE")
