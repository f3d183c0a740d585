"""Matrix place: where one is in the matrix, told so that it is found in a later one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.ui.matrix_model import MatrixModel
    from workbench.ui.matrix_sheet import Member
    from workbench.ui.table import Table

Names = tuple[str, str]


@dataclass(frozen=True, slots=True)
class MatrixPlace:
    """The outlets that are opened, who heads the current cell, and how far one has scrolled.

    Articles go by their ids, outlets by their names; scrolled in pixels.
    """

    opened: Names | None = None
    cell: Names | None = None
    across: int = 0
    down: int = 0


def place_in(table: Table, model: MatrixModel, opened: tuple[Member, Member] | None) -> MatrixPlace:
    """Return where one is in the matrix."""
    members = model.members(table.currentIndex())
    return MatrixPlace(
        _names(opened) if opened else None,
        _names(members) if members else None,
        table.horizontalScrollBar().value(),
        table.verticalScrollBar().value(),
    )


def go_to(place: MatrixPlace, table: Table, model: MatrixModel) -> None:
    """Make the same cell the current one, where it is still there, and scroll as far."""
    rows = [_name(member) for member in model.sheet.rows]
    columns = [_name(member) for member in model.sheet.columns]
    if place.cell and place.cell[0] in rows and place.cell[1] in columns:
        row, column = rows.index(place.cell[0]), columns.index(place.cell[1])
        table.setCurrentIndex(model.index(row, column))
    table.doItemsLayout()  # or there is nothing yet to scroll over
    table.horizontalScrollBar().setValue(place.across)
    table.verticalScrollBar().setValue(place.down)


def outlets_of(place: MatrixPlace, outlets: Sequence[Member]) -> tuple[Member, Member] | None:
    """Return the outlets that were opened, as they are now; None where one is not there."""
    by_name = {outlet.name: outlet for outlet in outlets}
    if place.opened is None or not by_name.keys() >= set(place.opened):
        return None
    one, other = place.opened
    return by_name[one], by_name[other]


def _names(members: tuple[Member, Member]) -> Names:
    return _name(members[0]), _name(members[1])


def _name(member: Member) -> str:
    return member.id or member.name
