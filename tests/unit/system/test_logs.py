"""The log holds no secret, stays on its lines and does not grow without end."""

from __future__ import annotations

import base64
import io
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.system import logs as logs_module
from traydial.system.logs import Logs, Redactor

pytestmark = pytest.mark.usefixtures("caplog")


@pytest.fixture
def logs(tmp_path: Path) -> Iterator[Logs]:
    root, level = logging.getLogger(), logging.getLogger().level
    made = Logs(tmp_path / "logs" / "traydial.log")
    made.open()
    yield made
    made.close()
    root.setLevel(level)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "traydial.log"


log = logging.getLogger("traydial.test")
SECRET = "p@ss w/ö+rd\"&'"


def test_the_file_is_its_owners_alone(logs: Logs, file: Path) -> None:
    log.info("hello")
    assert "INFO MainThread traydial.test: hello" in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "form",
    [
        SECRET,
        quote(SECRET),
        quote(SECRET, safe=""),
        quote(SECRET, safe="").lower(),
        quote_plus(SECRET),
        repr(SECRET),
        ascii(SECRET),
    ],
)
def test_no_form_of_a_secret_gets_in(logs: Logs, file: Path, form: str) -> None:
    assert logs.redact(SECRET).reveal() == SECRET
    log.warning("GET https://pbx.test/?key=%s", form)
    assert form not in file.read_text(encoding="utf-8")
    assert "***" in logs.latest()[-1]


@pytest.mark.parametrize("secret", ["öffne dich", "'quoted'", "two words", "päß\twort"])
def test_nothing_is_left_of_a_secret_however_it_is_written(logs: Logs, secret: str) -> None:
    logs.redact(secret)
    for form in (secret, ascii(secret)[1:-1], repr(secret)[1:-1], quote(secret), quote_plus(secret)):
        log.warning("<%s>", form)
        assert logs.latest()[-1].endswith("<***>")


@given(user=st.text(max_size=12), password=st.text(min_size=8, max_size=40), rest=st.text(max_size=3))
def test_no_base64_of_user_and_password_gets_through(user: str, password: str, rest: str) -> None:
    redactor = Redactor()
    redactor.add(password)
    hidden = len(password.encode()) * 4 // 3 - 2  # all but the characters that it shares with its neighbours
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        text = encode(f"{user}:{password}{rest}".encode()).decode()
        assert len(redactor.redact(text).replace("***", "")) <= len(text) - hidden


def test_a_traceback_is_redacted_too(logs: Logs, file: Path) -> None:
    logs.redact("hush-hush")
    try:
        int("the answer held hush-hush")
    except ValueError:
        log.exception("failed")
    text = file.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "hush" not in text


def test_a_secret_that_is_learned_later_leaves_the_latest_lines(logs: Logs) -> None:
    log.info("token hush-hush")
    logs.redact("hush-hush")
    assert "hush" not in "".join(logs.latest())


def test_a_hostile_text_cannot_write_lines_of_its_own(logs: Logs, file: Path) -> None:
    log.info("link %s", "tel:1\n2026-01-01 INFO forged\r\x1b[2J")
    assert len(file.read_text(encoding="utf-8").splitlines()) == 1
    assert r"\n2026-01-01 INFO forged\r\x1b[2J" in logs.latest()[-1]


def test_only_the_latest_lines_stay_in_memory(logs: Logs) -> None:
    for number in range(logs_module.LATEST + 10):
        log.info("%s", number)
    assert len(logs.latest()) == logs_module.LATEST
    assert logs.latest()[-1].endswith(f" {logs_module.LATEST + 9}")


def test_the_file_rotates_and_old_ones_go(logs: Logs, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs_module, "SIZE_LIMIT", 2_000)
    for number in range(200):
        log.info("line %s", number)
    files = sorted(file.parent.iterdir())
    assert [one.name for one in files] == ["traydial.log", "traydial.log.1", "traydial.log.2"]
    assert all(one.stat().st_mode & 0o777 == 0o600 and one.stat().st_size < 3_000 for one in files)
    assert "line 199" in "".join(one.read_text(encoding="utf-8") for one in files)


def test_the_http_library_does_not_log_addresses(logs: Logs, file: Path) -> None:
    logging.getLogger("httpcore.connection").info("https://pbx.test/?token=1")
    assert "token" not in file.read_text(encoding="utf-8")


def test_what_nobody_caught_is_in_the_log(logs: Logs, file: Path) -> None:
    error = ValueError("lost")
    sys.excepthook(ValueError, error, None)
    thread = threading.Thread(target={}.popitem, name="dialer")
    thread.start()
    thread.join()
    text = file.read_text(encoding="utf-8")
    assert "ValueError: lost" in text
    assert "uncaught in thread dialer" in text
    assert "KeyError" in text


def test_a_disk_that_cannot_be_written_keeps_nobody_from_telephoning(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    stderr = io.StringIO()
    logs = Logs(tmp_path / "file" / "logs" / "traydial.log")
    logs.redact("hush-hush")
    logs.open(stderr=stderr)
    log.warning("still here, hush-hush")
    logs.close()
    assert "still here, ***" in stderr.getvalue()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has /dev/full")
def test_a_disk_that_fills_up_stops_no_thread_and_shows_no_secret(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "traydial.log"
    file.symlink_to("/dev/full")
    logs = Logs(file)
    logs.redact("hush-hush")
    logs.open()
    log.warning("still here, %s", "hush-hush")
    logs.close()
    assert logs.latest()[-1].endswith("still here, ***")
    assert capfd.readouterr().err == ""
