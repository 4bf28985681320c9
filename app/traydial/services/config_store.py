"""The configuration file: read, checked, migrated, and written so that no version is lost."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeAlias

from traydial import files
from traydial.core.config import VERSION, Config
from traydial.core.errors import ConfigError
from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.core.setting import declared
from traydial.services import toml_text

Raw: TypeAlias = dict[str, Any]

# version -> what makes the next version's raw dict out of it


def _from_version_1(raw: Raw) -> Raw:
    """Version 2 names the call popup `popup` and the dial window `dial_window`."""
    ui = dict(raw["ui"]) if isinstance(raw.get("ui"), dict) else {}
    if "bubble" in ui:
        ui["popup"] = ui.pop("bubble")
    if ui.get("left_click") == "palette":
        ui["left_click"] = "dial_window"
    return {**raw, "version": 2, **({"ui": ui} if "ui" in raw else {})}


MIGRATIONS: Final[Mapping[int, Callable[[Raw], Raw]]] = {1: _from_version_1}
"""From each version to the next; an administrator's policy, which names no version, goes through all of them."""

_NEWER: Final = QT_TRANSLATE_NOOP("config_store", "it was written by a newer Traydial")
_TWICE: Final = QT_TRANSLATE_NOOP("config_store", "two accounts have the same id")


class ConfigStore:
    """`config.toml`, readable by its owner alone; the one before it stays in `config.toml.bak`.

    Usable from any thread and by several processes; methods block on the disk. Each raises
    ConfigError(config_unreadable), `field` being the path of the bad value. A file that does not decode is renamed to
    `config.toml.broken-<time>` first: it is never overwritten, and the next `load` gives the defaults. Keys that this
    version does not know are kept, and so are comments.

    What an administrator has written into `policy`, a file of the same form without accounts, stands before what the
    user chose: any setting that `core.config` declares. The user's own choice is kept in the user's file.
    """

    def __init__(self, path: Path, *, now: Callable[[], datetime], policy: Path | None = None) -> None:
        self._path = path
        self._now = now
        self._policy = policy

    def load(self) -> Config:
        """Return the configuration in effect; the defaults where there is no file.

        A policy that cannot be read is an error too: without it, something may be allowed that must not be.
        """
        with self._disk_errors():
            raw, pinned = self._read(), self._read_policy()
            try:
                return self._decode(_laid_over(raw, pinned), from_user=not pinned)
            except ConfigError:
                if pinned:
                    self._decode(raw)  # if the user's own file is the broken one, it is set aside and named
                raise

    def pinned(self) -> frozenset[str]:
        """Return the keys of the settings that the administrator has decided, such as "consent.level"."""
        with self._disk_errors():
            return frozenset(self._read_policy())

    def update(self, change: Callable[[Config], Config]) -> Config:
        """Read, `change`, write and return the configuration; no other writer comes between."""
        with self._disk_errors(), files.locked(self._path.with_name(f".{self._path.name}.lock")):
            raw = self._read()
            config = change(self._decode(raw))
            before = self._path.read_text(encoding="utf-8-sig") if raw else ""
            new = _without_pinned(_encode(config, raw), raw, self._read_policy())
            text = toml_text.edited(before, _without_defaults(new, raw, _encode(Config(), {})) if raw else new)
            backup = self._path.with_name(f"{self._path.name}.bak")
            files.replace(self._path, text.encode(), backup=backup)
            return config

    def _read(self) -> Raw:
        import tomllib

        try:
            return _migrated(tomllib.loads(self._path.read_bytes().decode("utf-8-sig")))
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError) as error:
            raise self._set_aside(str(error)) from None

    def _read_policy(self) -> Raw:
        """Return key -> value of the settings that are pinned."""
        import tomllib

        if self._policy is None:
            return {}
        try:
            raw = tomllib.loads(self._policy.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError) as error:
            raise ConfigError("config_unreadable", path=self._policy.name, reason=str(error)) from None
        return dict(_settings_in(_from_version_1(raw)))

    def _decode(self, raw: Raw, *, from_user: bool = True) -> Config:
        import msgspec

        if raw.get("version", VERSION) != VERSION:
            raise ConfigError("config_unreadable", field="version", path=self._path.name, reason=_NEWER)
        try:
            config = msgspec.convert(raw, Config)
        except msgspec.ValidationError as error:
            reason, _, place = str(error).partition(" - at `$.")
            field = place.rstrip("`") or None
            if not from_user and self._policy is not None:
                raise ConfigError("config_unreadable", field=field, path=self._policy.name, reason=reason) from None
            raise self._set_aside(reason, field) from None
        if len({account.id for account in config.accounts}) < len(config.accounts):
            raise self._set_aside(_TWICE, "accounts")
        return config

    def _set_aside(self, reason: str, field: str | None = None) -> ConfigError:
        """Rename the file; another process may have done so already."""
        aside = self._path.with_name(f"{self._path.name}.broken-{self._now():%Y%m%dT%H%M%S%f}")
        with contextlib.suppress(FileNotFoundError):
            self._path.rename(aside)
        return ConfigError("config_unreadable", field=field, path=aside.name, reason=reason)

    @contextlib.contextmanager
    def _disk_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise ConfigError("config_unreadable", path=self._path.name, reason=reason) from None


def _migrated(raw: Raw) -> Raw:
    """Bring a raw configuration to this version, one version at a time."""
    while (migrate := MIGRATIONS.get(raw.get("version", VERSION))) is not None:
        raw = migrate(raw)
    return raw


def _encode(config: Config, before: Raw) -> Raw:
    """Return the raw form of `config`, with the keys of `before` that it does not know."""
    import msgspec

    known: Raw = msgspec.json.decode(msgspec.json.encode(config))  # lists where to_builtins leaves tuples
    old_accounts = {account["id"]: account for account in before.get("accounts", ())}
    accounts = [_with_unknown(account, old_accounts.get(account["id"], {})) for account in known.pop("accounts")]
    whole = {
        key: _with_unknown(value, before.get(key, {})) if isinstance(value, dict) else value
        for key, value in known.items()
    }
    whole = _with_unknown(whole, {key: value for key, value in before.items() if key != "accounts"})
    return whole | {"accounts": [{k: v for k, v in account.items() if v not in ("", {}, [])} for account in accounts]}


def _settings_in(raw: Raw) -> Iterator[tuple[str, Any]]:
    """Yield key and value of each declared setting that `raw` has."""
    for setting in declared(Config):
        section, _, name = setting.key.rpartition(".")
        holder = raw.get(section) if section else raw
        if isinstance(holder, dict) and name in holder:
            yield setting.key, holder[name]


def _laid_over(raw: Raw, values: Raw) -> Raw:
    """Return `raw` with these values of settings, by key."""
    for key, value in values.items():
        section, _, name = key.rpartition(".")
        holder = raw.get(section, {}) if section else raw
        if isinstance(holder, dict):  # else the user's file is broken, which decoding reports
            raw = raw | ({section: holder | {name: value}} if section else {name: value})
    return raw


def _without_pinned(new: Raw, before: Raw, policy: Raw) -> Raw:
    """Return `new` with the user's own choice where the administrator's is in effect."""
    for key in policy:
        section, _, name = key.rpartition(".")
        if section:
            new = new | {section: {k: v for k, v in new.get(section, {}).items() if k != name}}
        else:
            new = {k: v for k, v in new.items() if k != name}
    return _laid_over(new, {key: value for key, value in _settings_in(before) if key in policy})


def _without_defaults(new: Raw, before: Raw, defaults: Raw) -> Raw:
    """Return `new` without what the user's file does not name and is as it is without a file."""
    kept = {}
    for key, value in new.items():
        if isinstance(value, dict) and isinstance(defaults.get(key), dict):
            if rest := _without_defaults(value, before.get(key, {}), defaults[key]):
                kept[key] = rest
        elif key in before or key not in defaults or value != defaults[key]:
            kept[key] = value
    return kept


def _with_unknown(known: Raw, before: Raw) -> Raw:
    return known | {key: value for key, value in before.items() if key not in known}
