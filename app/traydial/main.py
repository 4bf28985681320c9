"""The composition root: builds services, plugs the operating system in, and starts what the arguments ask for.

The only module that knows every room. Imports stand in the functions that need them: the tray must be there at once.
"""

from __future__ import annotations

import contextlib
import functools
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from traydial.system.launch import KEYRING_COMMAND

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from traydial.cli.output import Result
    from traydial.core.ports import SecretStore
    from traydial.files import FileLock
    from traydial.services.program import Program

    Environ = Mapping[str, str]

SHOW_TIMEOUT_S = 5.0
# A tray that starts from a cold disk on a slow machine is still one to wait for.
TRAY_START_S = 20.0
# After so long a busy thread makes way for the GUI's; with Python's 5 ms a few turns are a hitch that can be seen.
SWITCH_INTERVAL_S = 0.0005


def main(argv: Sequence[str]) -> int:
    """Carry out the command line `argv` (without the program's name) and return the exit code."""
    # Whatever the umask was: files made here can be read by their owner and written by no other user.
    os.umask((os.umask(0o077) & 0o077) | 0o022)
    if not argv and _has_screen(os.environ):
        return _tray_alone()
    if [*argv] == [KEYRING_COMMAND]:
        from traydial.system.keyring import process

        process.main()
        return 0
    from traydial.cli import commands, grammar, output, simulation
    from traydial.words.catalogue import Catalogue, language_of

    output.use_utf8()
    translate = Catalogue(language_of())
    try:
        names = grammar.parse(argv)
    except grammar.UsageError as error:
        return commands.usage(str(error), as_json="--json" in argv)
    alone: dict[str, Callable[[], Result | int]] = {
        "tray": lambda: run_tray(os.environ, settled=commands.say_started if names.json else None),
        "link": lambda: open_link(names.link),
        "simulate": lambda: simulation.simulate(names, translate),
        "demo": lambda: simulation.demo(
            assemble, run_tray if _has_screen(os.environ) else None, translate, as_json=names.json
        ),
    }
    if names.command in alone:
        return commands.run_alone(alone[names.command], translate, as_json=names.json)
    program = assemble(os.environ)
    try:
        return commands.run(names, program, translate)
    finally:
        program.close()


def _tray_alone() -> int:
    """Be the tray, with nothing loaded of the command line unless there is something to say."""
    from traydial.core.errors import AppError

    try:
        return run_tray(os.environ)
    except AppError as error:
        from traydial.cli import output
        from traydial.words.catalogue import Catalogue, language_of

        output.use_utf8()
        return output.show(output.failure(error, Catalogue(language_of())), as_json=False)


def run_tray(
    environ: Environ, secrets: SecretStore | None = None, *, settled: Callable[[bool], None] | None = None
) -> int:
    """Be the tray until the user quits; when one runs already, let it show its dial window.

    `secrets` None: the keyring of the system. `settled` is told which of the two it is. Raises Unsupported without a
    screen, where Qt would abort the process, and InstanceError.
    """
    from traydial.system.paths import Paths

    if not _has_screen(environ):
        from traydial.core.errors import Unsupported

        raise Unsupported("screen_missing")
    from traydial.system.stop_signals import stop_signals_wait

    with contextlib.ExitStack() as stack:
        with stop_signals_wait():
            from traydial.core.consent import Source
            from traydial.system.platform import notifier
            from traydial.ui.base.binding import load_binding

            load_binding()
            from traydial.ui.base.app import create_application, quit_on_signals
            from traydial.ui.base.defects import Defects
            from traydial.ui.base.i18n import Language
            from traydial.ui.controller import Controller
            from traydial.ui.instance.choice import instance_server

            app = create_application(sys.argv[:1])
            stack.enter_context(quit_on_signals(app))
        paths = Paths.of(environ)
        parts = stack.enter_context(contextlib.ExitStack())

        def program() -> Program:
            program = assemble(environ, secrets)
            parts.callback(program.close)
            Defects(controller.bridge, controller.windows.show_error).catch()  # now that the log is open
            return program

        controller = Controller(
            program, Language(app), leave=app.quit, notifier=notifier(), windows_file=paths.windows_file
        )
        engine = controller.engine
        server = instance_server(
            paths.runtime_dir, link=functools.partial(engine.dial, source=Source.LINK), request=engine.handle
        )
        try:
            listening = server.listen()
        except OSError:
            from traydial.core.errors import InstanceError

            raise InstanceError("tray_folder_unusable") from None
        if settled is not None:
            settled(listening)
        if not listening:
            from traydial.system.platform import ask_tray

            ask_tray(paths, {"command": "show"}, SHOW_TIMEOUT_S)
            return 0
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        controller.open()
        code = app.exec()
        server.close()
        controller.close()
    return code


def open_link(link: str) -> Result:
    """Hand `link` to the tray, starting one if needed. Raises InstanceError when it does not take the link."""
    import time

    from traydial.cli.output import Result
    from traydial.core.errors import InstanceError, NumberRejected
    from traydial.files import FileLock
    from traydial.system.instance import client
    from traydial.system.paths import Paths

    folder = Paths.of(os.environ).runtime_dir
    # Of many links that are clicked at once one starts the tray, and the others wait for it too.
    starting = FileLock(folder / "start.lock")
    until_s = time.monotonic() + TRAY_START_S
    tray: subprocess.Popen[bytes] | None = None
    try:
        while not client.hand_over(link, str(folder)):
            if time.monotonic() > until_s:
                raise InstanceError("tray_not_answering")
            tray = _wait_for_tray(folder, starting, tray)
    except ValueError:
        raise NumberRejected("number_control_characters") from None
    except TimeoutError:
        raise InstanceError("tray_not_answering") from None
    finally:
        starting.release()
    return Result(answer={"handed_over": True})


def _wait_for_tray(
    folder: Path, starting: FileLock, tray: subprocess.Popen[bytes] | None
) -> subprocess.Popen[bytes] | None:
    """Give the tray a moment to listen, and start it first where that is this process's to do."""
    import subprocess
    import threading

    from traydial.core.errors import InstanceError, Unsupported
    from traydial.system import launch

    if not starting.held:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_ours(folder):
                raise InstanceError("tray_folder_unusable")
            if not starting.take():
                threading.Event().wait(0.02)
        except OSError:
            raise InstanceError("tray_folder_unusable") from None
        return None
    if tray is None:  # no tray has listened since the lock was taken, so no other process has started one
        return launch.start_tray()
    with contextlib.suppress(subprocess.TimeoutExpired):
        # A tray that ends at once with 0 has found another one that was faster: that one gets the link.
        if tray.wait(timeout=0.02) != 0:
            raise Unsupported("screen_missing")
    return tray


def _is_ours(folder: Path) -> bool:
    from traydial.system.instance import client

    return sys.platform == "win32" or client.is_private(str(folder))


def assemble(environ: Environ, secrets: SecretStore | None = None) -> Program:
    """Wire the services for the home that `environ` names, and open the log. `secrets` None: the system's keyring.

    The caller closes the program.
    """
    import getpass
    from datetime import datetime

    from traydial.services.accounts import Accounts
    from traydial.services.calling.adapter_memory import AdapterMemory
    from traydial.services.calling.pbx_runner import PbxRunner
    from traydial.services.config_store import ConfigStore
    from traydial.services.history.store import HistoryStore
    from traydial.services.program import Desktop, Program
    from traydial.services.registry import Registry
    from traydial.system import platform
    from traydial.system.logs import Logs
    from traydial.system.paths import Paths
    from traydial.system.region import system_region

    def now() -> datetime:
        return datetime.now().astimezone()

    paths = Paths.of(environ)
    logs = Logs(paths.log_file)
    logs.open()
    registry = Registry()
    store = ConfigStore(paths.config_file, now=now, policy=paths.policy_file)
    keyring = secrets or platform.secret_store(paths, redact=logs.redact)
    facts = AdapterMemory(paths.facts_file)
    hotkeys = platform.hotkeys()
    history = HistoryStore(paths.history_file, now=now)
    runner = PbxRunner(
        registry=registry, secrets=keyring, facts=facts, redact=logs.redact, now=now, user_name=getpass.getuser()
    )
    parts = contextlib.ExitStack()
    for close in (logs.close, history.close, facts.close, runner.close, hotkeys.close):  # the last one first
        parts.callback(close)
    return Program(
        desktop=Desktop(
            secrets=keyring,
            hotkeys=hotkeys,
            text_reader=platform.text_reader(),
            screen_lock=platform.screen_lock(),
            tray_host=platform.tray_host(),
            link_handler=platform.link_handler(paths),
            autostart=platform.autostart(paths),
            region=system_region(environ),
        ),
        registry=registry,
        store=store,
        accounts=Accounts(store=store, secrets=keyring, registry=registry, redact=logs.redact, forget=facts.forget),
        runner=runner,
        history=history,
        now=now,
        log=logs.latest,
        ask_tray=lambda request, timeout_s: platform.ask_tray(paths, request, timeout_s),
        close=parts.close,
    )


def _has_screen(environ: Environ) -> bool:
    """Whether a window could be shown here."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in ("win32", "darwin") or any(environ.get(name) for name in names)
