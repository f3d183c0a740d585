"""Exchange words: what comes from another program, and what cannot be carried, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.messages import counted, quoted
from workbench.model import LossReason

if TYPE_CHECKING:
    from workbench.model import Loss
    from workbench.project.exchanging import Arrival

_LOSS = {
    LossReason.UNKNOWN_ARTICLE: "article not in the project",
    LossReason.NOT_FOUND: "words not in the text",
    LossReason.NOT_TEXT: "no text",
    LossReason.UNREADABLE: "text missing or unreadable",
    LossReason.NO_PLACE: "no place here",
    LossReason.DAMAGED: "damaged",
}

_LOST = {
    "PDFSelection": "page area",
    "PlainTextSelection": "memo mark",
    "CodeRef": "unknown code",
    "Link": "link",
    "doubtful place": "doubtful place",
    "elsewhere": "outside passage",
    "wordless": "wordless annotation",
    "confidence": "confidence value",
    "article text": "article text",
    "earlier text": "earlier text",
    "outlet description": "outlet description",
    "file path": "file path",
    "key": "tag key",
    "variant": "wording difference",
    "cluster": "shared passage",
    "quotation": "quotation",
    "term": "term",
    "only here": "unshared passage",
    "annotations": "annotation",
    "pair": "passage link",
    "body": "body",
}
_LONGEST_LOST = 80  # code points of a quote that are said


def arrival_words(arrival: Arrival) -> str:
    """Return how much comes into a project from another program's file, and what is there."""
    tags = arrival.tags
    new = (len(arrival.articles), len(tags.edit.put), len(arrival.annotations))
    there = (arrival.known, tags.same, arrival.same)
    parts = [f"{_several(new)} imported"]
    if any(there):
        parts.append(f"{_several(there)} already in the project")
    return "; ".join(parts)


def loss_words(loss: Loss) -> str:
    """Return what another format or a project has no room for: how many of what, and where."""
    if loss.what in _LOST:
        what = counted(loss.count, _LOST[loss.what])
    else:
        words = " ".join(loss.what.split())
        is_long = len(words) > _LONGEST_LOST
        what = quoted(f"{words[:_LONGEST_LOST]}…" if is_long else words)
        what += f", {loss.count:,} times" if loss.count > 1 else ""
    return f"{what} in {quoted(loss.where)}" if loss.where else what


def loss_reason(loss: Loss) -> str:
    """Return why something is not carried over, in a few words, of one thing as of many."""
    return _LOSS[loss.reason]


def _several(counts: tuple[int, int, int]) -> str:
    """Say how many articles, tags and annotations, leaving out those that are none."""
    said = [
        counted(number, noun)
        for number, noun in zip(counts, ("article", "tag", "annotation"), strict=True)
        if number
    ]
    return ", ".join(said) or "nothing"
