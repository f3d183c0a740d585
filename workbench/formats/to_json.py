"""JSON: results in the form that scripts and other programs read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(result: Mapping[str, object]) -> str:
    """Return a result's `as_dict()` as a JSON document: a line for each key and for each record.

    A lone surrogate, which UTF-8 cannot hold, is written as its escape.
    """
    members = [f"{_compact(key)}: {_value(value)}" for key, value in result.items()]
    return "{" + ",\n ".join(members) + "}\n"


def to_json_line(record: Mapping[str, object]) -> str:
    """Return one record of a JSON Lines file, its line end included."""
    return _compact(record) + "\n"


def _value(value: object) -> str:
    if not isinstance(value, list) or not any(isinstance(one, dict | list) for one in value):
        return _compact(value)
    return "[\n  " + ",\n  ".join(_compact(member) for member in value) + "\n ]"


def _compact(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
