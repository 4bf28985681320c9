"""The accessibility tree of a running program, as a screen reader gets it: AT-SPI over D-Bus.

The protocol: https://gitlab.gnome.org/GNOME/at-spi2-core/-/tree/main/xml
"""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from desktop.session import running

ATSPI = "org.a11y.atspi"
REGISTRY = f"{ATSPI}.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
NOBODY = "/org/a11y/atspi/null"
# Debian, Ubuntu and Fedora; Arch.
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi-bus-launcher")
ANSWER_S = 20.0
ON_SCREEN = 0  # ATSPI_COORD_TYPE_SCREEN
# AtspiStateType; only what a journey asks for.
STATES = {4: "checked", 8: "enabled", 12: "focused", 23: "selected", 25: "showing", 30: "visible"}
EVENTS = ("Object", "Window", "Focus")


class Box(NamedTuple):
    """Where something is on the screen."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2

    def holds(self, inner: Box) -> bool:
        """Return whether all of `inner` is within this."""
        across = self.x <= inner.x and inner.x + inner.width <= self.x + self.width
        return across and self.y <= inner.y and inner.y + inner.height <= self.y + self.height


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """One object of the tree at one moment. `parent` None: a window or an open menu."""

    path: str
    parent: Thing | None
    role: str
    name: str
    states: frozenset[str]
    box: Box
    children: list[Thing] = field(default_factory=list, repr=False)

    def __iter__(self) -> Iterator[Thing]:
        """Yield this and everything in it, in the order of the tree."""
        yield self
        for child in self.children:
            yield from child

    @property
    def above(self) -> Iterator[Thing]:
        """What it is in, from the inside to its window."""
        if self.parent is not None:
            yield self.parent
            yield from self.parent.above

    def __str__(self) -> str:
        depth = len(list(self.above))
        return f"{'  ' * depth}{self.role} “{self.name}” {tuple(self.box)} {' '.join(sorted(self.states))}"


class Question(NamedTuple):
    """A method call to an object of the program."""

    path: str
    interface: str
    method: str
    signature: str | None = None
    body: tuple[Any, ...] = ()


class Tree:
    """What the programs of one desktop report on its accessibility bus.

    `scale`: Qt tells where things are before its scaling, though the mouse needs pixels.
    """

    def __init__(self, session_bus: str, scale: float = 1.0) -> None:
        self._scale = scale
        with contextlib.closing(open_dbus_connection(session_bus)) as session:
            where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            [address] = _body(session.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=ANSWER_S))
        self._bus: DBusConnection = open_dbus_connection(address)
        self._come_up: set[str] = set()
        self._menus: dict[str, None] = {}
        registry = DBusAddress("/org/a11y/atspi/registry", REGISTRY, REGISTRY)
        for kind in EVENTS:
            rule = f"type='signal',interface='{ATSPI}.Event.{kind}'"
            for asked in (
                message_bus.AddMatch(rule),
                new_method_call(registry, "RegisterEvent", "s", (f"{kind.lower()}:",)),
            ):
                _body(self._bus.send_and_get_reply(asked, timeout=ANSWER_S))

    def program(self, pid: int) -> str:
        """The name on the bus of the process `pid`; empty as long as it is not there."""
        [programs] = self._ask(REGISTRY, [Question(ROOT, f"{ATSPI}.Accessible", "GetChildren")])
        for name, _path in programs[0] if programs else ():
            with contextlib.suppress(LookupError):  # it may leave while we ask
                asked = message_bus.GetConnectionUnixProcessID(name)
                if _body(self._bus.send_and_get_reply(asked, timeout=ANSWER_S)) == (pid,):
                    return str(name)
        return ""

    def look(self, program: str) -> list[Thing]:
        """Everything that is shown now: the windows and the open menus, with what is in them below each."""
        [windows] = self._children(program, [ROOT])
        self._sort_out_menus(program)
        level = tops = self._things(program, [(None, path) for path in dict.fromkeys([*windows, *self._menus])])
        apart = {top.path for top in tops}
        while level:
            below = self._children(program, [thing.path for thing in level])
            pairs = [(thing, path) for thing, inside in zip(level, below, strict=True) for path in inside]
            level = self._things(program, [(parent, path) for parent, path in pairs if path not in apart])
            for thing in level:
                assert thing.parent is not None
                thing.parent.children.append(thing)
        return tops

    def text(self, program: str, thing: Thing) -> str:
        """What stands in a field."""
        [answer] = self._ask(program, [Question(thing.path, f"{ATSPI}.Text", "GetText", "ii", (0, -1))])
        return str(answer[0]) if answer else ""

    def wait(self, timeout_s: float) -> None:
        """Return when a program reports that something has changed, or after `timeout_s`."""
        with contextlib.suppress(TimeoutError):
            while True:  # one look is enough for all that is reported by now
                self._hear(self._bus.receive(timeout=timeout_s))
                timeout_s = 0.0

    def close(self) -> None:
        self._bus.close()

    def _hear(self, message: Message) -> None:
        """Remember what comes up: Qt does not list menus among a program's windows, but reports when one is shown."""
        fields = message.header.fields
        if fields.get(HeaderFields.member) == "StateChanged" and message.body[:2] == ("showing", 1):
            self._come_up.add(fields[HeaderFields.path])

    def _sort_out_menus(self, program: str) -> None:
        come_up, self._come_up = list(self._come_up), set()
        roles = self._ask(program, [Question(path, f"{ATSPI}.Accessible", "GetRoleName") for path in come_up])
        self._menus |= {path: None for path, role in zip(come_up, roles, strict=True) if role == ("popup menu",)}

    def _children(self, program: str, paths: Sequence[str]) -> list[list[str]]:
        answers = self._ask(program, [Question(path, f"{ATSPI}.Accessible", "GetChildren") for path in paths])
        return [[path for _, path in answer[0] if path != NOBODY] if answer else [] for answer in answers]

    def _things(self, program: str, pairs: Sequence[tuple[Thing | None, str]]) -> list[Thing]:
        """Return those of the objects that are shown; each pair is the parent and the path of one."""
        questions = []
        for _, path in pairs:
            questions += [
                Question(path, f"{ATSPI}.Accessible", "GetRoleName"),
                Question(path, "org.freedesktop.DBus.Properties", "Get", "ss", (f"{ATSPI}.Accessible", "Name")),
                Question(path, f"{ATSPI}.Accessible", "GetState"),
                Question(path, f"{ATSPI}.Component", "GetExtents", "u", (ON_SCREEN,)),
            ]
        answers = self._ask(program, questions)
        things = []
        for place, (parent, path) in enumerate(pairs):
            role, name, state, box = answers[4 * place : 4 * place + 4]
            if role and name and state and box:  # else it has gone meanwhile
                states = _states(state[0])
                if "visible" in states:
                    things.append(Thing(path, parent, role[0], name[0][1], states, self._box(*box[0])))
        return things

    def _box(self, *logical: int) -> Box:
        return Box(*(round(self._scale * length) for length in logical))

    def _ask(self, program: str, questions: Iterable[Question]) -> list[tuple[Any, ...] | None]:
        """Ask everything at once, and return the answers in this order; None where the object could not answer."""
        serials = []
        for path, interface, method, signature, body in questions:
            serials.append(next(self._bus.outgoing_serial))
            asked = new_method_call(DBusAddress(path, program, interface), method, signature, body)
            self._bus.send(asked, serial=serials[-1])
        answers: dict[int, tuple[Any, ...] | None] = {}
        while len(answers) < len(serials):
            message = self._bus.receive(timeout=ANSWER_S)
            serial = message.header.fields.get(HeaderFields.reply_serial)
            if serial is None:
                self._hear(message)
            else:
                answers[serial] = message.body if message.header.message_type is MessageType.method_return else None
        return [answers[serial] for serial in serials]


@contextlib.contextmanager
def accessibility_bus(env: Mapping[str, str], scale: float = 1.0) -> Iterator[Tree]:
    """Run the accessibility bus and its registry on a private desktop."""
    launcher = next(path for path in LAUNCHERS if Path(path).exists())
    on_the_bus = ["gdbus", "wait", "--session", "--timeout", "20", "org.a11y.Bus"]
    with running([launcher, "--launch-immediately"], env):
        subprocess.run(on_the_bus, env=dict(env), check=True)
        with contextlib.closing(Tree(env["DBUS_SESSION_BUS_ADDRESS"], scale)) as tree:
            yield tree


def _states(words: Sequence[int]) -> frozenset[str]:
    bits = words[0] | words[1] << 32
    return frozenset(name for bit, name in STATES.items() if bits >> bit & 1)


def _body(reply: Message) -> tuple[Any, ...]:
    if reply.header.message_type is not MessageType.method_return:
        raise LookupError(str(reply.body))
    return tuple(reply.body)
