"""The services of one instance, wired together: what the tray and the command line have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from traydial.core.ports import Autostart, Hotkeys, LinkHandler, ScreenLock, SecretStore, TextReader, TrayHost
    from traydial.services.accounts import Accounts
    from traydial.services.calling.pbx_runner import PbxRunner
    from traydial.services.config_store import ConfigStore
    from traydial.services.history.store import HistoryStore
    from traydial.services.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Desktop:
    """What the operating system gives: the ports of `core.ports`, and the country that it is set to."""

    secrets: SecretStore
    hotkeys: Hotkeys
    text_reader: TextReader
    screen_lock: ScreenLock
    tray_host: TrayHost
    link_handler: LinkHandler
    autostart: Autostart
    region: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Built by `main.assemble`, which is the only place that knows the operating system's side.

    `ask_tray(request, timeout_s)` is the way to the tray that runs; it answers None when none does.
    Nothing of it has been read or connected yet, and only the log is open. `close` ends what is not the caller's own:
    once, by the caller of `assemble`, after every engine that uses it.
    """

    desktop: Desktop
    registry: Registry
    store: ConfigStore
    accounts: Accounts
    runner: PbxRunner
    history: HistoryStore
    now: Callable[[], datetime]
    log: Callable[[], tuple[str, ...]]  # its latest lines, without secrets
    ask_tray: Callable[[dict[str, Any], float], dict[str, Any] | None]
    close: Callable[[], None]
