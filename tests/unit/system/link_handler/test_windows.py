"""The registry table, and its writer on a registry in memory; only winreg itself is played."""

from __future__ import annotations

from pathlib import PureWindowsPath
from types import TracebackType

import pytest

from traydial.core.errors import Unsupported
from traydial.system.autostart import WindowsAutostart
from traydial.system.link_handler.windows import SETTINGS_PAGE, WindowsLinkHandler, registry_values
from traydial.words.messages import message

COMMAND = (r"C:\Program Files\Traydial\pythonw.exe", "-P", "-m", "traydial")
ICON = PureWindowsPath(r"C:\Program Files\Traydial\traydial.ico")
CHOICE = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\tel\UserChoice"


class Key:
    def __init__(self, path: str) -> None:
        self.path = path

    def __enter__(self) -> Key:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        pass


class Winreg:
    """The functions of winreg that are used, as its documentation has them: a tree of keys, and values in them."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = "HKCU", 2, 1

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, str]] = {"Software": {}}

    def CreateKey(self, _root: str, path: str) -> Key:
        parts = path.split("\\")
        for end in range(1, len(parts) + 1):
            self.keys.setdefault("\\".join(parts[:end]), {})
        return Key(path)

    def OpenKey(self, _root: str, path: str, reserved: int = 0, _access: int = 0) -> Key:
        assert reserved == 0
        if path not in self.keys:
            raise FileNotFoundError(path)
        return Key(path)

    def SetValueEx(self, key: Key, name: str, reserved: int, kind: int, value: str) -> None:
        assert (reserved, kind) == (0, self.REG_SZ)
        self.keys[key.path][name] = value

    def QueryValueEx(self, key: Key, name: str) -> tuple[str, int]:
        if name not in self.keys[key.path]:
            raise FileNotFoundError(name)
        return self.keys[key.path][name], self.REG_SZ

    def DeleteValue(self, key: Key, name: str) -> None:
        if self.keys[key.path].pop(name, None) is None:
            raise FileNotFoundError(name)

    def children(self, path: str) -> list[str]:
        return [key.rpartition("\\")[2] for key in self.keys if key.rpartition("\\")[0] == path]

    def QueryInfoKey(self, key: Key) -> tuple[int, int, int]:
        return len(self.children(key.path)), len(self.keys[key.path]), 0

    def EnumKey(self, key: Key, index: int) -> str:
        return self.children(key.path)[index]

    def DeleteKey(self, _root: str, path: str) -> None:
        if self.children(path):
            raise PermissionError(path)
        del self.keys[path]


@pytest.fixture
def winreg() -> Winreg:
    return Winreg()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def handler(winreg: Winreg, told: list[str]) -> WindowsLinkHandler:
    return WindowsLinkHandler(
        registry_values(COMMAND, ICON),  # type: ignore[arg-type]
        winreg=winreg,
        open_page=told.append,
        associations_changed=lambda: told.append("changed"),
    )


def test_windows_can_offer_the_program(handler: WindowsLinkHandler, winreg: Winreg, told: list[str]) -> None:
    handler.install()
    capabilities = winreg.keys[r"Software\RegisteredApplications"]["Traydial"]
    prog_id = winreg.keys[rf"{capabilities}\URLAssociations"]["tel"]
    assert winreg.keys[rf"{capabilities}\URLAssociations"]["callto"] == prog_id
    assert "URL Protocol" in winreg.keys[rf"Software\Classes\{prog_id}"]
    command = winreg.keys[rf"Software\Classes\{prog_id}\shell\open\command"][""]
    assert command == r'"C:\Program Files\Traydial\pythonw.exe" -P -m traydial "%1"'
    assert told == ["changed", SETTINGS_PAGE]


def test_the_persons_choice_is_what_counts(handler: WindowsLinkHandler, winreg: Winreg) -> None:
    handler.install()
    assert [(s.handler, s.ours) for s in handler.status()] == [("", False), ("", False)]
    winreg.CreateKey("HKCU", CHOICE)
    winreg.keys[CHOICE]["ProgId"] = "Traydial.Url"
    assert [(s.handler, s.ours) for s in handler.status()] == [("Traydial.Url", True), ("", False)]


def test_a_choice_that_outlives_the_registration_is_not_ours(handler: WindowsLinkHandler, winreg: Winreg) -> None:
    handler.install()
    winreg.CreateKey("HKCU", CHOICE)
    winreg.keys[CHOICE]["ProgId"] = "Traydial.Url"
    handler.remove()
    assert [(s.handler, s.ours) for s in handler.status()] == [("Traydial.Url", False), ("", False)]


def test_without_a_settings_page_the_person_is_told_where_to_choose(winreg: Winreg) -> None:
    def no_page(_page: str) -> None:
        raise OSError(1155, "No application is associated")

    handler = WindowsLinkHandler(
        registry_values(COMMAND, ICON),  # type: ignore[arg-type]
        winreg=winreg,
        open_page=no_page,
        associations_changed=lambda: None,
    )
    with pytest.raises(Unsupported) as caught:
        handler.install()
    assert message(caught.value).next_step == "Choose Traydial in Settings > Default apps."
    assert r"Software\Classes\Traydial.Url\shell\open\command" in winreg.keys


def test_removing_leaves_nothing_of_ours_and_all_of_others(handler: WindowsLinkHandler, winreg: Winreg) -> None:
    winreg.CreateKey("HKCU", r"Software\RegisteredApplications")
    winreg.keys[r"Software\RegisteredApplications"]["Other"] = "x"
    handler.install()
    handler.remove()
    handler.remove()
    assert "Traydial" not in str(winreg.keys)
    assert winreg.keys[r"Software\RegisteredApplications"] == {"Other": "x"}


def test_start_at_login_is_a_value_of_the_run_key(winreg: Winreg) -> None:
    autostart = WindowsAutostart(winreg)
    autostart.set_enabled(False)
    assert not autostart.enabled()
    autostart.set_enabled(True)
    assert autostart.enabled()
    assert "-m traydial" in winreg.keys[WindowsAutostart.KEY]["Traydial"]
    autostart.set_enabled(False)
    assert not autostart.enabled()
