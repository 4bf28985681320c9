"""What each built-in adapter declares, by the vendors' documents: the form of an account, and what can be done."""

from __future__ import annotations

import pytest

from traydial.services.registry import Registry


@pytest.mark.parametrize(
    ("pbx", "required", "shown"),
    [
        ("noojee", "server extension api_key", "caller_id auto_answer record tag"),
        ("tel4vn", "server extension", "api_key token auto_answer hotline"),
        ("teleforge", "server agent outbound_id", ""),
        ("tvox", "server username password", "dial_as access_code"),
    ],
)
def test_the_form_asks_for_what_every_account_needs_and_hides_what_few_need(
    pbx: str, required: str, shown: str
) -> None:
    fields = Registry().spec(pbx).fields
    assert [f.key for f in fields if f.required] == required.split()
    assert [f.key for f in fields if not f.advanced] == [*required.split(), *shown.split()]


@pytest.mark.parametrize(
    ("pbx", "capabilities"),
    [
        ("noojee", "DIAL HANG_UP RECORD_AT_DIAL RECORD_DURING_CALL TAG LIVE_STATE"),
        ("tel4vn", "DIAL LIVE_STATE"),
        ("teleforge", "DIAL REFERENCE LIVE_STATE"),
        ("tvox", "DIAL HANG_UP RECORD_AT_DIAL RECORD_DURING_CALL TAG REFERENCE"),
    ],
)
def test_it_can_do_what_the_vendors_document(pbx: str, capabilities: str) -> None:
    assert {c.name for c in Registry().spec(pbx).capabilities} == set(capabilities.split())
