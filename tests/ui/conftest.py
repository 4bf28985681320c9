"""Widgets run on Qt's offscreen platform here; what needs a real desktop is in tests/desktop."""

from __future__ import annotations

import inspect
import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from traydial.cli.simulation import MemorySecrets
from traydial.core.account import Account
from traydial.core.adapter import AccountInfo, Secret
from traydial.core.call import Call, CallState
from traydial.core.consent import Source
from traydial.core.dialplan import plan as dialplan
from traydial.core.errors import AppError
from traydial.core.number.read import read
from traydial.core.ports import SchemeStatus
from traydial.main import assemble
from traydial.services.accounts import account_of
from traydial.services.history.store import HistoryEntry
from traydial.services.registry import Registry
from traydial.simulator import catalog
from traydial.simulator.server import Server
from traydial.ui.base.commands import AccountView, Commands, WindowOpening
from traydial.ui.base.i18n import Language
from traydial.ui.windows import Windows

ACCOUNTS = (
    Account(
        id="office",
        pbx="tvox",
        label="Office",
        region="IT",
        settings={"server": "https://tvox.test", "username": "anna"},
    ),
    Account(id="cape", pbx="teleforge", label="Cape Town", region="ZA", settings={"server": "https://pbx.test"}),
    Account(id="hanoi", pbx="tel4vn", region="VN", settings={"server": "https://pbx.test", "extension": "101"}),
    Account(id="perth", pbx="noojee", label="Perth", region="AU", settings={"server": "https://pbx.test"}),
)
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Asked:
    """What the widgets asked for, in order. Answers to questions are given at once, as prepared."""

    def __init__(self, registry):
        self.calls = []
        self.registry = registry
        self.check_answer = AccountInfo(summary="version 22")
        self.save_error = None
        self.schemes = (SchemeStatus(scheme="tel", handler="", ours=False),)
        self.link_error = None
        self.diagnosis = ((), "")

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        # A command that the program has, with its arguments.
        command = inspect.signature(getattr(Commands, name, None) or getattr(WindowOpening, name))

        def asked(*arguments, **values):
            self.calls.append((name, *command.bind(self, *arguments, **values).args[1:]))

        return asked

    def check_account(self, draft, done):
        self.calls.append(("check_account", draft))
        done(self.check_answer)

    def save_account(self, draft, done):
        self.calls.append(("save_account", draft))
        done(self.save_error)

    def remove_account(self, account_id, done):
        self.calls.append(("remove_account", account_id))
        done(self.save_error)

    def save_config(self, config, done):
        self.calls.append(("save_config", config))
        done(self.save_error)

    def link_schemes(self, done):
        done(self.schemes)

    def register_links(self, on, done):
        self.calls.append(("register_links", on))
        done(self.link_error)

    def explain(self, text, account, done):
        try:
            done(planned(self.registry, text, account))
        except AppError as error:
            done(error)

    def all_specs(self, done):
        self.calls.append(("all_specs",))
        done(tuple(self.registry.specs()))

    def diagnose(self, done):
        self.calls.append(("diagnose",))
        done(*self.diagnosis)


def planned(registry, text, account):
    candidate = read(text, region=account.region).candidates[0]
    return dialplan.plan(candidate, account, registry.spec(account.pbx).number_rules, region=account.region)


@pytest.fixture(scope="session")
def registry():
    return Registry()


@pytest.fixture(scope="session")
def specs(registry):
    return tuple(registry.specs())


@pytest.fixture
def commands(registry):
    return Asked(registry)


@pytest.fixture(scope="session")
def views(registry):
    return tuple(AccountView(account=account, spec=registry.spec(account.pbx)) for account in ACCOUNTS)


@pytest.fixture
def plan(registry):
    return lambda text, account=ACCOUNTS[0]: planned(registry, text, account)


@pytest.fixture
def call(plan):
    """Make a call through one of ACCOUNTS."""

    def make(text="tel:+390444123456", *, account=ACCOUNTS[0], call_id="call-1", state=CallState.ACCEPTED, **values):
        made = Call(
            id=call_id, account_id=account.id, pbx=account.pbx, plan=plan(text, account), requested_at=NOON, state=state
        )
        return replace(made, **values)

    return make


@pytest.fixture
def entry():
    """Make a line of the history."""

    def make(e164, *, digits="", state=CallState.ENDED, at=NOON):
        digits = digits or e164
        return HistoryEntry(
            id=f"{digits}-{at}",
            at=at,
            number=digits,
            digits=digits,
            e164=e164 or None,
            country=None,
            dialled=digits,
            account_id="office",
            pbx="tvox",
            source=Source.LINK,
            state=state,
        )

    return make


@pytest.fixture
def owner(qapp):
    """Owns Qt objects and deletes them here: left to the garbage collector they might end in a thread of the test."""
    owner = QObject()
    yield owner
    shiboken6.delete(owner)


@pytest.fixture(scope="session", autouse=True)
def english(qapp):
    """The program speaks English from its catalogue, which has the plurals."""
    Language(qapp).use("en")


@pytest.fixture(autouse=True)
def no_window_left(qapp):
    """Whatever a test opened is gone before the next one begins."""
    yield
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def pbx():
    """Serve a simulated TVox."""
    with Server(catalog.simulated("tvox")) as server:
        yield server


@pytest.fixture
def program(pbx):
    """Return a program with one account, at the simulated PBX."""
    program = assemble(os.environ, MemorySecrets())
    settings, secrets = catalog.demo_account("tvox", pbx.url)
    account = account_of("office", "tvox", {"label": "Office", "region": "IT", **settings})
    program.accounts.add(account, {key: Secret(text) for key, text in secrets.items()})
    yield program
    program.close()


@pytest.fixture
def windows(qapp, commands, owner, views):
    windows = Windows(commands, owner, leave=commands.quit)
    windows.show_accounts(views, "office")
    yield windows
    windows.close()
