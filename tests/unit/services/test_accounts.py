from dataclasses import replace

import pytest

from traydial.core.account import Account, Rule, RuleKind
from traydial.core.adapter import Field, Kind, Secret
from traydial.core.errors import ConfigError, SecretStoreError
from traydial.services import accounts
from traydial.services.accounts import Accounts
from traydial.services.config_store import ConfigStore


@pytest.fixture
def store(tmp_path, clock):
    return ConfigStore(tmp_path / "config.toml", now=clock.now)


@pytest.fixture
def forgotten():
    return []


@pytest.fixture
def book(store, keyring, registry, forgotten):
    keyring.secrets.clear()
    return Accounts(store=store, secrets=keyring, registry=registry, redact=Secret, forget=forgotten.append)


@pytest.fixture
def spec(registry):
    return registry.spec("bench")


def secrets(**values):
    return {key: Secret(value) for key, value in values.items()}


def url(*schemes):
    return Field(key="server", kind=Kind.URL, label="Server", schemes=schemes or ("https", "http"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://pbx.example.com", "https://pbx.example.com"),
        ("pbx.example.com", "https://pbx.example.com"),
        (" PBX.example.com:8300/tvox ", "https://pbx.example.com:8300/tvox"),
        ("[2001:db8::1]:8443", "https://[2001:db8::1]:8443"),
        (" HTTPS://PBX.Example.com/ ", "https://pbx.example.com"),
        ("http://10.0.0.5:8300", "http://10.0.0.5:8300"),
        ("https://pbx.example.com/tvox/", "https://pbx.example.com/tvox"),
        ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443"),
    ],
)
def test_addresses_are_kept_in_one_form(typed, kept):
    assert accounts.checked(url(), typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "ftp:/pbx.example.com",
        "ftp://pbx.example.com",
        "javascript:alert(1)",
        "https:pbx.example.com",
        "https://",
        "https://pbx.example.com:99999",
        "https://pbx.example.com:0",
        "https://user:password@pbx.example.com",
        "https://user@pbx.example.com",
        "https://pbx.example.com/?key=1",
        "https://pbx.example.com/#top",
        "https://pbx.example.com/?",
        "https://pbx .example.com",
        "https://pbx.example.com\\@evil.example",
        "https://pbx.example.com\r\nHost: evil",
        "https://[::1",
    ],
)
def test_an_address_that_may_not_be_used_is_refused_with_an_example(typed):
    with pytest.raises(ConfigError) as caught:
        accounts.checked(url(), typed)
    assert (caught.value.code, caught.value.field) == ("setting_invalid", "server")
    assert caught.value.values["reason"]


def test_an_address_may_have_to_be_https():
    with pytest.raises(ConfigError):
        accounts.checked(url("https"), "http://pbx.example.com")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *((word, True) for word in ("yes", "On", "1", "true")),
        *((word, False) for word in ("no", "OFF", "0", "False", "", " ")),
    ],
)
def test_yes_and_no_may_be_typed(spec, typed, value):
    assert accounts.checked(spec.field("auto_answer"), typed) is value


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("auto_answer", "perhaps"),
        ("mode", "sideways"),
        ("extension", "12345"),
        ("extension", "10\x001"),
        ("extension", True),
        ("password", "in the file"),
    ],
)
def test_a_wrong_value_is_tied_to_its_field(spec, key, value):
    with pytest.raises(ConfigError) as caught:
        accounts.checked(spec.field(key), value)
    assert (caught.value.code, caught.value.field) == ("setting_invalid", key)


def test_settings_are_complete_with_defaults(spec, office):
    settings = accounts.settings_of(replace(office, ca_file="/ca.pem"), spec, secrets(password="hush"))
    assert settings.values == {
        "server": "https://pbx.example.com",
        "extension": "",
        "mode": "fast",
        "auto_answer": False,
    }
    assert (settings.ca_file, settings.secret("password")) == ("/ca.pem", Secret("hush"))


@pytest.mark.parametrize(
    ("settings", "code", "field"),
    [
        ({}, "setting_missing", "server"),
        ({"server": "https://pbx.example.com", "colour": "red"}, "setting_unknown", "colour"),
        ({"server": "https://pbx.example.com", "password": "hush"}, "setting_invalid", "password"),
    ],
)
def test_settings_that_do_not_fit_are_refused(spec, office, settings, code, field):
    with pytest.raises(ConfigError) as caught:
        accounts.settings_of(replace(office, settings=settings), spec, secrets(password="hush"))
    assert (caught.value.code, caught.value.field) == (code, field)


def test_plain_http_is_warned_about(spec, office):
    assert accounts.warnings(office, spec) == ()
    plain = replace(office, settings={"server": "HTTP://pbx.example.com"})
    assert accounts.warnings(plain, spec) == ("password_in_clear",)


def test_typed_values_find_their_place():
    account = accounts.account_of("office", "bench", {"label": "Desk", "region": "it", "server": "x", "mode": "slow"})
    assert (account.label, account.region, account.settings) == ("Desk", "it", {"server": "x", "mode": "slow"})


def test_adding_saves_typed_values_and_puts_secrets_into_the_keyring_alone(book, store, keyring, tmp_path):
    values = {"server": "HTTPS://PBX.example.com/", "auto_answer": "yes", "extension": "", "region": "it"}
    book.add(accounts.account_of("office", "bench", values), secrets(password="s3cret-word"))
    (account,) = store.load().accounts
    assert account.settings == {"server": "https://pbx.example.com", "auto_answer": True}
    assert account.region == "IT"
    assert keyring.secrets == {("office", "password"): "s3cret-word"}
    assert all(b"s3cret-word" not in path.read_bytes() for path in tmp_path.iterdir() if path.is_file())


@pytest.mark.parametrize("account_id", ["", "Office", "my office", "-x", "a" * 33, "../x", "büro"])
def test_an_id_is_plain(book, office, account_id):
    with pytest.raises(ConfigError, match="account_id_invalid"):
        book.add(replace(office, id=account_id), secrets(password="hush"))


def test_an_account_is_not_added_twice_and_keeps_its_secrets(book, office, keyring):
    book.add(office, secrets(password="first"))
    with pytest.raises(ConfigError, match="account_exists"):
        book.add(office, secrets(password="second"))
    assert keyring.secrets == {("office", "password"): "first"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"region": "XX"}, "region"),
        ({"region": "Italy"}, "region"),
        ({"outside_prefix": "0,"}, "outside_prefix"),
        ({"ca_file": "/nowhere/ca.pem"}, "ca_file"),
        ({"rules": (Rule(kind=RuleKind.INTERNAL, match="299-200"),)}, "rules[0].match"),
    ],
)
def test_common_values_are_checked_too(book, store, office, change, field):
    with pytest.raises(ConfigError) as caught:
        book.add(replace(office, **change), secrets(password="hush"))
    assert caught.value.field == field
    assert store.load().accounts == ()


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({}, SecretStoreError),
        ({"password": "hush", "colour": "red"}, ConfigError),
        ({"password": "hush", "server": "x"}, ConfigError),
        ({"password": "two\nlines"}, ConfigError),
    ],
)
def test_secrets_are_checked_before_anything_is_kept(book, store, keyring, office, typed, error):
    with pytest.raises(error):
        book.add(office, secrets(**typed))
    assert keyring.secrets == {}
    assert store.load().accounts == ()


def test_a_locked_keyring_saves_nothing(book, store, keyring, office):
    keyring.lock()
    with pytest.raises(SecretStoreError, match="secret_store_locked"):
        book.add(office, secrets(password="hush"))
    assert store.load().accounts == ()


def test_secrets_go_back_to_what_they_were_when_the_file_cannot_be_written(book, store, keyring, office, tmp_path):
    book.add(office, secrets(password="first"))
    (tmp_path / ".config.toml.lock").unlink()
    (tmp_path / ".config.toml.lock").symlink_to(tmp_path / "missing" / "lock")
    with pytest.raises(ConfigError, match="config_unreadable"):
        book.change(replace(office, label="Desk"), secrets(password="second", token="new"))
    with pytest.raises(ConfigError, match="config_unreadable"):
        book.remove("office")
    assert keyring.secrets == {("office", "password"): "first"}
    assert store.load().account("office").label == ""


def test_a_change_keeps_the_secrets_that_were_not_typed_again(book, keyring, office):
    book.add(office, secrets(password="first"))
    config = book.change(replace(office, label="Desk"), secrets(token="new"))
    assert config.account("office").title == "Desk"
    assert keyring.secrets == {("office", "password"): "first", ("office", "token"): "new"}


def test_removing_forgets_the_secrets_and_what_the_adapter_remembers_too(book, keyring, office, forgotten):
    book.add(office, secrets(password="first", token="second"))
    assert book.remove("office").accounts == ()
    assert keyring.secrets == {}
    assert forgotten == ["office"]


def test_an_account_is_not_removed_while_its_secrets_cannot_be(book, store, keyring, office):
    book.add(office, secrets(password="first"))
    keyring.lock()
    with pytest.raises(SecretStoreError):
        book.remove("office")
    assert store.load().account("office") == office


def test_the_default_account_is_chosen(book, office):
    book.add(office, secrets(password="hush"))
    book.add(replace(office, id="home"), secrets(password="hush"))
    assert book.make_default("home").account().id == "home"
    with pytest.raises(ConfigError, match="account_unknown"):
        book.make_default("moon")


def test_an_account_of_an_unknown_pbx_is_refused(book):
    with pytest.raises(ConfigError, match="pbx_unknown"):
        book.add(Account(id="office", pbx="nothing"), {})


def test_without_a_keyring_an_account_that_needs_no_secret_works(book, spec, keyring, office):
    keyring.error = SecretStoreError("secret_store_missing")
    with pytest.raises(SecretStoreError, match="secret_store_missing"):
        accounts.load_secrets(spec, "office", keyring, {})
    free = replace(spec, fields=tuple(replace(f, required=False) for f in spec.fields))
    assert accounts.load_secrets(free, "office", keyring, {}) == {}
    keyring.lock()
    with pytest.raises(SecretStoreError, match="secret_store_locked"):
        accounts.load_secrets(free, "office", keyring, {})
