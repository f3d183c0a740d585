"""Term choices: the analyst's term families, as forms added, families joined, forms split off."""

from __future__ import annotations

from workbench.text.normalize import fold

Family = tuple[str, ...]
Families = tuple[Family, ...]
"""Families of the forms' texts, as `CompareOptions.families` has them: no form is in two."""


def added(families: Families, forms: Family) -> Families:
    """Return the families with another one; its forms leave the families they were in.

    Any two forms make a family, and one may wait alone for others; none at all change nothing.
    """
    family = _distinct(forms)
    return (*_without(families, family), family) if family else families


def joined(families: Families, one: Family, other: Family) -> Families:
    """Return the families with two made one, in the place of the first that was there.

    Either of them may be a family that the program found and that is not yet among `families`.
    """
    family = _distinct((*one, *other))
    place = min((n for n, each in enumerate(families) if _shares(each, family)), default=None)
    if place is None:
        return added(families, family)
    rest = _without(families[place + 1 :], family)
    return (*families[:place], family, *rest)


def split(families: Families, family: Family, form: str) -> Families:
    """Return the families with a form taken out of one, and counted by itself from then on.

    What is left of the family stays in its place, or comes last where the program had found it.
    """
    rest = tuple(each for each in _distinct(family) if fold(each) != fold(form))
    if not rest:
        return families
    return added(joined(families, rest, ()), (form,))


def _distinct(forms: Family) -> Family:
    """Leave out forms that are empty or there already, in whichever case."""
    spaced = (" ".join(form.split()) for form in forms)
    return tuple({fold(form): form for form in reversed([*spaced]) if form}.values())[::-1]


def _without(families: Families, forms: Family) -> Families:
    folded = set(map(fold, forms))
    rest = (tuple(form for form in each if fold(form) not in folded) for each in families)
    return tuple(family for family in rest if family)


def _shares(family: Family, forms: Family) -> bool:
    return not set(map(fold, family)).isdisjoint(map(fold, forms))
