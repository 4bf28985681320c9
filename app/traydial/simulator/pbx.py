"""The contract of a simulated PBX."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from traydial.simulator.faults import Actions, Fault
from traydial.simulator.message import Reading, Request, Response
from traydial.simulator.switchboard import Switchboard


class DemoAccount(NamedTuple):
    """What a user of the simulated PBX enters: the fields of the adapter's SPEC by key."""

    settings: dict[str, str | bool]
    secrets: dict[str, str]


class Pbx(Protocol):
    """One vendor's PBX, as strict as the vendor's documents. Methods run on the threads of requests.

    A HEAD, which places no call anywhere, is the server's own business and does not get here.
    """

    id: str
    faults: Mapping[Fault, Actions]  # vendor faults, each with the actions at which it happens
    switchboard: Switchboard

    def account(self, url: str) -> DemoAccount:
        """Return the account that this PBX knows when it is served at `url`."""
        ...

    def read(self, request: Request) -> Reading:
        """Say what the request asks for. Changes nothing and never fails: what it cannot read is an action too."""
        ...

    def answer(self, request: Request, fault: Fault | None) -> Response:
        """Do it and answer as the vendor documents; `fault` is one of `faults`. May block, until the PBX closes."""
        ...
