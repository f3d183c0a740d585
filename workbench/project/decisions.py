"""Decisions: what the analyst has decided about detection, kept as settings of the project."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.comparison.options import CompareOptions
from workbench.comparison.term_choices import added, joined, split
from workbench.model import ChangeMetadata, Decision, Link, Passage, SetSetting, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workbench.comparison.term_choices import Families, Family
    from workbench.model import Article, Edit

FAMILIES = "term_families"
KEPT_BOILERPLATE = "kept_boilerplate"
DECISIONS = "decisions"


def decided_options(setting: Callable[[str], str]) -> CompareOptions:
    """Return the options of a comparison as the analyst wants them.

    `setting` gives a project's setting by its key, empty where it has none. What is not as this
    program writes it counts as not decided.
    """
    return CompareOptions(
        families=tuple(filter(None, map(_texts, _listed(setting(FAMILIES))))),
        kept_boilerplate=_texts(_listed(setting(KEPT_BOILERPLATE))),
    )


def set_families(families: Families) -> Edit:
    """Return the edit that makes these the analyst's term families."""
    return SetSetting(FAMILIES, _written(families))


def add_family(options: CompareOptions, forms: Family) -> Edit:
    """Return the edit that makes a family of these forms, which leave those they were in."""
    return set_families(added(options.families, forms))


def join_families(options: CompareOptions, one: Family, other: Family) -> Edit:
    """Return the edit that makes two families one, whether found or made by the analyst."""
    return set_families(joined(options.families, one, other))


def split_off(options: CompareOptions, family: Family, form: str) -> Edit:
    """Return the edit that takes a form out of a family and counts it by itself."""
    return set_families(split(options.families, family, form))


def set_kept_boilerplate(texts: Iterable[str]) -> Edit:
    """Return the edit that lets these texts be compared although they are boilerplate."""
    return SetSetting(KEPT_BOILERPLATE, _written(dict.fromkeys(texts)))


def set_language(articles: Iterable[Article], language: str) -> Edit:
    """Return the edit that says in which language, a BCP 47 tag, these articles are written."""
    return ChangeMetadata(tuple(replace(article, language=language) for article in articles))


def decisions(setting: Callable[[str], str]) -> tuple[Decision, ...]:
    """Return what the analyst has decided about passages, in order.

    What is not as this program writes it counts as not decided.
    """
    return tuple(filter(None, map(_decision, _listed(setting(DECISIONS)))))


def set_decisions(values: Sequence[Decision]) -> Edit:
    """Return the edit that makes these all that is decided about passages."""
    return SetSetting(DECISIONS, _written(map(_as_json, values)))


def _as_json(decision: Decision) -> dict[str, object]:
    return {
        "gone": [_sides(link) for link in decision.gone],
        "instead": [_sides(link) for link in decision.instead],
        "why": decision.why,
    }


def _sides(link: Link) -> list[object]:
    return [[side.article, side.span.start, side.span.end] for side in (link.a, link.b)]


def _decision(value: object) -> Decision | None:
    match value:
        case {"gone": list(gone), "instead": list(instead), "why": str(why)}:
            links = tuple(map(_link, gone)), tuple(map(_link, instead))
        case _:
            return None
    whole = [link for link in (*links[0], *links[1]) if link]
    if not whole or len(whole) < len(gone) + len(instead):
        return None
    return Decision(tuple(whole[: len(gone)]), tuple(whole[len(gone) :]), why)


def _link(value: object) -> Link | None:
    match value:
        case [[str(a), int(start), int(end)], [str(b), int(b_start), int(b_end)]]:
            if 0 <= start < end and 0 <= b_start < b_end and a != b:
                return Link(Passage(a, Span(start, end)), Passage(b, Span(b_start, b_end)))
    return None


def _written(values: Iterable[object]) -> str | None:
    listed = list(values)
    return json.dumps(listed, ensure_ascii=False) if listed else None


def _listed(value: str) -> list[object]:
    try:
        found = json.loads(value or "[]")
    except ValueError:
        return []
    return found if isinstance(found, list) else []


def _texts(found: object) -> tuple[str, ...]:
    values = found if isinstance(found, list) else []
    return tuple(value for value in values if isinstance(value, str))
