"""The client's side of the instance socket: how a second start hands its link to the running tray.

It is imported on every click, so it is made of built-in modules alone: `import os` would cost a tenth of starting
Python, `import socket` several times that. What Windows has in the socket's place is in `system.instance.pipe`.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LINK_SCHEMES = ("tel", "callto", "sip", "sips")
LINE_LIMIT = 64 * 1024  # bytes, with the newline
SOCKET_NAME = "instance.sock"
ACKNOWLEDGED = b"ok\n"


def is_link(text: str) -> bool:
    """Whether `text` may travel as a link: a known scheme, and one line without control characters."""
    scheme, colon, _ = text.partition(":")
    if not colon or scheme.lower() not in LINK_SCHEMES or len(text) > LINE_LIMIT // 4:
        return False
    return not any(char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff" for char in text)


if sys.platform == "win32":
    from traydial.system.instance import pipe

    environment, runtime_dir, exchange = pipe.environment, pipe.runtime_dir, pipe.exchange
else:
    import _socket
    import posix

    LONGEST_FOLDER = 80  # bytes: sockaddr_un holds 108 (macOS 104), and the socket's name has to follow

    def environment() -> dict[str, str]:
        """Return the environment, as `os.environ` has it at the start."""
        encoding = sys.getfilesystemencoding()
        return {
            name.decode(encoding, "surrogateescape"): value.decode(encoding, "surrogateescape")
            for name, value in posix.environ.items()
        }

    def runtime_dir(environ: "Mapping[str, str]") -> str:
        """Return the folder of the socket: `run` in TRAYDIAL_HOME, else the user's own (XDG Base Directory, macOS).

        Where that one is missing, another user's (`su` keeps the variable) or too long for a socket it is in /tmp;
        another user may have been there first, which `is_private` finds out.
        """
        in_tmp = f"/tmp/traydial-{posix.getuid()}"  # noqa: S108 - see is_private
        home, runtime = environ.get("TRAYDIAL_HOME"), environ.get("XDG_RUNTIME_DIR", "")
        if home:
            folder = f"{home if home.startswith('/') else posix.getcwd() + '/' + home}/run"
        elif sys.platform == "darwin":
            folder = environ.get("HOME", "") + "/Library/Caches/Traydial"
        else:
            folder = runtime + "/traydial" if runtime.startswith("/") and not _is_foreign(runtime) else in_tmp
        encoded = folder.encode(sys.getfilesystemencoding(), "surrogateescape")
        if len(encoded) > LONGEST_FOLDER:
            import zlib

            return f"{in_tmp}-{zlib.crc32(encoded):08x}"
        return folder

    def _is_foreign(folder: str) -> bool:
        try:
            return posix.stat(folder).st_uid != posix.getuid()
        except OSError:
            return False

    def is_private(folder: str) -> bool:
        """Whether `folder` is a real folder that belongs to this user and is closed to all other users."""
        try:
            found = posix.lstat(folder)
        except OSError:
            return False
        directory_0700, hands_on_its_group = 0o040700, 0o002000  # inode(7); the second one says nothing about access
        return found.st_uid == posix.getuid() and found.st_mode & ~hands_on_its_group == directory_0700

    def is_same_user(connection: "_socket.socket") -> bool:
        """Whether the process at the other end runs as this user, as the kernel reports it."""
        if sys.platform == "darwin":
            credentials = connection.getsockopt(0, 1, 76)  # SOL_LOCAL, LOCAL_PEERCRED, struct xucred: <sys/un.h>
        else:
            credentials = connection.getsockopt(_socket.SOL_SOCKET, _socket.SO_PEERCRED, 12)  # struct ucred: unix(7)
        return int.from_bytes(credentials[4:8], sys.byteorder) == posix.getuid()  # in both the user stands second

    def exchange(line: bytes, folder: str, timeout_s: float) -> "bytes | None":
        """Send `line` to the tray that listens in `folder` and return the line that it answers, empty if it hung up.

        None: no tray of this user's listens there, and nothing was sent. Raises TimeoutError when one has the socket
        and did not answer: it may have done what the line asks for.
        """
        if not is_private(folder):
            return None
        connection = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        try:
            connection.settimeout(timeout_s)
            if not _is_connected(connection, folder):
                return None
            connection.sendall(line)
            answer = bytearray()
            while not answer.endswith(b"\n") and (chunk := connection.recv(LINE_LIMIT)):
                answer += chunk
        except OSError:
            raise TimeoutError("the tray did not answer") from None
        finally:
            connection.close()
        return bytes(answer)

    def _is_connected(connection: "_socket.socket", folder: str) -> bool:
        try:
            connection.connect(f"{folder}/{SOCKET_NAME}")
            return is_same_user(connection)
        except BlockingIOError:
            raise TimeoutError("the tray takes no more connections") from None
        except OSError:
            return False


def hand_over(link: str, folder: str, timeout_s: float = 1.5) -> bool:
    """Give `link` to the tray of `folder`. False: none runs, and nothing was sent.

    Raises TimeoutError when there is one and it did not acknowledge (it drops the links of those who no longer wait),
    and ValueError for what is no link.
    """
    if not is_link(link):
        raise ValueError("no link")
    answer = exchange(link.encode() + b"\n", folder, timeout_s)
    if answer not in (None, ACKNOWLEDGED):
        raise TimeoutError("the tray did not acknowledge the link")
    return answer is not None
