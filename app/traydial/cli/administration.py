"""account, pbx, handler, doctor, history: the commands that set Traydial up and show its state."""

from __future__ import annotations

import platform
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from traydial import __version__
from traydial.cli.dialling import ask
from traydial.cli.grammar import UsageError
from traydial.cli.output import FAILED, Result, failure, reads_terminal
from traydial.core.adapter import AdapterSpec, Capability, Kind, Secret
from traydial.core.errors import AppError, ConfigError, InstanceError
from traydial.services.remote_control import error_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from traydial.core.account import Account
    from traydial.core.config import Config
    from traydial.services.program import Program
    from traydial.words.messages import Translate

RELOAD_TIMEOUT_S = 5.0
STATUS_TIMEOUT_S = 5.0


def account(names: Namespace, program: Program, translate: Translate) -> Result:
    """add, list, check, remove, default."""
    match names.action:
        case "add":
            return _add(names, program, translate)
        case "check":
            return _check(names, program, translate)
        case "remove":
            was_default = program.store.load().default_id == names.id
            config = program.accounts.remove(names.id)
            _reload_tray(program)
            listed = _listed(config, program, translate)
            if not was_default or not config.accounts:
                return listed
            return replace(listed, lines=(*listed.lines, _next_default(config, translate)))
        case "default":
            config = program.accounts.make_default(names.id)
        case _:
            config = program.store.load()
            return _listed(config, program, translate)
    _reload_tray(program)
    return _listed(config, program, translate)


def _next_default(config: Config, translate: Translate) -> str:
    """Say which account dials now that the default one is gone."""
    if config.default_id:
        words = translate("cli", "The default account is gone; {account} dials now.")
        return words.format(account=config.default_id)
    return translate("cli", "The default account is gone. Choose the next: traydial account default ID")


def pbx(_names: Namespace, program: Program, translate: Translate) -> Result:
    """List the adapters with their fields and capabilities."""
    specs = program.registry.specs()
    lines = [line for spec in specs for line in _described(spec, translate)]
    return Result(answer={"pbx": [_spec_answer(spec, translate) for spec in specs]}, lines=tuple(lines))


def handler(names: Namespace, program: Program, translate: Translate) -> Result:
    """Show, make or remove the registration for tel: and callto:; without it, a link that still arrives is refused."""
    if names.action == "install":
        program.desktop.link_handler.install()
        _dial_links(program, on=True)
    elif names.action == "remove":
        _dial_links(program, on=False)  # first: the desktop may refuse to forget the registration
        program.desktop.link_handler.remove()
    dialled = program.store.load().consent.links
    schemes = program.desktop.link_handler.status()
    answer = [{"scheme": s.scheme, "handler": s.handler, "ours": s.ours} for s in schemes]
    nobody = translate("cli", "no program")
    lines = [f"{s.scheme}: {'Traydial' if s.ours else s.handler or nobody}" for s in schemes]
    if not dialled:
        lines.append(translate("cli", "Links are not dialled."))
    return Result(answer={"schemes": answer, "links_dialled": dialled}, lines=tuple(lines))


def _dial_links(program: Program, *, on: bool) -> None:
    if program.store.load().consent.links is not on:
        program.store.update(lambda config: replace(config, consent=replace(config.consent, links=on)))
        _reload_tray(program)


def history(names: Namespace, program: Program, translate: Translate) -> Result:
    """Show the latest calls, newest first."""
    if not _tray_runs(program):
        program.history.abandon()
    entries = program.history.latest(names.limit)
    answer = [
        {
            "id": entry.id,
            "at": entry.at.isoformat(),
            "number": entry.number,
            "dialled": entry.dialled,
            "e164": entry.e164,
            "account": entry.account_id,
            "pbx": entry.pbx,
            "source": entry.source,
            "state": entry.state,
            "recorded": entry.recorded,
            "error": entry.code or None,
            "answer": entry.answer,
        }
        for entry in entries
    ]
    lines = [
        f"{e.at:%Y-%m-%d %H:%M:%S}  {e.dialled or e.number}  {e.account_id}  {e.state}  {e.answer}" for e in entries
    ]
    return Result(answer={"calls": answer}, lines=tuple(lines) or (translate("cli", "No calls yet."),))


def _add(names: Namespace, program: Program, translate: Translate) -> Result:
    from traydial.services.accounts import account_of

    values: dict[str, str | bool] = {}
    for assignment in names.values:
        key, equals, value = assignment.partition("=")
        if not equals or not key:
            raise UsageError(f"--set takes KEY=VALUE, not {key!r}")
        values[key] = value
    spec = program.registry.spec(names.pbx)
    for key in names.secrets:
        if spec.field(key).kind is not Kind.SECRET:
            raise ConfigError("setting_invalid", field=key, reason="it is not a secret", example=f"--set {key}=…")
    secrets = dict(zip(names.secrets, _read_secrets(names.secrets), strict=True))
    config = program.accounts.add(account_of(names.id, names.pbx, values), secrets)
    _reload_tray(program)
    return _listed(config, program, translate)


def _read_secrets(keys: Sequence[str]) -> list[Secret]:
    import getpass

    secrets = []
    for key in keys:
        line = getpass.getpass(f"{key}: ") if reads_terminal() else sys.stdin.readline() if sys.stdin else ""
        value = line.rstrip("\r\n")
        if not value:
            raise ConfigError("setting_missing", field=key)
        secrets.append(Secret(value))
    return secrets


def _check(names: Namespace, program: Program, translate: Translate) -> Result:
    from traydial.services import accounts
    from traydial.words.reasons import warning

    wanted = program.store.load().account(names.id)
    warnings = accounts.warnings(wanted, program.registry.spec(wanted.pbx))
    told = tuple(warning(code, translate) for code in warnings)
    answer: dict[str, Any] = {"account": wanted.id, "pbx": wanted.pbx, "warnings": list(warnings)}
    answer |= ask(program, {"command": "check", "account": wanted.id})
    if (error := error_of(answer.pop("error"))) is not None:
        return failure(error, translate, answer)
    state = (
        translate("cli", "{account} can dial.")
        if answer["verified"]
        else translate("cli", "{account}: the PBX answers; whether it accepts a call shows only with the first one.")
    )
    lines = [state.format(account=wanted.title), *([answer["summary"]] if answer["summary"] else [])]
    return Result(answer=answer, lines=tuple(lines), problems=told)


def _listed(config: Config, program: Program, translate: Translate) -> Result:
    default = config.default_id
    answer = [_account_answer(a, program, default=a.id == default) for a in config.accounts]
    lines = [f"{'*' if a.id == default else ' '} {a.id}  {a.pbx}  {a.label}".rstrip() for a in config.accounts]
    return Result(answer={"accounts": answer}, lines=tuple(lines) or (translate("cli", "No account yet."),))


def _account_answer(account: Account, program: Program, *, default: bool) -> dict[str, Any]:
    from traydial.services import accounts

    try:
        warnings = accounts.warnings(account, program.registry.spec(account.pbx))
    except ConfigError:  # its adapter is not installed any more
        warnings = ("pbx_unknown",)
    return {
        "id": account.id,
        "pbx": account.pbx,
        "default": default,
        "label": account.label,
        "region": account.region,
        "outside_prefix": account.outside_prefix,
        "settings": dict(account.settings),
        "warnings": list(warnings),
    }


def _spec_answer(spec: AdapterSpec, translate: Translate) -> dict[str, Any]:
    fields = [
        {
            "key": f.key,
            "kind": f.kind.value,
            "label": translate(spec.id, f.label),
            "help": translate(spec.id, f.help),
            "required": f.required,
            "default": f.default,
            "choices": list(f.choices),
        }
        for f in spec.fields
    ]
    absent = {name: translate(spec.id, why) for c, why in spec.absent.items() for name in _names(c)}
    capabilities = _names(spec.capabilities)
    return {"id": spec.id, "name": spec.name, "capabilities": capabilities, "absent": absent, "fields": fields}


def _names(capabilities: Capability) -> list[str]:
    return [str(c.name).lower() for c in capabilities]


def _described(spec: AdapterSpec, translate: Translate) -> list[str]:
    lines = [f"{spec.id}  {spec.name}  ({', '.join(_names(spec.capabilities))})"]
    for f in spec.fields:
        mark = "!" if f.required else " "
        label = translate(spec.id, f.label)
        lines.append(f"  {mark} {f.key}  {f.kind}  {label}")
    return lines


def _tray_runs(program: Program) -> bool:
    try:
        return program.ask_tray({"command": "status"}, STATUS_TIMEOUT_S) is not None
    except InstanceError:  # there is one, though it does not answer
        return True


def _reload_tray(program: Program) -> None:
    """Have a running tray read the changed configuration; a tray that misses it reads it at its next start."""
    try:
        program.ask_tray({"command": "reload"}, RELOAD_TIMEOUT_S)
    except AppError as error:
        print(f"traydial: {error}", file=sys.stderr)


def doctor(_names: Namespace, program: Program, translate: Translate) -> Result:
    """Say what works on this desktop and how to fix what does not."""
    from traydial.services import diagnostics
    from traydial.words.checks import in_words

    checks = diagnostics.run(program)
    answer = [
        {"id": check.id, "state": check.state, "summary": summary, "fix": fix}
        for check in checks
        for summary, fix in [in_words(check, translate)]
    ]
    ok = all(c.state != "failed" for c in checks)
    marks = {"ok": "✓", "warning": "!", "failed": "✗", "not_applicable": "-"}
    lines = [
        text
        for told in answer
        for text in (
            f"{marks[told['state']]} {told['id']}: {told['summary']}",
            f"    {told['fix']}" if told["fix"] else "",
        )
        if text
    ]
    about = {
        "version": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "at": program.now().isoformat(timespec="seconds"),
    }
    return Result(answer={"ok": ok, **about, "checks": answer}, lines=tuple(lines), exit_code=0 if ok else FAILED)
