"""What a person reads on standard output: every command without --json, with and without a tray."""

from __future__ import annotations

import contextlib
import io
import json
import os
import queue
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from traydial.cli import commands, dialling, grammar, simulation
from traydial.cli.output import Result
from traydial.cli.simulation import DEMO_CALLS, MemorySecrets
from traydial.core.errors import InstanceError
from traydial.main import assemble
from traydial.services.engine import Engine
from traydial.simulator import catalog
from traydial.simulator.faults import Fault
from traydial.simulator.phone import Step
from traydial.simulator.server import Server
from traydial.words.messages import in_english

Run = Callable[..., Any]
AddAccount = Callable[..., Server]


def lines(run: Run, *words: str) -> list[str]:
    """What a command that went well prints."""
    said = run(*words)
    assert (said.code, said.err) == (0, "")
    return list(said.out.splitlines())


def test_where_there_is_nothing_yet_it_says_so(run: Run) -> None:
    assert lines(run, "account", "list") == ["No account yet."]
    assert lines(run, "history") == ["No calls yet."]
    assert lines(run, "status") == ["No tray is running."]


def test_accounts_are_listed_with_a_mark_at_the_one_that_dials(run: Run, account: AddAccount) -> None:
    account("teleforge", "--set", "label=Main office")
    account("tvox", account_id="spare")
    assert lines(run, "account", "list") == ["* office  teleforge  Main office", "  spare  tvox"]
    assert lines(run, "status") == ["No tray is running.", "* office  teleforge  closed", "  spare  tvox  closed"]
    assert lines(run, "account", "default", "spare") == ["  office  teleforge  Main office", "* spare  tvox"]
    assert lines(run, "account", "remove", "spare") == [
        "* office  teleforge  Main office",
        "The default account is gone; office dials now.",
    ]
    assert lines(run, "account", "remove", "office") == ["No account yet."]


def test_where_one_of_several_has_to_be_chosen_it_says_how(run: Run, account: AddAccount) -> None:
    for name in ("office", "cape", "perth"):
        account("teleforge", account_id=name)
    assert lines(run, "account", "remove", "cape") == ["* office  teleforge", "  perth  teleforge"]
    account("teleforge", account_id="cape")
    *listed, last = lines(run, "account", "remove", "office")
    assert listed == ["  perth  teleforge", "  cape  teleforge"]
    assert last == "The default account is gone. Choose the next: traydial account default ID"


def test_a_script_gets_each_account_whole(run: Run, account: AddAccount) -> None:
    account("teleforge", "--set", "label=Main office", "--set", "region=ZA", "--set", "outside_prefix=9")
    [listed] = run("account", "list", "--json").answer["accounts"]
    assert listed.pop("settings")["agent"] == "1001"
    assert listed == {
        "id": "office",
        "pbx": "teleforge",
        "default": True,
        "label": "Main office",
        "region": "ZA",
        "outside_prefix": "9",
        "warnings": ["password_in_clear"],  # an API key, over http
    }


def test_an_account_of_an_adapter_that_is_gone_is_listed_with_a_warning(run: Run, account: AddAccount) -> None:
    account("tvox")
    config = Path(os.environ["TRAYDIAL_HOME"]) / "config" / "config.toml"
    config.write_text(config.read_text().replace('"tvox"', '"gone"'))
    [listed] = run("account", "list", "--json").answer["accounts"]
    assert (listed["pbx"], listed["warnings"]) == ("gone", ["pbx_unknown"])


@pytest.mark.parametrize(
    ("words", "code", "field"),
    [
        (("--set", "server"), "usage", None),
        (("--set", "=x"), "usage", None),
        (("--secret", "username"), "setting_invalid", "username"),
        (("--secret", "nonsense"), "setting_unknown", "nonsense"),
    ],
)
def test_an_assignment_that_is_none_adds_nothing(
    run: Run, words: tuple[str, ...], code: str, field: str | None
) -> None:
    said = run("account", "add", "office", "--pbx", "tvox", *words, "--json", stdin="x\n")
    assert (said.code, said.answer["error"]["code"], said.answer["error"]["field"]) == (2, code, field)
    assert run("account", "list", "--json").answer["accounts"] == []


def test_a_setting_may_hold_what_separates(run: Run, account: AddAccount) -> None:
    account("teleforge", "--set", "label=a=b")
    assert run("account", "list", "--json").answer["accounts"][0]["label"] == "a=b"


def test_secrets_are_taken_line_by_line_without_the_ends_of_lines(run: Run, secrets: MemorySecrets) -> None:
    words = ["account", "add", "office", "--pbx", "tel4vn", "--set", "server=https://pbx.example.vn"]
    words += ["--set", "extension=101", "--secret", "api_key", "--secret", "token", "--json"]
    assert run(*words, stdin="one \r\n\n").answer["error"]["code"] == "setting_missing"
    assert run(*words, stdin="one \r\ntwo").code == 0
    kept = [secrets.get("office", key) for key in ("api_key", "token")]
    assert [secret.reveal() for secret in kept if secret] == ["one ", "two"]


def test_the_plan_of_a_call_is_shown_step_by_step(run: Run, account: AddAccount) -> None:
    account("teleforge", "--set", "region=ZA")
    first, *steps = lines(run, "dial", "082 000 1234", "--dry-run")
    assert first == "27820001234 through office"
    assert steps
    assert all(step.startswith("  ") for step in steps)


def test_a_call_is_told_of_and_stands_in_the_history(run: Run, account: AddAccount) -> None:
    account("tvox")  # which says no more of a call that it has placed
    assert lines(run, "dial", "600")[0] == "600 through office"
    [told] = lines(run, "history")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  600  office  accepted  ", told)
    [call] = run("history", "--json").answer["calls"]
    at = call.pop("at")
    assert re.match(r"\d{4}-\d\d-\d\dT", at)
    assert isinstance(call.pop("id"), str)
    assert call == {
        "number": "600",
        "dialled": "600",
        "e164": None,
        "account": "office",
        "pbx": "tvox",
        "source": "command_line",
        "state": "accepted",
        "recorded": False,
        "error": None,
        "answer": "",
    }


def test_each_number_of_a_text_has_a_line(run: Run) -> None:
    text = "call +39 0444 123456 or +49 30 1234567"
    assert lines(run, "parse", text) == [
        "+390444123456  global  '+39 0444 123456'",
        "+49301234567  global  '+49 30 1234567'",
    ]


@pytest.mark.parametrize(("words", "region"), [((), "DE"), (("--region", "fr"), "FR")])
def test_numbers_are_read_in_the_country_of_the_settings_unless_one_is_named(
    run: Run, secrets: MemorySecrets, words: tuple[str, ...], region: str
) -> None:
    with contextlib.closing(assemble(os.environ, secrets)) as program:
        program.store.update(lambda config: replace(config, region="DE"))
    assert run("parse", "030 1234567", *words, "--json").answer["region"] == region


def test_a_link_that_is_no_number_is_refused_with_the_country_that_it_was_read_in(run: Run) -> None:
    said = run("parse", "tel:+39%000444", "--region", "it", "--json")
    assert (said.code, said.answer["region"], said.answer["candidates"]) == (4, "IT", [])
    assert said.answer["error"]["code"] == "number_control_characters"


def test_every_pbx_is_listed_with_what_it_needs(run: Run) -> None:
    listed = lines(run, "pbx", "list")
    assert "teleforge  Teleforge  (dial, reference, live_state)" in listed
    assert "  ! agent  text  Agent" in listed
    assert "    reference  text  Reference" in listed
    answer = {pbx["id"]: pbx for pbx in run("pbx", "list", "--json").answer["pbx"]}["teleforge"]
    assert (answer["name"], answer["capabilities"]) == ("Teleforge", ["dial", "reference", "live_state"])
    [version] = [field for field in answer["fields"] if field["key"] == "api_version"]
    assert (version["kind"], version["required"], version["default"]) == ("choice", False, "4")
    assert version["choices"] == ["4", "3", "2"]
    assert version["label"] == "Version of the PBX"
    assert version["help"].startswith("The first digit")


def test_an_account_is_checked_in_words(run: Run, account: AddAccount) -> None:
    account("tvox")
    account("teleforge", account_id="cape")
    said = run("account", "check", "office")
    assert said.code == 0
    assert said.out.splitlines() == ["office can dial.", "TVox 10.26.32, WebAPI 10.26.0"]
    assert "in clear" in said.err or "encrypted" in said.err
    said = run("account", "check", "cape")
    assert said.out.splitlines() == ["cape: the PBX answers; whether it accepts a call shows only with the first one."]


def test_an_account_that_cannot_dial_says_why(run: Run, account: AddAccount) -> None:
    server = account("tvox")
    server.faults.set(Fault.WRONG_CREDENTIALS)
    said = run("account", "check", "office", "--json")
    assert (said.code, said.answer["ok"], said.answer["account"], said.answer["pbx"]) == (5, False, "office", "tvox")
    assert (said.answer["error"]["code"], said.answer["error"]["field"]) == ("credentials_rejected", "password")
    assert "(password)" in said.err


def test_what_is_wrong_with_this_desktop_is_told_with_the_way_out(run: Run) -> None:
    said = run("doctor")
    checks = run("doctor", "--json").answer["checks"]
    marks = {"ok": "✓", "warning": "!", "failed": "✗", "not_applicable": "-"}
    expected = [
        line
        for check in checks
        for line in (f"{marks[check['state']]} {check['id']}: {check['summary']}", f"    {check['fix']}")
        if line.strip()
    ]
    assert said.out.splitlines() == expected
    assert any(check["fix"] for check in checks)
    assert not all(check["fix"] for check in checks)
    assert said.code == (1 if "failed" in {check["state"] for check in checks} else 0)


def test_who_gets_links_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA_HOME", "CONFIG_HOME", "DATA_DIRS", "CONFIG_DIRS"):
        monkeypatch.setenv(f"XDG_{name}", str(tmp_path / name))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert lines(run, "handler", "status") == ["tel: no program", "callto: no program"]
    assert lines(run, "handler", "install") == ["tel: Traydial", "callto: Traydial"]
    assert lines(run, "handler", "remove") == ["tel: no program", "callto: no program", "Links are not dialled."]
    answer = run("handler", "status", "--json").answer
    assert answer["links_dialled"] is False
    assert answer["schemes"] == [{"scheme": name, "handler": "", "ours": False} for name in ("tel", "callto")]


@pytest.mark.parametrize("words", [("call", "600"), ("dial",), ("account",), ("tel:600", "now")])
def test_a_line_that_is_no_command_is_explained(run: Run, words: tuple[str, ...]) -> None:
    for_people, for_scripts = run(*words), run(*words, "--json")
    assert (for_people.code, for_people.out) == (2, "")
    assert for_people.err.startswith("traydial: ")
    assert "usage: traydial" in for_people.err
    assert for_scripts.answer["error"]["message"] in for_scripts.err.splitlines()[0]


@pytest.mark.parametrize(
    ("words", "code", "exit_code", "told"),
    [
        ((), "tray_not_answering", 6, "outcome_unknown"),
        (("--dry-run",), "tray_not_answering", 1, "tray_not_answering"),
        ((), "tray_folder_unusable", 1, "tray_folder_unusable"),
    ],
)
def test_a_tray_that_gives_no_answer_may_have_dialled(
    beside: Callable[..., Run], words: tuple[str, ...], code: str, exit_code: int, told: str
) -> None:
    def ask_tray(request: dict[str, Any], timeout_s: float) -> None:
        raise InstanceError(code)

    said, [line], _ = beside(ask_tray)("dial", "600", *words, "--json")
    assert (said, json.loads(line)["error"]["code"]) == (exit_code, told)


@pytest.fixture
def beside(
    secrets: MemorySecrets, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Run]]:
    """Run commands beside a tray that answers as the function that it is called with."""
    with contextlib.closing(assemble(os.environ, secrets)) as program:

        def with_tray(ask_tray: Callable[[dict[str, Any], float], dict[str, Any] | None]) -> Run:
            def command(*words: str) -> tuple[int, list[str], str]:
                monkeypatch.setattr("sys.stdin", io.StringIO())
                capsys.readouterr()
                code = commands.run(grammar.parse(words), replace(program, ask_tray=ask_tray), in_english)
                told = capsys.readouterr()
                return code, told.out.splitlines(), told.err

            return command

        yield with_tray


@pytest.fixture
def tray(secrets: MemorySecrets, beside: Callable[..., Run]) -> Iterator[Run]:
    """Run commands beside the services of a tray, which answers without a socket in between."""
    with contextlib.closing(assemble(os.environ, secrets)) as program:
        engine = Engine(lambda: program, emit=lambda _: None, show=lambda: None, configured=lambda _: None)
        engine.open()

        def ask_tray(request: dict[str, Any], timeout_s: float) -> dict[str, Any]:
            answers: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
            engine.handle(request, answers.put)
            return answers.get(timeout=timeout_s)

        yield beside(ask_tray)
        engine.close()


def test_a_call_of_the_tray_is_shown_recorded_and_ended(account: AddAccount, tray: Run) -> None:
    server = account("tvox")
    tray("account", "default", "office")  # the tray reads what was added beside it
    code, told, _ = tray("status")
    assert (code, told[0]) == (0, "The tray is running.")
    assert re.fullmatch(r"\* office  tvox  (ready|unknown)", told[1])
    for words in (("hangup",), ("record", "start")):
        code, [told], _ = tray(*words, "--json")
        assert (json.loads(told)["call"], json.loads(told)["error"]["code"]) == (None, "no_current_call")
    assert tray("dial", "600")[0] == 0
    code, told, _ = tray("status")
    assert (code, told[0], told[-1]) == (0, "The tray is running.", "600  office  accepted  off")
    assert tray("record", "start") == (0, ["600  accepted  on"], "")
    assert server.pbx.switchboard.calls[0].recording
    assert tray("record", "toggle") == (0, ["600  accepted  off"], "")
    assert tray("record", "toggle") == (0, ["600  accepted  on"], "")
    assert tray("record", "stop") == (0, ["600  accepted  off"], "")
    code, told, _ = tray("hangup")
    assert (code, len(told)) == (0, 1)
    assert server.pbx.switchboard.live() == ()


def test_a_tray_knows_at_once_what_was_changed_beside_it(account: AddAccount, tray: Run) -> None:
    for name in ("office", "cape"):
        account("teleforge", account_id=name)
    assert tray("account", "default", "cape")[0] == 0
    assert [line[:6] for line in tray("status")[1][1:]] == ["  offi", "* cape"]
    assert tray("account", "remove", "office")[0] == 0
    assert [line[:6] for line in tray("status")[1][1:]] == ["* cape"]


def test_without_a_tray_there_is_no_call_to_end(run: Run) -> None:
    for words in (("hangup",), ("record", "stop")):
        said = run(*words, "--json")
        assert (said.code, said.answer["call"], said.answer["error"]["code"]) == (1, None, "tray_not_running")


def test_without_a_screen_the_demo_is_one_call_to_each_pbx(caplog: pytest.LogCaptureFixture) -> None:
    shown = simulation.demo(assemble, None, in_english, as_json=False)
    assert isinstance(shown, Result)
    assert shown.exit_code == 0
    assert [call["pbx"] for call in shown.answer["calls"]] == list(catalog.ids())
    assert {call["outcome"] for call in shown.answer["calls"]} == {"accepted"}
    for pbx_id, call in zip(catalog.ids(), shown.answer["calls"], strict=True):
        place = shown.lines.index(f"{pbx_id}: {DEMO_CALLS[pbx_id].number} → {call['dialled']}: accepted")
        received = [f"  {entry}" for entry in call["received"]]
        assert list(shown.lines[place + 1 : place + 1 + len(received)]) == received
        assert received


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs without a signal")
def test_a_demo_that_is_told_to_stop_tidies_up_undisturbed_and_gives_the_signals_back() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    while_tidying: list[object] = []

    def tray(environ: Mapping[str, str], secrets: object, *, settled: Callable[[bool], None]) -> int:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            return 0
        finally:
            while_tidying.extend(signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM))

    shown = simulation.demo(assemble, tray, in_english, as_json=False)
    assert isinstance(shown, Result)
    assert (shown.exit_code, shown.answer) == (1, {"calls": []})
    assert while_tidying == [signal.SIG_IGN, signal.SIG_IGN]
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


def test_the_phones_of_the_demo_answer_by_themselves(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(simulation, "DEMO_SCRIPT", (Step(0.0, "answer"), Step(0.0, "callee answers")))

    def tray(environ: Mapping[str, str], keyring: MemorySecrets, *, settled: Callable[[bool], None]) -> int:
        with contextlib.closing(assemble(environ, keyring)) as program:
            assert dialling.ask_here(program, {"command": "dial", "text": "600", "account": "tvox"})["outcome"]
            told, until_s = "", time.monotonic() + 10
            while " connected" not in told:
                told += capsys.readouterr().err
                assert time.monotonic() < until_s
            assert "mrossi calls 600" in told, "what each PBX receives is shown"
        return 0

    assert simulation.demo(assemble, tray, in_english, as_json=False) == 0


def test_a_demo_whose_call_is_refused_does_not_end_well(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(DEMO_CALLS, "teleforge", DEMO_CALLS["teleforge"]._replace(number="12345"))
    shown = simulation.demo(assemble, None, in_english, as_json=False)
    assert isinstance(shown, Result)
    assert shown.exit_code == 5
