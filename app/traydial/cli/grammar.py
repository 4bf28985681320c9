"""The arguments of the command line, and nothing of what they do."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from traydial import __version__

LINK_SCHEMES = ("tel:", "callto:", "sip:", "sips:")


class UsageError(Exception):
    """The arguments form no command; the text is argparse's explanation."""


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)  # an abbreviation would be a promise that scripts rely on

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}\n{self.format_usage().strip()}")


def is_link(word: str) -> bool:
    """Whether `word` is what a browser hands to a dialer."""
    return word.lower().startswith(LINK_SCHEMES)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the command's arguments. Raises UsageError; `--help` and `--version` print and raise SystemExit."""
    words = [word for word in argv if word != "--json"]
    match words:
        case [word] if is_link(word):
            return argparse.Namespace(command="link", link=word, json=len(words) != len(argv))
    names = _parser().parse_args(words)
    names.json = len(words) != len(argv)
    if names.command is None:
        names.command = "tray"
    return names


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="traydial",
        description="Rings your phone through the company PBX. Without a command: starts the tray.",
        epilog="A link (tel:, callto:, sip:, sips:) as the only word is dialled. Every command takes --json.",
    )
    parser.add_argument("--version", action="version", version=f"traydial {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    dial = commands.add_parser("dial", help="place a call")
    what = dial.add_mutually_exclusive_group(required=True)
    what.add_argument("text", nargs="?", metavar="TEXT", help="a number, a link, or text that holds one number")
    what.add_argument("--selection", action="store_true", help="the text selected in another program")
    what.add_argument("--clipboard", action="store_true", help="the text in the clipboard")
    dial.add_argument("--account", default="", metavar="ID")
    dial.add_argument("--record", action="store_true", default=None, help="record from the start")
    dial.add_argument("--tag", default="", help="label of the recording or the call, where the PBX has one")
    dial.add_argument("--reference", default="", help="your own reference for the call, where the PBX has one")
    dial.add_argument("--yes", action="store_true", help="answer a question with yes; never overrides a refusal")
    dial.add_argument("--dry-run", action="store_true", help="show the plan; no network")

    record = commands.add_parser("record", help="recording of the current call")
    record.add_argument("action", choices=("start", "stop", "toggle"))
    record.add_argument("--yes", action="store_true", help="the other party was told and has agreed")

    commands.add_parser("hangup", help="end the current call")
    commands.add_parser("status", help="the tray, the accounts and the current call")

    numbers = commands.add_parser("parse", help="the numbers found in a text")
    numbers.add_argument("text", metavar="TEXT")
    numbers.add_argument("--region", default="", metavar="CC", help="ISO 3166 country of national numbers")

    _add_account(commands)

    pbx = commands.add_parser("pbx", help="the PBXs that Traydial speaks to")
    pbx.add_argument("action", choices=("list",))

    handler = commands.add_parser("handler", help="registration for tel: and callto: links")
    handler.add_argument("action", choices=("status", "install", "remove"))

    commands.add_parser("doctor", help="what works and what does not on this desktop, and the fix")

    history = commands.add_parser("history", help="latest calls, newest first")
    history.add_argument("--limit", type=_count, default=20, metavar="N")

    commands.add_parser("demo", help="four simulated PBXs and a tray to dial them, in a throw-away home")

    simulate = commands.add_parser("simulate", help="one simulated PBX on loopback")
    simulate.add_argument("pbx", metavar="PBX")
    simulate.add_argument("--port", type=_port, default=0, metavar="N")
    simulate.add_argument("--fault", default="", metavar="NAME")
    simulate.add_argument("--script", default="", metavar="FILE", help="what the phones do with every call")
    return parser


def _add_account(commands: argparse._SubParsersAction[_Parser]) -> None:
    account = commands.add_parser("account", help="accounts: add, list, check, remove, default")
    actions = account.add_subparsers(dest="action", metavar="ACTION", required=True)
    add = actions.add_parser("add", help="add an account")
    add.add_argument("id", metavar="ID")
    add.add_argument("--pbx", required=True, metavar="PBX")
    add.add_argument("--set", dest="values", action="append", default=[], metavar="KEY=VALUE")
    add.add_argument(
        "--secret",
        dest="secrets",
        action="append",
        default=[],
        metavar="KEY",
        help="read from standard input, one line each in order, or asked for on a terminal",
    )
    actions.add_parser("list", help="all accounts")
    for name, text in (
        ("check", "log in and look, without a call"),
        ("remove", "forget the account and its secrets"),
        ("default", "use this account when none is named"),
    ):
        actions.add_parser(name, help=text).add_argument("id", metavar="ID")


def _count(word: str) -> int:
    number = int(word)
    if not 1 <= number <= 1_000_000:
        raise argparse.ArgumentTypeError("from 1 to 1000000")
    return number


def _port(word: str) -> int:
    number = int(word)
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError("from 0 to 65535")
    return number
