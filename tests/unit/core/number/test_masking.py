import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.core.number.forms import masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("+39 0444 123456", "+39 0444 …56"),
        ("+27 82 000 1234", "+27 82 0…34"),
        ("0444123456", "0444…56"),
        ("+390444123456", "+390444…56"),
        ("123456", "…6"),
        ("600", "…0"),
        ("123456789012345678901", "123456789012…01"),  # a third is hidden of a long one
        ("*21#", "…1"),
        ("1234567", "1…67"),
        ("anna@example.org", "…"),
        ("", "…"),
    ],
)
def test_a_number_is_recognised_and_cannot_be_dialled(text, shown):
    assert masked(text) == shown


@given(st.from_regex(r"\+?[0-9 ]{1,20}", fullmatch=True))
def test_at_least_four_digits_are_hidden_or_all_but_one(text):
    digits = sum(map(str.isdigit, text))
    left = sum(map(str.isdigit, masked(text)))
    assert left <= max(1, digits - 4)
