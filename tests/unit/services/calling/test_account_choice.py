"""The default account is gone and several others are left: a person chooses, and the same request goes on."""

from dataclasses import replace

import pytest

from traydial.core.call import CallState
from traydial.core.consent import Source
from traydial.core.errors import Cancelled, ConfigError
from traydial.core.events import AccountNeeded, ChoiceNeeded, UndoCountdown

LINK = "tel:+390444123456"


@pytest.fixture
def without_default(work, config, office, keyring):
    keyring.secrets |= {(name, "password"): "hush" for name in ("home", "shop")}
    others = (replace(office, id="home"), replace(office, id="shop"))
    work.config = replace(config, accounts=others, default_account="office")
    work.do("configure", work.config)


@pytest.mark.usefixtures("without_default")
def test_nothing_is_dialled_before_an_account_is_chosen(work, pbx):
    request_id = work.dial()
    needed = work.next(AccountNeeded)
    assert (needed.request_id, needed.accounts) == (request_id, ("home", "shop"))
    work.do("confirm", request_id)
    work.do("choose", request_id, 0)
    assert work.quiet()
    work.do("choose_account", request_id, "shop")
    call = work.call(CallState.ACCEPTED)
    assert (call.id, call.account_id) == (request_id, "shop")
    work.do("choose_account", request_id, "home")
    assert work.quiet()
    assert len(pbx.orders) == 1


@pytest.mark.usefixtures("without_default")
def test_the_choice_of_an_account_is_no_consent(work, pbx):
    request_id = work.dial(LINK, Source.LINK)
    work.next(AccountNeeded)
    work.do("choose_account", request_id, "home")
    assert work.next(UndoCountdown).plan.account_id == "home"
    assert pbx.orders == []
    work.do("cancel", request_id)


@pytest.mark.usefixtures("without_default")
def test_several_numbers_are_chosen_from_after_the_account(work, pbx):
    request_id = work.dial("+39 0444 123456 or +39 02 1234567", Source.CLIPBOARD)
    work.next(AccountNeeded)
    work.do("choose_account", request_id, "shop")
    work.next(ChoiceNeeded)
    work.do("choose_account", request_id, "home")
    work.do("choose", request_id, 0)
    assert work.call(CallState.ACCEPTED).account_id == "shop"


@pytest.mark.usefixtures("without_default")
def test_it_may_be_cancelled_or_answered_by_an_account_that_is_gone(work, pbx):
    work.do("cancel", work.dial())
    work.next(AccountNeeded)
    assert isinstance(work.declined(), Cancelled)
    request_id = work.dial()
    work.next(AccountNeeded)
    work.do("choose_account", request_id, "office")
    assert isinstance(work.declined(), ConfigError)
    assert pbx.orders == []


@pytest.mark.usefixtures("without_default")
def test_who_names_an_account_is_not_asked(work):
    work.dial(account_id="home")
    assert work.call(CallState.ACCEPTED).account_id == "home"
