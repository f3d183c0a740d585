"""Front matter: what a plain text says of its publication before it begins, in YAML."""

from __future__ import annotations

import re

from workbench.formats.publication import Publication, join_values

MAX_FRONT_MATTER_CHARACTERS = 16_384

_BLOCK = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n+|\Z)", re.DOTALL)
_KEYS = {
    "outlet": ("outlet", "publication", "newspaper", "source", "publisher", "site"),
    "headline": ("headline", "title"),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "date"),
    "url": ("url", "address", "link"),
    "language": ("language", "lang"),
}


def split_front_matter(text: str) -> tuple[Publication, str]:
    """Split off what the front matter tells; with none, the text stays whole.

    A block counts when it is a YAML mapping with at least one key we know, in any case.
    Broken YAML is no error: then it is part of the text. Line ends must be LF.
    """
    block = _BLOCK.match(text[:MAX_FRONT_MATTER_CHARACTERS])
    values = _mapping(block[1]) if block else {}
    told = {
        field: next((values[key] for key in keys if values.get(key)), "")
        for field, keys in _KEYS.items()
    }
    if block is None or not any(key in values for keys in _KEYS.values() for key in keys):
        return Publication(), text
    return Publication.told(**told), text[block.end() :].lstrip("\n")


def _mapping(block: str) -> dict[str, str]:
    """Load the scalars and lists of scalars of a YAML mapping; empty where it is none."""
    import yaml

    try:
        loaded = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(loaded, dict):
        return {}
    return {str(key).strip().lower(): join_values(value) for key, value in loaded.items()}
