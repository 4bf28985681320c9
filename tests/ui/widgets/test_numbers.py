"""How a number is written for a person."""

import pytest
from PySide6.QtCore import Qt

from traydial.core.number.read import read
from traydial.ui.widgets.numbers import called_number, country_name, found_number, past_number, readable_number


@pytest.fixture
def right_to_left(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def found(text, region="IT"):
    return read(text, region=region).candidates[0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("tel:+390444123456", "0444 123456"),  # at home
        ("tel:+442079460958", "+44 20 7946 0958"),
        ("0444 123456 int. 12", "0444 123456 ext. 12"),
        ("600", "600"),
        ("*21#", "*21#"),
    ],
)
def test_what_is_called_is_in_readable_groups(plan, text, shown):
    assert called_number(plan(text)) == shown


@pytest.mark.parametrize(
    ("text", "home", "shown"),
    [
        ("0444 123456", "", "+39 0444 123456"),
        ("0444 123456", "IT", "0444 123456"),
        ("0444 123456 int. 12", "DE", "+39 0444 123456 ext. 12"),
        ("600", "IT", "600"),
    ],
)
def test_what_was_found_is_in_readable_groups(text, home, shown):
    assert found_number(found(text), home=home) == shown


@pytest.mark.parametrize("text", ["600", "anna@pbx.test", "+", ""])
def test_what_is_no_number_of_the_world_stays(text):
    assert readable_number(text, home="IT") == text


@pytest.mark.parametrize(
    ("e164", "digits", "mask", "shown"),
    [
        ("+390444123456", "", False, "+39 0444 123456"),
        ("+390444123456", "", True, "+39 0444 …56"),
        ("", "600", False, "600"),
        ("", "600", True, "…0"),
    ],
)
def test_a_past_number_may_be_masked(entry, e164, digits, mask, shown):
    assert past_number(entry(e164, digits=digits), mask=mask) == shown


def test_every_number_keeps_its_order_from_right_to_left(right_to_left, plan, entry):
    number = "\u2066+39 0444 123456\u2069"
    assert found_number(found("0444 123456")) == number
    assert past_number(entry("+390444123456"), mask=False) == number
    assert called_number(plan("tel:+390444123456")) == "\u20660444 123456\u2069"


def test_a_country_has_a_name_and_none_has_none():
    assert (country_name("IT"), country_name(None), country_name("XX")) == ("Italy", "", "")
