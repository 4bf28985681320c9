"""The keyring behind its process, with back ends that misbehave; the real Secret Service is in tests/desktop."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from traydial.core.adapter import Secret
from traydial.core.errors import SecretStoreError
from traydial.system.keyring.store import KeyringStore
from traydial.system.paths import Paths
from traydial.system.platform import secret_store

BACKEND = """
import json, os, pathlib, threading
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

FILE = pathlib.Path(os.environ["TEST_KEYRING"])
with FILE.with_suffix(".processes").open("a") as processes:
    processes.write(f"{os.getpid()}\\n")

class Keyring(KeyringBackend):
    priority = 5
    def get_password(self, service, username):
        print("chatter on stdout", flush=True)
        return self._all().get(f"{service} {username}")
    def set_password(self, service, username, password):
        FILE.write_text(json.dumps(self._all() | {f"{service} {username}": password}))
    def delete_password(self, service, username):
        kept = self._all()
        if kept.pop(f"{service} {username}", None) is None:
            raise PasswordDeleteError("no such password")
        FILE.write_text(json.dumps(kept))
    def _all(self):
        return json.loads(FILE.read_text()) if FILE.exists() else {}

class Plain(Keyring):
    priority = 0.5
class Locked(Keyring):
    def get_password(self, service, username):
        raise KeyringLocked("the message may hold anything")
class Unlockable(Keyring):
    def get_password(self, service, username):
        if FILE.with_suffix(".unlocked").exists():
            return "open sesame"
        raise KeyringLocked
class Odd(Keyring):
    def get_password(self, service, username):
        raise ZeroDivisionError
class Undeletable(Keyring):
    def delete_password(self, service, username):
        raise PasswordDeleteError("denied")
class Hung(Keyring):
    def get_password(self, service, username):
        threading.Event().wait()
class Late(Keyring):
    def get_password(self, service, username):
        with FILE.open("a") as asked:
            asked.write("asked ")
        while not FILE.with_suffix(".gone").exists():
            threading.Event().wait(0.01)
        raise TimeoutError
class Waking(Keyring):
    def _all(self):
        if not FILE.with_suffix(".awake").exists():
            threading.Event().wait()
        return {}
class Slow(Keyring):
    def get_password(self, service, username):
        if username.endswith("slow"):
            threading.Event().wait(0.4)
        return super().get_password(service, username)
class Dying(Keyring):
    def get_password(self, service, username):
        os._exit(3)
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., KeyringStore]]:
    (tmp_path / "backend_of_test.py").write_text(BACKEND, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("TEST_KEYRING", str(tmp_path / "keyring.json"))
    made: list[KeyringStore] = []

    def make(backend: str, timeout_s: float = 20.0, **options: object) -> KeyringStore:
        name = backend if "." in backend else f"backend_of_test.{backend}"
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
        made.append(KeyringStore("traydial-test", timeout_s=timeout_s, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def processes(tmp_path: Path) -> Callable[[], list[int]]:
    """Return the numbers of the processes that have asked the keyring of the test, the oldest first."""
    file = tmp_path / "keyring.processes"
    return lambda: [int(line) for line in file.read_text().split()] if file.exists() else []


@pytest.fixture
def keyring(store: Callable[..., KeyringStore]) -> KeyringStore:
    return store("Keyring")


def runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except OSError:
        return False
    return True


def code(ask: Callable[[], object]) -> str:
    with pytest.raises(SecretStoreError) as caught:
        ask()
    return caught.value.code


@pytest.mark.parametrize(
    ("home", "service"),
    [({}, "traydial"), ({"TRAYDIAL_HOME": "/srv/ann"}, "traydial@73237a6d21ea")],
)
@pytest.mark.usefixtures("keyring")
def test_secrets_are_kept_where_an_earlier_version_has_put_them(
    tmp_path: Path, home: dict[str, str], service: str
) -> None:
    keyring = secret_store(Paths.of({"HOME": "/home/ann"} | home), redact=Secret)
    keyring.set("office", "password", Secret("hush"))
    keyring.close()
    assert json.loads((tmp_path / "keyring.json").read_text()) == {f"{service} office/password": "hush"}


@pytest.mark.parametrize("value", ["correct horse", "", 'q"uo\\te', "two\nlines", "Tiếng Việt ☎", "x" * 20_000])
def test_what_is_set_is_got_back(keyring: KeyringStore, value: str) -> None:
    assert keyring.get("office", "password") is None
    keyring.set("office", "password", Secret(value))
    assert keyring.get("office", "password") == Secret(value)
    assert keyring.get("office", "api_key") is None
    keyring.delete("office", "password")
    keyring.delete("office", "password")
    assert keyring.get("office", "password") is None


def test_what_comes_from_the_keyring_is_redacted(store: Callable[..., KeyringStore]) -> None:
    seen: list[str] = []

    def redact(value: str) -> Secret:
        seen.append(value)
        return Secret(value)

    keyring = store("Keyring", redact=redact)
    keyring.set("office", "password", Secret("hush"))
    keyring.get("office", "password")
    assert seen == ["hush"]


@pytest.mark.parametrize(
    ("backend", "expected"),
    [
        ("Locked", "secret_store_locked"),
        ("Odd", "secret_store_unavailable"),
        ("Dying", "secret_store_unavailable"),
        ("Plain", "secret_store_missing"),
        ("keyring.backends.null.Keyring", "secret_store_missing"),
        ("keyring.backends.fail.Keyring", "secret_store_missing"),
        ("no.such.Keyring", "secret_store_missing"),
    ],
)
@pytest.mark.usefixtures("caplog")
def test_every_trouble_has_its_code(store: Callable[..., KeyringStore], backend: str, expected: str) -> None:
    assert code(lambda: store(backend).get("office", "password")) == expected


def test_a_plain_file_never_gets_a_secret(
    store: Callable[..., KeyringStore], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert code(lambda: store("Plain").set("office", "password", Secret("hush"))) == "secret_store_missing"
    assert not (tmp_path / "keyring.json").exists()
    assert "hush" not in caplog.text


@pytest.mark.usefixtures("caplog")
def test_a_secret_that_cannot_be_deleted_is_no_success(store: Callable[..., KeyringStore]) -> None:
    keyring = store("Undeletable")
    keyring.set("office", "password", Secret("hush"))
    assert code(lambda: keyring.delete("office", "password")) == "secret_store_unavailable"


@pytest.mark.usefixtures("caplog")
def test_a_keyring_that_hangs_is_given_up_and_its_process_ended(
    store: Callable[..., KeyringStore], processes: Callable[[], list[int]]
) -> None:
    keyring = store("Hung", timeout_s=5.0)
    assert code(lambda: keyring.get("office", "password")) == "secret_store_timed_out"
    assert not [number for number in processes() if runs(number)]


@pytest.mark.usefixtures("caplog")
def test_who_waited_behind_a_hung_question_gets_its_answer(store: Callable[..., KeyringStore], tmp_path: Path) -> None:
    keyring = store("Late", timeout_s=60.0)
    together = threading.Barrier(9)
    asked = tmp_path / "keyring.json"

    def one(number: int) -> str:
        together.wait(60)
        return code(lambda: keyring.get(f"account{number}", "password"))

    with ThreadPoolExecutor(9) as pool:
        codes = pool.map(one, range(9))
        while not asked.exists():
            threading.Event().wait(0.01)
        (tmp_path / "keyring.gone").touch()
        assert list(codes) == ["secret_store_timed_out"] * 9
    assert asked.read_text() == "asked "


@pytest.mark.usefixtures("caplog")
def test_after_a_question_without_an_answer_the_next_has_less_time_until_one_is_answered(
    store: Callable[..., KeyringStore], tmp_path: Path
) -> None:
    keyring = store("Waking", timeout_s=4.0, impatient_s=1.5)
    assert code(lambda: keyring.get("office", "password")) == "secret_store_timed_out"
    begun = time.monotonic()
    assert code(lambda: keyring.delete("office", "password")) == "secret_store_timed_out"
    assert time.monotonic() - begun < 3
    (tmp_path / "keyring.awake").touch()
    assert keyring.get("office", "password") is None
    (tmp_path / "keyring.awake").unlink()
    begun = time.monotonic()
    assert code(lambda: keyring.delete("office", "password")) == "secret_store_timed_out"
    assert time.monotonic() - begun > 3, "the next one has all the time again"


@pytest.mark.skipif(not hasattr(os, "waitid"), reason="waits for another's child")
@pytest.mark.usefixtures("caplog")
def test_a_process_that_cannot_start_or_was_killed_is_trouble_too(
    store: Callable[..., KeyringStore], processes: Callable[[], list[int]]
) -> None:
    broken = store("Keyring", command=("/nonexistent/python",))
    assert code(lambda: broken.get("office", "password")) == "secret_store_unavailable"
    keyring = store("Keyring")
    keyring.get("office", "password")
    os.kill(processes()[0], signal.SIGKILL)
    os.waitid(os.P_PID, processes()[0], os.WEXITED | os.WNOWAIT)
    assert keyring.get("office", "password") is None, "and a new one is started"
    assert len(processes()) == 2


@pytest.mark.usefixtures("caplog")
def test_after_trouble_the_next_question_is_a_new_one(store: Callable[..., KeyringStore], tmp_path: Path) -> None:
    keyring = store("Unlockable")
    assert code(lambda: keyring.get("office", "password")) == "secret_store_locked"
    (tmp_path / "keyring.unlocked").touch()
    assert keyring.get("office", "password") == Secret("open sesame")


def test_one_process_answers_questions_that_follow_each_other(
    keyring: KeyringStore, processes: Callable[[], list[int]]
) -> None:
    keyring.get("office", "password")
    keyring.get("office", "api_key")
    assert len(processes()) == 1


def test_many_may_ask_at_once(keyring: KeyringStore) -> None:
    def one(number: int) -> Secret | None:
        keyring.set("office", f"key{number}", Secret(str(number)))
        return keyring.get("office", f"key{number}")

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(one, range(8))) == [Secret(str(number)) for number in range(8)]


def test_the_process_goes_when_nobody_asks(
    store: Callable[..., KeyringStore], processes: Callable[[], list[int]]
) -> None:
    keyring = store("Keyring", idle_s=0.05)
    keyring.get("office", "password")
    until = time.monotonic() + 20
    while runs(processes()[0]):
        assert time.monotonic() < until
        threading.Event().wait(0.01)


def test_the_process_rests_after_its_last_answer_and_not_after_the_first(
    store: Callable[..., KeyringStore], processes: Callable[[], list[int]]
) -> None:
    keyring = store("Slow", idle_s=0.2)
    keyring.get("office", "password")
    keyring.get("office", "slow")  # takes longer than the rest
    keyring.get("office", "password")
    assert len(processes()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_command_line_of_the_process_holds_no_secret(
    keyring: KeyringStore, processes: Callable[[], list[int]]
) -> None:
    keyring.set("office", "password", Secret("hush"))
    process = Path("/proc", str(processes()[0]))
    assert b"hush" not in (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
