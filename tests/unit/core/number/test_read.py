"""The contract of the number reader: what a Reading and a Candidate hold, and what is refused with which code."""

from __future__ import annotations

import subprocess
import sys

import pytest

from traydial.core.errors import NumberRejected
from traydial.core.number.numbering import identify
from traydial.core.number.read import read, read_link, read_text
from traydial.core.number.value import LINK_LIMIT, WINDOW, NumberKind


def code_of(text: str, region: str = "IT") -> str:
    with pytest.raises(NumberRejected) as caught:
        read(text, region=region)
    return caught.value.code


def test_a_candidate_says_where_it_stood_and_what_it_is() -> None:
    text = "Chiama Mario: +39 333 1234567, grazie"
    (mario,) = read_text(text, region="IT").candidates
    assert text[mario.start : mario.end] == mario.text == "+39 333 1234567"
    assert (mario.kind, mario.digits, mario.e164) == (NumberKind.GLOBAL, "+393331234567", "+393331234567")
    assert (mario.country, mario.suspicions) == ("IT", frozenset())


def test_a_code_among_words_is_the_code_alone() -> None:
    (code,) = read_text("Digita *21*600# ora", region="IT").candidates
    assert (code.kind, code.digits, code.text, code.start) == (NumberKind.FEATURE_CODE, "*21*600#", "*21*600#", 7)


def test_a_link_says_that_it_is_one_and_where_its_number_stands() -> None:
    link = "tel:+1-201-555-0123;ext=42"
    reading = read_link(link, region="us")
    (number,) = reading.candidates
    assert reading.is_link
    assert reading.region == "US"
    assert link[number.start : number.end] == number.text == "+1-201-555-0123"
    assert number.extension == "42"


@pytest.mark.parametrize(
    ("text", "region", "kind"),
    [
        ("0444 123456", "IT", NumberKind.GLOBAL),
        ("555-1234", "US", NumberKind.LOCAL),
        ("600", "IT", NumberKind.SHORT),
        ("112", "IT", NumberKind.EMERGENCY),
        ("911", "US", NumberKind.EMERGENCY),
        ("911", "IT", NumberKind.SHORT),
        ("899 123456", "IT", NumberKind.PREMIUM),
        ("*21", "IT", NumberKind.FEATURE_CODE),
        ("sip:600@pbx.example", "IT", NumberKind.SIP),
    ],
)
def test_every_kind(text: str, region: str, kind: NumberKind) -> None:
    (number,) = read(text, region=region).candidates
    assert number.kind is kind
    assert (number.e164 is not None) == (kind in (NumberKind.GLOBAL, NumberKind.PREMIUM))


@pytest.mark.parametrize(
    ("text", "type_"),
    [("+881612345678", "satellite"), ("+870773111632", "satellite"), ("+49 1805 123456", "shared_cost")],
)
def test_costly_types_are_named(text: str, type_: str) -> None:
    number = identify(text.replace(" ", ""), "GB")
    assert number is not None
    assert number.type == type_


def test_the_same_number_twice_is_one() -> None:
    reading = read("+39 0444 123456, cioè 0444/123456 o 0039 0444 123456", region="IT")
    assert [number.digits for number in reading.candidates] == ["+390444123456"]


@pytest.mark.parametrize(
    ("text", "is_link"),
    [
        ("tel:0444123456", True),
        ("  TEL:0444123456\n", True),
        ("Tel:0444123456", True),
        ("Tel: 0444 123456", False),
        ("tel: 0444 123456", False),
        ("Tel:0444 123456\nFax:0444 123457", False),
        ("telefono:0444123456", False),
    ],
)
def test_a_label_is_no_scheme(text: str, is_link: bool) -> None:
    assert read(text, region="IT").is_link is is_link


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("tel:" + "1" * LINK_LIMIT, "number_too_long"),
        ("tel:+39\x000444123456", "number_control_characters"),
        ("tel:+390444123456%0d%0aX", "number_control_characters"),
        ("tel:+390444123456\r\nX", "number_control_characters"),
        ("tel:0444123456%C2%85", "number_control_characters"),
        ("tel:<b>0444123456</b>", "number_malformed"),
        ("tel:0444123456 --help", "number_malformed"),
        ("tel:%252b390444123456", "number_malformed"),
        ("tel:0444123456 / 0444654321", "number_several"),
        ("tel:0444-123456-7", "number_several"),
        ("tel:", "number_missing"),
        ("no number here", "number_missing"),
        ("", "number_missing"),
    ],
)
def test_what_is_refused_and_why(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize("text", ["0444123456", "http://0444123456", "mailto:0444123456", "--help", ""])
def test_what_has_no_scheme_of_a_number_is_no_link(text: str) -> None:
    with pytest.raises(NumberRejected) as caught:
        read_link(text, region="IT")
    assert caught.value.code == "number_malformed"


def test_a_refusal_of_several_names_them() -> None:
    with pytest.raises(NumberRejected) as caught:
        read_link("tel:0444123456 / 0444654321", region="IT")
    assert caught.value.values == {"numbers": "0444123456, 0444654321"}


def test_a_longest_link_is_still_read() -> None:
    link = "tel:0444123456;x=".ljust(LINK_LIMIT, "a")
    assert read(link, region="IT").candidates[0].digits == "+390444123456"
    assert code_of(link + "a") == "number_too_long"


def test_a_long_text_is_cut_and_says_so() -> None:
    inside = "0444 123456 " + "x" * WINDOW
    reading = read_text(inside, region="IT")
    assert reading.cut
    assert len(reading.candidates) == 1
    assert not read_text("0444 123456", region="IT").cut
    assert not read_text("0444 123456 ".ljust(WINDOW, "x"), region="IT").cut
    assert code_of("x" * WINDOW + " 0444 123456") == "number_missing"


def test_a_number_at_the_edge_of_the_window_is_not_cut_in_half() -> None:
    start = "x" * (WINDOW - 9) + " "
    assert code_of(start + "0444 123456") == "number_missing"


def test_numbers_in_bulk_end_in_time_and_say_that_they_were_cut() -> None:
    everything = ", ".join(f"0444{number:06}" for number in range(100_000))
    assert read_text(everything, region="IT").cut


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("0461 123456", "US"),
        ("0461123456", "US"),
        ("(0461) 123456", "US"),
        ("tel:0461123456", "US"),
        ("sip:0461123456@pbx.test;user=phone", "US"),
        ("2125550123", "IT"),
        ("tel:2125550123", "IT"),
        ("0444 123456", ""),
        ("tel:0444123456", ""),
    ],
)
def test_a_number_that_the_country_has_not_got_is_refused_by_that_name(text: str, region: str) -> None:
    with pytest.raises(NumberRejected) as caught:
        read(text, region=region)
    assert (caught.value.code, caught.value.values) == ("number_not_in_country", {"country": region})


@pytest.mark.parametrize("text", ["192.168.10.10", "2024-05-06 2024-05-07", "4111 1111 1111 1111", "+1 0461 123456"])
def test_what_is_no_telephone_number_is_of_no_other_country(text: str) -> None:
    assert code_of(text, region="US") == "number_missing"


def test_without_a_region_only_international_numbers_are_found() -> None:
    assert read("+39 0444 123456", region="").candidates[0].country == "IT"
    assert code_of("call 0444 123456", region="") == "number_missing"


@pytest.mark.parametrize("text", ["\u202e+39 0444 123456", "𝟎𝟒𝟒𝟒 𝟏𝟐𝟑𝟒𝟓𝟔", "0٤٤٤ 123456"])
def test_disguised_digits_are_odd(text: str) -> None:
    assert read(text, region="IT").candidates[0].suspicions == {"look_alike"}


@pytest.mark.parametrize("text", ["٠٤٤٤ ١٢٣٤٥٦", "०४४४ १२३४५६", "０４４４ １２３４５６", "\u202a0444 123456\u202c"])
def test_digits_of_ordinary_keyboards_are_not(text: str) -> None:
    assert read(text, region="IT").candidates[0].suspicions == frozenset()


@pytest.mark.parametrize(
    ("link", "odd"),
    [
        ("tel:%2B390444123456", False),
        ("tel:+39%200444%20123456", False),
        ("tel:+39%30444123456", True),
        ("tel:%2A21", True),
        ("tel:*%32%31%23", True),
        ("tel:*21%23", False),  # the only legal way to write #
    ],
)
def test_hidden_digits_and_codes_are_odd(link: str, odd: bool) -> None:
    assert ("percent_encoded" in read(link, region="IT").candidates[0].suspicions) is odd


def test_the_start_path_stays_light() -> None:
    """Importing the dataclasses is cheap; phonenumbers is loaded with the first number."""
    script = "import sys, traydial.core.number.value, traydial.core.config; sys.exit('phonenumbers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
