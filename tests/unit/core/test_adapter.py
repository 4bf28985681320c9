"""What an adapter declares and is given: fields, settings, secrets, orders."""

import pytest

from traydial.core.adapter import AccountSettings, AdapterSpec, Capability, DialOrder, Field, Secret
from traydial.core.errors import ConfigError

SPEC = AdapterSpec(
    id="x",
    name="X",
    capabilities=Capability.DIAL,
    fields=(Field(key="server", label="S"), Field(key="user", label="U")),
)


def test_a_field_is_found_by_its_key_and_an_unknown_one_names_the_others():
    assert [SPEC.field(key).label for key in ("server", "user")] == ["S", "U"]
    with pytest.raises(ConfigError) as caught:
        SPEC.field("port")
    assert (caught.value.code, caught.value.field, caught.value.values) == (
        "setting_unknown",
        "port",
        {"known": "server, user"},
    )


def test_an_ordinary_field_is_optional_plain_text():
    field = SPEC.field("server")
    assert (field.kind, field.required, field.advanced, field.default) == ("text", False, False, "")
    assert field.schemes == ("https", "http")


def test_a_setting_that_is_not_set_is_empty_and_off():
    settings = AccountSettings(values={"server": "pbx", "on": True, "off": False, "word": "yes"})
    assert [settings.text(key) for key in ("server", "user")] == ["pbx", ""]
    assert [settings.flag(key) for key in ("on", "off", "word", "unset")] == [True, False, False, False]
    assert settings.secret("key") is None


def test_a_secret_shows_itself_to_nobody_who_does_not_ask():
    secret = Secret("s3cret")
    settings = AccountSettings(values={}, secrets={"key": secret})
    for text in (repr(secret), str(secret), f"{secret}", repr(settings)):
        assert "s3cret" not in text
    assert settings.secret("key").reveal() == "s3cret"


def test_secrets_are_the_same_when_their_texts_are():
    assert Secret("a") == Secret("a")
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert len({Secret("a"), Secret("a"), Secret("b")}) == 2


def test_an_order_is_plain_and_not_recorded_unless_it_says_so():
    order = DialOrder(number="600")
    assert (order.access_code, order.record, order.tag, order.reference, order.caller_id) == ("", False, "", "", "")
    assert order == DialOrder(number="600"), "the token that cancels it is no part of it"
    assert "cancel" not in repr(order)
