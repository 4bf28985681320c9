"""Files that are replaced whole, and locks between real processes."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from traydial import files
from traydial.files import FileLock

HOLD = """
import pathlib, sys
from traydial.files import FileLock
lock = FileLock(pathlib.Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


@pytest.fixture(params=["folder", "file"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "folder" and sys.platform == "win32":
        pytest.skip("Windows cannot lock a folder")
    return tmp_path if request.param == "folder" else tmp_path / "some.lock"


class TestFileLock:
    def test_it_ends_with_its_process_however_that_ends(self, target: Path) -> None:
        mine = FileLock(target)
        argv = [sys.executable, "-c", HOLD, str(target)]
        with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as theirs:
            assert theirs.stdout is not None
            assert theirs.stdout.readline() == b"True\n"
            assert not mine.take()
            assert not mine.held
            theirs.kill()
        assert mine.take()
        assert mine.held
        mine.release()

    def test_who_lets_it_go_lets_others_have_it(self, target: Path) -> None:
        first, second = FileLock(target), FileLock(target)
        assert first.take()
        assert not second.take()
        first.release()
        first.release()
        assert second.take()
        second.release()


class TestLocked:
    def test_one_at_a_time_and_none_waits_longer_than_it_has_to(self, tmp_path: Path) -> None:
        inside: list[int] = []
        seen: list[int] = []

        def work(number: int) -> None:
            with files.locked(tmp_path / "lock"):
                inside.append(number)
                seen.append(len(inside))
                inside.remove(number)

        begun = time.monotonic()
        with ThreadPoolExecutor(20) as pool:
            list(pool.map(work, range(20)))
        assert seen == [1] * 20
        assert time.monotonic() - begun < 5

    def test_who_waits_is_next_a_moment_after_the_holder_has_gone(self, tmp_path: Path) -> None:
        lock, waits, got = FileLock(tmp_path / "lock"), threading.Event(), threading.Event()
        assert lock.take()

        def work() -> None:
            waits.set()
            with files.locked(tmp_path / "lock"):
                got.set()

        waiter = threading.Thread(target=work)
        waiter.start()
        assert waits.wait(5)
        assert not got.wait(0.05)
        lock.release()
        assert got.wait(0.9), "within the second that Windows' own waiting would take"
        waiter.join(5)

    def test_a_holder_that_hangs_is_an_error_with_words(self, tmp_path: Path) -> None:
        lock = FileLock(tmp_path / "lock")
        assert lock.take()
        with pytest.raises(OSError, match="timed out") as caught, files.locked(tmp_path / "lock", timeout_s=0.05):
            pass
        assert isinstance(caught.value, TimeoutError)
        assert caught.value.strerror
        lock.release()

    def test_who_waits_leaves_the_processor_to_others(self, tmp_path: Path) -> None:
        lock = FileLock(tmp_path / "lock")
        assert lock.take()
        before = time.thread_time()
        with pytest.raises(TimeoutError), files.locked(tmp_path / "lock", timeout_s=0.5):
            pass
        assert time.thread_time() - before < 0.2
        lock.release()

    def test_it_is_let_go_also_after_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(KeyError), files.locked(tmp_path / "new" / "lock"):
            raise KeyError
        lock = FileLock(tmp_path / "new" / "lock")
        assert lock.take()
        lock.release()
        if sys.platform != "win32":
            assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
            assert stat.S_IMODE((tmp_path / "new" / "lock").stat().st_mode) == 0o600


class TestReplacing:
    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
    def test_a_folder_that_is_made_is_the_user_s_alone(self, tmp_path: Path) -> None:
        before = os.umask(0)
        try:
            files.replace(tmp_path / "new" / "config.toml", b"one")
            files.replace(tmp_path / "new" / "config.toml", b"two")
        finally:
            os.umask(before)
        assert (tmp_path / "new" / "config.toml").read_bytes() == b"two"
        assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700

    def test_nobody_sees_half_a_file(self, tmp_path: Path) -> None:
        file = tmp_path / "config.toml"
        files.replace(file, b"one")
        with files.replacing(file) as fresh:
            fresh.write(b"two")
            fresh.flush()
            assert file.read_bytes() == b"one"
        assert file.read_bytes() == b"two"

    def test_without_a_file_there_is_nothing_to_back_up(self, tmp_path: Path) -> None:
        files.replace(tmp_path / "config.toml", b"one", backup=tmp_path / "config.toml.bak")
        assert [one.name for one in tmp_path.iterdir()] == ["config.toml"]

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
    def test_a_link_stays_a_link_and_rights_are_as_asked_for(self, tmp_path: Path) -> None:
        file, link = tmp_path / "dotfiles" / "mimeapps.list", tmp_path / "mimeapps.list"
        link.symlink_to(file)
        files.replace(link, b"one")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        before = os.umask(0o022)
        try:
            files.replace(link, b"two", mode=files.FOR_ALL)
        finally:
            os.umask(before)
        assert stat.S_IMODE(file.stat().st_mode) == 0o644
        assert link.is_symlink()
        assert file.read_bytes() == b"two"
        assert [one.name for one in file.parent.iterdir()] == ["mimeapps.list"]

    def test_an_error_leaves_what_was_there_and_nothing_else(self, tmp_path: Path) -> None:
        file = tmp_path / "config.toml"
        files.replace(file, b"one")
        with pytest.raises(TypeError, match="bytes"), files.replacing(file) as fresh:
            fresh.writelines([b"half", "not bytes"])  # type: ignore[list-item]
        assert file.read_bytes() == b"one"
        assert [one.name for one in tmp_path.iterdir()] == ["config.toml"]

    def test_the_backup_is_what_stood_there_before(self, tmp_path: Path) -> None:
        file, backup = tmp_path / "config.toml", tmp_path / "config.toml.bak"
        for text in (b"one", b"two", b"three"):
            files.replace(file, text, backup=backup)
        assert (file.read_bytes(), backup.read_bytes()) == (b"three", b"two")
