"""Annotation words: what the window says about annotations, and how their steps are named."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from workbench.model import TargetKind
from workbench.ui.wording import MONTHS, count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Annotation, Codebook, Target

QUOTED = 28  # characters of the words that name an annotation in the menu
MEMO = 200  # characters of a memo in a tip
FEW = 2  # tags that are named; more are counted

SELECT_FIRST = "Select words in a pane first, or choose a passage that an open article has."
NOT_HERE = "There is no annotation at the cursor of a pane."
NONE_HERE = "This article has no annotation."
NO_TAGS_YET = "No tag has been given yet."
NO_PASSAGE = "Choose a passage first, with N or a click."
NO_PANE = "Put the cursor into the pane of an article first."
NOTHING_GIVEN = "Give a tag, or write a memo."
READ_ONLY = "This project is open read-only: annotations can be read, not changed."
NOWHERE_ELSE = "No other article has these words."


def quoted(target: Target) -> str:
    """Return the words that name a target in a sentence."""
    if target.kind is TargetKind.PASSAGES:
        return "the passage"
    if target.kind is TargetKind.ARTICLE:
        return "the article"
    if target.kind is TargetKind.PROJECT:
        return "the project"
    words = " ".join(target.selectors[0].quote.split())
    if len(words) > QUOTED:
        cut = words[:QUOTED].rsplit(" ", 1)[0] if " " in words[:QUOTED] else words[:QUOTED]
        words = cut + "…"
    return f"“{words}”"


def step_words(
    before: Annotation | None, after: Annotation, codebook: Codebook, places: int = 1
) -> str:
    """Return what the menu calls a step that stored an annotation, on so many places at once."""
    where = count(places, "passage") if places > 1 else quoted(after.target)
    old = before.tags if before else ()
    came = [tag for tag in after.tags if tag not in old]
    went = [tag for tag in old if tag not in after.tags]
    if came and not went:
        verb = "tag " if len(came) <= FEW else ""
        return f"{verb}{named(came, codebook)} on {where}"
    if went and not came:
        return f"take {named(went, codebook)} off {where}"
    if came or (before and before.target != after.target):
        return f"change annotation on {where}"
    return f"memo on {where}" if not before or not before.memo else f"change memo on {where}"


def named(tags: Sequence[str], codebook: Codebook) -> str:
    """Return the names of a few tags, or how many there are."""
    names = [codebook.by_id[tag].name for tag in tags if tag in codebook.by_id]
    if len(names) > FEW:
        return count(len(names), "tag")
    return ", ".join(f"‘{name}’" for name in names)


def tip(annotation: Annotation, codebook: Codebook) -> str:
    """Return what an annotation says, for a tip or a screen reader: tags, memo, who and when."""
    names = [codebook.by_id[tag].name for tag in annotation.tags if tag in codebook.by_id]
    memo = annotation.memo if len(annotation.memo) <= MEMO else annotation.memo[:MEMO] + "…"
    lines = (", ".join(names) or "No tag", memo, made_by(annotation))
    return "\n".join(line for line in lines if line)


def made_by(annotation: Annotation) -> str:
    """Return who made an annotation and when, and when it was changed."""
    made = moment(annotation.created)
    said = ", ".join(part for part in (annotation.author, made) if part)
    changed = moment(annotation.changed)
    return said if changed in ("", made) else f"{said} – changed {changed}"


def moment(written: str) -> str:
    """Return an ISO 8601 time in UTC as "22 Nov 2026, 10:30" where one is now; else as it is."""
    try:
        time = datetime.fromisoformat(written).astimezone()
    except ValueError:
        return written
    return f"{time.day} {MONTHS[time.month - 1]} {time.year}, {time:%H:%M}"


def elsewhere(found: int, others: int) -> str:
    """Return in how many other articles there are words that correspond."""
    return f"Also in the other articles: {found} of {others} have these words"
