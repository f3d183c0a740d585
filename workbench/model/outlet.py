"""Outlet: who published, and what the analyst knows of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published, known by `name`; an empty string means "not known".

    `short` is what a narrow column shows, `country` where it is published, `group` who owns it,
    `colour` `#rrggbb`.
    """

    name: str
    short: str = ""
    country: str = ""
    group: str = ""
    colour: str = ""
