"""What works on this desktop and what does not: the checks of `traydial doctor`, and the report for a defect.

Each check is a function of a port or a service. The text for people is in `words.checks`, for every `summary`.
"""

from __future__ import annotations

import contextlib
import enum
import os
import platform
import queue
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from traydial import __version__
from traydial.core.adapter import AccountInfo, Kind
from traydial.core.config import Config
from traydial.core.errors import AppError, SecretStoreError, Unsupported
from traydial.core.ports import HotkeyStatus
from traydial.services import accounts
from traydial.services.remote_control import error_answer, error_of

if TYPE_CHECKING:
    from traydial.core.account import Account
    from traydial.core.ports import Hotkeys, LinkHandler, SecretStore, TrayHost
    from traydial.services.calling.pbx_request import Finished
    from traydial.services.calling.pbx_runner import PbxRunner
    from traydial.services.config_store import ConfigStore
    from traydial.services.program import Program
    from traydial.services.registry import Registry

ACCOUNT_DEADLINE_S = 20.0
TRAY_TIMEOUT_S = 3.0
TRAY_CHECKS_TIMEOUT_S = 100.0  # the slowest PBX after the slowest keyring
SCHEMES = ("tel", "callto")
LOG_LINES = 200
TELLING = ("region", "scheme", "handler", "chord", "reason")  # values of checks that the report may hold
DESKTOP_VARIABLES = ("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "LANG")

# A group of digits that is long enough to be a number that was dialled.
_NUMBER: Final = re.compile(r"(?<!\w)\+?[0-9*#][0-9*#()/ .-]{3,}[0-9*#](?!\w)")
_DATE_AND_HOUR: Final = re.compile(r"\d{4}-\d\d-\d\d \d\d")


class State(enum.StrEnum):
    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What one check found. `summary` is a stable id; `error` says more where something failed."""

    id: str
    state: State
    summary: str
    values: Mapping[str, str] = field(default_factory=dict)
    error: AppError | None = None


SUMMARIES = (
    "config_read",
    "config_unreadable",
    "region_known",
    "region_unknown",
    "handler_ours",
    "handler_other",
    "handler_none",
    "handler_unavailable",
    "links_off",
    "keyring_answers",
    "keyring_fails",
    "tray_host_present",
    "tray_host_missing",
    "tray_runs",
    "tray_runs_not",
    "tray_answers_not",
    "hotkey_bound",
    "hotkey_off",
    "hotkey_unbound",
    "accounts_missing",
    "account_reachable",
    "account_reachable_unverified",
    "account_fails",
    "account_in_clear",
)
"""Every `summary` of a check."""


def run(program: Program, *, bound: tuple[HotkeyStatus, ...] | None = None) -> tuple[Check, ...]:
    """Run every check. May take as long as the slowest PBX, up to ACCOUNT_DEADLINE_S; never raises.

    The tray passes the hotkeys that it has `bound`. Other processes let the tray check, which is what they dial
    through; where none runs they check themselves, and try the hotkeys.
    """
    tray: tuple[Check, ...] = ()
    if bound is None:
        status, tray_check = check_tray(program.ask_tray)
        tray = (tray_check,)
        if status and (found := _checks_of_tray(program)):
            return (*tray, *found)
    config, config_check = check_config(program.store)
    if bound is None:
        bound = _hotkeys_of(status) if status is not None else _tried(config, program.desktop.hotkeys)
    return (
        config_check,
        check_region(config, program.desktop.region),
        check_tray_host(program.desktop.tray_host),
        *tray,
        *check_link_handler(program.desktop.link_handler),
        *check_links(config),
        check_keyring(program.desktop.secrets),
        *check_hotkeys(bound),
        *check_accounts(config, program.registry, program.runner),
    )


def check_config(store: ConfigStore) -> tuple[Config, Check]:
    """Return the configuration, or the defaults, and whether it could be read."""
    try:
        config = store.load()
    except AppError as error:
        return Config(), Check(id="config", state=State.FAILED, summary="config_unreadable", error=error)
    return config, Check(id="config", state=State.OK, summary="config_read")


def check_region(config: Config, system_region: str) -> Check:
    """National numbers can be read only where the country is known."""
    region = config.region or system_region
    if region or (config.accounts and all(account.region for account in config.accounts)):
        return Check(id="region", state=State.OK, summary="region_known", values={"region": region})
    return Check(id="region", state=State.WARNING, summary="region_unknown")


def check_tray(ask: Callable[[dict[str, Any], float], dict[str, Any] | None]) -> tuple[dict[str, Any] | None, Check]:
    """Return the status of the tray that runs: None when none does, empty when it does not answer."""
    try:
        status = ask({"command": "status"}, TRAY_TIMEOUT_S)
    except AppError as error:
        return {}, Check(id="tray", state=State.FAILED, summary="tray_answers_not", error=error)
    if status is None:
        return None, Check(id="tray", state=State.WARNING, summary="tray_runs_not")
    return status, Check(id="tray", state=State.OK, summary="tray_runs")


def check_tray_host(host: TrayHost) -> Check:
    """Whether the desktop shows tray icons; without, Traydial works by hotkeys, links and its window."""
    if host.present():
        return Check(id="tray_host", state=State.OK, summary="tray_host_present")
    return Check(id="tray_host", state=State.WARNING, summary="tray_host_missing")


def check_link_handler(handler: LinkHandler) -> Iterator[Check]:
    """Whether a click on a tel: or callto: link comes to us."""
    try:
        statuses = handler.status()
    except Unsupported as error:
        for scheme in SCHEMES:
            state = State.NOT_APPLICABLE
            yield Check(id=f"link_handler.{scheme}", state=state, summary="handler_unavailable", error=error)
        return
    for status in statuses:
        other = "handler_other" if status.handler else "handler_none"
        yield Check(
            id=f"link_handler.{status.scheme}",
            state=State.OK if status.ours else State.WARNING,
            summary="handler_ours" if status.ours else other,
            values={"scheme": status.scheme, "handler": status.handler},
        )


def check_links(config: Config) -> Iterator[Check]:
    """Whether a link that still comes, from an old registration, would be refused."""
    if not config.consent.links:
        yield Check(id="links", state=State.WARNING, summary="links_off")


def check_keyring(secrets: SecretStore) -> Check:
    """Whether the keyring answers; it is asked for a secret that was never stored."""
    try:
        secrets.get("doctor", "probe")
    except SecretStoreError as error:
        return Check(id="keyring", state=State.FAILED, summary="keyring_fails", error=error)
    return Check(id="keyring", state=State.OK, summary="keyring_answers")


def check_hotkeys(found: Iterable[HotkeyStatus]) -> Iterator[Check]:
    """Whether each hotkey is bound, or could be."""
    for hotkey in found:
        state, summary = (State.OK, "hotkey_bound") if hotkey.bound else (State.WARNING, "hotkey_unbound")
        if not hotkey.chord:
            state, summary = State.NOT_APPLICABLE, "hotkey_off"
        values = {"chord": hotkey.chord, "reason": hotkey.reason}
        yield Check(id=f"hotkeys.{hotkey.action}", state=state, summary=summary, values=values)


def answer(check: Check) -> dict[str, Any]:
    """Return a check in the form in which it is sent to another process."""
    told = {"id": check.id, "state": check.state.value, "summary": check.summary, "values": dict(check.values)}
    return {**told, "error": error_answer(check.error)}


def _checks_of_tray(program: Program) -> tuple[Check, ...]:
    """Return what the tray finds; nothing when it does not answer in time, or is of a version without this command."""
    try:
        told = program.ask_tray({"command": "doctor"}, TRAY_CHECKS_TIMEOUT_S) or {}
    except AppError:
        return ()
    return tuple(
        Check(**{**check, "state": State(check["state"]), "error": error_of(check["error"])})
        for check in told.get("checks", ())
    )


def _hotkeys_of(status: Mapping[str, Any]) -> tuple[HotkeyStatus, ...]:
    """Read what the tray said about its hotkeys (docs/cli.md, status)."""
    return tuple(
        HotkeyStatus(action=h["action"], chord=h["chord"], bound=h["bound"], reason=h["reason"])
        for h in status.get("hotkeys", ())
    )


def _tried(config: Config, hotkeys: Hotkeys) -> tuple[HotkeyStatus, ...]:
    """Bind the hotkeys for a moment, which shows whether they are free."""
    chords = {"dial_selection": config.hotkeys.dial_selection, "toggle_recording": config.hotkeys.toggle_recording}
    try:
        return hotkeys.bind(chords, lambda _action: None)
    finally:
        hotkeys.close()


def check_accounts(config: Config, registry: Registry, runner: PbxRunner) -> Iterator[Check]:
    """Whether each account can dial, all asked at the same time; and what is unsafe about it."""
    if not config.accounts:
        yield Check(id="accounts", state=State.WARNING, summary="accounts_missing")
    answers: list[tuple[Account, queue.SimpleQueue[Finished]]] = []
    for account in config.accounts:
        answer: queue.SimpleQueue[Finished] = queue.SimpleQueue()
        runner.check(account, {}, done=answer.put, deadline_s=ACCOUNT_DEADLINE_S)
        answers.append((account, answer))
    for account, answer in answers:
        finished = answer.get()  # the runner answers by the deadline
        values = {"account": account.id}
        check_id = f"accounts.{account.id}.reachable"
        if isinstance(finished.value, AccountInfo):
            summary = "account_reachable" if finished.value.verified else "account_reachable_unverified"
            values["info"] = finished.value.summary
            yield Check(id=check_id, state=State.OK, summary=summary, values=values)
        else:
            yield Check(id=check_id, state=State.FAILED, summary="account_fails", values=values, error=finished.error)
        yield from _encryption(account, registry)


def _encryption(account: Account, registry: Registry) -> Iterator[Check]:
    try:
        warnings = accounts.warnings(account, registry.spec(account.pbx))
    except AppError:  # an unknown PBX: the check above has said so
        return
    for _ in warnings:
        yield Check(
            id=f"accounts.{account.id}.encryption",
            state=State.WARNING,
            summary="account_in_clear",
            values={"account": account.id},
        )


def report(program: Program, checks: tuple[Check, ...]) -> str:
    """Return a text that may be shown to anyone: no secret, no telephone number, no server's name."""
    lines = [
        f"Traydial {__version__}, Python {platform.python_version()}, {platform.platform()}",
        *(f"{name}={os.environ.get(name, '')}" for name in DESKTOP_VARIABLES),
        "",
        *(f"{check.state}: {check.id}: {check.summary}{_details(check)}" for check in checks),
        "",
        *_described(program),
        "",
        *(_NUMBER.sub(_masked, line) for line in program.log()[-LOG_LINES:]),
    ]
    return "\n".join(lines) + "\n"


def _masked(found: re.Match[str]) -> str:
    return found[0] if _DATE_AND_HOUR.fullmatch(found[0]) else "(number)"


def _details(check: Check) -> str:
    """Name what was found and what went wrong, but no account."""
    found = [f"{key} {value}" for key in TELLING if (value := check.values.get(key))]
    if check.error is not None:
        found.append(f"{check.error.code}{f' in {check.error.field}' if check.error.field else ''}")
    return f" ({', '.join(found)})" if found else ""


def _described(program: Program) -> Iterator[str]:
    """Name each account's PBX and the settings that it has; values only where they cannot tell who it is."""
    try:
        config = program.store.load()
    except AppError:
        return
    telling = (Kind.BOOL, Kind.CHOICE)
    for number, account in enumerate(config.accounts, start=1):
        kinds: dict[str, Kind] = {}
        with contextlib.suppress(AppError):  # an unknown PBX: the checks say so
            kinds = {f.key: f.kind for f in program.registry.spec(account.pbx).fields}
        settings = (f"{key}={value}" if kinds.get(key) in telling else key for key, value in account.settings.items())
        yield f"Account {number}: {account.pbx}, region {account.region or 'unset'}, settings: {', '.join(settings)}"
