r"""The client's side of the instance socket on Windows, where it is a named pipe that carries the same lines.

The names are for all users, and whoever comes first may take one. So each side asks Windows for the user at the other
end, and a pipe of another user counts as none. Sources: Microsoft, "Named Pipe Security and Access Rights",
"Impersonation Levels", GetNamedPipeServerProcessId.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Mapping
from pathlib import Path


def environment() -> dict[str, str]:
    """Return the environment."""
    import os

    return dict(os.environ)


def runtime_dir(environ: Mapping[str, str]) -> str:
    """Return the folder of the lock, after which the pipe is named: the user's own, or `run` in TRAYDIAL_HOME."""
    if home := environ.get("TRAYDIAL_HOME"):
        return str(Path(home).absolute() / "run")
    return str(Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "Traydial" / "run")


def pipe_name(folder: str) -> str:
    """Return the name of the pipe for `folder`, which Windows finds in capitals too."""
    return rf"\\.\pipe\traydial-{zlib.crc32(folder.casefold().encode(errors='surrogatepass')):08x}"


if sys.platform == "win32":
    import _winapi
    import contextlib
    import ctypes
    import time
    from ctypes import wintypes

    SQOS_PRESENT, IDENTIFICATION = 0x100000, 0x10000  # a foreign server may learn who we are, and not act in our name
    QUERY_LIMITED_INFORMATION = 0x1000
    TOKEN_QUERY, TOKEN_USER = 0x8, 1
    CHUNK = 64 * 1024  # bytes

    def exchange(line: bytes, folder: str, timeout_s: float) -> bytes | None:
        """Send `line` to the tray of `folder` and return its answer; as `client` does on other systems."""
        deadline = time.monotonic() + timeout_s
        pipe = _connect(pipe_name(folder), deadline)
        if pipe is None:
            return None
        try:
            if not is_server_of_this_user(pipe):
                return None
            _finish(_winapi.WriteFile(pipe, line, overlapped=True), deadline)
            answer = bytearray()
            while not answer.endswith(b"\n"):
                answer += _finish(_winapi.ReadFile(pipe, CHUNK, overlapped=True), deadline)
        except OSError:  # too late, or it hung up
            raise TimeoutError("the tray did not answer") from None
        finally:
            _winapi.CloseHandle(pipe)
        return bytes(answer)

    def is_server_of_this_user(pipe: int) -> bool:
        """Whether the process that made this instance of the pipe runs as this user; for the client's handle."""
        process_id = wintypes.ULONG()
        asked = ctypes.windll.kernel32.GetNamedPipeServerProcessId(wintypes.HANDLE(pipe), ctypes.byref(process_id))
        return bool(asked) and _is_of_this_user(process_id.value)

    def is_client_of_this_user(pipe: int) -> bool:
        """Whether the process that opened the pipe runs as this user, on this machine; for the server's handle."""
        process_id = wintypes.ULONG()
        asked = ctypes.windll.kernel32.GetNamedPipeClientProcessId(wintypes.HANDLE(pipe), ctypes.byref(process_id))
        return bool(asked) and _is_of_this_user(process_id.value)

    def _connect(name: str, deadline: float) -> int | None:
        """Open the pipe; None where there is none, or not ours. Raises TimeoutError when it accepts no connection."""
        flags = _winapi.FILE_FLAG_OVERLAPPED | SQOS_PRESENT | IDENTIFICATION
        access = _winapi.GENERIC_READ | _winapi.GENERIC_WRITE
        while True:
            try:
                return _winapi.CreateFile(name, access, 0, _winapi.NULL, _winapi.OPEN_EXISTING, flags, _winapi.NULL)
            except OSError as error:
                if error.winerror != _winapi.ERROR_PIPE_BUSY:
                    return None
            left_ms = _left_ms(deadline)
            if not left_ms:
                raise TimeoutError("the tray takes no more connections")
            with contextlib.suppress(OSError):  # opening it shows whether that worked
                _winapi.WaitNamedPipe(name, left_ms)

    def _finish(begun: tuple[_winapi.Overlapped, int], deadline: float) -> bytes:
        """Wait for a read or a write and return what was read. Raises TimeoutError, after which nothing happens."""
        operation, error = begun
        if error == _winapi.ERROR_IO_PENDING:
            waited = _winapi.WaitForMultipleObjects([operation.event], False, _left_ms(deadline))
            if waited != _winapi.WAIT_OBJECT_0:
                operation.cancel()
        _, error = operation.GetOverlappedResult(True)
        if error == _winapi.ERROR_OPERATION_ABORTED:
            raise TimeoutError
        return operation.getbuffer() or b""

    def _left_ms(deadline: float) -> int:
        return max(0, int((deadline - time.monotonic()) * 1000))

    def _is_of_this_user(process_id: int) -> bool:
        try:
            process = _winapi.OpenProcess(QUERY_LIMITED_INFORMATION, False, process_id)
        except OSError:
            return False
        try:
            user = _user(_winapi.GetCurrentProcess())
            return bool(user) and _user(process) == user
        finally:
            _winapi.CloseHandle(process)

    def _user(process: int) -> bytes:
        """Return the security identifier of the user as whom `process` runs; empty when we may not know."""
        advapi32 = ctypes.windll.advapi32
        token = wintypes.HANDLE()
        if not advapi32.OpenProcessToken(wintypes.HANDLE(process), TOKEN_QUERY, ctypes.byref(token)):
            return b""
        try:
            information = ctypes.create_string_buffer(256)  # TOKEN_USER: it begins with the address of what follows it
            size = wintypes.DWORD()
            if not advapi32.GetTokenInformation(token, TOKEN_USER, information, len(information), ctypes.byref(size)):
                return b""
            identifier = ctypes.c_void_p.from_buffer(information)
            return ctypes.string_at(identifier, advapi32.GetLengthSid(identifier))
        finally:
            _winapi.CloseHandle(token.value or 0)
