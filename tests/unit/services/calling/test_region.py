"""In which country a number is read when a rule routes it to an account abroad."""

from dataclasses import replace

import pytest

from traydial.core.account import Rule, RuleKind
from traydial.core.call import CallState
from traydial.core.consent import Source
from traydial.core.events import ChoiceNeeded, ConsentNeeded


@pytest.fixture
def through(work, config, office, keyring):
    """Have a second account, `region`'s, dial what `match` matches; the default account is `home`'s."""

    def route(match, region, home="IT"):
        abroad = replace(office, id="abroad", region=region, rules=(Rule(kind=RuleKind.ACCOUNT, match=match),))
        config_ = config.with_account(replace(office, region=home)).with_account(abroad)
        work.config = replace(config_, default_account="office", consent=work.config.consent)
        work.do("configure", work.config)
        keyring.secrets["abroad", "password"] = "hush"

    return route


@pytest.mark.parametrize(("source", "text"), [(Source.DIAL_WINDOW, "23456789"), (Source.LINK, "tel:23456789")])
def test_a_number_is_read_where_its_account_is(work, pbx, through, source, text):
    through("23xxxxxx", "DK")
    work.dial(text, source, yes=True)
    call = work.call(CallState.ACCEPTED)
    assert (call.account_id, call.plan.candidate.country, call.plan.region) == ("abroad", "DK", "DK")
    assert [order.number for order in pbx.orders] == ["+4523456789"]


def test_an_emergency_number_is_one_where_its_account_is(work, through):
    through("10111", "ZA")
    work.dial("tel:10111", Source.LINK)
    assert work.next(ConsentNeeded).reasons == ("emergency",)


def test_a_local_number_at_home_is_read_again_where_its_account_is(work, pbx, through):
    through("555xxxx", "IS", home="US")
    work.dial("555-2345")
    assert work.call(CallState.ACCEPTED).plan.candidate.country == "IS"
    assert [order.number for order in pbx.orders] == ["+3545552345"]


def test_one_of_several_numbers_is_read_where_its_account_is(work, pbx, through):
    through("5552346", "IS", home="US")
    request_id = work.dial("tel: 555-2345, tel: 555-2346")
    assert len(work.next(ChoiceNeeded).candidates) == 2
    work.do("choose", request_id, 1)
    work.call(CallState.ACCEPTED)
    assert [order.number for order in pbx.orders] == ["+3545552346"]


def test_what_is_no_number_at_home_is_none_abroad_unless_a_rule_matches_how_it_is_written(work, through):
    through("+45*", "DK")
    work.dial("tel:23456789", Source.LINK)
    assert work.declined().code == "number_not_in_country"


def test_an_account_that_was_named_reads_alone(work, through):
    through("23xxxxxx", "DK")
    work.dial("tel:23456789", Source.LINK, account_id="office")
    assert work.declined().code == "number_not_in_country"


def test_what_the_rule_does_not_match_there_stays_as_it_was_read(work, pbx, through):
    through("+84*", "VN", home="US")
    work.dial("011 84 24 3825 5555")
    assert work.call(CallState.ACCEPTED).account_id == "abroad"
    assert [order.number for order in pbx.orders] == ["+842438255555"]


def test_a_number_that_no_rule_routes_is_read_at_home(work, pbx, through):
    through("+84*", "VN")
    work.dial("0912 345678")
    call = work.call(CallState.ACCEPTED)
    assert (call.account_id, call.plan.candidate.e164) == ("office", "+390912345678")
