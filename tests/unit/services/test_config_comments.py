"""What a person has written into config.toml by hand survives what the program writes."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from traydial.core.account import Account, Rule, RuleKind
from traydial.core.config import ConsentSettings, Level
from traydial.services.config_store import ConfigStore

BY_HAND = """\
# Anna's telephone
region = "IT"   # we moved in May
colour = "red"  # of a later version

[consent]
# The lawyers asked for this.
level = "careful"
undo_s = 5.0

# The PBX in the cellar
[[accounts]]
id = "office"   # do not rename: the macros use it
pbx = "tvox"
[accounts.settings]
server = "https://pbx.example.com"  # not the old one

# For emergencies
[[accounts]]
id = "spare"
pbx = "noojee"
mood = "good"

[future]
# nothing here is ours
list = [
    1,  # one
    2,
]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(BY_HAND, encoding="utf-8")
    return path


@pytest.fixture
def store(path: Path) -> ConfigStore:
    return ConfigStore(path, now=lambda: datetime(2026, 3, 9, tzinfo=UTC))


def comments(text: str) -> list[str]:
    return [line.partition("#")[2] for line in text.splitlines() if "#" in line]


def test_comments_and_order_survive_a_change(store: ConfigStore, path: Path) -> None:
    store.update(lambda config: replace(config, consent=ConsentSettings(level=Level.FAST, undo_s=5.0)))
    text = path.read_text(encoding="utf-8")
    assert comments(text) == comments(BY_HAND)
    assert store.load().consent.level is Level.FAST
    assert text.startswith(BY_HAND[: BY_HAND.index("colour")])
    assert BY_HAND[BY_HAND.index("[future]") :] in text


def test_comments_survive_in_a_file_with_a_byte_order_mark(store: ConfigStore, path: Path) -> None:
    path.write_text(BY_HAND, encoding="utf-8-sig")
    store.update(lambda config: replace(config, region="VN"))
    assert comments(path.read_text(encoding="utf-8")) == comments(BY_HAND)


def test_what_belongs_to_a_removed_account_goes_and_the_rest_stays(store: ConfigStore, path: Path) -> None:
    store.update(lambda config: config.without_account("spare"))
    text = path.read_text(encoding="utf-8")
    assert "spare" not in text
    assert "# do not rename: the macros use it" in text
    assert "# nothing here is ours" in text


def test_a_changed_account_keeps_its_comments(store: ConfigStore, path: Path) -> None:
    rules = (Rule(kind=RuleKind.PREFIX, match="+39", use="0"), Rule(kind=RuleKind.INTERNAL, match="7xx"))
    before = store.load().account("office")
    changed = replace(before, label="Office", ca_file="ca.pem", rules=rules)
    store.update(lambda config: config.with_account(changed).with_account(Account(id="new", pbx="tvox")))
    assert comments(path.read_text(encoding="utf-8")) == comments(BY_HAND)
    assert store.load().account("office") == changed
    store.update(lambda config: config.with_account(replace(changed, rules=rules[1:], settings={})))
    assert store.load().account("office").rules == rules[1:]
    assert store.load().account("office").settings == {}
    assert [account.id for account in store.load().accounts] == ["office", "spare", "new"]
    assert tomllib.loads(path.read_text(encoding="utf-8"))["accounts"][1]["mood"] == "good"


@pytest.mark.parametrize(
    "text",
    [
        'accounts = [{id = "office", pbx = "tvox", settings = {server = "https://pbx.example.com"}}]\n',
        '[[accounts]]\nid = "office"\npbx = "tvox"\nsettings.server = "https://pbx.example.com"\n',
        (
            'consent.level = "fast"\n[[accounts]]\nid = "office"\npbx = "tvox"\n'
            '[[accounts.rules]]\nkind = "internal"\nmatch = "7xx"\n'
        ),
        "",
    ],
)
def test_however_it_was_written_what_is_saved_is_read_back(store: ConfigStore, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    account = Account(id="office", pbx="noojee", label="O", settings={"mode": "b", "on": True})
    store.update(lambda config: config.with_account(account).with_account(Account(id="two", pbx="tvox")))
    store.update(
        lambda config: replace(config, region="VN", consent=ConsentSettings(level=Level.CAREFUL, deny=("+44*",)))
    )
    now = store.load()
    assert now.accounts == (account, Account(id="two", pbx="tvox"))
    assert (now.region, now.consent) == ("VN", ConsentSettings(level=Level.CAREFUL, deny=("+44*",)))
