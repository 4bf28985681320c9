"""One question to a service on a D-Bus, over a connection of its own and with a deadline. Not for the GUI thread."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from jeepney import Message

SHORTEST_S = 0.01


class NoAnswer(Exception):
    """There is no such bus or service, or it refuses; the text is the name of what the bus or the service said."""


class NoAnswerInTime(NoAnswer, TimeoutError):
    """The deadline passed."""


def ask(bus: Literal["SESSION", "SYSTEM"], question: Message, *, timeout_s: float) -> tuple[Any, ...]:
    """Return the body of the answer to `question`, connecting included within `timeout_s`. Raises NoAnswer."""
    from jeepney import HeaderFields, MessageType
    from jeepney.io.blocking import open_dbus_connection

    until_s = time.monotonic() + timeout_s
    try:
        with contextlib.closing(open_dbus_connection(bus, auth_timeout=max(SHORTEST_S, timeout_s))) as connection:
            left_s = max(SHORTEST_S, until_s - time.monotonic())
            answer = connection.send_and_get_reply(question, timeout=left_s)
    except TimeoutError:
        raise NoAnswerInTime("TimeoutError") from None
    except Exception as error:  # noqa: BLE001 - jeepney raises what sockets, parsers and buses raise
        raise NoAnswer(type(error).__name__) from None
    if answer.header.message_type is not MessageType.method_return:
        raise NoAnswer(answer.header.fields.get(HeaderFields.error_name, ""))
    return tuple(answer.body)
