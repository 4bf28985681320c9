import stat
import subprocess
import sys
from dataclasses import replace

import pytest

from traydial.core.account import Account, Rule, RuleKind
from traydial.core.config import Config, ConsentSettings, HotkeySettings, Level
from traydial.core.errors import ConfigError
from traydial.services import config_store
from traydial.services.config_store import ConfigStore

WHOLE = Config(
    default_account="office",
    region="IT",
    language="vi",
    start_at_login=True,
    hotkeys=HotkeySettings(dial_selection="ctrl+f9", toggle_recording=""),
    consent=ConsentSettings(level=Level.CAREFUL, undo_s=0.5, deny=("+44*",)),
    accounts=(
        Account(
            id="office",
            pbx="tvox",
            label='Büro "Süd"',
            outside_prefix="0",
            settings={"server": "https://pbx.example.com", "auto_answer": True},
            rules=(Rule(kind=RuleKind.PREFIX, match="+39", use="0"),),
        ),
        Account(id="home", pbx="noojee"),
    ),
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "config.toml"


@pytest.fixture
def store(path, clock):
    return ConfigStore(path, now=clock.now)


@pytest.fixture
def write(path):
    def write(text):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return write


def test_without_a_file_there_are_defaults_and_still_no_file(store, path):
    assert store.load() == Config()
    assert not path.exists()


def test_what_was_written_is_read(store, path, clock):
    store.update(lambda _: WHOLE)
    assert ConfigStore(path, now=clock.now).load() == WHOLE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists, not modes")
def test_the_file_belongs_to_its_owner_alone(store, path):
    store.update(lambda _: WHOLE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_version_before_stays_as_backup_and_nothing_else_is_left(store, path):
    store.update(lambda _: WHOLE)
    first = path.read_bytes()
    store.update(lambda config: replace(config, region="VN"))
    assert path.with_name("config.toml.bak").read_bytes() == first
    assert {file.name for file in path.parent.iterdir()} == {"config.toml", "config.toml.bak", ".config.toml.lock"}


def test_a_link_to_a_file_elsewhere_stays_a_link(store, path, tmp_path):
    path.parent.mkdir()
    path.symlink_to(tmp_path / "elsewhere.toml")
    store.update(lambda _: WHOLE)
    assert path.is_symlink()
    assert store.load() == WHOLE


def test_a_disk_that_refuses_leaves_the_file_and_nothing_else(store, path, monkeypatch):
    store.update(lambda _: WHOLE)
    before = sorted(file.name for file in path.parent.iterdir())

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ConfigError) as caught:
        store.update(lambda config: replace(config, region="VN"))
    assert caught.value.values["reason"] == "No space left on device"
    assert store.load() == WHOLE
    assert sorted(file.name for file in path.parent.iterdir()) == before


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("region = ", None),
        ("a = " + "[" * 5000, None),
        (b"region = '\xff'", None),
        ("region = 39", "region"),
        ("[consent]\nlevel = 'reckless'", "consent.level"),
        ("[[accounts]]\nid = 'office'", "accounts[0]"),
        ("[[accounts]]\nid = 'a'\npbx = 'tvox'\n[accounts.settings]\nserver = 5", "accounts[0].settings[...]"),
        ("accounts = [{id = 'a', pbx = 'tvox'}, {id = 'a', pbx = 'tvox'}]", "accounts"),
        ("accounts = 5", "accounts"),
    ],
)
def test_a_broken_file_is_set_aside_and_never_lost(store, write, path, text, field):
    write(text)
    broken = path.read_bytes()
    with pytest.raises(ConfigError) as caught:
        store.load()
    assert (caught.value.code, caught.value.field) == ("config_unreadable", field)
    assert caught.value.values["reason"]
    assert path.with_name(caught.value.values["path"]).read_bytes() == broken
    assert store.load() == Config()


def test_a_file_with_the_mark_that_windows_editors_write_is_read(store, write):
    write('region = "IT"'.encode("utf-8-sig"))
    assert store.load().region == "IT"


def test_a_change_of_a_broken_file_is_refused_and_the_file_is_kept(store, write, path):
    write("region = ")
    with pytest.raises(ConfigError, match="config_unreadable"):
        store.update(lambda config: replace(config, region="IT"))
    (aside,) = path.parent.glob("config.toml.broken-*")
    assert aside.read_text() == "region = "


def test_a_file_of_a_newer_version_stays_where_it_is(store, write, path):
    write("version = 99\n")
    for attempt in (store.load, lambda: store.update(lambda config: config)):
        with pytest.raises(ConfigError) as caught:
            attempt()
        assert caught.value.field == "version"
    assert path.read_text() == "version = 99\n"


def test_keys_that_this_version_does_not_know_are_kept(store, write, path):
    write(
        "theme = 'dark'\n[consent]\nmood = 'good'\n[future]\nx = 1\n"
        "[[accounts]]\nid = 'office'\npbx = 'tvox'\ncolour = 'red'\n[accounts.settings]\nserver = 'a'\n"
    )
    store.update(lambda config: config.with_account(replace(config.account(), settings={"mode": "b"})))
    text = path.read_text()
    assert all(kept in text for kept in ("theme = 'dark'", "mood = 'good'", "[future]", "colour = 'red'"))
    assert "server" not in text  # a setting that was taken away is no unknown key


def test_an_older_file_is_migrated_one_version_at_a_time(store, write, monkeypatch):
    def named(raw):
        return {**raw, "version": 0, "region": raw["country"]}

    def lowered(raw):
        return {**raw, "version": 2, "region": raw["region"].upper()}

    monkeypatch.setattr(config_store, "MIGRATIONS", {-1: named, 0: lowered})
    write("version = -1\ncountry = 'it'\n")
    assert store.load().region == "IT"


def test_the_names_of_version_1_are_still_understood(store, write, path):
    write('version = 1\n[ui]\nbubble = "own"\nleft_click = "palette"\n')
    assert (store.load().ui.popup, store.load().ui.left_click) == ("own", "dial_window")
    store.update(lambda config: config)
    assert "bubble" not in path.read_text(encoding="utf-8")


def test_an_unreadable_file_is_not_taken_for_a_missing_one(store, path):
    path.mkdir(parents=True)
    with pytest.raises(ConfigError, match="config_unreadable"):
        store.load()


ADD_ACCOUNTS = """
import sys
from pathlib import Path
from traydial.core.account import Account
from traydial.services.config_store import ConfigStore

store = ConfigStore(Path(sys.argv[1]), now=lambda: datetime.now(UTC))
for number in range(20):
    account = Account(id=f"{sys.argv[2]}{number}", pbx="tvox")
    store.update(lambda config: config.with_account(account))
"""


def test_several_processes_write_and_no_account_is_lost(store, path):
    writers = [subprocess.Popen([sys.executable, "-c", ADD_ACCOUNTS, path, name]) for name in "abc"]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert {a.id for a in store.load().accounts} == {f"{name}{number}" for name in "abc" for number in range(20)}
