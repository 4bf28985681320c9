"""What holds for every number and every text, not only for chosen examples."""

from __future__ import annotations

from itertools import pairwise

import phonenumbers
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from traydial.core.errors import NumberRejected
from traydial.core.number.identify import digits_of
from traydial.core.number.read import read, read_link, read_text
from traydial.core.number.value import Candidate, NumberKind

REGIONS = ("IT", "DE", "GB", "US", "ZA", "VN", "AU", "FR", "ES", "CH", "NL", "JP", "BR", "IN")
SEPARATORS = (" ", "-", ".", "\u00a0", "\u2011", "\u2009", "\u200b", "\u2013")
PUNCTUATION = "0123456789 ()./-+,;:*#\n\t"


def in_region(region: str) -> st.SearchStrategy[tuple[str, phonenumbers.PhoneNumber]]:
    """Numbers that are assigned in `region`: its example numbers with the last four digits changed."""
    kinds = (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE)
    examples = [phonenumbers.example_number_for_type(region, kind) for kind in kinds]
    grounds = [number.national_number // 10_000 * 10_000 for number in examples]

    def number(ground: int, last: int) -> tuple[str, phonenumbers.PhoneNumber]:
        made = phonenumbers.PhoneNumber(
            country_code=examples[0].country_code,
            national_number=ground + last,
            italian_leading_zero=examples[grounds.index(ground)].italian_leading_zero,
        )
        return region, made

    return st.builds(number, st.sampled_from(grounds), st.integers(0, 9999)).filter(
        lambda pair: phonenumbers.is_valid_number(pair[1])
    )


numbers = st.sampled_from(REGIONS).flatmap(in_region)
forms = st.sampled_from(
    [
        phonenumbers.PhoneNumberFormat.E164,
        phonenumbers.PhoneNumberFormat.INTERNATIONAL,
        phonenumbers.PhoneNumberFormat.NATIONAL,
    ]
)


def found(text: str, region: str) -> tuple[Candidate, ...]:
    try:
        return read_text(text, region=region).candidates
    except NumberRejected:
        return ()


def digit_count(text: str) -> int:
    return sum(character.isdecimal() for character in text)


@given(numbers, forms)
def test_a_number_is_read_in_every_official_form(pair: tuple[str, phonenumbers.PhoneNumber], form: int) -> None:
    region, number = pair
    (read_number,) = read(phonenumbers.format_number(number, form), region=region).candidates
    assert read_number.e164 == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@given(numbers, forms)
def test_reading_what_was_read_changes_nothing(pair: tuple[str, phonenumbers.PhoneNumber], form: int) -> None:
    region, number = pair
    (first,) = read(phonenumbers.format_number(number, form), region=region).candidates
    (again,) = read(first.digits, region=region).candidates
    assert (again.digits, again.e164, again.kind, again.country) == (
        first.digits,
        first.e164,
        first.kind,
        first.country,
    )


@given(numbers, st.sampled_from(SEPARATORS))
def test_separators_never_matter(pair: tuple[str, phonenumbers.PhoneNumber], separator: str) -> None:
    region, number = pair
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    groups = "".join(character if character.isdigit() else " " for character in written).split()
    (read_number,) = read("+" + separator.join(groups), region=region).candidates
    assert read_number.e164 == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


pairs = st.sampled_from(REGIONS).flatmap(lambda region: st.tuples(in_region(region), in_region(region)))
between = st.sampled_from(
    [" ", "  ", ", ", " / ", "/", "; ", "\n", "\n\n", "\t", " - ", " – ", " | ", " und ", ". ", ") ("]
)


@given(pairs, forms, forms, between)
@settings(max_examples=500)
def test_two_numbers_are_never_glued(
    pair: tuple[tuple[str, phonenumbers.PhoneNumber], tuple[str, phonenumbers.PhoneNumber]],
    form: int,
    other_form: int,
    between: str,
) -> None:
    (region, first), (_, second) = pair
    text = phonenumbers.format_number(first, form) + between + phonenumbers.format_number(second, other_form)
    wanted = {phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) for number in (first, second)}
    assert {number.e164 for number in found(text, region)} <= wanted


@given(st.text(alphabet=PUNCTUATION, max_size=80), st.sampled_from(REGIONS))
@settings(max_examples=300)
def test_a_number_never_has_more_digits_than_its_text(text: str, region: str) -> None:
    code = len(str(phonenumbers.country_code_for_region(region)))
    for number in found(text, region):
        assert text[number.start : number.end] == number.text
        assert digit_count(number.digits) <= digit_count(number.text) + code
        if number.kind in (NumberKind.SHORT, NumberKind.EMERGENCY, NumberKind.FEATURE_CODE):
            assert number.digits == number.text.strip()


@given(st.text(alphabet=PUNCTUATION, max_size=80), st.sampled_from(REGIONS))
@settings(max_examples=300)
def test_numbers_of_a_text_stand_apart_in_it(text: str, region: str) -> None:
    candidates = found(text, region)
    for number, following in pairwise(candidates):
        assert number.end <= following.start
    assert len({(number.digits, number.extension) for number in candidates}) == len(candidates)


@given(st.text(max_size=200), st.sampled_from((*REGIONS, "")))
@settings(max_examples=300)
def test_any_text_is_answered(text: str, region: str) -> None:
    try:
        candidates = read(text, region=region).candidates
    except NumberRejected:
        return
    assert candidates


@given(numbers, st.text(alphabet="abcdefghxyzàé ,.;:\n", max_size=20))
def test_words_around_a_number_do_not_change_it(pair: tuple[str, phonenumbers.PhoneNumber], words: str) -> None:
    region, number = pair
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    candidates = found(f"{words} {written}\n{words}", region)
    assume(candidates)
    assert {candidate.e164 for candidate in candidates} == {e164}


@example("0444-123456-7", "IT")
@given(st.from_regex(r"\+?[0-9]{3,6}([.\-]?[0-9]{1,5}){1,4}", fullmatch=True), st.sampled_from(REGIONS))
def test_a_link_is_no_number_where_a_text_holds_several_or_only_a_part(text: str, region: str) -> None:
    try:
        read_link(f"tel:{text}", region=region)
    except NumberRejected:
        return
    in_text = found(text, region)
    assert not in_text or digits_of(in_text[0].text) == digits_of(text)
