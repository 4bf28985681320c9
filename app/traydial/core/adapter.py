"""The contract of an adapter: how a PBX declares itself as data, and what its class must do.

An adapter module exports `SPEC` (an `AdapterSpec`, readable without I/O; forms, command line, checks and
documentation are generated from it) and a class `Adapter` that fulfils the protocol below.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from traydial.core.call import CallRef, CallUpdate
from traydial.core.dialplan.rules import NumberRules
from traydial.core.errors import ConfigError

API_VERSION = 1


class Capability(enum.Flag):
    """What a PBX can do; what is absent is greyed in the tray with the reason."""

    DIAL = enum.auto()
    HANG_UP = enum.auto()
    RECORD_AT_DIAL = enum.auto()
    RECORD_DURING_CALL = enum.auto()
    TAG = enum.auto()
    REFERENCE = enum.auto()
    LIVE_STATE = enum.auto()  # the PBX reports the state of a call


RECORDS = Capability.RECORD_AT_DIAL | Capability.RECORD_DURING_CALL


class Kind(enum.StrEnum):
    """What a field holds, and so how it is shown, checked and stored."""

    TEXT = "text"
    URL = "url"
    BOOL = "bool"
    CHOICE = "choice"
    # The only way to declare a secret: it lives in the OS keyring and nowhere else.
    SECRET = "secret"  # noqa: S105 - the name of a kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One setting of an account.

    `label` and `help` are English text marked with QT_TRANSLATE_NOOP; `help` says where to find the value.
    `pattern` must match the whole value; `hint` says in words what the pattern wants and gives an example.
    """

    key: str
    kind: Kind = Kind.TEXT
    label: str
    help: str = ""
    default: str | bool = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    hint: str = ""
    schemes: tuple[str, ...] = ("https", "http")
    advanced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AdapterSpec:
    """A PBX, declared. `tested` names the versions or documents the adapter was checked against.

    `record_field` is the setting by which every call is to be recorded: `DialOrder.record` says so, not the adapter.
    """

    id: str
    name: str
    capabilities: Capability
    fields: tuple[Field, ...]
    number_rules: NumberRules = field(default_factory=NumberRules)
    record_field: str | None = None
    absent: Mapping[Capability, str] = field(default_factory=dict)  # why a capability is absent, marked text
    docs: str = ""
    tested: tuple[str, ...] = ()
    api: int = API_VERSION

    def field(self, key: str) -> Field:
        """Return the field `key`. Raises ConfigError(setting_unknown)."""
        for candidate in self.fields:
            if candidate.key == key:
                return candidate
        raise ConfigError("setting_unknown", field=key, known=", ".join(f.key for f in self.fields))


class Secret:
    """A secret on its way from the keyring to the wire. It has no text form but `reveal()`."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the plain value: for the request that needs it, never to be kept, logged or shown."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(***)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSettings:
    """An account's values, checked against its SPEC and completed with defaults; `secrets` hold only what is set."""

    values: Mapping[str, str | bool]
    secrets: Mapping[str, Secret] = field(default_factory=dict)
    ca_file: str = ""  # PEM file that the server's certificate is checked against, instead of the system's store

    def text(self, key: str) -> str:
        return str(self.values.get(key, ""))

    def flag(self, key: str) -> bool:
        return self.values.get(key, False) is True

    def secret(self, key: str) -> Secret | None:
        return self.secrets.get(key)


class CancelToken(Protocol):
    """Says whether the user has cancelled a request; the program sets it once, from any thread."""

    @property
    def cancelled(self) -> bool: ...

    def wait(self, timeout_s: float) -> bool:
        """Wait until the token is set, at most `timeout_s`. Returns whether it is set."""
        ...

    def check(self, *, sent: bool = False) -> None:
        """Raise Cancelled when the token is set."""
        ...

    def interrupting(self, interrupt: Callable[[], None]) -> AbstractContextManager[None]:
        """While inside, what sets the token also calls `interrupt`, on its thread. Raises Cancelled if it is set."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DialOrder:
    """One call to place: what the dial plan and the user decided, in the adapter's hands exactly once."""

    number: str
    access_code: str = ""
    record: bool = False
    tag: str = ""
    reference: str = ""
    caller_id: str = ""  # from the dial plan's caller ID rules; empty: the account's own
    cancel: CancelToken | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountInfo:
    """What `check` learned: a line for the user, and facts such as the PBX version."""

    summary: str = ""  # the PBX's own words, e.g. its version; plain text
    facts: Mapping[str, str] = field(default_factory=dict)
    verified: bool = True  # False: the vendor documents no harmless request, only reachability was shown


class Context(Protocol):
    """What an adapter may use besides core and wire; implemented by `services.calling.pbx_runner`."""

    @property
    def account_id(self) -> str: ...

    @property
    def user_name(self) -> str:
        """The desktop user's name, for reference templates."""
        ...

    def now(self) -> datetime:
        """Wall time with time zone, for templates and token lifetimes."""
        ...

    def redact(self, value: str) -> Secret:
        """Wrap a token learned at run time, so that no log can show it."""
        ...

    def recall(self, key: str) -> str | None:
        """A fact remembered for this account (never a secret), across restarts."""
        ...

    def remember(self, key: str, value: str) -> None: ...


class Adapter(Protocol):
    """One account's connection to its PBX.

    Methods are plain and blocking and raise AppError only. `dial` runs on the account's worker; the others may
    run at the same time on its urgent thread, so state that both touch is guarded. Methods of an absent capability
    are absent too.
    """

    def __init__(self, settings: AccountSettings, ctx: Context) -> None:
        """Keep the settings; no I/O."""
        ...

    def warm(self) -> None:
        """Do what can be done before the first call (connect, log in), placing none. Errors are harmless here."""
        ...

    def check(self) -> AccountInfo:
        """Show that the account can dial, without a call. Raises AppError tied to the field that is wrong."""
        ...

    def dial(self, order: DialOrder) -> CallRef:
        """Place the call once. After bytes may have left, an unclear end is OutcomeUnknown and never retried."""
        ...

    def hang_up(self, call: CallRef) -> None: ...

    def start_recording(self, call: CallRef, *, tag: str = "") -> CallRef:
        """Start recording; returns the reference with what was learned on the way."""
        ...

    def stop_recording(self, call: CallRef) -> CallRef: ...

    def watch(self, call: CallRef, cancel: CancelToken) -> Iterator[CallUpdate]:
        """Yield what the PBX reports about the call until it has ended, or nothing more will be reported.

        Runs on a thread of its own and waits between two news (`cancel.wait`), with back-off where it has to poll. An
        AppError ends it: the call's state is then unknown, which the program shows.
        """
        ...

    def close(self) -> None:
        """Close connections. Idempotent."""
        ...
