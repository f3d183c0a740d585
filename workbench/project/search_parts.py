"""Search parts: a query taken apart into what the index, or the project, can answer at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model import AllOf, AnyOf, Dated, Field, Near, NoneOf, Phrase
from workbench.store.search import expression
from workbench.text.searchable import searchable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Condition


def field_of(part: Condition) -> Field:
    """Return the field that a part asks for; several words together are found ANYWHERE."""
    if isinstance(part, Near):
        return part.first.field
    return part.field if isinstance(part, Phrase | Dated) else Field.ANYWHERE


def grouped(condition: Condition) -> Condition:
    """Return a condition with the words that the index can find together set apart."""
    match condition:
        case AllOf():
            words = tuple(part for part in condition.parts if _is_for_index(part))
            others = tuple(grouped(part) for part in condition.parts if part not in words)
            together = AllOf(words)
            if expression(together) is None:
                return AllOf((*map(grouped, words), *others))
            return AllOf((together, *others)) if others else together
        case AnyOf() if not _is_for_index(condition):
            return AnyOf(tuple(grouped(part) for part in condition.parts))
        case NoneOf():
            return NoneOf(grouped(condition.part))
    return condition


def parts_of(condition: Condition) -> Iterator[Condition]:
    """Yield the parts of a grouped condition."""
    if isinstance(condition, NoneOf):
        yield from parts_of(condition.part)
    elif isinstance(condition, AllOf | AnyOf) and not _is_for_index(condition):
        for part in condition.parts:
            yield from parts_of(part)
    else:
        yield condition


def prepared(condition: Condition) -> Condition:
    """Return a condition whose phrases are as the index has the words."""
    match condition:
        case Phrase():
            return replace(condition, text=searchable(condition.text))
        case Near():
            first = replace(condition.first, text=searchable(condition.first.text))
            second = replace(condition.second, text=searchable(condition.second.text))
            return replace(condition, first=first, second=second)
        case AllOf() | AnyOf():
            return replace(condition, parts=tuple(prepared(part) for part in condition.parts))
        case NoneOf():
            return NoneOf(prepared(condition.part))
    return condition


def _is_for_index(condition: Condition) -> bool:
    """Tell whether a condition asks for words ANYWHERE and for nothing else."""
    match condition:
        case AllOf() | AnyOf():
            is_all = all(_is_for_index(part) for part in condition.parts)
            return is_all and expression(condition) is not None
        case NoneOf():
            return _is_for_index(condition.part)
        case Dated():
            return False
    return field_of(condition) is Field.ANYWHERE
