import unicodedata

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.services.history.search import folded, keys, match, search_text, terms

FORMS = (
    phonenumbers.PhoneNumberFormat.E164,
    phonenumbers.PhoneNumberFormat.INTERNATIONAL,
    phonenumbers.PhoneNumberFormat.NATIONAL,
    phonenumbers.PhoneNumberFormat.RFC3966,
)
ITALIAN = search_text("0444 123456", "+390444123456", "+390444123456", "Anna Bianchi", "Offerta n. 12 34")
GERMAN = search_text("030 901820", "+4930901820", "+4930901820")
HANOI = search_text("024 3123 4567", "+842431234567", "+842431234567", "Nguyễn Đức An")


def finds(query, text):
    return all(any(reading in text for reading in term) for term in terms(query))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "+",
        "0444",
        "0444 123456",
        "0444/12-34.56",
        "(0444) 123456",
        "+39 0444 123456",
        "0039 0444 123456",
        "390444123",
        "٠٤٤٤",
        "\uff10\uff14\uff14\uff14",
        "callto:0444123456",
        "anna",
        "ANNA bianchi",
        "bianchi anna",
        "anna 0444",
        "offerta",
        "12 34",
        "n. 12",
    ],
)
def test_a_call_is_found_in_any_way_of_writing(query):
    assert finds(query, ITALIAN)


@pytest.mark.parametrize("query", ["0445", "+39 0444 123457", "anna rossi", "offertaa", "1234567"])
def test_another_call_is_not_found(query):
    assert not finds(query, ITALIAN)


@pytest.mark.parametrize("query", ["030 90", "+49 (0)30 901820", "004930", "4930901820", "(030) 901820"])
def test_the_trunk_prefix_may_be_written_or_not(query):
    assert finds(query, GERMAN)


@pytest.mark.parametrize("query", ["nguyen duc", "Đức", "NGUYỄN", "đuc"])
def test_accents_need_not_be_typed(query):
    assert finds(query, HANOI)


def test_short_numbers_codes_and_addresses_are_found():
    assert finds("*21#", search_text("*21#", "*21#", None))
    assert finds("600", search_text("600", "600", None))
    assert finds("ANNA@example", search_text("sip:anna@example.org", "anna@example.org", None))
    assert finds("flowers", search_text("0800-FLOWERS", "+498003569377", "+498003569377"))


def test_the_index_is_asked_for_three_characters_at_least():
    assert match(terms("12"), {}) == ""
    assert match(terms("an 0444"), {}) == '(("444" AND "044"))'
    assert match(terms("00 444"), {}) == '(("444") OR ("444" AND " 44" AND "0 4"))'
    assert match(terms('say "hi"'), {}) == '(("say")) AND (("hi""" AND """hi"))'


def test_the_index_is_asked_for_what_is_rare():
    frequency = {"390": 500, "904": 500, "044": 500, "444": 400, "441": 30, "412": 20, "123": 20, "439": 1}
    assert match(terms("390444123"), frequency) == '(("123" AND "412" AND "441"))'
    assert match(terms("390444390444"), frequency) == '(("443" AND "439" AND "444"))'


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(), st.text(), st.text())
def test_anything_can_be_typed_and_stored(name, note, query):
    text = search_text(name, note, None, name, note)
    assert text.encode().decode() == text
    assert "\0" not in match(terms(query), {})
    assert all(finds(word, search_text("1", "1", None, name)) for word in folded(name).split() if not keys(word))


@given(
    st.sampled_from(["IT", "ZA", "VN", "AU", "DE", "US", "GB", "FR"]),
    st.integers(0, 9_999_999),
    st.sampled_from(FORMS),
)
def test_every_way_in_which_a_number_is_written_finds_it(country, tail, form):
    example = phonenumbers.example_number_for_type(country, phonenumbers.PhoneNumberType.MOBILE)
    national = str(example.national_number)
    number = phonenumbers.PhoneNumber(
        country_code=example.country_code,
        national_number=int(national[:-7] + f"{tail:07}"),
        italian_leading_zero=example.italian_leading_zero,
    )
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    written = phonenumbers.format_number(number, form)
    assert finds(written, search_text("", e164, e164))
    assert unicodedata.is_normalized("NFKD", search_text("", e164, e164))
