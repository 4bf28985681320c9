"""The contract of docs/cli.md, command by command, against simulated PBXs over real HTTP."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from traydial.cli import grammar
from traydial.cli.simulation import DEMO_CALLS, MemorySecrets
from traydial.core.call import CallState
from traydial.core.consent import Source
from traydial.core.events import CallChanged, Declined, DialerEvent
from traydial.main import assemble
from traydial.services.calling import calls
from traydial.services.calling.adapter_memory import AdapterMemory
from traydial.services.engine import Engine
from traydial.simulator import catalog
from traydial.simulator.faults import Fault
from traydial.simulator.server import Server
from traydial.system.paths import Paths

Run = Callable[..., Any]
AddAccount = Callable[..., Server]
DIAL_KEYS = {
    "outcome", "input", "e164", "extension", "dialled", "account", "pbx", "call_id", "recording", "trace", "error",
}  # fmt: skip


@pytest.mark.parametrize("pbx_id", catalog.ids())
def test_dial_reaches_every_pbx(run: Run, account: AddAccount, pbx_id: str) -> None:
    server = account(pbx_id, "--set", f"region={DEMO_CALLS[pbx_id].region}")
    said = run("dial", DEMO_CALLS[pbx_id].number, "--json")
    assert said.code == 0, said.err
    assert said.answer.keys() >= DIAL_KEYS
    assert said.answer["outcome"] == "accepted"
    assert said.answer["pbx"] == pbx_id
    assert said.answer["trace"][-1]["after"] == said.answer["dialled"]
    assert len([e for e in server.journal.entries if said.answer["dialled"] in str(e)]) == 1


def test_dry_run_shows_the_plan_and_touches_no_network(run: Run, account: AddAccount) -> None:
    server = account("teleforge")
    said = run("dial", "tel:+27820001234", "--dry-run", "--json")
    assert said.code == 0
    assert said.answer["outcome"] == "planned"
    assert said.answer["e164"] == "+27820001234"
    assert said.answer["dialled"] == "27820001234"
    assert said.answer["account"] == "office"
    assert said.answer["pbx"] == "teleforge"
    assert not server.journal.entries


@pytest.mark.parametrize(
    ("text", "code", "error"),
    [
        ("no number here", 3, "number_missing"),
        ("030 1234567 or 030 7654321", 3, "number_several"),
        ("tel:+49" + "1" * 200, 4, "number_too_long"),
        ("tel:+4930%001234567", 4, "number_control_characters"),
        ("tel:*21*0301234567%23", 7, "needs_answer"),
    ],
)
def test_bad_numbers_end_in_a_sentence(run: Run, account: AddAccount, text: str, code: int, error: str) -> None:
    server = account("tvox", "--set", "region=DE")
    said = run("dial", text, "--json")
    assert said.code == code, said.out
    assert said.answer["error"]["code"] == error
    assert said.answer["error"]["message"] in said.err
    assert not [e for e in server.journal.entries if e.action == "dial"]


@pytest.mark.parametrize("text", ["0461 123456", "0461123456", "tel:0461123456", "tel:0461-123456"])
def test_a_number_of_another_country_is_not_dialled_as_it_stands(run: Run, account: AddAccount, text: str) -> None:
    server = account("tvox", "--set", "region=US")
    said = run("dial", text, "--yes", "--json")
    assert said.code == 3, said.out
    assert said.answer["error"]["code"] == "number_not_in_country"
    assert "United States" in said.answer["error"]["message"]
    assert "Change the country" in said.answer["error"]["message"]
    assert not [e for e in server.journal.entries if e.action == "dial"]


def test_yes_answers_a_question(run: Run, account: AddAccount) -> None:
    account("tvox")
    assert run("dial", "*21", "--json").code == 7
    said = run("dial", "*21", "--yes", "--json")
    assert (said.code, said.answer["dialled"]) == (0, "*21")


@pytest.mark.parametrize(
    ("fault", "code", "error"),
    [
        (Fault.WRONG_CREDENTIALS, 5, "credentials_rejected"),
        (Fault.RATE_LIMITED, 5, "rate_limited"),
        (Fault.RESET, 6, "outcome_unknown"),
        (Fault.EMPTY, 6, "outcome_unknown"),
    ],
)
def test_what_the_pbx_does_decides_the_exit_code(
    run: Run, account: AddAccount, fault: Fault, code: int, error: str
) -> None:
    server = account("noojee", "--set", "region=AU")
    server.faults.set(fault, at="dial")
    said = run("dial", "(03) 8320 8100", "--json")
    assert (said.code, said.answer["error"]["code"]) == (code, error)
    assert said.answer["outcome"] == ("unknown" if code == 6 else "failed")
    attempt = run("history", "--json").answer["calls"][0]
    assert (attempt["dialled"], attempt["error"]) == ("0383208100", error)


def test_a_pbx_that_never_answers_leaves_the_outcome_unknown(
    run: Run, account: AddAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One deadline decides, the dialer's: a script that took it for a failure would dial again."""
    monkeypatch.setattr(calls, "DIAL_DEADLINE_S", 1.0)
    server = account("noojee", "--set", "region=AU")
    server.faults.set(Fault.HANG, at="dial")
    said = run("dial", "(03) 8320 8100", "--json")
    assert (said.code, said.answer["outcome"], said.answer["error"]["code"]) == (6, "unknown", "outcome_unknown")
    assert run("history", "--json").answer["calls"][0]["state"] == "unknown"


def test_an_unreachable_host_is_a_failure_and_not_unclear(run: Run, account: AddAccount) -> None:
    account("teleforge").close()
    said = run("dial", "0820001234", "--json")
    assert (said.code, said.answer["outcome"]) == (5, "failed")
    assert said.answer["error"]["code"] == "connection_refused"


def test_unknown_accounts_and_commands_are_usage_errors(run: Run, account: AddAccount) -> None:
    account("tvox")
    said = run("dial", "600", "--account", "nobody", "--json")
    assert (said.code, said.answer["error"]["code"]) == (2, "account_unknown")
    said = run("call", "600", "--json")
    assert (said.code, said.answer["error"]["code"]) == (2, "usage")
    assert run("--dial", "600").code == 2
    assert run("tel:600", "tel:601").code == 2


def test_a_missing_secret_says_so_and_keeps_the_account(run: Run, account: AddAccount, secrets: MemorySecrets) -> None:
    account("tvox")
    secrets.delete("office", "password")
    said = run("dial", "600", "--json")
    assert (said.code, said.answer["error"]["code"], said.answer["error"]["field"]) == (2, "secret_missing", "password")
    assert [a["id"] for a in run("account", "list", "--json").answer["accounts"]] == ["office"]


def test_secrets_come_from_standard_input_in_order_and_are_not_shown(
    run: Run, account: AddAccount, secrets: MemorySecrets
) -> None:
    server = account("tvox")
    password = catalog.demo_account("tvox", server.url).secrets["password"]
    stored = secrets.get("office", "password")
    assert stored is not None
    assert stored.reveal() == password
    for words in (["account", "list"], ["status"], ["account", "check", "office"], ["dial", "600"]):
        said = run(*words, "--json")
        assert said.code == 0
        assert password not in said.out + said.err


def test_an_option_has_its_whole_name(run: Run, account: AddAccount) -> None:
    server = account("teleforge")
    assert run("dial", "+27 82 000 1234", "--acc", "office", "--json").code == 2
    assert not server.journal.entries


def test_a_defect_after_the_order_began_leaves_the_outcome_unknown(
    run: Run, account: AddAccount, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    account("teleforge")
    monkeypatch.setattr("traydial.adapters.teleforge.Adapter.dial", lambda self, order: 1 / 0)
    said = run("dial", "+27 82 000 1234", "--json")
    assert (said.code, said.answer["outcome"], said.answer["error"]["code"]) == (6, "unknown", "internal_error")
    assert said.answer["error"]["message"]
    assert "ZeroDivisionError" in caplog.text


def test_a_secret_as_an_argument_is_refused(run: Run) -> None:
    words = ("--set", "server=https://pbx.example", "--set", "username=u", "--set", "password=hunter2")
    said = run("account", "add", "office", "--pbx", "tvox", *words, "--json")
    assert (said.code, said.answer["error"]["field"]) == (2, "password")
    assert "hunter2" not in said.out + said.err


def test_the_password_in_clear_is_warned_of(run: Run, account: AddAccount) -> None:
    account("tvox")
    said = run("account", "check", "office", "--json")
    assert said.answer["ok"] is True
    assert said.answer["warnings"] == ["password_in_clear"]
    assert said.err


def test_the_first_account_is_the_default_until_another_one_is(run: Run, account: AddAccount) -> None:
    account("tvox")
    account("noojee", account_id="backup")
    defaults = {a["id"]: a["default"] for a in run("account", "list", "--json").answer["accounts"]}
    assert defaults == {"office": True, "backup": False}
    assert run("account", "default", "backup", "--json").code == 0
    assert run("dial", "100", "--dry-run", "--json").answer["account"] == "backup"


def test_a_removed_account_is_gone_with_its_secrets(run: Run, account: AddAccount, secrets: MemorySecrets) -> None:
    account("tvox")
    assert run("account", "remove", "office", "--json").answer["accounts"] == []
    assert secrets.get("office", "password") is None
    assert run("account", "remove", "office").code == 2


def test_after_the_default_account_is_removed_no_other_one_dials_unasked(run: Run, account: AddAccount) -> None:
    servers = [account("teleforge", account_id=name) for name in ("office", "cape", "perth")]
    said = run("account", "remove", "office")
    assert said.code == 0
    assert "default" in said.out
    said = run("dial", "+27 82 000 1234", "--yes", "--json")
    assert said.code == 7, said.out
    assert said.answer["error"]["code"] == "default_account_missing"
    assert "cape, perth" in said.answer["error"]["message"]
    assert not [e for server in servers for e in server.journal.entries]
    assert [a["default"] for a in run("status", "--json").answer["accounts"]] == [False, False]
    assert run("dial", "+27 82 000 1234", "--account", "cape", "--json").code == 0
    run("account", "default", "perth")
    assert run("dial", "+27 82 000 1235", "--json").answer["account"] == "perth"


def test_the_only_account_that_is_left_dials(run: Run, account: AddAccount) -> None:
    account("teleforge", account_id="office")
    account("teleforge", account_id="cape")
    assert "cape" in run("account", "remove", "office").out
    assert run("dial", "+27 82 000 1234", "--json").answer["account"] == "cape"


def test_what_its_pbx_taught_goes_with_a_removed_account(run: Run, account: AddAccount) -> None:
    account("teleforge")
    facts = Paths.of(os.environ).facts_file
    AdapterMemory(facts).remember("office", "edition", "old")
    run("account", "remove", "office")
    assert AdapterMemory(facts).recall("office", "edition") is None


def test_history_is_newest_first(run: Run, account: AddAccount) -> None:
    account("tvox")
    for number in ("600", "601", "602"):
        assert run("dial", number, "--json").code == 0
    calls = run("history", "--limit", "2", "--json").answer["calls"]
    assert [call["dialled"] for call in calls] == ["602", "601"]


def test_parse_finds_numbers(run: Run) -> None:
    said = run("parse", "call +39 0444 123456 now", "--region", "it", "--json")
    assert said.code == 0
    assert said.answer["region"] == "IT"
    assert said.answer["candidates"] == [
        {
            "text": "+39 0444 123456",
            "start": 5,
            "end": 20,
            "kind": "global",
            "e164": "+390444123456",
            "digits": "+390444123456",
            "extension": None,
        }
    ]


def test_status_without_a_tray(run: Run, account: AddAccount) -> None:
    account("tvox")
    status = run("status", "--json").answer
    assert status["tray"] is False
    assert status["call"] is None
    assert [(a["id"], a["pbx"], a["default"]) for a in status["accounts"]] == [("office", "tvox", True)]
    assert run("record", "start", "--json").code == 1
    assert run("hangup", "--json").code == 1


def test_every_pbx_lists_its_fields(run: Run) -> None:
    listed = {pbx["id"]: pbx for pbx in run("pbx", "list", "--json").answer["pbx"]}
    assert set(listed) == set(catalog.ids())
    secret = [f["key"] for f in listed["tel4vn"]["fields"] if f["kind"] == "secret"]
    assert set(secret) == {"token", "api_key"}
    assert "hang_up" not in listed["teleforge"]["capabilities"]
    assert listed["teleforge"]["absent"]["hang_up"]


def test_a_recording_that_the_other_party_must_be_told_of_needs_a_yes(run: Run, account: AddAccount) -> None:
    server = account("tvox", "--set", "region=IT")
    run("dial", "600", "--json")
    config = Path(os.environ["TRAYDIAL_HOME"]) / "config" / "config.toml"
    config.write_text(config.read_text().replace("tell = []", 'tell = ["IT"]'))
    said = run("dial", "+39 0444 123456", "--record", "--json")
    assert (said.code, said.answer["outcome"], said.answer["reasons"]) == (7, "needs_answer", ["tell"])
    assert len(server.pbx.switchboard.calls) == 1
    said = run("dial", "+39 0444 123456", "--record", "--yes", "--json")
    assert (said.code, said.answer["recording"]) == (0, True)
    assert server.pbx.switchboard.calls[-1].recording


@pytest.mark.parametrize("word", ["٠٤٤٤ ١٢٣٤٥٦".encode(), b"\xff 0444 123456"])
def test_an_answer_is_shown_whatever_the_encoding(word: bytes) -> None:
    command = [sys.executable, "-m", "traydial", "parse", word, "--region", "IT"]
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for_people = subprocess.run(command, env=env, capture_output=True, timeout=30)
    assert (for_people.returncode, for_people.stderr) == (0, b"")
    for_scripts = subprocess.run([*command, "--json"], env=env, capture_output=True, timeout=30)
    assert json.loads(for_scripts.stdout)["candidates"][0]["e164"] == "+390444123456"


def test_a_link_may_be_answered_in_json() -> None:
    command = [sys.executable, "-m", "traydial", "tel:0444\n123456", "--json"]
    said = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert (said.returncode, json.loads(said.stdout)["error"]["code"]) == (4, "number_control_characters")


def test_an_administrator_s_policy_is_in_effect(
    run: Run, account: AddAccount, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text('[consent]\ndeny = ["+39*"]\n', encoding="utf-8")
    monkeypatch.setattr(Paths, "policy_file", property(lambda _: policy))
    account("tvox", "--set", "region=IT")
    said = run("dial", "0444 123456", "--yes", "--json")
    assert (said.code, said.answer["error"]["code"]) == (4, "refused_by_policy")


def test_a_link_that_still_comes_after_the_handler_was_removed_is_not_dialled(
    run: Run, account: AddAccount, secrets: MemorySecrets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    server = account("tvox")
    assert run("handler", "install", "--json").answer["links_dialled"] is True
    assert opened(secrets, "tel:600") is None
    assert run("handler", "remove", "--json").answer["links_dialled"] is False
    assert opened(secrets, "tel:601") == "links_off"
    assert run("dial", "tel:602", "--json").code == 0, "by the command line it is dialled on purpose"
    assert run("handler", "install", "--json").answer["links_dialled"] is True
    assert opened(secrets, "tel:603") is None
    assert [call.number for call in server.pbx.switchboard.calls] == ["600", "602", "603"]


def opened(secrets: MemorySecrets, link: str) -> str | None:
    """Open `link` as the tray does when a browser hands it over; returns the code of its refusal."""
    told: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def emit(event: DialerEvent) -> None:
        if isinstance(event, Declined):
            told.put(event.error.code)
        elif isinstance(event, CallChanged) and event.call.state is CallState.ACCEPTED:
            told.put(None)

    with contextlib.closing(assemble(os.environ, secrets)) as program:
        engine = Engine(lambda: program, emit=emit, show=lambda: None, configured=lambda _: None)
        engine.open()
        engine.dial(link, Source.LINK)
        code = told.get(timeout=20)
        engine.close()
    return code


def test_the_history_of_a_person_shows_what_was_dialled(run: Run, account: AddAccount) -> None:
    account("tvox", "--set", "region=IT", "--set", "outside_prefix=9")
    assert run("dial", "+39 0444 123456", "--json").code == 0
    [call] = run("history", "--json").answer["calls"]
    assert call["dialled"] != call["number"]
    assert f"  {call['dialled']}  office  accepted" in run("history").out


@pytest.mark.parametrize(("word", "code"), [("0", 2), ("1", 0), ("1000000", 0), ("1000001", 2), ("many", 2)])
def test_a_limit_is_a_number_of_calls(run: Run, word: str, code: int) -> None:
    assert run("history", "--limit", word).code == code


def test_a_port_is_one_that_exists() -> None:
    assert grammar.parse(["simulate", "tvox"]).port == 0, "any that is free"
    assert grammar.parse(["simulate", "tvox", "--port", "65535"]).port == 65535
    for word in ("-1", "65536"):
        with pytest.raises(grammar.UsageError):
            grammar.parse(["simulate", "tvox", f"--port={word}"])
