"""Number patterns mean what they say, and no accepted expression can be made slow."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from traydial.core.number.pattern import EXPRESSION_LENGTH, EXPRESSION_WAYS, NumberPattern, expression

MEANT = [
    ("600", "600", True),
    ("600", "6000", False),
    ("600", "60", False),
    ("6xx", "612", True),
    ("6XX", "612", True),
    ("6xx", "6*2", False),
    ("6xx", "6+2", False),
    ("200-299", "200", True),
    ("200-299", "299", True),
    ("200-299", "199", False),
    ("200-299", "300", False),
    ("200-299", "2000", False),
    ("200-299", "2*5", False),
    ("007-012", "010", True),
    ("+390444100-+390444199", "+390444150", True),
    ("+390444100-+390444199", "+390444200", False),
    ("+44*", "+442079460000", True),
    ("+44*", "+44", True),
    ("+44*", "+4", False),
    ("+44*", "442079460000", False),
    ("*", "", True),
    ("*", "+1", True),
    ("*21*", "*21600#", True),
    ("*21*", "21600", False),
    ("**", "*", True),
    ("#31#", "#31#", True),
    (" 2xx , 6 0 0 ", "600", True),
    (" 2xx , 6 0 0 ", "255", True),
    ("2xx,600", "601", False),
]


@pytest.mark.parametrize(("pattern", "number", "meant"), MEANT)
def test_a_pattern_means_its_numbers(pattern: str, number: str, meant: bool) -> None:
    assert NumberPattern.parse(pattern).matches(number) is meant


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("", "a pattern is missing"),
        ("600,", "a pattern is missing"),
        ("299-200", "a range goes up"),
        ("20-299", "a range goes up"),
        ("100-99", "a range goes up"),
        ("200-2x9", "only digits"),
        ("6..", "only digits"),
        ("4 or 5", "only digits"),
        ("44+", "only digits"),
        ("٦٠٠", "only digits"),
        ("0" * 33, "only digits"),
    ],
)
def test_a_pattern_that_cannot_be_read_says_why(pattern: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        NumberPattern.parse(pattern)


@given(st.text("0123456789", min_size=1, max_size=8), st.text("0123456789", min_size=1, max_size=8))
def test_a_range_is_the_numbers_between(low: str, number: str) -> None:
    high = "9" * len(low)
    assert NumberPattern.parse(f"{low}-{high}").matches(number) is (len(number) == len(low) and int(number) >= int(low))


@given(st.text("0123456789*#+xX-, ", max_size=24), st.text("0123456789*#+", max_size=24))
def test_any_pattern_that_parses_answers(pattern: str, number: str) -> None:
    try:
        parsed = NumberPattern.parse(pattern)
    except ValueError:
        assume(False)
    assert parsed.matches(number) in (True, False)


@pytest.mark.parametrize(
    ("text", "number", "found"),
    [
        (r"0039(0\d+)", "00390444123456", "0444123456"),
        (r"^0039(0\d+)$", "00390444123456", "0444123456"),
        (r"(?:\+39|0039)?(0\d{5,10})", "+390444123456", "0444123456"),
        (r"(?:\+39|0039)?(0\d{5,10})", "0444123456", "0444123456"),
        (r"([2-9]\d{2})", "600", "600"),
        (r"(\*#31#)", "*#31#", "*#31#"),
        (r"(0[2-48][*#]?)", "08#", "08#"),
        (r"(\d{3})@pbx\.example", "600@pbx.example", "600"),
        (r"\+(.*)", "+39", "39"),
        (r"8(1{2,})", "811111", "11111"),
        (r"(\d)\d?", "5", "5"),
    ],
)
def test_an_expression_finds_its_group(text: str, number: str, found: str) -> None:
    match = expression(text).fullmatch(number)
    assert match is not None
    assert match[1] == found


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (r"(\d+)+", "a group may only be followed by"),
        (r"(\d+)*", "a group may only be followed by"),
        (r"(\d+)?", "a group may only be followed by"),
        (r"(\d){2}", "a group may only be followed by"),
        (r"(\d)*", "a group may only be followed by"),
        (r"(\d)+", "a group may only be followed by"),
        (r"((0)1)", "a group may not hold a group"),
        (r"\d*\d*1", "only one quantifier"),
        (r"0+1{2,}", "only one quantifier"),
        (r"\d{0,20}\d{0,20}", "too many ways"),
        (r"0?1?2?3?4?5?6?", "too many ways"),
        ("|".join("0123456789") + "|" + "0?" * 3, "too many ways"),
        (r"(?=0)1", "nothing to repeat"),
        (r"(?P<a>0)", "nothing to repeat"),
        (r"(0)\1", "not among those allowed"),
        (r"0+?", "nothing to repeat"),
        (r"0++", "nothing to repeat"),
        (r"0{2}{3}", "nothing to repeat"),
        (r"+39", "nothing to repeat"),
        (r"0|*", "nothing to repeat"),
        (r"(0", "no partner"),
        (r"0)", "no partner"),
        (r"[^0]", "not among those allowed"),
        (r"[9-0]", "must go up"),
        (r"\w", "not among those allowed"),
        (r"0 1", "not among those allowed"),
        (r"0^1", "not among those allowed"),
        (r"1{3,2}", "must go up"),
        ("0" * (EXPRESSION_LENGTH + 1), "too long"),
    ],
)
def test_an_expression_outside_the_safe_part_says_why(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        expression(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (r"0?1?2?3?4?5?", "024"),
        (r"0?1?2?3?4?(5|6)", "0246"),
        (r"0?1?2?3?(5|6|7|8)", "08"),
        (r"0?1?2?3?4{2,5}", "0444"),
        (r"0?1?2?3?4?5?6*", "024666"),
        (r"\d{0,7}1{0,7}", "01"),
        ("|".join(f"{n:02}" for n in range(64)), "63"),
    ],
)
def test_64_ways_are_allowed(text: str, number: str) -> None:
    assert EXPRESSION_WAYS == 64
    assert expression(text).fullmatch(number)


@pytest.mark.parametrize(
    "text",
    [
        r"0?1?2?3?4{2,6}",
        r"0?1?2?3?(5|6|7|8|9)",
        r"1|2|3|4|5|6|7|8(1|2|3|4|5|6|7|8|9)",
        r"0{0,9}1{0,9}2*",
        "|".join(f"{n:02}" for n in range(65)),
    ],
)
def test_more_ways_are_not(text: str) -> None:
    with pytest.raises(ValueError, match="too many ways"):
        expression(text)


def test_200_characters_are_allowed() -> None:
    assert EXPRESSION_LENGTH == 200
    assert expression("0" * 200).fullmatch("0" * 200)


PIECES = st.sampled_from(
    [r"\d", "0", "1", ".", "[0-9]", "(", "(?:", ")", "|", "?", "*", "+", "{2}", "{2,4}", "{0,9}", "{3,}", r"\+"]
)


@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from(["0", "1", "01"]))
def test_no_accepted_expression_is_slow(text: str, digits: str) -> None:
    try:
        pattern = expression(text)
    except ValueError:
        assume(False)
    number = (digits * 2000)[:2000] + "#"
    began = time.perf_counter()
    pattern.fullmatch(number)
    # 64 ways times one walk over 2001 characters take a few milliseconds; anything quadratic would take seconds.
    assert time.perf_counter() - began < 0.25
