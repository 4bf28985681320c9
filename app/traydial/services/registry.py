"""Finds adapters by the id of their PBX: our own by table, others by the entry point group `traydial.adapters`.

An entry point is named after the PBX's id and points to a module with `SPEC` and `Adapter`. Nothing is imported
before it is asked for.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import TYPE_CHECKING

from traydial.core.adapter import API_VERSION, Adapter, AdapterSpec
from traydial.core.errors import ConfigError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINTS = "traydial.adapters"
BUILT_IN: Mapping[str, str] = {
    "tvox": "traydial.adapters.tvox",
    "teleforge": "traydial.adapters.teleforge",
    "tel4vn": "traydial.adapters.tel4vn",
    "noojee": "traydial.adapters.noojee",
}

log = logging.getLogger(__name__)


class Registry:
    """The known PBXs. Usable from any thread."""

    def __init__(self, built_in: Mapping[str, str] = BUILT_IN) -> None:
        self._built_in = built_in
        self._modules: dict[str, ModuleType] = {}

    def spec(self, pbx_id: str) -> AdapterSpec:
        """Return the declaration of `pbx_id`. Raises ConfigError(pbx_unknown)."""
        spec: AdapterSpec = self._module(pbx_id).SPEC
        return spec

    def adapter_class(self, pbx_id: str) -> type[Adapter]:
        """Return the adapter class of `pbx_id`. Raises ConfigError(pbx_unknown)."""
        adapter: type[Adapter] = self._module(pbx_id).Adapter
        return adapter

    def specs_of(self, pbx_ids: Iterable[str]) -> tuple[AdapterSpec, ...]:
        """Return the declarations of those PBXs that can be used, loading no other adapter."""
        found = []
        for pbx_id in sorted(set(pbx_ids)):
            try:
                found.append(self.spec(pbx_id))
            except ConfigError as error:
                log.warning("Adapter left out: %s", error)
        return tuple(found)

    def specs(self) -> tuple[AdapterSpec, ...]:
        """Return every PBX that can be used: ours first, then installed ones by name but for broken ones."""
        ours = tuple(self.spec(pbx_id) for pbx_id in self._built_in)
        return ours + self.specs_of(_installed().keys() - self._built_in.keys())

    def _module(self, pbx_id: str) -> ModuleType:
        module = self._modules.get(pbx_id)
        if module is None:
            if pbx_id in self._built_in:
                module = importlib.import_module(self._built_in[pbx_id])
            else:
                module = self._installed_module(pbx_id)
            self._modules[pbx_id] = module
        return module

    def _installed_module(self, pbx_id: str) -> ModuleType:
        installed = _installed()
        unknown = ConfigError("pbx_unknown", pbx=pbx_id, known=", ".join([*self._built_in, *sorted(installed)]))
        if pbx_id not in installed:
            raise unknown
        try:
            module: ModuleType = installed[pbx_id].load()
            fits = module.SPEC.id == pbx_id and module.SPEC.api == API_VERSION and callable(module.Adapter)
        except Exception:  # foreign code may fail in any way
            log.exception("The adapter %r does not load", pbx_id)
            raise unknown from None
        if not fits:
            log.error("The adapter %r is for another version of Traydial, or calls itself otherwise", pbx_id)
            raise unknown
        return module


def _installed() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=ENTRY_POINTS)}
