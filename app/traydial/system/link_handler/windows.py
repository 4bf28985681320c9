"""Links on Windows: a table of registry values, and the settings page on which the person makes the choice.

No program may choose itself. Source: Microsoft, "Default Programs", "Registering an Application to a URI Scheme",
"Launch the Default Apps settings page" (learn.microsoft.com).
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from traydial.core.errors import Unsupported
from traydial.core.ports import SchemeStatus
from traydial.system.link_handler import SCHEMES

PROG_ID = "Traydial.Url"
CLASS_KEY = rf"Software\Classes\{PROG_ID}"
PROGRAM_KEY = r"Software\Traydial"
CAPABILITIES_KEY = rf"{PROGRAM_KEY}\Capabilities"
REGISTERED_KEY = r"Software\RegisteredApplications"
CHOICE_KEY = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\{scheme}\UserChoice"
SETTINGS_PAGE = "ms-settings:defaultapps?registeredAppUser=Traydial"


@dataclass(frozen=True, slots=True)
class RegistryValue:
    """A string below HKEY_CURRENT_USER; an empty name is the key's default value."""

    key: str
    name: str
    text: str


def registry_values(command: tuple[str, ...], icon: Path) -> tuple[RegistryValue, ...]:
    """Return all that makes `command` a program that Windows offers for our schemes."""
    return (
        RegistryValue(CLASS_KEY, "", "URL:Traydial"),
        RegistryValue(CLASS_KEY, "URL Protocol", ""),
        RegistryValue(rf"{CLASS_KEY}\Application", "ApplicationName", "Traydial"),
        RegistryValue(rf"{CLASS_KEY}\DefaultIcon", "", f"{icon},0"),
        RegistryValue(rf"{CLASS_KEY}\shell\open\command", "", f'{subprocess.list2cmdline(command)} "%1"'),
        RegistryValue(CAPABILITIES_KEY, "ApplicationName", "Traydial"),
        RegistryValue(CAPABILITIES_KEY, "ApplicationDescription", "Click a number anywhere, and your phone rings"),
        *(RegistryValue(rf"{CAPABILITIES_KEY}\URLAssociations", scheme, PROG_ID) for scheme in SCHEMES),
        RegistryValue(REGISTERED_KEY, "Traydial", CAPABILITIES_KEY),
    )


class WindowsLinkHandler:
    """`winreg` is the module of that name; `open_page` opens a URI; `associations_changed` tells the shell."""

    def __init__(
        self,
        values: tuple[RegistryValue, ...],
        *,
        winreg: Any,
        open_page: Callable[[str], None],
        associations_changed: Callable[[], None],
    ) -> None:
        self._values = values
        self._winreg = winreg
        self._open_page = open_page
        self._associations_changed = associations_changed

    def status(self) -> tuple[SchemeStatus, ...]:
        statuses = []
        for scheme in SCHEMES:
            try:
                with self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, CHOICE_KEY.format(scheme=scheme)) as key:
                    handler = str(self._winreg.QueryValueEx(key, "ProgId")[0])
            except OSError:  # nothing chosen yet
                handler = ""
            ours = handler == PROG_ID and self._is_registered()  # the choice stays when the chosen program is removed
            statuses.append(SchemeStatus(scheme=scheme, handler=handler, ours=ours))
        return tuple(statuses)

    def install(self) -> None:
        """Write the table, and show the page on which Traydial can be chosen.

        Raises Unsupported(choose_default_app) when all is written and the page does not open.
        """
        for value in self._values:
            with self._winreg.CreateKey(self._winreg.HKEY_CURRENT_USER, value.key) as key:
                self._winreg.SetValueEx(key, value.name, 0, self._winreg.REG_SZ, value.text)
        self._associations_changed()
        try:
            self._open_page(SETTINGS_PAGE)
        except OSError as error:
            raise Unsupported("choose_default_app") from error

    def remove(self) -> None:
        """Delete the table; Windows then asks the person again at the next link."""
        user = self._winreg.HKEY_CURRENT_USER
        try:
            with self._winreg.OpenKey(user, REGISTERED_KEY, 0, self._winreg.KEY_SET_VALUE) as key:
                self._winreg.DeleteValue(key, "Traydial")
        except OSError:
            pass  # it was not there
        for tree in (CLASS_KEY, PROGRAM_KEY):
            self._delete_tree(tree)
        self._associations_changed()

    def _is_registered(self) -> bool:
        try:
            with self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, CLASS_KEY):
                return True
        except OSError:
            return False

    def _delete_tree(self, path: str) -> None:
        try:
            with self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, path) as key:
                count = self._winreg.QueryInfoKey(key)[0]
                below = [self._winreg.EnumKey(key, index) for index in range(count)]
        except OSError:
            return  # it was not there
        for name in below:
            self._delete_tree(rf"{path}\{name}")
        self._winreg.DeleteKey(self._winreg.HKEY_CURRENT_USER, path)
