"""What this operating system has for the tray to be reached by: a socket or a named pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from traydial.ui.instance.server import Answer, InstanceServer, Reply


def instance_server(
    folder: Path, *, link: Callable[[str], None], request: Callable[[Answer, Reply], None]
) -> InstanceServer:
    """Return what this operating system has for the tray of `folder`."""
    if sys.platform == "win32":
        from traydial.system.instance import pipe
        from traydial.ui.instance.pipe import PipeServer

        return PipeServer(
            folder,
            link=link,
            request=request,
            name=pipe.pipe_name(str(folder)),
            is_trusted=pipe.is_client_of_this_user,
        )
    else:
        from traydial.ui.instance.socket import SocketServer

        return SocketServer(folder, link=link, request=request)
