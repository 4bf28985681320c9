"""Every PBX that has an adapter can be simulated, and its demo account is complete."""

import pytest

from traydial.core.account import Account
from traydial.core.adapter import Secret
from traydial.services.accounts import normalised, settings_of
from traydial.services.registry import BUILT_IN, Registry
from traydial.simulator import catalog
from traydial.simulator.faults import VENDOR_FAULTS


def test_every_pbx_can_be_simulated() -> None:
    assert set(catalog.ids()) == set(BUILT_IN)


@pytest.mark.parametrize("pbx_id", catalog.ids())
def test_the_demo_account_is_what_the_adapter_asks_for(pbx_id: str) -> None:
    settings, secrets = catalog.demo_account(pbx_id, "http://127.0.0.1:8080")
    spec = Registry().spec(pbx_id)
    account = normalised(Account(id="demo", pbx=pbx_id, settings=settings), spec)
    checked = settings_of(account, spec, {key: Secret(value) for key, value in secrets.items()})
    assert checked.text("server") == "http://127.0.0.1:8080"


@pytest.mark.parametrize("pbx_id", catalog.ids())
def test_vendor_faults_are_a_matter_of_the_pbx(pbx_id: str) -> None:
    pbx = catalog.simulated(pbx_id)
    assert pbx.id == pbx_id
    assert set(pbx.faults) <= VENDOR_FAULTS
    assert all(pbx.faults.values())


def test_an_unknown_pbx_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        catalog.simulated("nortel")
