"""What the program needs from the operating system; `system` implements it, `main` plugs it in."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from traydial.core.adapter import Secret


class SecretStore(Protocol):
    """The OS keyring. Every call may block up to its deadline, so never call it on the GUI thread.

    Each raises SecretStoreError: locked, missing, unavailable or timed out.
    """

    def get(self, account_id: str, field: str) -> Secret | None: ...

    def set(self, account_id: str, field: str, secret: Secret) -> None: ...

    def delete(self, account_id: str, field: str) -> None:
        """Forget the secret; no error when there is none."""
        ...


class TextSource(enum.StrEnum):
    SELECTION = "selection"  # X11 PRIMARY first, then the clipboard
    CLIPBOARD = "clipboard"


class TextReader(Protocol):
    """Reads text that another program offers, within 300 ms and off the GUI thread."""

    def read(self, source: TextSource) -> str:
        """Return the text. Raises SelectionError."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class HotkeyStatus:
    """Whether a chord is bound; `reason` is empty or one of taken | invalid | unavailable | duplicate."""

    action: str
    chord: str
    bound: bool
    reason: str = ""


class Hotkeys(Protocol):
    """Global hotkeys. Callbacks run on the back end's own thread."""

    def bind(self, chords: dict[str, str], pressed: Callable[[str], None]) -> tuple[HotkeyStatus, ...]:
        """Replace all bindings: action -> chord; an empty chord is off. Never raises: the status says what failed."""
        ...

    def close(self) -> None: ...


class ScreenLock(Protocol):
    def is_locked(self) -> bool:
        """Whether the session is locked now; False where the desktop cannot tell."""
        ...


class TrayHost(Protocol):
    def present(self) -> bool:
        """Whether this desktop has a place for tray icons now."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeStatus:
    """One scheme ("tel"): `handler` is the current default's name or "", `ours` whether that is Traydial."""

    scheme: str
    handler: str
    ours: bool


class LinkHandler(Protocol):
    """Registration for tel: and callto:. Each raises Unsupported(desktop_unsupported) where it cannot be done."""

    def status(self) -> tuple[SchemeStatus, ...]: ...

    def install(self) -> None: ...

    def remove(self) -> None: ...


class Autostart(Protocol):
    def enabled(self) -> bool: ...

    def set_enabled(self, enabled: bool) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """What the desktop shows for us; plain text throughout.

    `actions` are (id, text), the most important first, and `needs_actions` says that it is no use without them.
    `insistent`: even for a person who does not want to be disturbed. `stays_ms` 0: until it is read.
    """

    title: str
    body: str = ""
    icon: str = ""  # path of a picture
    actions: tuple[tuple[str, str], ...] = ()
    needs_actions: bool = False
    insistent: bool = False
    stays_ms: int = 0


class NotificationOutcome(enum.StrEnum):
    ACTED = "acted"  # the person pressed `action`, and the notification is gone
    DISMISSED = "dismissed"  # closed by the person
    CLOSED = "closed"  # because its time was over
    NOT_SHOWN = "not_shown"  # the desktop does not show it, or no longer: it is for us to show it


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationEvent:
    """What became of the notification `key`. `quiet`, with NOT_SHOWN: the person does not want to be disturbed."""

    key: str
    outcome: NotificationOutcome
    action: str = ""
    quiet: bool = False


class Notifier(Protocol):
    """The desktop's notification service. Every method returns at once; call them on one thread.

    Where the service cannot show a notification, NOT_SHOWN follows within 300 ms, also when it hangs.
    """

    def listen(self, told: Callable[[NotificationEvent], None]) -> None:
        """Call `told`, on a thread of the notifier's, with every event. Before the other methods."""
        ...

    def show(self, key: str, notification: Notification) -> None:
        """Show `notification`, in the place of the one that is shown as `key`."""
        ...

    def consult(self, key: str) -> None:
        """Show nothing; NOT_SHOWN follows and says whether the person wants quiet."""
        ...

    def withdraw(self, key: str) -> None:
        """Close the notification; no event about it follows."""
        ...

    def close(self) -> None:
        """Take every notification down and end, within half a second."""
        ...
