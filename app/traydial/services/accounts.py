"""Accounts: their values checked against what their PBX declares, their secrets kept in the OS keyring."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from traydial.core.account import COMMON_KEYS, Account, RuleKind
from traydial.core.adapter import RECORDS, AccountSettings, AdapterSpec, Field, Kind, Secret
from traydial.core.dialplan.rules import check_rules
from traydial.core.errors import ConfigError, SecretStoreError
from traydial.core.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from traydial.core.config import Config
    from traydial.core.ports import SecretStore
    from traydial.services.config_store import ConfigStore
    from traydial.services.registry import Registry

_ACCOUNT_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")
_WITHOUT_SCHEME: Final = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^/:\[\]]+)(:\d+)?(/|$)")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_BOOLS: Final = {
    "true": True,
    "yes": True,
    "on": True,
    "1": True,
    "false": False,
    "no": False,
    "off": False,
    "0": False,
}

_NOT_A_BOOL: Final = QT_TRANSLATE_NOOP("accounts", "it must be yes or no")
_NOT_A_CHOICE: Final = QT_TRANSLATE_NOOP("accounts", "it is not one of the choices")
_NOT_TEXT: Final = QT_TRANSLATE_NOOP("accounts", "it must be text, in quotes")
_HAS_CONTROL: Final = QT_TRANSLATE_NOOP("accounts", "it contains an invisible character")
_WRONG_SHAPE: Final = QT_TRANSLATE_NOOP("accounts", "it does not have the right form")
_WRONG_SCHEME: Final = QT_TRANSLATE_NOOP("accounts", "the address does not begin as it must")
_NO_HOST: Final = QT_TRANSLATE_NOOP("accounts", "the address names no server, or no valid port")
_HAS_USER: Final = QT_TRANSLATE_NOOP("accounts", "the address must not contain a user name or password")
_HAS_QUERY: Final = QT_TRANSLATE_NOOP("accounts", "the address must end before ? and #")
_SECRET_IN_FILE: Final = QT_TRANSLATE_NOOP("accounts", "a secret belongs in the keyring, not in the settings")
_UNKNOWN_REGION: Final = QT_TRANSLATE_NOOP("accounts", "it is not a two-letter country code")
_NOT_RECORDED: Final = QT_TRANSLATE_NOOP("accounts", "this PBX records no calls")
_NO_FILE: Final = QT_TRANSLATE_NOOP("accounts", "there is no such file")


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountDraft:
    """An account as its form holds it. `secrets` are those typed now; a secret that is absent stays as it is stored."""

    account: Account
    secrets: Mapping[str, Secret] = field(default_factory=dict)


class Accounts:
    """Adds, changes and removes accounts. Methods block on disk and keyring: never on the GUI thread.

    Each returns the new configuration. When one raises (ConfigError, SecretStoreError), nothing has changed.
    `redact` keeps a secret that was typed out of the log. `forget` drops what the adapter of an account remembers.
    """

    def __init__(
        self,
        *,
        store: ConfigStore,
        secrets: SecretStore,
        registry: Registry,
        redact: Callable[[str], Secret],
        forget: Callable[[str], None],
    ) -> None:
        self._store = store
        self._secrets = secrets
        self._registry = registry
        self._redact = redact
        self._forget = forget

    def add(self, account: Account, typed: Mapping[str, Secret]) -> Config:
        """Save a new account with its secrets; the first account becomes the default."""
        if not _ACCOUNT_ID.fullmatch(account.id):
            raise ConfigError("account_id_invalid", account=account.id)
        if any(known.id == account.id for known in self._store.load().accounts):
            raise ConfigError("account_exists", account=account.id)
        return self._save(account, typed, {})

    def change(self, account: Account, typed: Mapping[str, Secret]) -> Config:
        """Save a changed account; secrets that were not typed again stay."""
        before = self._store.load().account(account.id)
        stored = load_secrets(self._registry.spec(before.pbx), account.id, self._secrets, {})
        return self._save(account, typed, stored)

    def remove(self, account_id: str) -> Config:
        """Forget an account, its secrets, and what its adapter remembers."""
        account = self._store.load().account(account_id)
        stored = load_secrets(self._registry.spec(account.pbx), account_id, self._secrets, {})
        with self._restoring(account_id, stored, stored):
            for key in stored:
                self._secrets.delete(account_id, key)
            config = self._store.update(lambda config: config.without_account(account_id))
        self._forget(account_id)
        return config

    def make_default(self, account_id: str) -> Config:
        def change(config: Config) -> Config:
            return replace(config, default_account=config.account(account_id).id)

        return self._store.update(change)

    def _save(self, account: Account, typed: Mapping[str, Secret], stored: Mapping[str, Secret]) -> Config:
        spec = self._registry.spec(account.pbx)
        typed = {key: self._redact(secret.reveal()) for key, secret in typed.items()}
        for key, secret in typed.items():
            f = spec.field(key)
            if f.kind is not Kind.SECRET:
                raise ConfigError("setting_unknown", field=key, known=", ".join(_secret_keys(spec)))
            if _CONTROL.search(secret.reveal()):
                raise _invalid(f.key, _HAS_CONTROL)
        whole = normalised(account, spec)
        settings_of(whole, spec, {**stored, **typed})
        with self._restoring(account.id, typed, stored):
            for key, secret in typed.items():
                self._secrets.set(account.id, key, secret)
            return self._store.update(lambda config: config.with_account(whole))

    @contextlib.contextmanager
    def _restoring(
        self, account_id: str, touched: Mapping[str, Secret], stored: Mapping[str, Secret]
    ) -> Iterator[None]:
        """When the body raises, put the `touched` secrets back to what was stored."""
        try:
            yield
        except BaseException:
            for key in touched:
                with contextlib.suppress(SecretStoreError):  # the first error is the one to tell
                    if key in stored:
                        self._secrets.set(account_id, key, stored[key])
                    else:
                        self._secrets.delete(account_id, key)
            raise


def account_of(account_id: str, pbx_id: str, values: Mapping[str, str | bool]) -> Account:
    """Make an account from values as they were typed, the common keys (label, region, ...) among the PBX's own."""
    common = {key: str(values.get(key, "")).strip() for key in COMMON_KEYS}
    return Account(
        id=account_id,
        pbx=pbx_id,
        label=common["label"],
        region=common["region"],
        outside_prefix=common["outside_prefix"],
        ca_file=common["ca_file"],
        settings={key: value for key, value in values.items() if key not in COMMON_KEYS},
    )


def normalised(account: Account, spec: AdapterSpec) -> Account:
    """Return the account as it is saved: typed values, no empty ones. Raises ConfigError tied to a field."""
    region = account.region.strip().upper()
    if region:
        from traydial.core.number.numbering import REGIONS

        if region not in REGIONS:
            raise _invalid("region", _UNKNOWN_REGION, "IT")
    if account.ca_file:
        from pathlib import Path

        if not Path(account.ca_file).is_file():
            raise _invalid("ca_file", _NO_FILE)
    settings = {key: checked(spec.field(key), value) for key, value in account.settings.items()}
    return replace(account, region=region, settings={key: value for key, value in settings.items() if value != ""})


def settings_of(account: Account, spec: AdapterSpec, secrets: Mapping[str, Secret]) -> AccountSettings:
    """Return the account's values complete with defaults. Raises ConfigError or SecretStoreError tied to a field."""
    check_rules(account.rules, account.outside_prefix)
    for index, rule in enumerate(account.rules):
        if rule.kind is RuleKind.RECORD and rule.use.strip() == "on" and not spec.capabilities & RECORDS:
            raise _invalid(f"rules[{index}].use", _NOT_RECORDED)
    for key in account.settings:
        spec.field(key)
    values = {
        f.key: checked(f, account.settings.get(f.key, f.default))
        for f in spec.fields
        if f.kind is not Kind.SECRET or f.key in account.settings
    }
    for f in spec.fields:
        if f.kind is Kind.SECRET and f.required and f.key not in secrets:
            raise SecretStoreError("secret_missing", field=f.key)
    return AccountSettings(values=values, secrets=dict(secrets), ca_file=account.ca_file)


def load_secrets(
    spec: AdapterSpec, account_id: str, store: SecretStore, typed: Mapping[str, Secret]
) -> dict[str, Secret]:
    """Return the account's secrets, `typed` ones before stored ones. May block; raises SecretStoreError.

    Where no keyring runs at all, nothing can have been stored: an account that needs no secret works there.
    """
    secrets = dict(typed)
    for f in spec.fields:
        if f.kind is not Kind.SECRET or f.key in secrets:
            continue
        try:
            stored = store.get(account_id, f.key)
        except SecretStoreError as error:
            if f.required or error.code != "secret_store_missing":
                raise
        else:
            if stored is not None:
                secrets[f.key] = stored
    return secrets


def warnings(account: Account, spec: AdapterSpec) -> tuple[str, ...]:
    """Return what the user should know about an account that is right: `password_in_clear` for plain http."""
    urls = (str(account.settings.get(f.key, f.default)) for f in spec.fields if f.kind is Kind.URL)
    in_clear = bool(_secret_keys(spec)) and any(url.lower().startswith("http://") for url in urls)
    return ("password_in_clear",) if in_clear else ()


def checked(f: Field, value: str | bool) -> str | bool:
    """Return `value` as its field wants it; a BOOL may come as text. Raises ConfigError tied to the field."""
    if f.kind is Kind.SECRET:
        raise _invalid(f.key, _SECRET_IN_FILE)
    if f.kind is Kind.BOOL:
        known = value if isinstance(value, bool) else _BOOLS.get(value.strip().lower() or "false")
        if known is None:
            raise _invalid(f.key, _NOT_A_BOOL, "yes, no")
        return known
    if isinstance(value, bool):
        raise _invalid(f.key, _NOT_TEXT, f.hint)
    text = value.strip()
    if not text and f.required:
        raise ConfigError("setting_missing", field=f.key)
    if not text:
        return ""
    if _CONTROL.search(text):
        raise _invalid(f.key, _HAS_CONTROL, f.hint)
    if f.kind is Kind.URL:
        text = _url(f, text)
    if f.kind is Kind.CHOICE and text not in f.choices:
        raise _invalid(f.key, _NOT_A_CHOICE, ", ".join(filter(None, f.choices)))
    if f.pattern and not re.fullmatch(f.pattern, text):
        raise _invalid(f.key, _WRONG_SHAPE, f.hint)
    return text


def _url(f: Field, text: str) -> str:
    from urllib.parse import urlsplit

    schemes = " · ".join(f"{scheme}://pbx.example.com" for scheme in f.schemes)
    if _WITHOUT_SCHEME.match(text):
        text = f"{f.schemes[0]}://{text}"
    try:
        url = urlsplit(text)
        host, port = url.hostname, url.port
    except ValueError:
        raise _invalid(f.key, _NO_HOST, schemes) from None
    if url.scheme.lower() not in f.schemes or not text.lower().startswith(f"{url.scheme.lower()}://"):
        raise _invalid(f.key, _WRONG_SCHEME, schemes)
    if not host or port == 0 or re.search(r"[\s\\]", text):
        raise _invalid(f.key, _NO_HOST, schemes)
    if url.username is not None or url.password is not None:
        raise _invalid(f.key, _HAS_USER, schemes)
    if "?" in text or "#" in text:
        raise _invalid(f.key, _HAS_QUERY, schemes)
    place = f"[{host}]" if ":" in host else host
    return f"{url.scheme.lower()}://{place}{'' if port is None else f':{port}'}{url.path.rstrip('/')}"


def _secret_keys(spec: AdapterSpec) -> tuple[str, ...]:
    return tuple(f.key for f in spec.fields if f.kind is Kind.SECRET)


def _invalid(key: str, reason: str, example: str = "") -> ConfigError:
    return ConfigError("setting_invalid", field=key, reason=reason, example=example)
