"""A real Secret Service that is locked, hung or gone: a sentence and a next try, and never a plain file."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from traydial.system.keyring.process import PING_TIMEOUT_S

pytestmark = [pytest.mark.desktop, pytest.mark.xdist_group("desktop")]

NUMBER = "+390444123456"
ANOTHER = "+390444123457"


@pytest.fixture
def pbx(start_pbx, traydial):
    server = start_pbx("tvox")
    traydial.add_account(server, region="IT")
    return server


def lock(service):
    service.lock()


def hang(service):
    service.hang()


def leave(service):
    service.stop()


def mend(service):
    service.stop()
    service.start()


@pytest.mark.parametrize(
    ("trouble", "code", "exit_code"),
    [(lock, "secret_store_locked", 7), (hang, "secret_store_timed_out", 7), (leave, "secret_store_missing", 7)],
)
def test_a_call_fails_with_a_sentence_and_the_next_one_works(traydial, pbx, secret_service, trouble, code, exit_code):
    trouble(secret_service)
    traydial.start()
    ended, answer = traydial.run("dial", NUMBER)
    assert (ended, answer["outcome"], answer["error"]["code"]) == (exit_code, "failed", code)
    assert answer["error"]["message"]
    assert pbx.journal.of("dial") == ()
    mend(secret_service)
    assert traydial.done("dial", ANOTHER)["outcome"] == "accepted"


def test_the_tray_answers_while_the_keyring_hangs(traydial, pbx, secret_service):
    secret_service.hang()
    traydial.start()
    argv = ["xdg-open", f"tel:{NUMBER}"]
    traydial.done("handler", "install")
    subprocess.run(argv, env=traydial.env, check=True)
    begun = time.monotonic()
    assert traydial.done("status")["tray"] is True
    assert time.monotonic() - begun < PING_TIMEOUT_S, "it waited until the keyring was given up"
    traydial.done("handler", "remove")


def test_with_nine_accounts_a_hung_keyring_delays_a_call_by_one_answer(traydial, pbx, secret_service):
    others = 8
    for number in range(others):
        traydial.add_account(pbx, region="IT", name=f"other{number}")
    secret_service.hang()
    traydial.start()
    begun = time.monotonic()
    _, answer = traydial.run("dial", NUMBER, "--account", "other7")
    assert answer["error"]["code"] == "secret_store_timed_out"
    assert time.monotonic() - begun < others / 2 * PING_TIMEOUT_S, "it waited for the other accounts too"
    assert pbx.journal.of("dial") == ()


@pytest.mark.parametrize("trouble", [lock, leave])
def test_an_account_whose_secret_cannot_be_kept_is_not_added(traydial, start_pbx, secret_service, trouble):
    server = start_pbx("tvox")
    trouble(secret_service)
    account = server.pbx.account(server.url)
    words = [f"--set={key}={value}" for key, value in account.settings.items()]
    code, answer = traydial.run(
        "account", "add", "office", "--pbx", "tvox", *words, "--secret=password", typed=account.secrets["password"]
    )
    assert code != 0
    assert answer["error"]["code"].startswith("secret_store_")
    assert traydial.done("account", "list")["accounts"] == []


def test_no_file_holds_the_secret(traydial, pbx):
    traydial.start()
    traydial.done("dial", NUMBER)
    secret = pbx.pbx.account(pbx.url).secrets["password"].encode()
    home = Path(traydial.env["TRAYDIAL_HOME"])
    files = [path for path in home.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if secret in path.read_bytes()] == []
