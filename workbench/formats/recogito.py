"""Recogito: what its text annotator keeps in a form of its own, told as the W3C has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.web_json import number_of, record_of, records_of, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.formats.web_json import Record

BODIES = "bodies"


def as_web_annotation(told: Mapping[str, object]) -> Mapping[str, object]:
    """Return an annotation in the terms of the W3C; one that is no native one of Recogito as it is.

    Where it is about several stretches of text, the first is the target and the others are linked.
    """
    if BODIES not in told:
        return told
    target = record_of(told, "target")
    places = [_place(each) for each in records_of(target, "selector")]
    first, others = places[:1], places[1:]
    return {
        "id": text_of(told, "id"),
        "creator": target.get("creator"),
        "created": target.get("created"),
        "modified": target.get("updated"),
        "body": [*records_of(told, BODIES), *({"source": "", **one} for one in others)],
        "target": first,
    }


def _place(selector: Record) -> Record:
    """Return a target of a selector, whose quote may be words or have their context with them."""
    quote = record_of(selector, "quote") or {"exact": text_of(selector, "quote")}
    start, end = number_of(selector, "start"), number_of(selector, "end")
    return {
        "selector": [
            {**quote, "type": "TextQuoteSelector"},
            {"type": "TextPositionSelector", "start": start, "end": end},
        ]
    }
