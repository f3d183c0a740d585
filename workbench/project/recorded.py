"""Recorded: the nouns of the program as plain data, such as JSON holds, and back."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, get_args, get_origin, get_type_hints

from workbench import model

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.model import Edit

KIND = "edit"
"""Where an edit says which of them it is."""

_EDITS = {kind.__name__: kind for kind in get_args(model.Edit)}


def recorded(edit: Edit) -> str:
    """Return an edit as JSON."""
    return json.dumps(as_plain(edit), ensure_ascii=False, separators=(",", ":"))


def read_edit(text: str) -> Edit:
    """Return the edit that `recorded` gave as JSON; raises ValueError where it is none."""
    edit: Edit = from_plain(model.Edit, json.loads(text))  # type: ignore[assignment]
    return edit


def as_plain(value: object) -> object:
    """Return a noun as dicts, lists, texts, numbers; what has its default value is left out."""
    if is_dataclass(value):
        known = ((field, getattr(value, field.name)) for field in fields(value))
        given = {field.name: as_plain(each) for field, each in known if each != field.default}
        name = type(value).__name__
        return {KIND: name} | given if name in _EDITS else given
    if isinstance(value, tuple):
        return [as_plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value


def from_plain(kind: object, data: object) -> object:
    """Return the noun of a kind that `as_plain` has made data of; raises ValueError.

    `kind` is a dataclass of the model, or a type that one of their fields has.
    """
    if kind is model.Edit:
        return _edit(_dict(data))
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind, _dict(data))
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind)[0], data)
    if isinstance(kind, UnionType):  # something or None: no field but an edit has another
        return None if data is None else from_plain(get_args(kind)[0], data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    return _simple(kind, data)


def _edit(data: Mapping[str, object]) -> object:
    kind = _EDITS.get(str(data.get(KIND)))
    if kind is None:
        raise ValueError(kind)
    return _dataclass(kind, data)


def _dataclass(kind: type, data: Mapping[str, object]) -> object:
    hints = _hints(kind)
    given = {name: from_plain(hints[name], data[name]) for name in hints if name in data}
    needed = {field.name for field in fields(kind) if field.default is MISSING}
    if not needed <= given.keys():
        raise ValueError(sorted(needed - given.keys()))
    return kind(**given)


def _dict(data: object) -> Mapping[str, object]:
    if not isinstance(data, dict):
        raise ValueError(data)
    return data


def _tuple(kind: object, data: object) -> tuple[object, ...]:
    if not isinstance(data, list):
        raise ValueError(data)
    return tuple(from_plain(kind, each) for each in data)


def _simple(kind: object, data: object) -> object:
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if type(data) is not kind:
        raise ValueError(data)
    return data


@cache
def _hints(kind: type) -> dict[str, object]:
    return get_type_hints(kind, localns=vars(model))
