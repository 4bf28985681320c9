"""Writes a configuration into the text that a person may have edited: comments and order stay.

tomlkit is imported here alone, and only where something is saved: it costs as much as the whole start of a command.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, MutableMapping
from typing import Any, TypeAlias

Raw: TypeAlias = dict[str, Any]


def edited(text: str, values: Raw) -> str:
    """Return `text` changed so that it reads as `values`; written anew where it cannot be changed in place."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        _merge(document, values)
        changed = document.as_string()
        if tomllib.loads(changed) == values:
            return changed
    except (TOMLKitError, ValueError, TypeError):
        pass
    return tomlkit.dumps(_table(values))


def _merge(table: MutableMapping[str, Any], values: Raw) -> None:
    for key in [key for key in table if key not in values]:
        del table[key]
    for key, value in values.items():
        old = table.get(key)
        if isinstance(value, dict) and isinstance(old, MutableMapping):
            _merge(old, value)
        elif _has_ids(value) and _has_ids(old):
            _merge_by_id(old, value)
        elif key not in table or old != value:
            table[key] = _item(value)


def _merge_by_id(old: Any, values: list[Raw]) -> None:
    """Change the entries of `old` in place, which have an id like those of `values`."""
    wanted = {value["id"]: value for value in values}
    for index in reversed(range(len(old))):
        if old[index]["id"] not in wanted:
            del old[index]
    for entry in old:
        _merge(entry, wanted.pop(entry["id"]))
    for value in wanted.values():
        old.append(_item(value))


def _has_ids(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, Mapping) and "id" in v for v in value)


def _item(value: Any) -> Any:
    import tomlkit

    if isinstance(value, dict):
        return _table(value)
    if isinstance(value, list) and value and all(isinstance(entry, dict) for entry in value):
        tables = tomlkit.aot()
        for entry in value:
            tables.append(_table(entry))
        return tables
    return value


def _table(values: Raw) -> Any:
    """Return a table whose own values stand before its tables, which in TOML would take them over."""
    import tomlkit

    table = tomlkit.table()
    items = {key: _item(value) for key, value in values.items()}
    nested = {key for key, value in values.items() if items[key] is not value}
    for key in sorted(items, key=lambda key: key in nested):
        table.append(key, items[key])
    return table
