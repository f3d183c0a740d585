"""Comparison key: what names a kept comparison, so that it is found while nothing has changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from workbench.comparison.options import ENGINE_VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.comparison.options import CompareOptions
    from workbench.model import Article


def comparison_key(articles: Sequence[Article], options: CompareOptions) -> str:
    """Return a hash of all that a comparison's result depends on."""
    content = [
        [article.id, article.sha256, article.outlet, article.published, article.language]
        for article in articles
    ]
    text = json.dumps([ENGINE_VERSION, options_as_json(options), content])
    return hashlib.sha256(text.encode()).hexdigest()


def are_compared_alike(some: Sequence[Article], others: Sequence[Article]) -> bool:
    """Tell whether a comparison of these articles is one of those, whatever else is known of them.

    Quick where most of them are the very same.
    """
    return len(some) == len(others) and all(
        one is other or _compared(one) == _compared(other)
        for one, other in zip(some, others, strict=True)
    )


def _compared(article: Article) -> tuple[str, ...]:
    return article.id, article.text, article.outlet, article.published, article.language


def options_as_json(options: CompareOptions) -> str:
    """Return the options of a comparison as JSON, always in the same words."""
    return json.dumps(asdict(options), sort_keys=True)
