"""A real redis-server, for the tests of several rooms."""

from __future__ import annotations

import socket
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import redis


@dataclass
class RedisServer:
    """A redis-server of its own on a free port; it keeps nothing on the disk."""

    folder: Path
    options: tuple[str, ...] = ()
    scheme: str = "redis"
    port: int = 0
    process: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}/0"

    def start(self) -> RedisServer:
        for _ in range(5):  # another program may take the port in between
            if not self.port:
                with socket.socket() as free:
                    free.bind(("127.0.0.1", 0))
                    self.port = free.getsockname()[1]
            ports = (
                ("--port", str(self.port)) if self.scheme == "redis" else ("--port", "0", "--tls-port", str(self.port))
            )
            command = ["redis-server", *ports, "--bind", "127.0.0.1", "--save", "", "--dir", str(self.folder)]
            self.process = subprocess.Popen([*command, *self.options], stdout=subprocess.PIPE, text=True)
            assert self.process.stdout
            if any("Ready to accept connections" in line for line in iter(self.process.stdout.readline, "")):
                return self
            self.stop()
            self.port = 0
        raise AssertionError("redis-server does not start")

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(10)
            assert self.process.stdout
            self.process.stdout.close()
            self.process = None

    def client(self, password: str = "") -> redis.Redis:
        return redis.Redis(host="127.0.0.1", port=self.port, password=password or None, decode_responses=True)
